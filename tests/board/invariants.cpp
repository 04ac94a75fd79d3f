// Each invariant, broken by hand: a board that is wrong must be found wrong.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace board;
using namespace board_tests;

namespace {

struct Row {
    char const* name;
    Given given;
    std::function<void(Board&, Idea&)> spoil;
    char const* sentence; ///< part of what must be said
};

std::vector<Row> rows() {
    auto const trial = [](auto spoil) { return [spoil](Board&, Idea& idea) { spoil(idea.trials.back()); }; };
    auto const plan = [](auto spoil) { return [spoil](Board&, Idea& idea) { spoil(idea.trials.back().plan); }; };
    auto const round = [](auto spoil) { return [spoil](Board& board, Idea&) { spoil(board.rounds.back()); }; };
    auto const stage = [](Stage wrong) { return [wrong](Board&, Idea& idea) { idea.stage = wrong; }; };
    return {
        {"gap", Given::Running, trial([](Trial& t) { t.no = 2; }), "numbered 1 to n"},
        {"two running", Given::Running,
         [](Board&, Idea& idea) {
             idea.trials.push_back(idea.trials.back());
             idea.trials.back().no = 2;
         },
         "before the one before it ended"},
        {"limit", Given::Running, [](Board& board, Idea&) { board.course.settings.wip_limit = 0; }, "more trials run"},
        {"after a stop", Given::Adjusted, [](Board&, Idea& idea) { idea.trials[0].decision = Decision::Stop; },
         "stopped the idea"},
        {"nothing changed", Given::Adjusted,
         [](Board&, Idea& idea) {
             idea.trials[1].state = TrialState::Running;
             idea.trials[1].plan = idea.trials[0].plan;
             idea.trials[1].started_on = monday;
         },
         "what changed since the last"},
        {"nothing learned", Given::Stopped, trial([](Trial& t) { t.outcome.learning.clear(); }), "what was learned"},
        {"nothing happened", Given::Adjusted, [](Board&, Idea& idea) { idea.trials[0].outcome.what_happened.clear(); },
         "what happened"},
        {"no result", Given::Scaling, trial([](Trial& t) { t.outcome.result.reset(); }), "without a result"},
        {"no decision", Given::Stopped, trial([](Trial& t) { t.decision.reset(); }), "without a decision"},
        {"decided and running", Given::Running, trial([](Trial& t) { t.decision = Decision::Adjust; }),
         "without an end"},
        {"no target", Given::Running, plan([](TrialPlan& p) { p.measure->target.reset(); }), "neither a measure"},
        {"share", Given::Drafted, plan([](TrialPlan& p) {
             p.measure->kind = MeasureKind::Share;
             p.measure->baseline = share(1, 2);
             p.measure->baseline->value = 49;
         }),
         "not what its counts say"},
        {"dates", Given::Running, plan([](TrialPlan& p) { std::swap(p.from, p.to); }), "ends before it starts"},
        {"plan unfinished", Given::Running, plan([](TrialPlan& p) { p.scope.clear(); }), "unfinished plan"},
        {"without leave", Given::Running, plan([](TrialPlan& p) { p.affected_asked = false; }), "without leave"},
        {"not started", Given::Running, trial([](Trial& t) { t.started_on.reset(); }), "no day it started"},
        {"owner gone", Given::Running, plan([](TrialPlan& p) { p.owner = ParticipantId{fresh_uuid()}; }), "owns it"},
        {"new while it runs", Given::Running, stage(Stage::New), "disagree"},
        {"test without a trial", Given::Selected, stage(Stage::Test), "disagree"},
        {"test with a first draft", Given::Drafted, stage(Stage::Test), "disagree"},
        {"scaling without a plan", Given::Scaling, [](Board&, Idea& idea) { idea.scale_plan.reset(); }, "disagree"},
        {"plan on nothing", Given::Scaling, [](Board&, Idea& idea) { idea.scale_plan->trial_no = 2; }, "stand on"},
        {"in use nowhere", Given::Operation, [](Board&, Idea& idea) { idea.scale_plan->places.clear(); }, "disagree"},
        {"scaling after a stop", Given::Stopped, stage(Stage::Scaling), "disagree"},
        {"stopped unasked", Given::Adjusted, stage(Stage::Stopped), "disagree"},
        {"parked without a reason", Given::Parked, [](Board&, Idea& idea) { idea.parking->reason.clear(); },
         "disagree"},
        {"parked without parking", Given::Parked, [](Board&, Idea& idea) { idea.parking.reset(); }, "not parked"},
        {"parking without parked", Given::Parked, stage(Stage::New), "not parked"},
        {"merged into nothing", Given::New, stage(Stage::Merged), "merged and not merged"},
        {"new and merged", Given::Merged, stage(Stage::New), "merged and not merged"},
        {"merged with a trial", Given::Merged, [](Board&, Idea& idea) { idea.trials.emplace_back().no = 1; },
         "disagree"},
        {"merged into what is gone", Given::Merged, [](Board&, Idea& idea) { idea.merged_into = IdeaId{fresh_uuid()}; },
         "stands for it"},
        {"merged in a circle", Given::Merged,
         [](Board& board, Idea& idea) {
             board.ideas[1].stage = Stage::Merged;
             board.ideas[1].merged_into = idea.id;
         },
         "stands for it"},
        {"merged after a round to come", Given::Merged, [](Board&, Idea& idea) { idea.merged_after = RoundNo{1}; },
         "never was"},
        {"ink without strokes", Given::New, [](Board&, Idea& idea) { idea.ink.emplace(); }, "leaves the note"},
        {"ink beside the note", Given::New,
         [](Board&, Idea& idea) {
             idea.ink = some_ink();
             idea.ink->height = 20;
         },
         "leaves the note"},
        {"area twice", Given::New,
         [](Board&, Idea& idea) {
             idea.areas = {EffectArea::Time, EffectArea::Time};
         },
         "once, in order"},
        {"areas out of order", Given::New,
         [](Board&, Idea& idea) {
             idea.areas = {EffectArea::Money, EffectArea::Time};
         },
         "once, in order"},
        {"outside the picture", Given::New,
         [](Board&, Idea& idea) {
             idea.weighing = Weighing{50, 101};
         },
         "outside the picture"},
        {"two open", Given::Candidate,
         [](Board& board, Idea&) {
             board.rounds.push_back(board.rounds.back());
             board.rounds.back().no = RoundNo{2};
         },
         "more than one is open"},
        {"moved candidate", Given::Candidate, stage(Stage::Selected), "moved while"},
        {"one candidate", Given::Candidate, round([](VoteRound& r) { r.candidates.pop_back(); }), "too few"},
        {"candidate gone", Given::Candidate, round([](VoteRound& r) { r.candidates[0] = IdeaId{fresh_uuid()}; }),
         "not here"},
        {"round's number", Given::Candidate, round([](VoteRound& r) { r.no = RoundNo{2}; }), "rounds are not numbered"},
        {"dots", Given::Candidate, round([](VoteRound& r) { r.max_per_idea = 3; }), "dots are out of range"},
        {"read early", Given::Candidate, round([](VoteRound& r) { r.ballots = 1; }), "before it closed"},
        {"too many on one", Given::Candidate, round([](VoteRound& r) {
             r.state = RoundState::Closed;
             r.ballots = 3;
             r.tallies = {{r.candidates[0], 4}, {r.candidates[1], 0}};
         }),
         "do not fit"},
        {"no ballots", Given::Candidate, round([](VoteRound& r) {
             r.state = RoundState::Closed;
             r.tallies = {{r.candidates[0], 0}, {r.candidates[1], 0}};
         }),
         "do not fit"},
        {"not the candidates", Given::Candidate, round([](VoteRound& r) {
             r.state = RoundState::Closed;
             r.ballots = 3;
             r.tallies = {{r.candidates[1], 0}, {r.candidates[0], 0}};
         }),
         "do not fit"},
        {"not on the wall", Given::New, [](Board& board, Idea&) { board.order.clear(); }, "lies on the wall"},
        {"twice on the wall", Given::New, [](Board& board, Idea& idea) { board.order.push_back(idea.id); },
         "lies on the wall"},
        {"number not given", Given::New, [](Board&, Idea& idea) { idea.no = 99; }, "never given"},
        {"numbers fall", Given::Candidate, [](Board& board, Idea& idea) { idea.no = board.last_idea_no; },
         "do not rise"},
        {"same id", Given::Candidate, [](Board& board, Idea& idea) { idea.id = board.ideas.back().id; }, "same id"},
        {"author gone", Given::New, [](Board&, Idea& idea) { idea.author = ParticipantId{fresh_uuid()}; }, "wrote it"},
        {"base gone", Given::New, [](Board&, Idea& idea) { idea.builds_on = IdeaId{fresh_uuid()}; }, "builds on"},
        {"CPR", Given::New, [](Board&, Idea& idea) { idea.problem = "010101-1234"; }, "CPR"},
        {"text not clean", Given::New, [](Board&, Idea& idea) { idea.text = "a\u200B"; }, "not clean"},
        {"text too long", Given::New, [](Board&, Idea& idea) { idea.text.assign(281, 'a'); }, "longer than 280"},
        {"text empty", Given::New, [](Board&, Idea& idea) { idea.text.clear(); }, "is empty"},
        {"measure's name", Given::Drafted, plan([](TrialPlan& p) { p.measure->name.assign(61, 'a'); }),
         "longer than 60"},
        {"guard's name", Given::Drafted, plan([](TrialPlan& p) { p.guard->name.assign(61, 'a'); }), "longer than 60"},
        {"place without a name", Given::Operation, [](Board&, Idea& idea) { idea.scale_plan->places[0].name.clear(); },
         "is empty"},
        {"nameless person", Given::New, [](Board& board, Idea&) { board.participants[0].name.clear(); }, "is empty"},
        {"same person twice", Given::New,
         [](Board& board, Idea&) { board.participants.push_back(board.participants[0]); }, "same id"},
        {"setting", Given::New, [](Board& board, Idea&) { board.course.settings.max_dots_per_idea = 6; }, "1-5"},
        {"meetings", Given::New,
         [](Board& board, Idea&) {
             board.course.meetings = {{2, monday}};
         },
         "numbered by their days"},
        {"no course", Given::New, [](Board& board, Idea&) { board.course.name.clear(); }, "something on the board"},
    };
}

} // namespace

TEST_CASE("each broken invariant is found and said") {
    for (Row const& row : rows()) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        wall.idea_at(row.given);
        REQUIRE(broken_invariants(wall.board).empty());
        row.spoil(wall.board, wall.board.ideas.front());
        auto const broken = broken_invariants(wall.board);
        CHECK(std::any_of(broken.begin(), broken.end(), [&row](std::string const& sentence) {
            return sentence.find(row.sentence) != std::string::npos;
        }));
    }
}
