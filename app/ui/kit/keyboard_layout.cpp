// Reads a keyboard from its file, and says what is wrong with it.
#include "ui/kit/keyboard.h"

#include <sstream>
#include <toml++/toml.h>

namespace ui {

namespace {

template <typename T> using Read = tl::expected<T, std::string>;

std::map<std::string, KeyKind, std::less<>> const special_keys = {
    {"shift", KeyKind::Shift}, {"backspace", KeyKind::Backspace}, {"signs", KeyKind::Signs},
    {"space", KeyKind::Space}, {"enter", KeyKind::Enter},
};

Read<KeyCap> read_key(toml::node const& node) {
    KeyCap cap;
    toml::table const* const table = node.as_table();
    auto const name = table != nullptr ? (*table)["key"].value<std::string>() : node.value<std::string>();
    if (!name || name->empty())
        return tl::unexpected(std::string("a key is neither a sign nor { key = …, width = … }"));
    cap.text = *name;
    if (table == nullptr)
        return cap;
    double const width = (*table)["width"].value_or(1.0);
    if (!(width > 0 && width < 20))
        return tl::unexpected("the width of \"" + *name + "\" is not between 0 and 20");
    cap.width = static_cast<float>(width);
    if (auto const special = special_keys.find(*name); special != special_keys.end()) {
        cap.kind = special->second;
        cap.text = cap.kind == KeyKind::Space ? " " : "";
    }
    return cap;
}

Read<std::vector<KeyCap>> read_row(toml::node const& node) {
    toml::array const* const keys = node.as_array();
    if (keys == nullptr || keys->empty())
        return tl::unexpected(std::string("a row is not a list of keys"));
    std::vector<KeyCap> row;
    for (toml::node const& key : *keys) {
        auto cap = read_key(key);
        if (!cap)
            return tl::unexpected(cap.error());
        row.push_back(std::move(*cap));
    }
    return row;
}

Read<std::vector<std::vector<KeyCap>>> read_page(toml::table const& file, char const* name) {
    toml::array const* const rows = file[name].as_array();
    if (rows == nullptr || rows->empty())
        return tl::unexpected(std::string(name) + " is missing");
    std::vector<std::vector<KeyCap>> page;
    for (toml::node const& node : *rows) {
        auto row = read_row(node);
        if (!row)
            return tl::unexpected(std::string(name) + ": " + row.error());
        page.push_back(std::move(*row));
    }
    return page;
}

Read<std::map<std::string, std::vector<std::string>>> read_accents(toml::table const& file) {
    std::map<std::string, std::vector<std::string>> accents;
    toml::table const* const table = file["accents"].as_table();
    if (table == nullptr)
        return accents;
    for (auto const& [key, value] : *table) {
        toml::array const* const signs = value.as_array();
        if (signs == nullptr || !signs->is_homogeneous(toml::node_type::string))
            return tl::unexpected("accents of \"" + std::string(key.str()) + "\" are not a list of signs");
        for (toml::node const& sign : *signs)
            accents[std::string(key.str())].push_back(*sign.value<std::string>());
    }
    return accents;
}

Read<KeyboardLayout> read_layout(toml::table const& file) {
    auto letters = read_page(file, "letters");
    if (!letters)
        return tl::unexpected(letters.error());
    auto signs = read_page(file, "signs");
    if (!signs)
        return tl::unexpected(signs.error());
    auto accents = read_accents(file);
    if (!accents)
        return tl::unexpected(accents.error());
    return KeyboardLayout{std::move(*letters), std::move(*signs), std::move(*accents)};
}

/// toml++ tells of errors by throwing; here they become values.
Read<toml::table> parse(std::filesystem::path const& file) {
    try {
        return toml::parse_file(file.string());
    } catch (toml::parse_error const& error) {
        std::ostringstream said;
        said << error.description();
        if (error.source().begin)
            said << " (line " << error.source().begin.line << ")";
        return tl::unexpected(said.str());
    }
}

} // namespace

tl::expected<KeyboardLayout, std::string> KeyboardLayout::load(std::filesystem::path const& file) {
    return parse(file).and_then(read_layout).map_error([&](std::string const& wrong) {
        return file.string() + ": " + wrong;
    });
}

} // namespace ui
