// The 18 invariants of method.md 7.5, each tried by commands. What the store, the texts and the exports owe of them
// (11, 14, 16, 17) is tested there as well.
#include "board/effect.h"
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

TrialPlan next_plan(Wall const& wall) {
    TrialPlan plan = a_plan(wall);
    plan.changed = "To timer i stedet for én.";
    return plan;
}

} // namespace

TEST_CASE("7.5 no. 1–3: numbers without gaps, one running, the limit, and what changed") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    CHECK(wall.rule(WriteTrialPlan{{id, 2}, next_plan(wall)}) == Rule::NoSuchTrial); // one runs
    wall.must(NoteOutcome{{id, 1}, an_outcome()});
    wall.must(a_decision({id, 1}, Decision::Adjust));
    CHECK(wall.rule(WriteTrialPlan{{id, 3}, next_plan(wall)}) == Rule::NoSuchTrial); // no gaps
    wall.must(WriteTrialPlan{{id, 2}, a_plan(wall)});
    CHECK(wall.rule(StartTrial{{id, 2}}) == Rule::ChangeMissing);
    wall.must(WriteTrialPlan{{id, 2}, next_plan(wall)});
    wall.must(StartTrial{{id, 2}});
    while (running_trials(wall.board) < 3)
        wall.idea_at(Given::Running);
    IdeaId const fourth = wall.idea_at(Given::Drafted);
    CHECK(wall.rule(StartTrial{{fourth, 1}}) == Rule::WipFull);
    wall.must(StartTrial{{fourth, 1}, "Ferien kommer."}); // a logged exception
}

TEST_CASE("7.5 no. 3: after a rollback or a follow-up that did not hold a scaled trial has a successor") {
    Wall wall = Wall::with_course();
    IdeaId const back = wall.idea_at(Given::Scaling);
    wall.must(RollBack{back, "Det holdt ikke."});
    IdeaId const gone = wall.idea_at(Given::Operation);
    wall.must(NoteFollowUp{gone, FollowUp{monday, Holds::No, 12.0}});
    for (IdeaId const id : {back, gone}) {
        wall.must(WriteTrialPlan{{id, 2}, next_plan(wall)});
        wall.must(StartTrial{{id, 2}});
        CHECK(wall.idea(id).trials[0].decision == Decision::Scale);
    }
}

TEST_CASE("7.5 no. 4: no decision without what happened and what was learned") {
    for (Decision const decision : {Decision::Scale, Decision::Adjust, Decision::Park, Decision::Stop}) {
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        CHECK(wall.rule(a_decision({id, 1}, decision)) == Rule::WhatHappenedMissing);
        TrialOutcome outcome = an_outcome();
        outcome.learning.clear();
        wall.must(NoteOutcome{{id, 1}, outcome});
        CHECK(wall.rule(a_decision({id, 1}, decision)) == Rule::LearningMissing);
    }
}

TEST_CASE("7.5 no. 5: what is measured is locked at the start and a change leaves its mark") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    CHECK(wall.rule(WriteTrialPlan{{id, 1}, a_plan(wall)}) == Rule::TrialNotDraft);
    ChangeMeasure wish{{id, 1}, a_plan(wall).measure, a_plan(wall).guard, ""};
    wish.measure->better = Direction::Up;
    CHECK(wall.rule(wish) == Rule::ReasonMissing);
    wish.reason = "Vi talte det forkerte.";
    wall.must(wish);
    CHECK(wall.idea(id).trials[0].measure_changed == monday);
    wall.must(NoteOutcome{{id, 1}, an_outcome()});
    wall.must(a_decision({id, 1}, Decision::Stop));
    CHECK(wall.idea(id).trials[0].measure_changed == monday);
    CHECK(wall.rule(wish) == Rule::TrialNotRunning);
}

TEST_CASE("7.5 no. 6: shares keep their counts and the per cent is worked out") {
    CHECK(share(3, 20) == Reading{.value = 15, .count = 3, .n = 20});
    CHECK_FALSE(is_complete(MeasureKind::Share, Reading{.value = 15, .count = 3, .n = {}}));
}

TEST_CASE("7.5 no. 7: a trial ends on a day, not before it begins, and is due the day after") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.to = *plan.from - std::chrono::days{1};
    wall.must(WriteTrialPlan{{id, 1}, plan});
    CHECK(wall.rule(StartTrial{{id, 1}}) == Rule::EndsBeforeStart);
    plan.to = plan.from;
    plan.measure->baseline->from = monday;
    plan.measure->baseline->to = monday - std::chrono::days{1};
    wall.must(WriteTrialPlan{{id, 1}, plan});
    CHECK(wall.rule(StartTrial{{id, 1}}) == Rule::EndsBeforeStart); // so does the period of its baseline
    plan.measure->baseline->to = monday;
    wall.must(WriteTrialPlan{{id, 1}, plan});
    wall.must(StartTrial{{id, 1}});
    CHECK_FALSE(is_due(wall.idea(id).trials[0], *plan.to)); // til og med
    CHECK(is_due(wall.idea(id).trials[0], *plan.to + std::chrono::days{1}));
}

TEST_CASE("7.5 no. 8: stage and trials agree wherever an idea can be") {
    for (Given const given : all_givens) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        Idea const& idea = wall.idea(wall.idea_at(given));
        CHECK((running_trial(idea) != nullptr) == (given == Given::Running || given == Given::Reviewed));
        bool const scaled = idea.stage == Stage::Scaling || idea.stage == Stage::Operation;
        CHECK((!scaled || idea.scale_plan.has_value()));
        CHECK((idea.stage == Stage::Parked) == idea.parking.has_value());
        CHECK((idea.stage != Stage::Stopped || !latest_trial(idea)->outcome.learning.empty()));
    }
}

TEST_CASE("7.5 no. 9: one round is open and its candidates rest") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Candidate);
    IdeaId const other = wall.add_idea("Telefontid"), third = wall.add_idea("Kort brev");
    CHECK(wall.rule(a_round({other, third})) == Rule::RoundAlreadyOpen);
    CHECK(wall.rule(EditIdea{id, "Anden tekst"}) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(a_parking(id)) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(MergeIdeas{id, other}).has_value());
}

TEST_CASE("7.5 no. 10: dots fit their ballots and are read only after closing") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Candidate);
    CHECK_FALSE(dots_of(wall.board, id));
    VoteRound const round = wall.board.rounds.back();
    CloseRound wish = a_count(round);
    wish.tallies[0].dots = wish.ballots * round.max_per_idea + 1;
    CHECK(wall.rule(wish).has_value());
    wish = a_count(round);
    wall.must(wish);
    CHECK(dots_of(wall.board, id) == 3);
}

TEST_CASE("7.5 no. 11–12: a pulse is counters, written once, hidden when few, and never changes") {
    Wall wall = Wall::with_course();
    wall.must(OpenPulse{{"Jeg har overblik"}});
    std::size_t const before = wall.records.size();
    PulseBox box(*open_pulse(wall.board));
    for (int const step : {1, 2, 3, 4})
        box.answer(0, step);
    CHECK(wall.records.size() == before); // nothing is written of an answer
    wall.must(ClosePulse{1, box.counts()});
    CHECK(wall.records.size() == before + 1);
    CHECK_FALSE(pulse_mean(wall.board.pulses[0], 0));
    CHECK(wall.rule(ClosePulse{1, {{5, 5, 5, 5, 5}}}) == Rule::PulseNotOpen);
    CHECK(wall.rule(Undo{wall.records.back().operation}) == Rule::CannotUndo);
}

TEST_CASE("7.5 no. 13–14: undo takes several steps, and nothing is deleted") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    auto const first = wall.must(EditIdea{id, "Én"}), second = wall.must(EditIdea{id, "To"});
    CHECK(wall.rule(Undo{first}) == Rule::SomethingStandsOnIt);
    wall.must(Undo{second});
    wall.must(Undo{first});
    CHECK(wall.idea(id).text == "Fast telefontid");
    for (Given const given : {Given::Stopped, Given::Merged, Given::Parked}) {
        IdeaId const gone = wall.idea_at(given);
        CHECK(find_idea(wall.board, gone) != nullptr);
    }
}

TEST_CASE("7.5 no. 15: estimated kroner never come among the measured") {
    Wall wall = Wall::with_course();
    wall.idea_at(Given::Scaling);
    for (Total const& total : totals(wall.board))
        CHECK(total.lines > 1);
    CHECK(totals(wall.board).empty());
}

TEST_CASE("7.5 no. 18: a course is not closed while something is selected or tried") {
    for (Given const given : all_givens) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        wall.idea_at(given);
        bool const loose = given == Given::Selected || given == Given::Drafted || given == Given::Running ||
                           given == Given::Reviewed || given == Given::Adjusted;
        auto const rule = wall.rule(CloseCourse{});
        CHECK((rule == Rule::LooseEnds) == loose);
    }
}
