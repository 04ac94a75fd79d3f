// The arithmetic of a vote and the ballot box, which keeps sums and nothing else: nothing here may remember
// a ballot, an order or a time.
#include "board/vote.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace board {

int recommended_dots(int candidates) { return std::clamp((candidates + 3) / 4, 2, 5); }

BallotBox::BallotBox(VoteRound const& round) : m_dots(round.dots), m_max_per_idea(round.max_per_idea) {
    for (IdeaId const candidate : round.candidates)
        m_sums.push_back({.idea = candidate});
}

void BallotBox::cast(std::vector<int> const& dots) {
    assert(dots.size() == m_sums.size());
    assert(std::all_of(dots.begin(), dots.end(), [this](int given) { return given >= 0 && given <= m_max_per_idea; }));
    assert(std::accumulate(dots.begin(), dots.end(), 0) <= m_dots);
    for (std::size_t at = 0; at < dots.size(); ++at)
        m_sums[at].dots += dots[at];
    ++m_ballots;
}

} // namespace board
