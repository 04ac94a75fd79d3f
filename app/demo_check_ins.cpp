#include "demo_check_ins.h"

#include "demo_trial.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::json;

board::CheckInState state_of(std::string const& colour) {
    if (colour == "grøn")
        return board::CheckInState::OnTrack;
    return colour == "gul" ? board::CheckInState::Trouble : board::CheckInState::Stuck;
}

/// Answers of that number with that mean: most in the middle, some to both sides.
std::vector<int> answers(int n, double mean) {
    std::vector<int> counts(static_cast<std::size_t>(board::pulse_steps));
    int const sum = static_cast<int>(std::lround(mean * n)), low = sum / n;
    counts[static_cast<std::size_t>(low) - 1] = n - sum % n;
    counts[static_cast<std::size_t>(low)] = sum % n;
    auto const middle = static_cast<std::size_t>(low) - 1;
    for (int spread = n / 6; spread > 0 && middle > 0 && counts[middle] > 2; --spread) { // the mean stays
        counts[middle] -= 2;
        ++counts[middle - 1];
        ++counts[middle + 1];
    }
    return counts;
}

} // namespace

std::vector<DatedCommand> told_of_trial(Json const& trial, board::TrialRef ref) {
    std::vector<DatedCommand> told;
    board::TrialPlan const plan = plan_in(trial);
    bool const runs = trial.at("beslutning").is_null();
    double moved = 0;
    for (Json const& one : trial.at("checkins")) {
        board::CheckInTrial wish;
        wish.trial = ref;
        wish.state = state_of(one.at(1));
        wish.line = one.at(2);
        wish.personal = board::PersonalData::Confirmed;
        if (runs && plan.measure && plan.measure->kind == board::MeasureKind::Scale) {
            moved += wish.state == board::CheckInState::OnTrack ? 0.3 : 0.1;
            board::Reading reading;
            reading.value = std::round((plan.measure->baseline->value + moved) * 10) / 10;
            reading.n = plan.measure->baseline->n;
            wish.reading = reading;
        }
        told.emplace_back(day_of(one.at(0)), std::move(wish));
    }
    return told;
}

std::vector<DatedCommand> pulses_of(Json const& data, std::string_view code) {
    std::vector<DatedCommand> told;
    int no = 0;
    for (Json const& pulse : data.at("puls")) {
        if (pulse.at(0) != code)
            continue;
        int const n = pulse.at(3);
        double const mean = pulse.at(4).is_null() ? 3 : pulse.at(4).get<double>();
        told.emplace_back(day_of(pulse.at(1)), board::OpenPulse{{pulse.at(2).get<std::string>()}});
        told.emplace_back(day_of(pulse.at(1)), board::ClosePulse{++no, {answers(n, mean)}});
    }
    return told;
}

} // namespace app
