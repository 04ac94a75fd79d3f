#include "measures.h"

#include "board/text_rules.h"
#include "file.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <toml++/toml.h>

namespace app {

namespace {

using Failed = tl::unexpected<std::string>;

constexpr std::size_t most_measures = 24; // more would be a list to search in
/// Each in the order of its enumeration.
constexpr std::array<std::string_view, 4> kinds = {"number", "share", "scale", "kroner"};
constexpr std::array<std::string_view, 2> directions = {"down", "up"};
constexpr std::array<std::string_view, 3> bases = {"measured", "estimated", "experienced"};

/// Which of `all` stands under that key, or `otherwise` where nothing does; −1 for a word that is none of them.
int one_of(toml::table const& said, char const* key, auto const& all, std::string_view otherwise) {
    auto const word = said[key].value_or(otherwise);
    auto const at = std::find(all.begin(), all.end(), word);
    return at == all.end() ? -1 : static_cast<int>(at - all.begin());
}

std::string unit_of(board::MeasureKind kind, std::string said) {
    switch (kind) {
    case board::MeasureKind::Number: return said;
    case board::MeasureKind::Share: return "%";
    case board::MeasureKind::Scale: return {};
    case board::MeasureKind::Kroner: break;
    }
    return "kr.";
}

tl::expected<board::Measure, std::string> measure_of(toml::table const& said) {
    for (auto const& [key, value] : said)
        if (key != "name" && key != "kind" && key != "unit" && key != "better" && key != "source" && key != "basis")
            return Failed("has the unknown key " + std::string(key.str()));
    board::Measure measure;
    measure.name = said["name"].value_or(std::string());
    measure.source = said["source"].value_or(std::string());
    if (measure.name.empty() || board::count_characters(measure.name) > board::max_name_characters)
        return Failed("needs a name of at most " + std::to_string(board::max_name_characters) + " characters");
    int const kind = one_of(said, "kind", kinds, "");
    int const better = one_of(said, "better", directions, "");
    int const basis = one_of(said, "basis", bases, bases[0]);
    if (kind < 0 || better < 0 || basis < 0)
        return Failed(std::string("needs a known word for ") + (kind < 0 ? "kind" : better < 0 ? "better" : "basis"));
    measure.kind = static_cast<board::MeasureKind>(kind);
    measure.better = static_cast<board::Direction>(better);
    measure.basis = static_cast<board::Basis>(basis);
    auto const unit = said["unit"].value_or(std::string());
    if (!unit.empty() && measure.kind != board::MeasureKind::Number)
        return Failed("has a unit, which only the kind number may have");
    measure.unit = unit_of(measure.kind, unit);
    return measure;
}

tl::expected<std::vector<board::Measure>, std::string> measures_of(toml::table const& root) {
    for (auto const& [key, value] : root)
        if (key != "measure")
            return Failed("[[" + std::string(key.str()) + "]] is not known; there is [[measure]]");
    auto const* array = root["measure"].as_array();
    if (!array || array->size() > most_measures)
        return Failed("needs 1 to " + std::to_string(most_measures) + " [[measure]]");
    std::vector<board::Measure> measures;
    for (auto const& node : *array) {
        auto const* table = node.as_table();
        auto measure = table ? measure_of(*table) : tl::expected<board::Measure, std::string>(Failed("is no table"));
        if (!measure)
            return Failed("[[measure]] no. " + std::to_string(measures.size() + 1) + " " + measure.error());
        measures.push_back(std::move(*measure));
    }
    return measures;
}

} // namespace

tl::expected<std::vector<board::Measure>, std::string> parse_measures(std::string_view text) {
    try { // toml++ tells of a file it cannot read by throwing
        return measures_of(toml::parse(text));
    } catch (toml::parse_error const& error) {
        std::ostringstream said;
        said << "line " << error.source().begin.line << ": " << error.description();
        return Failed(said.str());
    }
}

tl::expected<std::vector<board::Measure>, std::string> read_measures(std::filesystem::path const& file) {
    auto const bytes = read_file(file);
    if (!bytes)
        return Failed(file.string() + " cannot be read");
    return parse_measures(*bytes).map_error([&](std::string const& why) { return file.string() + ": " + why; });
}

} // namespace app
