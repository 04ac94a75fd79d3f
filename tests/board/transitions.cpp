// The 15 transitions of an idea (method.md 7.3; its row 8 holds two): from where, by what, to where, and each guard
// that must hold. Every row is walked by commands, once as it should be and once for each guard that fails.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <functional>

using namespace board;
using namespace board_tests;

namespace {

using Act = std::function<Command(Wall&, IdeaId)>;

/// How a guard is broken before the command, or in it, and what is said then.
struct Guarded {
    char const* name;
    Act act;
    Rule rule;
};
struct Transition {
    char const* no;
    Given from;
    Act act;
    Stage to;
    int trials; ///< of the idea afterwards
    std::vector<Guarded> guards;
};

TrialPlan changed_plan(Wall const& wall) {
    TrialPlan plan = a_plan(wall);
    plan.changed = "To timer i stedet for én.";
    return plan;
}

/// The guard is broken by what is done first.
Act after(std::function<void(Wall&, IdeaId)> before, Act act) {
    return [before = std::move(before), act = std::move(act)](Wall& wall, IdeaId id) {
        before(wall, id);
        return act(wall, id);
    };
}

Act start(int no) {
    return [no](Wall&, IdeaId id) { return StartTrial{{id, no}}; };
}

Act written(int no, std::function<void(TrialPlan&)> spoil) {
    return after(
        [=](Wall& wall, IdeaId id) {
            TrialPlan plan = no == 1 ? a_plan(wall) : changed_plan(wall);
            spoil(plan);
            wall.must(WriteTrialPlan{{id, no}, plan});
        },
        start(no));
}

Act decided(Decision decision, std::function<void(TrialOutcome&)> spoil, std::function<void(DecideTrial&)> wish) {
    return after(
        [=](Wall& wall, IdeaId id) {
            TrialOutcome outcome = an_outcome();
            spoil(outcome);
            wall.must(NoteOutcome{{id, 1}, outcome});
        },
        [=](Wall&, IdeaId id) {
            DecideTrial decide = a_decision({id, 1}, decision);
            wish(decide);
            return decide;
        });
}

void fill(Wall& wall) {
    while (running_trials(wall.board) < wall.board.course.settings.wip_limit)
        wall.idea_at(Given::Running);
}

auto const as_is = [](auto&) {};

std::vector<Transition> transitions() {
    auto const park = [](Wall&, IdeaId id) { return a_parking(id); };
    auto const no_reason = [](Wall&, IdeaId id) {
        ParkIdea wish = a_parking(id);
        wish.reason.clear();
        return wish;
    };
    auto const too_late = [](Wall&, IdeaId id) {
        ParkIdea wish = a_parking(id);
        wish.revisit = monday - std::chrono::days{1};
        return wish;
    };
    std::vector<Guarded> const parking{{"reason", no_reason, Rule::ReasonMissing},
                                       {"day", too_late, Rule::RevisitInPast}};
    auto const follow_up = [](Holds holds) {
        return [holds](Wall&, IdeaId id) { return NoteFollowUp{id, FollowUp{monday, holds, 7.0}}; };
    };
    return {
        {"1",
         Given::New,
         [](Wall&, IdeaId id) {
             return SelectIdea{id, "Vi vil i gang."};
         },
         Stage::Selected,
         0,
         {{"neither vote nor reason",
           [](Wall&, IdeaId id) {
               return SelectIdea{id, ""};
           },
           Rule::NotVotedOn},
          {"merged",
           after(
               [](Wall& wall, IdeaId id) {
                   wall.must(MergeIdeas{id, wall.add_idea("Telefontid")});
               },
               [](Wall&, IdeaId id) {
                   return SelectIdea{id, "Vi vil i gang."};
               }),
           Rule::WrongStage}}},
        {"2",
         Given::Drafted,
         start(1),
         Stage::Test,
         1,
         {{"incomplete", written(1, [](TrialPlan& plan) { plan.scope.clear(); }), Rule::ScopeMissing},
          {"no baseline", written(1, [](TrialPlan& plan) { plan.measure->baseline.reset(); }), Rule::BaselineMissing},
          {"no end", written(1, [](TrialPlan& plan) { plan.to.reset(); }), Rule::DatesMissing},
          {"not ours", written(1, [](TrialPlan& plan) { plan.can_decide = CanDecide::No; }), Rule::CannotDecide},
          {"not asked", written(1, [](TrialPlan& plan) { plan.affected_asked = false; }), Rule::AffectedNotAsked},
          {"full", after([](Wall& wall, IdeaId) { fill(wall); }, start(1)), Rule::WipFull}}},
        {"3",
         Given::Running,
         decided(Decision::Adjust, as_is, as_is),
         Stage::Test,
         2,
         {{"what happened",
           decided(
               Decision::Adjust, [](TrialOutcome& o) { o.what_happened.clear(); }, as_is),
           Rule::WhatHappenedMissing},
          {"learning",
           decided(
               Decision::Adjust, [](TrialOutcome& o) { o.learning.clear(); }, as_is),
           Rule::LearningMissing}}},
        {"4",
         Given::Adjusted,
         written(2, as_is),
         Stage::Test,
         2,
         {{"nothing changed", written(2, [](TrialPlan& plan) { plan.changed.clear(); }), Rule::ChangeMissing},
          {"full", after([](Wall& wall, IdeaId) { fill(wall); }, written(2, as_is)), Rule::WipFull},
          {"it runs already",
           after(
               [](Wall& wall, IdeaId id) {
                   written(2, as_is)(wall, id), wall.must(StartTrial{{id, 2}});
               },
               start(2)),
           Rule::TrialNotDraft}}},
        {"5",
         Given::Running,
         decided(Decision::Scale, as_is, as_is),
         Stage::Scaling,
         1,
         {{"result",
           decided(
               Decision::Scale, [](TrialOutcome& o) { o.result.reset(); }, as_is),
           Rule::ResultMissing},
          {"target",
           decided(
               Decision::Scale, [](TrialOutcome& o) { o.result->value = 9; }, as_is),
           Rule::ScaleNeedsReason},
          {"guard",
           decided(
               Decision::Scale, [](TrialOutcome& o) { o.guard_result = 21; }, as_is),
           Rule::GuardBroken},
          {"leader", decided(Decision::Scale, as_is, [](DecideTrial& wish) { wish.leader = LeaderSays::NotAsked; }),
           Rule::LeaderMustConfirm}}},
        {"6",
         Given::Running,
         decided(Decision::Stop, as_is, as_is),
         Stage::Stopped,
         1,
         {{"learning",
           decided(
               Decision::Stop, [](TrialOutcome& o) { o.learning.clear(); }, as_is),
           Rule::LearningMissing}}},
        {"7",
         Given::Running,
         decided(Decision::Park, as_is, as_is),
         Stage::Parked,
         1,
         {{"reason", decided(Decision::Park, as_is, [](DecideTrial& wish) { wish.reason.clear(); }),
           Rule::ReasonMissing},
          {"day", decided(Decision::Park, as_is, [](DecideTrial& wish) { wish.revisit.reset(); }),
           Rule::RevisitMissing},
          {"it runs", park, Rule::WrongStage}}},
        {"8, new", Given::New, park, Stage::Parked, 0, parking},
        {"8, selected", Given::Selected, park, Stage::Parked, 0, parking},
        {"9", Given::Parked, [](Wall&, IdeaId id) { return ResumeIdea{id}; }, Stage::New, 0, {}},
        {"10",
         Given::New,
         [](Wall& wall, IdeaId id) {
             return MergeIdeas{id, wall.add_idea("Telefontid")};
         },
         Stage::Merged,
         0,
         {{"a round is open",
           [](Wall& wall, IdeaId id) {
               wall.must(a_round({wall.add_idea("Kort brev"), wall.add_idea("Færre møder")}));
               return MergeIdeas{id, wall.add_idea("Telefontid")};
           },
           Rule::RoundIsOpen},
          {"the other is not new",
           [](Wall& wall, IdeaId id) {
               return MergeIdeas{id, wall.idea_at(Given::Parked)};
           },
           Rule::WrongStage}}},
        {"11",
         Given::Scaling,
         after(
             [](Wall& wall, IdeaId id) {
                 wall.must(WriteScalePlan{id, a_scale_plan()});
             },
             [](Wall&, IdeaId id) { return PutInOperation{id}; }),
         Stage::Operation,
         1,
         {{"a place",
           after(
               [](Wall& wall, IdeaId id) {
                   wall.must(WriteScalePlan{id, a_scale_plan()});
                   wall.must(SetPlaceState{id, 0, PlaceState::Taught});
               },
               [](Wall&, IdeaId id) { return PutInOperation{id}; }),
           Rule::PlacesNotInUse},
          {"an owner",
           after(
               [](Wall& wall, IdeaId id) {
                   ScalePlan plan = a_scale_plan();
                   plan.responsible.clear();
                   wall.must(WriteScalePlan{id, plan});
               },
               [](Wall&, IdeaId id) { return PutInOperation{id}; }),
           Rule::ResponsibleMissing}}},
        {"12",
         Given::Scaling,
         [](Wall&, IdeaId id) {
             return RollBack{id, "Det holdt ikke."};
         },
         Stage::Test,
         2,
         {{"reason",
           [](Wall&, IdeaId id) {
               return RollBack{id, " "};
           },
           Rule::ReasonMissing}}},
        {"13", Given::Operation, follow_up(Holds::Partly), Stage::Operation, 1, {}},
        {"14", Given::Operation, follow_up(Holds::No), Stage::Test, 2, {}},
    };
}

} // namespace

TEST_CASE("the fifteen transitions lead where the method says and each guard holds") {
    auto const all = transitions();
    CHECK(all.size() == 15);
    for (Transition const& row : all) {
        CAPTURE(row.no);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(row.from);
        wall.must(row.act(wall, id));
        CHECK(wall.idea(id).stage == row.to);
        CHECK(wall.idea(id).stage_since == monday);
        CHECK(static_cast<int>(wall.idea(id).trials.size()) == row.trials);
        for (Guarded const& guard : row.guards) {
            CAPTURE(guard.name);
            Wall other = Wall::with_course();
            IdeaId const held = other.idea_at(row.from);
            Command const command = guard.act(other, held);
            Board const before = other.board;
            CHECK(other.rule(command) == guard.rule);
            CHECK(other.board == before);
        }
    }
}

TEST_CASE("what has stopped or was merged stays so and can be built on") {
    for (Given const given : {Given::Stopped, Given::Merged}) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(given);
        for (Command const& command :
             {Command(SelectIdea{id, "Igen."}), Command(a_parking(id)), Command(ResumeIdea{id}),
              Command(WriteTrialPlan{{id, 2}, changed_plan(wall)}), Command(PutInOperation{id}),
              Command(RollBack{id, "Nej."}), Command(NoteFollowUp{id, FollowUp{monday, Holds::Yes, {}}})})
            CHECK(wall.rule(command) == Rule::WrongStage);
        AddIdea wish = an_idea();
        wish.builds_on = id;
        wall.must(wish);
        CHECK(wall.idea(wish.id).builds_on == id);
    }
}
