// *Runde*: the table with the people around it, whose turn it is, and a clock for each. What is said stays in the room:
// nothing of a round is kept, but for where people sit.
#pragma once

#include "ui/screens/context.h"

#include <optional>
#include <vector>

namespace screens {

inline constexpr int most_turn_minutes = 5;

/// A person's part of a round.
struct Turn {
    board::ParticipantId who{};
    double used_s = 0; ///< before the turn that is on
    bool had = false;  ///< has spoken, or passed
    bool passed = false;
};

struct RoundView {
    enum class State { Ready, Running, Done } state = State::Ready;
    int minutes = 1;                              ///< each, 1–5
    std::vector<Turn> turns{};                    ///< around the table, from its top
    std::size_t on = 0;                           ///< whose turn it is
    double since_s = 0;                           ///< of that turn, on the wall's running clock
    bool seating = false;                         ///< taps move people instead of giving the word
    std::optional<board::ParticipantId> picked{}; ///< to be moved with the next tap
};

void round_screen(Context& c, RoundView& view);

} // namespace screens
