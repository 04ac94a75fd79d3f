// How the tests bring ideas to where they need them.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;

namespace board_tests {

char const* name_of(Given given) {
    switch (given) {
    case Given::New: return "new";
    case Given::Candidate: return "candidate";
    case Given::Selected: return "selected";
    case Given::Drafted: return "drafted";
    case Given::Running: return "running";
    case Given::Reviewed: return "reviewed";
    case Given::Adjusted: return "adjusted";
    case Given::Scaling: return "scaling";
    case Given::Operation: return "operation";
    case Given::Parked: return "parked";
    case Given::Stopped: return "stopped";
    case Given::Merged: return "merged";
    }
    return "?";
}

Uuid fresh_uuid() {
    static std::int64_t next = 0;
    return make_uuid_v7(++next, {});
}

Wall Wall::with_course() {
    Wall wall;
    wall.must(a_course());
    wall.must(a_participant());
    return wall;
}

std::optional<Refusal> Wall::ask(Command const& command) {
    auto events = decide(board, command, now);
    if (!events)
        return events.error();
    OperationId const operation{fresh_uuid()};
    bool strikes = false;
    for (Event& event : *events) {
        strikes = strikes || std::holds_alternative<Undone>(event);
        records.push_back({static_cast<std::int64_t>(records.size()) + 1, operation, now.at, std::move(event)});
        if (!strikes)
            apply(board, records.back());
    }
    if (strikes)
        board = fold(records);
    auto const broken = broken_invariants(board);
    CHECK_MESSAGE(broken.empty(), (broken.empty() ? "" : broken.front()));
    return std::nullopt;
}

std::optional<Rule> Wall::rule(Command const& command) {
    auto const refusal = ask(command);
    return refusal ? std::optional{refusal->rule} : std::nullopt;
}

OperationId Wall::must(Command const& command) {
    auto const refused = rule(command);
    REQUIRE_MESSAGE(!refused, "refused by rule " << static_cast<int>(refused.value_or(Rule{})));
    return records.back().operation;
}

IdeaId Wall::add_idea(std::string const& text) {
    AddIdea idea = an_idea();
    idea.text = text;
    must(idea);
    return idea.id;
}

IdeaId Wall::idea_at(Given given) {
    IdeaId const id = add_idea();
    auto const through = [&](Given step, Command const& command) {
        must(command);
        return given == step;
    };
    if (given == Given::New)
        return id;
    if (given == Given::Candidate) {
        must(a_round({id, add_idea("Kort indkaldelsesbrev")}));
        return id;
    }
    if (given == Given::Parked) {
        must(a_parking(id));
        return id;
    }
    if (given == Given::Merged) {
        must(MergeIdeas{id, add_idea("Telefontid")});
        return id;
    }
    TrialRef const trial{id, 1};
    if (through(Given::Selected, SelectIdea{id, "Vi vil i gang."}) ||
        through(Given::Drafted, WriteTrialPlan{trial, a_plan(*this)}) || through(Given::Running, StartTrial{trial}) ||
        through(Given::Reviewed, NoteOutcome{trial, an_outcome()}))
        return id;
    if (given == Given::Adjusted || given == Given::Stopped) {
        must(a_decision(trial, given == Given::Stopped ? Decision::Stop : Decision::Adjust));
        return id;
    }
    if (through(Given::Scaling, a_decision(trial, Decision::Scale)))
        return id;
    must(WriteScalePlan{id, a_scale_plan()});
    must(PutInOperation{id});
    return id;
}

Idea const& Wall::idea(IdeaId id) const {
    Idea const* found = find_idea(board, id);
    REQUIRE(found);
    return *found;
}

TrialRef Wall::trial_of(IdeaId id) const { return {id, static_cast<int>(idea(id).trials.size())}; }

CreateCourse a_course() {
    CreateCourse wish;
    wish.course.name = "Jobcenter Eksempelby";
    wish.course.workplace = "Team Sygedagpenge";
    wish.course.challenge = "Hvordan kan vi få mere ro til sagsarbejdet?";
    return wish;
}

AddParticipant a_participant() { return {ParticipantId{fresh_uuid()}, "Gitte", Role::Employee}; }

AddIdea an_idea() {
    AddIdea wish;
    wish.id = IdeaId{fresh_uuid()};
    wish.text = "Fast telefontid";
    return wish;
}

Ink some_ink() { return {.height = ink_grid, .strokes = {{InkColour::Blue, {{10, 10, 8}, {20, 30, 9}}}}}; }

TrialPlan a_plan(Wall const& wall) {
    Measure measure;
    measure.name = "Afbrydelser pr. medarbejder pr. dag";
    measure.baseline.emplace().value = 14;
    measure.target = 8;
    Guard guard;
    guard.name = "Ubesvarede opkald pr. dag";
    guard.limit = 10;

    TrialPlan plan;
    plan.assumption = "Vi tror, at én fast telefontime om dagen halverer afbrydelserne.";
    plan.what = "Telefonen er åben kl. 9–10.";
    plan.owner = wall.somebody();
    plan.scope = "4 af 14 medarbejdere, 3 uger";
    plan.from = monday;
    plan.to = monday + std::chrono::days{21};
    plan.can_decide = CanDecide::Yes;
    plan.affected_asked = true;
    plan.measure = measure;
    plan.guard = guard;
    return plan;
}

TrialOutcome an_outcome() {
    TrialOutcome outcome;
    outcome.what_happened = "Der kom ro.";
    outcome.learning = "Ro til sagsarbejdet virker.";
    outcome.result.emplace().value = 6;
    outcome.guard_result = 9;
    return outcome;
}

ScalePlan a_scale_plan() {
    Place place;
    place.name = "Receptionen";
    place.state = PlaceState::InUse;
    ScalePlan plan;
    plan.what_now = "Telefontid for hele teamet";
    plan.responsible = "Teamleder";
    plan.places = {place};
    return plan;
}

OpenRound a_round(std::vector<IdeaId> candidates) { return {std::move(candidates), 2, 1, BallotMethod::Screen}; }

CloseRound a_count(VoteRound const& round) {
    CloseRound wish{round.no, 3, {}};
    for (IdeaId const candidate : round.candidates)
        wish.tallies.push_back({candidate, 3});
    return wish;
}

DecideTrial a_decision(TrialRef trial, Decision decision) {
    DecideTrial wish;
    wish.trial = trial;
    wish.decision = decision;
    if (decision == Decision::Park) {
        wish.reason = "Vi venter på et nyt system.";
        wish.revisit = monday + std::chrono::days{90};
    }
    if (decision == Decision::Scale)
        wish.leader = LeaderSays::Yes;
    return wish;
}

ParkIdea a_parking(IdeaId idea) { return {idea, "Vi venter på et nyt system.", monday + std::chrono::days{90}}; }

} // namespace board_tests
