// The rules for trials: written as drafts, started when they are complete, and ended by a decision.
#include "board/decide_rules.h"
#include "board/text_rules.h"

namespace board {

std::optional<Measure> taken_in(std::optional<Measure> measure, Intake& intake) {
    if (!measure)
        return measure;
    measure->name = intake.text(measure->name, max_name_characters);
    measure->unit = intake.text(measure->unit, max_name_characters);
    measure->source = intake.text(measure->source, max_field_characters);
    if (measure->baseline)
        measure->baseline = intake.reading(measure->kind, *measure->baseline);
    if (measure->target)
        measure->target = intake.figure_of(measure->kind, *measure->target);
    return measure;
}

std::optional<Guard> taken_in(std::optional<Guard> guard, Intake& intake) {
    if (!guard)
        return guard;
    guard->name = intake.text(guard->name, max_name_characters);
    guard->unit = intake.text(guard->unit, max_name_characters);
    guard->limit = intake.figure(guard->limit);
    if (guard->baseline)
        guard->baseline = intake.figure(*guard->baseline);
    return guard;
}

std::optional<Rule> trial_must_run(Board const& board, TrialRef ref) {
    Trial const* trial = find_trial(board, ref);
    if (!find_idea(board, ref.idea))
        return Rule::NoSuchIdea;
    if (!trial)
        return Rule::NoSuchTrial;
    if (trial->state != TrialState::Running)
        return Rule::TrialNotRunning;
    return std::nullopt;
}

std::vector<Rule> missing_in_measure(TrialPlan const& plan) {
    if (plan.experience_only)
        return {};
    if (!plan.measure || plan.measure->name.empty())
        return {Rule::MeasureMissing};
    std::vector<Rule> missing;
    if (!plan.measure->baseline || !is_complete(plan.measure->kind, *plan.measure->baseline))
        missing.push_back(Rule::BaselineMissing);
    else if (auto const& counted = *plan.measure->baseline; counted.from && counted.to && *counted.to < *counted.from)
        missing.push_back(Rule::EndsBeforeStart);
    if (!plan.measure->target)
        missing.push_back(Rule::TargetMissing);
    return missing;
}

namespace {

TrialPlan taken_in(TrialPlan plan, Intake& intake) {
    plan.assumption = intake.text(plan.assumption, max_field_characters);
    plan.what = intake.text(plan.what, max_field_characters);
    plan.scope = intake.text(plan.scope, max_field_characters);
    plan.changed = intake.text(plan.changed, max_field_characters);
    plan.measure = taken_in(std::move(plan.measure), intake);
    plan.guard = taken_in(std::move(plan.guard), intake);
    return plan;
}

TrialOutcome taken_in(TrialOutcome outcome, TrialPlan const& plan, Intake& intake) {
    auto const kind = plan.measure ? plan.measure->kind : MeasureKind::Number;
    outcome.what_happened = intake.text(outcome.what_happened, max_field_characters);
    outcome.learning = intake.text(outcome.learning, max_field_characters);
    if (outcome.result)
        outcome.result = intake.reading(kind, *outcome.result);
    if (outcome.guard_result)
        outcome.guard_result = intake.figure(*outcome.guard_result);
    if (auto& others = outcome.comparison) {
        others->who = intake.text(others->who, max_name_characters);
        for (auto* reading : {&others->before, &others->after})
            if (*reading)
                *reading = intake.reading(kind, **reading);
    }
    return outcome;
}

/// Whether `no` names the draft that lies there, or a new one that may be begun.
std::optional<Rule> plan_must_be_writable(Idea const& idea, int no) {
    Trial const* latest = latest_trial(idea);
    bool const is_next = no == static_cast<int>(idea.trials.size()) + 1;
    if (is_next && (!latest || latest->state == TrialState::Ended))
        return std::nullopt;
    if (no < 1 || !latest || no > latest->no)
        return Rule::NoSuchTrial;
    if (no < latest->no || latest->state != TrialState::Draft)
        return Rule::TrialNotDraft;
    return std::nullopt;
}

std::vector<Rule> missing_in_plan(int no, TrialPlan const& plan) {
    std::vector<Rule> missing;
    auto const need = [&missing](bool there, Rule rule) {
        if (!there)
            missing.push_back(rule);
    };
    need(!plan.assumption.empty(), Rule::AssumptionMissing);
    need(!plan.what.empty(), Rule::WhatMissing);
    need(plan.owner.has_value(), Rule::OwnerMissing);
    need(plan.from && plan.to, Rule::DatesMissing);
    need(!plan.from || !plan.to || *plan.from <= *plan.to, Rule::EndsBeforeStart);
    need(!plan.scope.empty(), Rule::ScopeMissing);
    for (Rule const rule : missing_in_measure(plan))
        missing.push_back(rule);
    need(no == 1 || !plan.changed.empty(), Rule::ChangeMissing);
    need(plan.can_decide == CanDecide::Yes, Rule::CannotDecide); // someone who must be asked has not said yes yet
    need(plan.affected_asked, Rule::AffectedNotAsked);
    return missing;
}

/// Whether the target is met, or the experience better where only that is measured.
bool reached_its_aim(Trial const& trial) {
    if (trial.plan.experience_only)
        return trial.outcome.experience == Experience::Better;
    return target_met(trial).value_or(false);
}

/// Scaling against the figures needs a reason, and scaling at all needs the leader.
std::optional<Rule> scaling_must_be_sound(Trial const& trial, std::string const& reason, LeaderSays leader) {
    if (!has_result(trial))
        return Rule::ResultMissing;
    bool const reached = reached_its_aim(trial);
    bool const guarded = !trial.plan.guard || guard_held(trial).value_or(false);
    if (reason.empty() && reached && guard_held(trial) == false)
        return Rule::GuardBroken;
    if (reason.empty() && (!reached || !guarded))
        return Rule::ScaleNeedsReason;
    if (leader != LeaderSays::Yes)
        return Rule::LeaderMustConfirm;
    return std::nullopt;
}

std::optional<Rule> parking_must_be_sound(std::string const& reason, std::optional<Date> revisit, Date today) {
    if (reason.empty())
        return Rule::ReasonMissing;
    if (!revisit)
        return Rule::RevisitMissing;
    if (*revisit < today)
        return Rule::RevisitInPast;
    return std::nullopt;
}

std::optional<Rule> decision_must_be_sound(Trial const& trial, DecideTrial const& wish, std::string const& reason,
                                           Date today) {
    if (trial.outcome.what_happened.empty())
        return Rule::WhatHappenedMissing;
    if (trial.outcome.learning.empty())
        return Rule::LearningMissing;
    switch (wish.decision) {
    case Decision::Scale: return scaling_must_be_sound(trial, reason, wish.leader);
    case Decision::Park: return parking_must_be_sound(reason, wish.revisit, today);
    case Decision::Adjust:
    case Decision::Stop: break;
    }
    return std::nullopt;
}

} // namespace

std::vector<Refusal> missing_for_start(Board const& board, TrialRef ref) {
    Trial const* trial = find_trial(board, ref);
    std::vector<Rule> missing;
    if (!trial)
        missing.push_back(find_idea(board, ref.idea) ? Rule::NoSuchTrial : Rule::NoSuchIdea);
    else if (trial->state != TrialState::Draft)
        missing.push_back(Rule::TrialNotDraft);
    else
        missing = missing_in_plan(ref.no, trial->plan);
    std::vector<Refusal> refusals;
    for (Rule const rule : missing)
        refusals.push_back(refuse(rule).value());
    return refusals;
}

Answer answer(Board const& board, WriteTrialPlan const& wish, Now) {
    if (auto const rule = idea_must_be(board, wish.trial.idea, {Stage::Selected, Stage::Test}))
        return refuse(*rule);
    if (auto const rule = plan_must_be_writable(*find_idea(board, wish.trial.idea), wish.trial.no))
        return refuse(*rule);
    if (wish.plan.owner && !find_participant(board, *wish.plan.owner))
        return refuse(Rule::NoSuchParticipant);
    Intake intake{wish.personal};
    TrialPlanned event{wish.trial, taken_in(wish.plan, intake)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, StartTrial const& wish, Now now) {
    if (auto const rule = idea_must_be(board, wish.trial.idea, {Stage::Selected, Stage::Test}))
        return refuse(*rule);
    if (auto const missing = missing_for_start(board, wish.trial); !missing.empty())
        return refuse(missing.front());
    Intake intake;
    auto reason = intake.text(wish.over_limit_reason, max_field_characters);
    if (intake.refusal())
        return refuse(*intake.refusal());
    bool const full = running_trials(board) >= board.course.settings.wip_limit;
    if (full && reason.empty())
        return refuse(Rule::WipFull, board.course.settings.wip_limit);
    return grant(TrialStarted{wish.trial, now.today, full ? std::move(reason) : std::string()});
}

Answer answer(Board const& board, NoteOutcome const& wish, Now) {
    if (auto const rule = trial_must_run(board, wish.trial))
        return refuse(*rule);
    Intake intake{wish.personal};
    OutcomeNoted event{wish.trial, taken_in(wish.outcome, find_trial(board, wish.trial)->plan, intake)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, DecideTrial const& wish, Now now) {
    if (auto const rule = trial_must_run(board, wish.trial))
        return refuse(*rule);
    Intake intake;
    auto reason = intake.text(wish.reason, max_field_characters);
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (auto const rule = decision_must_be_sound(*find_trial(board, wish.trial), wish, reason, now.today))
        return refuse(*rule);
    return grant(TrialDecided{.trial = wish.trial,
                              .decision = wish.decision,
                              .reason = std::move(reason),
                              .revisit = wish.decision == Decision::Park ? wish.revisit : std::nullopt,
                              .leader_confirmed = wish.leader == LeaderSays::Yes,
                              .on = now.today});
}

} // namespace board
