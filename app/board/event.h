// What happened. Events are written once and read for ever (store/event_json.h gives each a version);
// none of them holds a vote of a person.
#pragma once

#include "board/course.h"
#include "board/idea.h"
#include "board/vote.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace board {

struct CourseCreated {
    Course course;
};
struct CourseEdited {
    std::string name, workplace, challenge;
};
struct MeetingsPlanned {
    std::vector<Date> dates;
    std::optional<Date> follow_up;
};
struct SettingsChanged {
    Settings settings;
};
struct ParticipantAdded {
    ParticipantId id;
    std::string name;
    Role role = Role::Employee;
};
struct ParticipantEdited {
    ParticipantId id;
    std::string name;
    Role role = Role::Employee;
    bool active = true;
};
struct IdeaAdded {
    IdeaId id;
    int no = 0;
    std::string text;
    NoteColour colour = NoteColour::Yellow;
    std::optional<ParticipantId> author;
    std::optional<IdeaId> builds_on;
    std::string problem;
    std::string proposal;
    Date on;
};
struct IdeaEdited {
    IdeaId id;
    std::string text;
};
struct IdeaRecoloured {
    IdeaId id;
    NoteColour colour = NoteColour::Yellow;
};
struct IdeaInked {
    IdeaId id;
    std::optional<Ink> ink;
};
struct IdeaTagged {
    IdeaId id;
    std::vector<EffectArea> areas;
};
struct IdeaWeighed {
    IdeaId id;
    std::optional<Weighing> weighing;
};
struct IdeaPlaced {
    IdeaId id;
    std::optional<IdeaId> before;
};
struct IdeaSelected {
    IdeaId id;
    std::string reason;
    Date on;
};
struct IdeaDeselected {
    IdeaId id;
    Date on;
};
struct IdeaParked {
    IdeaId id;
    std::string reason;
    Date revisit;
    Date on;
};
struct IdeaResumed {
    IdeaId id;
    Date on;
};
struct IdeaMerged {
    IdeaId id;
    IdeaId into;
    Date on;
};
struct IdeaSplit {
    IdeaId id;
    Date on;
};
struct RoundOpened {
    RoundNo no;
    std::vector<IdeaId> candidates;
    int dots = 0;
    int max_per_idea = 1;
    BallotMethod method = BallotMethod::Screen;
    Date on;
};
struct RoundClosed {
    RoundNo no;
    int ballots = 0;
    std::vector<Tally> tallies;
};
struct RoundAnnulled {
    RoundNo no;
};
struct TrialPlanned {
    TrialRef trial;
    TrialPlan plan;
};
struct TrialStarted {
    TrialRef trial;
    Date on;
};
struct OutcomeNoted {
    TrialRef trial;
    TrialOutcome outcome;
};
struct TrialDecided {
    TrialRef trial;
    Decision decision = Decision::Adjust;
    std::string reason;
    std::optional<Date> revisit;
    bool leader_confirmed = false;
    Date on;
};
struct ScalePlanWritten {
    IdeaId id;
    ScalePlan plan;
};
struct PlaceStateSet {
    IdeaId id;
    int place = 0;
    PlaceState state = PlaceState::NotBegun;
};
struct PutIntoOperation {
    IdeaId id;
    Date on;
};
struct RolledBack {
    IdeaId id;
    std::string reason;
    Date on;
};
struct FollowedUp {
    IdeaId id;
    FollowUp follow_up;
    Date on;
};
/// The events of that operation no longer count.
struct Undone {
    OperationId operation;
};

using Event = std::variant<
    CourseCreated, CourseEdited, MeetingsPlanned, SettingsChanged, ParticipantAdded, ParticipantEdited, IdeaAdded,
    IdeaEdited, IdeaRecoloured, IdeaInked, IdeaTagged, IdeaWeighed, IdeaPlaced, IdeaSelected, IdeaDeselected,
    IdeaParked, IdeaResumed, IdeaMerged, IdeaSplit, RoundOpened, RoundClosed, RoundAnnulled, TrialPlanned, TrialStarted,
    OutcomeNoted, TrialDecided, ScalePlanWritten, PlaceStateSet, PutIntoOperation, RolledBack, FollowedUp, Undone>;

/// An event as it is kept: which operation it belongs to, when, and where in the order.
struct Record {
    std::int64_t sequence = 0; ///< 1, 2, 3 … in its file; 0 before it is stored
    OperationId operation;
    Instant at;
    Event event;
};

} // namespace board
