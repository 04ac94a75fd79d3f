#include "config.h"

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
    void name_unknown_keys() {
        for (auto const& [section, node] : m_root)
            if (auto const* table = node.as_table()) {
                for (auto const& [key, value] : *table) {
                    auto const full = std::string(section.str()) + "." + std::string(key.str());
                    if (!m_known.contains(full))
                        m_config.remarks.push_back("unknown setting " + full + " is ignored");
                }
            } else {
                m_config.remarks.push_back("unknown setting " + std::string(section.str()) + " is ignored");
            }
    }

  private:
    toml::node_view<toml::node const> find(char const* key) {
        m_known.insert(key);
        return m_root.at_path(key);
    }
    void wrong(char const* key, std::string const& expected) {
        m_config.remarks.push_back(std::string(key) + " is not " + expected + "; the default is used");
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
    read.number("screen.band_height_mm", config.band_height_mm, 0, 1500);
    read.number("rest.close_after_s", config.close_after_s, 20, 600);
    read.number("rest.after_s", config.rest_after_s, 10, 3600);
    double from = config.night_from, to = config.night_to;
    read.number("rest.night_from", from, 0, 23);
    read.number("rest.night_to", to, 0, 23);
    config.night_from = static_cast<int>(from);
    config.night_to = static_cast<int>(to);
    std::string language = "da", board, folder, sticks = config.stick_folder;
    read.text("language.code", language, {"da", "en"});
    config.language = language == "en" ? text::Language::English : text::Language::Danish;
    read.text("board.file", board);
    read.text("export.folder", folder);
    read.text("sticks.folder", sticks);
    config.board_file = board;
    config.export_folder = folder;
    config.stick_folder = sticks;
    read.name_unknown_keys();
}

} // namespace

Config read_config(std::filesystem::path const& file) {
    Config config;
    std::error_code ec;
    if (!std::filesystem::exists(file, ec)) {
        config.remarks.push_back("no settings file " + file.string() + "; the defaults are used");
        return config;
    }
    try { // toml++ reports a file it cannot read by throwing
        read_table(toml::parse_file(file.string()), config);
    } catch (toml::parse_error const& error) {
        std::ostringstream where;
        where << error.source().begin;
        config = Config{};
        config.remarks.push_back(file.string() + " cannot be read (" + std::string(error.description()) + ", " +
                                 where.str() + "); the defaults are used");
    }
    return config;
}

} // namespace app
