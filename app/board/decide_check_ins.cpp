// The rules for what is told of a running trial on the way: check-ins, points of its measure, and a measure changed
// though it was locked at the start.
#include "board/decide_rules.h"
#include "board/text_rules.h"

namespace board {

namespace {

/// Taken in as the trial's measure has it; without a measure there is nothing to read.
std::optional<Rule> reading_must_fit(Trial const& trial, Reading const& reading) {
    if (!trial.plan.measure)
        return Rule::NoMeasure;
    return is_complete(trial.plan.measure->kind, reading) ? std::nullopt : std::optional(Rule::ReadingIncomplete);
}

/// Same unit and kind for baseline and result (method.md 7.5 no. 6): figures that were read keep what they mean.
std::optional<Rule> change_must_be_sound(Trial const& trial, std::optional<Measure> const& changed) {
    if (trial.plan.experience_only)
        return changed ? std::optional(Rule::NoMeasure) : std::nullopt;
    bool const has_figures = !trial.points.empty() || trial.outcome.result;
    auto const& locked = trial.plan.measure;
    if (has_figures && locked && changed && (locked->kind != changed->kind || locked->unit != changed->unit))
        return Rule::MeasureHasFigures;
    return std::nullopt;
}

} // namespace

Answer answer(Board const& board, CheckInTrial const& wish, Now now) {
    if (auto const rule = trial_must_run(board, wish.trial))
        return refuse(*rule);
    Trial const& trial = *find_trial(board, wish.trial);
    Intake intake{wish.personal};
    std::vector<Event> events{
        CheckedIn{wish.trial, {now.today, wish.state, intake.text(wish.line, max_line_characters)}}};
    if (wish.reading) {
        if (auto const rule = reading_must_fit(trial, *wish.reading))
            return refuse(*rule);
        events.push_back(
            PointNoted{wish.trial, {now.today, intake.reading(trial.plan.measure->kind, *wish.reading), {}}});
    }
    if (intake.refusal())
        return refuse(*intake.refusal());
    return events;
}

Answer answer(Board const& board, NotePoint const& wish, Now now) {
    if (auto const rule = trial_must_run(board, wish.trial))
        return refuse(*rule);
    Trial const& trial = *find_trial(board, wish.trial);
    if (auto const rule = reading_must_fit(trial, wish.point.reading))
        return refuse(*rule);
    if (wish.point.on > now.today)
        return refuse(Rule::DayToCome);
    Intake intake;
    PointNoted event{wish.trial,
                     {wish.point.on, intake.reading(trial.plan.measure->kind, wish.point.reading),
                      intake.text(wish.point.note, max_line_characters)}};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, ChangeMeasure const& wish, Now now) {
    if (auto const rule = trial_must_run(board, wish.trial))
        return refuse(*rule);
    if (auto const rule = change_must_be_sound(*find_trial(board, wish.trial), wish.measure))
        return refuse(*rule);
    TrialPlan plan = find_trial(board, wish.trial)->plan;
    plan.measure = wish.measure;
    plan.guard = wish.guard;
    if (auto const missing = missing_in_measure(plan); !missing.empty())
        return refuse(missing.front());
    Intake intake;
    MeasureChanged event{.trial = wish.trial,
                         .measure = taken_in(wish.measure, intake),
                         .guard = taken_in(wish.guard, intake),
                         .reason = intake.text(wish.reason, max_field_characters),
                         .on = now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (event.reason.empty())
        return refuse(Rule::ReasonMissing);
    return grant(std::move(event));
}

} // namespace board
