// The table behind subjects.h: every event answers for itself, so that a new kind cannot be forgotten.
#include "board/subjects.h"

namespace board {

namespace {

using Subjects = std::vector<Subject>;

Subject about(Subject::Kind kind) { return {.kind = kind, .uuid = {}, .number = 0}; }
Subject about(IdeaId id) { return {.kind = Subject::Kind::Idea, .uuid = id.value, .number = 0}; }
Subject about(ParticipantId id) { return {.kind = Subject::Kind::Participant, .uuid = id.value, .number = 0}; }
Subject about(RoundNo no) { return {.kind = Subject::Kind::Round, .uuid = {}, .number = no.value}; }

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
    Subjects operator()(Undone const&) const { return {}; }
};

struct LeansOn {
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
        return event.plan.owner ? Subjects{about(*event.plan.owner)} : Subjects{};
    }
    template <class Other> Subjects operator()(Other const&) const { return {}; }
};

} // namespace

std::vector<Subject> subjects_of(Event const& event) { return std::visit(Changed{}, event); }

std::vector<Subject> leans_on(Event const& event) { return std::visit(LeansOn{}, event); }

bool is_undoable(Event const& event) {
    return !std::holds_alternative<CourseCreated>(event) && !std::holds_alternative<RoundOpened>(event) &&
           !std::holds_alternative<RoundClosed>(event) && !std::holds_alternative<RoundAnnulled>(event) &&
           !std::holds_alternative<Undone>(event);
}

} // namespace board
