// The rules for what has been shown to work: its plan, its places, daily use, and the way back.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <algorithm>

namespace board {

namespace {

/// What people write of a plan; what it stands on and what was found later is not theirs to change here.
ScalePlan taken_in(ScalePlan const& wish, ScalePlan const& now, Intake& intake) {
    ScalePlan plan = now;
    plan.what_now = intake.text(wish.what_now, max_field_characters);
    plan.what_stops = intake.text(wish.what_stops, max_field_characters);
    plan.responsible = intake.text(wish.responsible, max_name_characters);
    plan.places = wish.places;
    for (Place& place : plan.places) {
        place.name = intake.needed_text(place.name, max_name_characters);
        place.responsible = intake.text(place.responsible, max_name_characters);
    }
    return plan;
}

/// Daily use needs somewhere it happens and someone who answers for it.
std::optional<Rule> missing_for_operation(ScalePlan const& plan) {
    if (plan.places.empty())
        return Rule::PlacesMissing;
    if (plan.responsible.empty())
        return Rule::ResponsibleMissing;
    return std::nullopt;
}

int places_not_in_use(ScalePlan const& plan) {
    return static_cast<int>(std::count_if(plan.places.begin(), plan.places.end(),
                                          [](Place const& place) { return place.state != PlaceState::InUse; }));
}

} // namespace

Answer answer(Board const& board, WriteScalePlan const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Scaling, Stage::Operation}))
        return refuse(*rule);
    Idea const& idea = *find_idea(board, wish.id);
    Intake intake;
    ScalePlanWritten event{wish.id, taken_in(wish.plan, *idea.scale_plan, intake)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (auto const rule = missing_for_operation(event.plan); rule && idea.stage == Stage::Operation)
        return refuse(*rule);
    return grant(std::move(event));
}

Answer answer(Board const& board, SetPlaceState const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Scaling, Stage::Operation}))
        return refuse(*rule);
    auto const places = static_cast<int>(find_idea(board, wish.id)->scale_plan->places.size());
    if (wish.place < 0 || wish.place >= places)
        return refuse(Rule::NoSuchPlace);
    return grant(PlaceStateSet{wish.id, wish.place, wish.state});
}

Answer answer(Board const& board, PutInOperation const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Scaling}))
        return refuse(*rule);
    ScalePlan const& plan = *find_idea(board, wish.id)->scale_plan;
    if (auto const rule = missing_for_operation(plan))
        return refuse(*rule);
    if (int const waiting = places_not_in_use(plan); waiting > 0)
        return refuse(Rule::PlacesNotInUse, 0, waiting);
    return grant(PutIntoOperation{wish.id, now.today});
}

Answer answer(Board const& board, RollBack const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Scaling}))
        return refuse(*rule);
    Intake intake;
    RolledBack event{wish.id, intake.text(wish.reason, max_field_characters), now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (event.reason.empty())
        return refuse(Rule::ReasonMissing);
    return grant(std::move(event));
}

Answer answer(Board const& board, NoteFollowUp const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.id, {Stage::Operation}))
        return refuse(*rule);
    Intake intake;
    if (wish.follow_up.value)
        intake.figure(*wish.follow_up.value);
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(FollowedUp{wish.id, wish.follow_up, now.today});
}

} // namespace board
