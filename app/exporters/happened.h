// What happened on a board between two meetings, as its dates tell. Knows no words and no paper.
#pragma once

#include "board/board.h"

#include <utility>
#include <vector>

namespace exporters {

using IdeaTrial = std::pair<board::Idea const*, board::Trial const*>;

/// All of it points into the board.
struct Happened {
    board::Date from{}, before{};              ///< from … until the day before `before`
    std::vector<IdeaTrial> decided;            ///< in the order of their days
    std::vector<IdeaTrial> begun;              ///< trials that started
    std::vector<IdeaTrial> running;            ///< still running when the time ended
    std::vector<board::Idea const*> new_ideas; ///< without those merged into others
    std::vector<board::Idea const*> parked;    ///< without a trial's decision
    std::vector<board::VoteRound const*> rounds;
    std::vector<board::PulseRound const*> pulses;                       ///< closed
    std::vector<board::Obstacle const*> obstacles;                      ///< raised or answered
    std::vector<std::pair<IdeaTrial, board::CheckIn const*>> check_ins; ///< in the order of their days
    board::HeldMeeting const* held = nullptr; ///< the meeting itself, when it was led on the wall
};

/// From that meeting (1 …) until the next.
Happened happened_from(board::Board const& board, int meeting);

} // namespace exporters
