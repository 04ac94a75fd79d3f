// Cards in the picture of effort and effect: each where it was put, or as near as lets it be read.
#include "ui/screens/weigh_layout.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <random>

using namespace screens;

namespace {

constexpr ui::Rect area{100, 50, 1300, 760};

bool apart(ui::Vec2 a, ui::Vec2 b, ui::Vec2 size) {
    return std::abs(a.x - b.x) >= size.x || std::abs(a.y - b.y) >= size.y;
}

void check_readable(std::vector<ui::Vec2> const& at, ui::Vec2 size) {
    for (std::size_t i = 0; i < at.size(); ++i) {
        CHECK(at[i].x - size.x / 2 >= area.x - 0.1F);
        CHECK(at[i].x + size.x / 2 <= area.right() + 0.1F);
        CHECK(at[i].y - size.y / 2 >= area.y - 0.1F);
        CHECK(at[i].y + size.y / 2 <= area.bottom() + 0.1F);
        for (std::size_t k = i + 1; k < at.size(); ++k)
            CHECK(apart(at[i], at[k], size));
    }
}

} // namespace

TEST_CASE("Cards that do not meet lie where they were put") {
    std::vector<ui::Vec2> const wished{{300, 200}, {900, 200}, {900, 600}};
    auto const at = spread(wished, {272, 112}, area, 8);
    CHECK(at == wished);
}

TEST_CASE("Cards put on one spot part, and stay near it") {
    std::vector<ui::Vec2> const wished(6, ui::Vec2{700, 400});
    auto const at = spread(wished, {272, 112}, area, 8);
    check_readable(at, {272, 112});
    for (auto const& one : at)
        CHECK(std::hypot(one.x - 700, one.y - 400) < 580);
}

TEST_CASE("As many cards as the size allows can all be read, also in a corner") {
    std::mt19937 random(3);
    for (std::size_t const count : {1U, 8U, 17U, 24U}) {
        auto const size = weighed_size(area, count, 72);
        for (float const part : {1.0F, 0.5F}) {
            std::vector<ui::Vec2> wished;
            for (std::size_t i = 0; i < count; ++i)
                wished.push_back({area.x + part * area.w * static_cast<float>(random() % 1000) / 1000,
                                  area.y + part * area.h * static_cast<float>(random() % 1000) / 1000});
            CAPTURE(count);
            CAPTURE(part);
            check_readable(spread(wished, size, area, 8), size);
        }
    }
}

TEST_CASE("A crowd is answered quickly and stays inside") {
    std::vector<ui::Vec2> const wished(1000, ui::Vec2{0, 0});
    auto const size = weighed_size(area, wished.size(), 72);
    for (auto const& one : spread(wished, size, area, 8)) {
        CHECK(one.x >= area.x);
        CHECK(one.y <= area.bottom());
    }
}

TEST_CASE("The same wishes give the same picture") {
    std::vector<ui::Vec2> const wished{{300, 200}, {310, 205}, {300, 200}, {1390, 800}};
    CHECK(spread(wished, {272, 112}, area, 8) == spread(wished, {272, 112}, area, 8));
}
