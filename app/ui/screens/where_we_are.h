// The header's first pill: where the course is and when the team meets next; the step and its time while a meeting is
// under way; the way to the setup while nothing is planned. And beside it the pulse. One touch leads there.
#pragma once

#include "ui/screens/context.h"

namespace screens {

/// Cut off the right of `free`; at most `room` wide, du: it says less, and then its last words give way.
void where_pill(Context& c, ui::Rect& free, float room, HeaderLook const& look);
/// The pulse: that it is open, or what the last one said. Cut off the right of `free` when it fits in `room` du, and
/// left out where it does not; one that is open always stands there. Nothing while there was none.
void pulse_pill(Context& c, ui::Rect& free, float room);
/// The dots of the meetings: held, next, to come. Returns the x behind them.
float meeting_dots(Context& c, board::Board const& board, ui::Vec2 from);

} // namespace screens
