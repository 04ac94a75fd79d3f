// A vote round (afstemning). While it is open nothing about who voted or for what is kept anywhere
// but in memory; the totals are written once, when it closes.
#pragma once

#include "board/date.h"
#include "board/ids.h"

#include <string>
#include <vector>

namespace board {

enum class RoundState { Open, Closed, Annulled };
/// Votes given on the screen, or totals counted on paper and typed in.
enum class BallotMethod { Screen, Paper };

/// Stemmetal: the dots one idea got.
struct Tally {
    IdeaId idea;
    int dots = 0;
    bool operator==(Tally const&) const = default;
};

/// Stemmerunde.
struct VoteRound {
    RoundNo no;
    std::vector<IdeaId> candidates; ///< frozen when the round opens
    int dots = 0;                   ///< prikker: each ballot's dots, 1–5
    int max_per_idea = 1;           ///< of one ballot's dots, on one idea
    BallotMethod method = BallotMethod::Screen;
    RoundState state = RoundState::Open;
    Date opened_on;
    int ballots = 0;            ///< stemmesedler; known when closed
    std::vector<Tally> tallies; ///< one for each candidate, in their order; empty until closed
    bool operator==(VoteRound const&) const = default;
};

/// clamp(ceil(n / 4), 2, 5) dots a person for `candidates` ideas.
int recommended_dots(int candidates);

/// The ballots of the open round, in memory only. It keeps sums: never a ballot, an order or a time.
class BallotBox {
  public:
    BallotBox() = default;
    explicit BallotBox(VoteRound const& round);

    /// Adds one ballot: dots for each candidate, in the round's order. The caller has kept within the
    /// round's dots; what does not is a bug.
    void cast(std::vector<int> const& dots);
    int ballots() const { return m_ballots; }
    std::vector<Tally> const& sums() const { return m_sums; }

  private:
    std::vector<Tally> m_sums;
    int m_ballots = 0;
    int m_dots = 0;
    int m_max_per_idea = 0;
};

} // namespace board
