// The pure fold. `apply` cannot fail: whatever is stored has been decided.
#pragma once

#include "board/board.h"
#include "board/event.h"

#include <span>

namespace board {

/// The board that these records make. Operations named by an `Undone` are left out.
Board fold(std::span<Record const> records);

/// Applies one more record to `board`. An `Undone` needs the whole history: use `fold`.
void apply(Board& board, Record const& record);

} // namespace board
