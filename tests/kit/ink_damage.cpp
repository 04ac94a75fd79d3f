// Ink in a living picture: what is drawn in parts is the picture drawn whole, and a finger damages its own stroke.
#include "hands.h"
#include "ink_hand.h"
#include "render_scene.h"

#include "ui/kit/ink.h"
#include "ui/kit/ink_drawing.h"
#include "ui/kit/picture.h"

#include <filesystem>
#include <map>

using namespace ui;
using rendering::Sheet;

namespace {

/// A pad with its tools on a note, and the same ink small beside it.
struct InkWall {
    InkState state;
    Hands hands;
    Raster raster;
    Sheet sheet{960, 540};

    InkWall() : hands([this](Ui& ui) { draw(ui); }) {
        hands.input.size = {960, 540};
        show();
    }
    void draw(Ui& ui) {
        Canvas& canvas = ui.canvas();
        canvas.fill(ui.screen(), colour::paper);
        Rect const pad{40, 40, 1100, 700}, card{1300, 200, 500, 318};
        canvas.rounded(pad.inset(-20), radius::pad, colour::white);
        canvas.rounded(card.inset(-20), radius::note, colour::notes[3]);
        ink_pad(ui, "ink", pad, state);
        canvas.push_clip(card);
        draw_ink(canvas, state.ink, card);
        canvas.pop_clip();
        ink_tools(ui, "tools", {40, 800, 1100, 140}, state);
    }
    std::span<PixelRect const> show() {
        hands.input.now_s += hand::report_s;
        ImDrawData const& data = *hands.frame();
        m_data = &data;
        return raster.draw(data, hands.atlas, sheet.view());
    }
    Sheet whole() {
        Sheet all(960, 540);
        Raster().draw(*m_data, hands.atlas, all.view());
        return all;
    }

  private:
    ImDrawData const* m_data = nullptr;
};

} // namespace

TEST_CASE("Ink drawn in parts is the picture drawn whole") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        auto const number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        InkWall wall;
        std::map<PointerId, Vec2> fingers;
        for (int frame = 0; frame < 80; ++frame) {
            CAPTURE(frame);
            if (fingers.size() < 4 && number(3) == 0) {
                Vec2 const at{static_cast<float>(40 + number(500)), static_cast<float>(40 + number(320))};
                fingers[wall.hands.down(at)] = at;
            }
            for (auto& [finger, at] : fingers)
                wall.hands.move(
                    finger, at = at + Vec2{static_cast<float>(number(41) - 20), static_cast<float>(number(41) - 20)});
            if (!fingers.empty() && number(6) == 0) {
                wall.hands.up(fingers.begin()->first, fingers.begin()->second);
                fingers.erase(fingers.begin());
            }
            wall.state.erasing = number(8) == 0;
            wall.state.colour = static_cast<board::InkColour>(number(4));
            if (number(20) == 0)
                undo_stroke(wall.state);
            wall.show();
            REQUIRE(wall.sheet.pixels == wall.whole().pixels);
        }
        CHECK(!wall.state.ink.empty());
    }
}

TEST_CASE("A finger that draws damages the picture where it draws only") {
    InkWall wall;
    PointerId const other = wall.hands.down(Vec2{60, 60});
    for (float i = 0; i < 20; ++i) {
        wall.hands.move(other, {60 + 20 * i, 60});
        wall.show();
    }
    wall.hands.up(other, {460, 60});
    wall.show(), wall.show();
    PointerId const finger = wall.hands.down(Vec2{300, 300});
    wall.show();
    wall.hands.move(finger, {310, 310});
    for (PixelRect const& rect : wall.show())
        CHECK(rect.area() < 60 * 60);
    wall.hands.up(finger, {310, 310});
    wall.show();
}

TEST_CASE("the sheet of a pad with its tools is drawn") {
    InkWall wall;
    wall.hands.input.size = {1920, 1080};
    wall.sheet = Sheet(1920, 1080);
    auto const write = [&](auto path, double seconds) {
        auto const reports = hand::traced(path, seconds);
        PointerId const finger = wall.hands.down(reports.front().at_mm * (1 / 0.75F));
        for (hand::Report const& report : reports) {
            wall.hands.move(finger, report.at_mm * (1 / 0.75F));
            wall.show();
        }
        wall.hands.up(finger, reports.back().at_mm * (1 / 0.75F));
        wall.show();
    };
    wall.show();
    write(hand::loops({80, 180}, 70, 7), 4);
    wall.hands.tap("tools/blue");
    write(hand::loops({80, 260}, 35, 12), 5);
    wall.hands.tap("tools/green");
    write(hand::oval({620, 180}, {120, 80}), 1.4);
    wall.hands.tap("tools/red");
    write(hand::corners({{100, 450}, {700, 430}}), 0.9);
    write(hand::corners({{660, 405}, {702, 430}, {668, 460}}), 0.7);
    CHECK(wall.state.ink.strokes.size() == 5);
    wall.show(), wall.show();
    auto const beside_the_program = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    REQUIRE(write_png(beside_the_program / "ink_pad.png", wall.sheet.view()));
}
