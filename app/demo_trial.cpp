#include "demo_trial.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::json;

std::string unit_of(std::string const& unit) {
    if (unit == "minutter")
        return "min.";
    return unit == "%" ? "%" : ""; // numbers of things and averages need none
}

board::MeasureKind kind_of(std::string const& unit) {
    if (unit == "%")
        return board::MeasureKind::Share;
    return unit == "gennemsnit" ? board::MeasureKind::Scale : board::MeasureKind::Number;
}

std::optional<double> number_of(Json const& value) {
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

std::string text_of(Json const& value) { return value.is_null() ? "" : value.get<std::string>(); }

/// The data gives shares rounded; their counts are found again from n.
std::optional<board::Reading> reading_of(Json const& measure, char const* value, char const* n) {
    if (measure.at(value).is_null())
        return std::nullopt;
    double const figure = measure.at(value);
    int const observations = measure.at(n);
    if (kind_of(measure.at("enhed")) == board::MeasureKind::Share)
        return board::share(static_cast<int>(std::lround(figure * observations / 100)), observations);
    return board::Reading{.value = figure, .count = std::nullopt, .n = observations};
}

/// »puls (oplevet)« says what it rests on.
board::Basis basis_of(std::string const& source) {
    if (source.find("(oplevet)") != std::string::npos)
        return board::Basis::Experienced;
    return source.find("(skønnet)") != std::string::npos ? board::Basis::Estimated : board::Basis::Measured;
}

board::Measure measure_of(Json const& measure) {
    return {.name = measure.at("navn"),
            .unit = unit_of(measure.at("enhed")),
            .kind = kind_of(measure.at("enhed")),
            .better = measure.at("bedre") == "ned" ? board::Direction::Down : board::Direction::Up,
            .baseline = reading_of(measure, "baseline", "n_baseline"),
            .target = number_of(measure.at("maal")),
            .source = measure.at("kilde"),
            .basis = basis_of(measure.at("kilde"))};
}

board::Guard guard_of(Json const& guard) {
    return {.name = guard.at("navn"),
            .unit = unit_of(guard.at("enhed")),
            .comparison = guard.at("op") == "<=" ? board::Comparison::AtMost : board::Comparison::AtLeast,
            .limit = guard.at("graense"),
            .baseline = number_of(guard.at("baseline"))};
}

} // namespace

board::Date day_of(Json const& text) { return board::parse_date(text.get<std::string>()).value(); }

std::string owner_in(Json const& trial) {
    std::string const who = trial.at("hvem");
    std::string_view const mark = "Tovholder: ";
    return who.substr(who.find(mark) + mark.size());
}

board::TrialPlan plan_in(Json const& trial) {
    board::TrialPlan plan;
    plan.assumption = trial.at("antagelse");
    plan.what = trial.at("hvad");
    plan.scope = trial.at("afgraensning");
    plan.from = day_of(trial.at("fra"));
    plan.to = day_of(trial.at("til"));
    plan.changed = text_of(trial.at("aendret"));
    plan.can_decide = board::CanDecide::Yes;
    plan.affected_asked = true;
    plan.measure = measure_of(trial.at("maaling"));
    if (!trial.at("vaern").is_null())
        plan.guard = guard_of(trial.at("vaern"));
    return plan;
}

board::TrialOutcome outcome_in(Json const& trial) {
    board::TrialOutcome outcome;
    outcome.what_happened = text_of(trial.at("hvad_skete"));
    outcome.learning = text_of(trial.at("laering"));
    outcome.result = reading_of(trial.at("maaling"), "resultat", "n_resultat");
    if (!trial.at("vaern").is_null())
        outcome.guard_result = number_of(trial.at("vaern").at("resultat"));
    return outcome;
}

board::Decision decision_in(Json const& trial) {
    std::string const word = trial.at("beslutning");
    if (word == "skalér")
        return board::Decision::Scale;
    if (word == "parkér")
        return board::Decision::Park;
    return word == "stop" ? board::Decision::Stop : board::Decision::Adjust;
}

} // namespace app
