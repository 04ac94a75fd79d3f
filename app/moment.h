// The wall clock of a frame, and the forms in which the command line and the scripts say it.
#pragma once

#include "board/date.h"
#include "ui/input.h"

#include <optional>
#include <string_view>

namespace app {

/// Local time of day beside the board's `Now`.
struct Moment {
    board::Now now;
    int hour = 0, minute = 0;
};

/// "2026-11-23T09:42", taken as local time and as UTC alike; nothing when it is not a moment that exists.
std::optional<Moment> parse_moment(std::string_view iso);
/// "1920x1080": pixels, 320 to 16384 each way.
std::optional<ui::Vec2> parse_size(std::string_view text);

} // namespace app
