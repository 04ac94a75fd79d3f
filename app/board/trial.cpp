// The plain arithmetic of a trial. What may be done with it stands in decide_trials.cpp.
#include "board/trial.h"

#include <algorithm>
#include <cassert>

namespace board {

Reading share(int count, int n) {
    assert(n >= 1);
    return {.value = 100.0 * count / n, .count = count, .n = n};
}

bool is_complete(MeasureKind kind, Reading const& reading) {
    return kind != MeasureKind::Share || (reading.count && reading.n);
}

std::optional<bool> target_met(Trial const& trial) {
    auto const& measure = trial.plan.measure;
    auto const& result = trial.outcome.result;
    if (!measure || !measure->target || !result || !is_complete(measure->kind, *result))
        return std::nullopt;
    return measure->better == Direction::Down ? result->value <= *measure->target : result->value >= *measure->target;
}

std::optional<bool> guard_held(Trial const& trial) {
    auto const& guard = trial.plan.guard;
    auto const& result = trial.outcome.guard_result;
    if (!guard || !result)
        return std::nullopt;
    return guard->comparison == Comparison::AtMost ? *result <= guard->limit : *result >= guard->limit;
}

bool is_due(Trial const& trial, Date today) {
    return trial.state == TrialState::Running && trial.plan.to && *trial.plan.to < today;
}

std::optional<int> quiet_days(Trial const& trial, Date today) {
    if (trial.state != TrialState::Running || !trial.started_on)
        return std::nullopt;
    Date last = *trial.started_on;
    for (CheckIn const& one : trial.check_ins)
        last = std::max(last, one.on);
    return std::max(0, days_between(last, today));
}

bool is_quiet(Trial const& trial, Date today) {
    constexpr int quiet_after_days = 7; // method.md 2.7
    return quiet_days(trial, today).value_or(0) >= quiet_after_days;
}

bool is_compared(Trial const& trial) {
    auto const& measure = trial.plan.measure;
    auto const& others = trial.outcome.comparison;
    auto const whole = [&](std::optional<Reading> const& reading) {
        return reading && is_complete(measure->kind, *reading);
    };
    return has_result(trial) && !trial.plan.experience_only && others && whole(measure->baseline) &&
           whole(others->before) && whole(others->after);
}

bool has_result(Trial const& trial) {
    if (trial.plan.experience_only)
        return trial.outcome.experience.has_value();
    auto const& measure = trial.plan.measure;
    auto const& result = trial.outcome.result;
    return measure && result && is_complete(measure->kind, *result);
}

} // namespace board
