#include "board/effect.h"

#include <algorithm>
#include <cmath>

namespace board {

namespace {

constexpr int fewest_points = 10; // method.md 2.11 no. 6: early points are often over-read
constexpr double chance = 0.05;
constexpr double two_sided_95 = 1.96;

bool has_held(Idea const& idea, Trial const& trial) {
    if (!idea.scale_plan || idea.scale_plan->trial_no != trial.no || idea.scale_plan->follow_ups.empty())
        return false;
    FollowUp const& last = idea.scale_plan->follow_ups.back();
    return last.holds == Holds::Yes && last.value;
}

/// Of the difference of two shares, in percentage points (Wald).
Interval interval_of(Reading const& before, Reading const& later) {
    auto const variance = [](Reading const& one) {
        double const part = one.value / 100;
        return part * (1 - part) / *one.n;
    };
    double const half = 100 * two_sided_95 * std::sqrt(variance(before) + variance(later));
    double const moved = later.value - before.value;
    return {moved - half, moved + half};
}

/// The least number of heads in `tosses` of a fair coin that is not below the 5 % quantile.
int coin_quantile(int tosses) {
    double probability = std::pow(0.5, tosses), sum = probability;
    int heads = 0;
    while (sum < chance && heads < tosses) {
        probability *= static_cast<double>(tosses - heads) / (heads + 1);
        sum += probability;
        ++heads;
    }
    return heads;
}

bool can_be_added(Measure const& measure) {
    return measure.kind == MeasureKind::Number || measure.kind == MeasureKind::Kroner;
}

} // namespace

ClaimLevel claim_of(Idea const& idea, Trial const& trial) {
    if (!has_result(trial))
        return ClaimLevel::NotMeasured;
    if (trial.plan.experience_only || trial.plan.measure->kind == MeasureKind::Scale) // 1–5 is felt, whoever notes it
        return ClaimLevel::Experienced;
    switch (trial.plan.measure->basis) {
    case Basis::Experienced: return ClaimLevel::Experienced;
    case Basis::Estimated: return ClaimLevel::Estimated;
    case Basis::Measured: break;
    }
    if (is_compared(trial))
        return ClaimLevel::Compared;
    return has_held(idea, trial) ? ClaimLevel::MeasuredAndHeld : ClaimLevel::Measured;
}

std::vector<MeasurePoint> points_by_day(Trial const& trial) {
    auto points = trial.points;
    std::stable_sort(points.begin(), points.end(),
                     [](MeasurePoint const& a, MeasurePoint const& b) { return a.on < b.on; });
    return points;
}

std::optional<Reading> latest_reading(Trial const& trial) {
    if (trial.outcome.result)
        return trial.outcome.result;
    auto const points = points_by_day(trial);
    return points.empty() ? std::nullopt : std::optional(points.back().reading);
}

std::optional<Effect> effect_of(Measure const& measure, Reading const& later) {
    if (!measure.baseline || !is_complete(measure.kind, *measure.baseline) || !is_complete(measure.kind, later))
        return std::nullopt;
    Reading const& before = *measure.baseline;
    Effect effect;
    effect.moved = later.value - before.value;
    effect.improved = measure.better == Direction::Down ? effect.moved < 0 : effect.moved > 0;
    effect.small = (before.n && *before.n < small_basis) || (later.n && *later.n < small_basis);
    effect.unknown = !before.n || !later.n;
    if (measure.kind == MeasureKind::Share) {
        effect.interval = interval_of(before, later);
        effect.may_be_chance = effect.interval->low <= 0 && effect.interval->high >= 0;
    }
    return effect;
}

std::optional<double> moved_elsewhere(Trial const& trial) {
    if (!is_compared(trial))
        return std::nullopt;
    auto const& others = *trial.outcome.comparison;
    return others.after->value - others.before->value;
}

std::vector<LedgerLine> ledger(Board const& board) {
    std::vector<LedgerLine> lines;
    for (Idea const& idea : board.ideas) {
        bool const in_use = idea.stage == Stage::Scaling || idea.stage == Stage::Operation;
        if (!in_use || !idea.scale_plan)
            continue;
        if (Trial const* trial = find_trial(board, {idea.id, idea.scale_plan->trial_no}))
            lines.push_back({idea.id, trial->no, claim_of(idea, *trial)});
    }
    return lines;
}

std::vector<Total> totals(Board const& board) {
    struct Sum {
        Total total;
        MeasureKind kind;
        std::string name;
    };
    std::vector<Sum> sums;
    for (LedgerLine const& line : ledger(board)) {
        Trial const& trial = *find_trial(board, {line.idea, line.trial_no});
        auto const& measure = trial.plan.measure;
        auto const effect = measure && trial.outcome.result ? effect_of(*measure, *trial.outcome.result) : std::nullopt;
        if (!effect || !can_be_added(*measure))
            continue;
        std::string const name = measure->kind == MeasureKind::Kroner ? std::string() : measure->name;
        auto sum = std::find_if(sums.begin(), sums.end(), [&](Sum const& one) {
            return one.total.level == line.level && one.total.unit == measure->unit && one.kind == measure->kind &&
                   one.name == name;
        });
        if (sum == sums.end())
            sum = sums.insert(sums.end(), {{line.level, measure->unit, 0, 0}, measure->kind, name});
        sum->total.moved += effect->moved;
        ++sum->total.lines;
    }
    std::vector<Total> found;
    for (Sum const& sum : sums)
        if (sum.total.lines > 1)
            found.push_back(sum.total);
    return found;
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    std::size_t const middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

RunSignal run_signal(std::vector<double> const& values) {
    RunSignal signal;
    double const middle = median(values);
    int run = 0;
    bool above = false;
    for (double const value : values) {
        if (value == middle)
            continue;
        bool const now_above = value > middle;
        bool const crossed = signal.useful > 0 && now_above != above;
        signal.crossings += crossed ? 1 : 0;
        run = crossed ? 1 : run + 1;
        signal.longest_run = std::max(signal.longest_run, run);
        above = now_above;
        ++signal.useful;
    }
    if (signal.useful == 0)
        return signal;
    signal.most_in_run = static_cast<int>(std::lround(std::log2(signal.useful))) + 3;
    signal.fewest_crossings = coin_quantile(signal.useful - 1);
    signal.enough = signal.useful >= fewest_points;
    signal.shift = signal.enough && signal.longest_run > signal.most_in_run;
    signal.few_crossings = signal.enough && signal.crossings < signal.fewest_crossings;
    return signal;
}

} // namespace board
