// The meetings as they are held: opened, led step by step, paused, changed on the way, closed.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

std::vector<AgendaStep> an_agenda() {
    return {{"Tjek ind", "", 5, StepOpens::Round},
            {"Opsamling", "Tallene først", 40, StepOpens::Trials},
            {"Tjek ud", "", 5, StepOpens::Farewell}};
}

Wall in_a_meeting() {
    Wall wall = Wall::with_course();
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    return wall;
}

HeldMeeting const& meeting(Wall const& wall) { return wall.board.meetings.back(); }
std::chrono::minutes used(Wall const& wall, int step) {
    return std::chrono::floor<std::chrono::minutes>(time_used(meeting(wall), step, wall.now.at));
}
std::chrono::minutes left(Wall const& wall) {
    return std::chrono::floor<std::chrono::minutes>(time_left(meeting(wall), meeting(wall).step, wall.now.at));
}

} // namespace

TEST_CASE("a meeting is opened with an agenda, and is the only one") {
    Wall wall = in_a_meeting();
    CHECK(meeting(wall).no == 1);
    CHECK(meeting(wall).on == monday);
    CHECK(meeting(wall).steps.size() == 3);
    CHECK(meeting(wall).steps[1].plan == an_agenda()[1]);
    CHECK(meeting(wall).step == 0);
    CHECK(meeting(wall).running_since == wall.now.at);
    CHECK(wall.rule(OpenMeeting{.steps = an_agenda(), .away = {}}) == Rule::MeetingAlreadyOpen);
}

TEST_CASE("what an agenda may be") {
    struct Row {
        char const* name;
        std::vector<AgendaStep> steps;
        std::optional<Rule> refused;
    };
    std::vector<AgendaStep> const many(21, AgendaStep{"Punkt", "", 5, StepOpens::Nothing});
    std::vector<AgendaStep> const most(20, AgendaStep{"Punkt", "", 5, StepOpens::Nothing});
    for (Row const& row : {Row{"none", {}, Rule::AgendaOutOfRange}, Row{"twenty", most, {}},
                           Row{"twenty-one", many, Rule::AgendaOutOfRange},
                           Row{"no title", {{"  ", "", 5, StepOpens::Nothing}}, Rule::TextEmpty},
                           Row{"no minutes", {{"Tjek ind", "", 0, StepOpens::Nothing}}, Rule::NumberOutOfRange},
                           Row{"a minute", {{"Tjek ind", "", 1, StepOpens::Nothing}}, {}},
                           Row{"four hours", {{"Tjek ind", "", 240, StepOpens::Nothing}}, {}},
                           Row{"longer", {{"Tjek ind", "", 241, StepOpens::Nothing}}, Rule::NumberOutOfRange},
                           Row{"a CPR number", {{"010190-1234", "", 5, StepOpens::Nothing}}, Rule::LooksLikeCpr}}) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        CHECK(wall.rule(OpenMeeting{.steps = row.steps, .away = {}}) == row.refused);
    }
}

TEST_CASE("the kind of a meeting follows its number, unless another is chosen") {
    struct Row {
        int planned, no;
        MeetingKind kind;
    };
    using enum MeetingKind;
    for (Row const row : {Row{5, 1, Start}, Row{5, 2, Learning}, Row{5, 3, Obstacles}, Row{5, 4, Scaling},
                          Row{5, 5, Closing}, Row{5, 6, FollowUp}, Row{5, 7, FollowUp}, Row{4, 1, Start},
                          Row{4, 2, Learning}, Row{4, 3, Scaling}, Row{4, 4, Closing}, Row{4, 5, FollowUp},
                          Row{0, 1, Start}, Row{0, 2, Learning}, Row{0, 6, FollowUp}, Row{1, 1, Start}}) {
        CAPTURE(row.planned);
        CAPTURE(row.no);
        CHECK(kind_of_meeting(row.no, row.planned) == row.kind);
    }
    Wall wall = Wall::with_course();
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}, .kind = Scaling});
    CHECK(meeting(wall).kind == Scaling);
}

TEST_CASE("each step has a clock of its own, which runs only while the step is on") {
    Wall wall = in_a_meeting();
    wall.now.at += 7min;
    CHECK(used(wall, 0) == 7min);
    CHECK(left(wall) == -2min); // over, and said so
    wall.must(BeginStep{1});
    wall.now.at += 10min;
    CHECK(used(wall, 0) == 7min);
    CHECK(used(wall, 1) == 10min);
    CHECK(left(wall) == 30min);
    wall.must(BeginStep{0}); // back to an earlier one: its clock goes on
    wall.now.at += 1min;
    CHECK(used(wall, 0) == 8min);
    CHECK(used(wall, 1) == 10min);
    CHECK(wall.rule(BeginStep{3}) == Rule::NoSuchStep);
    CHECK(wall.rule(BeginStep{-1}) == Rule::NoSuchStep);
}

TEST_CASE("a paused clock stands, and a step that is begun runs") {
    Wall wall = in_a_meeting();
    wall.now.at += 2min;
    wall.must(PauseClock{});
    wall.now.at += 30min;
    CHECK(used(wall, 0) == 2min);
    wall.must(PauseClock{}); // two fingers: nothing more happens
    CHECK(used(wall, 0) == 2min);
    wall.must(ResumeClock{});
    wall.now.at += 1min;
    wall.must(ResumeClock{});
    wall.now.at += 1min;
    CHECK(used(wall, 0) == 4min);
    wall.must(PauseClock{});
    wall.must(BeginStep{1});
    wall.now.at += 1min;
    CHECK(used(wall, 1) == 1min);
}

TEST_CASE("minutes are given to the step that is on, within reason") {
    struct Row {
        int minutes;
        bool granted;
    };
    for (Row const row : {Row{0, false}, Row{-5, false}, Row{5, true}, Row{240, true}, Row{241, false}}) {
        CAPTURE(row.minutes);
        Wall wall = in_a_meeting();
        CHECK(wall.rule(AddMinutes{row.minutes}).has_value() != row.granted);
        CHECK(left(wall) == 5min + (row.granted ? std::chrono::minutes(row.minutes) : 0min));
    }
    Wall wall = in_a_meeting();
    wall.must(AddMinutes{240});
    CHECK(wall.rule(AddMinutes{1}) == Rule::NumberOutOfRange); // not by many small touches either
}

TEST_CASE("the clock is right after a pulled plug, and never negative when the wall's clock is set back") {
    Wall wall = in_a_meeting();
    wall.now.at += 3min;
    wall.must(AddMinutes{5});
    Board const again = fold(wall.records);
    CHECK(again == wall.board);
    CHECK(time_left(again.meetings[0], 0, wall.now.at + 4min) == 3min);
    CHECK(time_used(again.meetings[0], 0, wall.now.at - 24h) == 0ms);
}

TEST_CASE("the agenda is changed after the step that is on, and what a later step has used stays with it") {
    Wall wall = in_a_meeting();
    wall.must(BeginStep{1});
    wall.now.at += 12min;
    wall.must(BeginStep{0});
    auto rest = an_agenda();
    rest.erase(rest.begin());
    rest[0].minutes = 20;
    rest.insert(rest.begin(), {"Pause", "", 10, StepOpens::Nothing});
    wall.must(ChangeAgenda{rest});
    REQUIRE(meeting(wall).steps.size() == 4);
    CHECK(meeting(wall).steps[0].plan.title == "Tjek ind");
    CHECK(meeting(wall).steps[1].plan.title == "Pause");
    CHECK(used(wall, 1) == 0min);
    CHECK(used(wall, 2) == 12min);
    CHECK(meeting(wall).steps[2].plan.minutes == 20);
    wall.must(ChangeAgenda{{}}); // the rest taken out
    CHECK(meeting(wall).steps.size() == 1);
    std::vector<AgendaStep> const many(20, AgendaStep{"Punkt", "", 5, StepOpens::Nothing});
    CHECK(wall.rule(ChangeAgenda{many}) == Rule::AgendaOutOfRange);
    wall.must(ChangeAgenda{{many.begin(), many.begin() + 19}});
}

TEST_CASE("a changed agenda is kept as the course's own for that kind of meeting, and forgotten again") {
    Wall wall = Wall::with_course();
    CHECK_FALSE(own_agenda(wall.board.course, MeetingKind::Learning));
    wall.must(KeepAgenda{MeetingKind::Closing, {{" Fejring ", "", 5, StepOpens::Nothing}}});
    wall.must(KeepAgenda{MeetingKind::Learning, an_agenda()});
    REQUIRE(wall.board.course.agendas.size() == 2);
    CHECK(wall.board.course.agendas[0].kind == MeetingKind::Learning); // in the order of the kinds
    CHECK(own_agenda(wall.board.course, MeetingKind::Learning)->steps == an_agenda());
    CHECK(own_agenda(wall.board.course, MeetingKind::Closing)->steps[0].title == "Fejring");
    auto shorter = an_agenda();
    shorter.pop_back();
    OperationId const kept = wall.must(KeepAgenda{MeetingKind::Learning, shorter});
    CHECK(own_agenda(wall.board.course, MeetingKind::Learning)->steps == shorter);
    wall.must(Undo{kept});
    CHECK(own_agenda(wall.board.course, MeetingKind::Learning)->steps == an_agenda());
    wall.must(KeepAgenda{MeetingKind::Learning, {}});
    CHECK_FALSE(own_agenda(wall.board.course, MeetingKind::Learning));
    CHECK(fold(wall.records) == wall.board);

    std::vector<AgendaStep> const many(21, AgendaStep{"Punkt", "", 5, StepOpens::Nothing});
    CHECK(wall.rule(KeepAgenda{MeetingKind::Start, many}) == Rule::AgendaOutOfRange);
    CHECK(wall.rule(KeepAgenda{MeetingKind::Start, {{" ", "", 5, StepOpens::Nothing}}}) == Rule::TextEmpty);
    CHECK(wall.rule(KeepAgenda{MeetingKind::Start, {{"010190-1234", "", 5, StepOpens::Nothing}}}) ==
          Rule::LooksLikeCpr);
    CHECK(wall.rule(KeepAgenda{MeetingKind::Start, {{"Punkt", "", 0, StepOpens::Nothing}}}) == Rule::NumberOutOfRange);
}

TEST_CASE("who is away is said once each, and only of those who take part") {
    Wall wall = in_a_meeting();
    ParticipantId const here = wall.somebody();
    wall.must(SetAway{{here, here, ParticipantId{fresh_uuid()}}});
    CHECK(meeting(wall).away == std::vector{here});
    wall.must(SetAway{{}});
    CHECK(meeting(wall).away.empty());
}

TEST_CASE("a meeting closes when no vote is open, and its clock stops") {
    Wall wall = in_a_meeting();
    wall.idea_at(Given::Candidate);
    CHECK(wall.rule(CloseMeeting{}) == Rule::RoundIsOpen);
    wall.must(AnnulRound{open_round(wall.board)->no});
    wall.now.at += 4min;
    wall.must(CloseMeeting{});
    wall.now.at += 1h;
    CHECK(used(wall, 0) == 4min);
    CHECK_FALSE(open_meeting(wall.board));
}

TEST_CASE("nothing of a meeting is led while none is open") {
    Wall wall = Wall::with_course();
    for (Command const& wish :
         {Command{BeginStep{0}}, Command{PauseClock{}}, Command{ResumeClock{}}, Command{AddMinutes{5}},
          Command{SetAway{{}}}, Command{ChangeAgenda{an_agenda()}}, Command{CloseMeeting{}}})
        CHECK(wall.rule(wish) == Rule::NoOpenMeeting);
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    wall.must(CloseMeeting{});
    CHECK(wall.rule(CloseMeeting{}) == Rule::NoOpenMeeting);
}

TEST_CASE("a meeting begun by mistake is undone, and one closed by mistake goes on") {
    Wall wall = Wall::with_course();
    OperationId const opened = wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    wall.must(Undo{opened});
    CHECK(wall.board.meetings.empty());
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    wall.now.at += 2min;
    OperationId const closed = wall.must(CloseMeeting{});
    wall.now.at += 1min;
    wall.must(Undo{closed});
    CHECK(open_meeting(wall.board));
    CHECK(used(wall, 0) == 3min);
    OperationId const closed_again = wall.must(CloseMeeting{});
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    CHECK(wall.rule(Undo{closed_again})); // two would be open
}

TEST_CASE("obstacles are raised, promised by a day and answered") {
    Wall wall = Wall::with_course();
    ObstacleId const id{fresh_uuid()};
    CHECK(wall.rule(RaiseObstacle{id, " "}) == Rule::TextEmpty);
    CHECK(wall.rule(RaiseObstacle{id, "Ring til 12 34 56 78"}) == Rule::LooksPersonal);
    CHECK(wall.rule(RaiseObstacle{id, "010190-1234", PersonalData::Confirmed}) == Rule::LooksLikeCpr);
    wall.must(RaiseObstacle{id, " Vi må ikke lukke telefonen "});
    CHECK(find_obstacle(wall.board, id)->text == "Vi må ikke lukke telefonen");
    CHECK(find_obstacle(wall.board, id)->raised_on == monday);
    CHECK(wall.rule(PromiseAnswer{id, monday - std::chrono::days(1)}) == Rule::RevisitInPast);
    wall.must(PromiseAnswer{id, monday + std::chrono::days(7)});
    wall.must(PromiseAnswer{id, monday + std::chrono::days(3)}); // sooner, after all
    CHECK(find_obstacle(wall.board, id)->promised == monday + std::chrono::days(3));
    CHECK(wall.rule(AnswerObstacle{id, ""}) == Rule::TextEmpty);
    wall.must(AnswerObstacle{id, "Ja, en time om dagen"});
    CHECK(find_obstacle(wall.board, id)->answered_on == monday);
    CHECK(wall.rule(PromiseAnswer{id, monday + std::chrono::days(3)}) == Rule::NoSuchObstacle);
    wall.must(AnswerObstacle{id, "Ja, to timer om dagen"}); // an answer can be put right
    for (Command const& wish : {Command{PromiseAnswer{ObstacleId{fresh_uuid()}, monday}},
                                Command{AnswerObstacle{ObstacleId{fresh_uuid()}, "Ja"}}})
        CHECK(wall.rule(wish) == Rule::NoSuchObstacle);
}

TEST_CASE("frames are written and a day to delete the board on is set") {
    Wall wall = Wall::with_course();
    wall.must(WriteFrames{" Borgeren i job ", {.can_decide = "Telefonen ", .must_ask = "", .fixed = "Loven"}});
    CHECK(wall.board.course.core_task == "Borgeren i job");
    CHECK(wall.board.course.frames == Frames{"Telefonen", "", "Loven"});
    CHECK(wall.rule(WriteFrames{"", {.can_decide = std::string(1001, 'a'), .must_ask = "", .fixed = ""}}) ==
          Rule::TextTooLong);
    CHECK(wall.rule(SetDeletionDate{monday - std::chrono::days(1)}) == Rule::RevisitInPast);
    wall.must(SetDeletionDate{monday});
    CHECK(wall.board.course.delete_on == monday);
    wall.must(SetDeletionDate{{}});
    CHECK_FALSE(wall.board.course.delete_on);
}

TEST_CASE("a course ends when nothing is left open on it, and then no meeting is opened") {
    Wall wall = Wall::with_course();
    IdeaId const idea = wall.idea_at(Given::Selected);
    CHECK(wall.ask(CloseCourse{})->number == 1);
    wall.must(a_parking(idea));
    wall.must(OpenMeeting{.steps = an_agenda(), .away = {}});
    CHECK(wall.rule(CloseCourse{}) == Rule::MeetingAlreadyOpen);
    wall.must(CloseMeeting{});
    wall.must(CloseCourse{});
    CHECK(wall.board.course.closed_on == monday);
    CHECK(wall.rule(CloseCourse{}) == Rule::CourseIsClosed);
    CHECK(wall.rule(OpenMeeting{.steps = an_agenda(), .away = {}}) == Rule::CourseIsClosed);
}

TEST_CASE("people sit as it was said, the others after them") {
    Wall wall = Wall::with_course();
    auto const add = [&](char const* name) {
        ParticipantId const id{fresh_uuid()};
        wall.must(AddParticipant{id, name, Role::Employee});
        return id;
    };
    ParticipantId const first = wall.somebody(), mette = add("Mette"), samir = add("Samir");
    CHECK(around_the_table(wall.board) == std::vector{first, mette, samir});
    wall.must(SeatParticipants{{samir, samir, first}}); // said twice, and one left out
    CHECK(around_the_table(wall.board) == std::vector{samir, first, mette});
    wall.must(EditParticipant{first, "Anna", Role::Leader, false});
    CHECK(around_the_table(wall.board) == std::vector{samir, mette});
    CHECK(wall.rule(SeatParticipants{{ParticipantId{fresh_uuid()}}}) == Rule::NoSuchParticipant);
}
