// The fold: what each event does to a board. It knows no rules; what names something that is not there
// (because the operation that made it was undone) does nothing.
#include "board/apply.h"

#include "board/subjects.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <set>
#include <unordered_map>

namespace board {

namespace {

/// The end of an id is chance.
struct IdeaIdHash {
    std::size_t operator()(IdeaId id) const {
        std::size_t hash = 0;
        std::memcpy(&hash, &id.value.bytes[sizeof id.value.bytes - sizeof hash], sizeof hash);
        return hash;
    }
};

using IdeaIndex = std::unordered_map<IdeaId, std::size_t, IdeaIdHash>;

Trial* find_in(Idea* idea, int no) {
    bool const there = idea && no >= 1 && no <= static_cast<int>(idea->trials.size());
    return there ? &idea->trials[static_cast<std::size_t>(no) - 1] : nullptr;
}

void move_to(Idea& idea, Stage stage, Date on) {
    if (idea.stage != stage)
        idea.stage_since = on;
    idea.stage = stage;
}

/// The draft after an ended trial: what will most likely stay is filled in, what must be thought of anew is not.
void add_next_draft(Idea& idea) {
    Trial draft;
    draft.no = static_cast<int>(idea.trials.size()) + 1;
    draft.plan = idea.trials.back().plan;
    draft.plan.from.reset();
    draft.plan.to.reset();
    draft.plan.changed.clear();
    draft.plan.affected_asked = false;
    idea.trials.push_back(std::move(draft));
}

class Applier {
  public:
    /// `index` finds ideas fast and is kept up to date; without one they are searched for.
    Applier(Board& board, Instant at, IdeaIndex* index) : m_board(board), m_at(at), m_index(index) {}

    /// Places for running trials that this event made, as `Done::room`.
    int room() const { return m_room; }

    void operator()(CourseCreated const& event) { m_board.course = *event.course; }
    void operator()(CourseEdited const& event) {
        m_board.course.name = event.name;
        m_board.course.workplace = event.workplace;
        m_board.course.challenge = event.challenge;
    }
    void operator()(MeetingsPlanned const& event) {
        m_board.course.meetings = meetings_on(event.dates);
        m_board.course.follow_up = event.follow_up;
    }
    void operator()(SettingsChanged const& event) {
        m_room = event.settings.wip_limit - m_board.course.settings.wip_limit;
        m_board.course.settings = event.settings;
    }
    void operator()(ParticipantAdded const& event) {
        if (!find_participant(m_board, event.id))
            m_board.participants.push_back({.id = event.id, .name = event.name, .role = event.role, .active = true});
    }
    void operator()(ParticipantEdited const& event) {
        for (Participant& participant : m_board.participants) {
            if (participant.id == event.id)
                participant = {.id = event.id, .name = event.name, .role = event.role, .active = event.active};
        }
    }

    void operator()(FramesWritten const& event) {
        m_board.course.core_task = event.core_task;
        m_board.course.frames = event.frames;
    }
    void operator()(DeletionDateSet const& event) { m_board.course.delete_on = event.on; }
    void operator()(CourseClosed const& event) { m_board.course.closed_on = event.on; }
    void operator()(ParticipantsSeated const& event) { m_board.seats = event.around; }

    void operator()(IdeaAdded const& event);
    void operator()(IdeaEdited const& event) {
        if (Idea* idea = find(event.id))
            idea->text = event.text;
    }
    void operator()(IdeaRecoloured const& event) {
        if (Idea* idea = find(event.id))
            idea->colour = event.colour;
    }
    void operator()(IdeaInked const& event) {
        if (Idea* idea = find(event.id))
            idea->ink = event.ink;
    }
    void operator()(IdeaPictured const& event) {
        if (Idea* idea = find(event.id))
            idea->photo = event.photo;
    }
    void operator()(IdeasRevealed const& event);
    void operator()(IdeaTagged const& event) {
        if (Idea* idea = find(event.id))
            idea->areas = event.areas;
    }
    void operator()(IdeaWeighed const& event) {
        if (Idea* idea = find(event.id))
            idea->weighing = event.weighing;
    }
    void operator()(IdeaPlaced const& event);
    void operator()(IdeaSelected const& event) {
        if (Idea* idea = move(event.id, Stage::Selected, event.on))
            idea->selection_reason = event.reason;
    }
    void operator()(IdeaDeselected const& event) {
        if (Idea* idea = move(event.id, Stage::New, event.on))
            idea->selection_reason.clear();
    }
    void operator()(IdeaParked const& event) {
        if (Idea* idea = move(event.id, Stage::Parked, event.on))
            idea->parking = Parking{event.reason, event.revisit};
    }
    void operator()(IdeaResumed const& event) {
        if (Idea* idea = move(event.id, Stage::New, event.on)) {
            idea->parking.reset();
            idea->selection_reason.clear();
        }
    }

    // What was merged into this one earlier stays merged into it: so a split gives back all that the merge took.
    void operator()(IdeaMerged const& event) {
        if (Idea* idea = move(event.id, Stage::Merged, event.on)) {
            idea->merged_into = event.into;
            idea->merged_after = RoundNo{static_cast<int>(m_board.rounds.size())};
        }
    }
    void operator()(IdeaSplit const& event) {
        if (Idea* idea = move(event.id, Stage::New, event.on)) {
            idea->merged_into.reset();
            idea->merged_after = {};
        }
    }

    void operator()(RoundOpened const& event);
    void operator()(RoundClosed const& event) {
        if (VoteRound* round = find(event.no)) {
            round->state = RoundState::Closed;
            round->ballots = event.ballots;
            round->tallies = event.tallies;
        }
    }
    void operator()(RoundAnnulled const& event) {
        if (VoteRound* round = find(event.no))
            round->state = RoundState::Annulled;
    }

    void operator()(TrialPlanned const& event);
    void operator()(TrialStarted const& event);
    void operator()(OutcomeNoted const& event) {
        if (Trial* trial = find_in(find(event.trial.idea), event.trial.no))
            trial->outcome = *event.outcome;
    }
    void operator()(TrialDecided const& event);

    void operator()(ScalePlanWritten const& event) {
        if (Idea* idea = find(event.id))
            idea->scale_plan = event.plan;
    }
    void operator()(PlaceStateSet const& event);
    void operator()(PutIntoOperation const& event) { move(event.id, Stage::Operation, event.on); }
    void operator()(RolledBack const& event);
    void operator()(FollowedUp const& event);
    void operator()(CheckedIn const& event) {
        if (Trial* trial = find_in(find(event.trial.idea), event.trial.no))
            trial->check_ins.push_back(event.check_in);
    }
    void operator()(PointNoted const& event) {
        if (Trial* trial = find_in(find(event.trial.idea), event.trial.no))
            trial->points.push_back(event.point);
    }
    void operator()(MeasureChanged const& event);

    void operator()(MeetingOpened const& event);
    void operator()(StepBegun const& event);
    void operator()(ClockPaused const& event) {
        if (HeldMeeting* meeting = find_meeting(event.no))
            stop_clock(*meeting);
    }
    void operator()(ClockResumed const& event) {
        if (HeldMeeting* meeting = find_meeting(event.no); meeting && !meeting->running_since)
            meeting->running_since = m_at;
    }
    void operator()(MinutesAdded const& event) {
        if (HeldMeeting* meeting = find_meeting(event.no); meeting && has_step(*meeting, event.step))
            meeting->steps[static_cast<std::size_t>(event.step)].extra_minutes += event.minutes;
    }
    void operator()(AwaySet const& event) {
        if (HeldMeeting* meeting = find_meeting(event.no))
            meeting->away = event.away;
    }
    void operator()(AgendaChanged const& event);
    void operator()(MeetingClosed const& event) {
        if (HeldMeeting* meeting = find_meeting(event.no)) {
            stop_clock(*meeting);
            meeting->closed_at = m_at;
        }
    }

    void operator()(AgendaKept const& event) {
        auto& agendas = m_board.course.agendas;
        std::erase_if(agendas, [&](OwnAgenda const& own) { return own.kind == event.kind; });
        auto const after = std::find_if(agendas.begin(), agendas.end(),
                                        [&](OwnAgenda const& own) { return own.kind > event.kind; });
        if (!event.steps.empty())
            agendas.insert(after, {event.kind, event.steps});
    }

    void operator()(ObstacleRaised const& event) {
        if (!find_obstacle(m_board, event.id))
            m_board.obstacles.push_back({.id = event.id, .text = event.text, .raised_on = event.on});
    }
    void operator()(AnswerPromised const& event) {
        for (Obstacle& obstacle : m_board.obstacles)
            if (obstacle.id == event.id)
                obstacle.promised = event.by;
    }
    void operator()(ObstacleAnswered const& event) {
        for (Obstacle& obstacle : m_board.obstacles)
            if (obstacle.id == event.id) {
                obstacle.answer = event.answer;
                obstacle.answered_on = event.on;
            }
    }

    void operator()(PulseOpened const& event) {
        m_board.pulses.push_back({.no = event.no,
                                  .statements = event.statements,
                                  .opened_on = event.on,
                                  .smallest_group = event.smallest_group});
    }
    void operator()(PulseClosed const& event) {
        if (PulseRound* round = find_pulse(event.no)) {
            round->state = RoundState::Closed;
            round->counts = event.counts;
            round->closed_on = event.on;
        }
    }
    void operator()(PulseAnnulled const& event) {
        if (PulseRound* round = find_pulse(event.no))
            round->state = RoundState::Annulled;
    }
    void operator()(Undone const&) { assert(false && "an undo strikes from the history: fold it again"); }

  private:
    Idea* find(IdeaId id);
    VoteRound* find(RoundNo no);
    HeldMeeting* find_meeting(int no);
    PulseRound* find_pulse(int no);
    static bool has_step(HeldMeeting const& meeting, int step) {
        return step >= 0 && step < static_cast<int>(meeting.steps.size());
    }
    void stop_clock(HeldMeeting& meeting) const;
    /// The idea, moved to that stage; nothing when it is not there.
    Idea* move(IdeaId id, Stage stage, Date on);
    void follow(TrialDecided const& event, Idea& idea, Trial const& trial);

    Board& m_board;
    Instant m_at;
    IdeaIndex* m_index;
    int m_room = 0;
};

Idea* Applier::find(IdeaId id) {
    if (m_index) {
        auto const found = m_index->find(id);
        return found == m_index->end() ? nullptr : &m_board.ideas[found->second];
    }
    auto const found = std::find_if(m_board.ideas.begin(), m_board.ideas.end(),
                                    [id](Idea const& idea) { return idea.id == id; });
    return found == m_board.ideas.end() ? nullptr : &*found;
}

VoteRound* Applier::find(RoundNo no) {
    bool const there = no.value >= 1 && no.value <= static_cast<int>(m_board.rounds.size());
    return there ? &m_board.rounds[static_cast<std::size_t>(no.value) - 1] : nullptr;
}

HeldMeeting* Applier::find_meeting(int no) {
    auto const found = std::find_if(m_board.meetings.begin(), m_board.meetings.end(),
                                    [no](HeldMeeting const& meeting) { return meeting.no == no; });
    return found == m_board.meetings.end() ? nullptr : &*found;
}

PulseRound* Applier::find_pulse(int no) {
    auto const found = std::find_if(m_board.pulses.begin(), m_board.pulses.end(),
                                    [no](PulseRound const& round) { return round.no == no; });
    return found == m_board.pulses.end() ? nullptr : &*found;
}

/// What the step has used so far stays with it.
void Applier::stop_clock(HeldMeeting& meeting) const {
    if (has_step(meeting, meeting.step))
        meeting.steps[static_cast<std::size_t>(meeting.step)].used = time_used(meeting, meeting.step, m_at);
    meeting.running_since.reset();
}

Idea* Applier::move(IdeaId id, Stage stage, Date on) {
    Idea* idea = find(id);
    if (idea)
        move_to(*idea, stage, on);
    return idea;
}

void Applier::operator()(IdeaAdded const& event) {
    if (find(event.id))
        return;
    if (m_index)
        m_index->emplace(event.id, m_board.ideas.size());
    m_board.last_idea_no = std::max(m_board.last_idea_no, event.no);
    m_board.order.push_back(event.id);
    Idea& idea = m_board.ideas.emplace_back();
    idea.id = event.id;
    idea.no = event.no;
    idea.text = event.text;
    idea.problem = event.problem;
    idea.proposal = event.proposal;
    idea.colour = event.colour;
    idea.author = event.author;
    idea.builds_on = event.builds_on;
    idea.created_at = m_at;
    idea.stage_since = event.on;
    idea.masked = event.masked;
}

void Applier::operator()(IdeaPlaced const& event) {
    auto& order = m_board.order;
    auto const from = std::find(order.begin(), order.end(), event.id);
    if (from == order.end() || event.before == event.id)
        return;
    order.erase(from);
    auto const to = event.before ? std::find(order.begin(), order.end(), *event.before) : order.end();
    order.insert(to, event.id);
}

/// The shuffled ones take the places that they held among all, in their new order.
void Applier::operator()(IdeasRevealed const& event) {
    auto& order = m_board.order;
    auto const is_shuffled = [&](IdeaId id) {
        return std::find(event.shuffled.begin(), event.shuffled.end(), id) != event.shuffled.end();
    };
    std::vector<IdeaId> shuffled;
    for (IdeaId const id : event.shuffled) {
        if (Idea* idea = find(id); idea && std::find(shuffled.begin(), shuffled.end(), id) == shuffled.end()) {
            idea->masked = false;
            shuffled.push_back(id);
        }
    }
    std::size_t next = 0;
    for (IdeaId& place : order)
        if (is_shuffled(place) && next < shuffled.size())
            place = shuffled[next++];
}

void Applier::operator()(MeasureChanged const& event) {
    Trial* trial = find_in(find(event.trial.idea), event.trial.no);
    if (!trial)
        return;
    trial->plan.measure = *event.measure;
    trial->plan.guard = *event.guard;
    trial->measure_changed = event.on;
    trial->measure_change_reason = event.reason;
}

void Applier::operator()(MeetingOpened const& event) {
    HeldMeeting& meeting = m_board.meetings.emplace_back();
    meeting.no = event.no;
    meeting.kind = event.kind;
    meeting.on = event.on;
    meeting.opened_at = m_at;
    for (AgendaStep const& step : event.steps)
        meeting.steps.emplace_back().plan = step;
    meeting.running_since = m_at;
    meeting.away = event.away;
}

void Applier::operator()(StepBegun const& event) {
    HeldMeeting* meeting = find_meeting(event.no);
    if (!meeting || !has_step(*meeting, event.step))
        return;
    stop_clock(*meeting);
    meeting->step = event.step;
    meeting->running_since = m_at;
}

void Applier::operator()(AgendaChanged const& event) {
    HeldMeeting* meeting = find_meeting(event.no);
    if (!meeting || !has_step(*meeting, meeting->step))
        return;
    auto const rest = meeting->steps.begin() + meeting->step + 1;
    std::vector<HeldStep> before(rest, meeting->steps.end());
    meeting->steps.erase(rest, meeting->steps.end());
    for (AgendaStep const& step : event.rest) {
        HeldStep& held = meeting->steps.emplace_back();
        // Somebody may have gone back to an earlier step: what a later one has used stays with it.
        auto const same = std::find_if(before.begin(), before.end(),
                                       [&](HeldStep const& one) { return one.plan.title == step.title; });
        if (same != before.end()) {
            held = *same;
            before.erase(same);
        }
        held.plan = step;
    }
}

void Applier::operator()(RoundOpened const& event) {
    VoteRound& round = m_board.rounds.emplace_back();
    round.no = event.no;
    round.candidates = event.candidates;
    round.dots = event.dots;
    round.max_per_idea = event.max_per_idea;
    round.method = event.method;
    round.opened_on = event.on;
}

void Applier::operator()(TrialPlanned const& event) {
    Idea* idea = find(event.trial.idea);
    if (!idea)
        return;
    if (event.trial.no == static_cast<int>(idea->trials.size()) + 1)
        idea->trials.emplace_back().no = event.trial.no;
    if (Trial* trial = find_in(idea, event.trial.no))
        trial->plan = *event.plan;
}

void Applier::operator()(TrialStarted const& event) {
    Idea* idea = find(event.trial.idea);
    Trial* trial = find_in(idea, event.trial.no);
    if (!trial)
        return;
    trial->state = TrialState::Running;
    trial->started_on = event.on;
    trial->over_limit_reason = event.over_limit_reason;
    move_to(*idea, Stage::Test, event.on);
    m_room = -1;
}

void Applier::operator()(TrialDecided const& event) {
    Idea* idea = find(event.trial.idea);
    Trial* trial = find_in(idea, event.trial.no);
    if (!trial)
        return;
    trial->state = TrialState::Ended;
    trial->decision = event.decision;
    trial->decision_reason = event.reason;
    trial->decided_on = event.on;
    m_room = 1;
    follow(event, *idea, *trial);
}

void Applier::follow(TrialDecided const& event, Idea& idea, Trial const& trial) {
    switch (event.decision) {
    case Decision::Scale:
        idea.scale_plan.emplace();
        idea.scale_plan->trial_no = trial.no;
        idea.scale_plan->what_now = trial.plan.what;
        return move_to(idea, Stage::Scaling, event.on);
    case Decision::Adjust: return add_next_draft(idea);
    case Decision::Park:
        idea.parking = Parking{event.reason, event.revisit.value_or(event.on)};
        return move_to(idea, Stage::Parked, event.on);
    case Decision::Stop: return move_to(idea, Stage::Stopped, event.on);
    }
}

void Applier::operator()(PlaceStateSet const& event) {
    Idea* idea = find(event.id);
    bool const there = idea && idea->scale_plan && event.place >= 0 &&
                       event.place < static_cast<int>(idea->scale_plan->places.size());
    if (there)
        idea->scale_plan->places[static_cast<std::size_t>(event.place)].state = event.state;
}

void Applier::operator()(RolledBack const& event) {
    Idea* idea = find(event.id);
    if (!idea || !idea->scale_plan || idea->trials.empty())
        return;
    idea->scale_plan->rolled_back = event.reason;
    add_next_draft(*idea);
    move_to(*idea, Stage::Test, event.on);
}

void Applier::operator()(FollowedUp const& event) {
    Idea* idea = find(event.id);
    if (!idea || !idea->scale_plan || idea->trials.empty())
        return;
    idea->scale_plan->follow_ups.push_back(event.follow_up);
    if (event.follow_up.holds != Holds::No)
        return;
    add_next_draft(*idea);
    move_to(*idea, Stage::Test, event.on);
}

void add(std::vector<Subject>& to, std::vector<Subject> more) {
    if (to.empty())
        to = std::move(more); // as nearly always: a fold takes in all there ever was
    else
        to.insert(to.end(), more.begin(), more.end());
}

void apply_with(Board& board, Record const& record, IdeaIndex* index) {
    Applier applier{board, record.at, index};
    std::visit(applier, record.event);

    if (board.done.empty() || board.done.back().operation != record.operation)
        board.done.emplace_back().operation = record.operation;
    Done& done = board.done.back();
    add(done.subjects, subjects_of(record.event));
    add(done.leans_on, leans_on(record.event));
    done.undoable = done.undoable && is_undoable(record.event);
    done.room += applier.room();
}

std::set<OperationId> struck_out(std::span<Record const> records) {
    std::set<OperationId> struck;
    for (Record const& record : records) {
        if (auto const* undone = std::get_if<Undone>(&record.event))
            struck.insert(undone->operation);
    }
    return struck;
}

} // namespace

Board fold(std::span<Record const> records) {
    auto const struck = struck_out(records);
    Board board;
    board.done.reserve(records.size());
    IdeaIndex index;
    for (Record const& record : records) {
        auto const* added = std::get_if<IdeaAdded>(&record.event);
        if (struck.contains(record.operation)) // a number stays given, though its idea is gone
            board.last_idea_no = added ? std::max(board.last_idea_no, added->no) : board.last_idea_no;
        else if (!std::holds_alternative<Undone>(record.event))
            apply_with(board, record, &index);
    }
    return board;
}

void apply(Board& board, Record const& record) { apply_with(board, record, nullptr); }

} // namespace board
