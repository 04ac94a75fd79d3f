// What is told of a running trial on the way: check-ins, points, and a measure changed though it was locked.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace board;
using namespace board_tests;

namespace {

CheckInTrial a_check_in(TrialRef trial) {
    CheckInTrial wish;
    wish.trial = trial;
    wish.state = CheckInState::Trouble;
    wish.line = "Vi når det kun på dagvagten.";
    return wish;
}

NotePoint a_point(TrialRef trial, double value = 11, Date on = monday) {
    NotePoint wish;
    wish.trial = trial;
    wish.point.on = on;
    wish.point.reading.value = value;
    return wish;
}

ChangeMeasure a_change(Wall const& wall, TrialRef trial) {
    ChangeMeasure wish;
    wish.trial = trial;
    wish.measure = a_plan(wall).measure;
    wish.measure->target = 9;
    wish.guard = a_plan(wall).guard;
    wish.reason = "Målet var sat for en hel uge.";
    return wish;
}

/// A running trial that measures a share.
IdeaId running_share(Wall& wall) {
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.measure->kind = MeasureKind::Share;
    plan.measure->unit = "%";
    plan.measure->baseline = share(14, 50);
    plan.measure->target = 20;
    wall.must(WriteTrialPlan{{id, 1}, plan});
    wall.must(StartTrial{{id, 1}});
    return id;
}

IdeaId running_experience(Wall& wall) {
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.experience_only = true;
    plan.measure.reset();
    plan.guard.reset();
    wall.must(WriteTrialPlan{{id, 1}, plan});
    wall.must(StartTrial{{id, 1}});
    return id;
}

} // namespace

TEST_CASE("a trial is checked in on and measured and changed while it runs and at no other time") {
    struct Row {
        char const* name;
        std::function<Command(Wall const&, TrialRef)> command;
    };
    for (Row const &row : {Row{"check-in", [](Wall const&, TrialRef trial) { return a_check_in(trial); }},
                           Row{"point", [](Wall const&, TrialRef trial) { return a_point(trial); }},
                           Row{"change", [](Wall const&wall, TrialRef trial) { return a_change(wall, trial); }}})
        for (Given const given : all_givens) {
            CAPTURE(row.name);
            CAPTURE(name_of(given));
            Wall wall = Wall::with_course();
            IdeaId const id = wall.idea_at(given);
            bool const runs = given == Given::Running || given == Given::Reviewed;
            bool const has_trial = !wall.idea(id).trials.empty();
            Board const before = wall.board;
            auto const refused = wall.rule(row.command(wall, {id, has_trial ? wall.trial_of(id).no : 1}));
            CHECK(refused ==
                  (runs ? std::nullopt : std::optional(has_trial ? Rule::TrialNotRunning : Rule::NoSuchTrial)));
            if (!runs)
                CHECK(wall.board == before);
        }
    Wall wall = Wall::with_course();
    CHECK(wall.rule(a_check_in({IdeaId{fresh_uuid()}, 1})) == Rule::NoSuchIdea);
    CHECK(wall.rule(a_point({IdeaId{fresh_uuid()}, 1})) == Rule::NoSuchIdea);
}

TEST_CASE("a check-in is kept with its day and its line and no person") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    wall.must(a_check_in({id, 1}));
    wall.now.today = monday + std::chrono::days{3};
    CheckInTrial plain;
    plain.trial = {id, 1};
    wall.must(plain);
    auto const& said = wall.idea(id).trials[0].check_ins;
    REQUIRE(said.size() == 2);
    CHECK(said[0] == CheckIn{monday, CheckInState::Trouble, "Vi når det kun på dagvagten."});
    CHECK(said[1] == CheckIn{monday + std::chrono::days{3}, CheckInState::OnTrack, ""});
    CHECK(wall.idea(id).trials[0].points.empty());
}

TEST_CASE("a check-in's line is short and names nobody") {
    struct Row {
        std::string line;
        PersonalData personal;
        std::optional<Rule> rule;
    };
    for (Row const& row :
         {Row{std::string(140, 'a'), PersonalData::NotConfirmed, {}},
          Row{std::string(141, 'a'), PersonalData::NotConfirmed, Rule::TextTooLong},
          Row{"Borger 010190-1234 ringede", PersonalData::Confirmed, Rule::LooksLikeCpr},
          Row{"Ring 12 34 56 78", PersonalData::NotConfirmed, Rule::LooksPersonal},
          Row{"Ring 12 34 56 78", PersonalData::Confirmed, {}}, Row{"  ", PersonalData::NotConfirmed, {}}}) {
        CAPTURE(row.line);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        CheckInTrial wish = a_check_in({id, 1});
        wish.line = row.line;
        wish.personal = row.personal;
        CHECK(wall.rule(wish) == row.rule);
        CHECK(wall.idea(id).trials[0].check_ins.size() == (row.rule ? 0 : 1));
    }
}

TEST_CASE("a figure said at a check-in is a point of the measure") {
    Wall wall = Wall::with_course();
    IdeaId const id = running_share(wall);
    CheckInTrial wish = a_check_in({id, 1});
    Reading half;
    half.count = 3;
    wish.reading = half;
    CHECK(wall.rule(wish) == Rule::ReadingIncomplete);
    CHECK(wall.idea(id).trials[0].check_ins.empty());
    wish.reading->n = 2;
    CHECK(wall.rule(wish) == Rule::NumberOutOfRange);
    wish.reading->n = 20;
    wish.reading->value = 99; // worked out from the counts, whatever it says
    wall.must(wish);
    REQUIRE(wall.idea(id).trials[0].points.size() == 1);
    CHECK(wall.idea(id).trials[0].points[0] == MeasurePoint{monday, share(3, 20), ""});
    CHECK(wall.idea(id).trials[0].check_ins.size() == 1);

    IdeaId const felt = running_experience(wall);
    wish.trial = {felt, 1};
    CHECK(wall.rule(wish) == Rule::NoMeasure);
    wish.reading.reset();
    CHECK_FALSE(wall.rule(wish));
}

TEST_CASE("a point has a figure of its measure and a day that has come") {
    struct Row {
        char const* name;
        std::function<void(NotePoint&)> spoil;
        std::optional<Rule> rule;
    };
    for (Row const& row :
         {Row{"today", [](NotePoint&) {}, {}},
          Row{"last week", [](NotePoint& wish) { wish.point.on = monday - std::chrono::days{7}; }, {}},
          Row{"tomorrow", [](NotePoint& wish) { wish.point.on = monday + std::chrono::days{1}; }, Rule::DayToCome},
          Row{"no number", [](NotePoint& wish) { wish.point.reading.value = std::numeric_limits<double>::quiet_NaN(); },
              Rule::NumberOutOfRange},
          Row{"no observations", [](NotePoint& wish) { wish.point.reading.n = 0; }, Rule::NumberOutOfRange},
          Row{"a long note", [](NotePoint& wish) { wish.point.note.assign(141, 'a'); }, Rule::TextTooLong},
          Row{"a number of a citizen", [](NotePoint& wish) { wish.point.note = "010190-1234"; }, Rule::LooksLikeCpr}}) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        NotePoint wish = a_point({id, 1});
        row.spoil(wish);
        CHECK(wall.rule(wish) == row.rule);
    }
}

TEST_CASE("check-ins and points are undone each for itself") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    auto const first = wall.must(a_check_in({id, 1}));
    wall.must(a_check_in({id, 1}));
    wall.must(a_point({id, 1}));
    wall.must(Undo{first});
    CHECK(wall.idea(id).trials[0].check_ins.size() == 1);
    CHECK(wall.idea(id).trials[0].points.size() == 1);
}

TEST_CASE("a trial is quiet after a week without a word and never says so when it does not run") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Running);
    auto const after = [&](int days) { return monday + std::chrono::days{days}; };
    auto const trial = [&]() -> Trial const& { return wall.idea(id).trials[0]; };
    CHECK(quiet_days(trial(), monday) == 0);
    CHECK_FALSE(is_quiet(trial(), after(6)));
    CHECK(is_quiet(trial(), after(7)));
    wall.now.today = after(5);
    wall.must(a_check_in({id, 1}));
    CHECK(quiet_days(trial(), after(14)) == 9);
    CHECK_FALSE(is_quiet(trial(), after(11)));
    CHECK(quiet_days(trial(), after(1)) == 0); // a clock that was set back
    wall.must(NoteOutcome{{id, 1}, an_outcome()});
    wall.must(a_decision({id, 1}, Decision::Stop));
    CHECK_FALSE(quiet_days(trial(), after(60)));
    CHECK_FALSE(is_quiet(trial(), after(60)));
}

TEST_CASE("a locked measure is changed with a reason and is marked for good") {
    struct Row {
        char const* name;
        std::function<void(ChangeMeasure&)> spoil;
        std::optional<Rule> rule;
    };
    for (Row const& row :
         {Row{"target", [](ChangeMeasure&) {}, {}},
          Row{"no reason", [](ChangeMeasure& wish) { wish.reason = " "; }, Rule::ReasonMissing},
          Row{"no measure", [](ChangeMeasure& wish) { wish.measure.reset(); }, Rule::MeasureMissing},
          Row{"no baseline", [](ChangeMeasure& wish) { wish.measure->baseline.reset(); }, Rule::BaselineMissing},
          Row{"no target", [](ChangeMeasure& wish) { wish.measure->target.reset(); }, Rule::TargetMissing},
          Row{"no guard", [](ChangeMeasure& wish) { wish.guard.reset(); }, {}},
          Row{"no number", [](ChangeMeasure& wish) { wish.measure->target = std::numeric_limits<double>::infinity(); },
              Rule::NumberOutOfRange}}) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        ChangeMeasure wish = a_change(wall, {id, 1});
        row.spoil(wish);
        CHECK(wall.rule(wish) == row.rule);
        Trial const& trial = wall.idea(id).trials[0];
        CHECK(trial.measure_changed.has_value() == !row.rule);
        CHECK(trial.measure_change_reason == (row.rule ? "" : "Målet var sat for en hel uge."));
        CHECK(trial.plan.measure->target == (row.rule ? 8 : 9));
    }
}

TEST_CASE("figures that were read keep their kind and their unit") {
    auto const as_share = [](ChangeMeasure& wish) {
        wish.measure->kind = MeasureKind::Share;
        wish.measure->baseline = share(14, 50);
    };
    auto const in_minutes = [](ChangeMeasure& wish) { wish.measure->unit = "min."; };
    for (auto const& spoil : {std::function<void(ChangeMeasure&)>(as_share), {in_minutes}}) {
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Running);
        ChangeMeasure wish = a_change(wall, {id, 1});
        spoil(wish);
        auto const point = wall.must(a_point({id, 1}));
        CHECK(wall.rule(wish) == Rule::MeasureHasFigures);
        wall.must(Undo{point});
        wall.must(NoteOutcome{{id, 1}, an_outcome()});
        CHECK(wall.rule(wish) == Rule::MeasureHasFigures);
        wall.must(NoteOutcome{{id, 1}, {}});
        CHECK_FALSE(wall.rule(wish));
    }
    Wall wall = Wall::with_course();
    IdeaId const felt = running_experience(wall);
    CHECK(wall.rule(a_change(wall, {felt, 1})) == Rule::NoMeasure); // no target after the result
}

TEST_CASE("a full board starts one more for a reason and undo still works on it") {
    Wall wall = Wall::with_course();
    for (int i = 0; i < 3; ++i)
        wall.idea_at(Given::Running);
    IdeaId const fourth = wall.idea_at(Given::Drafted);
    CHECK(wall.rule(StartTrial{{fourth, 1}, " "}) == Rule::WipFull);
    CHECK(wall.rule(StartTrial{{fourth, 1}, "010190-1234"}) == Rule::LooksLikeCpr);
    auto const note = wall.must(an_idea()); // an idea is never blocked
    auto const start = wall.must(StartTrial{{fourth, 1}, "Ferien kommer."});
    CHECK(wall.idea(fourth).trials[0].over_limit_reason == "Ferien kommer.");
    CHECK(running_trials(wall.board) == 4);
    wall.must(Undo{note});
    wall.must(Undo{start});
    CHECK(running_trials(wall.board) == 3);
}

TEST_CASE("with room a reason given is not kept") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Drafted);
    wall.must(StartTrial{{id, 1}, "Ferien kommer."});
    CHECK(wall.idea(id).trials[0].over_limit_reason.empty());
}
