#include "agendas.h"

#include "file.h"

#include <array>
#include <sstream>
#include <toml++/toml.h>

namespace app {

namespace {

constexpr std::int64_t longest_step = 240; // minutes, as board/meeting.h has it
constexpr std::size_t most_steps = 20;
/// In the order of MeetingKind and StepOpens.
constexpr std::array<std::string_view, 6> kinds = {"start", "learning", "obstacles", "scaling", "closing", "follow_up"};
constexpr std::array<std::string_view, 12> doors = {"nothing", "frames", "round",     "silent",  "board",  "vote",
                                                    "trials",  "pulse",  "obstacles", "scaling", "effect", "farewell"};

using Failed = tl::unexpected<std::string>;

std::string names(auto const& all) {
    std::string said;
    for (auto const name : all)
        said += (said.empty() ? "" : ", ") + std::string(name);
    return said;
}

tl::expected<board::AgendaStep, std::string> step_of(toml::table const& said) {
    for (auto const& [key, value] : said)
        if (key != "title" && key != "minutes" && key != "hint" && key != "opens")
            return Failed("has the unknown key " + std::string(key.str()));
    board::AgendaStep step;
    step.title = said["title"].value_or(std::string());
    step.hint = said["hint"].value_or(std::string());
    if (step.title.empty())
        return Failed("has no title");
    auto const minutes = said["minutes"].value<std::int64_t>();
    if (!minutes || *minutes < 1 || *minutes > longest_step)
        return Failed("needs minutes, 1 to " + std::to_string(longest_step));
    step.minutes = static_cast<int>(*minutes);
    auto const opens = said["opens"].value_or(std::string("nothing"));
    for (std::size_t i = 0; i < doors.size(); ++i)
        if (doors[i] == opens) {
            step.opens = static_cast<board::StepOpens>(i);
            return step;
        }
    return Failed("opens \"" + opens + "\", which is none of " + names(doors));
}

tl::expected<std::vector<board::AgendaStep>, std::string> steps_of(toml::table const& root, std::string_view kind) {
    auto const* array = root[kind].as_array();
    if (!array || array->empty())
        return Failed("[[" + std::string(kind) + "]] is missing: that meeting has no steps");
    if (array->size() > most_steps)
        return Failed("[[" + std::string(kind) + "]] has more than " + std::to_string(most_steps) + " steps");
    std::vector<board::AgendaStep> steps;
    for (auto const& node : *array) {
        auto const where = "[[" + std::string(kind) + "]] no. " + std::to_string(steps.size() + 1) + " ";
        auto const* table = node.as_table();
        auto step = table ? step_of(*table) : tl::expected<board::AgendaStep, std::string>(Failed("is no table"));
        if (!step)
            return Failed(where + step.error());
        steps.push_back(std::move(*step));
    }
    return steps;
}

tl::expected<screens::Agendas, std::string> agendas_of(toml::table const& root) {
    for (auto const& [key, value] : root)
        if (std::find(kinds.begin(), kinds.end(), key.str()) == kinds.end())
            return Failed("[[" + std::string(key.str()) + "]] is no meeting; there are " + names(kinds));
    screens::Agendas agendas;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        auto steps = steps_of(root, kinds[i]);
        if (!steps)
            return Failed(steps.error());
        agendas.of[i] = std::move(*steps);
    }
    return agendas;
}

} // namespace

tl::expected<screens::Agendas, std::string> parse_agendas(std::string_view text) {
    try { // toml++ tells of a file it cannot read by throwing
        return agendas_of(toml::parse(text));
    } catch (toml::parse_error const& error) {
        std::ostringstream said;
        said << "line " << error.source().begin.line << ": " << error.description();
        return Failed(said.str());
    }
}

tl::expected<screens::Agendas, std::string> read_agendas(std::filesystem::path const& file) {
    auto const bytes = read_file(file);
    if (!bytes)
        return Failed(file.string() + " cannot be read");
    return parse_agendas(*bytes).map_error([&](std::string const& why) { return file.string() + ": " + why; });
}

} // namespace app
