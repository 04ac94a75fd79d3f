#include "config.h"

#include "board/text_rules.h"
#include "file.h"

#include <set>
#include <sstream>
#include <toml++/toml.h>

namespace app {

namespace {

class Reader {
  public:
    Reader(toml::table const& root, Config& config) : m_root(root), m_config(config) {}

    void number(char const* key, double& into, double low, double high) {
        auto const node = find(key);
        if (!node)
            return;
        auto const value = node.value<double>();
        if (value && *value >= low && *value <= high)
            into = *value;
        else
            wrong(key, "a number from " + std::to_string(int(low)) + " to " + std::to_string(int(high)));
    }
    void yes_or_no(char const* key, bool& into) {
        auto const node = find(key);
        if (!node)
            return;
        if (auto const value = node.value<bool>())
            into = *value;
        else
            wrong(key, "true or false");
    }
    /// "22:30", as minutes after midnight.
    void time_of_day(char const* key, int& into) {
        auto const node = find(key);
        if (!node)
            return;
        auto const value = node.value<std::string>();
        int const hour = value && value->size() == 5 ? two_digits(*value, 0) : -1;
        int const minute = value && value->size() == 5 && (*value)[2] == ':' ? two_digits(*value, 3) : -1;
        if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
            into = hour * 60 + minute;
        else
            wrong(key, "a time like \"22:30\"");
    }
    void text(char const* key, std::string& into, std::set<std::string> const& allowed = {}) {
        auto const node = find(key);
        if (!node)
            return;
        auto const value = node.value<std::string>();
        if (value && (allowed.empty() || allowed.contains(*value)))
            into = *value;
        else
            wrong(key, allowed.empty() ? "a text in quotes" : "one of the words the comments name");
    }
    /// Of what everybody at the wall may read.
    void text_without_cpr(char const* key, std::string& into) {
        auto read = into;
        text(key, read);
        if (board::looks_like_cpr(read))
            wrong(key, "without a CPR number");
        else
            into = read;
    }
    void name_unknown_keys() {
        for (auto const& [section, node] : m_root)
            if (auto const* table = node.as_table()) {
                for (auto const& [key, value] : *table) {
                    auto const full = std::string(section.str()) + "." + std::string(key.str());
                    if (!m_known.contains(full))
                        unknown(full);
                }
            } else {
                unknown(std::string(section.str()));
            }
    }

  private:
    static int two_digits(std::string const& text, std::size_t at) {
        auto const digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -100; };
        return digit(at) * 10 + digit(at + 1);
    }
    toml::node_view<toml::node const> find(char const* key) {
        m_known.insert(key);
        return m_root.at_path(key);
    }
    void unknown(std::string const& key) {
        m_config.remarks.push_back("unknown setting " + key + " is ignored");
        m_config.ignored.push_back(key);
    }
    void wrong(char const* key, std::string const& expected) {
        m_config.remarks.push_back(std::string(key) + " is not " + expected + "; the default is used");
        m_config.ignored.emplace_back(key);
    }

    toml::table const& m_root;
    Config& m_config;
    std::set<std::string> m_known;
};

void read_table(toml::table const& root, Config& config) {
    Reader read(root, config);
    read.number("screen.diagonal_inches", config.diagonal_inches, 10, 200);
    read.number("screen.lower_edge_mm", config.lower_edge_mm, 0, 2000);
    read.text("screen.renderer", config.renderer, {"auto", "gl", "software"});
    double step = config.text_step;
    read.number("screen.text_step", step, 0, 2);
    config.text_step = static_cast<int>(step);
    read.yes_or_no("screen.calm_motion", config.calm_motion);
    read.yes_or_no("screen.high_contrast", config.high_contrast);
    read.yes_or_no("screen.left_hand", config.left_hand);
    read.number("screen.band_height_mm", config.band_height_mm, 0, 1500);
    read.number("rest.close_after_s", config.close_after_s, 20, 600);
    read.number("rest.after_minutes", config.rest_after_minutes, 1, 60);
    read.time_of_day("rest.night_from", config.night_from);
    read.time_of_day("rest.night_to", config.night_to);
    read.yes_or_no("sound.on", config.sound);
    std::string language(text::code_of(config.language)), board = config.board_file, folder = config.export_folder,
                                                          sticks = config.stick_folder, second = config.second_copies;
    read.text("language.code", language, {"da", "en"});
    config.language = language == "en" ? text::Language::English : text::Language::Danish;
    read.text("board.file", board);
    read.text("export.folder", folder);
    read.text("backup.folder", second);
    read.text_without_cpr("data.contact", config.contact);
    read.text("sticks.folder", sticks);
    config.board_file = board;
    config.export_folder = folder;
    config.second_copies = second;
    config.stick_folder = sticks;
    read.name_unknown_keys();
}

} // namespace

Config config_in(std::string_view text, std::string const& name, Config otherwise) {
    Config config = otherwise;
    config.remarks.clear();
    config.ignored.clear();
    try { // toml++ reports what it cannot read by throwing
        read_table(toml::parse(text), config);
    } catch (toml::parse_error const& error) {
        std::ostringstream where;
        where << error.source().begin;
        config = std::move(otherwise);
        config.remarks = {name + " cannot be read (" + std::string(error.description()) + ", " + where.str() +
                          "); the defaults are used"};
        config.ignored = {name};
    }
    return config;
}

Config read_config(std::filesystem::path const& file, Config otherwise) {
    auto const text = read_file(file);
    if (text)
        return config_in(*text, file.string(), std::move(otherwise));
    otherwise.remarks = {"no settings file " + file.string() + "; the defaults are used"};
    return otherwise;
}

} // namespace app
