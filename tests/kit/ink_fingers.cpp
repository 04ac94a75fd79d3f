// Fingers on pads: who draws, what is erased and taken back, and what is stored.
#include "hands.h"
#include "ink_hand.h"

#include "ui/kit/ink.h"

using namespace ui;
using board::InkColour;

namespace {

constexpr float mm_per_px = 0.75F;

/// Two pads of 600 × 400, their tools, and an area to scroll beside them.
struct Pads {
    InkState left, right;
    int changes = 0;
    Hands hands;

    Pads() : hands([this](Ui& ui) { draw(ui); }) {}
    void draw(Ui& ui) {
        changes += ink_pad(ui, "left/ink", {0, 0, 600, 400}, left);
        changes += ink_pad(ui, "right/ink", {700, 0, 600, 400}, right);
        changes += ink_tools(ui, "left", {0, 420, 1000, 120}, left);
        ui.begin_scroll("list", {1400, 0, 400, 400}, 2000);
        ui.end_scroll();
    }
    void frame() { hands.wait(hand::report_s); }
    /// A finger draws from one place to another, in pixels, and is left on the wall.
    PointerId draw_line(Vec2 from, Vec2 to, int frames = 10) {
        PointerId const finger = hands.down(from);
        frame();
        for (int i = 1; i <= frames; ++i) {
            hands.move(finger, from + (to - from) * (static_cast<float>(i) / static_cast<float>(frames)));
            frame();
        }
        return finger;
    }
    void line(Vec2 from, Vec2 to) {
        hands.up(draw_line(from, to), to);
        frame();
    }
};

/// A grid's place on the left pad, pixels.
Vec2 place(board::InkPoint const& point) {
    return Vec2{static_cast<float>(point.x), static_cast<float>(point.y)} * (600.0F / board::ink_grid);
}

} // namespace

TEST_CASE("Fingers draw at once on one pad and on another while a third scrolls") {
    Pads pads;
    Hands& hands = pads.hands;
    PointerId const a = hands.down(Vec2{100, 100}), b = hands.down(Vec2{400, 300}), c = hands.down(Vec2{800, 100}),
                    d = hands.down(Vec2{1500, 350});
    for (float i = 1; i <= 20; ++i) {
        hands.move(a, {100 + 10 * i, 100});
        hands.move(b, {400, 300 - 10 * i});
        hands.move(c, {800, 100 + 10 * i});
        hands.move(d, {1500, 350 - 10 * i});
        pads.frame();
    }
    CHECK(pads.left.pens.size() == 2);
    CHECK(pads.left.ink.empty()); // a stroke counts when its finger lifts
    CHECK(pads.changes == 0);
    hands.up(b);
    pads.frame();
    hands.up(a), hands.up(c), hands.up(d);
    pads.frame();
    REQUIRE(pads.left.ink.strokes.size() == 2);
    REQUIRE(pads.right.ink.strokes.size() == 1);
    CHECK(pads.changes == 3);
    CHECK(pads.left.pens.empty());
    auto const& up = pads.left.ink.strokes[0].points;
    CHECK(place(up.front()).y == doctest::Approx(300).epsilon(0.01));
    CHECK(place(up.back()).y == doctest::Approx(100).epsilon(0.02));
    CHECK(place(pads.left.ink.strokes[1].points.back()).x == doctest::Approx(300).epsilon(0.01));
    CHECK(hands.ui.scroll_offset("list") > 150);
    pads.frame();
    CHECK(hands.item("left/ink").value == "2");
    CHECK(hands.item("left/ink").role == "ink");
}

TEST_CASE("Every report of a frame is drawn, not only the last") {
    Pads pads;
    Hands& hands = pads.hands;
    PointerId const finger = hands.down(Vec2{100, 300});
    for (Vec2 const at : {Vec2{150, 200}, Vec2{200, 100}, Vec2{250, 200}, Vec2{300, 300}}) {
        for (float part = 0.1F; part <= 1; part += 0.1F) {
            Vec2 const before = hands.input.pointers.back().at;
            hands.input.now_s += hand::report_s;
            hands.move(finger, before + (at - before) * part);
        }
    }
    hands.up(finger, {300, 300});
    pads.frame();
    REQUIRE(pads.left.ink.strokes.size() == 1);
    int top = board::ink_grid;
    for (board::InkPoint const& point : pads.left.ink.strokes[0].points)
        top = std::min(top, point.y);
    CHECK(top * 600 / board::ink_grid < 130);
}

TEST_CASE("A tap is a dot, whatever the finger trembles") {
    Pads pads;
    pads.line({200, 200}, {200.8F, 200.6F});
    REQUIRE(pads.left.ink.strokes.size() == 1);
    REQUIRE(pads.left.ink.strokes[0].points.size() == 1);
    pads.hands.tap(Vec2{300, 200});
    CHECK(pads.left.ink.strokes.size() == 2);
    CHECK(pads.left.ink.strokes[1].points.size() == 1);
}

TEST_CASE("A finger taken away leaves no stroke, nor do a palm's") {
    Pads pads;
    Hands& hands = pads.hands;
    PointerId const gone = pads.draw_line({100, 100}, {300, 100});
    hands.input.pointers.push_back({gone, PointerPhase::Cancel, {300, 100}, hands.input.now_s});
    pads.frame();
    CHECK(pads.left.pens.empty());
    PointerId const drawing = pads.draw_line({100, 300}, {200, 300}); // far from the palm, and before it
    std::vector<PointerId> palm;
    for (float i = 0; i < 7; ++i)
        palm.push_back(hands.down(Vec2{400 + 12 * i, 100}));
    pads.frame();
    for (float i = 0; i < 3; ++i)
        palm.push_back(hands.down(Vec2{430 + 12 * i, 110}));
    pads.frame();
    for (PointerId const finger : palm)
        hands.move(finger, {450, 200});
    pads.frame();
    for (PointerId const finger : palm)
        hands.up(finger, {450, 220});
    pads.frame();
    hands.up(drawing);
    pads.frame();
    CHECK(pads.left.ink.strokes.size() == 1);
    CHECK(pads.changes == 1);
}

TEST_CASE("The eraser takes the strokes it crosses and no other, and a palm's gives them back") {
    Pads pads;
    pads.line({100, 100}, {100, 300});
    pads.line({200, 100}, {200, 300});
    pads.line({300, 100}, {300, 300});
    pads.line({400, 100}, {400, 140});
    board::Ink const before = pads.left.ink;
    pads.hands.tap("left/eraser");
    CHECK(pads.hands.item("left/eraser").value == "on");
    pads.line({150, 200}, {450, 200});
    REQUIRE(pads.left.ink.strokes.size() == 2);
    CHECK(pads.left.ink.strokes[0] == before.strokes[0]);
    CHECK(pads.left.ink.strokes[1] == before.strokes[3]);
    CHECK(undo_stroke(pads.left)); // both at once: it was one finger
    CHECK(pads.left.ink == before);
    PointerId const gone = pads.draw_line({50, 200}, {350, 200});
    CHECK(pads.left.ink.strokes.size() == 1);
    pads.hands.input.pointers.push_back({gone, PointerPhase::Cancel, {350, 200}, pads.hands.input.now_s});
    pads.frame();
    CHECK(pads.left.ink == before);
}

TEST_CASE("Changes are taken back in turn, the last first") {
    Pads pads;
    CHECK_FALSE(pads.hands.item("left/undo").enabled);
    std::vector<board::Ink> past{pads.left.ink};
    for (float i = 0; i < 3; ++i) {
        pads.line({100 + 100 * i, 100}, {100 + 100 * i, 300});
        past.push_back(pads.left.ink);
    }
    pads.left.erasing = true;
    pads.line({180, 200}, {220, 200});
    past.push_back(pads.left.ink);
    CHECK(pads.left.ink.strokes.size() == 2);
    pads.left.erasing = false;
    pads.line({100, 350}, {400, 350});
    CHECK(pads.hands.item("left/undo").enabled);
    for (; !past.empty(); past.pop_back()) {
        pads.hands.tap("left/undo");
        CHECK(pads.left.ink == past.back());
    }
    CHECK_FALSE(can_undo(pads.left));
    CHECK_FALSE(undo_stroke(pads.left));
    CHECK(pads.changes == 10);
}

TEST_CASE("A finger that leaves the pad and comes back drew two strokes, taken back as one") {
    Pads pads;
    PointerId const finger = pads.draw_line({500, 100}, {650, 100});
    pads.hands.move(finger, {650, 300});
    pads.frame();
    pads.hands.move(finger, {590, 300});
    pads.frame();
    pads.hands.move(finger, {500, 300});
    pads.frame();
    pads.hands.up(finger);
    pads.frame();
    REQUIRE(pads.left.ink.strokes.size() == 2);
    for (board::InkPoint const& point : pads.left.ink.strokes[0].points)
        CHECK(place(point).y == doctest::Approx(100).epsilon(0.01));
    CHECK(undo_stroke(pads.left));
    CHECK(pads.left.ink.empty());
}

TEST_CASE("A tool says what is chosen, and a stroke keeps the colour it began with") {
    Pads pads;
    CHECK(pads.hands.item("left/black").value == "on");
    CHECK(pads.hands.item("left/red").label == "Rød");
    for (char const* name : {"black", "blue", "green", "red", "eraser", "undo"}) {
        Rect const rect = pads.hands.item(std::string("left/") + name).rect;
        CHECK(std::min(rect.w, rect.h) >= pads.hands.ui.theme().target);
    }
    PointerId const finger = pads.draw_line({100, 100}, {300, 100});
    pads.hands.tap("left/red");
    CHECK(pads.hands.item("left/red").value == "on");
    CHECK(pads.hands.item("left/black").value == "off");
    pads.hands.up(finger);
    pads.frame();
    pads.line({100, 200}, {300, 200});
    REQUIRE(pads.left.ink.strokes.size() == 2);
    CHECK(pads.left.ink.strokes[0].colour == InkColour::Ink);
    CHECK(pads.left.ink.strokes[1].colour == InkColour::Red);
    pads.hands.tap("left/eraser");
    pads.hands.tap("left/blue"); // a pen puts the eraser down
    CHECK_FALSE(pads.left.erasing);
}

TEST_CASE("A full drawing takes no stroke more, until one is erased") {
    Pads pads;
    pads.left.ink.strokes.push_back({InkColour::Ink, {}});
    pads.left.ink.strokes[0].points.assign(board::max_ink_points - 2, {10, 10, 20});
    pads.line({100, 100}, {100, 300});
    CHECK(points_in(pads.left.ink) == board::max_ink_points);
    CHECK(pads.left.full());
    pads.line({200, 100}, {200, 300});
    CHECK(pads.left.ink.strokes.size() == 2);
    CHECK(undo_stroke(pads.left));
    CHECK_FALSE(pads.left.full());
}

TEST_CASE("A line's width stays within its limits and never jumps") {
    HandLimits const limits;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        double const seconds = 0.3 + 0.3 * seed;
        auto const points = hand::stroke(hand::traced(hand::loops({20, 100}, 30, 8), seconds, seed)).points();
        for (std::size_t i = 0; i < points.size(); ++i) {
            CHECK(points[i].width >= limits.thinnest_mm);
            CHECK(points[i].width <= limits.widest_mm);
            if (i == 0)
                continue;
            Vec2 const step = points[i].at - points[i - 1].at;
            float const most = limits.width_slope * 1.3F * std::hypot(step.x, step.y) + 0.05F; // the mean cuts corners
            CHECK(std::abs(points[i].width - points[i - 1].width) <= most);
        }
    }
    auto const slow = hand::stroke(hand::traced(hand::corners({{0, 50}, {200, 50}}), 8)).points();
    auto const fast = hand::stroke(hand::traced(hand::corners({{0, 50}, {200, 50}}), 0.25)).points();
    CHECK(slow[slow.size() / 2].width > fast[fast.size() / 2].width + 0.8F);
}

TEST_CASE("A line follows the hand, steadier than it trembles, in few points") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        auto const reports = hand::traced(hand::corners({{0, 50}, {200, 50}}), 2, seed);
        auto const points = hand::stroke(reports).points();
        CHECK(points.size() < reports.size() / 2);
        CHECK(points.back().at == reports.back().at_mm); // to where the finger is
        float least = 100, most = 0;
        for (std::size_t i = 1; i + 1 < points.size(); ++i) // both ends are where the finger was
            least = std::min(least, points[i].at.y), most = std::max(most, points[i].at.y);
        CHECK(most - least < 0.9F); // the reports' own is 1.2
    }
}

TEST_CASE("Handwriting costs less than six signs a point in the file") {
    Pads pads;
    int signs = 0, points = 0;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        auto const reports = hand::traced(hand::loops({40, 150}, 14 + 5.0F * static_cast<float>(seed), 8), 4, seed);
        auto const at = [&](hand::Report const& report) { return report.at_mm * (1 / mm_per_px); };
        PointerId const finger = pads.hands.down(at(reports.front()));
        for (hand::Report const& report : reports) {
            pads.hands.move(finger, at(report));
            pads.frame();
        }
        pads.hands.up(finger);
        pads.frame();
    }
    CHECK(pads.left.ink.strokes.size() == 5);
    for (board::InkStroke const& stroke : pads.left.ink.strokes) {
        signs += static_cast<int>(board::packed(stroke.points).size());
        points += static_cast<int>(stroke.points.size());
        CHECK(board::unpacked(board::packed(stroke.points), pads.left.ink.height) == stroke.points);
    }
    CHECK(signs < 6 * points);
}
