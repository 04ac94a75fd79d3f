// A round on the wall: after a pulled plug it goes on at the same person, with the clock right.
#include "demo_wall.h"

namespace {

void tap(app::Stage& stage, char const* id) {
    auto const item = stage.find(id);
    REQUIRE_MESSAGE(item, std::string(id), " is not there");
    stage.play({{.path = {stage.middle(*item)}, .seconds = 0.06}});
}

std::string value_of(app::Stage const& stage, std::string const& id) {
    auto const item = stage.find(id);
    return item ? item->value : "not there";
}

} // namespace

TEST_CASE("after a pulled plug a round goes on at the same person, and the time without power has gone") {
    TestFolder const folder("round");
    auto stage = open_stage(demo_wall(folder / "board.rundtbord"));
    tap(*stage, "dock/round");
    tap(*stage, "round/more"); // two minutes each
    tap(*stage, "round/begin");
    stage->wait(20);
    tap(*stage, "round/give");
    tap(*stage, "round/pass");
    stage->wait(30);
    auto const speaks = stage->find("round/clock")->label;
    CHECK(value_of(*stage, "round/clock") == "0.30");
    REQUIRE(stage->restart());
    stage->wait(5);
    CHECK(stage->app().screen_name() == "round");
    CHECK(stage->find("round/clock")->label == speaks);
    CHECK(value_of(*stage, "round/clock") == "0.35");
    CHECK(value_of(*stage, "round/person/1") == "had");
    CHECK(value_of(*stage, "round/person/2") == "passed");
    CHECK(value_of(*stage, "round/person/3") == "speaks");
    CHECK(stage->app().table().drafts().find("\"minutes\":2") != std::string::npos);
    tap(*stage, "round/stop");
    stage->wait(1);
    REQUIRE(stage->restart());
    CHECK(stage->app().screen_name() == "board"); // of a round that is over nothing is kept
    CHECK(stage->app().table().drafts().empty());
}

TEST_CASE("a round stands still while its meeting's clock does, also after a pulled plug, and ends with the meeting") {
    TestFolder const folder("round");
    auto stage = open_stage(demo_wall(folder / "board.rundtbord"));
    tap(*stage, "dock/meeting");
    tap(*stage, "meeting/begin");
    tap(*stage, "meeting/agenda-back");
    tap(*stage, "meeting/round");
    tap(*stage, "round/begin");
    stage->wait(10);
    tap(*stage, "header/meeting");
    tap(*stage, "meeting/pause");
    stage->wait(600);
    tap(*stage, "meeting/round");
    auto const stood_at = value_of(*stage, "round/clock");
    CHECK(stood_at < "0.13");
    REQUIRE(stage->restart());
    CHECK(stage->app().screen_name() == "round");
    stage->wait(60);
    CHECK(value_of(*stage, "round/clock") == stood_at);
    tap(*stage, "header/meeting");
    tap(*stage, "meeting/pause"); // goes on
    tap(*stage, "meeting/round");
    stage->wait(3);
    CHECK(value_of(*stage, "round/clock") > stood_at);
    stage->app().request(screens::Ask{.command = board::CloseMeeting{}});
    stage->wait(1);
    REQUIRE(stage->restart());
    CHECK(stage->app().screen_name() == "board");
}

TEST_CASE("a round outside a meeting that was left for hours is not come back to") {
    TestFolder const folder("round");
    auto setup = demo_wall(folder / "board.rundtbord");
    {
        auto stage = open_stage(setup);
        tap(*stage, "dock/round");
        tap(*stage, "round/begin");
        stage->wait(2);
    }
    setup.moment = *app::parse_moment("2026-11-23T15:00");
    auto stage = open_stage(setup);
    CHECK(stage->app().screen_name() == "board");
    tap(*stage, "dock/round");
    CHECK(stage->find("round/begin"));
}
