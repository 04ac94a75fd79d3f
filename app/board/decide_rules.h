// What the rule files share with each other, and with nobody else: how to grant and refuse, and the checks that
// many commands need. Each command's rules are one `answer`, in the file of its subject.
#pragma once

#include "board/decide.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace board {

using Answer = Result<std::vector<Event>>;

inline Answer grant(Event event) {
    std::vector<Event> events;
    events.push_back(std::move(event));
    return events;
}
inline tl::unexpected<Refusal> refuse(Refusal refusal) { return tl::make_unexpected(std::move(refusal)); }
inline tl::unexpected<Refusal> refuse(Rule rule) {
    Refusal refusal;
    refusal.rule = rule;
    return refuse(std::move(refusal));
}
inline tl::unexpected<Refusal> refuse(Rule rule, std::int64_t limit, std::int64_t number = 0) {
    Refusal refusal;
    refusal.rule = rule;
    refusal.limit = limit;
    refusal.number = number;
    return refuse(std::move(refusal));
}

/// Takes in what people typed: cleans texts, holds numbers to their range, and remembers the first thing wrong.
class Intake {
  public:
    /// For names and reasons: only a CPR number is refused.
    Intake() = default;
    /// For ideas, plans and outcomes: what looks personal must be confirmed as well.
    explicit Intake(PersonalData personal) : m_ask_about_personal(personal == PersonalData::NotConfirmed) {}

    /// The cleaned text. `limit` is in code points.
    std::string text(std::string_view typed, int limit);
    /// The cleaned text, which must not be empty.
    std::string needed_text(std::string_view typed, int limit);
    /// The cleaned text, which may only be empty beside something `drawn`: ink or a photo.
    std::string text_beside(bool drawn, std::string_view typed, int limit);
    /// As it is, when it can be one.
    std::optional<Photo> photo(std::optional<Photo> taken);
    /// As it is; no strokes are no ink.
    std::optional<Ink> ink(std::optional<Ink> drawn);
    double figure(double typed, double lowest = -max_figure, double highest = max_figure);
    int number(int typed, int lowest, int highest);
    /// A figure of the measure's kind.
    double figure_of(MeasureKind kind, double typed);
    /// A reading of that kind; a share's value is worked out from its counts.
    Reading reading(MeasureKind kind, Reading typed);

    std::optional<Refusal> const& refusal() const { return m_refusal; }

  private:
    void note(Rule rule, std::int64_t limit = 0);

    bool m_ask_about_personal = false;
    std::optional<Refusal> m_refusal;
};

/// Nothing when the idea is there, in one of `stages`, shown to all and no candidate of an open round; else why not.
std::optional<Rule> idea_must_be(Board const& board, IdeaId id, std::initializer_list<Stage> stages);
/// Nothing when the trial runs; else why it does not.
std::optional<Rule> trial_must_run(Board const& board, TrialRef ref);
/// What the plan's measure lacks; a trial that measures only the experience needs none.
std::vector<Rule> missing_in_measure(TrialPlan const& plan);
std::optional<Measure> taken_in(std::optional<Measure> measure, Intake& intake);
std::optional<Guard> taken_in(std::optional<Guard> guard, Intake& intake);
std::vector<AgendaStep> taken_in(std::vector<AgendaStep> steps, Intake& intake);
bool is_candidate(Board const& board, IdeaId id);
bool in_closed_round(Board const& board, IdeaId id);

Answer answer(Board const& board, CreateCourse const& wish, Now now);
Answer answer(Board const& board, EditCourse const& wish, Now now);
Answer answer(Board const& board, PlanMeetings const& wish, Now now);
Answer answer(Board const& board, WriteFrames const& wish, Now now);
Answer answer(Board const& board, SetDeletionDate const& wish, Now now);
Answer answer(Board const& board, CloseCourse const& wish, Now now);
Answer answer(Board const& board, SeatParticipants const& wish, Now now);
Answer answer(Board const& board, ChangeSettings const& wish, Now now);
Answer answer(Board const& board, AddParticipant const& wish, Now now);
Answer answer(Board const& board, EditParticipant const& wish, Now now);

Answer answer(Board const& board, AddIdea const& wish, Now now);
Answer answer(Board const& board, EditIdea const& wish, Now now);
Answer answer(Board const& board, RecolourIdea const& wish, Now now);
Answer answer(Board const& board, DrawOnIdea const& wish, Now now);
Answer answer(Board const& board, PictureIdea const& wish, Now now);
Answer answer(Board const& board, RevealIdeas const& wish, Now now);
Answer answer(Board const& board, TagIdea const& wish, Now now);
Answer answer(Board const& board, WeighIdea const& wish, Now now);
Answer answer(Board const& board, PlaceIdea const& wish, Now now);
Answer answer(Board const& board, SelectIdea const& wish, Now now);
Answer answer(Board const& board, DeselectIdea const& wish, Now now);
Answer answer(Board const& board, ParkIdea const& wish, Now now);
Answer answer(Board const& board, ResumeIdea const& wish, Now now);

Answer answer(Board const& board, MergeIdeas const& wish, Now now);
Answer answer(Board const& board, SplitIdea const& wish, Now now);

Answer answer(Board const& board, OpenRound const& wish, Now now);
Answer answer(Board const& board, CloseRound const& wish, Now now);
Answer answer(Board const& board, AnnulRound const& wish, Now now);

Answer answer(Board const& board, WriteTrialPlan const& wish, Now now);
Answer answer(Board const& board, StartTrial const& wish, Now now);
Answer answer(Board const& board, NoteOutcome const& wish, Now now);
Answer answer(Board const& board, DecideTrial const& wish, Now now);

Answer answer(Board const& board, CheckInTrial const& wish, Now now);
Answer answer(Board const& board, NotePoint const& wish, Now now);
Answer answer(Board const& board, ChangeMeasure const& wish, Now now);

Answer answer(Board const& board, WriteScalePlan const& wish, Now now);
Answer answer(Board const& board, SetPlaceState const& wish, Now now);
Answer answer(Board const& board, PutInOperation const& wish, Now now);
Answer answer(Board const& board, RollBack const& wish, Now now);
Answer answer(Board const& board, NoteFollowUp const& wish, Now now);

Answer answer(Board const& board, OpenMeeting const& wish, Now now);
Answer answer(Board const& board, BeginStep const& wish, Now now);
Answer answer(Board const& board, PauseClock const& wish, Now now);
Answer answer(Board const& board, ResumeClock const& wish, Now now);
Answer answer(Board const& board, AddMinutes const& wish, Now now);
Answer answer(Board const& board, SetAway const& wish, Now now);
Answer answer(Board const& board, ChangeAgenda const& wish, Now now);
Answer answer(Board const& board, CloseMeeting const& wish, Now now);
Answer answer(Board const& board, KeepAgenda const& wish, Now now);

Answer answer(Board const& board, RaiseObstacle const& wish, Now now);
Answer answer(Board const& board, PromiseAnswer const& wish, Now now);
Answer answer(Board const& board, AnswerObstacle const& wish, Now now);

Answer answer(Board const& board, OpenPulse const& wish, Now now);
Answer answer(Board const& board, ClosePulse const& wish, Now now);
Answer answer(Board const& board, AnnulPulse const& wish, Now now);

Answer answer(Board const& board, Undo const& wish, Now now);

} // namespace board
