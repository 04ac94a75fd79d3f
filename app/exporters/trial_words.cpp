#include "exporters/trial_words.h"

#include "exporters/claim.h"
#include "exporters/said.h"
#include "text/format.h"

namespace exporters {

using text::Words;

namespace {

std::string figure(Words const& words, double value, std::string const& unit) {
    return text::amount(words.language(), value, unit);
}

void add(std::string& line, std::string const& sentence) {
    if (!sentence.empty())
        line += (line.empty() ? "" : " ") + sentence;
}

std::string said_level(Words const& words, ClaimLevel level) {
    switch (level) {
    case ClaimLevel::NotMeasured: return words.get("paper.not_measured");
    case ClaimLevel::Experienced: return words.get("paper.experienced");
    case ClaimLevel::Estimated: return words.get("paper.estimated");
    case ClaimLevel::Measured: return words.get("paper.measured");
    case ClaimLevel::MeasuredAndHeld: return words.get("paper.measured_and_held");
    case ClaimLevel::Compared: break;
    }
    return words.get("paper.compared");
}

} // namespace

std::string said_reading(Words const& words, board::Measure const& measure, board::Reading const& reading) {
    std::string const value = figure(words, reading.value, measure.unit);
    if (reading.count && reading.n)
        return words.say("paper.share",
                         {{"value", value}, {"count", std::int64_t{*reading.count}}, {"n", std::int64_t{*reading.n}}});
    return reading.n ? words.say("paper.of_n", {{"value", value}, {"n", std::int64_t{*reading.n}}}) : value;
}

std::string figures_line(Words const& words, board::Trial const& trial) {
    auto const& measure = trial.plan.measure;
    if (!measure)
        return trial.outcome.experience
                   ? words.say("paper.felt", {{"how", std::string(said(words, *trial.outcome.experience))}})
                   : "";
    std::string line = measure->name + ": ";
    if (measure->baseline)
        line += said_reading(words, *measure, *measure->baseline);
    auto const then = [&](std::string const& part) { line += (line.ends_with(": ") ? "" : " → ") + part; };
    if (measure->target)
        then(words.say("paper.target", {{"value", figure(words, *measure->target, measure->unit)}}));
    if (trial.outcome.result)
        then(words.say("paper.now", {{"value", said_reading(words, *measure, *trial.outcome.result)}}));
    return line;
}

std::string claim_line(Words const& words, board::Idea const& idea, board::Trial const& trial) {
    std::string line;
    if (auto const met = target_met(trial))
        add(line, words.get(*met ? "paper.met" : "paper.missed"));
    Claim const claim = exporters::claim_of(idea, trial);
    if (!claim.difference)
        return line;
    std::string const unit = claim.in_points ? "" : trial.plan.measure->unit;
    std::string value = figure(words, *claim.difference, unit);
    if (value.ends_with('.')) // of »min.«; the sentence has its own
        value.pop_back();
    add(line, words.say(claim.in_points ? "paper.points" : "paper.difference", {{"value", value}}));
    if (claim.small_basis)
        add(line, words.get("paper.small_basis"));
    if (claim.may_be_chance)
        add(line, words.get("paper.may_be_chance"));
    if (board::is_compared(trial)) {
        auto const& others = *trial.outcome.comparison;
        auto const& measure = *trial.plan.measure;
        add(line, words.say("paper.others", {{"who", others.who.empty() ? words.get("trial.others") : others.who},
                                             {"before", said_reading(words, measure, *others.before)},
                                             {"after", said_reading(words, measure, *others.after)}}));
    }
    if (trial.measure_changed)
        add(line, words.say("paper.measure_changed",
                            {{"date", text::date(words.language(), *trial.measure_changed, text::DateStyle::Card)}}));
    return line;
}

std::string guard_line(Words const& words, board::Trial const& trial) {
    auto const& guard = trial.plan.guard;
    if (!guard)
        return "";
    bool const most = guard->comparison == board::Comparison::AtMost;
    std::string line = words.say(most ? "paper.guard_at_most" : "paper.guard_at_least",
                                 {{"name", guard->name}, {"limit", figure(words, guard->limit, guard->unit)}});
    if (auto const held = guard_held(trial))
        line += words.say(*held ? "paper.guard_held" : "paper.guard_broken",
                          {{"value", figure(words, *trial.outcome.guard_result, guard->unit)}});
    return line;
}

std::string basis_line(Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!has_result(trial))
        return "";
    std::string line = said_level(words, exporters::claim_of(idea, trial).level);
    if (trial.plan.measure && !trial.plan.measure->source.empty())
        line += " · " + trial.plan.measure->source;
    return line;
}

Colour colour_of(board::Decision decision) {
    constexpr Colour colours[] = {colour::scale, colour::learned, colour::faint, colour::coral};
    return colours[static_cast<int>(decision)];
}
Colour text_colour_of(board::Decision decision) {
    constexpr Colour colours[] = {colour::scale_text, colour::learned_text, colour::soft, colour::coral_text};
    return colours[static_cast<int>(decision)];
}

} // namespace exporters
