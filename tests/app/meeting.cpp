// The wall in a meeting: its clock ticks, and nothing else is drawn for it.
#include "demo_wall.h"
#include "ui/kit/raster.h"

#include <vector>

namespace {

void tap(app::Stage& stage, char const* id) {
    auto const item = stage.find(id);
    REQUIRE_MESSAGE(item, std::string(id), " is not there");
    stage.play({{.path = {stage.middle(*item)}, .seconds = 0.06}});
}

/// Draws the app's frames at times of its own into one picture, and says what changed in it.
class Painted {
  public:
    explicit Painted(app::Stage& stage) : m_app(stage.app()), m_pixels(1920 * 1080) {}
    std::vector<ui::PixelRect> at(double seconds) {
        ui::InputFrame input;
        input.now_s = 100 + seconds; // after the script
        input.size = {1920, 1080};
        auto moment = *app::parse_moment("2026-11-23T09:43");
        moment.now.at += std::chrono::milliseconds(static_cast<int>(seconds * 1000));
        auto* const drawn = m_app.frame(input, moment, 65 * 25.4F / 2203);
        auto const damage = m_raster.draw(*drawn, m_app.atlas(), {m_pixels.data(), 1920, 1080, 1920});
        return {damage.begin(), damage.end()};
    }
    double next_s() const { return m_app.next_frame_s() - 100; }

  private:
    app::App& m_app;
    ui::Raster m_raster;
    std::vector<std::uint32_t> m_pixels;
};

} // namespace

TEST_CASE("a meeting's clock ticks once a second where it is shown, and only it is drawn again") {
    TestFolder const folder("meeting");
    auto stage = open_stage(demo_wall(folder / "board.rundtbord"));
    tap(*stage, "dock/meeting");
    tap(*stage, "meeting/begin");
    tap(*stage, "meeting/agenda-back");
    stage->wait(11); // nothing is said of it any more
    auto const clock = stage->find("meeting/clock");
    REQUIRE(clock);
    Painted painted(*stage);
    for (int i = 0; i < 4; ++i) // everything at rest
        painted.at(i * 0.001);
    CHECK(painted.next_s() > 0.003);
    CHECK(painted.next_s() <= 1.01);
    for (int tick = 1; tick <= 3; ++tick) {
        double const due = painted.next_s();
        auto const damage = painted.at(due);
        CHECK_FALSE(damage.empty());
        for (auto const& part : damage) {
            CHECK(float(part.x) >= clock->rect.x - 3);
            CHECK(float(part.y) >= clock->rect.y - 3);
            CHECK(float(part.x + part.w) <= clock->rect.right() + 3);
            CHECK(float(part.y + part.h) <= clock->rect.bottom() + 3);
        }
        CHECK(painted.next_s() > due + 0.9);
    }
}

TEST_CASE("elsewhere a meeting's pill changes with the minute, and asks for no frame before") {
    TestFolder const folder("meeting");
    auto stage = open_stage(demo_wall(folder / "board.rundtbord"));
    tap(*stage, "dock/meeting");
    tap(*stage, "meeting/begin");
    tap(*stage, "meeting/back");
    REQUIRE(stage->find("header/meeting"));
    stage->wait(11);
    Painted painted(*stage);
    for (int i = 0; i < 4; ++i)
        painted.at(i * 0.001);
    double const changes = painted.next_s();
    CHECK(changes <= 60.1);
    painted.at(changes + 0.01);
    CHECK(painted.next_s() > changes + 1.5);
    tap(*stage, "header/meeting"); // one touch back
    CHECK(stage->app().screen_name() == "meeting");
}
