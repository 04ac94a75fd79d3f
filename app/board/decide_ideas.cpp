// The rules for ideas before and beside their trials: written, moved about, selected, parked, taken up again.
#include "board/choosing.h"
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <cassert>

namespace board {

namespace {

std::optional<Rule> missing_neighbour(Board const& board, AddIdea const& wish) {
    if (wish.author && !find_participant(board, *wish.author))
        return Rule::NoSuchParticipant;
    Idea const* base = wish.builds_on ? find_idea(board, *wish.builds_on) : nullptr;
    if (wish.builds_on && !base)
        return Rule::NoSuchIdea;
    if (base && base->masked)
        return Rule::IdeaIsMasked;
    return std::nullopt;
}

/// A draft is a written plan, also one left over from before the idea was parked.
bool has_draft(Idea const& idea) {
    Trial const* trial = latest_trial(idea);
    return trial && trial->state == TrialState::Draft;
}

} // namespace

Answer answer(Board const& board, AddIdea const& wish, Now now) {
    assert(!find_idea(board, wish.id)); // whoever asks makes a new id
    if (board.ideas.size() >= max_ideas)
        return refuse(Rule::BoardFull, max_ideas);
    if (auto const missing = missing_neighbour(board, wish))
        return refuse(*missing);
    Intake intake{wish.personal};
    auto ink = intake.ink(wish.ink);
    auto photo = intake.photo(wish.photo);
    IdeaAdded event{.id = wish.id,
                    .no = board.last_idea_no + 1,
                    .text = intake.text_beside(ink || photo, wish.text, max_idea_characters),
                    .colour = wish.colour,
                    .author = wish.author,
                    .builds_on = wish.builds_on,
                    .problem = intake.text(wish.problem, max_field_characters),
                    .proposal = intake.text(wish.proposal, max_field_characters),
                    .on = now.today,
                    .masked = wish.masked};
    if (intake.refusal())
        return refuse(*intake.refusal());
    std::vector<Event> events{std::move(event)};
    if (ink)
        events.push_back(IdeaInked{wish.id, std::move(ink)});
    if (photo)
        events.push_back(IdeaPictured{wish.id, std::move(photo)});
    return events;
}

Answer answer(Board const& board, EditIdea const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::New, Stage::Selected}))
        return refuse(*rule);
    Intake intake{wish.personal};
    Idea const& idea = *find_idea(board, wish.id);
    IdeaEdited event{wish.id, intake.text_beside(idea.ink || idea.photo, wish.text, max_idea_characters)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

/// How a note looks and lies may change at any time, during a vote too.
Answer answer(Board const& board, RecolourIdea const& wish, Now) {
    Idea const* idea = find_idea(board, wish.id);
    if (!idea)
        return refuse(Rule::NoSuchIdea);
    if (idea->masked)
        return refuse(Rule::IdeaIsMasked);
    return grant(IdeaRecoloured{wish.id, wish.colour});
}

Answer answer(Board const& board, PlaceIdea const& wish, Now) {
    if (!find_idea(board, wish.id) || (wish.before && !find_idea(board, *wish.before)))
        return refuse(Rule::NoSuchIdea);
    return grant(IdeaPlaced{wish.id, wish.before});
}

Answer answer(Board const& board, SelectIdea const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::New}))
        return refuse(*rule);
    Intake intake;
    IdeaSelected event{wish.id, intake.text(wish.reason, max_field_characters), now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (event.reason.empty() && !in_closed_round(board, wish.id))
        return refuse(Rule::NotVotedOn);
    if (event.reason.empty() && wish.passing_over == PassingOver::NeedsReason && passes_over(board, wish.id))
        return refuse(Rule::ReasonMissing);
    return grant(std::move(event));
}

Answer answer(Board const& board, DeselectIdea const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Selected}))
        return refuse(*rule);
    if (has_draft(*find_idea(board, wish.id)))
        return refuse(Rule::WrongStage);
    return grant(IdeaDeselected{wish.id, now.today});
}

Answer answer(Board const& board, ParkIdea const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::New, Stage::Selected, Stage::Test}))
        return refuse(*rule);
    if (running_trial(*find_idea(board, wish.id)))
        return refuse(Rule::WrongStage);
    Intake intake;
    IdeaParked event{wish.id, intake.text(wish.reason, max_field_characters), wish.revisit, now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (event.reason.empty())
        return refuse(Rule::ReasonMissing);
    if (wish.revisit < now.today)
        return refuse(Rule::RevisitInPast);
    return grant(std::move(event));
}

Answer answer(Board const& board, ResumeIdea const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Parked}))
        return refuse(*rule);
    return grant(IdeaResumed{wish.id, now.today});
}

} // namespace board
