// The table behind subjects.h: every event answers for itself, so that a new kind cannot be forgotten.
#include "board/subjects.h"

namespace board {

namespace {

using Subjects = std::vector<Subject>;

Subject about(Subject::Kind kind) { return {.kind = kind, .uuid = {}, .number = 0}; }
Subject about(IdeaId id) { return {.kind = Subject::Kind::Idea, .uuid = id.value, .number = 0}; }
Subject about(ParticipantId id) { return {.kind = Subject::Kind::Participant, .uuid = id.value, .number = 0}; }
Subject about(RoundNo no) { return {.kind = Subject::Kind::Round, .uuid = {}, .number = no.value}; }

Subject about(ObstacleId id) { return {.kind = Subject::Kind::Obstacle, .uuid = id.value, .number = 0}; }
Subject about_meeting(int no) { return {.kind = Subject::Kind::HeldMeeting, .uuid = {}, .number = no}; }
Subject about_pulse(int no) { return {.kind = Subject::Kind::Pulse, .uuid = {}, .number = no}; }

struct Changed {
    Subjects operator()(CourseCreated const&) const { return {about(Subject::Kind::Course)}; }
    Subjects operator()(CourseEdited const&) const { return {about(Subject::Kind::Course)}; }
    Subjects operator()(MeetingsPlanned const&) const { return {about(Subject::Kind::Meetings)}; }
    Subjects operator()(SettingsChanged const&) const { return {about(Subject::Kind::Settings)}; }
    Subjects operator()(ParticipantAdded const& event) const { return {about(event.id)}; }
    Subjects operator()(ParticipantEdited const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaAdded const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaEdited const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaRecoloured const&) const { return {}; }
    Subjects operator()(IdeaInked const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaTagged const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaWeighed const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaPlaced const&) const { return {}; }
    Subjects operator()(IdeaSelected const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaDeselected const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaParked const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaResumed const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaMerged const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeaSplit const& event) const { return {about(event.id)}; }
    Subjects operator()(RoundOpened const& event) const { return {about(event.no)}; }
    Subjects operator()(RoundClosed const& event) const { return {about(event.no)}; }
    Subjects operator()(RoundAnnulled const& event) const { return {about(event.no)}; }
    Subjects operator()(TrialPlanned const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(TrialStarted const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(OutcomeNoted const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(TrialDecided const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(ScalePlanWritten const& event) const { return {about(event.id)}; }
    Subjects operator()(PlaceStateSet const& event) const { return {about(event.id)}; }
    Subjects operator()(PutIntoOperation const& event) const { return {about(event.id)}; }
    Subjects operator()(RolledBack const& event) const { return {about(event.id)}; }
    Subjects operator()(FollowedUp const& event) const { return {about(event.id)}; }
    Subjects operator()(FramesWritten const&) const { return {about(Subject::Kind::Course)}; }
    Subjects operator()(DeletionDateSet const&) const { return {about(Subject::Kind::Course)}; }
    Subjects operator()(CourseClosed const&) const { return {about(Subject::Kind::Course)}; }
    Subjects operator()(ParticipantsSeated const&) const { return {about(Subject::Kind::Seats)}; }
    Subjects operator()(IdeaPictured const& event) const { return {about(event.id)}; }
    Subjects operator()(IdeasRevealed const&) const { return {}; }
    // Each stands for itself: a neighbour's check-in does not hold mine.
    Subjects operator()(CheckedIn const&) const { return {}; }
    Subjects operator()(PointNoted const&) const { return {}; }
    Subjects operator()(MeasureChanged const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(MeetingOpened const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(StepBegun const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(ClockPaused const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(ClockResumed const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(MinutesAdded const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(AwaySet const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(AgendaChanged const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(MeetingClosed const& event) const { return {about_meeting(event.no)}; }
    Subjects operator()(AgendaKept const&) const { return {about(Subject::Kind::Meetings)}; }
    Subjects operator()(ObstacleRaised const& event) const { return {about(event.id)}; }
    Subjects operator()(AnswerPromised const& event) const { return {about(event.id)}; }
    Subjects operator()(ObstacleAnswered const& event) const { return {about(event.id)}; }
    Subjects operator()(PulseOpened const& event) const { return {about_pulse(event.no)}; }
    Subjects operator()(PulseClosed const& event) const { return {about_pulse(event.no)}; }
    Subjects operator()(PulseAnnulled const& event) const { return {about_pulse(event.no)}; }
    Subjects operator()(Undone const&) const { return {}; }
};

struct LeansOn {
    static Subjects people(std::vector<ParticipantId> const& ids) {
        Subjects subjects;
        for (ParticipantId const id : ids)
            subjects.push_back(about(id));
        return subjects;
    }
    Subjects operator()(IdeaAdded const& event) const {
        Subjects subjects;
        if (event.author)
            subjects.push_back(about(*event.author));
        if (event.builds_on)
            subjects.push_back(about(*event.builds_on));
        return subjects;
    }
    // The other idea's words stay as they were, so whatever is written on it later does not hold the merge.
    Subjects operator()(IdeaMerged const& event) const { return {about(event.into)}; }
    Subjects operator()(RoundOpened const& event) const {
        Subjects subjects;
        for (IdeaId const candidate : event.candidates)
            subjects.push_back(about(candidate));
        return subjects;
    }
    Subjects operator()(TrialPlanned const& event) const {
        return event.plan->owner ? Subjects{about(*event.plan->owner)} : Subjects{};
    }
    Subjects operator()(CheckedIn const& event) const { return {about(event.trial.idea)}; }
    Subjects operator()(PointNoted const& event) const { return {about(event.trial.idea)}; }
    // The meeting before it has ended: it cannot go on beside this one.
    Subjects operator()(MeetingOpened const& event) const {
        Subjects subjects = people(event.away);
        if (event.no > 1)
            subjects.push_back(about_meeting(event.no - 1));
        return subjects;
    }
    Subjects operator()(AwaySet const& event) const { return people(event.away); }
    Subjects operator()(ParticipantsSeated const& event) const { return people(event.around); }
    Subjects operator()(IdeasRevealed const& event) const {
        Subjects subjects;
        for (IdeaId const id : event.shuffled)
            subjects.push_back(about(id));
        return subjects;
    }
    template <class Other> Subjects operator()(Other const&) const { return {}; }
};

} // namespace

std::vector<Subject> subjects_of(Event const& event) { return std::visit(Changed{}, event); }

std::vector<Subject> leans_on(Event const& event) { return std::visit(LeansOn{}, event); }

namespace {

template <class... Kinds> bool holds_one_of(Event const& event) {
    return (std::holds_alternative<Kinds>(event) || ...);
}

} // namespace

// What was seen cannot be unseen.
bool is_undoable(Event const& event) {
    return !holds_one_of<CourseCreated, RoundOpened, RoundClosed, RoundAnnulled, IdeasRevealed, PulseOpened,
                         PulseClosed, PulseAnnulled, Undone>(event);
}

} // namespace board
