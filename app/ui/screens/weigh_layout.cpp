#include "ui/screens/weigh_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace screens {

namespace {

constexpr float fill = 0.45F;              // of the area at most: cards want to lie where they were put
constexpr float step_x = 16, step_y = 12;  // of the search for a free place
constexpr std::size_t most_searched = 120; // more cards than this lie where they were put, one on the other

ui::Rect middles(ui::Vec2 size, ui::Rect area) { return area.inset(size.x / 2, size.y / 2); }

ui::Vec2 within(ui::Vec2 middle, ui::Rect middles) {
    return {std::clamp(middle.x, middles.x, std::max(middles.x, middles.right())),
            std::clamp(middle.y, middles.y, std::max(middles.y, middles.bottom()))};
}

bool is_free(ui::Vec2 place, std::vector<ui::Vec2> const& taken, ui::Vec2 pitch) {
    return std::none_of(taken.begin(), taken.end(), [&](ui::Vec2 other) {
        return std::abs(other.x - place.x) < pitch.x && std::abs(other.y - place.y) < pitch.y;
    });
}

/// The free place nearest to the wished one; that one when there is none.
ui::Vec2 nearest_free(ui::Vec2 wished, std::vector<ui::Vec2> const& taken, ui::Vec2 pitch, ui::Rect middles) {
    ui::Vec2 nearest = wished;
    float least = std::numeric_limits<float>::infinity();
    for (float y = middles.y; y <= middles.bottom(); y += step_y)
        for (float x = middles.x; x <= middles.right(); x += step_x) {
            float const away = std::hypot(x - wished.x, y - wished.y);
            if (away < least && is_free({x, y}, taken, pitch))
                least = away, nearest = {x, y};
        }
    return nearest;
}

} // namespace

ui::Vec2 weighed_size(ui::Rect area, std::size_t count, float least_height) {
    constexpr std::array<ui::Vec2, 4> sizes{{{272, 112}, {236, 92}, {196, 76}, {168, 72}}};
    for (ui::Vec2 const size : sizes)
        if (size.x * size.y * static_cast<float>(count) <= fill * area.w * area.h)
            return {size.x, std::max(size.y, least_height)};
    return {sizes.back().x, std::max(sizes.back().y, least_height)};
}

std::vector<ui::Vec2> spread(std::vector<ui::Vec2> const& wished, ui::Vec2 size, ui::Rect area, float gap) {
    ui::Rect const room = middles(size, area);
    ui::Vec2 const pitch = size + ui::Vec2{gap, gap};
    std::vector<ui::Vec2> at;
    for (ui::Vec2 const wish : wished) {
        ui::Vec2 const place = within(wish, room);
        bool const stays = at.size() >= most_searched || is_free(place, at, pitch);
        at.push_back(stays ? place : nearest_free(place, at, pitch, room));
    }
    return at;
}

} // namespace screens
