// One finger on one item: streams of reports, and what they come to. Every stream is played twice, a frame
// for each report and all reports in one frame: a slow frame must not change what a hand meant.
#include "fingers.h"

#include <doctest/doctest.h>

#include <limits>

using namespace ui;

namespace {

struct Case {
    char const* name;
    Accepts accepts;
    char const* scroller; ///< the area the item stands in, or ""
    std::vector<Step> steps;
    double end_s; ///< the last frame
    Told expected;
    float scrolled = 0; ///< of the area, without momentum
};

char const* const lane = "lane";
char const* const nowhere = "";

// clang-format off
std::vector<Case> const cases = {
    {"a tap", Accepts::Tap, nowhere, {{0, 1, 'd', 50, 50}, {0.08, 1, 'u', 50, 50}}, 0.08, {.downs = 1, .taps = 1}},
    {"a shaky tap within the slop", Accepts::Tap, lane,
     {{0, 1, 'd', 50, 50}, {0.03, 1, 'm', 53, 55}, {0.08, 1, 'u', 53, 55}}, 0.08, {.downs = 1, .taps = 1}},
    {"a tap slid off", Accepts::Tap, nowhere,
     {{0, 1, 'd', 50, 50}, {0.03, 1, 'm', 60, 50}, {0.08, 1, 'u', 60, 50}}, 0.08, {.downs = 1}},
    {"a tap slid off and back", Accepts::Tap, nowhere,
     {{0, 1, 'd', 50, 50}, {0.03, 1, 'm', 70, 50}, {0.06, 1, 'm', 51, 50}, {0.08, 1, 'u', 51, 50}},
     0.08, {.downs = 1, .taps = 1}},
    {"the finger leaves elsewhere than it was last seen", Accepts::Tap, nowhere,
     {{0, 1, 'd', 50, 50}, {0.08, 1, 'u', 90, 50}}, 0.08, {.downs = 1}},
    {"a long press taps too", Accepts::Tap, nowhere,
     {{0, 1, 'd', 50, 50}, {0.7, 1, 'u', 50, 50}}, 0.7, {.downs = 1, .taps = 1, .holds = 1}},
    {"a button in a lane scrolls away", Accepts::Tap, lane,
     {{0, 1, 'd', 50, 50}, {0.1, 1, 'm', 50, 30}, {0.2, 1, 'm', 50, 20}, {0.5, 1, 'u', 50, 20}}, 0.5, {.downs = 1}, 22},
    {"a button in a lane pulled sideways does not scroll", Accepts::Tap, lane,
     {{0, 1, 'd', 50, 50}, {0.1, 1, 'm', 70, 45}, {0.5, 1, 'u', 70, 45}}, 0.5, {.downs = 1}, 0},
    {"a tap taken away", Accepts::Tap, nowhere, {{0, 1, 'd', 50, 50}, {0.08, 1, 'c', 50, 50}}, 0.08, {.downs = 1}},

    {"a key fires on down", Accepts::Key, nowhere, {{0, 1, 'd', 50, 50}}, 0, {.downs = 1}},
    {"a key never scrolls", Accepts::Key, lane,
     {{0, 1, 'd', 50, 50}, {0.1, 1, 'm', 50, 90}, {0.2, 1, 'u', 50, 90}}, 0.2, {.downs = 1}, 0},
    {"a key held", Accepts::Key, nowhere, {{0, 1, 'd', 50, 50}}, 0.5, {.downs = 1, .holds = 1}},
    {"a key not held long enough", Accepts::Key, nowhere, {{0, 1, 'd', 50, 50}}, 0.49, {.downs = 1}},
    {"a key slid off is not held", Accepts::Key, nowhere,
     {{0, 1, 'd', 50, 50}, {0.1, 1, 'm', 70, 50}}, 0.9, {.downs = 1}},

    {"a card tapped", Accepts::Lift, lane, {{0, 1, 'd', 50, 50}, {0.2, 1, 'u', 52, 50}}, 0.2, {.downs = 1, .taps = 1}},
    {"a card held", Accepts::Lift, lane, {{0, 1, 'd', 50, 50}}, 0.22, {.downs = 1, .lifts = 1}},
    {"a card not yet held", Accepts::Lift, lane, {{0, 1, 'd', 50, 50}}, 0.21, {.downs = 1}},
    {"a card held and dragged down its lane", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.3, 1, 'm', 50, 80}, {0.6, 1, 'u', 50, 80}}, 0.6, {.downs = 1, .lifts = 1, .drops = 1}, 0},
    {"a card pulled sideways", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 61, 55}, {0.3, 1, 'u', 61, 55}},
     0.3, {.downs = 1, .lifts = 1, .drops = 1}, 0},
    {"a card pulled sideways less than the pull", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 59, 50}, {0.3, 1, 'u', 59, 50}}, 0.3, {.downs = 1}, 0},
    {"a flick up scrolls", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 53, 41}, {0.1, 1, 'm', 90, 20}, {0.5, 1, 'u', 90, 20}},
     0.5, {.downs = 1}, 22},
    {"a flick down scrolls back", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 50, 80}, {0.5, 1, 'u', 50, 80}}, 0.5, {.downs = 1}, -22},
    {"a pull in no lane lifts any way", Accepts::Lift, nowhere,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 50, 61}, {0.3, 1, 'u', 50, 61}}, 0.3, {.downs = 1, .lifts = 1, .drops = 1}},
    {"a dragged card taken away", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 70, 50}, {0.1, 1, 'c', 70, 50}}, 0.1, {.downs = 1, .lifts = 1, .cancels = 1}},
    {"a card let go at speed is put down after 80 ms", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 90, 50}, {0.06, 1, 'u', 90, 50}}, 0.14, {.downs = 1, .lifts = 1, .drops = 1}},
    {"and not before", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 90, 50}, {0.06, 1, 'u', 90, 50}}, 0.13, {.downs = 1, .lifts = 1}},
    {"a card lost and found again goes on", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 90, 50}, {0.06, 1, 'u', 90, 50}, {0.1, 2, 'd', 100, 50},
      {0.12, 2, 'm', 150, 50}, {0.4, 2, 'u', 150, 50}},
     0.4, {.downs = 1, .lifts = 1, .drops = 1}},
    {"a card lost and found too far away is dropped", Accepts::Lift, lane,
     {{0, 1, 'd', 50, 50}, {0.05, 1, 'm', 90, 50}, {0.06, 1, 'u', 90, 50}, {0.1, 2, 'd', 120, 150}},
     0.2, {.downs = 1, .lifts = 1, .drops = 1}},

    {"a slider follows at once", Accepts::Drag, lane,
     {{0, 1, 'd', 50, 50}, {0.01, 1, 'm', 50, 52}, {0.02, 1, 'u', 50, 52}},
     0.02, {.downs = 1, .lifts = 1, .drops = 1}, 0},
    {"a slider tapped", Accepts::Drag, lane,
     {{0, 1, 'd', 50, 50}, {0.02, 1, 'u', 50, 50}}, 0.02, {.downs = 1, .taps = 1}},

    {"a panel's ground swallows", Accepts::Nothing, nowhere, {{0, 1, 'd', 50, 50}, {0.1, 1, 'u', 50, 50}}, 0.1, {}},
    {"a panel's ground in a lane lets it scroll", Accepts::Nothing, lane,
     {{0, 1, 'd', 50, 50}, {0.1, 1, 'm', 50, 30}, {0.5, 1, 'u', 50, 30}}, 0.5, {}, 12},
};
// clang-format on

} // namespace

TEST_CASE("One finger does to one item what its movement says") {
    for (Case const& c : cases)
        for (bool const one_frame : {false, true}) {
            CAPTURE(std::string(c.name));
            CAPTURE(one_frame);
            Wall wall;
            wall.targets = {target("item", {0, 0, 100, 100}, c.accepts, c.scroller)};
            Told told;
            float scrolled = 0;
            auto const frame = [&](double now_s, std::vector<Step> const& steps) {
                wall.frame(now_s, steps);
                wall.add_to(told, "item");
                scrolled += wall.pointers.scrolled_by(lane);
            };
            if (one_frame) {
                frame(c.end_s, c.steps);
            } else {
                for (Step const& step : c.steps)
                    frame(step.at_s, {step});
                frame(c.end_s, {});
            }
            if (c.accepts == Accepts::Key) // for the rest a touch that scrolls at once need never be told of
                CHECK(told.downs == c.expected.downs);
            CHECK(told.taps == c.expected.taps);
            CHECK(told.holds == c.expected.holds);
            CHECK(told.lifts == c.expected.lifts);
            CHECK(told.drops == c.expected.drops);
            CHECK(told.cancels == c.expected.cancels);
            CHECK(scrolled == doctest::Approx(c.scrolled));
        }
}

TEST_CASE("An ended finger is told of for one frame and then gone") {
    Wall wall;
    wall.targets = {target("item", {0, 0, 100, 100}, Accepts::Tap)};
    wall.frame(0, {{0, 1, 'd', 50, 50}});
    wall.frame(0.1, {{0.1, 1, 'u', 50, 50}});
    CHECK(wall.of(1).up);
    CHECK(wall.of(1).tapped);
    CHECK(wall.pointers.find(1) == nullptr);
    wall.frame(0.2);
    CHECK(wall.pointers.all().empty());
}

TEST_CASE("A disabled item swallows the finger and lets its area scroll") {
    Wall wall;
    wall.targets = {target("under", {0, 0, 100, 100}, Accepts::Tap, lane),
                    target("off", {0, 0, 100, 100}, Accepts::Tap, lane, false)};
    wall.play({{0, 1, 'd', 50, 50}});
    CHECK(wall.of(1).gesture == Gesture::Ignored);
    CHECK(wall.of(1).owner.empty());
    wall.play({{0.1, 1, 'm', 50, 70}});
    CHECK(wall.of(1).gesture == Gesture::Scrolling);
    CHECK(wall.of(1).owner == lane);
    CHECK(wall.pointers.scrolled_by(lane) == doctest::Approx(-12));
}

TEST_CASE("A finger belongs to the topmost item where it came down and to no other") {
    Wall wall;
    wall.targets = {target("below", {0, 0, 100, 100}, Accepts::Tap), target("above", {40, 40, 20, 20}, Accepts::Tap)};
    wall.play({{0, 1, 'd', 45, 45}, {0.1, 1, 'm', 39, 45}});
    CHECK(wall.of(1).owner == "above");
    CHECK(wall.of(1).grab == Vec2{5, 5});
    wall.targets.pop_back(); // its item is gone: the finger does not fall through to what was under it
    wall.play({{0.2, 1, 'u', 39, 45}});
    CHECK(wall.of(1).owner == "above");
}

TEST_CASE("A grab is measured from the whole item though only a part of it is seen") {
    Wall wall;
    Target card = target("card", {0, 60, 100, 40}, Accepts::Lift);
    card.corner = {0, 20};
    wall.targets = {card};
    wall.frame(0, {{0, 1, 'd', 50, 70}});
    CHECK(wall.of(1).grab == Vec2{50, 50});
}

TEST_CASE("A finger on nothing is ignored") {
    Wall wall;
    wall.play({{0, 1, 'd', 50, 50}, {0.5, 1, 'm', 90, 50}});
    CHECK(wall.of(1).gesture == Gesture::Ignored);
    CHECK_FALSE(wall.pointers.busy());
}

TEST_CASE("Places are design units whatever the window's pixels") {
    Pointers pointers;
    InputFrame input;
    input.size = {3840, 2160};
    input.pointers = {{1, PointerPhase::Down, {200, 100}, 0}};
    pointers.update(input, {target("item", {90, 40, 20, 20}, Accepts::Tap)}, 2, 1.3F);
    REQUIRE(pointers.all().size() == 1);
    CHECK(pointers.all()[0].at == Vec2{100, 50});
    CHECK(pointers.all()[0].owner == "item");
}

TEST_CASE("The slop is in millimetres") {
    struct Given {
        float du_per_mm;
        int taps;
    };
    for (Given const& given : {Given{1, 0}, Given{2, 1}}) {
        Pointers pointers;
        InputFrame input;
        input.pointers = {{1, PointerPhase::Down, {10, 10}, 0},
                          {1, PointerPhase::Move, {22, 10}, 0.1},
                          {1, PointerPhase::Up, {22, 10}, 0.1}};
        pointers.update(input, {target("item", {0, 0, 100, 100}, Accepts::Tap)}, 1, given.du_per_mm);
        CHECK(pointers.all()[0].tapped == (given.taps == 1));
    }
}

TEST_CASE("The next deadline is when a hold ripens") {
    Wall wall;
    wall.targets = {target("card", {0, 0, 100, 100}, Accepts::Lift, lane),
                    target("key", {200, 0, 50, 50}, Accepts::Key)};
    CHECK(wall.pointers.next_deadline_s() == std::numeric_limits<double>::infinity());
    wall.frame(1, {{1, 1, 'd', 220, 20}});
    CHECK(wall.pointers.next_deadline_s() == doctest::Approx(1.5));
    wall.frame(1.1, {{1.1, 2, 'd', 20, 20}});
    CHECK(wall.pointers.next_deadline_s() == doctest::Approx(1.32));
    CHECK(wall.pointers.busy());
    wall.frame(1.32);
    CHECK(wall.of(2).lifted);
    CHECK(wall.pointers.next_deadline_s() == doctest::Approx(1.5));
    wall.frame(1.5);
    CHECK(wall.of(1).held);
    CHECK_FALSE(wall.pointers.busy());
}
