// One function for each thing of the method, in the order a reader meets them.
#include "exporters/board_json.h"

#include "exporters/base64.h"
#include "exporters/names.h"

#include <nlohmann/json.hpp>

namespace exporters {
namespace {

using board::Board;
using Json = nlohmann::ordered_json;

template <class E> Json word(E value) { return name_of(value); }
Json iso(board::Date date) { return board::to_iso(date); }
Json id(board::Uuid const& uuid) { return board::to_string(uuid); }

/// `write(*value)`, or null.
template <class T, class Write> Json or_null(std::optional<T> const& value, Write write) {
    return value ? write(*value) : Json();
}
Json or_null(std::optional<board::Date> const& date) { return date ? iso(*date) : Json(); }
template <class T> Json or_null(std::optional<T> const& value) { return value ? Json(*value) : Json(); }

template <class T, class Write> Json list_of(std::vector<T> const& all, Write write) {
    Json out = Json::array();
    for (T const& one : all)
        out.push_back(write(one));
    return out;
}

/// A person as their id and the name to read.
Json person(Board const& board, board::ParticipantId who) {
    auto const* participant = find_participant(board, who);
    return {{"id", id(who.value)}, {"name", participant ? participant->name : ""}};
}

Json agenda_step(board::AgendaStep const& step) {
    return {{"title", step.title}, {"hint", step.hint}, {"minutes", step.minutes}, {"opens", word(step.opens)}};
}

Json own_agenda(board::OwnAgenda const& own) {
    return {{"kind", word(own.kind)}, {"steps", list_of(own.steps, agenda_step)}};
}

Json course(board::Course const& course) {
    Json const meetings = list_of(course.meetings, [](board::Meeting const& meeting) {
        return Json{{"no", meeting.no}, {"date", iso(meeting.date)}};
    });
    return {{"name", course.name},
            {"workplace", course.workplace},
            {"challenge", course.challenge},
            {"fictional", course.fictional},
            {"meetings", meetings},
            {"followUp", or_null(course.follow_up)},
            {"settings",
             {{"wipLimit", course.settings.wip_limit},
              {"maxDotsPerIdea", course.settings.max_dots_per_idea},
              {"leaderVotes", course.settings.leader_votes},
              {"leaderLast", course.settings.leader_last},
              {"smallestGroup", course.settings.smallest_group},
              {"meetingsStart", course.settings.meetings_start}}},
            {"coreTask", course.core_task},
            {"frames",
             {{"canDecide", course.frames.can_decide},
              {"mustAsk", course.frames.must_ask},
              {"fixed", course.frames.fixed}}},
            {"deleteOn", or_null(course.delete_on)},
            {"closedOn", or_null(course.closed_on)},
            {"agendas", list_of(course.agendas, own_agenda)}};
}

Json participant(board::Participant const& who) {
    return {{"id", id(who.id.value)}, {"name", who.name}, {"role", word(who.role)}, {"active", who.active}};
}

Json reading(board::Reading const& reading) {
    return {{"value", reading.value},
            {"count", or_null(reading.count)},
            {"n", or_null(reading.n)},
            {"from", or_null(reading.from)},
            {"to", or_null(reading.to)}};
}

Json measure(board::Measure const& measure) {
    return {{"name", measure.name},
            {"unit", measure.unit},
            {"kind", word(measure.kind)},
            {"better", word(measure.better)},
            {"baseline", or_null(measure.baseline, reading)},
            {"target", or_null(measure.target)},
            {"source", measure.source},
            {"basis", word(measure.basis)},
            {"targetOn", or_null(measure.target_on)}};
}

Json guard(board::Guard const& guard) {
    return {{"name", guard.name},
            {"unit", guard.unit},
            {"comparison", word(guard.comparison)},
            {"limit", guard.limit},
            {"baseline", or_null(guard.baseline)}};
}

void add_plan(Json& out, Board const& board, board::TrialPlan const& plan) {
    out["assumption"] = plan.assumption;
    out["what"] = plan.what;
    out["owner"] = or_null(plan.owner, [&](board::ParticipantId who) { return person(board, who); });
    out["scope"] = plan.scope;
    out["from"] = or_null(plan.from);
    out["to"] = or_null(plan.to);
    out["changed"] = plan.changed;
    out["canDecide"] = word(plan.can_decide);
    out["affectedAsked"] = plan.affected_asked;
    out["experienceOnly"] = plan.experience_only;
    out["measure"] = or_null(plan.measure, measure);
    out["guard"] = or_null(plan.guard, guard);
}

Json comparison_group(board::ComparisonGroup const& others) {
    return {
        {"who", others.who}, {"before", or_null(others.before, reading)}, {"after", or_null(others.after, reading)}};
}

/// As long as nothing has been noted, how it was carried out is not known either.
void add_outcome(Json& out, board::TrialOutcome const& outcome) {
    out["carriedOut"] = outcome == board::TrialOutcome{} ? Json() : word(outcome.carried_out);
    out["whatHappened"] = outcome.what_happened;
    out["learning"] = outcome.learning;
    out["result"] = or_null(outcome.result, reading);
    out["guardResult"] = or_null(outcome.guard_result);
    out["experience"] = or_null(outcome.experience, word<board::Experience>);
    out["comparison"] = or_null(outcome.comparison, comparison_group);
}

Json check_in(board::CheckIn const& one) {
    return {{"date", iso(one.on)}, {"state", word(one.state)}, {"line", one.line}};
}

Json point(board::MeasurePoint const& one) {
    return {{"date", iso(one.on)}, {"reading", reading(one.reading)}, {"note", one.note}};
}

Json trial(Board const& board, board::Trial const& trial) {
    Json out = {{"no", trial.no}, {"state", word(trial.state)}};
    add_plan(out, board, trial.plan);
    add_outcome(out, trial.outcome);
    out["decision"] = or_null(trial.decision, word<board::Decision>);
    out["decisionReason"] = trial.decision_reason;
    out["startedOn"] = or_null(trial.started_on);
    out["decidedOn"] = or_null(trial.decided_on);
    out["checkIns"] = list_of(trial.check_ins, check_in);
    out["points"] = list_of(trial.points, point);
    out["overLimitReason"] = trial.over_limit_reason;
    out["measureChanged"] = or_null(trial.measure_changed);
    out["measureChangeReason"] = trial.measure_change_reason;
    return out;
}

Json place(board::Place const& place) {
    return {{"name", place.name},
            {"responsible", place.responsible},
            {"due", or_null(place.due)},
            {"state", word(place.state)}};
}

Json follow_up(board::FollowUp const& follow_up) {
    return {{"date", iso(follow_up.date)}, {"holds", word(follow_up.holds)}, {"value", or_null(follow_up.value)}};
}

Json scale_plan(board::ScalePlan const& plan) {
    return {{"trialNo", plan.trial_no},
            {"whatNow", plan.what_now},
            {"whatStops", plan.what_stops},
            {"responsible", plan.responsible},
            {"places", list_of(plan.places, place)},
            {"followUps", list_of(plan.follow_ups, follow_up)},
            {"rolledBack", plan.rolled_back}};
}

Json parking(board::Parking const& parking) { return {{"reason", parking.reason}, {"revisit", iso(parking.revisit)}}; }

Json ink(board::Ink const& ink) {
    auto const stroke = [](board::InkStroke const& one) {
        return Json{{"colour", word(one.colour)}, {"points", board::packed(one.points)}};
    };
    return {{"height", ink.height}, {"strokes", list_of(ink.strokes, stroke)}};
}

Json photo(board::Photo const& photo) {
    return {{"hash", photo.hash}, {"width", photo.width}, {"height", photo.height}};
}

Json photo_bytes(PhotoBytes const& photos) {
    Json out = Json::object();
    for (auto const& photo : photos)
        out[photo.first] = to_base64(photo.second);
    return out;
}

Json weighing(board::Weighing const& weighing) { return {{"effect", weighing.effect}, {"effort", weighing.effort}}; }

Json idea(Board const& board, board::Idea const& idea) {
    return {{"id", id(idea.id.value)},
            {"no", idea.no},
            {"text", idea.text},
            {"problem", idea.problem},
            {"proposal", idea.proposal},
            {"colour", word(idea.colour)},
            {"ink", or_null(idea.ink, ink)},
            {"photo", or_null(idea.photo, photo)},
            {"areas", list_of(idea.areas, word<board::EffectArea>)},
            {"weighing", or_null(idea.weighing, weighing)},
            {"author", or_null(idea.author, [&](board::ParticipantId who) { return person(board, who); })},
            {"buildsOn", or_null(idea.builds_on, [](board::IdeaId other) { return id(other.value); })},
            {"mergedInto", or_null(idea.merged_into, [](board::IdeaId other) { return id(other.value); })},
            {"mergedAfterRound", idea.merged_after.value},
            {"createdAt", board::to_iso(idea.created_at)},
            {"stage", word(idea.stage)},
            {"stageSince", iso(idea.stage_since)},
            {"selectionReason", idea.selection_reason},
            {"dots", or_null(dots_of(board, idea.id))},
            {"parking", or_null(idea.parking, parking)},
            {"trials", list_of(idea.trials, [&](board::Trial const& one) { return trial(board, one); })},
            {"scalePlan", or_null(idea.scale_plan, scale_plan)}};
}

Json round(board::VoteRound const& round) {
    auto const tally = [](board::Tally const& one) { return Json{{"idea", id(one.idea.value)}, {"dots", one.dots}}; };
    return {{"no", round.no.value},
            {"state", word(round.state)},
            {"dots", round.dots},
            {"maxPerIdea", round.max_per_idea},
            {"method", word(round.method)},
            {"openedOn", iso(round.opened_on)},
            {"ballots", round.ballots},
            {"candidates", list_of(round.candidates, [](board::IdeaId one) { return id(one.value); })},
            {"tallies", list_of(round.tallies, tally)}};
}

Json held_step(board::HeldStep const& step) {
    return {{"title", step.plan.title},           {"hint", step.plan.hint},
            {"minutes", step.plan.minutes},       {"opens", word(step.plan.opens)},
            {"extraMinutes", step.extra_minutes}, {"usedMs", step.used.count()}};
}

/// Of who was away only how many.
Json held_meeting(board::HeldMeeting const& meeting) {
    auto const instant = [](board::Instant at) { return Json(board::to_iso(at)); };
    return {{"no", meeting.no},
            {"kind", word(meeting.kind)},
            {"date", iso(meeting.on)},
            {"openedAt", board::to_iso(meeting.opened_at)},
            {"closedAt", or_null(meeting.closed_at, instant)},
            {"steps", list_of(meeting.steps, held_step)},
            {"step", meeting.step},
            {"runningSince", or_null(meeting.running_since, instant)},
            {"away", meeting.away.size()}};
}

Json obstacle(board::Obstacle const& one) {
    return {{"id", id(one.id.value)},         {"text", one.text},
            {"raisedOn", iso(one.raised_on)}, {"promised", or_null(one.promised)},
            {"answer", one.answer},           {"answeredOn", or_null(one.answered_on)}};
}

/// What is told of a statement's answers: nothing, how many and their mean, or each.
Json pulse_statement(board::PulseRound const& round, std::size_t i) {
    PulseTold const how = told(round, i);
    bool const nothing = how == PulseTold::Nothing;
    return {{"text", round.statements[i]},
            {"answers", nothing ? Json() : Json(pulse_answers(round, i))},
            {"mean", nothing ? Json() : Json(*pulse_mean(round, i))},
            {"counts", how == PulseTold::Answers ? Json(round.counts[i]) : Json()}};
}

Json pulse(board::PulseRound const& round) {
    Json statements = Json::array();
    for (std::size_t i = 0; i < round.statements.size(); ++i)
        statements.push_back(pulse_statement(round, i));
    return {{"no", round.no},
            {"state", word(round.state)},
            {"openedOn", iso(round.opened_on)},
            {"closedOn", or_null(round.closed_on)},
            {"smallestGroup", round.smallest_group},
            {"statements", statements}};
}

/// How many there are of each, so that whoever reads can see that nothing is missing.
Json complete(Board const& board) {
    std::size_t trials = 0, check_ins = 0;
    for (board::Idea const& idea : board.ideas)
        for (board::Trial const& trial : idea.trials) {
            ++trials;
            check_ins += trial.check_ins.size();
        }
    return {{"ideas", board.ideas.size()},
            {"trials", trials},
            {"checkIns", check_ins},
            {"rounds", board.rounds.size()},
            {"meetings", board.meetings.size()},
            {"obstacles", board.obstacles.size()},
            {"pulses", board.pulses.size()}};
}

} // namespace

std::string to_json(Takeaway const& takeaway) {
    Board const& board = takeaway.board();
    Json const out = {{"format", json_format},
                      {"version", json_version},
                      {"course", course(board.course)},
                      {"participants", list_of(board.participants, participant)},
                      {"ideas", list_of(board.ideas, [&](board::Idea const& one) { return idea(board, one); })},
                      {"order", list_of(board.order, [](board::IdeaId one) { return id(one.value); })},
                      {"rounds", list_of(board.rounds, round)},
                      {"photos", photo_bytes(takeaway.photos())},
                      {"seats", list_of(board.seats, [](board::ParticipantId one) { return id(one.value); })},
                      {"meetings", list_of(board.meetings, held_meeting)},
                      {"obstacles", list_of(board.obstacles, obstacle)},
                      {"pulses", list_of(board.pulses, pulse)},
                      {"complete", complete(board)}};
    // Text on a board is valid UTF-8; were it not, U+FFFD is written rather than nothing.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace exporters
