// What people ask for. A command is a wish: `decide` grants it as events, or refuses with a reason.
#pragma once

#include "board/course.h"
#include "board/idea.h"
#include "board/meeting.h"
#include "board/one_of.h"
#include "board/vote.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace board {

/// Said by the writer when a text looks like personal data but is not.
enum class PersonalData { NotConfirmed, Confirmed };
/// The leader stood by and said yes; a tap, not a signature.
enum class LeaderSays { NotAsked, Yes };

/// Whether ideas with more dots may be passed over without a word: only while an old board is told again.
enum class PassingOver { NeedsReason, WasSaid };

struct CreateCourse {
    Course course;
};
struct EditCourse {
    std::string name, workplace, challenge;
};
struct PlanMeetings {
    std::vector<Date> dates;
    std::optional<Date> follow_up;
};
struct ChangeSettings {
    Settings settings;
};

struct WriteFrames {
    std::string core_task;
    Frames frames;
};
struct SetDeletionDate {
    std::optional<Date> on;
};
/// Ends the course; nothing may be left open on it.
struct CloseCourse {};

struct AddParticipant {
    ParticipantId id;
    std::string name;
    Role role = Role::Employee;
};
struct EditParticipant {
    ParticipantId id;
    std::string name;
    Role role = Role::Employee;
    bool active = true;
};

/// Who sits where, around the table.
struct SeatParticipants {
    std::vector<ParticipantId> around;
};

struct AddIdea {
    IdeaId id;
    std::string text;
    NoteColour colour = NoteColour::Yellow;
    std::optional<ParticipantId> author;
    std::optional<IdeaId> builds_on;
    std::string problem;
    std::string proposal;
    PersonalData personal = PersonalData::NotConfirmed;
    std::optional<Ink> ink = {};     ///< with ink the text may be empty; ink without strokes is none
    std::optional<Photo> photo = {}; ///< with a photo the text may be empty
    bool masked = false;             ///< written in silence
};
struct EditIdea {
    IdeaId id;
    std::string text;
    PersonalData personal = PersonalData::NotConfirmed;
};
struct RecolourIdea {
    IdeaId id;
    NoteColour colour;
};
/// Changes what is drawn on the idea; nothing, or no strokes: takes it away.
struct DrawOnIdea {
    IdeaId id;
    std::optional<Ink> ink;
};
/// Puts a photo on the idea, or takes it away.
struct PictureIdea {
    IdeaId id;
    std::optional<Photo> photo;
};
/// Shows all that was written in silence; they lie on the wall in this order, which tells nothing of who wrote when.
struct RevealIdeas {
    std::vector<IdeaId> shuffled;
};
/// In any order; what stands twice counts once.
struct TagIdea {
    IdeaId id;
    std::vector<EffectArea> areas;
};
/// Nothing takes the idea off the picture of indsats and effekt.
struct WeighIdea {
    IdeaId id;
    std::optional<Weighing> weighing;
};
/// Lays the idea before another on the wall, or last.
struct PlaceIdea {
    IdeaId id;
    std::optional<IdeaId> before;
};

/// Transition 1. A reason is needed for an idea that no closed round had, and for one that passes others over.
struct SelectIdea {
    IdeaId id;
    std::string reason;
    PassingOver passing_over = PassingOver::NeedsReason;
};
/// Back from selected to new, while no trial has been written.
struct DeselectIdea {
    IdeaId id;
};
/// Transitions 7 and 8.
struct ParkIdea {
    IdeaId id;
    std::string reason;
    Date revisit;
};
/// Transition 9.
struct ResumeIdea {
    IdeaId id;
};

/// Transition 10: what both say becomes one idea, under the text of `into`.
struct MergeIdeas {
    IdeaId id;
    IdeaId into;
};
/// Back from merged to new, until a round has been opened since.
struct SplitIdea {
    IdeaId id;
};

struct OpenRound {
    std::vector<IdeaId> candidates;
    int dots = 0;
    int max_per_idea = 1;
    BallotMethod method = BallotMethod::Screen;
};
/// The totals, from the ballot box or from paper, written once.
struct CloseRound {
    RoundNo round;
    int ballots = 0;
    std::vector<Tally> tallies;
};
struct AnnulRound {
    RoundNo round;
};

/// Writes the plan of trial `trial.no`: a new draft when that is the next number, else the draft there.
struct WriteTrialPlan {
    TrialRef trial;
    TrialPlan plan;
    PersonalData personal = PersonalData::NotConfirmed;
};
/// Transitions 2 and 4.
struct StartTrial {
    TrialRef trial;
    std::string over_limit_reason = {}; ///< the facilitator's, when the limit of running trials is reached
};
/// Said in passing while the trial runs; with a figure it is a point of its measure too.
struct CheckInTrial {
    TrialRef trial;
    CheckInState state = CheckInState::OnTrack;
    std::string line;
    std::optional<Reading> reading;
    PersonalData personal = PersonalData::NotConfirmed;
};
struct NotePoint {
    TrialRef trial;
    MeasurePoint point;
};
/// The facilitator changes what was locked at the start; the card says so from then on.
struct ChangeMeasure {
    TrialRef trial;
    std::optional<Measure> measure;
    std::optional<Guard> guard;
    std::string reason;
};
/// Notes what happened so far; allowed while the trial runs.
struct NoteOutcome {
    TrialRef trial;
    TrialOutcome outcome;
    PersonalData personal = PersonalData::NotConfirmed;
};
/// Transitions 3, 5, 6 and 7: ends the running trial.
struct DecideTrial {
    TrialRef trial;
    Decision decision = Decision::Adjust;
    std::string reason;
    std::optional<Date> revisit; ///< for Park
    LeaderSays leader = LeaderSays::NotAsked;
};

struct WriteScalePlan {
    IdeaId id;
    ScalePlan plan;
};
struct SetPlaceState {
    IdeaId id;
    int place = 0;
    PlaceState state = PlaceState::NotBegun;
};
/// Transition 11.
struct PutInOperation {
    IdeaId id;
};
/// Transition 12: back to test, with a new draft.
struct RollBack {
    IdeaId id;
    std::string reason;
};
/// Transitions 13 and 14.
struct NoteFollowUp {
    IdeaId id;
    FollowUp follow_up;
};

/// Opens the next meeting with its agenda.
struct OpenMeeting {
    std::vector<AgendaStep> steps;
    std::vector<ParticipantId> away;
    std::optional<MeetingKind> kind = {}; ///< nothing: the one that is due in the course
};
/// Goes to that step (from 0); its clock runs on from where it was.
struct BeginStep {
    int step = 0;
};
struct PauseClock {};
struct ResumeClock {};
/// More time for the step that is on.
struct AddMinutes {
    int minutes = 5;
};
struct SetAway {
    std::vector<ParticipantId> away;
};
/// Changes the agenda of the open meeting from the step after the one that is on.
struct ChangeAgenda {
    std::vector<AgendaStep> rest;
};
struct CloseMeeting {};
/// The steps become the course's own agenda for that kind of meeting; no steps: the one the program brings again.
struct KeepAgenda {
    MeetingKind kind = MeetingKind::Start;
    std::vector<AgendaStep> steps;
};

struct RaiseObstacle {
    ObstacleId id;
    std::string text;
    PersonalData personal = PersonalData::NotConfirmed;
};
struct PromiseAnswer {
    ObstacleId id;
    Date by;
};
struct AnswerObstacle {
    ObstacleId id;
    std::string answer;
};

struct OpenPulse {
    std::vector<std::string> statements;
};
/// The counters, written once: for each statement how many gave 1 … 5.
struct ClosePulse {
    int no = 0;
    std::vector<std::vector<int>> counts;
};
struct AnnulPulse {
    int no = 0;
};

/// Strikes that operation's events out of the fold.
struct Undo {
    OperationId operation;
};

// One a line, so that two who add one each do not meet.
// clang-format off
using AnyCommand = std::variant<
    CreateCourse,
    EditCourse,
    PlanMeetings,
    ChangeSettings,
    WriteFrames,
    SetDeletionDate,
    CloseCourse,
    AddParticipant,
    EditParticipant,
    SeatParticipants,
    AddIdea,
    EditIdea,
    RecolourIdea,
    DrawOnIdea,
    PictureIdea,
    RevealIdeas,
    TagIdea,
    WeighIdea,
    PlaceIdea,
    SelectIdea,
    DeselectIdea,
    ParkIdea,
    ResumeIdea,
    MergeIdeas,
    SplitIdea,
    OpenRound,
    CloseRound,
    AnnulRound,
    WriteTrialPlan,
    StartTrial,
    CheckInTrial,
    NotePoint,
    ChangeMeasure,
    NoteOutcome,
    DecideTrial,
    WriteScalePlan,
    SetPlaceState,
    PutInOperation,
    RollBack,
    NoteFollowUp,
    OpenMeeting,
    BeginStep,
    PauseClock,
    ResumeClock,
    AddMinutes,
    SetAway,
    ChangeAgenda,
    CloseMeeting,
    KeepAgenda,
    RaiseObstacle,
    PromiseAnswer,
    AnswerObstacle,
    OpenPulse,
    ClosePulse,
    AnnulPulse,
    Undo>;
// clang-format on

/// A variant this wide is dear to compile wherever one is made, copied or destroyed: all that is done once, in command.cpp.
struct Command : AnyCommand {
    template <class C>
    requires OneOf<C, AnyCommand> Command(C command) : AnyCommand(std::in_place_type<C>, std::move(command)) {}
    Command(Command const& other);
    Command(Command&& other) noexcept;
    Command& operator=(Command const& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
};

} // namespace board
