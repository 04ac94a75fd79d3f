#include "toml_edit.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <sstream>
#include <toml++/toml.h>
#include <vector>

namespace app {

namespace {

std::string written(TomlValue const& value) {
    std::ostringstream out;
    std::visit([&](auto const& one) { out << toml::value(one); }, value);
    return out.str();
}

/// Where a line (from 1) begins in the text.
std::size_t line_start(std::string_view text, std::uint32_t line) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < line && at != std::string_view::npos; ++i) {
        at = text.find('\n', at);
        at = at == std::string_view::npos ? text.size() : at + 1;
    }
    return at;
}

/// A column counts characters, the text bytes.
std::size_t offset(std::string_view text, toml::source_position at) {
    std::size_t place = line_start(text, at.line);
    for (std::uint32_t i = 1; i < at.column && place < text.size(); ++i)
        do
            ++place;
        while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U);
    return place;
}

/// The last line (from 1) that the table's own values and its heading stand on.
std::uint32_t last_line(toml::table const& table) {
    std::uint32_t line = table.source().begin.line;
    for (auto const& [key, node] : table)
        if (!node.is_table() || node.as_table()->is_inline())
            line = std::max(line, node.source().end.line);
    return line;
}

std::string_view line_end(std::string_view text) { return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

std::string replaced(std::string_view text, toml::node const& node, std::string const& value) {
    auto const begin = offset(text, node.source().begin), end = offset(text, node.source().end);
    return std::string(text.substr(0, begin)) + value + std::string(text.substr(end));
}

std::string added(std::string_view text, toml::table const& table, std::string const& line) {
    std::string out(text);
    auto const at = line_start(text, last_line(table) + 1);
    bool const last = at >= text.size() && !text.empty() && text.back() != '\n';
    out.insert(at, last ? std::string(line_end(text)) + line : line + std::string(line_end(text)));
    return out;
}

std::string with_section(std::string_view text, std::string_view section, std::string const& line) {
    std::string out(text);
    auto const end = line_end(text);
    if (!out.empty() && out.back() != '\n')
        out += end;
    if (!out.empty())
        out += end;
    return out.append("[").append(section).append("]").append(end).append(line).append(end);
}

struct Parsed {
    toml::table root{};
    std::string problem{}; ///< empty: none
};

Parsed parse(std::string_view text) {
    try { // toml++ reports what it cannot read by throwing
        return {toml::parse(text), {}};
    } catch (toml::parse_error const& error) {
        std::ostringstream where;
        where << error.description() << ", " << error.source().begin;
        return {{}, where.str()};
    }
}

/// Reads back that nothing changed but the one value.
bool says(std::string const& text, std::string_view section, std::string_view key, toml::table before,
          TomlValue const& value) {
    auto const after = parse(text);
    if (!after.problem.empty())
        return false;
    auto* table = before[section].as_table();
    if (!table)
        table = before.insert_or_assign(section, toml::table{}).first->second.as_table();
    std::visit([&](auto const& one) { table->insert_or_assign(key, one); }, value);
    return after.root == before;
}

} // namespace

tl::expected<std::string, std::string> with_toml_value(std::string_view text, std::string_view section,
                                                       std::string_view key, TomlValue const& value) {
    auto const parsed = parse(text);
    if (!parsed.problem.empty())
        return tl::unexpected(parsed.problem);
    auto const* table = parsed.root[section].as_table();
    auto const* node = table ? table->get(key) : nullptr;
    auto const line = std::string(key) + " = " + written(value);
    auto changed = node    ? replaced(text, *node, written(value))
                   : table ? added(text, *table, line)
                           : with_section(text, section, line);
    if (!says(changed, section, key, parsed.root, value))
        return tl::unexpected(std::string(section) + "." + std::string(key) + " cannot be changed where it stands");
    return changed;
}

} // namespace app
