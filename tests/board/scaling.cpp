// What has been shown to work: its plan, its places, daily use, and the way back.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <limits>

using namespace board;
using namespace board_tests;

TEST_CASE("a scaling plan keeps what it stands on") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Scaling);
    ScalePlan plan = a_scale_plan();
    plan.trial_no = 7;
    plan.follow_ups = {FollowUp{monday, Holds::No, {}}};
    plan.rolled_back = "Nej";
    wall.must(WriteScalePlan{id, plan});
    ScalePlan expected = a_scale_plan();
    expected.trial_no = 1;
    CHECK(wall.idea(id).scale_plan == expected);
}

TEST_CASE("an idea goes into daily use when every place has it and someone answers for it") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Scaling);
    CHECK(wall.rule(PutInOperation{id}) == Rule::PlacesMissing);

    ScalePlan plan = a_scale_plan();
    plan.responsible = " ";
    plan.places.push_back({"Team Nord", "", {}, PlaceState::NotBegun});
    plan.places.push_back({"Team Syd", "", {}, PlaceState::Taught});
    wall.must(WriteScalePlan{id, plan});
    CHECK(wall.rule(PutInOperation{id}) == Rule::ResponsibleMissing);
    plan.responsible = "Teamleder";
    wall.must(WriteScalePlan{id, plan});
    auto const refusal = wall.ask(PutInOperation{id});
    REQUIRE(refusal);
    CHECK(refusal->rule == Rule::PlacesNotInUse);
    CHECK(refusal->number == 2);

    wall.must(SetPlaceState{id, 1, PlaceState::InUse});
    wall.must(SetPlaceState{id, 2, PlaceState::InUse});
    wall.must(PutInOperation{id});
    CHECK(wall.idea(id).stage == Stage::Operation);
}

TEST_CASE("a place's state is set where there is a place") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Operation);
    CHECK(wall.rule(SetPlaceState{id, -1, PlaceState::InUse}) == Rule::NoSuchPlace);
    CHECK(wall.rule(SetPlaceState{id, 1, PlaceState::InUse}) == Rule::NoSuchPlace);
    wall.must(SetPlaceState{id, 0, PlaceState::Taught});
    CHECK(wall.idea(id).scale_plan->places[0].state == PlaceState::Taught);
}

TEST_CASE("in daily use the plan keeps its places and its responsible") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Operation);
    ScalePlan plan = a_scale_plan();
    plan.places.clear();
    CHECK(wall.rule(WriteScalePlan{id, plan}) == Rule::PlacesMissing);
    plan = a_scale_plan();
    plan.responsible.clear();
    CHECK(wall.rule(WriteScalePlan{id, plan}) == Rule::ResponsibleMissing);
    plan = a_scale_plan();
    plan.places.push_back({"Team Nord", "Nanna", monday, PlaceState::NotBegun});
    CHECK_FALSE(wall.rule(WriteScalePlan{id, plan}));
}

TEST_CASE("rolling back needs a reason and prepares the next trial") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Scaling);
    CHECK(wall.rule(RollBack{id, " "}) == Rule::ReasonMissing);
    wall.must(RollBack{id, "Det virker ikke i Nord."});
    Idea const& idea = wall.idea(id);
    CHECK(idea.stage == Stage::Test);
    CHECK(idea.scale_plan->rolled_back == "Det virker ikke i Nord.");
    REQUIRE(idea.trials.size() == 2);
    CHECK(idea.trials[0].decision == Decision::Scale);
    CHECK(idea.trials[1].state == TrialState::Draft);
    CHECK(idea.trials[1].plan.assumption == idea.trials[0].plan.assumption);
}

TEST_CASE("an idea that was rolled back is tried and scaled again with a new plan") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Scaling);
    wall.must(RollBack{id, "Det virker ikke i Nord."});
    TrialPlan plan = a_plan(wall);
    plan.changed = "Nord er med.";
    plan.what = "Telefonen er åben kl. 13–14.";
    wall.must(WriteTrialPlan{{id, 2}, plan});
    wall.must(StartTrial{{id, 2}});
    wall.must(NoteOutcome{{id, 2}, an_outcome()});
    wall.must(a_decision({id, 2}, Decision::Scale));
    ScalePlan expected;
    expected.trial_no = 2;
    expected.what_now = plan.what;
    CHECK(wall.idea(id).scale_plan == expected);
}

TEST_CASE("a follow-up keeps the idea in daily use unless it does not hold") {
    for (Holds const holds : {Holds::Yes, Holds::Partly, Holds::No}) {
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Operation);
        FollowUp const follow_up{monday, holds, 7.5};
        wall.must(NoteFollowUp{id, follow_up});
        Idea const& idea = wall.idea(id);
        CHECK(idea.scale_plan->follow_ups == std::vector{follow_up});
        CHECK(idea.stage == (holds == Holds::No ? Stage::Test : Stage::Operation));
        CHECK(idea.trials.size() == (holds == Holds::No ? 2 : 1));
    }
}

TEST_CASE("a follow-up's figure is a number") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Operation);
    FollowUp follow_up{monday, Holds::Yes, std::numeric_limits<double>::quiet_NaN()};
    CHECK(wall.rule(NoteFollowUp{id, follow_up}) == Rule::NumberOutOfRange);
    follow_up.value.reset();
    CHECK_FALSE(wall.rule(NoteFollowUp{id, follow_up}));
}
