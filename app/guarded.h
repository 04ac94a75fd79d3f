// The one list of what needs the facilitator's PIN (method.md 7.4). What is not on it anybody at the wall may do. App
// asks here before it does anything, so that no page can forget to.
#pragma once

#include "ui/screens/context.h"

#include <type_traits>
#include <variant>

namespace app {

template <class... T> struct Listed {
    template <class One> static constexpr bool has = (std::is_same_v<One, T> || ...);
    /// Calls `visit` with a T{} of each.
    template <class Visit> static void each([[maybe_unused]] Visit visit) { (visit(T{}), ...); }
};

/// Until the first meeting, and while one is held, the team arranges its course together and anybody may; between
/// meetings the facilitator.
enum class SetUp { UnderWay, Done };

/// Commands to the board that set the course up.
using SetUpCommands = Listed<board::EditCourse, board::PlanMeetings, board::ChangeSettings, board::SetDeletionDate,
                             board::AddParticipant, board::EditParticipant, board::KeepAgenda>;
/// Commands to the board that are the facilitator's at any time.
using GuardedCommands = Listed<board::CloseCourse, board::ChangeMeasure>;
/// A trial more than the board has room for, with the facilitator's reason.
inline bool goes_over_limit(board::Command const& command) {
    auto const* start = std::get_if<board::StartTrial>(&command);
    return start && !start->over_limit_reason.empty();
}
/// What screens ask of the app.
using GuardedRequests = Listed<>;
/// What the facilitator's pages ask of the wall.
using GuardedWishes = Listed<
    screens::ChangePin, screens::ChangeSetting, screens::LookAtCourses, screens::ShowCourse, screens::StartCourse,
    screens::RenameCourse, screens::ArchiveCourse, screens::UnarchiveCourse, screens::DeleteCourse, screens::CarryHome,
    screens::FinishCarrying, screens::CarryCode, screens::ReadFile, screens::ChooseColumns, screens::BringIn,
    screens::LeaveFile, screens::TakeBack, screens::LookAtCopies, screens::LookForBoards, screens::TakeCopy,
    screens::PreviewCopy, screens::RestoreCopy, screens::UndoInHistory, screens::FindPerson, screens::ErasePerson>;

inline bool needs_pin(board::Command const& command, SetUp set_up) {
    return std::visit(
        [&](auto const& one) {
            using One = std::decay_t<decltype(one)>;
            return GuardedCommands::has<One> || (set_up == SetUp::Done && SetUpCommands::has<One>);
        },
        command);
}

inline bool needs_pin(screens::Request const& request, SetUp set_up) {
    return std::visit(
        [&](auto const& one) {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, screens::Ask>)
                return goes_over_limit(one.command) || needs_pin(one.command, set_up);
            else if constexpr (std::is_same_v<One, screens::WallWish>)
                return std::visit([](auto const& wish) { return GuardedWishes::has<std::decay_t<decltype(wish)>>; },
                                  one);
            else
                return GuardedRequests::has<One>;
        },
        request);
}

} // namespace app
