// Undo: what may be struck out, what stands in the way, and that nothing else changes.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

TEST_CASE("an idea that was undone is gone and its number with it") {
    Wall wall = Wall::with_course();
    wall.add_idea("et");
    OperationId const operation = wall.must(an_idea());
    REQUIRE(wall.board.ideas.size() == 2);
    wall.must(Undo{operation});
    CHECK(wall.board.ideas.size() == 1);
    CHECK(wall.board.order.size() == 1);
    CHECK(wall.idea(wall.add_idea("tre")).no == 3);
}

TEST_CASE("each change of an idea can be taken back to the board before it") {
    for (Given const given :
         {Given::New, Given::Selected, Given::Drafted, Given::Running, Given::Reviewed, Given::Adjusted, Given::Scaling,
          Given::Operation, Given::Parked, Given::Stopped, Given::Merged}) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        Board const before = wall.board;
        wall.idea_at(given);
        while (wall.board.done.size() > before.done.size())
            wall.must(Undo{wall.board.done.back().operation});
        wall.board.last_idea_no = before.last_idea_no;
        CHECK(wall.board == before);
    }
}

TEST_CASE("what never was or is undone already is not undone") {
    Wall wall = Wall::with_course();
    OperationId const operation = wall.must(an_idea());
    CHECK(wall.rule(Undo{OperationId{fresh_uuid()}}) == Rule::NothingToUndo);
    OperationId const undo = wall.must(Undo{operation});
    CHECK(wall.rule(Undo{operation}) == Rule::NothingToUndo);
    CHECK(wall.rule(Undo{undo}) == Rule::NothingToUndo);
}

TEST_CASE("a course and a vote are not undone") {
    Wall wall;
    OperationId const course = wall.must(a_course());
    IdeaId const a = wall.add_idea(), b = wall.add_idea();
    CHECK(wall.rule(Undo{course}) == Rule::CannotUndo);
    OperationId const opened = wall.must(a_round({a, b}));
    CHECK(wall.rule(Undo{opened}) == Rule::CannotUndo);
    OperationId const ended = wall.must(AnnulRound{RoundNo{1}});
    CHECK(wall.rule(Undo{ended}) == Rule::CannotUndo);
    wall.must(a_round({a, b}));
    OperationId const closed = wall.must(a_count(*open_round(wall.board)));
    CHECK(wall.rule(Undo{closed}) == Rule::CannotUndo);
}

TEST_CASE("nothing about a candidate is undone while it is voted on") {
    Wall wall = Wall::with_course();
    AddIdea const a = an_idea();
    OperationId const added = wall.must(a);
    OperationId const edited = wall.must(EditIdea{a.id, "Anden tekst"});
    wall.must(a_round({a.id, wall.add_idea()}));
    CHECK(wall.rule(Undo{edited}) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(Undo{added}) == Rule::IdeaIsCandidate);
    OperationId const other = wall.must(an_idea());
    CHECK_FALSE(wall.rule(Undo{other}));
    wall.must(AnnulRound{RoundNo{1}});
    CHECK(wall.rule(Undo{edited}) == Rule::SomethingStandsOnIt);
}

TEST_CASE("what something later stands on is not undone") {
    Wall wall = Wall::with_course();
    AddIdea const base = an_idea();
    OperationId const added = wall.must(base);
    SUBCASE("the idea was changed") {
        wall.must(EditIdea{base.id, "Anden tekst"});
        CHECK(wall.rule(Undo{added}) == Rule::SomethingStandsOnIt);
    }
    SUBCASE("another builds on it") {
        AddIdea other = an_idea();
        other.builds_on = base.id;
        OperationId const built = wall.must(other);
        CHECK(wall.rule(Undo{added}) == Rule::SomethingStandsOnIt);
        wall.must(Undo{built});
        CHECK_FALSE(wall.rule(Undo{added}));
    }
    SUBCASE("a person wrote an idea and owns a trial") {
        AddParticipant const person = a_participant();
        OperationId const joined = wall.must(person);
        AddIdea other = an_idea();
        other.author = person.id;
        OperationId const written = wall.must(other);
        CHECK(wall.rule(Undo{joined}) == Rule::SomethingStandsOnIt);
        wall.must(Undo{written});

        wall.must(SelectIdea{base.id, "Vi vil i gang."});
        TrialPlan plan = a_plan(wall);
        plan.owner = person.id;
        OperationId const planned = wall.must(WriteTrialPlan{{base.id, 1}, plan});
        CHECK(wall.rule(Undo{joined}) == Rule::SomethingStandsOnIt);
        wall.must(Undo{planned});
        CHECK_FALSE(wall.rule(Undo{joined}));
    }
}

TEST_CASE("people's separate work does not stand in each other's way") {
    Wall wall = Wall::with_course();
    AddIdea first = an_idea(), second = an_idea();
    first.author = second.author = wall.somebody();
    OperationId const added = wall.must(first);
    wall.must(second);
    wall.must(EditParticipant{wall.somebody(), "Gitte H.", Role::Employee, true});
    wall.must(PlanMeetings{{monday}, {}});
    wall.must(ChangeSettings{{4, 1, true}});
    CHECK_FALSE(wall.rule(Undo{added}));
}

TEST_CASE("parts of the course are undone apart from each other") {
    Wall wall = Wall::with_course();
    OperationId const words = wall.must(EditCourse{"Nyt navn", "", ""});
    OperationId const meetings = wall.must(PlanMeetings{{monday}, {}});
    OperationId const settings = wall.must(ChangeSettings{{5, 1, true}});
    wall.must(Undo{words});
    wall.must(Undo{meetings});
    wall.must(Undo{settings});
    CHECK(wall.board.course == a_course().course);
}

TEST_CASE("laying and colouring a note stand in nobody's way") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a");
    AddIdea const b = an_idea();
    OperationId const added = wall.must(b);
    wall.must(RecolourIdea{b.id, NoteColour::Green});
    wall.must(PlaceIdea{b.id, a});
    IdeaId const c = wall.add_idea("c");
    wall.must(PlaceIdea{c, b.id});
    wall.must(PlaceIdea{a, b.id});
    wall.must(Undo{added});
    // What was laid before a note that is gone lies last.
    CHECK(wall.board.order == std::vector{c, a});
}

TEST_CASE("laying a note is undone in the middle of others") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a"), b = wall.add_idea("b"), c = wall.add_idea("c");
    OperationId const laid = wall.must(PlaceIdea{c, a});
    wall.must(PlaceIdea{b, {}});
    CHECK(wall.board.order == std::vector{c, a, b});
    wall.must(Undo{laid});
    CHECK(wall.board.order == std::vector{a, c, b});
}

TEST_CASE("undo leaves no more running than there is room for") {
    Wall wall = Wall::with_course();
    wall.must(ChangeSettings{{1, 1, true}});
    SUBCASE("a decision") {
        IdeaId const first = wall.idea_at(Given::Reviewed);
        OperationId const decided = wall.must(a_decision({first, 1}, Decision::Adjust));
        IdeaId const second = wall.idea_at(Given::Running);
        auto const refusal = wall.ask(Undo{decided});
        REQUIRE(refusal);
        CHECK(refusal->rule == Rule::WipFull);
        CHECK(refusal->limit == 1);
        wall.must(NoteOutcome{{second, 1}, an_outcome()});
        wall.must(a_decision({second, 1}, Decision::Stop));
        CHECK_FALSE(wall.rule(Undo{decided}));
        CHECK(running_trial(wall.idea(first)));
    }
    SUBCASE("a raised limit") {
        wall.idea_at(Given::Running);
        OperationId const raised = wall.must(ChangeSettings{{2, 1, true}});
        OperationId const started = [&wall] {
            IdeaId const id = wall.idea_at(Given::Drafted);
            return wall.must(StartTrial{{id, 1}});
        }();
        CHECK(wall.rule(Undo{raised}) == Rule::WipFull);
        wall.must(Undo{started});
        CHECK_FALSE(wall.rule(Undo{raised}));
    }
}

TEST_CASE("an operation of several events is struck out whole") {
    Wall wall = Wall::with_course();
    IdeaAdded added;
    added.id = IdeaId{fresh_uuid()};
    added.no = 1;
    added.text = "a";
    OperationId const both{fresh_uuid()}, undo{fresh_uuid()};
    wall.records.push_back({0, both, wall.now.at, added});
    wall.records.push_back({0, both, wall.now.at, IdeaSelected{added.id, "Vi vil i gang.", monday}});
    Board const whole = fold(wall.records);
    CHECK(whole.done.size() == wall.board.done.size() + 1);
    CHECK(whole.ideas.size() == 1);
    wall.records.push_back({0, undo, wall.now.at, Undone{both}});
    Board expected = wall.board;
    expected.last_idea_no = 1;
    CHECK(fold(wall.records) == expected);
}
