// Looks a whole board over for what must always hold, independently of the rules that should have
// seen to it: after reading a file, after an import, and in tests after every step.
#include "board/board.h"
#include "board/text_rules.h"

#include <algorithm>

namespace board {

namespace {

/// Collects what is broken; each sentence says where.
class Findings {
  public:
    explicit Findings(std::string where, std::vector<std::string>& broken)
        : m_where(std::move(where)), m_broken(broken) {}
    void expect(bool holds, std::string const& sentence) {
        if (!holds)
            m_broken.push_back(m_where + ": " + sentence);
    }
    void expect_text(std::string const& text, int limit) {
        expect(clean_text(text) == text, "a text is not clean.");
        expect(count_characters(text) <= limit, "a text is longer than " + std::to_string(limit) + " characters.");
        expect(!looks_like_cpr(text), "a text holds a CPR number.");
    }
    void expect_needed_text(std::string const& text, int limit) {
        expect(!text.empty(), "a text is empty that may not be.");
        expect_text(text, limit);
    }

  private:
    std::string m_where;
    std::vector<std::string>& m_broken;
};

template <class T> bool all_differ(std::vector<T> values) {
    std::sort(values.begin(), values.end());
    return std::adjacent_find(values.begin(), values.end()) == values.end();
}

bool is_setting(int value) { return value >= 1 && value <= 5; }

void check_course(Board const& board, Findings found) {
    Course const& course = board.course;
    found.expect_needed_text(course.name, max_name_characters);
    found.expect_text(course.workplace, max_name_characters);
    found.expect_text(course.challenge, max_field_characters);
    found.expect(is_setting(course.settings.wip_limit) && is_setting(course.settings.max_dots_per_idea),
                 "a setting is not within 1-5.");
    std::vector<Date> days;
    for (Meeting const& meeting : course.meetings)
        days.push_back(meeting.date);
    found.expect(course.meetings == meetings_on(days), "the meetings are not numbered by their days.");
    for (std::size_t i = 0; i < course.agendas.size(); ++i) {
        bool const in_order = i == 0 || course.agendas[i - 1].kind < course.agendas[i].kind;
        std::size_t const steps = course.agendas[i].steps.size();
        found.expect(in_order && steps > 0 && steps <= most_agenda_steps, "a course's own agenda is not sound.");
    }
    found.expect_text(course.core_task, max_idea_characters);
    for (std::string const* text : {&course.frames.can_decide, &course.frames.must_ask, &course.frames.fixed})
        found.expect_text(*text, max_field_characters);
    auto const granted = std::count_if(board.ideas.begin(), board.ideas.end(), [](Idea const& idea) {
        Trial const* trial = running_trial(idea);
        return trial && !trial->over_limit_reason.empty();
    });
    found.expect(running_trials(board) <= course.settings.wip_limit + granted,
                 "more trials run than the limit allows, and nobody said why.");
}

void check_participants(Board const& board, Findings found) {
    std::vector<ParticipantId> ids;
    for (Participant const& participant : board.participants) {
        ids.push_back(participant.id);
        found.expect_needed_text(participant.name, max_name_characters);
    }
    found.expect(all_differ(ids), "two have the same id.");
}

void check_reading(MeasureKind kind, std::optional<Reading> const& reading, Findings found) {
    if (!reading || kind != MeasureKind::Share || !is_complete(kind, *reading))
        return;
    bool const counted = *reading->n >= 1 && *reading->count >= 0 && *reading->count <= *reading->n;
    found.expect(counted && share(*reading->count, *reading->n).value == reading->value,
                 "a share is not what its counts say.");
}

void check_measures(Trial const& trial, Findings found) {
    if (trial.plan.guard) {
        found.expect_text(trial.plan.guard->name, max_name_characters);
        found.expect_text(trial.plan.guard->unit, max_name_characters);
    }
    if (!trial.plan.measure)
        return;
    found.expect_text(trial.plan.measure->name, max_name_characters);
    found.expect_text(trial.plan.measure->unit, max_name_characters);
    found.expect_text(trial.plan.measure->source, max_field_characters);
    check_reading(trial.plan.measure->kind, trial.plan.measure->baseline, found);
    check_reading(trial.plan.measure->kind, trial.outcome.result, found);
}

void check_texts(Trial const& trial, Findings found) {
    for (std::string const* text : {&trial.plan.assumption, &trial.plan.what, &trial.plan.scope, &trial.plan.changed,
                                    &trial.outcome.what_happened, &trial.outcome.learning, &trial.decision_reason})
        found.expect_text(*text, max_field_characters);
}

/// What was filled in to start it can not have gone since.
void check_started(Trial const& trial, Findings found) {
    TrialPlan const& plan = trial.plan;
    found.expect(trial.started_on.has_value(), "it has no day it started.");
    found.expect(!plan.assumption.empty() && !plan.what.empty() && plan.owner && !plan.scope.empty(),
                 "it runs with an unfinished plan.");
    found.expect(plan.from && plan.to && *plan.from <= *plan.to, "it ends before it starts.");
    found.expect(plan.experience_only || (plan.measure && plan.measure->baseline && plan.measure->target),
                 "it has neither a measure nor »only experience«.");
    found.expect(trial.no == 1 || !plan.changed.empty(), "it does not say what changed since the last.");
    found.expect(plan.can_decide == CanDecide::Yes && plan.affected_asked, "it runs without leave.");
}

void check_trial(Board const& board, Trial const& trial, Findings found) {
    check_texts(trial, found);
    check_measures(trial, found);
    found.expect(!trial.plan.owner || find_participant(board, *trial.plan.owner), "nobody here owns it.");
    if (trial.state != TrialState::Draft)
        check_started(trial, found);
    bool const ended = trial.state == TrialState::Ended;
    found.expect(ended == trial.decision.has_value() && ended == trial.decided_on.has_value(),
                 "it is ended without a decision, or decided without an end.");
    found.expect(!ended || (!trial.outcome.what_happened.empty() && !trial.outcome.learning.empty()),
                 "it was decided without what happened and what was learned.");
    for (CheckIn const& one : trial.check_ins)
        found.expect_text(one.line, max_line_characters);
    for (MeasurePoint const& point : trial.points)
        found.expect_text(point.note, max_line_characters);
    found.expect(trial.points.empty() || trial.plan.measure || trial.measure_changed, "it has points and no measure.");
    found.expect(trial.decision != Decision::Scale || has_result(trial), "it was scaled without a result.");
}

/// Numbers without gaps, only the last one open. A trial follows an adjusted one; or a scaled one that
/// was rolled back or did not hold; or a parked one, when the idea was taken up again. Nothing follows a stopped one.
void check_chain(Idea const& idea, Findings found) {
    for (std::size_t at = 0; at < idea.trials.size(); ++at) {
        Trial const& trial = idea.trials[at];
        found.expect(trial.no == static_cast<int>(at) + 1, "its trials are not numbered 1 to n.");
        if (at + 1 == idea.trials.size())
            continue;
        found.expect(trial.state == TrialState::Ended, "a trial was begun before the one before it ended.");
        found.expect(trial.decision != Decision::Stop, "a trial follows one that stopped the idea.");
    }
}

bool last_trial_is(Idea const& idea, Decision decision) {
    return !idea.trials.empty() && idea.trials.back().decision == decision;
}

/// Stage and trials agree.
bool stage_fits(Idea const& idea) {
    Trial const* latest = latest_trial(idea);
    bool const runs = running_trial(idea) != nullptr;
    bool const rests = !runs && !last_trial_is(idea, Decision::Scale) && !last_trial_is(idea, Decision::Stop);
    switch (idea.stage) {
    case Stage::New:
    case Stage::Selected: return rests;
    case Stage::Test: return runs || (latest && latest->no > 1 && latest->state == TrialState::Draft);
    case Stage::Scaling: return idea.scale_plan && last_trial_is(idea, Decision::Scale);
    case Stage::Operation:
        return idea.scale_plan && last_trial_is(idea, Decision::Scale) && !idea.scale_plan->places.empty() &&
               !idea.scale_plan->responsible.empty();
    case Stage::Parked: return rests && idea.parking && !idea.parking->reason.empty();
    case Stage::Stopped: return last_trial_is(idea, Decision::Stop);
    case Stage::Merged: return idea.trials.empty() && !idea.scale_plan;
    }
    return false;
}

void check_plan(ScalePlan const& plan, Idea const& idea, Findings found) {
    for (std::string const* text : {&plan.what_now, &plan.what_stops, &plan.rolled_back})
        found.expect_text(*text, max_field_characters);
    found.expect_text(plan.responsible, max_name_characters);
    for (Place const& place : plan.places) {
        found.expect_needed_text(place.name, max_name_characters);
        found.expect_text(place.responsible, max_name_characters);
    }
    bool const stands = plan.trial_no >= 1 && plan.trial_no <= static_cast<int>(idea.trials.size());
    found.expect(stands && idea.trials[static_cast<std::size_t>(plan.trial_no) - 1].decision == Decision::Scale,
                 "its plan does not stand on a trial that was scaled.");
}

/// Merged into another that is there, on a way that ends.
void check_merge(Board const& board, Idea const& idea, Findings found) {
    found.expect(idea.merged_into.has_value() == (idea.stage == Stage::Merged), "it is merged and not merged.");
    found.expect(idea.merged_after.value >= 0 && idea.merged_after.value <= static_cast<int>(board.rounds.size()) &&
                     (idea.merged_into || idea.merged_after == RoundNo{}),
                 "it was merged after a round that never was.");
    found.expect(!standing_for(board, idea).merged_into, "no idea that is here stands for it.");
}

/// What stands on the note beside its text.
void check_note(Idea const& idea, Findings found) {
    if (!idea.ink && !idea.photo)
        found.expect(!idea.text.empty(), "a text is empty that may not be.");
    found.expect_text(idea.text, max_idea_characters);
    found.expect(!idea.ink || (!idea.ink->empty() && is_on_grid(*idea.ink) && points_in(*idea.ink) <= max_ink_points),
                 "its ink is none, or leaves the note.");
    found.expect(!idea.photo || is_sound(*idea.photo), "its photo is none.");
    found.expect(!idea.masked || idea.stage == Stage::New, "it went further while it was hidden.");
    found.expect(std::is_sorted(idea.areas.begin(), idea.areas.end()) && all_differ(idea.areas),
                 "its effect areas are not each there once, in order.");
    auto const is_percent = [](int value) { return value >= 0 && value <= 100; };
    found.expect(!idea.weighing || (is_percent(idea.weighing->effect) && is_percent(idea.weighing->effort)),
                 "it lies outside the picture.");
}

void check_idea(Board const& board, Idea const& idea, std::vector<std::string>& broken) {
    Findings found{"Idea " + std::to_string(idea.no), broken};
    check_note(idea, found);
    found.expect_text(idea.problem, max_field_characters);
    found.expect_text(idea.proposal, max_field_characters);
    found.expect_text(idea.selection_reason, max_field_characters);
    found.expect(idea.no <= board.last_idea_no, "its number was never given.");
    found.expect(!idea.author || find_participant(board, *idea.author), "nobody here wrote it.");
    found.expect(!idea.builds_on || find_idea(board, *idea.builds_on), "it builds on an idea that is not here.");
    found.expect(idea.parking.has_value() == (idea.stage == Stage::Parked), "it is parked and not parked.");
    if (idea.parking)
        found.expect_text(idea.parking->reason, max_field_characters);
    found.expect(stage_fits(idea), "its stage and its trials disagree.");
    check_merge(board, idea, found);
    check_chain(idea, found);
    if (idea.scale_plan)
        check_plan(*idea.scale_plan, idea, found);
    for (Trial const& trial : idea.trials)
        check_trial(board, trial,
                    Findings{"Trial " + std::to_string(idea.no) + "." + std::to_string(trial.no), broken});
}

void check_order(Board const& board, Findings found) {
    std::vector<IdeaId> ids;
    for (Idea const& idea : board.ideas)
        ids.push_back(idea.id);
    found.expect(all_differ(ids), "two have the same id.");
    found.expect(std::adjacent_find(board.ideas.begin(), board.ideas.end(),
                                    [](Idea const& left, Idea const& right) { return left.no >= right.no; }) ==
                     board.ideas.end(),
                 "their numbers do not rise.");
    auto order = board.order;
    std::sort(order.begin(), order.end());
    std::sort(ids.begin(), ids.end());
    found.expect(order == ids, "not each of them lies on the wall once.");
    found.expect(ids.size() <= max_ideas, "there are more than the wall holds.");
}

/// Totals within what the ballots could hold, one for each candidate.
bool adds_up(VoteRound const& round) {
    std::int64_t sum = 0;
    bool fits = round.ballots >= 1 && round.tallies.size() == round.candidates.size();
    for (std::size_t at = 0; fits && at < round.tallies.size(); ++at) {
        Tally const& tally = round.tallies[at];
        fits = tally.idea == round.candidates[at] && tally.dots >= 0 &&
               tally.dots <= std::int64_t{round.ballots} * round.max_per_idea;
        sum += tally.dots;
    }
    return fits && sum <= std::int64_t{round.ballots} * round.dots;
}

void check_candidates(Board const& board, VoteRound const& round, Findings found) {
    found.expect(round.candidates.size() >= 2 && all_differ(round.candidates), "it has too few candidates.");
    for (IdeaId const candidate : round.candidates) {
        Idea const* idea = find_idea(board, candidate);
        found.expect(idea, "a candidate is not here.");
        found.expect(!idea || round.state != RoundState::Open || idea->stage == Stage::New,
                     "a candidate moved while it was voted on.");
    }
}

void check_rounds(Board const& board, std::vector<std::string>& broken) {
    int open = 0;
    for (std::size_t at = 0; at < board.rounds.size(); ++at) {
        VoteRound const& round = board.rounds[at];
        Findings found{"Round " + std::to_string(round.no.value), broken};
        found.expect(round.no.value == static_cast<int>(at) + 1, "the rounds are not numbered 1 to n.");
        found.expect(round.dots >= 1 && round.dots <= 5 && round.max_per_idea >= 1 && round.max_per_idea <= round.dots,
                     "its dots are out of range.");
        check_candidates(board, round, found);
        bool const closed = round.state == RoundState::Closed;
        found.expect(closed ? adds_up(round) : round.tallies.empty() && round.ballots == 0,
                     "its totals do not fit its ballots, or show before it closed.");
        open += round.state == RoundState::Open ? 1 : 0;
    }
    Findings{"Rounds", broken}.expect(open <= 1, "more than one is open.");
}

void check_meetings(Board const& board, std::vector<std::string>& broken) {
    std::ptrdiff_t open = 0;
    for (std::size_t at = 0; at < board.meetings.size(); ++at) {
        HeldMeeting const& meeting = board.meetings[at];
        Findings found{"Meeting " + std::to_string(meeting.no), broken};
        found.expect(meeting.no == static_cast<int>(at) + 1, "the meetings are not numbered 1 to n.");
        found.expect(meeting.step >= 0 && meeting.step < static_cast<int>(meeting.steps.size()),
                     "the step that is on is not on its agenda.");
        found.expect(!meeting.closed_at || !meeting.running_since, "its clock runs though it has ended.");
        for (HeldStep const& step : meeting.steps) {
            found.expect_needed_text(step.plan.title, max_name_characters);
            found.expect_text(step.plan.hint, max_idea_characters);
        }
        for (ParticipantId const id : meeting.away)
            found.expect(find_participant(board, id), "somebody is away who is not here.");
        open += meeting.closed_at ? 0 : 1;
    }
    Findings{"Meetings", broken}.expect(open <= 1, "more than one is open.");
    for (Obstacle const& obstacle : board.obstacles) {
        Findings found{"Obstacle", broken};
        found.expect_needed_text(obstacle.text, max_idea_characters);
        found.expect_text(obstacle.answer, max_field_characters);
        found.expect(obstacle.answer.empty() != obstacle.answered_on.has_value(), "it is answered and not answered.");
    }
}

void check_pulses(Board const& board, std::vector<std::string>& broken) {
    int open = 0;
    for (std::size_t at = 0; at < board.pulses.size(); ++at) {
        PulseRound const& round = board.pulses[at];
        Findings found{"Pulse " + std::to_string(round.no), broken};
        found.expect(round.no == static_cast<int>(at) + 1, "the pulses are not numbered 1 to n.");
        found.expect(round.smallest_group >= fewest_pulse_answers, "it would show fewer answers than the floor.");
        bool const closed = round.state == RoundState::Closed;
        found.expect(closed ? round.counts.size() == round.statements.size() : round.counts.empty(),
                     "its counters do not fit its statements, or show before it closed.");
        for (std::string const& statement : round.statements)
            found.expect_needed_text(statement, max_line_characters);
        open += round.state == RoundState::Open ? 1 : 0;
    }
    Findings{"Pulses", broken}.expect(open <= 1, "more than one is open.");
}

} // namespace

std::vector<std::string> broken_invariants(Board const& board) {
    std::vector<std::string> broken;
    if (!board.exists()) {
        Findings{"Course", broken}.expect(board == Board{}, "there is none, yet there is something on the board.");
        return broken;
    }
    check_course(board, Findings{"Course", broken});
    check_participants(board, Findings{"Participants", broken});
    check_order(board, Findings{"Ideas", broken});
    for (Idea const& idea : board.ideas)
        check_idea(board, idea, broken);
    check_rounds(board, broken);
    check_meetings(board, broken);
    check_pulses(board, broken);
    return broken;
}

} // namespace board
