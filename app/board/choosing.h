// What a vote says of a choice among its ideas: whether it follows the dots, or passes others over and so needs a
// reason. Looks up only.
#pragma once

#include "board/board.h"

#include <vector>

namespace board {

/// Whether another got more dots in the last closed round that had the idea, still lies new, and is not one of those
/// that are selected together with it.
bool passes_over(Board const& board, IdeaId id, std::vector<IdeaId> const& together = {});
/// Whether it must be said why that new idea is selected: it was not voted on, or it passes others over.
bool selecting_needs_reason(Board const& board, IdeaId id);

} // namespace board
