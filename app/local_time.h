// The wall's local time of an instant in the past, summer and winter.
#pragma once

#include "moment.h"

#include <functional>

namespace app {

/// Shifts an instant to local time, given one that is known in both. Between summer and winter the system's time zone
/// says the difference.
std::function<board::Instant(board::Instant)> local_time(Moment const& now);

} // namespace app
