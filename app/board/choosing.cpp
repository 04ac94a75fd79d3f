#include "board/choosing.h"

#include <algorithm>

namespace board {

namespace {

bool has(VoteRound const& round, IdeaId id) {
    return std::any_of(round.tallies.begin(), round.tallies.end(),
                       [id](Tally const& tally) { return tally.idea == id; });
}

/// The last closed round that had the idea, or nothing.
VoteRound const* last_closed_round(Board const& board, IdeaId id) {
    auto const round = std::find_if(board.rounds.rbegin(), board.rounds.rend(), [id](VoteRound const& one) {
        return one.state == RoundState::Closed && has(one, id);
    });
    return round == board.rounds.rend() ? nullptr : &*round;
}

} // namespace

bool passes_over(Board const& board, IdeaId id, std::vector<IdeaId> const& together) {
    VoteRound const* round = last_closed_round(board, id);
    if (!round)
        return false;
    int const dots = dots_of(board, id).value_or(0);
    return std::any_of(round->tallies.begin(), round->tallies.end(), [&](Tally const& other) {
        Idea const* idea = find_idea(board, other.idea);
        bool const stays = idea && idea->stage == Stage::New &&
                           std::find(together.begin(), together.end(), other.idea) == together.end();
        return stays && other.dots > dots;
    });
}

bool selecting_needs_reason(Board const& board, IdeaId id) { return !dots_of(board, id) || passes_over(board, id); }

} // namespace board
