// Why a command was refused. `text` turns it into a sentence (assets/strings, [refusal]); the
// numbers and the name fill the sentence's gaps.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace board {

enum class Rule {
    TextEmpty,     ///< »Skriv noget først.«
    TextTooLong,   ///< limit: characters allowed
    LooksLikeCpr,  ///< refused, whatever is said
    LooksPersonal, ///< refused until it is confirmed
    NoSuchIdea,    ///< »Idéen er taget ned.«
    NoSuchParticipant,
    NoSuchTrial,
    NoSuchRound,
    CourseExists,
    NoCourse,
    BoardFull,       ///< limit: ideas
    WrongStage,      ///< the idea is not where this can be done
    IdeaIsCandidate, ///< not while it is voted on
    ReasonMissing,
    RevisitMissing, ///< parking needs a day to take it up again
    RevisitInPast,
    MergedWithItself,
    IdeaHasTrials, ///< what was planned or tried would be lost
    MergeIsFinal,  ///< a round has been opened since
    InkOffGrid,    ///< a point, a width or the height out of range, or an empty stroke
    InkFull,       ///< limit: points
    RoundAlreadyOpen,
    RoundIsOpen,      ///< not while any round is open
    RoundNotOpen,     ///< »Afstemningen er lukket.«
    TooFewCandidates, ///< limit: at least
    DotsOutOfRange,   ///< limit: at most
    TooManyDots,      ///< »12 sedler med 3 prikker giver højst 36. Her er 41.« ballots, dots, limit, number
    NoBallots,
    NotVotedOn, ///< the idea was not in a closed round, and no reason is given
    AssumptionMissing,
    WhatMissing,
    OwnerMissing,
    ScopeMissing,
    DatesMissing,
    EndsBeforeStart, ///< »Slutdatoen ligger før startdatoen.«
    MeasureMissing,  ///< neither a measure nor »vi måler kun oplevelse«
    BaselineMissing, ///< »Udgangspunktet mangler. …«
    TargetMissing,
    NumberOutOfRange, ///< number fields: not finite, negative where none can be; limit
    CannotDecide,     ///< kan selv afgøre is no, or not answered
    AffectedNotAsked,
    ChangeMissing, ///< hvad er ændret siden sidst?
    WipFull,       ///< »Tavlen er fuld: I har allerede 3 i gang.« limit
    TrialNotDraft,
    TrialNotRunning,
    WhatHappenedMissing,
    LearningMissing, ///< »Stoppet er også et resultat. Hvad lærte vi?«
    ResultMissing,
    ScaleNeedsReason, ///< target missed or guard broken: a reason and the leader are needed
    GuardBroken,      ///< »Målet er nået, men værnet er brudt. Overvej at justere.« – a reason is needed
    LeaderMustConfirm,
    PlacesMissing,
    PlacesNotInUse, ///< not every place is »i brug«; number: those that are not
    ResponsibleMissing,
    NoSuchPlace,
    SettingOutOfRange,   ///< limit
    NothingToUndo,       ///< it is undone already, or never was
    CannotUndo,          ///< this kind cannot be undone
    SomethingStandsOnIt, ///< a later change concerns the same thing
    NoOpenMeeting,
    MeetingAlreadyOpen,
    AgendaOutOfRange, ///< limit
    NoSuchStep,
    CourseIsClosed,
    LooseEnds, ///< number: ideas without a decision
    NoSuchObstacle,
    PulseAlreadyOpen,
    PulseNotOpen,
    StatementsOutOfRange, ///< limit
    PhotoUnusable,
    NothingMasked,
    IdeaIsMasked, ///< it was written in silence, and is not shown yet
    NoMeasure,
    MeasureHasFigures, ///< figures were read by the old kind and unit
    ReadingIncomplete,
    DayToCome,
    SmallestGroupOutOfRange, ///< number: at least; limit: at most
};

struct Refusal {
    Rule rule;
    std::int64_t number = 0;
    std::int64_t limit = 0;
    std::int64_t ballots = 0;
    std::int64_t dots = 0;
    std::string name;
    bool operator==(Refusal const&) const = default;
};

template <class T> using Result = tl::expected<T, Refusal>;

} // namespace board
