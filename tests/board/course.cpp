// The course: its words, its meetings, its settings and who takes part.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

TEST_CASE("a course is created with all that is said of it") {
    Wall wall;
    CreateCourse wish = a_course();
    wish.course.meetings = {{7, monday + std::chrono::days{21}}, {7, monday}, {9, monday}};
    wish.course.follow_up = monday + std::chrono::days{90};
    wish.course.settings = {2, 3, false};
    wish.course.fictional = true;
    wall.must(wish);
    wish.course.meetings = {{1, monday}, {2, monday + std::chrono::days{21}}};
    CHECK(wall.board.course == wish.course);
}

TEST_CASE("a course needs settings within their range") {
    for (Settings const settings :
         {Settings{0, 1, true}, Settings{6, 1, true}, Settings{3, 0, true}, Settings{3, 6, true}}) {
        Wall wall;
        CreateCourse wish = a_course();
        wish.course.settings = settings;
        auto const refusal = wall.ask(wish);
        REQUIRE(refusal);
        CHECK(refusal->rule == Rule::SettingOutOfRange);
        CHECK(refusal->limit == 5);
    }
}

TEST_CASE("a course's words are edited and its rest stays") {
    Wall wall = Wall::with_course();
    wall.must(ChangeSettings{{4, 2, false}});
    wall.must(EditCourse{"Nyt navn", "", "Ny udfordring"});
    CHECK(wall.board.course.name == "Nyt navn");
    CHECK(wall.board.course.workplace.empty());
    CHECK(wall.board.course.challenge == "Ny udfordring");
    CHECK(wall.board.course.settings == Settings{4, 2, false});
}

TEST_CASE("meetings are numbered by their days and the next one is found") {
    Wall wall = Wall::with_course();
    CHECK_FALSE(next_meeting(wall.board, monday));
    wall.must(PlanMeetings{{monday + std::chrono::days{14}, monday, monday + std::chrono::days{14}}, {}});
    CHECK(wall.board.course.meetings == std::vector<Meeting>{{1, monday}, {2, monday + std::chrono::days{14}}});
    REQUIRE(next_meeting(wall.board, monday));
    CHECK(next_meeting(wall.board, monday)->no == 1);
    REQUIRE(next_meeting(wall.board, monday + std::chrono::days{1}));
    CHECK(next_meeting(wall.board, monday + std::chrono::days{1})->no == 2);
    CHECK_FALSE(next_meeting(wall.board, monday + std::chrono::days{15}));
}

TEST_CASE("the limit of running trials stays within one to five and above what runs") {
    Wall wall = Wall::with_course();
    wall.idea_at(Given::Running);
    wall.idea_at(Given::Running);
    struct Row {
        int limit;
        bool granted;
    };
    for (Row const row : {Row{0, false}, Row{1, false}, Row{2, true}, Row{5, true}, Row{6, false}}) {
        CAPTURE(row.limit);
        auto const rule = wall.rule(ChangeSettings{{row.limit, 1, true}});
        CHECK(rule == (row.granted ? std::nullopt : std::optional{Rule::SettingOutOfRange}));
    }
    CHECK(wall.ask(ChangeSettings{{1, 1, true}})->number == 2);
}

TEST_CASE("participants are added and edited") {
    Wall wall = Wall::with_course();
    ParticipantId const id = wall.somebody();
    wall.must(EditParticipant{id, " Ægir ", Role::Leader, false});
    Participant const expected{id, "Ægir", Role::Leader, false};
    CHECK(wall.board.participants == std::vector<Participant>{expected});
    CHECK(*find_participant(wall.board, id) == expected);
    CHECK(wall.rule(EditParticipant{ParticipantId{fresh_uuid()}, "Ole", Role::Employee, true}) ==
          Rule::NoSuchParticipant);
}
