// The pulse: opened on positive statements, counted in memory, written once, hidden when few, frozen for good.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <functional>

using namespace board;
using namespace board_tests;

namespace {

using Counts = std::vector<std::vector<int>>;

OpenPulse a_pulse() { return {{"Jeg kan nå mine opgaver på en god måde", "Jeg har overblik over mine opgaver"}}; }

Wall with_pulse() {
    Wall wall = Wall::with_course();
    wall.must(a_pulse());
    return wall;
}

} // namespace

TEST_CASE("a pulse has one to three statements") {
    struct Row {
        char const* name;
        std::vector<std::string> statements;
        std::optional<Rule> rule;
    };
    for (Row const& row :
         {Row{"one", {"Jeg har overblik"}, {}}, Row{"three", {"a", "b", "c"}, {}},
          Row{"none", {}, Rule::StatementsOutOfRange}, Row{"four", {"a", "b", "c", "d"}, Rule::StatementsOutOfRange},
          Row{"empty", {"a", " "}, Rule::TextEmpty}, Row{"longest", {std::string(140, 'a')}, {}},
          Row{"too long", {std::string(141, 'a')}, Rule::TextTooLong},
          Row{"a citizen", {"010190-1234"}, Rule::LooksLikeCpr}}) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        CHECK(wall.rule(OpenPulse{row.statements}) == row.rule);
        CHECK((open_pulse(wall.board) != nullptr) == !row.rule);
    }
}

TEST_CASE("one pulse is open at a time and its smallest group is frozen with it") {
    Wall wall = with_pulse();
    CHECK(wall.rule(a_pulse()) == Rule::PulseAlreadyOpen);
    CHECK(wall.board.pulses[0].smallest_group == 5);
    Settings settings = wall.board.course.settings;
    settings.smallest_group = 8;
    wall.must(ChangeSettings{settings});
    CHECK(wall.board.pulses[0].smallest_group == 5);
    wall.must(AnnulPulse{1});
    wall.must(a_pulse());
    CHECK(wall.board.pulses[1].no == 2);
    CHECK(wall.board.pulses[1].smallest_group == 8);
    settings.smallest_group = 4;
    CHECK(wall.rule(ChangeSettings{settings}) == Rule::SmallestGroupOutOfRange);
}

TEST_CASE("counters are taken once and fit the statements") {
    struct Row {
        char const* name;
        Counts counts;
        std::optional<Rule> rule;
    };
    for (Row const& row :
         {Row{"all", {{1, 0, 2, 3, 1}, {0, 0, 7, 0, 0}}, {}}, Row{"nobody", {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}}, {}},
          Row{"a row missing", {{1, 0, 2, 3, 1}}, Rule::NumberOutOfRange},
          Row{"four steps", {{1, 0, 2, 3}, {0, 0, 7, 0}}, Rule::NumberOutOfRange},
          Row{"less than none", {{1, 0, 2, 3, -1}, {0, 0, 7, 0, 0}}, Rule::NumberOutOfRange}}) {
        CAPTURE(row.name);
        Wall wall = with_pulse();
        CHECK(wall.rule(ClosePulse{1, row.counts}) == row.rule);
        if (row.rule)
            continue;
        CHECK(wall.board.pulses[0].counts == row.counts);
        CHECK(wall.rule(ClosePulse{1, row.counts}) == Rule::PulseNotOpen);
        CHECK(wall.rule(AnnulPulse{1}) == Rule::PulseNotOpen);
        CHECK(wall.rule(ClosePulse{2, row.counts}) == Rule::PulseNotOpen);
    }
}

TEST_CASE("a result is shown from the smallest group on") {
    struct Row {
        int smallest, answers;
        bool shown;
    };
    for (Row const& row : {Row{5, 4, false}, Row{5, 5, true}, Row{8, 7, false}, Row{8, 8, true}}) {
        Wall wall = Wall::with_course();
        Settings settings = wall.board.course.settings;
        settings.smallest_group = row.smallest;
        wall.must(ChangeSettings{settings});
        wall.must(OpenPulse{{"Jeg har overblik"}});
        CHECK_FALSE(pulse_mean(wall.board.pulses[0], 0));
        wall.must(ClosePulse{1, {{0, 0, row.answers - 1, 0, 1}}});
        CHECK(pulse_answers(wall.board.pulses[0], 0) == row.answers);
        CHECK(pulse_mean(wall.board.pulses[0], 0).has_value() == row.shown);
    }
    Wall wall = with_pulse();
    wall.must(ClosePulse{1, {{1, 1, 1, 1, 1}, {0, 0, 2, 0, 0}}});
    CHECK(pulse_mean(wall.board.pulses[0], 0) == 3.0);
    CHECK_FALSE(pulse_mean(wall.board.pulses[0], 1)); // each statement has its own n
    CHECK_FALSE(pulse_mean(wall.board.pulses[0], 2));
}

TEST_CASE("what a pulse said cannot be unsaid") {
    Wall wall = Wall::with_course();
    auto const opened = wall.must(a_pulse());
    CHECK(wall.rule(Undo{opened}) == Rule::CannotUndo);
    auto const closed = wall.must(ClosePulse{1, {{1, 0, 2, 3, 1}, {0, 0, 7, 0, 0}}});
    CHECK(wall.rule(Undo{closed}) == Rule::CannotUndo);
    wall.must(a_pulse());
    auto const annulled = wall.must(AnnulPulse{2});
    CHECK(wall.rule(Undo{annulled}) == Rule::CannotUndo);
    CHECK(wall.board.pulses[1].counts.empty());
}

TEST_CASE("the pulse box keeps sums and no trace of who or when") {
    PulseRound round;
    round.statements = {"a", "b"};
    PulseBox box(round), other(round);
    for (int const step : {1, 5, 3, 3})
        box.answer(0, step);
    box.answer(1, 2);
    CHECK(box.counts() == Counts{{1, 0, 2, 0, 1}, {0, 1, 0, 0, 0}});
    CHECK(box.answers(0) == 4);
    CHECK(box.answers(1) == 1);
    other.answer(1, 2);
    for (int const step : {3, 3, 5, 1})
        other.answer(0, step);
    CHECK(other.counts() == box.counts());
}
