// The one list of what needs the facilitator's PIN (method.md 7.4). What is not on it anybody at the wall may do. App
// asks here before it does anything, so that no page can forget to.
#pragma once

#include "ui/screens/context.h"

#include <type_traits>
#include <variant>

namespace app {

template <class... T> struct Listed {
    template <class One> static constexpr bool has = (std::is_same_v<One, T> || ...);
};

/// Commands to the board.
using GuardedCommands = Listed<board::EditCourse, board::PlanMeetings, board::ChangeSettings, board::AddParticipant,
                               board::EditParticipant>;
/// What screens ask of the app.
using GuardedRequests = Listed<>;
/// What the facilitator's pages ask of the wall.
using GuardedWishes = Listed<screens::ChangePin, screens::CarryHome>;

inline bool needs_pin(screens::Request const& request) {
    return std::visit(
        [](auto const& one) {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, screens::Ask>)
                return std::visit(
                    [](auto const& command) { return GuardedCommands::has<std::decay_t<decltype(command)>>; },
                    one.command);
            else if constexpr (std::is_same_v<One, screens::WallWish>)
                return std::visit([](auto const& wish) { return GuardedWishes::has<std::decay_t<decltype(wish)>>; },
                                  one);
            else
                return GuardedRequests::has<One>;
        },
        request);
}

} // namespace app
