#include "exporters/said.h"

#include "exporters/names.h"

#include <array>

namespace exporters {

using text::Words;

namespace {

/// The words of an enumeration's value, by its place; a place without a key has none.
template <class E, std::size_t N>
std::string_view by_place(Words const& words, E value, std::array<std::string_view, N> const& keys) {
    auto const key = keys[static_cast<std::size_t>(value)];
    return key.empty() ? std::string_view() : said_value(words, key);
}

} // namespace

std::string_view said_value(Words const& words, std::string_view key) {
    return words.get("export.value." + std::string(key));
}
std::string_view yes_or_no(Words const& words, bool yes) { return words.get(yes ? "export.yes" : "export.no"); }

std::string_view said(Words const& words, board::TrialState state) {
    return by_place<board::TrialState, 3>(words, state, {"draft", "running", "ended"});
}
std::string_view said(Words const& words, board::CanDecide answer) {
    return by_place<board::CanDecide, 4>(words, answer, {"", "can_decide_yes", "can_decide_ask", "can_decide_no"});
}
std::string_view said(Words const& words, board::CarriedOut how) {
    return by_place<board::CarriedOut, 3>(words, how, {"as_planned", "partly", "not_at_all"});
}
std::string_view said(Words const& words, board::Experience experience) {
    return by_place<board::Experience, 3>(words, experience,
                                          {"experience_better", "experience_same", "experience_worse"});
}
std::string_view said(Words const& words, board::PlaceState state) {
    return by_place<board::PlaceState, 3>(words, state, {"not_begun", "taught", "in_use"});
}
std::string_view said(Words const& words, board::Holds holds) {
    return by_place<board::Holds, 3>(words, holds, {"holds_yes", "partly", "holds_no"});
}
std::string_view said(Words const& words, board::BallotMethod method) {
    return by_place<board::BallotMethod, 2>(words, method, {"screen", "paper"});
}
std::string_view said(Words const& words, board::CheckInState state) {
    return by_place<board::CheckInState, 3>(words, state, {"on_track", "trouble", "stuck"});
}
std::string_view said(Words const& words, board::MeetingKind kind) {
    return by_place<board::MeetingKind, 6>(
        words, kind,
        {"kind_start", "kind_learning", "kind_obstacles", "kind_scaling", "kind_closing", "kind_follow_up"});
}
std::string_view said(Words const& words, board::RoundState state) {
    return by_place<board::RoundState, 3>(words, state, {"round_open", "round_closed", "round_annulled"});
}
std::string_view said(Words const& words, board::Stage stage) {
    return words.get("stage." + std::string(name_of(stage)));
}
std::string_view said(Words const& words, board::Decision decision) {
    return words.get("decision." + std::string(name_of(decision)));
}
std::string_view said(Words const& words, board::Role role) { return words.get("roles." + std::string(name_of(role))); }

std::string_view said(Words const& words, board::EffectArea area) {
    constexpr std::array<std::string_view, 9> keys = {
        "area.time",          "area.quality",          "area.citizen_experience",
        "area.work_pressure", "area.job_satisfaction", "area.collaboration",
        "area.overview",      "area.absence",          "area.money"};
    static_assert(keys.size() == static_cast<std::size_t>(board::EffectArea::Money) + 1);
    return words.get(std::string(keys[static_cast<std::size_t>(area)]));
}

std::string listed(Words const& words, std::vector<board::EffectArea> const& areas) {
    std::string list;
    for (board::EffectArea const area : areas)
        list += (list.empty() ? "" : ", ") + std::string(said(words, area));
    return list;
}

std::string_view name_of_person(board::Board const& board, std::optional<board::ParticipantId> who) {
    auto const* participant = who ? find_participant(board, *who) : nullptr;
    return participant ? std::string_view(participant->name) : std::string_view();
}

std::string title_of(Words const& words, board::Idea const& idea) {
    if (!idea.text.empty())
        return idea.text;
    return words.say(idea.ink ? "export.drawn_idea" : "export.pictured_idea", {{"no", std::int64_t{idea.no}}});
}

} // namespace exporters
