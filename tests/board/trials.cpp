// Trials: what a plan needs before it starts, what a review needs before it is decided, and what comes of it.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace board;
using namespace board_tests;

namespace {

using Spoil = std::function<void(TrialPlan&)>;

std::vector<Rule> rules_of(std::vector<Refusal> const& refusals) {
    std::vector<Rule> rules;
    for (Refusal const& refusal : refusals)
        rules.push_back(refusal.rule);
    return rules;
}

Measure a_share() {
    Measure measure;
    measure.name = "Udeblivelser";
    measure.kind = MeasureKind::Share;
    measure.baseline = share(14, 50);
    measure.target = 20;
    return measure;
}

} // namespace

TEST_CASE("a plan starts when nothing is missing") {
    struct Row {
        char const* name;
        Spoil spoil;
        std::vector<Rule> missing;
    };
    for (Row const& row : {
             Row{"complete", [](TrialPlan&) {}, {}},
             Row{"no guard", [](TrialPlan& plan) { plan.guard.reset(); }, {}},
             Row{"one day", [](TrialPlan& plan) { plan.to = plan.from; }, {}},
             Row{"experience only",
                 [](TrialPlan& plan) {
                     plan.measure.reset();
                     plan.experience_only = true;
                 },
                 {}},
             Row{"assumption", [](TrialPlan& plan) { plan.assumption.clear(); }, {Rule::AssumptionMissing}},
             Row{"what", [](TrialPlan& plan) { plan.what = " "; }, {Rule::WhatMissing}},
             Row{"owner", [](TrialPlan& plan) { plan.owner.reset(); }, {Rule::OwnerMissing}},
             Row{"from", [](TrialPlan& plan) { plan.from.reset(); }, {Rule::DatesMissing}},
             Row{"to", [](TrialPlan& plan) { plan.to.reset(); }, {Rule::DatesMissing}},
             Row{"ends first",
                 [](TrialPlan& plan) { plan.to = *plan.from - std::chrono::days{1}; },
                 {Rule::EndsBeforeStart}},
             Row{"scope", [](TrialPlan& plan) { plan.scope.clear(); }, {Rule::ScopeMissing}},
             Row{"measure", [](TrialPlan& plan) { plan.measure.reset(); }, {Rule::MeasureMissing}},
             Row{"measure's name", [](TrialPlan& plan) { plan.measure->name.clear(); }, {Rule::MeasureMissing}},
             Row{"baseline", [](TrialPlan& plan) { plan.measure->baseline.reset(); }, {Rule::BaselineMissing}},
             Row{"half a share",
                 [](TrialPlan& plan) {
                     plan.measure = a_share();
                     plan.measure->baseline->count.reset();
                 },
                 {Rule::BaselineMissing}},
             Row{"target", [](TrialPlan& plan) { plan.measure->target.reset(); }, {Rule::TargetMissing}},
             Row{"not ours to decide", [](TrialPlan& plan) { plan.can_decide = CanDecide::No; }, {Rule::CannotDecide}},
             Row{"to be asked", [](TrialPlan& plan) { plan.can_decide = CanDecide::Ask; }, {Rule::CannotDecide}},
             Row{"unanswered", [](TrialPlan& plan) { plan.can_decide = CanDecide::Unanswered; }, {Rule::CannotDecide}},
             Row{"not asked", [](TrialPlan& plan) { plan.affected_asked = false; }, {Rule::AffectedNotAsked}},
             Row{"all",
                 [](TrialPlan& plan) { plan = {}; },
                 {Rule::AssumptionMissing, Rule::WhatMissing, Rule::OwnerMissing, Rule::DatesMissing,
                  Rule::ScopeMissing, Rule::MeasureMissing, Rule::CannotDecide, Rule::AffectedNotAsked}},
         }) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Selected);
        TrialPlan plan = a_plan(wall);
        row.spoil(plan);
        wall.must(WriteTrialPlan{{id, 1}, plan});
        CHECK(rules_of(missing_for_start(wall.board, {id, 1})) == row.missing);
        auto const refused = wall.rule(StartTrial{{id, 1}});
        CHECK(refused == (row.missing.empty() ? std::nullopt : std::optional{row.missing.front()}));
    }
}

TEST_CASE("what cannot start says why") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    CHECK(rules_of(missing_for_start(wall.board, {id, 1})) == std::vector{Rule::TrialNotDraft});
    CHECK(rules_of(missing_for_start(wall.board, {id, 2})) == std::vector{Rule::NoSuchTrial});
    CHECK(rules_of(missing_for_start(wall.board, {IdeaId{fresh_uuid()}, 1})) == std::vector{Rule::NoSuchIdea});
}

TEST_CASE("a started trial has moved its idea") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Drafted);
    wall.now.today += std::chrono::days{2};
    wall.must(StartTrial{{id, 1}});
    Trial const& trial = *find_trial(wall.board, {id, 1});
    CHECK(trial.state == TrialState::Running);
    CHECK(trial.started_on == monday + std::chrono::days{2});
    CHECK(running_trial(wall.idea(id)) == &trial);
    CHECK(latest_trial(wall.idea(id)) == &trial);
    CHECK(wall.idea(id).stage == Stage::Test);
    CHECK(wall.idea(id).stage_since == monday + std::chrono::days{2});
    CHECK(running_trials(wall.board) == 1);
}

TEST_CASE("a fourth trial waits until one has ended") {
    Wall wall = Wall::with_course();
    IdeaId const first = wall.idea_at(Given::Reviewed);
    wall.idea_at(Given::Running);
    wall.idea_at(Given::Running);
    IdeaId const fourth = wall.idea_at(Given::Drafted);
    auto const refusal = wall.ask(StartTrial{{fourth, 1}});
    REQUIRE(refusal);
    CHECK(refusal->rule == Rule::WipFull);
    CHECK(refusal->limit == 3);
    CHECK(missing_for_start(wall.board, {fourth, 1}).empty());
    wall.must(a_decision({first, 1}, Decision::Adjust));
    CHECK_FALSE(wall.rule(StartTrial{{fourth, 1}}));
}

TEST_CASE("plans are written while they are drafts and in their turn") {
    Wall wall = Wall::with_course();
    IdeaId const selected = wall.idea_at(Given::Selected);
    auto const write = [&wall](IdeaId id, int no) { return wall.rule(WriteTrialPlan{{id, no}, a_plan(wall)}); };
    CHECK(write(selected, 0) == Rule::NoSuchTrial);
    CHECK(write(selected, -1) == Rule::NoSuchTrial);
    CHECK(write(selected, 2) == Rule::NoSuchTrial);
    CHECK_FALSE(write(selected, 1));
    CHECK_FALSE(write(selected, 1));
    CHECK(write(selected, 2) == Rule::NoSuchTrial);

    IdeaId const running = wall.idea_at(Given::Running);
    CHECK(write(running, 1) == Rule::TrialNotDraft);
    CHECK(write(running, 2) == Rule::NoSuchTrial);

    IdeaId const adjusted = wall.idea_at(Given::Adjusted);
    CHECK(write(adjusted, 1) == Rule::TrialNotDraft);
    CHECK_FALSE(write(adjusted, 2));
    CHECK(write(adjusted, 3) == Rule::NoSuchTrial);
}

TEST_CASE("a trial's owner takes part") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.owner = ParticipantId{fresh_uuid()};
    CHECK(wall.rule(WriteTrialPlan{{id, 1}, plan}) == Rule::NoSuchParticipant);
}

TEST_CASE("figures in a plan lie within their range") {
    auto const infinite = std::numeric_limits<double>::infinity();
    auto const none = std::numeric_limits<double>::quiet_NaN();
    struct Row {
        char const* name;
        Spoil spoil;
        bool granted;
    };
    auto const share_of = [](int count, int n) {
        return [=](TrialPlan& plan) {
            plan.measure = a_share();
            plan.measure->baseline->count = count;
            plan.measure->baseline->n = n;
        };
    };
    auto const kind = [](MeasureKind kind_, double baseline, double target) {
        return [=](TrialPlan& plan) {
            plan.measure->kind = kind_;
            plan.measure->baseline.emplace().value = baseline;
            plan.measure->target = target;
        };
    };
    for (Row const& row : {
             Row{"negative number", kind(MeasureKind::Number, -4.5, -5), true},
             Row{"infinite baseline", kind(MeasureKind::Number, infinite, 8), false},
             Row{"no number", kind(MeasureKind::Number, none, 8), false},
             Row{"target no number", kind(MeasureKind::Kroner, 8, none), false},
             Row{"beyond all figures", kind(MeasureKind::Kroner, 1e13, 8), false},
             Row{"scale", kind(MeasureKind::Scale, 1, 5), true},
             Row{"scale too low", kind(MeasureKind::Scale, 0.9, 5), false},
             Row{"scale too high", kind(MeasureKind::Scale, 1, 5.1), false},
             Row{"share of none", share_of(0, 0), false},
             Row{"share above its n", share_of(51, 50), false},
             Row{"share below none", share_of(-1, 50), false},
             Row{"whole share", share_of(50, 50), true},
             Row{"share's target", [](TrialPlan& plan) { (plan.measure = a_share())->target = 100.5; }, false},
             Row{"no observations", [](TrialPlan& plan) { plan.measure->baseline->n = 0; }, false},
             Row{"one observation", [](TrialPlan& plan) { plan.measure->baseline->n = 1; }, true},
             Row{"guard's limit", [=](TrialPlan& plan) { plan.guard->limit = infinite; }, false},
             Row{"guard's baseline", [=](TrialPlan& plan) { plan.guard->baseline = none; }, false},
         }) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Selected);
        TrialPlan plan = a_plan(wall);
        row.spoil(plan);
        auto const refused = wall.rule(WriteTrialPlan{{id, 1}, plan});
        CHECK(refused == (row.granted ? std::nullopt : std::optional{Rule::NumberOutOfRange}));
    }
}

TEST_CASE("a share is worked out from its counts whatever value comes with it") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.measure = a_share();
    plan.measure->baseline->value = 99;
    wall.must(WriteTrialPlan{{id, 1}, plan});
    CHECK(wall.idea(id).trials[0].plan.measure->baseline == share(14, 50));
    wall.must(StartTrial{{id, 1}});

    TrialOutcome outcome = an_outcome();
    outcome.result->count = 3;
    outcome.result->value = std::numeric_limits<double>::quiet_NaN();
    wall.must(NoteOutcome{{id, 1}, outcome});
    CHECK_FALSE(has_result(wall.idea(id).trials[0]));
    CHECK(wall.idea(id).trials[0].outcome.result->value == 0);
    outcome.result->n = 20;
    wall.must(NoteOutcome{{id, 1}, outcome});
    CHECK(wall.idea(id).trials[0].outcome.result == share(3, 20));
    outcome.result->n = 2;
    CHECK(wall.rule(NoteOutcome{{id, 1}, outcome}) == Rule::NumberOutOfRange);
}

TEST_CASE("outcomes are noted and decided while the trial runs") {
    for (Given const given : {Given::Drafted, Given::Adjusted, Given::Scaling, Given::Stopped}) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(given);
        CHECK(wall.rule(NoteOutcome{wall.trial_of(id), an_outcome()}) == Rule::TrialNotRunning);
        CHECK(wall.rule(a_decision(wall.trial_of(id), Decision::Stop)) == Rule::TrialNotRunning);
        CHECK(wall.rule(NoteOutcome{{id, 9}, an_outcome()}) == Rule::NoSuchTrial);
        CHECK(wall.rule(a_decision({id, 9}, Decision::Stop)) == Rule::NoSuchTrial);
    }
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    TrialOutcome outcome = an_outcome();
    outcome.guard_result = std::numeric_limits<double>::infinity();
    CHECK(wall.rule(NoteOutcome{{id, 1}, outcome}) == Rule::NumberOutOfRange);
    outcome = an_outcome();
    outcome.comparison = ComparisonGroup{" De andre ", Reading{14, {}, {}}, Reading{2e12, {}, {}}};
    CHECK(wall.rule(NoteOutcome{{id, 1}, outcome}) == Rule::NumberOutOfRange);
    outcome.comparison->after->value = 13;
    wall.must(NoteOutcome{{id, 1}, outcome});
    CHECK(wall.idea(id).trials[0].outcome.comparison->who == "De andre");
    outcome.comparison->who = "010190-1234";
    CHECK(wall.rule(NoteOutcome{{id, 1}, outcome}) == Rule::LooksLikeCpr);
}

TEST_CASE("a decision needs what the method asks of it") {
    struct Row {
        char const* name;
        std::function<void(TrialOutcome&)> outcome;
        std::function<void(DecideTrial&)> wish;
        Decision decision;
        std::optional<Rule> rule;
    };
    auto const as_is = [](auto&) {};
    auto const missed = [](TrialOutcome& outcome) { outcome.result->value = 9; };
    auto const broken = [](TrialOutcome& outcome) { outcome.guard_result = 21; };
    auto const unknown = [](TrialOutcome& outcome) { outcome.guard_result.reset(); };
    auto const reason = [](DecideTrial& wish) { wish.reason = "Borgerne er glade."; };
    auto const no_leader = [](DecideTrial& wish) { wish.leader = LeaderSays::NotAsked; };
    for (Row const& row : {
             Row{"adjust", as_is, as_is, Decision::Adjust, {}},
             Row{"adjust without a result",
                 [](TrialOutcome& outcome) { outcome.result.reset(); },
                 as_is,
                 Decision::Adjust,
                 {}},
             Row{"stop", as_is, as_is, Decision::Stop, {}},
             Row{"park", as_is, as_is, Decision::Park, {}},
             Row{"scale", as_is, as_is, Decision::Scale, {}},
             Row{"nothing happened", [](TrialOutcome& outcome) { outcome.what_happened = " "; }, as_is,
                 Decision::Adjust, Rule::WhatHappenedMissing},
             Row{"nothing learned", [](TrialOutcome& outcome) { outcome.learning.clear(); }, as_is, Decision::Stop,
                 Rule::LearningMissing},
             Row{"parked without a reason", as_is, [](DecideTrial& wish) { wish.reason.clear(); }, Decision::Park,
                 Rule::ReasonMissing},
             Row{"parked for ever", as_is, [](DecideTrial& wish) { wish.revisit.reset(); }, Decision::Park,
                 Rule::RevisitMissing},
             Row{"parked until today", as_is, [](DecideTrial& wish) { wish.revisit = monday; }, Decision::Park, {}},
             Row{"parked until yesterday", as_is,
                 [](DecideTrial& wish) { wish.revisit = monday - std::chrono::days{1}; }, Decision::Park,
                 Rule::RevisitInPast},
             Row{"scaled without a result", [](TrialOutcome& outcome) { outcome.result.reset(); }, reason,
                 Decision::Scale, Rule::ResultMissing},
             Row{"scaled without the leader", as_is, no_leader, Decision::Scale, Rule::LeaderMustConfirm},
             Row{"target missed", missed, as_is, Decision::Scale, Rule::ScaleNeedsReason},
             Row{"target missed with a reason", missed, reason, Decision::Scale, {}},
             Row{"target missed without the leader", missed,
                 [=](DecideTrial& wish) {
                     reason(wish);
                     no_leader(wish);
                 },
                 Decision::Scale, Rule::LeaderMustConfirm},
             Row{"guard broken", broken, as_is, Decision::Scale, Rule::GuardBroken},
             Row{"guard broken with a reason", broken, reason, Decision::Scale, {}},
             Row{"both", [=](TrialOutcome& outcome) { missed(outcome), broken(outcome); }, as_is, Decision::Scale,
                 Rule::ScaleNeedsReason},
             Row{"guard unknown", unknown, as_is, Decision::Scale, Rule::ScaleNeedsReason},
             Row{"guard unknown with a reason", unknown, reason, Decision::Scale, {}},
         }) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        TrialOutcome outcome = an_outcome();
        row.outcome(outcome);
        wall.must(NoteOutcome{{id, 1}, outcome});
        DecideTrial wish = a_decision({id, 1}, row.decision);
        row.wish(wish);
        CHECK(wall.rule(wish) == row.rule);
    }
}

TEST_CASE("where only experience is measured a better one is the aim") {
    struct Row {
        std::optional<Experience> experience;
        std::optional<Rule> rule;
    };
    for (Row const& row : {Row{Experience::Better, {}}, Row{Experience::Same, Rule::ScaleNeedsReason},
                           Row{Experience::Worse, Rule::ScaleNeedsReason}, Row{{}, Rule::ResultMissing}}) {
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Selected);
        TrialPlan plan = a_plan(wall);
        plan.measure.reset();
        plan.guard.reset();
        plan.experience_only = true;
        wall.must(WriteTrialPlan{{id, 1}, plan});
        wall.must(StartTrial{{id, 1}});
        TrialOutcome outcome = an_outcome();
        outcome.result.reset();
        outcome.guard_result.reset();
        outcome.experience = row.experience;
        wall.must(NoteOutcome{{id, 1}, outcome});
        CHECK(wall.rule(a_decision({id, 1}, Decision::Scale)) == row.rule);
    }
}

TEST_CASE("adjusting ends the trial and prepares the next") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Reviewed);
    wall.now.today += std::chrono::days{21};
    DecideTrial wish = a_decision({id, 1}, Decision::Adjust);
    wish.reason = "To telefontider.";
    wish.revisit = monday;
    wall.must(wish);

    Idea const& idea = wall.idea(id);
    CHECK(idea.stage == Stage::Test);
    CHECK(idea.stage_since == monday);
    REQUIRE(idea.trials.size() == 2);
    CHECK(idea.trials[0].state == TrialState::Ended);
    CHECK(idea.trials[0].decision == Decision::Adjust);
    CHECK(idea.trials[0].decision_reason == "To telefontider.");
    CHECK(idea.trials[0].decided_on == wall.now.today);

    Trial draft;
    draft.no = 2;
    draft.plan = a_plan(wall);
    draft.plan.from.reset();
    draft.plan.to.reset();
    draft.plan.affected_asked = false;
    CHECK(idea.trials[1] == draft);
    CHECK(rules_of(missing_for_start(wall.board, {id, 2})) ==
          std::vector{Rule::DatesMissing, Rule::ChangeMissing, Rule::AffectedNotAsked});
}

TEST_CASE("an adjusted trial runs again when it says what changed") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Adjusted);
    TrialPlan plan = a_plan(wall);
    wall.must(WriteTrialPlan{{id, 2}, plan});
    CHECK(wall.rule(StartTrial{{id, 2}}) == Rule::ChangeMissing);
    plan.changed = "To telefontider i stedet for én.";
    wall.must(WriteTrialPlan{{id, 2}, plan});
    wall.now.today += std::chrono::days{21};
    wall.must(StartTrial{{id, 2}});
    CHECK(running_trial(wall.idea(id))->no == 2);
    CHECK(wall.idea(id).stage_since == monday);

    wall.must(NoteOutcome{{id, 2}, an_outcome()});
    wall.must(a_decision({id, 2}, Decision::Adjust));
    CHECK(wall.idea(id).trials[2].plan.changed.empty());
}

TEST_CASE("scaling and stopping and parking move the idea") {
    Wall wall = Wall::with_course();
    IdeaId const scaled = wall.idea_at(Given::Reviewed);
    wall.must(a_decision({scaled, 1}, Decision::Scale));
    CHECK(wall.idea(scaled).stage == Stage::Scaling);
    ScalePlan plan;
    plan.trial_no = 1;
    plan.what_now = "Telefonen er åben kl. 9–10.";
    CHECK(wall.idea(scaled).scale_plan == plan);

    IdeaId const stopped = wall.idea_at(Given::Reviewed);
    wall.must(a_decision({stopped, 1}, Decision::Stop));
    CHECK(wall.idea(stopped).stage == Stage::Stopped);

    IdeaId const parked = wall.idea_at(Given::Reviewed);
    wall.must(a_decision({parked, 1}, Decision::Park));
    CHECK(wall.idea(parked).stage == Stage::Parked);
    CHECK(wall.idea(parked).parking == Parking{"Vi venter på et nyt system.", monday + std::chrono::days{90}});
    CHECK(running_trials(wall.board) == 0);
}
