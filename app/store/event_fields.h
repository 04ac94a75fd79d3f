// The fields of every event and its parts, named once: the same list writes the JSON and reads it.
// What has been released is read for ever: a changed event gets a new version, its old form is lifted.
#pragma once

#include "board/event.h"

#include <array>
#include <string_view>

namespace store {

/// The word for each enumerator, in their order.
template <class E> inline constexpr std::array<std::string_view, 0> words{};

// The last enumerator is named so that one more enumerator without a word does not compile.
template <class E, E last, class... Words> constexpr auto words_to(Words... list) {
    static_assert(sizeof...(Words) == static_cast<std::size_t>(last) + 1);
    return std::array<std::string_view, sizeof...(Words)>{list...};
}

template <>
inline constexpr auto words<board::Role> = words_to<board::Role, board::Role::Facilitator>("employee", "leader",
                                                                                           "facilitator");
template <>
inline constexpr auto words<board::NoteColour> = words_to<board::NoteColour, board::NoteColour::Blue>("yellow",
                                                                                                      "orange", "pink",
                                                                                                      "green", "blue");
template <>
inline constexpr auto words<board::BallotMethod> = words_to<board::BallotMethod, board::BallotMethod::Paper>("screen",
                                                                                                             "paper");
template <>
inline constexpr auto words<board::MeasureKind> =
    words_to<board::MeasureKind, board::MeasureKind::Kroner>("number", "share", "scale", "kroner");
template <>
inline constexpr auto words<board::Direction> = words_to<board::Direction, board::Direction::Up>("down", "up");
template <>
inline constexpr auto words<board::Comparison> = words_to<board::Comparison, board::Comparison::AtLeast>("at-most",
                                                                                                         "at-least");
template <>
inline constexpr auto words<board::CanDecide> = words_to<board::CanDecide, board::CanDecide::No>("unanswered", "yes",
                                                                                                 "ask", "no");
template <>
inline constexpr auto words<board::CarriedOut> = words_to<board::CarriedOut, board::CarriedOut::NotAtAll>("as-planned",
                                                                                                          "partly",
                                                                                                          "not-at-all");
template <>
inline constexpr auto words<board::Experience> = words_to<board::Experience, board::Experience::Worse>("better", "same",
                                                                                                       "worse");
template <>
inline constexpr auto words<board::Decision> = words_to<board::Decision, board::Decision::Stop>("scale", "adjust",
                                                                                                "park", "stop");
template <>
inline constexpr auto
    words<board::PlaceState> = words_to<board::PlaceState, board::PlaceState::InUse>("not-begun", "taught", "in-use");
template <> inline constexpr auto words<board::Holds> = words_to<board::Holds, board::Holds::No>("yes", "partly", "no");

/// The event's type name in the file.
template <class E> inline constexpr std::string_view type_name{};
template <> inline constexpr std::string_view type_name<board::CourseCreated> = "course-created";
template <> inline constexpr std::string_view type_name<board::CourseEdited> = "course-edited";
template <> inline constexpr std::string_view type_name<board::MeetingsPlanned> = "meetings-planned";
template <> inline constexpr std::string_view type_name<board::SettingsChanged> = "settings-changed";
template <> inline constexpr std::string_view type_name<board::ParticipantAdded> = "participant-added";
template <> inline constexpr std::string_view type_name<board::ParticipantEdited> = "participant-edited";
template <> inline constexpr std::string_view type_name<board::IdeaAdded> = "idea-added";
template <> inline constexpr std::string_view type_name<board::IdeaEdited> = "idea-edited";
template <> inline constexpr std::string_view type_name<board::IdeaRecoloured> = "idea-recoloured";
template <> inline constexpr std::string_view type_name<board::IdeaPlaced> = "idea-placed";
template <> inline constexpr std::string_view type_name<board::IdeaSelected> = "idea-selected";
template <> inline constexpr std::string_view type_name<board::IdeaDeselected> = "idea-deselected";
template <> inline constexpr std::string_view type_name<board::IdeaParked> = "idea-parked";
template <> inline constexpr std::string_view type_name<board::IdeaResumed> = "idea-resumed";
template <> inline constexpr std::string_view type_name<board::RoundOpened> = "round-opened";
template <> inline constexpr std::string_view type_name<board::RoundClosed> = "round-closed";
template <> inline constexpr std::string_view type_name<board::RoundAnnulled> = "round-annulled";
template <> inline constexpr std::string_view type_name<board::TrialPlanned> = "trial-planned";
template <> inline constexpr std::string_view type_name<board::TrialStarted> = "trial-started";
template <> inline constexpr std::string_view type_name<board::OutcomeNoted> = "outcome-noted";
template <> inline constexpr std::string_view type_name<board::TrialDecided> = "trial-decided";
template <> inline constexpr std::string_view type_name<board::ScalePlanWritten> = "scale-plan-written";
template <> inline constexpr std::string_view type_name<board::PlaceStateSet> = "place-state-set";
template <> inline constexpr std::string_view type_name<board::PutIntoOperation> = "put-into-operation";
template <> inline constexpr std::string_view type_name<board::RolledBack> = "rolled-back";
template <> inline constexpr std::string_view type_name<board::FollowedUp> = "followed-up";
template <> inline constexpr std::string_view type_name<board::Undone> = "undone";

// Parts.

template <class Io> void fields(Io& io, board::Meeting& x) {
    io("no", x.no);
    io("date", x.date);
}

template <class Io> void fields(Io& io, board::Settings& x) {
    io("wip_limit", x.wip_limit);
    io("max_dots_per_idea", x.max_dots_per_idea);
    io("leader_votes", x.leader_votes);
}

template <class Io> void fields(Io& io, board::Course& x) {
    io("name", x.name);
    io("workplace", x.workplace);
    io("challenge", x.challenge);
    io("meetings", x.meetings);
    io("follow_up", x.follow_up);
    io("settings", x.settings);
    io("fictional", x.fictional);
}

template <class Io> void fields(Io& io, board::TrialRef& x) {
    io("idea", x.idea);
    io("no", x.no);
}

template <class Io> void fields(Io& io, board::Tally& x) {
    io("idea", x.idea);
    io("dots", x.dots);
}

template <class Io> void fields(Io& io, board::Reading& x) {
    io("value", x.value);
    io("count", x.count);
    io("n", x.n);
}

template <class Io> void fields(Io& io, board::Measure& x) {
    io("name", x.name);
    io("unit", x.unit);
    io("kind", x.kind);
    io("better", x.better);
    io("baseline", x.baseline);
    io("target", x.target);
    io("source", x.source);
}

template <class Io> void fields(Io& io, board::Guard& x) {
    io("name", x.name);
    io("unit", x.unit);
    io("comparison", x.comparison);
    io("limit", x.limit);
    io("baseline", x.baseline);
}

template <class Io> void fields(Io& io, board::TrialPlan& x) {
    io("assumption", x.assumption);
    io("what", x.what);
    io("owner", x.owner);
    io("scope", x.scope);
    io("from", x.from);
    io("to", x.to);
    io("changed", x.changed);
    io("can_decide", x.can_decide);
    io("affected_asked", x.affected_asked);
    io("experience_only", x.experience_only);
    io("measure", x.measure);
    io("guard", x.guard);
}

template <class Io> void fields(Io& io, board::TrialOutcome& x) {
    io("carried_out", x.carried_out);
    io("what_happened", x.what_happened);
    io("learning", x.learning);
    io("result", x.result);
    io("guard_result", x.guard_result);
    io("experience", x.experience);
}

template <class Io> void fields(Io& io, board::Place& x) {
    io("name", x.name);
    io("responsible", x.responsible);
    io("due", x.due);
    io("state", x.state);
}

template <class Io> void fields(Io& io, board::FollowUp& x) {
    io("date", x.date);
    io("holds", x.holds);
    io("value", x.value);
}

template <class Io> void fields(Io& io, board::ScalePlan& x) {
    io("trial_no", x.trial_no);
    io("what_now", x.what_now);
    io("what_stops", x.what_stops);
    io("responsible", x.responsible);
    io("places", x.places);
    io("follow_ups", x.follow_ups);
    io("rolled_back", x.rolled_back);
}

// Events.

template <class Io> void fields(Io& io, board::CourseCreated& x) { io("course", x.course); }

template <class Io> void fields(Io& io, board::CourseEdited& x) {
    io("name", x.name);
    io("workplace", x.workplace);
    io("challenge", x.challenge);
}

template <class Io> void fields(Io& io, board::MeetingsPlanned& x) {
    io("dates", x.dates);
    io("follow_up", x.follow_up);
}

template <class Io> void fields(Io& io, board::SettingsChanged& x) { io("settings", x.settings); }

template <class Io> void fields(Io& io, board::ParticipantAdded& x) {
    io("id", x.id);
    io("name", x.name);
    io("role", x.role);
}

template <class Io> void fields(Io& io, board::ParticipantEdited& x) {
    io("id", x.id);
    io("name", x.name);
    io("role", x.role);
    io("active", x.active);
}

template <class Io> void fields(Io& io, board::IdeaAdded& x) {
    io("id", x.id);
    io("no", x.no);
    io("text", x.text);
    io("colour", x.colour);
    io("author", x.author);
    io("builds_on", x.builds_on);
    io("problem", x.problem);
    io("proposal", x.proposal);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaEdited& x) {
    io("id", x.id);
    io("text", x.text);
}

template <class Io> void fields(Io& io, board::IdeaRecoloured& x) {
    io("id", x.id);
    io("colour", x.colour);
}

template <class Io> void fields(Io& io, board::IdeaPlaced& x) {
    io("id", x.id);
    io("before", x.before);
}

template <class Io> void fields(Io& io, board::IdeaSelected& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaDeselected& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaParked& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("revisit", x.revisit);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaResumed& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RoundOpened& x) {
    io("no", x.no);
    io("candidates", x.candidates);
    io("dots", x.dots);
    io("max_per_idea", x.max_per_idea);
    io("method", x.method);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RoundClosed& x) {
    io("no", x.no);
    io("ballots", x.ballots);
    io("tallies", x.tallies);
}

template <class Io> void fields(Io& io, board::RoundAnnulled& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::TrialPlanned& x) {
    io("trial", x.trial);
    io("plan", x.plan);
}

template <class Io> void fields(Io& io, board::TrialStarted& x) {
    io("trial", x.trial);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::OutcomeNoted& x) {
    io("trial", x.trial);
    io("outcome", x.outcome);
}

template <class Io> void fields(Io& io, board::TrialDecided& x) {
    io("trial", x.trial);
    io("decision", x.decision);
    io("reason", x.reason);
    io("revisit", x.revisit);
    io("leader_confirmed", x.leader_confirmed);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::ScalePlanWritten& x) {
    io("id", x.id);
    io("plan", x.plan);
}

template <class Io> void fields(Io& io, board::PlaceStateSet& x) {
    io("id", x.id);
    io("place", x.place);
    io("state", x.state);
}

template <class Io> void fields(Io& io, board::PutIntoOperation& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RolledBack& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::FollowedUp& x) {
    io("id", x.id);
    io("follow_up", x.follow_up);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::Undone& x) { io("operation", x.operation); }

} // namespace store
