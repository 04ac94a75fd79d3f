// Every rule of the method is here and nowhere else: a command becomes events, or is refused with a reason.
// No screen, clock, file or language is known.
#pragma once

#include "board/board.h"
#include "board/command.h"
#include "board/event.h"
#include "board/refusal.h"

#include <vector>

namespace board {

/// The events that `command` makes of `board` at `now`, or the first rule that stands in the way.
Result<std::vector<Event>> decide(Board const& board, Command const& command, Now now);

/// What is still missing before this draft could start, in the order the form asks; empty when it can.
/// The same checks as StartTrial, so that a form can show them while it is written.
std::vector<Refusal> missing_for_start(Board const& board, TrialRef trial);

} // namespace board
