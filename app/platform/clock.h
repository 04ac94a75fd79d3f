// The wall clock: what the board and the header may know of it.
#pragma once

#include "board/date.h"

namespace platform {

/// Now, in UTC and on the wall's own calendar.
struct WallTime {
    board::Now now;
    int hour = 0, minute = 0;    ///< local
    double to_next_minute_s = 0; ///< seconds until the minute changes
};
WallTime wall_time();

} // namespace platform
