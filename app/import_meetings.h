// How what belongs to the course rather than to an idea came about: meetings as they were held, the pulse, obstacles.
#pragma once

#include "board/board.h"
#include "import_story.h"

#include <vector>

namespace app {

/// Steps that follow each other, the first first.
using Chain = std::vector<Step>;

/// A step for each meeting. Who was away is not in an export, so nobody is.
Chain chain_of_meetings(board::Board const& board);
/// Each pulse opened, and closed or annulled.
Chain chain_of_pulses(board::Board const& board);
/// A chain for each obstacle, from being raised to its answer; they are raised in their order.
std::vector<Chain> chains_of_obstacles(board::Board const& board);

} // namespace app
