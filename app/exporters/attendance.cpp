#include "exporters/attendance.h"

#include <algorithm>
#include <numeric>

namespace exporters {

Attendance attendance(board::Board const& board, board::HeldMeeting const& meeting) {
    Attendance found;
    for (board::Participant const& who : board.participants) {
        if (!who.active)
            continue;
        ++found.of;
        found.present += std::ranges::count(meeting.away, who.id) == 0 ? 1 : 0;
    }
    return found;
}

int minutes_used(board::HeldMeeting const& meeting) {
    auto const all = std::accumulate(meeting.steps.begin(), meeting.steps.end(), std::chrono::milliseconds(0),
                                     [](auto sum, board::HeldStep const& step) { return sum + step.used; });
    return static_cast<int>(std::chrono::round<std::chrono::minutes>(all).count());
}

} // namespace exporters
