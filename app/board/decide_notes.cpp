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
    if (!event.ink && find_idea(board, wish.id)->text.empty())
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

} // namespace board
