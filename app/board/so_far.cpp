#include "board/so_far.h"

#include <algorithm>

namespace board {

namespace {

using std::chrono::days;

bool is_follow_up(HeldMeeting const& meeting) { return meeting.kind == MeetingKind::FollowUp; }

/// Every trial for which `holds`.
template <class Holds> std::vector<TrialRef> trials_where(Board const& board, Holds holds) {
    std::vector<TrialRef> found;
    for (Idea const& idea : board.ideas)
        for (Trial const& trial : idea.trials)
            if (holds(trial))
                found.push_back({idea.id, trial.no});
    return found;
}

template <class Holds> std::vector<IdeaId> ideas_where(Board const& board, Holds holds) {
    std::vector<IdeaId> found;
    for (Idea const& idea : board.ideas)
        if (holds(idea))
            found.push_back(idea.id);
    return found;
}

template <class Holds> std::vector<ObstacleId> obstacles_where(Board const& board, Holds holds) {
    std::vector<ObstacleId> found;
    for (Obstacle const& obstacle : board.obstacles)
        if (holds(obstacle))
            found.push_back(obstacle.id);
    return found;
}

int meetings_held(Board const& board, Date today) {
    auto const& planned = board.course.meetings;
    if (board.meetings.empty())
        return static_cast<int>(
            std::count_if(planned.begin(), planned.end(), [today](Meeting const& one) { return one.date < today; }));
    return static_cast<int>(std::count_if(board.meetings.begin(), board.meetings.end(), [](HeldMeeting const& one) {
        return one.closed_at.has_value() && !is_follow_up(one);
    }));
}

/// A weekday, that day or the next.
Date workday(Date day) {
    unsigned const weekday = std::chrono::weekday(day).iso_encoding();
    return weekday > 5 ? day + days(8 - weekday) : day;
}

bool later(Obstacle const& a, Obstacle const& b) {
    if (a.promised.has_value() != b.promised.has_value())
        return b.promised.has_value();
    return a.promised && *a.promised > *b.promised;
}

} // namespace

std::optional<Date> planned_day(Board const& board, int no) {
    auto const& planned = board.course.meetings;
    if (no >= 1 && no <= static_cast<int>(planned.size()))
        return planned[static_cast<std::size_t>(no) - 1].date;
    return no > static_cast<int>(planned.size()) ? board.course.follow_up : std::nullopt;
}

SoFar so_far(Board const& board, Date today) {
    SoFar far;
    far.planned = static_cast<int>(board.course.meetings.size());
    int const held = meetings_held(board, today);
    far.held = std::min(held, far.planned);
    if (HeldMeeting const* open = open_meeting(board)) {
        far.open = open->no;
        far.follow_up = is_follow_up(*open);
    }
    bool const followed_up = std::any_of(board.meetings.begin(), board.meetings.end(),
                                         [](HeldMeeting const& one) { return is_follow_up(one) && one.closed_at; });
    if (far.planned == 0)
        return far;
    int const next = far.held + (far.open && !far.follow_up ? 2 : 1);
    if (!far.open)
        far.follow_up = next > far.planned && !followed_up;
    far.all_held = followed_up;
    if (!followed_up && !(far.open && far.follow_up))
        far.next = planned_day(board, next);
    bool const gone = board.meetings.empty() && far.next && *far.next < today; // the follow-up, by its day
    if (gone) {
        far.next.reset();
        far.all_held = true;
    }
    return far;
}

SinceLast since_last_meeting(Board const& board) {
    SinceLast since;
    for (HeldMeeting const& meeting : board.meetings)
        if (meeting.closed_at)
            since.since = meeting.on;
    auto const after = [&](std::optional<Date> const& on) { return on && (!since.since || *on > *since.since); };
    for (Idea const& idea : board.ideas) {
        since.ideas += after(std::chrono::floor<days>(idea.created_at)) ? 1 : 0;
        for (Trial const& trial : idea.trials)
            since.check_ins += static_cast<int>(
                std::count_if(trial.check_ins.begin(), trial.check_ins.end(),
                              [&](CheckIn const& check_in) { return after(check_in.on); }));
    }
    since.started = trials_where(board, [&](Trial const& trial) { return after(trial.started_on); });
    since.decided = trials_where(board, [&](Trial const& trial) { return after(trial.decided_on); });
    since.in_operation = ideas_where(
        board, [&](Idea const& idea) { return idea.stage == Stage::Operation && after(idea.stage_since); });
    since.answered = obstacles_where(board, [&](Obstacle const& one) { return after(one.answered_on); });
    return since;
}

Waiting waiting(Board const& board, Date today) {
    Waiting waits;
    // On its last day a trial is not late, but at a meeting that day it is the one to take up.
    waits.due = trials_where(board, [today](Trial const& trial) {
        return trial.state == TrialState::Running && trial.plan.to && *trial.plan.to <= today;
    });
    waits.revisit = ideas_where(board, [today](Idea const& idea) {
        return idea.stage == Stage::Parked && idea.parking && idea.parking->revisit <= today;
    });
    waits.leader = obstacles_where(board, [](Obstacle const& one) { return !one.answered_on; });
    std::stable_sort(waits.leader.begin(), waits.leader.end(), [&](ObstacleId a, ObstacleId b) {
        return later(*find_obstacle(board, b), *find_obstacle(board, a));
    });
    return waits;
}

Decided decided_at(Board const& board, HeldMeeting const& meeting) {
    Decided found;
    found.selected = ideas_where(
        board, [&](Idea const& idea) { return idea.stage == Stage::Selected && idea.stage_since == meeting.on; });
    found.started = trials_where(board, [&](Trial const& trial) { return trial.started_on == meeting.on; });
    found.decided = trials_where(board, [&](Trial const& trial) { return trial.decided_on == meeting.on; });
    found.parked = ideas_where(board, [&](Idea const& idea) {
        auto const* last = latest_trial(idea);
        bool const by_trial = last && last->decided_on == meeting.on;
        return idea.stage == Stage::Parked && idea.stage_since == meeting.on && !by_trial;
    });
    found.obstacles = obstacles_where(
        board, [&](Obstacle const& one) { return one.raised_on == meeting.on || one.answered_on == meeting.on; });
    return found;
}

std::vector<Date> spread(Date first, int meetings, int apart) {
    std::vector<Date> found;
    for (int i = 0; i < meetings; ++i)
        found.push_back(workday(first + days(i * apart)));
    return found;
}

} // namespace board
