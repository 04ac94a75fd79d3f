#include "exporters/tables.h"

#include "exporters/attendance.h"
#include "exporters/claim.h"
#include "exporters/said.h"

#include <algorithm>
#include <initializer_list>

namespace exporters {
namespace {

using board::Board;
using text::Words;

/// A table without rows, by the keys of its name, its file and its columns.
Table table(Words const& words, std::string const& key, std::initializer_list<std::string_view> columns) {
    Table made{words.get("export." + key + "_name"), words.get("export." + key + "_file"), {}, {}};
    for (std::string_view const column : columns)
        made.columns.push_back(words.get("export.column." + std::string(column)));
    return made;
}

std::optional<int> number_of(Board const& board, std::optional<board::IdeaId> id) {
    auto const* idea = id ? find_idea(board, *id) : nullptr;
    return idea ? std::optional(idea->no) : std::nullopt;
}

template <class Add> void for_each_trial(Board const& board, Add add) {
    for (board::Idea const& idea : board.ideas)
        for (board::Trial const& trial : idea.trials)
            add(idea, trial);
}

std::string_view yes_no_or_empty(Words const& words, std::optional<bool> yes) {
    return yes ? yes_or_no(words, *yes) : std::string_view();
}

void add_measure(Table& table, Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!trial.plan.measure)
        return;
    auto const& measure = *trial.plan.measure;
    auto const baseline = measure.baseline.value_or(board::Reading{});
    auto const result = trial.outcome.result.value_or(board::Reading{});
    table.add(idea.no, idea.text, trial.no, said_value(words, "measure"), measure.name, measure.unit,
              said_value(words, measure.better == board::Direction::Down ? "down" : "up"),
              measure.baseline ? std::optional(baseline.value) : std::nullopt, baseline.count, baseline.n,
              measure.target, trial.outcome.result ? std::optional(result.value) : std::nullopt, result.count, result.n,
              yes_no_or_empty(words, target_met(trial)), measure.source);
}

/// Those who did not try it, with the same measure in the same time.
void add_comparison(Table& table, Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!trial.plan.measure || !trial.outcome.comparison)
        return;
    auto const& others = *trial.outcome.comparison;
    auto const before = others.before.value_or(board::Reading{});
    auto const after = others.after.value_or(board::Reading{});
    std::optional<double> const none;
    table.add(idea.no, idea.text, trial.no, said_value(words, "comparison"), others.who, trial.plan.measure->unit, "",
              others.before ? std::optional(before.value) : none, before.count, before.n, none,
              others.after ? std::optional(after.value) : none, after.count, after.n, "", "");
}

void add_guard(Table& table, Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!trial.plan.guard)
        return;
    auto const& guard = *trial.plan.guard;
    std::optional<int> const none;
    table.add(idea.no, idea.text, trial.no, said_value(words, "guard"), guard.name, guard.unit,
              said_value(words, guard.comparison == board::Comparison::AtMost ? "at_most" : "at_least"), guard.baseline,
              none, none, guard.limit, trial.outcome.guard_result, none, none,
              yes_no_or_empty(words, guard_held(trial)), "");
}

std::string_view said_level(Words const& words, ClaimLevel level) {
    switch (level) {
    case ClaimLevel::NotMeasured: return said_value(words, "not_measured");
    case ClaimLevel::Experienced: return said_value(words, "experienced");
    case ClaimLevel::Estimated: return said_value(words, "estimated");
    case ClaimLevel::Measured: return said_value(words, "measured");
    case ClaimLevel::MeasuredAndHeld: return said_value(words, "measured_and_held");
    case ClaimLevel::Compared: return said_value(words, "compared");
    }
    return {};
}

Table contents_table(std::vector<Table> const& tables, Board const& board, Words const& words) {
    Table contents = table(words, "contents", {"table", "rows"});
    for (Table const& one : tables)
        contents.add(one.name, static_cast<int>(one.rows.size()));
    if (board.course.fictional)
        contents.add(words.get("export.fictional"), "");
    return contents;
}

} // namespace

Table ideas_table(Takeaway const& takeaway, Words const& words) {
    Board const& board = takeaway.board();
    Table ideas = table(words, "ideas",
                        {"idea_no", "idea",      "problem", "proposal",         "stage",   "stage_since",   "created",
                         "author",  "builds_on", "dots",    "selection_reason", "trials",  "parked_reason", "revisit",
                         "areas",   "effect",    "effort",  "merged_into",      "drawing", "picture"});
    for (board::Idea const& idea : board.ideas)
        ideas.add(idea.no, idea.text, idea.problem, idea.proposal, said(words, idea.stage), idea.stage_since,
                  board::Date(std::chrono::floor<std::chrono::days>(idea.created_at)),
                  name_of_person(board, idea.author), number_of(board, idea.builds_on), dots_of(board, idea.id),
                  idea.selection_reason, static_cast<int>(idea.trials.size()), idea.parking ? idea.parking->reason : "",
                  idea.parking ? std::optional(idea.parking->revisit) : std::nullopt, listed(words, idea.areas),
                  idea.weighing ? std::optional(idea.weighing->effect) : std::nullopt,
                  idea.weighing ? std::optional(idea.weighing->effort) : std::nullopt,
                  number_of(board, idea.merged_into), yes_or_no(words, idea.ink.has_value()),
                  yes_or_no(words, idea.photo.has_value()));
    return ideas;
}

Table trials_table(Takeaway const& takeaway, Words const& words) {
    Board const& board = takeaway.board();
    Table trials = table(words, "trials", {"idea_no",        "idea",
                                           "trial_no",       "state",
                                           "assumption",     "what",
                                           "owner",          "scope",
                                           "from",           "to",
                                           "changed",        "can_decide",
                                           "affected_asked", "experience_only",
                                           "started",        "carried_out",
                                           "what_happened",  "learning",
                                           "experience",     "decision",
                                           "decided",        "reason"});
    for_each_trial(board, [&](board::Idea const& idea, board::Trial const& trial) {
        auto const& plan = trial.plan;
        auto const& outcome = trial.outcome;
        bool const noted = outcome != board::TrialOutcome{};
        trials.add(
            idea.no, idea.text, trial.no, said(words, trial.state), plan.assumption, plan.what,
            name_of_person(board, plan.owner), plan.scope, plan.from, plan.to, plan.changed,
            said(words, plan.can_decide), yes_or_no(words, plan.affected_asked), yes_or_no(words, plan.experience_only),
            trial.started_on, noted ? said(words, outcome.carried_out) : "", outcome.what_happened, outcome.learning,
            said(words, outcome.experience), said(words, trial.decision), trial.decided_on, trial.decision_reason);
    });
    return trials;
}

Table measures_table(Takeaway const& takeaway, Words const& words) {
    Table measures = table(words, "measures",
                           {"idea_no", "idea", "trial_no", "measure_role", "measure", "unit", "better", "baseline",
                            "baseline_count", "baseline_n", "target", "result", "result_count", "result_n", "met",
                            "source"});
    for_each_trial(takeaway.board(), [&](board::Idea const& idea, board::Trial const& trial) {
        add_measure(measures, words, idea, trial);
        add_guard(measures, words, idea, trial);
        add_comparison(measures, words, idea, trial);
    });
    return measures;
}

Table effects_table(Takeaway const& takeaway, Words const& words) {
    Table effects = table(words, "effects",
                          {"idea_no", "idea", "stage", "trial_no", "measure", "unit", "baseline", "target", "result",
                           "difference", "difference_unit", "baseline_n", "result_n", "met", "guard_held", "claim",
                           "small_basis", "may_be_chance"});
    for_each_trial(takeaway.board(), [&](board::Idea const& idea, board::Trial const& trial) {
        if (!has_result(trial))
            return;
        Claim const claim = exporters::claim_of(idea, trial);
        auto const measure = trial.plan.measure.value_or(board::Measure{});
        auto const& result = trial.outcome.result;
        bool const compared = claim.difference.has_value();
        effects.add(idea.no, idea.text, said(words, idea.stage), trial.no,
                    trial.plan.measure ? std::string_view(measure.name) : said(words, trial.outcome.experience),
                    measure.unit, measure.baseline ? std::optional(measure.baseline->value) : std::nullopt,
                    measure.target, result ? std::optional(result->value) : std::nullopt, claim.difference,
                    !compared         ? ""
                    : claim.in_points ? said_value(words, "points")
                                      : std::string_view(measure.unit),
                    measure.baseline ? measure.baseline->n : std::nullopt, result ? result->n : std::nullopt,
                    yes_no_or_empty(words, target_met(trial)), yes_no_or_empty(words, guard_held(trial)),
                    said_level(words, claim.level), compared ? yes_or_no(words, claim.small_basis) : "",
                    compared ? yes_or_no(words, claim.may_be_chance) : "");
    });
    return effects;
}

Table decisions_table(Takeaway const& takeaway, Words const& words) {
    std::vector<std::pair<board::Idea const*, board::Trial const*>> decided;
    for_each_trial(takeaway.board(), [&](board::Idea const& idea, board::Trial const& trial) {
        if (trial.decision)
            decided.emplace_back(&idea, &trial);
    });
    std::stable_sort(decided.begin(), decided.end(),
                     [](auto const& a, auto const& b) { return a.second->decided_on < b.second->decided_on; });
    Table decisions = table(words, "decisions",
                            {"decided", "idea_no", "idea", "trial_no", "decision", "reason", "learning"});
    for (auto const& [idea, trial] : decided)
        decisions.add(trial->decided_on, idea->no, idea->text, trial->no, said(words, trial->decision),
                      trial->decision_reason, trial->outcome.learning);
    return decisions;
}

Table places_table(Takeaway const& takeaway, Words const& words) {
    Table places = table(words, "places",
                         {"idea_no", "idea", "trial_no", "what_now", "what_stops", "responsible", "place",
                          "place_responsible", "due", "place_state"});
    for (board::Idea const& idea : takeaway->ideas) {
        if (!idea.scale_plan)
            continue;
        auto const& plan = *idea.scale_plan;
        for (board::Place const& place : plan.places)
            places.add(idea.no, idea.text, plan.trial_no, plan.what_now, plan.what_stops, plan.responsible, place.name,
                       place.responsible, place.due, said(words, place.state));
        if (plan.places.empty())
            places.add(idea.no, idea.text, plan.trial_no, plan.what_now, plan.what_stops, plan.responsible, "", "",
                       Cell(), "");
    }
    return places;
}

Table follow_ups_table(Takeaway const& takeaway, Words const& words) {
    Table follow_ups = table(words, "follow_ups", {"idea_no", "idea", "trial_no", "date", "holds", "value"});
    for (board::Idea const& idea : takeaway->ideas)
        if (idea.scale_plan)
            for (board::FollowUp const& one : idea.scale_plan->follow_ups)
                follow_ups.add(idea.no, idea.text, idea.scale_plan->trial_no, one.date, said(words, one.holds),
                               one.value);
    return follow_ups;
}

Table votes_table(Takeaway const& takeaway, Words const& words) {
    Board const& board = takeaway.board();
    Table votes = table(words, "votes",
                        {"round", "opened", "method", "ballots", "dots_each", "idea_no", "idea", "dots"});
    for (board::VoteRound const& round : board.rounds)
        for (board::Tally const& tally : round.tallies) {
            auto const* idea = find_idea(board, tally.idea);
            votes.add(round.no.value, round.opened_on, said(words, round.method), round.ballots, round.dots,
                      number_of(board, tally.idea), idea ? std::string_view(idea->text) : "", tally.dots);
        }
    return votes;
}

Table check_ins_table(Takeaway const& takeaway, Words const& words) {
    Table check_ins = table(words, "check_ins", {"date", "idea_no", "idea", "trial_no", "check_in", "line"});
    for_each_trial(takeaway.board(), [&](board::Idea const& idea, board::Trial const& trial) {
        for (board::CheckIn const& one : trial.check_ins)
            check_ins.add(one.on, idea.no, idea.text, trial.no, said(words, one.state), one.line);
    });
    return check_ins;
}

Table points_table(Takeaway const& takeaway, Words const& words) {
    Table points = table(words, "points",
                         {"date", "idea_no", "idea", "trial_no", "measure", "unit", "value", "count", "n", "note"});
    for_each_trial(takeaway.board(), [&](board::Idea const& idea, board::Trial const& trial) {
        auto const measure = trial.plan.measure.value_or(board::Measure{});
        for (board::MeasurePoint const& one : trial.points)
            points.add(one.on, idea.no, idea.text, trial.no, measure.name, measure.unit, one.reading.value,
                       one.reading.count, one.reading.n, one.note);
    });
    return points;
}

Table pulses_table(Takeaway const& takeaway, Words const& words) {
    Table pulses = table(words, "pulses",
                         {"pulse", "opened", "closed", "round_state", "statement", "answers", "mean", "answers_1",
                          "answers_2", "answers_3", "answers_4", "answers_5"});
    for (board::PulseRound const& round : takeaway->pulses)
        for (std::size_t i = 0; i < round.statements.size(); ++i) {
            PulseTold const how = told(round, i);
            bool const hidden = how == PulseTold::Nothing;
            bool const too_few = hidden && round.state == board::RoundState::Closed;
            auto const each = [&](std::size_t step) {
                return how == PulseTold::Answers ? std::optional(round.counts[i][step]) : std::nullopt;
            };
            pulses.add(round.no, round.opened_on, round.closed_on,
                       too_few ? said_value(words, "too_few") : said(words, round.state), round.statements[i],
                       hidden ? std::nullopt : std::optional(pulse_answers(round, i)), pulse_mean(round, i), each(0),
                       each(1), each(2), each(3), each(4));
        }
    return pulses;
}

Table obstacles_table(Takeaway const& takeaway, Words const& words) {
    Table obstacles = table(words, "obstacles", {"raised", "obstacle", "promised", "answer", "answered"});
    for (board::Obstacle const& one : takeaway->obstacles)
        obstacles.add(one.raised_on, one.text, one.promised, one.answer, one.answered_on);
    return obstacles;
}

Table meetings_table(Takeaway const& takeaway, Words const& words) {
    Table meetings = table(words, "meetings",
                           {"meeting", "date", "held", "meeting_kind", "agenda", "minutes", "present"});
    auto const& planned = takeaway->course.meetings;
    auto const& held = takeaway->meetings;
    for (std::size_t i = 0; i < std::max(planned.size(), held.size()); ++i) {
        auto const no = static_cast<int>(i) + 1;
        Cell const date = i < planned.size() ? cell(planned[i].date) : Cell();
        if (i < held.size())
            meetings.add(no, date, held[i].on, said(words, held[i].kind), static_cast<int>(held[i].steps.size()),
                         minutes_used(held[i]), attendance(takeaway.board(), held[i]).present);
        else
            meetings.add(no, date, Cell(), "", Cell(), Cell(), Cell());
    }
    return meetings;
}

Table participants_table(Takeaway const& takeaway, Words const& words) {
    Table participants = table(words, "participants", {"name", "role", "active"});
    for (board::Participant const& who : takeaway->participants)
        participants.add(who.name, said(words, who.role), yes_or_no(words, who.active));
    return participants;
}

std::vector<Table> all_tables(Takeaway const& takeaway, Words const& words) {
    std::vector<Table> tables;
    for (auto* const make : {ideas_table, votes_table, trials_table, measures_table, points_table, check_ins_table,
                             decisions_table, effects_table, places_table, follow_ups_table, pulses_table,
                             obstacles_table, meetings_table, participants_table})
        tables.push_back(make(takeaway, words));
    tables.insert(tables.begin(), contents_table(tables, takeaway.board(), words));
    return tables;
}

} // namespace exporters
