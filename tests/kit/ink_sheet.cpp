// A sheet of handwriting at a card's size, a pad's and a large wall's, written beside the test program for
// looking at; and what holds for ink at every size.
#include "ink_hand.h"
#include "render_scene.h"

#include "ui/kit/ink_drawing.h"
#include "ui/kit/picture.h"

#include <filesystem>
#include <random>

namespace {

using namespace ui;
using board::InkColour;
using rendering::Scene;
using rendering::Sheet;

constexpr float pad_mm = 420;
constexpr float grid_per_mm = board::ink_grid / pad_mm;

board::InkStroke on_grid(HandStroke const& hand, InkColour colour) {
    auto const whole = [](float mm) { return static_cast<int>(std::lround(mm * grid_per_mm)); };
    board::InkStroke stroke{.colour = colour, .points = {}};
    for (HandPoint const& point : hand.points())
        stroke.points.push_back({whole(point.at.x), whole(point.at.y), whole(point.width)});
    return stroke;
}

template <class Path> board::InkStroke written(InkColour colour, Path path, double seconds) {
    return on_grid(hand::stroke(hand::traced(path, seconds)), colour);
}

board::Ink handwriting() {
    using hand::corners;
    board::Ink ink{.height = board::ink_grid * 2 / 3, .strokes = {}};
    auto& s = ink.strokes;
    s.push_back(written(InkColour::Ink, hand::loops({25, 70}, 40, 7), 3.2));
    s.push_back(written(InkColour::Blue, hand::oval({260, 60}, {50, 35}), 1.1));
    s.push_back(written(InkColour::Blue, hand::oval({345, 60}, {12, 9}), 0.6));
    s.push_back(written(InkColour::Green, corners({{30, 150}, {45, 110}, {60, 150}, {75, 110}, {90, 150}}), 1.2));
    s.push_back(written(InkColour::Green, corners({{110, 130}, {125, 148}, {165, 100}}), 0.5));
    s.push_back(written(InkColour::Red, corners({{190, 130}, {330, 130}}), 0.4));
    s.push_back(written(InkColour::Red, corners({{310, 115}, {332, 130}, {310, 145}}), 0.6));
    s.push_back(written(InkColour::Ink, hand::loops({30, 200}, 14, 18), 6));
    s.push_back(written(InkColour::Ink, hand::loops({240, 200}, 9, 20), 7));
    s.push_back(written(InkColour::Red, corners({{370, 100}, {371, 160}}), 0.15));
    s.push_back({InkColour::Red, {{3605, 1700, 26}}});
    s.push_back(written(InkColour::Blue, hand::oval({60, 240}, {3, 4}), 0.5));
    s.push_back(written(InkColour::Green, corners({{100, 245}, {380, 232}, {110, 260}, {390, 250}}), 1.4));
    return ink;
}

Sheet drawn(int width, board::Ink const& ink, Colour ground) {
    Scene scene;
    Sheet sheet(width, width * ink.height / board::ink_grid);
    Raster raster;
    Rect const all{0, 0, static_cast<float>(sheet.w), static_cast<float>(sheet.h)};
    scene.canvas->begin({all.w, all.h}, 1);
    scene.canvas->fill(all, ground);
    draw_ink(*scene.canvas, ink, all);
    raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view());
    return sheet;
}

/// How much of the sheet is inked, black on white: 0–1.
double coverage(Sheet const& sheet) {
    double dark = 0;
    for (std::uint32_t const pixel : sheet.pixels)
        dark += 255 - (pixel & 0xFF);
    return dark / 255 / static_cast<double>(sheet.pixels.size());
}

board::Ink in_black(board::Ink ink) {
    for (board::InkStroke& stroke : ink.strokes)
        stroke.colour = InkColour::Ink;
    return ink;
}

/// Anywhere, with sharp turns, steps of all lengths and widths as a hand makes them.
board::InkStroke scrawl(unsigned seed) {
    std::mt19937 random(seed);
    auto const number = [&](int least, int most) {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    };
    board::InkStroke stroke{.colour = static_cast<InkColour>(seed % 4), .points = {}};
    int x = number(500, 3500), y = number(500, 2500), width = 24;
    for (int i = 0; i < 60; ++i) {
        stroke.points.push_back({x, y, width});
        int const reach = number(0, 3) == 0 ? 300 : number(1, 30);
        x = std::clamp(x + number(-reach, reach), 200, 3800), y = std::clamp(y + number(-reach, reach), 200, 2600);
        width = std::clamp(width + number(-2, 2), 12, 32);
    }
    return stroke;
}

double luminance(Colour colour) {
    auto const channel = [&](unsigned shift) {
        double const value = static_cast<double>(colour.rgba >> shift & 0xFF) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(24) + 0.7152 * channel(16) + 0.0722 * channel(8);
}

} // namespace

TEST_CASE("the sheet of handwriting is drawn") {
    board::Ink const ink = handwriting();
    auto const beside_the_program = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    for (int const width : {300, 900, 2400}) {
        Sheet sheet = drawn(width, ink, colour::notes[0]);
        CHECK(sheet.at(2, 2) == 0xFFE08A);
        REQUIRE(write_png(beside_the_program / ("ink_sheet_" + std::to_string(width) + ".png"), sheet.view()));
    }
}

TEST_CASE("Ink covers the same part of every size") {
    board::Ink const ink = in_black(handwriting());
    double const card = coverage(drawn(600, ink, colour::white)), pad = coverage(drawn(1100, ink, colour::white)),
                 wall = coverage(drawn(2900, ink, colour::white));
    CHECK(wall > 0.01);
    CHECK(pad == doctest::Approx(wall).epsilon(0.04));
    CHECK(card == doctest::Approx(wall).epsilon(0.06));
}

TEST_CASE("A stroke has no gap, however it turns") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        board::Ink const ink{.height = 3000, .strokes = {scrawl(seed)}};
        for (int const width : {400, 1500, 3000}) {
            CAPTURE(width);
            Sheet const sheet = drawn(width, ink, colour::white);
            std::uint32_t const inked = colour_of(ink.strokes[0].colour).rgba >> 8;
            float const scale = static_cast<float>(width) / board::ink_grid;
            auto const& points = ink.strokes[0].points;
            for (std::size_t i = 0; i < points.size(); ++i) {
                float const x = static_cast<float>(points[i].x) * scale, y = static_cast<float>(points[i].y) * scale;
                float const solid = static_cast<float>(points[i].width) * scale / 2 - 1.6F;
                for (int py = static_cast<int>(y - solid); static_cast<float>(py) < y + solid; ++py)
                    for (int px = static_cast<int>(x - solid); static_cast<float>(px) < x + solid; ++px) {
                        Vec2 const away{static_cast<float>(px) + 0.5F - x, static_cast<float>(py) + 0.5F - y};
                        if (std::hypot(away.x, away.y) < solid && sheet.at(px, py) != inked) {
                            CAPTURE(i);
                            CAPTURE(px);
                            CAPTURE(py);
                            REQUIRE(sheet.at(px, py) == inked);
                        }
                    }
            }
        }
    }
}

TEST_CASE("Every pen can be read on every paper") {
    for (Colour const pen : colour::pens) {
        for (Colour const paper : colour::notes)
            CHECK((luminance(paper) + 0.05) / (luminance(pen) + 0.05) >= 4.5);
        CHECK((luminance(colour::white) + 0.05) / (luminance(pen) + 0.05) >= 4.5);
    }
}
