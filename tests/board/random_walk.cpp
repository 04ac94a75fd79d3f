// Random commands, legal and not, from many seeds: after each accepted one the invariants hold, and the board kept by
// apply is the board that the whole history makes.
#include "board/text_rules.h"
#include "board/wall.h"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <random>

using namespace board;
using namespace board_tests;

namespace {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}
    int below(int limit) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(limit)); }
    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool one_in(int times) { return below(times) == 0; }
    template <class T> T of(std::vector<T> const& choices) {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

  private:
    std::mt19937_64 m_random;
};

std::string some_text(Dice& dice) {
    if (!dice.one_in(12))
        return dice.of<std::string>({"Fast telefontid", " Kort brev ", "a\u200Bb",
                                     "e\u0301\u0301\u0301\u0301\u0301\u0301", "%s%n", "=1+1", "linje\nlinje",
                                     "\xFF\xC3", "<script>", "æøå"});
    return dice.of<std::string>(
        {"", " \u200B ", "010101-1234", "Ring 12345678", std::string(281, 'a'), std::string(1'001, 'a')});
}

std::string maybe_text(Dice& dice) { return dice.one_in(3) ? "" : some_text(dice); }

IdeaId some_idea(Dice& dice, Wall const& wall, std::initializer_list<Stage> fitting) {
    std::vector<IdeaId> all, fit;
    for (Idea const& idea : wall.board.ideas) {
        all.push_back(idea.id);
        if (std::find(fitting.begin(), fitting.end(), idea.stage) != fitting.end())
            fit.push_back(idea.id);
    }
    if (!fit.empty() && !dice.one_in(5))
        return dice.of(fit);
    return all.empty() || dice.one_in(10) ? IdeaId{fresh_uuid()} : dice.of(all);
}

TrialRef some_trial(Dice& dice, Wall const& wall, TrialState fitting) {
    std::vector<TrialRef> fit;
    for (Idea const& idea : wall.board.ideas) {
        if (latest_trial(idea) && latest_trial(idea)->state == fitting)
            fit.push_back({idea.id, latest_trial(idea)->no});
    }
    if (!fit.empty() && !dice.one_in(5))
        return dice.of(fit);
    return {some_idea(dice, wall, {Stage::Selected, Stage::Test}), dice.between(-1, 3)};
}

ParticipantId some_participant(Dice& dice, Wall const& wall) {
    if (wall.board.participants.empty() || dice.one_in(20))
        return ParticipantId{fresh_uuid()};
    return dice.of(wall.board.participants).id;
}

Date some_day(Dice& dice, Wall const& wall) { return wall.now.today + std::chrono::days{dice.between(-2, 60)}; }

double some_figure(Dice& dice) {
    if (dice.one_in(30))
        return dice.of<double>(
            {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN(), 1e300});
    return dice.of<double>({0, 1, 2.5, 4, 8, 12, 20, -3});
}

Reading some_reading(Dice& dice) {
    Reading reading;
    reading.value = some_figure(dice);
    if (!dice.one_in(3))
        reading.n = dice.between(dice.one_in(10) ? 0 : 4, 20);
    if (!dice.one_in(3))
        reading.count = dice.between(0, 5);
    return reading;
}

TrialPlan some_plan(Dice& dice, Wall const& wall) {
    TrialPlan plan = wall.board.participants.empty() ? TrialPlan{} : a_plan(wall);
    plan.what = some_text(dice);
    plan.changed = dice.one_in(8) ? "" : some_text(dice);
    plan.owner = some_participant(dice, wall);
    plan.from = some_day(dice, wall);
    plan.to = *plan.from + std::chrono::days{dice.between(-1, 30)};
    plan.experience_only = dice.one_in(3);
    if (plan.measure && dice.one_in(3)) {
        plan.measure->kind = dice.of<MeasureKind>(
            {MeasureKind::Number, MeasureKind::Share, MeasureKind::Scale, MeasureKind::Kroner});
        plan.measure->baseline = some_reading(dice);
        plan.measure->target = some_figure(dice);
    }
    if (dice.one_in(4))
        plan.guard.reset();
    if (dice.one_in(8))
        plan.can_decide = dice.of<CanDecide>({CanDecide::Unanswered, CanDecide::Ask, CanDecide::No});
    return plan;
}

TrialOutcome some_outcome(Dice& dice) {
    TrialOutcome outcome = an_outcome();
    outcome.what_happened = dice.one_in(8) ? "" : some_text(dice);
    outcome.learning = some_text(dice);
    if (dice.one_in(3))
        outcome.result = some_reading(dice);
    if (dice.one_in(3))
        outcome.guard_result = some_figure(dice);
    if (dice.one_in(2))
        outcome.experience = dice.of<Experience>({Experience::Better, Experience::Same, Experience::Worse});
    if (dice.one_in(4))
        outcome.comparison = ComparisonGroup{maybe_text(dice), some_reading(dice), some_reading(dice)};
    return outcome;
}

ScalePlan some_scale_plan(Dice& dice) {
    ScalePlan plan = a_scale_plan();
    plan.responsible = dice.one_in(8) ? "" : some_text(dice);
    plan.places[0].name = some_text(dice);
    plan.places[0].state = dice.of<PlaceState>({PlaceState::NotBegun, PlaceState::InUse, PlaceState::InUse});
    if (dice.one_in(8))
        plan.places.clear();
    return plan;
}

CloseRound some_count(Dice& dice, Wall const& wall) {
    VoteRound const* round = open_round(wall.board);
    if (!round || dice.one_in(6))
        return {RoundNo{dice.between(0, 3)}, 1, {}};
    CloseRound count = a_count(*round);
    count.ballots = dice.between(0, 4);
    for (Tally& tally : count.tallies)
        tally.dots = dice.between(0, 3);
    return count;
}

OpenRound some_round(Dice& dice, Wall const& wall) {
    std::vector<IdeaId> candidates;
    for (int candidate = dice.between(1, 4); candidate > 0; --candidate)
        candidates.push_back(some_idea(dice, wall, {Stage::New}));
    return {candidates, dice.between(0, 5), dice.between(1, 2), BallotMethod::Screen};
}

DecideTrial some_decision(Dice& dice, Wall const& wall) {
    DecideTrial wish;
    wish.trial = some_trial(dice, wall, TrialState::Running);
    wish.decision = dice.of<Decision>(
        {Decision::Scale, Decision::Scale, Decision::Adjust, Decision::Park, Decision::Stop});
    wish.reason = maybe_text(dice);
    if (!dice.one_in(4))
        wish.revisit = some_day(dice, wall);
    wish.leader = dice.one_in(4) ? LeaderSays::NotAsked : LeaderSays::Yes;
    return wish;
}

/// Mostly good; else off its grid, with an empty stroke, too much, or none at all.
Ink some_ink(Dice& dice) {
    Ink ink = board_tests::some_ink();
    switch (dice.below(10)) {
    case 0: ink.height = dice.of<int>({-1, 0, 20, tallest_ink + 1}); break;
    case 1: ink.strokes.emplace_back(); break;
    case 2: ink.strokes[0].points.resize(max_ink_points + 1); break;
    case 3: ink.strokes.clear(); break;
    default: ink.strokes[0].points[0].x = dice.between(0, ink_grid);
    }
    return ink;
}

Photo some_photo(Dice& dice) { return {std::string(dice.one_in(5) ? 63U : 64U, 'c'), dice.between(0, 9), 7}; }

AddIdea some_new_idea(Dice& dice, Wall const& wall) {
    AddIdea wish = an_idea();
    wish.text = some_text(dice);
    wish.problem = maybe_text(dice);
    if (dice.one_in(3))
        wish.author = some_participant(dice, wall);
    if (dice.one_in(3))
        wish.builds_on = some_idea(dice, wall, {Stage::Stopped});
    if (dice.one_in(3))
        wish.ink = some_ink(dice);
    if (dice.one_in(4))
        wish.photo = some_photo(dice);
    wish.masked = dice.one_in(6);
    if (dice.one_in(3))
        wish.personal = PersonalData::Confirmed;
    return wish;
}

Undo some_undo(Dice& dice, Wall const& wall) {
    if (wall.records.empty() || dice.one_in(6))
        return {OperationId{fresh_uuid()}};
    int const last = static_cast<int>(wall.records.size()) - 1;
    return {wall.records[static_cast<std::size_t>(dice.between(std::max(0, last - 6), last))].operation};
}

template <class Wish> Wish some(Dice& dice, Wall const& wall);
template <> CreateCourse some(Dice&, Wall const&) { return a_course(); }
template <> EditCourse some(Dice& dice, Wall const&) { return {some_text(dice), "", maybe_text(dice)}; }
template <> PlanMeetings some(Dice& dice, Wall const& wall) {
    return {{some_day(dice, wall), some_day(dice, wall)}, {}};
}
template <> ChangeSettings some(Dice& dice, Wall const&) { return {{dice.between(0, 6), dice.between(1, 5), true}}; }
template <> AddParticipant some(Dice& dice, Wall const&) {
    return {ParticipantId{fresh_uuid()}, some_text(dice), Role::Employee};
}
template <> EditParticipant some(Dice& dice, Wall const& wall) {
    return {some_participant(dice, wall), some_text(dice), Role::Leader, dice.one_in(2)};
}
template <> AddIdea some(Dice& dice, Wall const& wall) { return some_new_idea(dice, wall); }
template <> EditIdea some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::New, Stage::Selected}), some_text(dice)};
}
template <> RecolourIdea some(Dice& dice, Wall const& wall) { return {some_idea(dice, wall, {}), NoteColour::Green}; }
template <> DrawOnIdea some(Dice& dice, Wall const& wall) {
    std::optional<Ink> ink;
    if (!dice.one_in(3))
        ink = some_ink(dice);
    return {some_idea(dice, wall, {Stage::New, Stage::Selected}), ink};
}
template <> TagIdea some(Dice& dice, Wall const& wall) {
    std::vector<EffectArea> areas;
    for (int more = dice.below(4); more > 0; --more)
        areas.push_back(static_cast<EffectArea>(dice.below(static_cast<int>(EffectArea::Money) + 1)));
    return {some_idea(dice, wall, {Stage::New, Stage::Selected}), areas};
}
template <> WeighIdea some(Dice& dice, Wall const& wall) {
    std::optional<Weighing> weighing;
    if (!dice.one_in(3))
        weighing = Weighing{dice.between(-2, 102), dice.between(-2, 102)};
    return {some_idea(dice, wall, {Stage::New, Stage::Selected}), weighing};
}
template <> MergeIdeas some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::New}), some_idea(dice, wall, {Stage::New})};
}
template <> SplitIdea some(Dice& dice, Wall const& wall) { return {some_idea(dice, wall, {Stage::Merged})}; }
template <> PlaceIdea some(Dice& dice, Wall const& wall) {
    std::optional<IdeaId> before;
    if (!dice.one_in(3))
        before = some_idea(dice, wall, {});
    return {some_idea(dice, wall, {}), before};
}
template <> SelectIdea some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::New}), maybe_text(dice)};
}
template <> DeselectIdea some(Dice& dice, Wall const& wall) { return {some_idea(dice, wall, {Stage::Selected})}; }
template <> ParkIdea some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::New, Stage::Selected, Stage::Test}), maybe_text(dice), some_day(dice, wall)};
}
template <> ResumeIdea some(Dice& dice, Wall const& wall) { return {some_idea(dice, wall, {Stage::Parked})}; }
template <> OpenRound some(Dice& dice, Wall const& wall) { return some_round(dice, wall); }
template <> CloseRound some(Dice& dice, Wall const& wall) { return some_count(dice, wall); }
template <> AnnulRound some(Dice& dice, Wall const& wall) {
    VoteRound const* round = open_round(wall.board);
    return {round && !dice.one_in(3) ? round->no : RoundNo{dice.between(0, 3)}};
}
template <> WriteTrialPlan some(Dice& dice, Wall const& wall) {
    IdeaId const id = some_idea(dice, wall, {Stage::Selected, Stage::Test});
    Idea const* idea = find_idea(wall.board, id);
    int const trials = idea ? static_cast<int>(idea->trials.size()) : 0;
    return {{id, dice.between(std::max(1, trials), trials + 1)}, some_plan(dice, wall)};
}
template <> StartTrial some(Dice& dice, Wall const& wall) { return {some_trial(dice, wall, TrialState::Draft)}; }
template <> NoteOutcome some(Dice& dice, Wall const& wall) {
    return {some_trial(dice, wall, TrialState::Running), some_outcome(dice)};
}
template <> DecideTrial some(Dice& dice, Wall const& wall) { return some_decision(dice, wall); }
template <> WriteScalePlan some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::Scaling, Stage::Operation}), some_scale_plan(dice)};
}
template <> SetPlaceState some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::Scaling, Stage::Operation}), dice.between(-1, 1), PlaceState::InUse};
}
template <> PutInOperation some(Dice& dice, Wall const& wall) { return {some_idea(dice, wall, {Stage::Scaling})}; }
template <> RollBack some(Dice& dice, Wall const& wall) {
    return {some_idea(dice, wall, {Stage::Scaling}), dice.one_in(4) ? some_text(dice) : ""};
}
template <> NoteFollowUp some(Dice& dice, Wall const& wall) {
    FollowUp follow_up{wall.now.today, dice.of<Holds>({Holds::Yes, Holds::Partly, Holds::No}), {}};
    if (dice.one_in(2))
        follow_up.value = some_figure(dice);
    return {some_idea(dice, wall, {Stage::Operation}), follow_up};
}
template <> WriteFrames some(Dice& dice, Wall const&) {
    return {maybe_text(dice), {some_text(dice), maybe_text(dice), maybe_text(dice)}};
}
template <> SetDeletionDate some(Dice& dice, Wall const& wall) { return {some_day(dice, wall)}; }
template <> CloseCourse some(Dice&, Wall const&) { return {}; }
template <> SeatParticipants some(Dice& dice, Wall const& wall) {
    return {{some_participant(dice, wall), some_participant(dice, wall)}};
}
template <> PictureIdea some(Dice& dice, Wall const& wall) {
    std::optional<Photo> photo;
    if (!dice.one_in(3))
        photo = some_photo(dice);
    return {some_idea(dice, wall, {Stage::New, Stage::Selected}), photo};
}
template <> RevealIdeas some(Dice& dice, Wall const& wall) {
    std::vector<IdeaId> masked;
    for (Idea const& idea : wall.board.ideas)
        if (idea.masked && !dice.one_in(8))
            masked.insert(masked.begin(), idea.id);
    return {masked};
}
template <> CheckInTrial some(Dice& dice, Wall const& wall) {
    CheckInTrial wish{some_trial(dice, wall, TrialState::Running), CheckInState::Trouble, maybe_text(dice), {}};
    if (dice.one_in(2))
        wish.reading = some_reading(dice);
    return wish;
}
template <> NotePoint some(Dice& dice, Wall const& wall) {
    return {some_trial(dice, wall, TrialState::Running),
            {wall.now.today + std::chrono::days{dice.between(-5, 1)}, some_reading(dice), maybe_text(dice)}};
}
template <> ChangeMeasure some(Dice& dice, Wall const& wall) {
    TrialPlan const plan = some_plan(dice, wall);
    return {some_trial(dice, wall, TrialState::Running), plan.measure, plan.guard, maybe_text(dice)};
}
template <> OpenMeeting some(Dice& dice, Wall const& wall) {
    std::vector<AgendaStep> steps;
    for (int more = dice.below(4); more > 0; --more)
        steps.push_back({some_text(dice), maybe_text(dice), dice.between(0, 30), StepOpens::Vote});
    return {steps, {some_participant(dice, wall)}};
}
template <> BeginStep some(Dice& dice, Wall const&) { return {dice.between(-1, 3)}; }
template <> PauseClock some(Dice&, Wall const&) { return {}; }
template <> ResumeClock some(Dice&, Wall const&) { return {}; }
template <> AddMinutes some(Dice& dice, Wall const&) { return {dice.between(0, 6)}; }
template <> SetAway some(Dice& dice, Wall const& wall) { return {{some_participant(dice, wall)}}; }
template <> KeepAgenda some(Dice& dice, Wall const&) {
    auto const kind = dice.of<MeetingKind>({MeetingKind::Start, MeetingKind::Scaling, MeetingKind::FollowUp});
    std::vector<AgendaStep> steps(dice.one_in(3) ? 0 : 1);
    for (AgendaStep& step : steps)
        step.title = some_text(dice);
    return {kind, steps};
}
template <> ChangeAgenda some(Dice& dice, Wall const&) { return {{{some_text(dice), "", 5, StepOpens::Round}}}; }
template <> CloseMeeting some(Dice&, Wall const&) { return {}; }
ObstacleId some_obstacle(Dice& dice, Wall const& wall) {
    bool const unknown = wall.board.obstacles.empty() || dice.one_in(6);
    return unknown ? ObstacleId{fresh_uuid()} : dice.of(wall.board.obstacles).id;
}
template <> RaiseObstacle some(Dice& dice, Wall const&) { return {ObstacleId{fresh_uuid()}, some_text(dice)}; }
template <> PromiseAnswer some(Dice& dice, Wall const& wall) {
    return {some_obstacle(dice, wall), some_day(dice, wall)};
}
template <> AnswerObstacle some(Dice& dice, Wall const& wall) { return {some_obstacle(dice, wall), some_text(dice)}; }
template <> OpenPulse some(Dice& dice, Wall const&) {
    return {std::vector<std::string>(static_cast<std::size_t>(dice.between(0, 3)), some_text(dice))};
}
template <> ClosePulse some(Dice& dice, Wall const& wall) {
    PulseRound const* round = open_pulse(wall.board);
    std::size_t const rows = round ? round->statements.size() : 1;
    return {round ? round->no : 1, std::vector<std::vector<int>>(rows, {0, 1, dice.between(-1, 3), 2, 0})};
}
template <> AnnulPulse some(Dice& dice, Wall const& wall) {
    PulseRound const* round = open_pulse(wall.board);
    return {round && !dice.one_in(3) ? round->no : dice.between(0, 3)};
}
template <> Undo some(Dice& dice, Wall const& wall) { return some_undo(dice, wall); }

using Maker = Command (*)(Dice&, Wall const&);

template <std::size_t... Index> constexpr auto makers_of(std::index_sequence<Index...>) {
    return std::array<Maker, sizeof...(Index)>{[](Dice& dice, Wall const& wall) -> Command {
        return some<std::variant_alternative_t<Index, AnyCommand>>(dice, wall);
    }...};
}

/// One for each command there is; a new command that has none does not compile.
constexpr auto makers = makers_of(std::make_index_sequence<std::variant_size_v<AnyCommand>>{});

struct Answers {
    std::array<int, makers.size()> granted{}, refused{};
};

/// What can be taken back right away leaves the board as it was, but for the numbers that were given.
void check_undo(Wall const& wall, Board before) {
    Done const& done = wall.board.done.back();
    if (!done.undoable)
        return;
    auto const events = decide(wall.board, Undo{done.operation}, wall.now);
    REQUIRE(events);
    auto records = wall.records;
    records.push_back({0, OperationId{fresh_uuid()}, wall.now.at, events->front()});
    before.last_idea_no = wall.board.last_idea_no;
    CHECK(fold(records) == before);
}

/// Any command; every second time one of a trial or what comes after it, or the walk would seldom get that far.
std::size_t some_kind(Dice& dice) {
    auto const first = Command{WriteTrialPlan{}}.index();
    auto const last = Command{NoteFollowUp{}}.index();
    int const kind = dice.one_in(2) ? dice.between(static_cast<int>(first), static_cast<int>(last))
                                    : dice.below(static_cast<int>(makers.size()));
    return static_cast<std::size_t>(kind);
}

void step(Dice& dice, Wall& wall, Answers& answers) {
    std::size_t const kind = some_kind(dice);
    Command const command = makers[kind](dice, wall);
    Board const before = wall.board;
    if (wall.ask(command)) {
        ++answers.refused[kind];
        CHECK(wall.board == before);
        return;
    }
    ++answers.granted[kind];
    if (!std::holds_alternative<Undo>(command))
        check_undo(wall, before);
    if (dice.one_in(10))
        wall.now.today += std::chrono::days{dice.between(0, 5)};
}

} // namespace

TEST_CASE("random commands never break a board") {
    Answers answers;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Dice dice{seed};
        Wall wall;
        for (int count = 0; count < 1000; ++count)
            step(dice, wall, answers);
        CHECK(fold(wall.records) == wall.board);
    }
    for (std::size_t kind = 0; kind < makers.size(); ++kind) {
        CAPTURE(kind);
        CHECK(answers.granted[kind] > 0);
        CHECK(answers.refused[kind] > 0);
    }
}
