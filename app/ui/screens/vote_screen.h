// *Afstemning*: setting a round up, secret ballots side by side, closing, the reveal, and the choice of what to
// try. Dots live in this view and in the ballot box, in memory only, until the round closes (method.md 7.5 no. 11).
#pragma once

#include "ui/screens/fields.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace screens {

struct Ballot {
    board::ParticipantId voter{};
    std::vector<int> shuffled{}; ///< places in the round's candidates, in the order shown to this voter
    std::vector<int> dots{};     ///< for each candidate, in the round's order
    std::string hint{};          ///< why the last tap set no dot; empty: nothing to say
    double hint_until_s = 0;
};

/// A sentence over somebody's disc, for a moment.
struct Told {
    board::ParticipantId who{};
    std::string sentence{};
    double until_s = 0;
};

enum class VotePage { Setup, Round, Result, Rounds };

struct VoteView {
    VotePage page = VotePage::Setup; ///< follows the board: `Round` while one is open
    // setting up
    std::set<int> left_out{};  ///< numbers of new ideas that are not candidates
    std::optional<int> dots{}; ///< when changed from the recommended
    std::optional<int> max_per_idea{};
    board::BallotMethod method = board::BallotMethod::Screen;
    std::vector<board::ParticipantId> left{}, came{}; ///< who is away, or here, other than the meeting has it
    board::RoundNo annulled_seen{};                   ///< this annulled round has been told of
    // voting
    board::RoundNo round{}; ///< the round the rest belongs to
    board::BallotBox box{};
    std::vector<board::ParticipantId> cast{}; ///< who has voted; wiped when the round closes
    std::array<std::optional<Ballot>, 3> ballots{};
    std::array<double, 3> thanks_until_s{}; ///< the place thanks for a ballot until then
    std::optional<int> place_asked{};       ///< the free place that was tapped; the next disc opens there
    bool closing_asked = false;
    std::vector<Told> told{};
    Form form{}; ///< totals from paper; later the reason for a choice
    // result
    bool revealed = false;
    bool reason_asked = false;
    std::vector<board::IdeaId> chosen{};
};

void vote_screen(Context& c, VoteView& view);
/// Throws the dots of every open ballot away: nobody has touched the wall for a while, or it was left.
void close_ballots(VoteView& view);

} // namespace screens
