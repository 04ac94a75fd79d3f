// What the data leaves out of the demo's meetings is invented here: what each team may decide, and what stood in its way.
#pragma once

#include "board/course.h"

#include <string_view>
#include <vector>

namespace app {

struct DemoFrames {
    std::string_view core_task;
    board::Frames frames;
};
/// Of the course with that code; `frames_of` knows the four of the data.
DemoFrames frames_of(std::string_view code);

/// Raised at a meeting, promised and answered so many days after; 0 days promised: nothing is promised yet.
struct DemoObstacle {
    int meeting;
    std::string_view text;
    int promised_days;
    std::string_view answer; ///< empty: still waited for
    int answered_days;
};
std::vector<DemoObstacle> obstacles_of(std::string_view code);

} // namespace app
