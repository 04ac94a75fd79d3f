// The board as it may leave the room: the one place where the rule of anonymity stands (method.md 3.5, 7.5). Every
// format is made of this and of nothing else, so that none tells more than another.
#pragma once

#include "board/board.h"

namespace exporters {

class Takeaway {
  public:
    /// Made of any board, without asking, so that nobody can forget it.
    Takeaway(board::Board board); // NOLINT(google-explicit-constructor)

    board::Board const& board() const { return m_board; }
    board::Board const* operator->() const { return &m_board; }

  private:
    board::Board m_board;
};

} // namespace exporters
