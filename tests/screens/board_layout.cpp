// A lane's arrangement answers from its rows what a look at every card would.
#include "ui/screens/board_layout.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using screens::Arrangement;
using screens::Slot;

namespace {

constexpr float card_w = 300, gap = 18;

/// Cards in that many columns, rows of any height, the last one perhaps not full.
Arrangement any_arrangement(std::mt19937& random, std::size_t columns, std::size_t cards) {
    std::uniform_real_distribution<float> height(80, 300);
    Arrangement all;
    float y = 0;
    for (std::size_t i = 0; i < cards; i += columns) {
        float const h = height(random);
        for (std::size_t column = 0; column < std::min(columns, cards - i); ++column)
            all.slots.push_back({nullptr, {static_cast<float>(column) * (card_w + gap), y, card_w, h}});
        y += h + gap;
    }
    all.height = y - gap;
    return all;
}

/// The first that is not wholly above or left of the point.
std::size_t slot_by_looking_at_all(Arrangement const& all, ui::Vec2 at) {
    auto const found = std::find_if(all.slots.begin(), all.slots.end(), [&](Slot const& slot) {
        return at.y < slot.rect.bottom() + gap / 2 && at.x < slot.rect.right() + gap / 2;
    });
    return static_cast<std::size_t>(found - all.slots.begin());
}

} // namespace

TEST_CASE("where a card would lie, and which are in sight, is what a look at every card finds") {
    std::mt19937 random(1);
    for (std::size_t const columns : {1U, 2U, 3U})
        for (std::size_t const cards : {0U, 1U, 7U, 200U}) {
            auto const all = any_arrangement(random, columns, cards);
            std::uniform_real_distribution<float> x(-50, 1100), y(-400, std::max(0.0F, all.height) + 400);
            for (int i = 0; i < 500; ++i) {
                ui::Vec2 const at{x(random), y(random)};
                CHECK(all.slot_at(at) == slot_by_looking_at_all(all, at));
                float const top = y(random), bottom = top + 500;
                auto const expected = std::count_if(all.slots.begin(), all.slots.end(), [&](Slot const& slot) {
                    return slot.rect.bottom() >= top && slot.rect.y <= bottom;
                });
                auto const seen = all.between(top, bottom);
                CHECK(static_cast<std::ptrdiff_t>(seen.size()) == expected);
                CHECK(std::all_of(seen.begin(), seen.end(), [&](Slot const& slot) {
                    return slot.rect.bottom() >= top && slot.rect.y <= bottom;
                }));
            }
        }
}
