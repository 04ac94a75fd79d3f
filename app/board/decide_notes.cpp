// The rules for what is put on an idea beside its words: ink, effect areas, its place in the picture of indsats and
// effekt. Where its words may change, these may.
#include "board/decide_rules.h"

#include <algorithm>

namespace board {

namespace {

constexpr auto where_notes_change = {Stage::New, Stage::Selected};
constexpr int most_weight = 100;

} // namespace

Answer answer(Board const& board, DrawOnIdea const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, where_notes_change))
        return refuse(*rule);
    Intake intake;
    IdeaInked event{wish.id, intake.ink(wish.ink)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    Idea const& idea = *find_idea(board, wish.id);
    if (!event.ink && !idea.photo && idea.text.empty())
        return refuse(Rule::TextEmpty);
    return grant(std::move(event));
}

Answer answer(Board const& board, TagIdea const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, where_notes_change))
        return refuse(*rule);
    auto areas = wish.areas;
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    return grant(IdeaTagged{wish.id, std::move(areas)});
}

Answer answer(Board const& board, WeighIdea const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, where_notes_change))
        return refuse(*rule);
    Intake intake;
    if (wish.weighing) {
        intake.number(wish.weighing->effect, 0, most_weight);
        intake.number(wish.weighing->effort, 0, most_weight);
    }
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(IdeaWeighed{wish.id, wish.weighing});
}

Answer answer(Board const& board, PictureIdea const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::New, Stage::Selected}))
        return refuse(*rule);
    Intake intake;
    IdeaPictured event{wish.id, intake.photo(wish.photo)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    Idea const& idea = *find_idea(board, wish.id);
    if (!event.photo && !idea.ink && idea.text.empty())
        return refuse(Rule::TextEmpty);
    return grant(std::move(event));
}

/// All that are hidden, each once: one left out would be the one that somebody sees appear.
Answer answer(Board const& board, RevealIdeas const& wish, Now) {
    std::vector<IdeaId> masked;
    for (Idea const& idea : board.ideas)
        if (idea.masked)
            masked.push_back(idea.id);
    if (masked.empty())
        return refuse(Rule::NothingMasked);
    if (!std::is_permutation(masked.begin(), masked.end(), wish.shuffled.begin(), wish.shuffled.end()))
        return refuse(Rule::NoSuchIdea);
    return grant(IdeasRevealed{wish.shuffled});
}

} // namespace board
