// What moves by itself, and when the next frame is due.
#include "hands.h"

#include <limits>

using namespace ui;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("Motion eases and can be interrupted and comes to rest") {
    float target = 0, value = 0;
    Vec2 place, goal{100, 100};
    Hands hands([&](Ui& ui) {
        value = ui.ease("a", target, 0.2);
        place = ui.glide("a", goal, 0.2);
    });
    CHECK(value == 0); // new: at once where it belongs
    CHECK(place == goal);
    CHECK(hands.ui.settled());
    CHECK(hands.ui.next_frame_s() == never);
    target = 1, goal = {200, 100};
    hands.wait(1);
    CHECK(value == 0);
    CHECK_FALSE(hands.ui.settled());
    CHECK(hands.ui.next_frame_s() <= hands.input.now_s);
    hands.wait(0.1);
    CHECK(value == doctest::Approx(0.875)); // ease-out cubic, half way in time
    CHECK(place.x == doctest::Approx(187.5));
    target = 0;
    hands.wait(0.05);
    float const turned = value; // it turns from where it is, without a jump
    CHECK(turned > 0.875F);
    hands.wait(0.1);
    CHECK(value < turned);
    hands.run(1);
    CHECK(value == 0);
    CHECK(place == goal);
    CHECK(hands.ui.settled());
    CHECK(hands.ui.next_frame_s() == never);
}

TEST_CASE("Calm motion arrives at once") {
    float target = 0, value = 0;
    Hands hands([&](Ui& ui) { value = ui.ease("a", target, 0.2); });
    hands.ui.calm_motion = true;
    target = 1;
    hands.wait(0.1);
    CHECK(value == 1);
    CHECK(hands.ui.settled());
}

TEST_CASE("Motion that nobody asked for in a while starts afresh") {
    float target = 0, value = 0;
    bool asks = true;
    Hands hands([&](Ui& ui) {
        if (asks)
            value = ui.ease("a", target, 0.2);
    });
    asks = false;
    for (int i = 0; i < 20; ++i)
        hands.wait(0.1);
    asks = true, target = 1;
    hands.wait(0.1);
    CHECK(value == 1);
    target = 2;
    hands.ui.still("a");
    hands.wait(0.1);
    CHECK(value == 2);
}

TEST_CASE("A time that is past asks for no frame: this one has seen it") {
    double due = 0;
    Hands hands([&](Ui& ui) { ui.wake_at(due); });
    due = hands.input.now_s + 0.5;
    hands.wait(0.1);
    CHECK(hands.ui.next_frame_s() == due);
    hands.wait(1);
    CHECK(hands.ui.next_frame_s() == never);
}

TEST_CASE("A frame is asked for at the earliest of the wished times") {
    Hands hands([&](Ui& ui) {
        ui.wake_at(60);
        ui.wake_at(30);
        ui.wake_at(90);
    });
    CHECK(hands.ui.next_frame_s() == 30);
    CHECK(hands.ui.settled());
}

TEST_CASE("A touch asks for one more frame and then the wall rests") {
    Hands hands([](Ui& ui) { ui.touch({.id = "a", .rect = {100, 100, 100, 100}}); });
    hands.down("a");
    hands.frame();
    CHECK(hands.ui.next_frame_s() <= hands.input.now_s);
    hands.wait(0.02);
    CHECK(hands.ui.next_frame_s() == doctest::Approx(0.5)); // the hold
    hands.run(1);
    CHECK(hands.ui.next_frame_s() == 20); // when the finger is given up as stuck
    CHECK(hands.ui.settled());
}
