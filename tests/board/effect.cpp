// What may be said of a figure: the test values of method.md 2.11.
#include "board/effect.h"
#include "board/wall.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace board;
using namespace board_tests;

namespace {

Measure measure_from(MeasureKind kind, Reading baseline, Direction better = Direction::Down) {
    Measure measure;
    measure.name = "Udeblivelser";
    measure.kind = kind;
    measure.baseline = baseline;
    measure.better = better;
    return measure;
}

Reading counted(double value, std::optional<int> n) {
    Reading reading;
    reading.value = value;
    reading.n = n;
    return reading;
}

double tenths(double value) { return std::round(value * 10) / 10; }

/// An idea in use whose only trial had that measure and that result.
IdeaId in_use(Wall& wall, Measure const& measure, Reading const& result) {
    IdeaId const id = wall.idea_at(Given::Selected);
    TrialPlan plan = a_plan(wall);
    plan.measure = measure;
    plan.measure->target = measure.baseline->value;
    plan.guard.reset();
    wall.must(WriteTrialPlan{{id, 1}, plan});
    wall.must(StartTrial{{id, 1}});
    TrialOutcome outcome = an_outcome();
    outcome.result = result;
    outcome.guard_result.reset();
    wall.must(NoteOutcome{{id, 1}, outcome});
    DecideTrial wish = a_decision({id, 1}, Decision::Scale);
    wish.reason = "Vi vil i gang.";
    wall.must(wish);
    return id;
}

} // namespace

TEST_CASE("the difference of two shares and whether it may be chance") {
    struct Row {
        int before, before_n, later, later_n;
        double moved, low, high;
        bool chance, small;
    };
    for (Row const& row :
         {Row{14, 50, 3, 20, -13.0, -33.0, 7.0, true, false}, Row{14, 50, 11, 60, -9.7, -25.5, 6.2, true, false},
          Row{19, 61, 6, 44, -17.5, -32.9, -2.1, false, false}, Row{124, 200, 162, 200, 19.0, 10.4, 27.6, false, false},
          Row{14, 50, 3, 19, -12.2, -32.8, 8.4, true, true}, Row{5, 10, 5, 10, 0, -43.8, 43.8, true, true}}) {
        CAPTURE(row.before);
        CAPTURE(row.later_n);
        auto const measure = measure_from(MeasureKind::Share, share(row.before, row.before_n));
        auto const effect = effect_of(measure, share(row.later, row.later_n));
        REQUIRE(effect);
        REQUIRE(effect->interval);
        CHECK(tenths(effect->moved) == doctest::Approx(row.moved));
        CHECK(tenths(effect->interval->low) == doctest::Approx(row.low));
        CHECK(tenths(effect->interval->high) == doctest::Approx(row.high));
        CHECK(effect->may_be_chance == row.chance);
        CHECK(effect->small == row.small);
        CHECK_FALSE(effect->unknown);
    }
}

TEST_CASE("a number that moved says which way and on how many observations") {
    struct Row {
        std::optional<int> before_n, later_n;
        double later;
        Direction better;
        bool improved, small, unknown;
    };
    for (Row const& row :
         {Row{20, 20, 6, Direction::Down, true, false, false}, Row{19, 60, 6, Direction::Down, true, true, false},
          Row{60, 19, 6, Direction::Up, false, true, false}, Row{20, {}, 15, Direction::Up, true, false, true},
          Row{{}, {}, 14, Direction::Up, false, false, true}, Row{{}, {}, 14, Direction::Down, false, false, true}}) {
        CAPTURE(row.later);
        auto const measure = measure_from(MeasureKind::Number, counted(14, row.before_n), row.better);
        auto const effect = effect_of(measure, counted(row.later, row.later_n));
        REQUIRE(effect);
        CHECK(effect->moved == row.later - 14);
        CHECK(effect->improved == row.improved);
        CHECK(effect->small == row.small);
        CHECK(effect->unknown == row.unknown);
        CHECK_FALSE(effect->interval);
        CHECK_FALSE(effect->may_be_chance);
    }
    Measure none = measure_from(MeasureKind::Number, counted(14, 20));
    none.baseline.reset();
    CHECK_FALSE(effect_of(none, counted(6, 20)));
    Reading half = share(3, 20);
    half.count.reset();
    CHECK_FALSE(effect_of(measure_from(MeasureKind::Share, share(14, 50)), half));
}

TEST_CASE("a claim is never stronger than what it stands on") {
    struct Row {
        Basis basis;
        bool experience_only, result;
        std::optional<Holds> follow_up;
        bool with_figure;
        ClaimLevel level;
    };
    for (Row const& row : {Row{Basis::Measured, false, false, {}, false, ClaimLevel::NotMeasured},
                           Row{Basis::Measured, false, true, {}, false, ClaimLevel::Measured},
                           Row{Basis::Estimated, false, true, {}, false, ClaimLevel::Estimated},
                           Row{Basis::Experienced, false, true, {}, false, ClaimLevel::Experienced},
                           Row{Basis::Measured, true, true, {}, false, ClaimLevel::Experienced},
                           Row{Basis::Measured, true, false, {}, false, ClaimLevel::NotMeasured},
                           Row{Basis::Measured, false, true, Holds::Yes, true, ClaimLevel::MeasuredAndHeld},
                           Row{Basis::Measured, false, true, Holds::Yes, false, ClaimLevel::Measured},
                           Row{Basis::Measured, false, true, Holds::Partly, true, ClaimLevel::Measured},
                           Row{Basis::Estimated, false, true, Holds::Yes, true, ClaimLevel::Estimated}}) {
        Trial trial;
        trial.no = 1;
        trial.plan.experience_only = row.experience_only;
        trial.plan.measure = measure_from(MeasureKind::Number, counted(14, 20));
        trial.plan.measure->basis = row.basis;
        if (row.result) {
            trial.outcome.result = counted(6, 20);
            trial.outcome.experience = Experience::Better;
        }
        Idea idea;
        idea.trials = {trial};
        idea.scale_plan.emplace().trial_no = 1;
        if (row.follow_up)
            idea.scale_plan->follow_ups = {
                {monday, *row.follow_up, row.with_figure ? std::optional(7.0) : std::nullopt}};
        CHECK(claim_of(idea, idea.trials[0]) == row.level);
    }
}

TEST_CASE("a measured result is called compared when others were counted before and after, too") {
    Trial trial;
    trial.no = 1;
    trial.plan.measure = measure_from(MeasureKind::Number, counted(14, 20));
    trial.outcome.result = counted(6, 20);
    CHECK_FALSE(moved_elsewhere(trial));
    auto& others = trial.outcome.comparison.emplace();
    others.before = counted(14, 10);
    CHECK(claim_of({}, trial) == ClaimLevel::Measured); // half of a comparison is none
    others.after = counted(13, 10);
    CHECK(claim_of({}, trial) == ClaimLevel::Compared);
    CHECK(moved_elsewhere(trial) == -1.0);
    for (Basis const weaker : {Basis::Estimated, Basis::Experienced}) {
        trial.plan.measure->basis = weaker;
        CHECK(claim_of({}, trial) != ClaimLevel::Compared);
    }
    trial.plan.measure->basis = Basis::Measured;
    trial.plan.measure->baseline.reset();
    CHECK(claim_of({}, trial) == ClaimLevel::Measured); // nothing to hold against what others were before
    trial.plan.measure = measure_from(MeasureKind::Scale, counted(2, 20));
    CHECK(claim_of({}, trial) == ClaimLevel::Experienced); // 1–5 is felt, whoever notes it
}

TEST_CASE("totals add what has one level and one unit and one definition") {
    auto const kroner = [](double value) {
        Measure measure = measure_from(MeasureKind::Kroner, counted(value, {}));
        measure.name = "Fakturaer " + std::to_string(static_cast<int>(value));
        measure.unit = "kr.";
        return measure;
    };
    Wall wall = Wall::with_course();
    in_use(wall, kroner(1000), counted(600, {}));
    CHECK(totals(wall.board).empty());
    in_use(wall, kroner(2000), counted(1500, {}));
    REQUIRE(totals(wall.board).size() == 1);
    CHECK(totals(wall.board)[0].moved == -900);
    CHECK(totals(wall.board)[0].unit == "kr.");
    CHECK(totals(wall.board)[0].lines == 2);

    Measure estimated = kroner(9000);
    estimated.basis = Basis::Estimated;
    in_use(wall, estimated, counted(1, {}));
    in_use(wall, measure_from(MeasureKind::Share, share(1, 2)), share(1, 4));
    in_use(wall, measure_from(MeasureKind::Share, share(1, 2)), share(1, 4));
    in_use(wall, measure_from(MeasureKind::Number, counted(14, 20)), counted(6, 20));
    Measure other = measure_from(MeasureKind::Number, counted(14, 20));
    other.name = "Noget andet";
    in_use(wall, other, counted(6, 20));
    REQUIRE(totals(wall.board).size() == 1);
    CHECK(totals(wall.board)[0].moved == -900);

    in_use(wall, measure_from(MeasureKind::Number, counted(10, 20)), counted(7, 20));
    REQUIRE(totals(wall.board).size() == 2);
    CHECK(totals(wall.board)[1].moved == -11);
    CHECK(ledger(wall.board).size() == 8);
}

TEST_CASE("only a solution in use stands in the ledger") {
    for (Given const given : all_givens) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        wall.idea_at(given);
        bool const counts = given == Given::Scaling || given == Given::Operation;
        CHECK(ledger(wall.board).size() == (counts ? 1 : 0));
    }
}

TEST_CASE("the median is the middle value") {
    CHECK(median({}) == 0);
    CHECK(median({3}) == 3);
    CHECK(median({3, 1, 2}) == 2);
    CHECK(median({4, 1, 3, 2}) == 2.5);
}

TEST_CASE("the limits of shift and crossings follow the number of points") {
    struct Row {
        int points, most_in_run, fewest_crossings;
    };
    for (Row const& row : {Row{10, 6, 2}, Row{12, 7, 3}, Row{16, 7, 4}, Row{20, 7, 6}, Row{24, 8, 8}}) {
        CAPTURE(row.points);
        std::vector<double> up_and_down;
        for (int i = 0; i < row.points; ++i)
            up_and_down.push_back(i % 2 == 0 ? 2 : 3);
        auto const quiet = run_signal(up_and_down);
        CHECK(quiet.useful == row.points);
        CHECK(quiet.most_in_run == row.most_in_run);
        CHECK(quiet.fewest_crossings == row.fewest_crossings);
        CHECK(quiet.crossings == row.points - 1);
        CHECK(quiet.enough);
        CHECK_FALSE(quiet.shift);
        CHECK_FALSE(quiet.few_crossings);

        std::sort(up_and_down.begin(), up_and_down.end());
        auto const moved = run_signal(up_and_down);
        CHECK(moved.crossings == 1);
        CHECK(moved.longest_run == row.points / 2);
        CHECK(moved.shift == (row.points / 2 > row.most_in_run));
        CHECK(moved.few_crossings);
    }
}

TEST_CASE("few points and points on the median say nothing") {
    CHECK_FALSE(run_signal({}).enough);
    auto const few = run_signal({1, 1, 1, 1, 2, 2, 2, 2, 2});
    CHECK_FALSE(few.enough);
    CHECK_FALSE(few.few_crossings);
    auto const still = run_signal(std::vector<double>(30, 3.0));
    CHECK(still.useful == 0);
    CHECK_FALSE(still.enough);
}

TEST_CASE("the latest reading is the result or the point of the latest day") {
    Trial trial;
    CHECK_FALSE(latest_reading(trial));
    trial.points = {{monday, counted(9, {}), {}}, {monday - std::chrono::days{7}, counted(12, {}), {}}};
    CHECK(latest_reading(trial)->value == 9);
    CHECK(points_by_day(trial)[0].reading.value == 12);
    trial.outcome.result = counted(6, 20);
    CHECK(latest_reading(trial)->value == 6);
}
