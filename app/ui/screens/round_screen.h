// *Runde*: the table with the people around it, whose turn it is, and a clock for each. What is said stays in the room:
// of a round that is over nothing is kept, but for where people sit. While it is on, its turns lie beside the board, so
// that it goes on after a pulled plug (app/drafts.h).
#pragma once

#include "ui/screens/context.h"

#include <chrono>
#include <optional>
#include <vector>

namespace screens {

inline constexpr int most_turn_minutes = 5;

/// A person's part of a round.
struct Turn {
    board::ParticipantId who{};
    std::chrono::milliseconds used{0}; ///< before its clock was started last
    bool had = false;                  ///< has spoken, or passed
    bool passed = false;
    bool operator==(Turn const&) const = default;
};

struct RoundView {
    enum class State { Ready, Running, Done } state = State::Ready;
    int minutes = 1;                              ///< each, 1–5
    std::vector<Turn> turns{};                    ///< around the table, from its top
    std::size_t on = 0;                           ///< whose turn it is
    std::optional<board::Instant> since{};        ///< of that turn's clock; nothing: it stands
    int meeting = 0;                              ///< the number of the meeting it is held in; 0: none
    bool seating = false;                         ///< taps move people instead of giving the word
    std::optional<board::ParticipantId> picked{}; ///< to be moved with the next tap
};

void round_screen(Context& c, RoundView& view);
/// In every frame, whatever the screen: the clock stands while the meeting's does, and a round ends with its meeting.
void follow_round(board::Board const& board, board::Instant now, RoundView& view);
/// Whether a round that was taken up from beside the board still is on: its meeting is, or it was begun within the hour.
bool is_still_on(board::Board const& board, board::Instant now, RoundView const& view);

} // namespace screens
