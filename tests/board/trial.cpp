// The plain arithmetic of a trial.
#include "board/trial.h"

#include <doctest/doctest.h>

#include <limits>

using namespace board;

namespace {

Trial measured(Direction better, double target, double result) {
    Trial trial;
    trial.plan.measure.emplace().better = better;
    trial.plan.measure->target = target;
    trial.outcome.result.emplace().value = result;
    return trial;
}

Trial guarded(Comparison comparison, double limit, double result) {
    Trial trial;
    trial.plan.guard.emplace().comparison = comparison;
    trial.plan.guard->limit = limit;
    trial.outcome.guard_result = result;
    return trial;
}

} // namespace

TEST_CASE("a share is its count out of n") {
    CHECK(share(3, 20).value == 15.0);
    CHECK(share(0, 1).value == 0.0);
    CHECK(share(14, 50).value == 28.0);
    CHECK(share(3, 20).count == 3);
    CHECK(share(3, 20).n == 20);
    auto const most = std::numeric_limits<int>::max();
    CHECK(share(most, most).value == 100.0);
}

TEST_CASE("the target is met on the right side of it") {
    CHECK(target_met(measured(Direction::Down, 8, 8)) == true);
    CHECK(target_met(measured(Direction::Down, 8, 8.1)) == false);
    CHECK(target_met(measured(Direction::Up, 3.5, 3.5)) == true);
    CHECK(target_met(measured(Direction::Up, 3.5, 3.4)) == false);
}

TEST_CASE("without a target or a whole result nothing is said about the target") {
    Trial trial = measured(Direction::Down, 20, 15);
    CHECK(target_met(trial).has_value());
    trial.plan.measure->target.reset();
    CHECK_FALSE(target_met(trial).has_value());

    trial = measured(Direction::Down, 20, 15);
    trial.outcome.result.reset();
    CHECK_FALSE(target_met(trial).has_value());

    trial = measured(Direction::Down, 20, 15);
    trial.plan.measure->kind = MeasureKind::Share;
    CHECK_FALSE(target_met(trial).has_value());
    trial.outcome.result = share(3, 20);
    CHECK(target_met(trial) == true);

    trial.plan.measure.reset();
    CHECK_FALSE(target_met(trial).has_value());
}

TEST_CASE("the guard holds up to and with its limit") {
    CHECK(guard_held(guarded(Comparison::AtMost, 10, 10)) == true);
    CHECK(guard_held(guarded(Comparison::AtMost, 10, 10.5)) == false);
    CHECK(guard_held(guarded(Comparison::AtLeast, 90, 90)) == true);
    CHECK(guard_held(guarded(Comparison::AtLeast, 90, 89)) == false);

    Trial trial = guarded(Comparison::AtMost, 10, 10);
    trial.outcome.guard_result.reset();
    CHECK_FALSE(guard_held(trial).has_value());
    CHECK_FALSE(guard_held(Trial{}).has_value());
}

TEST_CASE("a running trial is due the day after its last day") {
    Date const last{std::chrono::year{2026} / 11 / 23};
    Trial trial;
    trial.state = TrialState::Running;
    trial.plan.to = last;
    CHECK_FALSE(is_due(trial, last));
    CHECK(is_due(trial, last + std::chrono::days{1}));
    trial.state = TrialState::Ended;
    CHECK_FALSE(is_due(trial, last + std::chrono::days{1}));
}

TEST_CASE("a result is a whole reading or a said experience") {
    Trial trial = measured(Direction::Down, 8, 6);
    CHECK(has_result(trial));
    trial.plan.measure->kind = MeasureKind::Share;
    CHECK_FALSE(has_result(trial));
    trial.plan.experience_only = true;
    CHECK_FALSE(has_result(trial));
    trial.outcome.experience = Experience::Worse;
    CHECK(has_result(trial));
    CHECK_FALSE(has_result(Trial{}));
}
