// The fold takes any history: what names something that is not there does nothing.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

TEST_CASE("no events make no board") {
    CHECK(fold({}) == Board{});
    CHECK_FALSE(fold({}).exists());
    CHECK(broken_invariants(fold({})).empty());
}

TEST_CASE("events about what is not there change nothing") {
    IdeaId const nowhere{fresh_uuid()};
    TrialRef const trial{nowhere, 1};
    Event const events[] = {
        ParticipantEdited{ParticipantId{fresh_uuid()}, "Ole", Role::Employee, true},
        IdeaEdited{nowhere, "a"},
        IdeaRecoloured{nowhere, NoteColour::Blue},
        IdeaPlaced{nowhere, {}},
        IdeaPlaced{nowhere, nowhere},
        IdeaSelected{nowhere, "a", monday},
        IdeaDeselected{nowhere, monday},
        IdeaParked{nowhere, "a", monday, monday},
        IdeaResumed{nowhere, monday},
        RoundClosed{RoundNo{1}, 1, {}},
        RoundAnnulled{RoundNo{0}},
        TrialPlanned{trial, {}},
        TrialStarted{trial, monday},
        OutcomeNoted{trial, {}},
        TrialDecided{trial, Decision::Scale, "", {}, true, monday},
        ScalePlanWritten{nowhere, {}},
        PlaceStateSet{nowhere, 0, PlaceState::InUse},
        PutIntoOperation{nowhere, monday},
        RolledBack{nowhere, "a", monday},
        FollowedUp{nowhere, {}, monday},
    };
    Wall wall = Wall::with_course();
    for (Event const& event : events) {
        CAPTURE(event.index());
        Board board = wall.board;
        apply(board, {0, OperationId{fresh_uuid()}, wall.now.at, event});
        board.done = wall.board.done;
        CHECK(board == wall.board);
    }
}

TEST_CASE("events about a bare idea do not crash") {
    Wall const wall = [] {
        Wall made = Wall::with_course();
        made.add_idea();
        return made;
    }();
    IdeaId const id = wall.board.ideas.front().id;
    for (int const no : {-1, 0, 1, 2, 9}) {
        TrialRef const trial{id, no};
        for (Event const& event : std::vector<Event>{
                 TrialStarted{trial, monday}, OutcomeNoted{trial, {}},
                 TrialDecided{trial, Decision::Scale, "", {}, true, monday}, PlaceStateSet{id, no, PlaceState::InUse},
                 RolledBack{id, "a", monday}, FollowedUp{id, FollowUp{monday, Holds::No, {}}, monday}}) {
            Board board = wall.board;
            apply(board, {0, OperationId{fresh_uuid()}, wall.now.at, event});
            CHECK(board.ideas == wall.board.ideas);
        }
    }
}

TEST_CASE("an idea with an id that is taken is not put up twice") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    for (int time = 0; time < 2; ++time)
        wall.records.push_back(wall.records.back());
    Board const board = fold(wall.records);
    CHECK(board.ideas.size() == 1);
    CHECK(board.order == std::vector{id});
}
