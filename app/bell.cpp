#include "bell.h"

#include <algorithm>

namespace app {

/// The same clock, seen running before.
bool Bell::runs_out(std::optional<Clock>& before, std::optional<Clock> now) {
    bool const rings = before && now && before->what == now->what && !before->up && now->up;
    before = now;
    return rings;
}

bool Bell::rings(board::Board const& board, screens::RoundView const& round, board::Instant at, double now_s) {
    std::optional<Clock> step, turn;
    if (auto const* meeting = board::open_meeting(board); meeting && meeting->running_since && !meeting->steps.empty())
        step = Clock{{static_cast<std::size_t>(meeting->step), static_cast<double>(meeting->no)},
                     board::time_left(*meeting, meeting->step, at) <= std::chrono::milliseconds(0)};
    if (round.state == screens::RoundView::State::Running && round.on < round.turns.size())
        turn = Clock{{round.on, round.since_s},
                     round.turns[round.on].used_s + now_s - round.since_s >= round.minutes * 60};
    auto const closed = static_cast<std::size_t>(
        std::count_if(board.rounds.begin(), board.rounds.end(),
                      [](board::VoteRound const& one) { return one.state == board::RoundState::Closed; }));
    bool const shown = m_shown && closed == *m_shown + 1;
    m_shown = closed;
    bool const step_is_up = runs_out(m_step, step), turn_is_up = runs_out(m_turn, turn);
    return step_is_up || turn_is_up || shown;
}

} // namespace app
