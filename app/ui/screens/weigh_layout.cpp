#include "ui/screens/weigh_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr float fill = 0.55F;                 // of the area at most: cards want to lie where they were put
constexpr std::size_t most_looks = 4'000'000; // at pairs of cards: a crowded picture stays quick, and stays crowded

ui::Vec2 within(ui::Vec2 middle, ui::Vec2 size, ui::Rect area) {
    return {std::clamp(middle.x, area.x + size.x / 2, std::max(area.x + size.x / 2, area.right() - size.x / 2)),
            std::clamp(middle.y, area.y + size.y / 2, std::max(area.y + size.y / 2, area.bottom() - size.y / 2))};
}

/// Each gives way by half, along the shorter way out; the one that was there first goes up or left. True when they
/// were too near.
bool part(ui::Vec2& a, ui::Vec2& b, ui::Vec2 pitch) {
    float const x = pitch.x - std::abs(b.x - a.x), y = pitch.y - std::abs(b.y - a.y);
    constexpr float near_enough = 0.5F;
    if (x <= near_enough || y <= near_enough)
        return false;
    if (x * pitch.y < y * pitch.x) {
        float const way = b.x < a.x ? -x / 2 : x / 2;
        a.x -= way, b.x += way;
    } else {
        float const way = b.y < a.y ? -y / 2 : y / 2;
        a.y -= way, b.y += way;
    }
    return true;
}

} // namespace

ui::Vec2 weighed_size(ui::Rect area, std::size_t count, float least_height) {
    constexpr std::array<ui::Vec2, 3> sizes{{{272, 112}, {236, 92}, {196, 76}}};
    for (ui::Vec2 const size : sizes)
        if (size.x * size.y * static_cast<float>(count) <= fill * area.w * area.h)
            return {size.x, std::max(size.y, least_height)};
    return {sizes.back().x, std::max(sizes.back().y, least_height)};
}

std::vector<ui::Vec2> spread(std::vector<ui::Vec2> wished, ui::Vec2 size, ui::Rect area, float gap) {
    auto& at = wished;
    for (auto& middle : at)
        middle = within(middle, size, area);
    ui::Vec2 const pitch = size + ui::Vec2{gap, gap};
    std::size_t const pairs = std::max<std::size_t>(at.size() * at.size() / 2, 1);
    std::size_t rounds = std::clamp<std::size_t>(most_looks / pairs, 1, 400);
    for (bool crowded = true; crowded && rounds > 0; --rounds) {
        crowded = false;
        for (std::size_t i = 0; i < at.size(); ++i)
            for (std::size_t k = i + 1; k < at.size(); ++k)
                if (part(at[i], at[k], pitch)) {
                    crowded = true;
                    at[i] = within(at[i], size, area);
                    at[k] = within(at[k], size, area);
                }
    }
    return at;
}

} // namespace screens
