// The words of the file: every enumerator's and every event's name. What has been released stays.
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
inline constexpr auto words<board::InkColour> = words_to<board::InkColour, board::InkColour::Red>("ink", "blue",
                                                                                                  "green", "red");
template <>
inline constexpr auto words<board::EffectArea> = words_to<board::EffectArea, board::EffectArea::Money>(
    "time", "quality", "citizen-experience", "work-pressure", "job-satisfaction", "collaboration", "overview",
    "absence", "money");
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

template <>
inline constexpr auto words<board::CheckInState> = words_to<board::CheckInState, board::CheckInState::Stuck>("on-track",
                                                                                                             "trouble",
                                                                                                             "stuck");
template <>
inline constexpr auto words<board::Basis> = words_to<board::Basis, board::Basis::Experienced>("measured", "estimated",
                                                                                              "experienced");
template <>
inline constexpr auto words<board::MeetingKind> = words_to<board::MeetingKind, board::MeetingKind::FollowUp>(
    "start", "learning", "obstacles", "scaling", "closing", "follow-up");
template <>
inline constexpr auto words<board::StepOpens> = words_to<board::StepOpens, board::StepOpens::Farewell>(
    "nothing", "frames", "round", "silent", "board", "vote", "trials", "pulse", "obstacles", "scaling", "effect",
    "farewell");

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
template <> inline constexpr std::string_view type_name<board::IdeaInked> = "idea-inked";
template <> inline constexpr std::string_view type_name<board::IdeaTagged> = "idea-tagged";
template <> inline constexpr std::string_view type_name<board::IdeaWeighed> = "idea-weighed";
template <> inline constexpr std::string_view type_name<board::IdeaPlaced> = "idea-placed";
template <> inline constexpr std::string_view type_name<board::IdeaSelected> = "idea-selected";
template <> inline constexpr std::string_view type_name<board::IdeaDeselected> = "idea-deselected";
template <> inline constexpr std::string_view type_name<board::IdeaParked> = "idea-parked";
template <> inline constexpr std::string_view type_name<board::IdeaResumed> = "idea-resumed";
template <> inline constexpr std::string_view type_name<board::IdeaMerged> = "idea-merged";
template <> inline constexpr std::string_view type_name<board::IdeaSplit> = "idea-split";
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
template <> inline constexpr std::string_view type_name<board::FramesWritten> = "frames-written";
template <> inline constexpr std::string_view type_name<board::DeletionDateSet> = "deletion-date-set";
template <> inline constexpr std::string_view type_name<board::CourseClosed> = "course-closed";
template <> inline constexpr std::string_view type_name<board::ParticipantsSeated> = "participants-seated";
template <> inline constexpr std::string_view type_name<board::IdeaPictured> = "idea-pictured";
template <> inline constexpr std::string_view type_name<board::IdeasRevealed> = "ideas-revealed";
template <> inline constexpr std::string_view type_name<board::CheckedIn> = "checked-in";
template <> inline constexpr std::string_view type_name<board::PointNoted> = "point-noted";
template <> inline constexpr std::string_view type_name<board::MeasureChanged> = "measure-changed";
template <> inline constexpr std::string_view type_name<board::MeetingOpened> = "meeting-opened";
template <> inline constexpr std::string_view type_name<board::StepBegun> = "step-begun";
template <> inline constexpr std::string_view type_name<board::ClockPaused> = "clock-paused";
template <> inline constexpr std::string_view type_name<board::ClockResumed> = "clock-resumed";
template <> inline constexpr std::string_view type_name<board::MinutesAdded> = "minutes-added";
template <> inline constexpr std::string_view type_name<board::AwaySet> = "away-set";
template <> inline constexpr std::string_view type_name<board::AgendaChanged> = "agenda-changed";
template <> inline constexpr std::string_view type_name<board::MeetingClosed> = "meeting-closed";
template <> inline constexpr std::string_view type_name<board::AgendaKept> = "agenda-kept";
template <> inline constexpr std::string_view type_name<board::ObstacleRaised> = "obstacle-raised";
template <> inline constexpr std::string_view type_name<board::AnswerPromised> = "answer-promised";
template <> inline constexpr std::string_view type_name<board::ObstacleAnswered> = "obstacle-answered";
template <> inline constexpr std::string_view type_name<board::PulseOpened> = "pulse-opened";
template <> inline constexpr std::string_view type_name<board::PulseClosed> = "pulse-closed";
template <> inline constexpr std::string_view type_name<board::PulseAnnulled> = "pulse-annulled";
template <> inline constexpr std::string_view type_name<board::Undone> = "undone";

} // namespace store
