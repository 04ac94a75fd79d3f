// The arithmetic of a meeting's clock and the order of the kinds of meetings.
#include "board/meeting.h"

#include <algorithm>
#include <cassert>

namespace board {

using std::chrono::milliseconds;

milliseconds time_used(HeldMeeting const& meeting, int step, Instant at) {
    assert(step >= 0 && step < static_cast<int>(meeting.steps.size()));
    milliseconds const before = meeting.steps[static_cast<std::size_t>(step)].used;
    bool const runs = step == meeting.step && meeting.running_since;
    return runs ? before + std::max(milliseconds{0}, at - *meeting.running_since) : before;
}

milliseconds time_left(HeldMeeting const& meeting, int step, Instant at) {
    assert(step >= 0 && step < static_cast<int>(meeting.steps.size()));
    HeldStep const& held = meeting.steps[static_cast<std::size_t>(step)];
    return std::chrono::minutes(held.plan.minutes + held.extra_minutes) - time_used(meeting, step, at);
}

MeetingKind kind_of_meeting(int no, int meetings) {
    constexpr int usual = 5;
    if (meetings == 0) // nobody has planned any yet
        meetings = usual;
    if (no > meetings)
        return MeetingKind::FollowUp;
    if (no <= 1)
        return MeetingKind::Start;
    if (no == meetings)
        return MeetingKind::Closing;
    if (no == meetings - 1)
        return MeetingKind::Scaling;
    return no == 2 ? MeetingKind::Learning : MeetingKind::Obstacles; // with four meetings there is no third kind
}

} // namespace board
