#include "bell.h"

#include <algorithm>

namespace app {

/// The same clock, seen running before.
bool Bell::runs_out(std::optional<Clock>& before, std::optional<Clock> now) {
    bool const rings = before && now && before->what == now->what && !before->up && now->up;
    before = now;
    return rings;
}

bool Bell::rings(board::Board const& board, screens::RoundView const& round, board::Instant at) {
    std::optional<Clock> step, turn;
    if (auto const* meeting = board::open_meeting(board); meeting && meeting->running_since && !meeting->steps.empty())
        step = Clock{{static_cast<std::size_t>(meeting->step), meeting->no},
                     board::time_left(*meeting, meeting->step, at) <= std::chrono::milliseconds(0)};
    if (round.state == screens::RoundView::State::Running && round.on < round.turns.size() && round.since) {
        auto const used = round.turns[round.on].used;
        turn = Clock{{round.on, used.count()}, used + (at - *round.since) >= std::chrono::minutes(round.minutes)};
    }
    auto const closed = static_cast<std::size_t>(
        std::count_if(board.rounds.begin(), board.rounds.end(),
                      [](board::VoteRound const& one) { return one.state == board::RoundState::Closed; }));
    bool const shown = m_shown && closed == *m_shown + 1;
    m_shown = closed;
    bool const step_is_up = runs_out(m_step, step), turn_is_up = runs_out(m_turn, turn);
    return step_is_up || turn_is_up || shown;
}

} // namespace app
