// What each kind of event is about, in one place: undo is decided by it.
#pragma once

#include "board/board.h"
#include "board/event.h"

#include <vector>

namespace board {

/// What the event changed. How a note looks and lies is left out: nothing stands on it, and striking either
/// it or the idea from the history does no harm.
std::vector<Subject> subjects_of(Event const& event);
/// What the event names and would be wrong without, though it leaves it as it was.
std::vector<Subject> leans_on(Event const& event);
/// Whether the event may be struck out. A vote may not (an open round is annulled instead), nor the course.
bool is_undoable(Event const& event);

} // namespace board
