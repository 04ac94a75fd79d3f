// Scroll areas with things in them.
#include "hands.h"

#include <map>

using namespace ui;

namespace {

/// A lane of ten cards of 100 du in a window of `height`.
struct Lane {
    float height;
    std::map<std::string, int> taps;
    Hands hands;
    explicit Lane(float h) : height(h), hands([this](Ui& ui) { draw(ui); }) {}
    void draw(Ui& ui) {
        Rect const rect{100, 100, 400, height};
        float const top = rect.y - ui.begin_scroll("lane", rect, 1000, "Idé");
        for (int i = 0; i < 10; ++i) {
            std::string const id = "card/" + std::to_string(i);
            Rect const card{100, top + 100 * static_cast<float>(i), 400, 90};
            taps[id] += ui.touch({.id = id, .role = "card", .rect = card, .accepts = Accepts::Lift}).tapped;
        }
        ui.end_scroll();
    }
    float offset() const { return hands.ui.scroll_offset("lane"); }
};

} // namespace

TEST_CASE("A lane scrolls under the finger and stops at its ends") {
    Lane lane(450);
    CHECK(lane.hands.item("lane").role == "scroll");
    PointerId finger = lane.hands.down(Vec2{300, 500});
    lane.hands.frame();
    lane.hands.move(finger, {300, 400});
    lane.hands.wait(0.3);
    float const slop = 8 / 0.75F;
    CHECK(lane.offset() == doctest::Approx(100 - slop));
    lane.hands.move(finger, {300, -900});
    lane.hands.wait(0.3);
    CHECK(lane.offset() == 550);
    lane.hands.up(finger);
    lane.hands.run(1);
    CHECK(lane.offset() == 550);
    CHECK(lane.hands.item("card/9").rect.bottom() == doctest::Approx(100 + 450 - 10));
    CHECK(lane.taps["card/4"] == 0);
    lane.hands.tap("card/9");
    CHECK(lane.taps["card/9"] == 1);
}

TEST_CASE("A flicked lane runs on and a touch stops it") {
    Lane lane(450);
    PointerId const finger = lane.hands.down(Vec2{300, 500});
    lane.hands.frame();
    for (float y = 490; y > 440; y -= 10) {
        lane.hands.move(finger, {300, y});
        lane.hands.wait(0.02);
    }
    lane.hands.up(finger);
    lane.hands.frame();
    float const left = lane.offset();
    CHECK_FALSE(lane.hands.ui.settled());
    lane.hands.run(0.1);
    float const ran = lane.offset();
    CHECK(ran > left + 20);
    lane.hands.down(Vec2{300, 300});
    lane.hands.frame();
    float const stopped = lane.offset();
    lane.hands.run(2);
    CHECK(lane.offset() == stopped);
}

TEST_CASE("A lane under calm motion stays where the finger left it") {
    Lane lane(450);
    lane.hands.ui.calm_motion = true;
    PointerId const finger = lane.hands.down(Vec2{300, 500});
    lane.hands.frame();
    for (float y = 490; y > 440; y -= 10) {
        lane.hands.move(finger, {300, y});
        lane.hands.wait(0.02);
    }
    float const left = lane.offset();
    lane.hands.up(finger);
    lane.hands.frame();
    lane.hands.run(1);
    CHECK(lane.offset() == left);
}

TEST_CASE("Content that fits does not scroll and its cards are pulled any way") {
    Lane lane(1000);
    PointerId const finger = lane.hands.down(Vec2{300, 500});
    lane.hands.frame();
    lane.hands.move(finger, {300, 400});
    lane.hands.frame();
    CHECK(lane.offset() == 0);
    CHECK(lane.hands.ui.is_dragging("card/4"));
}

TEST_CASE("What is scrolled out of sight is not touched") {
    Lane lane(450);
    CHECK(lane.hands.item("card/4").clip.h == doctest::Approx(50));
    CHECK(lane.hands.item("card/8").clip.empty());
    lane.hands.tap(Vec2{300, 920});
    CHECK(lane.taps["card/8"] == 0);
}

TEST_CASE("A lane is scrolled by hand and kept within its ends") {
    Lane lane(450);
    lane.hands.ui.scroll_by("lane", 30);
    lane.hands.frame();
    CHECK(lane.offset() == 30);
    lane.hands.ui.scroll_by("lane", -90);
    lane.hands.frame();
    CHECK(lane.offset() == 0);
    lane.hands.ui.scroll_to("lane", 9999);
    lane.hands.frame();
    CHECK(lane.offset() == 550);
    lane.height = 800;
    lane.hands.frame();
    CHECK(lane.offset() == 200);
}

TEST_CASE("An area within an area scrolls by itself") {
    Hands hands([](Ui& ui) {
        float const top = 100 - ui.begin_scroll("outer", {100, 100, 800, 400}, 1000);
        ui.begin_scroll("inner", {100, top, 800, 200}, 600);
        ui.end_scroll();
        ui.begin_scroll("fits", {100, top + 250, 800, 200}, 100);
        ui.touch({.id = "field", .role = "text", .rect = {100, top + 250, 800, 100}});
        ui.end_scroll();
        ui.end_scroll();
    });
    auto const pull = [&](float y) {
        PointerId const finger = hands.down(Vec2{400, y});
        hands.frame();
        hands.move(finger, {400, y - 60});
        hands.wait(0.2);
        hands.up(finger);
        hands.wait(0.2);
    };
    pull(200);
    CHECK(hands.ui.scroll_offset("inner") > 40);
    CHECK(hands.ui.scroll_offset("outer") == 0);
    pull(400); // the field in an area that fits belongs to the outer one
    CHECK(hands.ui.scroll_offset("outer") > 40);
}
