// Vote rounds: opened on frozen candidates, closed with totals that the ballots can hold.
#include "board/choosing.h"
#include "board/wall.h"

#include <doctest/doctest.h>

#include <limits>

using namespace board;
using namespace board_tests;

namespace {

/// A round with two candidates, two dots a ballot and one dot an idea is open.
Wall wall_with_round() {
    Wall wall = Wall::with_course();
    wall.idea_at(Given::Candidate);
    return wall;
}

} // namespace

TEST_CASE("a round opens on new ideas") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea(), b = wall.add_idea();
    CHECK_FALSE(open_round(wall.board));
    wall.must(OpenRound{{b, a, b}, 3, 2, BallotMethod::Paper});
    VoteRound expected;
    expected.no = RoundNo{1};
    expected.candidates = {b, a};
    expected.dots = 3;
    expected.max_per_idea = 2;
    expected.method = BallotMethod::Paper;
    expected.opened_on = monday;
    REQUIRE(open_round(wall.board));
    CHECK(*open_round(wall.board) == expected);
    CHECK(find_round(wall.board, RoundNo{1}) == open_round(wall.board));
    CHECK_FALSE(find_round(wall.board, RoundNo{2}));
}

TEST_CASE("what a round may not open on") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea(), b = wall.add_idea(), parked = wall.idea_at(Given::Parked);
    IdeaId const gone{fresh_uuid()};
    struct Row {
        char const* name;
        OpenRound wish;
        Rule rule;
        std::int64_t limit;
    };
    auto const screen = BallotMethod::Screen;
    for (Row const& row : {
             Row{"none", {{}, 2, 1, screen}, Rule::TooFewCandidates, 2},
             Row{"one", {{a}, 2, 1, screen}, Rule::TooFewCandidates, 2},
             Row{"the same twice", {{a, a}, 2, 1, screen}, Rule::TooFewCandidates, 2},
             Row{"one that is gone", {{a, gone}, 2, 1, screen}, Rule::NoSuchIdea, 0},
             Row{"one that is parked", {{a, b, parked}, 2, 1, screen}, Rule::WrongStage, 0},
             Row{"no dots", {{a, b}, 0, 1, screen}, Rule::DotsOutOfRange, 5},
             Row{"six dots", {{a, b}, 6, 1, screen}, Rule::DotsOutOfRange, 5},
             Row{"none on an idea", {{a, b}, 2, 0, screen}, Rule::DotsOutOfRange, 2},
             Row{"more on an idea than there are", {{a, b}, 2, 3, screen}, Rule::DotsOutOfRange, 2},
         }) {
        CAPTURE(row.name);
        auto const refusal = wall.ask(row.wish);
        REQUIRE(refusal);
        CHECK(refusal->rule == row.rule);
        CHECK(refusal->limit == row.limit);
    }
}

TEST_CASE("only one round is open at a time") {
    Wall wall = wall_with_round();
    IdeaId const a = wall.add_idea(), b = wall.add_idea();
    CHECK(wall.rule(a_round({a, b})) == Rule::RoundAlreadyOpen);
    wall.must(AnnulRound{RoundNo{1}});
    CHECK_FALSE(wall.rule(a_round({a, b})));
    CHECK(open_round(wall.board)->no == RoundNo{2});
}

TEST_CASE("totals are taken when the ballots can hold them") {
    struct Row {
        int ballots, first, second;
        std::optional<Rule> rule;
    };
    for (auto const [ballots, first, second, rule] : {
             Row{3, 3, 3, {}},
             Row{3, 0, 0, {}},
             Row{1, 1, 0, {}},
             Row{0, 0, 0, Rule::NoBallots},
             Row{-1, 0, 0, Rule::NoBallots},
             Row{3, 4, 0, Rule::TooManyDots},
             Row{3, -1, 0, Rule::NumberOutOfRange},
             Row{3, std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), Rule::TooManyDots},
             Row{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), {}},
         }) {
        Wall wall = wall_with_round();
        CloseRound wish = a_count(*open_round(wall.board));
        wish.ballots = ballots;
        wish.tallies[0].dots = first;
        wish.tallies[1].dots = second;
        CHECK(wall.rule(wish) == rule);
    }
}

TEST_CASE("too many dots in all says how many there could be") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea(), b = wall.add_idea(), c = wall.add_idea(), d = wall.add_idea();
    wall.must(OpenRound{{a, b, c, d}, 3, 1, BallotMethod::Paper});
    CloseRound const wish{RoundNo{1}, 12, {{a, 12}, {b, 12}, {c, 12}, {d, 5}}};
    auto const refusal = wall.ask(wish);
    REQUIRE(refusal);
    CHECK(refusal->rule == Rule::TooManyDots);
    CHECK(refusal->ballots == 12);
    CHECK(refusal->dots == 3);
    CHECK(refusal->limit == 36);
    CHECK(refusal->number == 41);
}

TEST_CASE("totals are about the candidates and nothing else") {
    Wall wall = wall_with_round();
    auto const right = a_count(*open_round(wall.board));
    auto wrong = right;
    std::swap(wrong.tallies[0], wrong.tallies[1]);
    CHECK(wall.rule(wrong) == Rule::NoSuchIdea);
    wrong = right;
    wrong.tallies.pop_back();
    CHECK(wall.rule(wrong) == Rule::NoSuchIdea);
    wrong = right;
    wrong.tallies.push_back({wall.add_idea(), 0});
    CHECK(wall.rule(wrong) == Rule::NoSuchIdea);
}

TEST_CASE("a round that is not open takes no totals and is not annulled") {
    Wall wall = wall_with_round();
    auto const count = a_count(*open_round(wall.board));
    CHECK(wall.rule(CloseRound{RoundNo{2}, 1, {}}) == Rule::NoSuchRound);
    CHECK(wall.rule(AnnulRound{RoundNo{2}}) == Rule::NoSuchRound);
    SUBCASE("closed") { wall.must(count); }
    SUBCASE("annulled") { wall.must(AnnulRound{RoundNo{1}}); }
    CHECK(wall.rule(count) == Rule::RoundNotOpen);
    CHECK(wall.rule(AnnulRound{RoundNo{1}}) == Rule::RoundNotOpen);
}

TEST_CASE("dots show after closing and of the last closed round") {
    Wall wall = wall_with_round();
    auto const candidates = open_round(wall.board)->candidates;
    CHECK_FALSE(dots_of(wall.board, candidates[0]));
    CHECK(open_round(wall.board)->tallies.empty());

    wall.must(CloseRound{RoundNo{1}, 3, {{candidates[0], 3}, {candidates[1], 1}}});
    CHECK(dots_of(wall.board, candidates[0]) == 3);
    CHECK(dots_of(wall.board, candidates[1]) == 1);

    wall.must(a_round({candidates[1], wall.add_idea()}));
    CHECK(dots_of(wall.board, candidates[1]) == 1);
    CloseRound second = a_count(*open_round(wall.board));
    second.tallies[0].dots = 2;
    wall.must(second);
    CHECK(dots_of(wall.board, candidates[0]) == 3);
    CHECK(dots_of(wall.board, candidates[1]) == 2);
}

TEST_CASE("a choice that passes others over needs a reason") {
    Wall wall = Wall::with_course();
    IdeaId const most = wall.add_idea(), second = wall.add_idea(), tied = wall.add_idea(), last = wall.add_idea();
    wall.must(OpenRound{{most, second, tied, last}, 2, 1, BallotMethod::Screen});
    wall.must(CloseRound{RoundNo{1}, 9, {{most, 8}, {second, 4}, {tied, 4}, {last, 1}}});
    struct Row {
        char const* name;
        std::vector<IdeaId> selected; ///< before
        IdeaId choice;
        bool needs_reason;
    };
    for (Row const& row : {
             Row{"the one with most", {}, most, false},
             Row{"the next, while the first lies there", {}, second, true},
             Row{"the next, when the first is selected", {most}, second, false},
             Row{"one of a tie", {most}, tied, false},
             Row{"the last, with two before it", {most, second}, last, true},
             Row{"the last, when all others are selected", {most, second, tied}, last, false},
         }) {
        CAPTURE(row.name);
        Wall here = wall;
        for (IdeaId const id : row.selected)
            here.must(SelectIdea{.id = id, .reason = "Vi vil i gang."});
        CHECK(passes_over(here.board, row.choice) == row.needs_reason);
        CHECK(passes_over(wall.board, row.choice, row.selected) == row.needs_reason);
        CHECK(selecting_needs_reason(here.board, row.choice) == row.needs_reason);
        if (row.needs_reason)
            CHECK(here.rule(SelectIdea{.id = row.choice, .reason = " "}) == Rule::ReasonMissing);
        here.must(SelectIdea{.id = row.choice, .reason = row.needs_reason ? "Den er let at prøve." : ""});
    }
    wall.must(SelectIdea{.id = last, .reason = "", .passing_over = PassingOver::WasSaid});
}

TEST_CASE("the last round that had an idea says whether others are passed over") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea(), b = wall.add_idea(), c = wall.add_idea();
    wall.must(OpenRound{{a, b, c}, 2, 1, BallotMethod::Screen});
    wall.must(CloseRound{RoundNo{1}, 5, {{a, 5}, {b, 3}, {c, 2}}});
    wall.must(OpenRound{{b, c}, 1, 1, BallotMethod::Screen});
    wall.must(CloseRound{RoundNo{2}, 5, {{b, 1}, {c, 4}}});
    CHECK_FALSE(passes_over(wall.board, c)); // though the first round had it last
    CHECK(passes_over(wall.board, b));
    CHECK_FALSE(passes_over(wall.board, a));
    CHECK(find_round(wall.board, RoundNo{1})->tallies == std::vector<Tally>{{a, 5}, {b, 3}, {c, 2}});
}
