// What an area does after the finger has left it.
#include "fingers.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace ui;

namespace {

Wall lane() {
    Wall wall;
    wall.targets = {target("lane", {0, 0, 400, 1000}, Accepts::Scroll, "lane"),
                    target("card", {0, 0, 400, 200}, Accepts::Lift, "lane"),
                    target("other", {500, 0, 400, 1000}, Accepts::Scroll, "other")};
    return wall;
}

/// A finger moving `mm_s` upwards for 0.1 s, reported every 10 ms; then it rests, and leaves.
void flick(Wall& wall, float mm_s, double rest_s = 0) {
    wall.frame(0, {{0, 1, 'd', 200, 800}});
    float y = 800;
    for (int i = 1; i <= 10; ++i) {
        y -= mm_s / 100;
        wall.frame(0.01 * i, {{0.01 * i, 1, 'm', 200, y}});
    }
    wall.frame(0.1 + rest_s, {{0.1 + rest_s, 1, 'u', 200, y}});
}

float glide(Wall& wall, double from_s, double to_s, double step_s) {
    float sum = 0;
    for (double t = from_s + step_s; t <= to_s + 1e-9; t += step_s) {
        wall.frame(t);
        sum += wall.pointers.scrolled_by("lane");
    }
    return sum;
}

} // namespace

TEST_CASE("A flick runs on by its velocity times the friction") {
    Wall wall = lane();
    flick(wall, 500);
    CHECK(wall.pointers.gliding());
    CHECK(wall.pointers.busy());
    CHECK(wall.pointers.scrolling("lane"));
    float const run = glide(wall, 0.1, 5, 0.016);
    CHECK(run == doctest::Approx(500 * 0.35 - 8 * 0.35).epsilon(0.02));
    CHECK_FALSE(wall.pointers.busy());
}

TEST_CASE("A flick runs equally far at any frame rate") {
    Wall fast = lane(), slow = lane();
    flick(fast, 500);
    flick(slow, 500);
    CHECK(glide(fast, 0.1, 0.6, 0.005) == doctest::Approx(glide(slow, 0.1, 0.6, 0.1)).epsilon(0.001));
}

TEST_CASE("Only a quick release flings") {
    struct Given {
        float mm_s;
        double rest_s;
        bool flings;
    };
    for (Given const& given :
         {Given{140, 0, false}, Given{160, 0, true}, Given{500, 0.02, true}, Given{500, 0.09, false}}) {
        CAPTURE(given.mm_s);
        CAPTURE(given.rest_s);
        Wall wall = lane();
        flick(wall, given.mm_s, given.rest_s);
        CHECK(wall.pointers.gliding() == given.flings);
    }
}

TEST_CASE("A new finger stops the area it touches and no other") {
    Wall wall = lane();
    flick(wall, 500);
    wall.frame(0.15, {{0.15, 2, 'd', 600, 500}});
    CHECK(wall.pointers.gliding());
    wall.frame(0.2, {{0.2, 3, 'd', 200, 100}});
    CHECK_FALSE(wall.pointers.gliding());
    CHECK(wall.of(3).owner == "lane"); // the card that rushed by is not what was meant
    wall.frame(0.25, {{0.25, 3, 'u', 200, 100}});
    wall.frame(0.3, {{0.3, 4, 'd', 200, 100}});
    CHECK(wall.of(4).owner == "card");
}

TEST_CASE("A card in an area that hardly moves any more can be tapped") {
    Wall wall = lane();
    flick(wall, 500);
    wall.frame(0.7); // 500 · e^(-0.6/0.35) = 90 mm/s
    REQUIRE(wall.pointers.gliding());
    wall.frame(0.71, {{0.71, 3, 'd', 200, 100}});
    CHECK(wall.of(3).owner == "card");
}

TEST_CASE("An area that hits its end stops") {
    Wall wall = lane();
    flick(wall, 500);
    wall.pointers.stop_momentum("lane");
    CHECK_FALSE(wall.pointers.busy());
}
