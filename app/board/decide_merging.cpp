// The rules for merging: two ideas that say the same become one, and can be parted again until the next vote.
#include "board/decide_rules.h"

namespace board {

Answer answer(Board const& board, MergeIdeas const& wish, Now now) {
    for (IdeaId const id : {wish.id, wish.into}) {
        if (auto const rule = idea_must_be(board, id, {Stage::New}))
            return refuse(*rule);
    }
    if (wish.id == wish.into)
        return refuse(Rule::MergedWithItself);
    if (open_round(board))
        return refuse(Rule::RoundIsOpen);
    if (!find_idea(board, wish.id)->trials.empty())
        return refuse(Rule::IdeaHasTrials);
    return grant(IdeaMerged{wish.id, wish.into, now.today});
}

Answer answer(Board const& board, SplitIdea const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Merged}))
        return refuse(*rule);
    if (merge_is_final(board, *find_idea(board, wish.id)))
        return refuse(Rule::MergeIsFinal);
    return grant(IdeaSplit{wish.id, now.today});
}

} // namespace board
