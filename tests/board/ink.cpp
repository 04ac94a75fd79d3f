#include "board/ink.h"

#include <doctest/doctest.h>
#include <random>

using namespace board;

TEST_CASE("ink comes back as it was, from corner to corner of the grid") {
    std::mt19937 random(7);
    for (int height : {1, ink_grid, 4 * ink_grid}) {
        std::vector<InkPoint> points{{0, 0, 1}, {ink_grid, height, 255}, {0, height, 1}, {ink_grid, 0, 255}};
        for (int i = 0; i < 500; ++i)
            points.push_back({static_cast<int>(random() % (ink_grid + 1)),
                              static_cast<int>(random() % static_cast<unsigned>(height + 1)),
                              1 + static_cast<int>(random() % 255)});
        CHECK(unpacked(packed(points), height) == points);
    }
}

TEST_CASE("ink stays on its grid") {
    struct Row {
        char const* name;
        Ink ink;
        bool good;
    };
    for (Row const& row : {
             Row{"corners", {100, {{InkColour::Red, {{0, 0, 1}, {ink_grid, 100, 255}}}}}, true},
             Row{"no strokes", {100, {}}, true},
             Row{"tallest", {tallest_ink, {{InkColour::Ink, {{0, tallest_ink, 1}}}}}, true},
             Row{"too tall", {tallest_ink + 1, {{InkColour::Ink, {{0, 0, 1}}}}}, false},
             Row{"no height", {0, {{InkColour::Ink, {{0, 0, 1}}}}}, false},
             Row{"empty stroke", {100, {{InkColour::Ink, {{0, 0, 1}}}, {InkColour::Ink, {}}}}, false},
             Row{"left", {100, {{InkColour::Ink, {{-1, 0, 1}}}}}, false},
             Row{"right", {100, {{InkColour::Ink, {{ink_grid + 1, 0, 1}}}}}, false},
             Row{"above", {100, {{InkColour::Ink, {{0, -1, 1}}}}}, false},
             Row{"below", {100, {{InkColour::Ink, {{0, 101, 1}}}}}, false},
             Row{"no width", {100, {{InkColour::Ink, {{0, 0, 0}}}}}, false},
             Row{"too wide", {100, {{InkColour::Ink, {{0, 0, 256}}}}}, false},
         }) {
        CAPTURE(row.name);
        CHECK(is_on_grid(row.ink) == row.good);
    }
}

TEST_CASE("written by hand, a point costs about four signs") {
    std::vector<InkPoint> points{{1000, 1000, 40}};
    for (int i = 0; i < 1000; ++i)
        points.push_back({points.back().x + i % 30, points.back().y + 20 - i % 40, 40 + i % 3});
    for (auto& point : points)
        point.x %= ink_grid;
    CHECK(packed(points).size() < points.size() * 5);
}

TEST_CASE("what is not packed ink is refused") {
    std::string const good = packed({{10, 10, 10}, {20, 20, 20}});
    REQUIRE(unpacked(good, 100));
    CHECK_FALSE(unpacked("", 100));
    CHECK_FALSE(unpacked(good.substr(1), 100));
    CHECK_FALSE(unpacked(good + "A", 100));
    CHECK_FALSE(unpacked(good + "=", 100));
    CHECK_FALSE(unpacked("!" + good, 100));
    CHECK_FALSE(unpacked(packed({{10, 101, 10}}), 100));
    CHECK_FALSE(unpacked(packed({{ink_grid + 1, 10, 10}}), 100));
    CHECK_FALSE(unpacked(packed({{10, 10, 256}}), 100));
    CHECK_FALSE(unpacked(packed({{10, 10, 0}}), 100));
    CHECK_FALSE(unpacked("/////////////////////", 100));
}
