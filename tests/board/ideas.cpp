// Ideas before and beside their trials: written, moved about, selected, parked, taken up again.
#include "board/text_rules.h"
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

TEST_CASE("an idea is put up with all that is said of it") {
    Wall wall = Wall::with_course();
    IdeaId const first = wall.add_idea();
    AddIdea wish = an_idea();
    wish.text = " Kort brev \n";
    wish.colour = NoteColour::Pink;
    wish.author = wall.somebody();
    wish.builds_on = first;
    wish.problem = "Mange møder ikke op.";
    wish.proposal = "Et brev på én side.";
    wall.must(wish);

    Idea expected;
    expected.id = wish.id;
    expected.no = 2;
    expected.text = "Kort brev";
    expected.colour = NoteColour::Pink;
    expected.author = wish.author;
    expected.builds_on = first;
    expected.problem = wish.problem;
    expected.proposal = wish.proposal;
    expected.created_at = wall.now.at;
    expected.stage_since = monday;
    CHECK(wall.idea(wish.id) == expected);
    CHECK(find_idea(wall.board, 2) == find_idea(wall.board, wish.id));
    CHECK_FALSE(find_idea(wall.board, 3));
}

TEST_CASE("an idea's author and what it builds on must be there") {
    Wall wall = Wall::with_course();
    AddIdea wish = an_idea();
    wish.author = ParticipantId{fresh_uuid()};
    CHECK(wall.rule(wish) == Rule::NoSuchParticipant);
    wish.author.reset();
    wish.builds_on = IdeaId{fresh_uuid()};
    CHECK(wall.rule(wish) == Rule::NoSuchIdea);
}

TEST_CASE("ideas may be added while others are voted on") {
    Wall wall = Wall::with_course();
    wall.idea_at(Given::Candidate);
    CHECK_FALSE(wall.rule(an_idea()));
}

TEST_CASE("the wall holds ten thousand ideas and is read back at once") {
    Wall wall = Wall::with_course();
    for (int no = 1; no <= max_ideas; ++no) {
        IdeaAdded added;
        added.id = IdeaId{fresh_uuid()};
        added.no = no;
        added.text = "Idé";
        OperationId const operation{fresh_uuid()};
        wall.records.push_back({0, operation, wall.now.at, added});
        wall.records.push_back({0, operation, wall.now.at, IdeaEdited{added.id, "Bedre idé"}});
    }
    wall.board = fold(wall.records);
    CHECK(broken_invariants(wall.board) == std::vector<std::string>{});
    CHECK(wall.board.ideas.size() == max_ideas);
    CHECK(wall.board.ideas.back().text == "Bedre idé");
    auto const refusal = wall.ask(an_idea());
    REQUIRE(refusal);
    CHECK(refusal->rule == Rule::BoardFull);
    CHECK(refusal->limit == 10'000);
}

TEST_CASE("notes lie as they were laid") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a"), b = wall.add_idea("b"), c = wall.add_idea("c");
    using Order = std::vector<IdeaId>;
    CHECK(wall.board.order == Order{a, b, c});
    wall.must(PlaceIdea{c, a});
    CHECK(wall.board.order == Order{c, a, b});
    wall.must(PlaceIdea{c, {}});
    CHECK(wall.board.order == Order{a, b, c});
    wall.must(PlaceIdea{a, c});
    CHECK(wall.board.order == Order{b, a, c});
    wall.must(PlaceIdea{a, a});
    CHECK(wall.board.order == Order{b, a, c});
    CHECK(wall.rule(PlaceIdea{a, IdeaId{fresh_uuid()}}) == Rule::NoSuchIdea);
}

TEST_CASE("an idea that was not voted on is selected with a reason only") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    CHECK(wall.rule(SelectIdea{id, " \u200B "}) == Rule::NotVotedOn);
    wall.must(SelectIdea{id, "Lederen bad om den."});
    CHECK(wall.idea(id).stage == Stage::Selected);
    CHECK(wall.idea(id).selection_reason == "Lederen bad om den.");
    wall.must(DeselectIdea{id});
    CHECK(wall.idea(id).stage == Stage::New);
    CHECK(wall.idea(id).selection_reason.empty());
}

TEST_CASE("an idea that was voted on needs no reason and one from an annulled round does") {
    Wall wall = Wall::with_course();
    IdeaId const voted = wall.idea_at(Given::Candidate);
    CHECK(wall.rule(SelectIdea{voted, "Alligevel"}) == Rule::IdeaIsCandidate);
    SUBCASE("closed") {
        wall.must(a_count(*open_round(wall.board)));
        CHECK_FALSE(wall.rule(SelectIdea{voted, ""}));
    }
    SUBCASE("annulled") {
        wall.must(AnnulRound{RoundNo{1}});
        CHECK(wall.rule(SelectIdea{voted, ""}) == Rule::NotVotedOn);
    }
}

TEST_CASE("candidates are not edited or parked") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Candidate);
    CHECK(wall.rule(EditIdea{id, "Anden tekst"}) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(a_parking(id)) == Rule::IdeaIsCandidate);
}

TEST_CASE("parking needs a reason and a day to take it up again") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    CHECK(wall.rule(ParkIdea{id, "", monday}) == Rule::ReasonMissing);
    CHECK(wall.rule(ParkIdea{id, "Vi venter.", monday - std::chrono::days{1}}) == Rule::RevisitInPast);
    CHECK_FALSE(wall.rule(ParkIdea{id, "Vi venter.", monday}));
    CHECK(wall.idea(id).stage == Stage::Parked);
    CHECK(wall.idea(id).parking == Parking{"Vi venter.", monday});

    wall.now.today += std::chrono::days{7};
    wall.must(ResumeIdea{id});
    CHECK(wall.idea(id).stage == Stage::New);
    CHECK(wall.idea(id).stage_since == monday + std::chrono::days{7});
    CHECK_FALSE(wall.idea(id).parking);
}

TEST_CASE("an idea that was parked after an adjustment goes on with the draft it had") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Adjusted);
    wall.must(a_parking(id));
    wall.must(ResumeIdea{id});
    wall.must(SelectIdea{id, "Nu er systemet her."});
    CHECK(wall.rule(DeselectIdea{id}) == Rule::WrongStage);
    CHECK(wall.rule(WriteTrialPlan{{id, 3}, a_plan(wall)}) == Rule::NoSuchTrial);
    TrialPlan plan = a_plan(wall);
    plan.changed = "Nyt system";
    wall.must(WriteTrialPlan{{id, 2}, plan});
    wall.must(StartTrial{{id, 2}});
    CHECK(wall.idea(id).stage == Stage::Test);
}

TEST_CASE("an idea whose trial was parked goes on with the next number") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Reviewed);
    wall.must(a_decision({id, 1}, Decision::Park));
    CHECK(wall.idea(id).stage == Stage::Parked);
    CHECK(wall.idea(id).parking->revisit == monday + std::chrono::days{90});
    wall.must(ResumeIdea{id});
    wall.must(SelectIdea{id, "Nu er systemet her."});
    TrialPlan plan = a_plan(wall);
    wall.must(WriteTrialPlan{{id, 2}, plan});
    CHECK(wall.rule(StartTrial{{id, 2}}) == Rule::ChangeMissing);
    plan.changed = "Nyt system";
    wall.must(WriteTrialPlan{{id, 2}, plan});
    CHECK_FALSE(wall.rule(StartTrial{{id, 2}}));
}
