// What happened. Events are written once and read for ever (store/event_json.h gives each a version);
// none of them holds a vote of a person.
#pragma once

#include "board/course.h"
#include "board/idea.h"
#include "board/indirect.h"
#include "board/meeting.h"
#include "board/one_of.h"
#include "board/pulse.h"
#include "board/vote.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace board {

struct CourseCreated {
    Indirect<Course> course;
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
    bool masked = false;
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
    Indirect<TrialPlan> plan;
};
struct TrialStarted {
    TrialRef trial;
    Date on;
    std::string over_limit_reason{};
};
struct OutcomeNoted {
    TrialRef trial;
    Indirect<TrialOutcome> outcome;
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
struct FramesWritten {
    std::string core_task;
    Frames frames;
};
struct DeletionDateSet {
    std::optional<Date> on;
};
struct CourseClosed {
    Date on;
};
struct ParticipantsSeated {
    std::vector<ParticipantId> around;
};
struct IdeaPictured {
    IdeaId id;
    std::optional<Photo> photo;
};
struct IdeasRevealed {
    std::vector<IdeaId> shuffled;
};
struct CheckedIn {
    TrialRef trial;
    CheckIn check_in;
};
struct PointNoted {
    TrialRef trial;
    MeasurePoint point;
};
struct MeasureChanged {
    TrialRef trial;
    Indirect<std::optional<Measure>> measure;
    Indirect<std::optional<Guard>> guard;
    std::string reason;
    Date on;
};
struct MeetingOpened {
    int no = 0;
    MeetingKind kind = MeetingKind::Start;
    std::vector<AgendaStep> steps;
    std::vector<ParticipantId> away;
    Date on;
};
struct StepBegun {
    int no = 0; ///< the meeting's
    int step = 0;
};
struct ClockPaused {
    int no = 0;
};
struct ClockResumed {
    int no = 0;
};
struct MinutesAdded {
    int no = 0;
    int step = 0;
    int minutes = 0;
};
struct AwaySet {
    int no = 0;
    std::vector<ParticipantId> away;
};
struct AgendaChanged {
    int no = 0;
    std::vector<AgendaStep> rest; ///< the steps after the one that is on
};
struct MeetingClosed {
    int no = 0;
};
struct AgendaKept {
    MeetingKind kind = MeetingKind::Start;
    std::vector<AgendaStep> steps; ///< none: the course has no own agenda for it any more
};
struct ObstacleRaised {
    ObstacleId id;
    std::string text;
    Date on;
};
struct AnswerPromised {
    ObstacleId id;
    Date by;
};
struct ObstacleAnswered {
    ObstacleId id;
    std::string answer;
    Date on;
};
struct PulseOpened {
    int no = 0;
    std::vector<std::string> statements;
    int smallest_group = fewest_pulse_answers;
    Date on;
};
struct PulseClosed {
    int no = 0;
    std::vector<std::vector<int>> counts;
    Date on;
};
struct PulseAnnulled {
    int no = 0;
};
/// The events of that operation no longer count.
struct Undone {
    OperationId operation;
};

// One a line, so that two who add one each do not meet.
// clang-format off
using AnyEvent = std::variant<
    CourseCreated,
    CourseEdited,
    MeetingsPlanned,
    SettingsChanged,
    ParticipantAdded,
    ParticipantEdited,
    IdeaAdded,
    IdeaEdited,
    IdeaRecoloured,
    IdeaInked,
    IdeaTagged,
    IdeaWeighed,
    IdeaPlaced,
    IdeaSelected,
    IdeaDeselected,
    IdeaParked,
    IdeaResumed,
    IdeaMerged,
    IdeaSplit,
    RoundOpened,
    RoundClosed,
    RoundAnnulled,
    TrialPlanned,
    TrialStarted,
    OutcomeNoted,
    TrialDecided,
    ScalePlanWritten,
    PlaceStateSet,
    PutIntoOperation,
    RolledBack,
    FollowedUp,
    FramesWritten,
    DeletionDateSet,
    CourseClosed,
    ParticipantsSeated,
    IdeaPictured,
    IdeasRevealed,
    CheckedIn,
    PointNoted,
    MeasureChanged,
    MeetingOpened,
    StepBegun,
    ClockPaused,
    ClockResumed,
    MinutesAdded,
    AwaySet,
    AgendaChanged,
    MeetingClosed,
    AgendaKept,
    ObstacleRaised,
    AnswerPromised,
    ObstacleAnswered,
    PulseOpened,
    PulseClosed,
    PulseAnnulled,
    Undone>;
// clang-format on

/// A variant this wide is dear to compile wherever one is made, copied or destroyed: all that is done once, in event.cpp.
struct Event : AnyEvent {
    Event();
    template <class E>
    requires OneOf<E, AnyEvent> Event(E event) : AnyEvent(std::in_place_type<E>, std::move(event)) {}
    Event(Event const& other);
    Event(Event&& other) noexcept;
    Event& operator=(Event const& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
};

/// An event as it is kept: which operation it belongs to, when, and where in the order.
struct Record {
    std::int64_t sequence = 0; ///< 1, 2, 3 … in its file; 0 before it is stored
    OperationId operation;
    Instant at;
    Event event;
};

} // namespace board
