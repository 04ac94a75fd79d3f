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

} // namespace

Claim claim_of(board::Idea const& idea, board::Trial const& trial) {
    Claim claim;
    claim.level = board::claim_of(idea, trial);
    auto const& measure = trial.plan.measure;
    if (!measure || !trial.outcome.result)
        return claim;
    auto const& after = *trial.outcome.result;
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
