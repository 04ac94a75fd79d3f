// The rules for undo: an operation may be struck out while nothing later stands on it.
#include "board/decide_rules.h"

#include <algorithm>

namespace board {

namespace {

bool share_one(std::vector<Subject> const& left, std::vector<Subject> const& right) {
    return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
}

bool concerns_candidate(Board const& board, Done const& done) {
    return std::any_of(done.subjects.begin(), done.subjects.end(), [&board](Subject const& subject) {
        return subject.kind == Subject::Kind::Idea && is_candidate(board, IdeaId{subject.uuid});
    });
}

/// A merge that can no longer be split, or whose other idea has gone further since, stays in the history.
bool concerns_settled_merge(Board const& board, Done const& done) {
    return std::any_of(done.subjects.begin(), done.subjects.end(), [&board](Subject const& subject) {
        Idea const* idea = subject.kind == Subject::Kind::Idea ? find_idea(board, IdeaId{subject.uuid}) : nullptr;
        return idea && idea->merged_into &&
               (merge_is_final(board, *idea) || standing_for(board, *idea).stage != Stage::New);
    });
}

} // namespace

Answer answer(Board const& board, Undo const& wish, Now) {
    auto const done = std::find_if(board.done.begin(), board.done.end(),
                                   [&wish](Done const& one) { return one.operation == wish.operation; });
    if (done == board.done.end())
        return refuse(Rule::NothingToUndo);
    if (!done->undoable)
        return refuse(Rule::CannotUndo);
    if (concerns_candidate(board, *done))
        return refuse(Rule::IdeaIsCandidate);
    bool const is_stood_on = std::any_of(done + 1, board.done.end(), [done](Done const& later) {
        return share_one(done->subjects, later.subjects) || share_one(done->subjects, later.leans_on);
    });
    if (is_stood_on)
        return refuse(Rule::SomethingStandsOnIt);
    if (concerns_settled_merge(board, *done))
        return refuse(Rule::SomethingStandsOnIt);
    // An ended trial would run again, a raised limit fall: neither may leave more running than the board has room for.
    int const limit = board.course.settings.wip_limit;
    if (done->room > 0 && running_trials(board) + done->room > limit)
        return refuse(Rule::WipFull, limit);
    return grant(Undone{wish.operation});
}

} // namespace board
