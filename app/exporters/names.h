// The method's words as they stand in our JSON: lower-case English, the same in every version. Knows no format.
#pragma once

#include "board/course.h"
#include "board/idea.h"
#include "board/meeting.h"
#include "board/trial.h"
#include "board/vote.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace exporters {

/// The names of an enumeration's values, in their order.
template <class E> inline constexpr std::nullptr_t names = nullptr;

template <class... Names> constexpr auto list(Names... all) {
    return std::array<std::string_view, sizeof...(all)>{all...};
}

template <> inline constexpr auto names<board::Role> = list("employee", "leader", "facilitator");
template <>
inline constexpr auto names<board::Stage> = list("new", "selected", "test", "scaling", "operation", "parked", "stopped",
                                                 "merged");
template <> inline constexpr auto names<board::NoteColour> = list("yellow", "orange", "pink", "green", "blue");
template <> inline constexpr auto names<board::InkColour> = list("ink", "blue", "green", "red");
template <>
inline constexpr auto names<board::EffectArea> = list("time", "quality", "citizenExperience", "workPressure",
                                                      "jobSatisfaction", "collaboration", "overview", "absence",
                                                      "money");
template <> inline constexpr auto names<board::PlaceState> = list("notBegun", "taught", "inUse");
template <> inline constexpr auto names<board::Holds> = list("yes", "partly", "no");
template <> inline constexpr auto names<board::MeasureKind> = list("number", "share", "scale", "kroner");
template <> inline constexpr auto names<board::Direction> = list("down", "up");
template <> inline constexpr auto names<board::Comparison> = list("atMost", "atLeast");
template <> inline constexpr auto names<board::CanDecide> = list("unanswered", "yes", "ask", "no");
template <> inline constexpr auto names<board::TrialState> = list("draft", "running", "ended");
template <> inline constexpr auto names<board::CarriedOut> = list("asPlanned", "partly", "notAtAll");
template <> inline constexpr auto names<board::Experience> = list("better", "same", "worse");
template <> inline constexpr auto names<board::Decision> = list("scale", "adjust", "park", "stop");
template <> inline constexpr auto names<board::RoundState> = list("open", "closed", "annulled");
template <> inline constexpr auto names<board::BallotMethod> = list("screen", "paper");
template <> inline constexpr auto names<board::CheckInState> = list("onTrack", "trouble", "stuck");
template <> inline constexpr auto names<board::Basis> = list("measured", "estimated", "experienced");
template <>
inline constexpr auto names<board::MeetingKind> = list("start", "learning", "obstacles", "scaling", "closing",
                                                       "followUp");
template <>
inline constexpr auto names<board::StepOpens> = list("nothing", "frames", "round", "silent", "board", "vote", "trials",
                                                     "pulse", "obstacles", "scaling", "effect", "farewell");

template <class E> constexpr std::string_view name_of(E value) { return names<E>[static_cast<std::size_t>(value)]; }

/// Nothing for a name that no value has.
template <class E> constexpr std::optional<E> from_name(std::string_view name) {
    for (std::size_t i = 0; i < names<E>.size(); ++i)
        if (names<E>[i] == name)
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace exporters
