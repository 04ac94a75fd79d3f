// How many were at a meeting, and how long it took. Never who.
#pragma once

#include "board/board.h"

namespace exporters {

struct Attendance {
    int present = 0, of = 0;
};
/// Of the active participants.
Attendance attendance(board::Board const& board, board::HeldMeeting const& meeting);
/// By the clocks of its steps, in whole minutes.
int minutes_used(board::HeldMeeting const& meeting);

} // namespace exporters
