// The plain arithmetic of the pulse.
#include "board/pulse.h"

#include <cassert>
#include <numeric>

namespace board {

PulseBox::PulseBox(PulseRound const& round)
    : m_counts(round.statements.size(), std::vector<int>(static_cast<std::size_t>(pulse_steps))) {}

void PulseBox::answer(std::size_t statement, int step) {
    assert(statement < m_counts.size() && step >= 1 && step <= pulse_steps);
    ++m_counts[statement][static_cast<std::size_t>(step) - 1];
}

int PulseBox::answers(std::size_t statement) const {
    assert(statement < m_counts.size());
    return std::accumulate(m_counts[statement].begin(), m_counts[statement].end(), 0);
}

int pulse_answers(PulseRound const& round, std::size_t statement) {
    if (statement >= round.counts.size())
        return 0;
    auto const& counts = round.counts[statement];
    return std::accumulate(counts.begin(), counts.end(), 0);
}

std::optional<double> pulse_mean(PulseRound const& round, std::size_t statement) {
    int const answers = pulse_answers(round, statement);
    if (round.state != RoundState::Closed || answers < round.smallest_group)
        return std::nullopt;
    int sum = 0;
    for (std::size_t step = 0; step < round.counts[statement].size(); ++step)
        sum += (static_cast<int>(step) + 1) * round.counts[statement][step];
    return static_cast<double>(sum) / answers;
}

} // namespace board
