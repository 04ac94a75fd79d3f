// The fields of every event and its parts, named once: the same list writes the JSON and reads it.
// What has been released is read for ever. A field that came later is `io.later(name, field, default)`: it is written
// only when it says something else than its default, which is what an event without it means.
#pragma once

#include "store/event_words.h"

namespace store {

// Parts.

template <class Io> void fields(Io& io, board::Meeting& x) {
    io("no", x.no);
    io("date", x.date);
}

template <class Io> void fields(Io& io, board::Settings& x) {
    io("wip_limit", x.wip_limit);
    io("max_dots_per_idea", x.max_dots_per_idea);
    io("leader_votes", x.leader_votes);
    io.later("leader_last", x.leader_last, true);
    io.later("smallest_group", x.smallest_group, 5);
    io.later("meetings_start", x.meetings_start, 9 * 60);
}

template <class Io> void fields(Io& io, board::Frames& x) {
    io("can_decide", x.can_decide);
    io("must_ask", x.must_ask);
    io("fixed", x.fixed);
}

template <class Io> void fields(Io& io, board::AgendaStep& x) {
    io("title", x.title);
    io("hint", x.hint);
    io("minutes", x.minutes);
    io("opens", x.opens);
}

template <class Io> void fields(Io& io, board::OwnAgenda& x) {
    io("kind", x.kind);
    io("steps", x.steps);
}

template <class Io> void fields(Io& io, board::Course& x) {
    io("name", x.name);
    io("workplace", x.workplace);
    io("challenge", x.challenge);
    io("meetings", x.meetings);
    io("follow_up", x.follow_up);
    io("settings", x.settings);
    io("fictional", x.fictional);
    io.later("core_task", x.core_task, std::string());
    io.later("frames", x.frames, board::Frames{});
    io("delete_on", x.delete_on);
    io("closed_on", x.closed_on);
    io.later("agendas", x.agendas, std::vector<board::OwnAgenda>());
}

template <class Io> void fields(Io& io, board::InkStroke& x) {
    io("colour", x.colour);
    io("points", x.points);
}

template <class Io> void fields(Io& io, board::Ink& x) {
    io("height", x.height);
    io("strokes", x.strokes);
}

template <class Io> void fields(Io& io, board::Weighing& x) {
    io("effect", x.effect);
    io("effort", x.effort);
}

template <class Io> void fields(Io& io, board::TrialRef& x) {
    io("idea", x.idea);
    io("no", x.no);
}

template <class Io> void fields(Io& io, board::Tally& x) {
    io("idea", x.idea);
    io("dots", x.dots);
}

template <class Io> void fields(Io& io, board::Reading& x) {
    io("value", x.value);
    io("count", x.count);
    io("n", x.n);
    io("from", x.from);
    io("to", x.to);
}

template <class Io> void fields(Io& io, board::Measure& x) {
    io("name", x.name);
    io("unit", x.unit);
    io("kind", x.kind);
    io("better", x.better);
    io("baseline", x.baseline);
    io("target", x.target);
    io("source", x.source);
    io.later("basis", x.basis, board::Basis::Measured);
    io("target_on", x.target_on);
}

template <class Io> void fields(Io& io, board::Guard& x) {
    io("name", x.name);
    io("unit", x.unit);
    io("comparison", x.comparison);
    io("limit", x.limit);
    io("baseline", x.baseline);
}

template <class Io> void fields(Io& io, board::TrialPlan& x) {
    io("assumption", x.assumption);
    io("what", x.what);
    io("owner", x.owner);
    io("scope", x.scope);
    io("from", x.from);
    io("to", x.to);
    io("changed", x.changed);
    io("can_decide", x.can_decide);
    io("affected_asked", x.affected_asked);
    io("experience_only", x.experience_only);
    io("measure", x.measure);
    io("guard", x.guard);
}

template <class Io> void fields(Io& io, board::ComparisonGroup& x) {
    io("who", x.who);
    io("before", x.before);
    io("after", x.after);
}

template <class Io> void fields(Io& io, board::TrialOutcome& x) {
    io("carried_out", x.carried_out);
    io("what_happened", x.what_happened);
    io("learning", x.learning);
    io("result", x.result);
    io("guard_result", x.guard_result);
    io("experience", x.experience);
    io("comparison", x.comparison);
}

template <class Io> void fields(Io& io, board::Place& x) {
    io("name", x.name);
    io("responsible", x.responsible);
    io("due", x.due);
    io("state", x.state);
}

template <class Io> void fields(Io& io, board::FollowUp& x) {
    io("date", x.date);
    io("holds", x.holds);
    io("value", x.value);
}

template <class Io> void fields(Io& io, board::ScalePlan& x) {
    io("trial_no", x.trial_no);
    io("what_now", x.what_now);
    io("what_stops", x.what_stops);
    io("responsible", x.responsible);
    io("places", x.places);
    io("follow_ups", x.follow_ups);
    io("rolled_back", x.rolled_back);
}

template <class Io> void fields(Io& io, board::Photo& x) {
    io("hash", x.hash);
    io("width", x.width);
    io("height", x.height);
}

template <class Io> void fields(Io& io, board::CheckIn& x) {
    io("on", x.on);
    io("state", x.state);
    io("line", x.line);
}

template <class Io> void fields(Io& io, board::MeasurePoint& x) {
    io("on", x.on);
    io("reading", x.reading);
    io("note", x.note);
}

// Events.

template <class Io> void fields(Io& io, board::CourseCreated& x) { io("course", *x.course); }

template <class Io> void fields(Io& io, board::CourseEdited& x) {
    io("name", x.name);
    io("workplace", x.workplace);
    io("challenge", x.challenge);
}

template <class Io> void fields(Io& io, board::MeetingsPlanned& x) {
    io("dates", x.dates);
    io("follow_up", x.follow_up);
}

template <class Io> void fields(Io& io, board::SettingsChanged& x) { io("settings", x.settings); }

template <class Io> void fields(Io& io, board::ParticipantAdded& x) {
    io("id", x.id);
    io("name", x.name);
    io("role", x.role);
}

template <class Io> void fields(Io& io, board::ParticipantEdited& x) {
    io("id", x.id);
    io("name", x.name);
    io("role", x.role);
    io("active", x.active);
}

template <class Io> void fields(Io& io, board::IdeaAdded& x) {
    io("id", x.id);
    io("no", x.no);
    io("text", x.text);
    io("colour", x.colour);
    io("author", x.author);
    io("builds_on", x.builds_on);
    io("problem", x.problem);
    io("proposal", x.proposal);
    io("on", x.on);
    io.later("masked", x.masked, false);
}

template <class Io> void fields(Io& io, board::IdeaEdited& x) {
    io("id", x.id);
    io("text", x.text);
}

template <class Io> void fields(Io& io, board::IdeaRecoloured& x) {
    io("id", x.id);
    io("colour", x.colour);
}

template <class Io> void fields(Io& io, board::IdeaInked& x) {
    io("id", x.id);
    io("ink", x.ink);
}

template <class Io> void fields(Io& io, board::IdeaTagged& x) {
    io("id", x.id);
    io("areas", x.areas);
}

template <class Io> void fields(Io& io, board::IdeaWeighed& x) {
    io("id", x.id);
    io("weighing", x.weighing);
}

template <class Io> void fields(Io& io, board::IdeaPlaced& x) {
    io("id", x.id);
    io("before", x.before);
}

template <class Io> void fields(Io& io, board::IdeaSelected& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaDeselected& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaParked& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("revisit", x.revisit);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaResumed& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaMerged& x) {
    io("id", x.id);
    io("into", x.into);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::IdeaSplit& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RoundOpened& x) {
    io("no", x.no);
    io("candidates", x.candidates);
    io("dots", x.dots);
    io("max_per_idea", x.max_per_idea);
    io("method", x.method);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RoundClosed& x) {
    io("no", x.no);
    io("ballots", x.ballots);
    io("tallies", x.tallies);
}

template <class Io> void fields(Io& io, board::RoundAnnulled& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::TrialPlanned& x) {
    io("trial", x.trial);
    io("plan", *x.plan);
}

template <class Io> void fields(Io& io, board::TrialStarted& x) {
    io("trial", x.trial);
    io("on", x.on);
    io.later("over_limit_reason", x.over_limit_reason, std::string());
}

template <class Io> void fields(Io& io, board::OutcomeNoted& x) {
    io("trial", x.trial);
    io("outcome", *x.outcome);
}

template <class Io> void fields(Io& io, board::TrialDecided& x) {
    io("trial", x.trial);
    io("decision", x.decision);
    io("reason", x.reason);
    io("revisit", x.revisit);
    io("leader_confirmed", x.leader_confirmed);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::ScalePlanWritten& x) {
    io("id", x.id);
    io("plan", x.plan);
}

template <class Io> void fields(Io& io, board::PlaceStateSet& x) {
    io("id", x.id);
    io("place", x.place);
    io("state", x.state);
}

template <class Io> void fields(Io& io, board::PutIntoOperation& x) {
    io("id", x.id);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::RolledBack& x) {
    io("id", x.id);
    io("reason", x.reason);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::FollowedUp& x) {
    io("id", x.id);
    io("follow_up", x.follow_up);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::FramesWritten& x) {
    io("core_task", x.core_task);
    io("frames", x.frames);
}

template <class Io> void fields(Io& io, board::DeletionDateSet& x) { io("on", x.on); }

template <class Io> void fields(Io& io, board::CourseClosed& x) { io("on", x.on); }

template <class Io> void fields(Io& io, board::ParticipantsSeated& x) { io("around", x.around); }

template <class Io> void fields(Io& io, board::IdeaPictured& x) {
    io("id", x.id);
    io("photo", x.photo);
}

template <class Io> void fields(Io& io, board::IdeasRevealed& x) { io("shuffled", x.shuffled); }

template <class Io> void fields(Io& io, board::CheckedIn& x) {
    io("trial", x.trial);
    io("check_in", x.check_in);
}

template <class Io> void fields(Io& io, board::PointNoted& x) {
    io("trial", x.trial);
    io("point", x.point);
}

template <class Io> void fields(Io& io, board::MeasureChanged& x) {
    io("trial", x.trial);
    io("measure", *x.measure);
    io("guard", *x.guard);
    io("reason", x.reason);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::MeetingOpened& x) {
    io("no", x.no);
    io("kind", x.kind);
    io("steps", x.steps);
    io("away", x.away);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::StepBegun& x) {
    io("no", x.no);
    io("step", x.step);
}

template <class Io> void fields(Io& io, board::ClockPaused& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::ClockResumed& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::MinutesAdded& x) {
    io("no", x.no);
    io("step", x.step);
    io("minutes", x.minutes);
}

template <class Io> void fields(Io& io, board::AwaySet& x) {
    io("no", x.no);
    io("away", x.away);
}

template <class Io> void fields(Io& io, board::AgendaChanged& x) {
    io("no", x.no);
    io("rest", x.rest);
}

template <class Io> void fields(Io& io, board::MeetingClosed& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::AgendaKept& x) {
    io("kind", x.kind);
    io("steps", x.steps);
}

template <class Io> void fields(Io& io, board::ObstacleRaised& x) {
    io("id", x.id);
    io("text", x.text);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::AnswerPromised& x) {
    io("id", x.id);
    io("by", x.by);
}

template <class Io> void fields(Io& io, board::ObstacleAnswered& x) {
    io("id", x.id);
    io("answer", x.answer);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::PulseOpened& x) {
    io("no", x.no);
    io("statements", x.statements);
    io("smallest_group", x.smallest_group);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::PulseClosed& x) {
    io("no", x.no);
    io("counts", x.counts);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::PulseAnnulled& x) { io("no", x.no); }

template <class Io> void fields(Io& io, board::Undone& x) { io("operation", x.operation); }

} // namespace store
