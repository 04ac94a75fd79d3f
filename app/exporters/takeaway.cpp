#include "exporters/takeaway.h"

namespace exporters {
namespace {

/// A round tells what it gave when it has closed, and only then; an annulled one never does.
void keep_secret(board::VoteRound& round) {
    if (round.state == board::RoundState::Closed)
        return;
    round.ballots = 0;
    round.tallies.clear();
}

/// A writer is named where they asked for it and are still a participant; anyone else stays unknown.
void keep_secret(board::Board const& board, board::Idea& idea) {
    if (idea.author && !find_participant(board, *idea.author))
        idea.author.reset();
}

} // namespace

Takeaway::Takeaway(board::Board board) : m_board(std::move(board)) {
    m_board.done.clear(); // what was done in which operation is the wall's own
    for (board::VoteRound& round : m_board.rounds)
        keep_secret(round);
    for (board::Idea& idea : m_board.ideas)
        keep_secret(m_board, idea);
}

} // namespace exporters
