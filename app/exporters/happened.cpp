#include "exporters/happened.h"

#include <algorithm>

namespace exporters {
namespace {

constexpr board::Date long_ago = board::Date::min();
constexpr board::Date never = board::Date::max();

/// The day on which the time of that meeting ends: the next meeting's, or the follow-up's.
board::Date end_of(board::Course const& course, int meeting) {
    auto const next = static_cast<std::size_t>(meeting);
    if (next < course.meetings.size())
        return course.meetings[next].date;
    bool const follows = course.follow_up && *course.follow_up > course.meetings.back().date;
    return follows ? *course.follow_up : never;
}

void add(Happened& all, board::Idea const& idea, board::Trial const& trial) {
    auto const within = [&](board::Date day) { return day >= all.from && day < all.before; };
    if (trial.decided_on && within(*trial.decided_on))
        all.decided.emplace_back(&idea, &trial);
    if (trial.started_on && within(*trial.started_on))
        all.begun.emplace_back(&idea, &trial);
    for (board::CheckIn const& one : trial.check_ins)
        if (within(one.on))
            all.check_ins.push_back({{&idea, &trial}, &one});
    bool const started = trial.started_on && *trial.started_on < all.before;
    bool const ended = trial.decided_on && *trial.decided_on < all.before;
    if (started && !ended)
        all.running.emplace_back(&idea, &trial);
}

} // namespace

Happened happened_from(board::Board const& board, int meeting) {
    Happened all;
    all.from = meeting <= 1 ? long_ago : board.course.meetings[static_cast<std::size_t>(meeting) - 1].date;
    all.before = end_of(board.course, meeting);
    auto const within = [&](board::Date day) { return day >= all.from && day < all.before; };
    for (board::Idea const& idea : board.ideas) {
        if (within(std::chrono::floor<std::chrono::days>(idea.created_at)) && idea.stage != board::Stage::Merged)
            all.new_ideas.push_back(&idea);
        bool decided = false;
        for (board::Trial const& trial : idea.trials) {
            add(all, idea, trial);
            decided = decided || trial.decided_on == idea.stage_since;
        }
        if (idea.stage == board::Stage::Parked && within(idea.stage_since) && !decided)
            all.parked.push_back(&idea);
    }
    std::stable_sort(all.decided.begin(), all.decided.end(), [](IdeaTrial const& a, IdeaTrial const& b) {
        return a.second->decided_on < b.second->decided_on;
    });
    for (board::VoteRound const& round : board.rounds)
        if (within(round.opened_on) && round.state == board::RoundState::Closed)
            all.rounds.push_back(&round);
    std::stable_sort(all.check_ins.begin(), all.check_ins.end(),
                     [](auto const& a, auto const& b) { return a.second->on < b.second->on; });
    for (board::PulseRound const& round : board.pulses)
        if (round.state == board::RoundState::Closed && within(round.closed_on.value_or(round.opened_on)))
            all.pulses.push_back(&round);
    for (board::Obstacle const& one : board.obstacles)
        if (within(one.raised_on) || (one.answered_on && within(*one.answered_on)))
            all.obstacles.push_back(&one);
    for (board::HeldMeeting const& held : board.meetings)
        if (held.no == meeting)
            all.held = &held;
    return all;
}

} // namespace exporters
