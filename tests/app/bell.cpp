// When the wall rings: once for each thing, and never for what was so before.
#include "bell.h"

#include "demo_wall.h"

namespace {

board::Board with_meeting(std::chrono::minutes planned, std::chrono::minutes used) {
    board::Board board;
    board::HeldMeeting meeting;
    meeting.no = 1;
    meeting.steps.resize(2);
    meeting.steps[0].plan.minutes = static_cast<int>(planned.count());
    meeting.steps[1].plan.minutes = static_cast<int>(planned.count());
    meeting.running_since = board::Instant{} - used;
    board.meetings.push_back(meeting);
    return board;
}

board::Instant after(int seconds) { return board::Instant{} + std::chrono::seconds(seconds); }

} // namespace

TEST_CASE("the end of a step rings once, and one that was over before does not") {
    using std::chrono::minutes;
    app::Bell bell;
    screens::RoundView const none;
    auto const board = with_meeting(minutes(5), minutes(4));
    REQUIRE(board::open_meeting(board));
    CHECK_FALSE(bell.rings(board, none, after(0)));
    CHECK_FALSE(bell.rings(board, none, after(59)));
    CHECK(bell.rings(board, none, after(60)));
    CHECK_FALSE(bell.rings(board, none, after(61)));
    auto next = board;
    next.meetings[0].step = 1;
    next.meetings[0].running_since = after(61);
    CHECK_FALSE(bell.rings(next, none, after(62)));
    app::Bell late;
    CHECK_FALSE(late.rings(with_meeting(minutes(5), minutes(9)), none, after(0)));
    CHECK_FALSE(late.rings(with_meeting(minutes(5), minutes(9)), none, after(1)));
}

TEST_CASE("the end of a turn rings, and the next turn rings for itself") {
    app::Bell bell;
    board::Board const board;
    screens::RoundView round;
    round.state = screens::RoundView::State::Running;
    round.turns.resize(2);
    round.since = after(10);
    CHECK_FALSE(bell.rings(board, round, after(10)));
    CHECK_FALSE(bell.rings(board, round, after(69)));
    CHECK(bell.rings(board, round, after(70)));
    CHECK_FALSE(bell.rings(board, round, after(71)));
    round.on = 1;
    round.since = after(71);
    CHECK_FALSE(bell.rings(board, round, after(71)));
    CHECK(bell.rings(board, round, after(132)));
}

TEST_CASE("a vote that is shown rings; those that were closed before do not") {
    app::Bell bell;
    screens::RoundView const none;
    board::Board board;
    board.rounds.resize(2);
    board.rounds[0].state = board::RoundState::Closed;
    board.rounds[1].state = board::RoundState::Open;
    CHECK_FALSE(bell.rings(board, none, {}));
    board.rounds[1].state = board::RoundState::Closed;
    CHECK(bell.rings(board, none, {}));
    CHECK_FALSE(bell.rings(board, none, {}));
}

TEST_CASE("sound is off until it is chosen; without a loudspeaker the settings say so, and nothing else happens") {
    TestFolder folder("bell");
    auto setup = demo_wall(folder / "tavle.rundtbord");
    int played = 0;
    bool there = true;
    setup.tone = [&] { return ++played, there; };
    auto const stage = open_stage(setup);
    auto const tap = [&](std::string const& id) {
        auto const item = stage->find(id);
        REQUIRE_MESSAGE(item, id);
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
        stage->wait(0.2);
        stage->settle();
    };
    for (char const* id : {"dock/more", "more/facilitator"})
        tap(id);
    for (int i = 0; i < 2; ++i) {
        stage->type("740295");
        tap("pin/done");
    }
    tap("pin/written");
    tap("facilitator/screen");
    CHECK(played == 0);
    tap("screen/sound");
    CHECK(played == 1); // this is what it sounds like
    tap("screen/sound");
    CHECK(played == 1);
    there = false;
    tap("screen/sound");
    CHECK(played == 2);
    CHECK(stage->find("screen/sound")->value == "on");
}
