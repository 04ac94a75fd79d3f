#include "exporters/claim.h"

#include <algorithm>
#include <cmath>

namespace exporters {
namespace {

bool is_small(board::Reading const& reading) { return !reading.n || *reading.n < small_basis; }

/// Whether the rough 95 % interval of the difference of two shares holds 0.
bool holds_zero(board::Reading const& before, board::Reading const& after) {
    if (!before.n || !after.n || *before.n < 1 || *after.n < 1)
        return true;
    double const p = before.value / 100;
    double const q = after.value / 100;
    double const error = std::sqrt(p * (1 - p) / *before.n + q * (1 - q) / *after.n);
    return std::abs(q - p) <= 1.96 * error;
}

bool has_held(board::Idea const& idea, board::Trial const& trial) {
    auto const& plan = idea.scale_plan;
    if (!plan || plan->trial_no != trial.no || plan->follow_ups.empty())
        return false;
    return std::ranges::all_of(plan->follow_ups, [](auto const& one) { return one.holds == board::Holds::Yes; });
}

/// What people say on a scale of 1–5 is felt, wherever it is noted.
ClaimLevel level_of(board::Idea const& idea, board::Trial const& trial, board::Measure const& measure) {
    if (measure.kind == board::MeasureKind::Scale || measure.basis == board::Basis::Experienced)
        return ClaimLevel::Experienced;
    if (measure.basis == board::Basis::Estimated)
        return ClaimLevel::Estimated;
    return has_held(idea, trial) ? ClaimLevel::MeasuredAndHeld : ClaimLevel::Measured;
}

} // namespace

Claim claim_of(board::Idea const& idea, board::Trial const& trial) {
    Claim claim;
    if (trial.outcome.experience)
        claim.level = ClaimLevel::Experienced;
    auto const& measure = trial.plan.measure;
    if (!measure || !trial.outcome.result)
        return claim;
    auto const& after = *trial.outcome.result;
    claim.level = level_of(idea, trial, *measure);
    if (!measure->baseline)
        return claim;
    bool const shares = measure->kind == board::MeasureKind::Share;
    claim.difference = after.value - measure->baseline->value;
    claim.in_points = shares || measure->unit == "%";
    claim.small_basis = is_small(*measure->baseline) || is_small(after);
    claim.may_be_chance = shares && holds_zero(*measure->baseline, after);
    return claim;
}

} // namespace exporters
