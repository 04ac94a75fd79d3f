// The pulse on a whole wall: answers lie in memory until it closes, and a pulled plug annuls it and says so.
#include "demo_wall.h"

#include <algorithm>

namespace {

void tap(app::Stage& stage, std::string const& id) {
    auto const item = stage.find(id);
    REQUIRE_MESSAGE(item, id);
    stage.play({{.path = {stage.middle(*item)}}});
}

void open_pulse(app::Stage& stage) {
    tap(stage, "dock/check-in");
    tap(stage, "pulse/new");
    tap(stage, "pulse/ready/1");
    tap(stage, "pulse/start");
}

void answer(app::Stage& stage, int step) {
    tap(stage, "pulse/" + std::to_string(step));
    CHECK_FALSE(stage.find("pulse/1")); // calm: no second answer in the same breath
    stage.wait(4);
}

} // namespace

TEST_CASE("answers are counted in memory and written once") {
    TestFolder const folder("pulse");
    auto stage = open_stage(demo_wall(folder / "tavle.rundtbord"));
    open_pulse(*stage);
    REQUIRE(board::open_pulse(stage->app().board()));
    for (int const step : {4, 4, 2, 5, 4})
        answer(*stage, step);
    CHECK(board::open_pulse(stage->app().board())->counts.empty());
    for (auto const& item : stage->app().ui().items())
        CHECK(item.value != "4"); // nothing on the wall tells of an answer
    tap(*stage, "pulse/close");
    tap(*stage, "pulse/close-yes");
    auto const& pulse = stage->app().board().pulses.back();
    CHECK(pulse.state == board::RoundState::Closed);
    CHECK(pulse.counts == std::vector<std::vector<int>>{{0, 1, 0, 3, 1}});
}

TEST_CASE("a pulled plug annuls the open pulse") {
    TestFolder const folder("pulse");
    auto stage = open_stage(demo_wall(folder / "tavle.rundtbord"));
    open_pulse(*stage);
    answer(*stage, 1);
    REQUIRE(stage->restart());
    auto const& pulse = stage->app().board().pulses.back();
    CHECK(pulse.state == board::RoundState::Annulled);
    CHECK(pulse.counts.empty());
    auto const& items = stage->app().ui().items();
    CHECK(std::any_of(items.begin(), items.end(), [](ui::Item const& item) { return item.role == "notice"; }));
}

TEST_CASE("a pulse nobody closes closes with its day") {
    TestFolder const folder("pulse");
    auto stage = open_stage(demo_wall(folder / "tavle.rundtbord"));
    open_pulse(*stage);
    for (int i = 0; i < 5; ++i)
        answer(*stage, 3);
    stage->set_moment(*app::parse_moment("2026-11-24T08:00"));
    stage->wait(0.2);
    auto const& pulse = stage->app().board().pulses.back();
    CHECK(pulse.state == board::RoundState::Closed);
    CHECK(board::pulse_mean(pulse, 0) == 3.0);
}
