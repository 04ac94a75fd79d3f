// The fields of every event and its parts, named once: the same list writes the JSON and reads it.
// What has been released is read for ever: a changed event gets a new version, its old form is lifted.
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
}

template <class Io> void fields(Io& io, board::Course& x) {
    io("name", x.name);
    io("workplace", x.workplace);
    io("challenge", x.challenge);
    io("meetings", x.meetings);
    io("follow_up", x.follow_up);
    io("settings", x.settings);
    io("fictional", x.fictional);
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
}

template <class Io> void fields(Io& io, board::Measure& x) {
    io("name", x.name);
    io("unit", x.unit);
    io("kind", x.kind);
    io("better", x.better);
    io("baseline", x.baseline);
    io("target", x.target);
    io("source", x.source);
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

template <class Io> void fields(Io& io, board::TrialOutcome& x) {
    io("carried_out", x.carried_out);
    io("what_happened", x.what_happened);
    io("learning", x.learning);
    io("result", x.result);
    io("guard_result", x.guard_result);
    io("experience", x.experience);
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

// Events.

template <class Io> void fields(Io& io, board::CourseCreated& x) { io("course", x.course); }

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
    io("plan", x.plan);
}

template <class Io> void fields(Io& io, board::TrialStarted& x) {
    io("trial", x.trial);
    io("on", x.on);
}

template <class Io> void fields(Io& io, board::OutcomeNoted& x) {
    io("trial", x.trial);
    io("outcome", x.outcome);
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

template <class Io> void fields(Io& io, board::Undone& x) { io("operation", x.operation); }

} // namespace store
