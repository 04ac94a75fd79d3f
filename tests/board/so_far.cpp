// Where the course is, what happened since last, what waits, and what was decided: all of it from the board alone.
#include "board/so_far.h"

#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

using std::chrono::days;

std::vector<AgendaStep> one_step() { return {{"Tjek ind", "", 5, StepOpens::Round}}; }

/// Meetings on Mondays three weeks apart from `monday` on, and a follow-up.
Wall planned(int meetings) {
    Wall wall = Wall::with_course();
    wall.must(PlanMeetings{spread(monday, meetings, 21), monday + days(21 * (meetings - 1) + 70)});
    return wall;
}

void on(Wall& wall, Date day) {
    wall.now.today = day;
    wall.now.at = Instant{day} + 8h;
}

void hold(Wall& wall, Date day) {
    on(wall, day);
    wall.must(OpenMeeting{.steps = one_step(), .away = {}});
    wall.must(CloseMeeting{});
}

} // namespace

TEST_CASE("where the course is, by what was held") {
    struct Row {
        char const* name;
        int held;
        bool open;
        int day; ///< after the first meeting's
        SoFar so_far;
    };
    auto const day = [](int after) { return std::optional(monday + days(after)); };
    for (Row const& row : {
             Row{"before", 0, false, -7, {.held = 0, .planned = 5, .next = day(0)}},
             Row{"the first day", 0, false, 0, {.held = 0, .planned = 5, .next = day(0)}},
             Row{"the first, open", 0, true, 0, {.held = 0, .planned = 5, .open = 1, .next = day(21)}},
             Row{"after the first", 1, false, 1, {.held = 1, .planned = 5, .next = day(21)}},
             Row{"the second is late", 1, false, 30, {.held = 1, .planned = 5, .next = day(21)}},
             Row{"the fifth, open", 4, true, 84, {.held = 4, .planned = 5, .open = 5, .next = day(154)}},
             Row{"after the fifth", 5, false, 90, {.held = 5, .planned = 5, .next = day(154), .follow_up = true}},
             Row{"the follow-up, open", 5, true, 154, {.held = 5, .planned = 5, .open = 6, .follow_up = true}},
             Row{"after all", 6, false, 160, {.held = 5, .planned = 5, .all_held = true}},
         }) {
        CAPTURE(row.name);
        Wall wall = planned(5);
        for (int i = 0; i < row.held; ++i)
            hold(wall, i < 5 ? monday + days(21 * i) : monday + days(154));
        on(wall, monday + days(row.day));
        if (row.open)
            wall.must(OpenMeeting{.steps = one_step(), .away = {}});
        CHECK(so_far(wall.board, wall.now.today) == row.so_far);
    }
}

TEST_CASE("on a board where no meeting was held the days tell") {
    Wall const wall = planned(4);
    CHECK(so_far(wall.board, monday + days(22)) == SoFar{.held = 2, .planned = 4, .next = monday + days(42)});
    CHECK(so_far(wall.board, monday + days(64)) ==
          SoFar{.held = 4, .planned = 4, .next = monday + days(133), .follow_up = true});
    CHECK(so_far(wall.board, monday + days(134)) ==
          SoFar{.held = 4, .planned = 4, .follow_up = true, .all_held = true});
    CHECK(so_far(Wall::with_course().board, monday) == SoFar{});
}

TEST_CASE("since the last meeting: what happened after its day") {
    Wall wall = Wall::with_course();
    IdeaId const before = wall.idea_at(Given::Running);
    CHECK(since_last_meeting(wall.board).ideas > 0); // since the beginning
    hold(wall, monday);
    CHECK(since_last_meeting(wall.board) == SinceLast{.since = monday});
    on(wall, monday + days(2));
    wall.add_idea("Ti minutters tavlemøde");
    IdeaId const later = wall.idea_at(Given::Running);
    wall.must(CheckInTrial{.trial = wall.trial_of(before), .line = "Det kører", .reading = {}});
    ObstacleId const obstacle{fresh_uuid()};
    wall.must(RaiseObstacle{obstacle, "Vi må ikke lukke telefonen"});
    wall.must(AnswerObstacle{obstacle, "Jo"});
    wall.must(NoteOutcome{wall.trial_of(before), an_outcome()});
    wall.must(a_decision(wall.trial_of(before), Decision::Stop));
    auto const since = since_last_meeting(wall.board);
    CHECK(since.since == monday);
    CHECK(since.ideas >= 2);
    CHECK(since.check_ins == 1);
    CHECK(since.started == std::vector{wall.trial_of(later)});
    CHECK(since.decided == std::vector{wall.trial_of(before)});
    CHECK(since.answered == std::vector{obstacle});
}

TEST_CASE("what waits: trials on their last day, parked ideas whose day has come, and what is not answered") {
    Wall wall = Wall::with_course();
    IdeaId const running = wall.idea_at(Given::Running);
    IdeaId const parked = wall.idea_at(Given::Parked);
    Date const last_day = *wall.idea(running).trials.back().plan.to;
    Date const revisit = wall.idea(parked).parking->revisit;
    std::vector<ObstacleId> obstacles;
    for (char const* text : {"Uden svar", "Sent svar", "Tidligt svar", "Besvaret"}) {
        obstacles.push_back(ObstacleId{fresh_uuid()});
        wall.must(RaiseObstacle{obstacles.back(), text});
    }
    wall.must(PromiseAnswer{obstacles[1], monday + days(9)});
    wall.must(PromiseAnswer{obstacles[2], monday + days(3)});
    wall.must(AnswerObstacle{obstacles[3], "Ja"});
    CHECK(waiting(wall.board, last_day - days(1)).due.empty());
    CHECK(waiting(wall.board, last_day).due == std::vector{wall.trial_of(running)});
    CHECK(waiting(wall.board, revisit - days(1)).revisit.empty());
    CHECK(waiting(wall.board, revisit).revisit == std::vector{parked});
    CHECK(waiting(wall.board, monday).leader == std::vector{obstacles[2], obstacles[1], obstacles[0]});
}

TEST_CASE("what was decided on a meeting's day is read back") {
    Wall wall = Wall::with_course();
    IdeaId const earlier = wall.idea_at(Given::Running);
    on(wall, monday + days(14));
    wall.must(OpenMeeting{.steps = one_step(), .away = {}});
    CHECK(decided_at(wall.board, wall.board.meetings[0]).empty());
    wall.must(NoteOutcome{wall.trial_of(earlier), an_outcome()});
    wall.must(a_decision(wall.trial_of(earlier), Decision::Park));
    IdeaId const selected = wall.idea_at(Given::Selected);
    IdeaId const parked = wall.idea_at(Given::Parked);
    auto const decided = decided_at(wall.board, wall.board.meetings[0]);
    CHECK(decided.decided == std::vector{wall.trial_of(earlier)});
    CHECK(decided.selected == std::vector{selected});
    CHECK(decided.parked == std::vector{parked}); // the one parked by its trial stands there already
}

TEST_CASE("meetings are spread evenly, and none falls on a weekend") {
    CHECK(spread(monday, 3, 21) == std::vector{monday, monday + days(21), monday + days(42)});
    CHECK(spread(monday + days(5), 2, 14) == std::vector{monday + days(7), monday + days(21)});
    CHECK(spread(monday, 0, 21).empty());
}
