// Which sentence each rule has. A rule without its row does not compile.
#include "text/words.h"

#include <array>
#include <utility>

namespace text {
namespace {

using board::Rule;

constexpr auto rule_names = std::to_array<std::pair<Rule, std::string_view>>({
    {Rule::TextEmpty, "text_empty"},
    {Rule::TextTooLong, "text_too_long"},
    {Rule::LooksLikeCpr, "looks_like_cpr"},
    {Rule::LooksPersonal, "looks_personal"},
    {Rule::NoSuchIdea, "no_such_idea"},
    {Rule::NoSuchParticipant, "no_such_participant"},
    {Rule::NoSuchTrial, "no_such_trial"},
    {Rule::NoSuchRound, "no_such_round"},
    {Rule::CourseExists, "course_exists"},
    {Rule::NoCourse, "no_course"},
    {Rule::BoardFull, "board_full"},
    {Rule::WrongStage, "wrong_stage"},
    {Rule::IdeaIsCandidate, "idea_is_candidate"},
    {Rule::ReasonMissing, "reason_missing"},
    {Rule::RevisitMissing, "revisit_missing"},
    {Rule::RevisitInPast, "revisit_in_past"},
    {Rule::MergedWithItself, "merged_with_itself"},
    {Rule::IdeaHasTrials, "idea_has_trials"},
    {Rule::MergeIsFinal, "merge_is_final"},
    {Rule::InkOffGrid, "ink_off_grid"},
    {Rule::InkFull, "ink_full"},
    {Rule::RoundAlreadyOpen, "round_already_open"},
    {Rule::RoundIsOpen, "round_is_open"},
    {Rule::RoundNotOpen, "round_not_open"},
    {Rule::TooFewCandidates, "too_few_candidates"},
    {Rule::DotsOutOfRange, "dots_out_of_range"},
    {Rule::TooManyDots, "too_many_dots"},
    {Rule::NoBallots, "no_ballots"},
    {Rule::NotVotedOn, "not_voted_on"},
    {Rule::AssumptionMissing, "assumption_missing"},
    {Rule::WhatMissing, "what_missing"},
    {Rule::OwnerMissing, "owner_missing"},
    {Rule::ScopeMissing, "scope_missing"},
    {Rule::DatesMissing, "dates_missing"},
    {Rule::EndsBeforeStart, "ends_before_start"},
    {Rule::MeasureMissing, "measure_missing"},
    {Rule::BaselineMissing, "baseline_missing"},
    {Rule::TargetMissing, "target_missing"},
    {Rule::NumberOutOfRange, "number_out_of_range"},
    {Rule::CannotDecide, "cannot_decide"},
    {Rule::AffectedNotAsked, "affected_not_asked"},
    {Rule::ChangeMissing, "change_missing"},
    {Rule::WipFull, "wip_full"},
    {Rule::TrialNotDraft, "trial_not_draft"},
    {Rule::TrialNotRunning, "trial_not_running"},
    {Rule::WhatHappenedMissing, "what_happened_missing"},
    {Rule::LearningMissing, "learning_missing"},
    {Rule::ResultMissing, "result_missing"},
    {Rule::ScaleNeedsReason, "scale_needs_reason"},
    {Rule::GuardBroken, "guard_broken"},
    {Rule::LeaderMustConfirm, "leader_must_confirm"},
    {Rule::PlacesMissing, "places_missing"},
    {Rule::PlacesNotInUse, "places_not_in_use"},
    {Rule::ResponsibleMissing, "responsible_missing"},
    {Rule::NoSuchPlace, "no_such_place"},
    {Rule::SettingOutOfRange, "setting_out_of_range"},
    {Rule::NothingToUndo, "nothing_to_undo"},
    {Rule::CannotUndo, "cannot_undo"},
    {Rule::SomethingStandsOnIt, "something_stands_on_it"},
    {Rule::NoOpenMeeting, "no_open_meeting"},
    {Rule::MeetingAlreadyOpen, "meeting_already_open"},
    {Rule::AgendaOutOfRange, "agenda_out_of_range"},
    {Rule::NoSuchStep, "no_such_step"},
    {Rule::CourseIsClosed, "course_is_closed"},
    {Rule::LooseEnds, "loose_ends"},
    {Rule::NoSuchObstacle, "no_such_obstacle"},
    {Rule::PulseAlreadyOpen, "pulse_already_open"},
    {Rule::PulseNotOpen, "pulse_not_open"},
    {Rule::StatementsOutOfRange, "statements_out_of_range"},
    {Rule::PhotoUnusable, "photo_unusable"},
    {Rule::NothingMasked, "nothing_masked"},
    {Rule::IdeaIsMasked, "idea_is_masked"},
    {Rule::NoMeasure, "no_measure"},
    {Rule::MeasureHasFigures, "measure_has_figures"},
    {Rule::ReadingIncomplete, "reading_incomplete"},
    {Rule::DayToCome, "day_to_come"},
    {Rule::SmallestGroupOutOfRange, "smallest_group_out_of_range"},
});

constexpr bool in_order() {
    for (std::size_t i = 0; i < rule_names.size(); ++i)
        if (rule_names[i].first != static_cast<Rule>(i))
            return false;
    return true;
}
static_assert(in_order() && rule_names.back().first == Rule::SmallestGroupOutOfRange);

} // namespace

std::string refusal_key(board::Rule rule) {
    return "refusal." + std::string(rule_names[static_cast<std::size_t>(rule)].second);
}

} // namespace text
