// Fitting the type to a wall: token sizes, grown where millimetres or pixels would be too few to read.
#include "ui/kit/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float cap_of_em = 0.727F;   // Inter's capitals
constexpr float most_growth = 1.5F;   // beyond this a small screen would show nothing but large words
constexpr float least_cap_px = 14;    // fewer pixels do not carry a letter's shape
constexpr float title_cap_mm = 12;    // read from the table: 20' at two metres
constexpr float heading_cap_mm = 17;  // read from the door: 20' at three metres
constexpr float operating_cap_mm = 4; // read with the hand on the wall: 22' at 0.6 m
constexpr float least_target_mm = 20;
constexpr float least_target = 72;

struct Wall {
    float mm_per_du, px_per_du, step;

    float grown(float token, float cap_mm) const {
        float const wished = token * step;
        float const needed = std::max(cap_mm / mm_per_du, least_cap_px / px_per_du) / cap_of_em;
        return std::clamp(needed, wished, std::max(wished, token * most_growth));
    }
    Type type(float token, float cap_mm, Weight weight, bool tabular = false) const {
        Type type;
        type.size = grown(token, cap_mm);
        type.weight = weight;
        type.tabular = tabular;
        return type;
    }
};

} // namespace

Theme Theme::fit(float mm_per_du, float px_per_du, int text_step) {
    constexpr std::array steps = {1.0F, 1.15F, 1.3F};
    Wall const wall{mm_per_du, px_per_du, steps[static_cast<std::size_t>(std::clamp(text_step, 0, 2))]};
    Theme theme;
    theme.small = wall.type(22, operating_cap_mm, Weight::Medium);
    theme.label = wall.type(24, operating_cap_mm, Weight::SemiBold);
    theme.body = wall.type(26, operating_cap_mm, Weight::Medium);
    theme.card = wall.type(26, title_cap_mm, Weight::Medium);
    theme.button = wall.type(30, operating_cap_mm, Weight::SemiBold);
    theme.heading = wall.type(32, heading_cap_mm, Weight::Bold);
    theme.title = wall.type(40, operating_cap_mm, Weight::Bold);
    theme.figure = wall.type(54, heading_cap_mm, Weight::Bold, true);
    theme.clock = wall.type(40, operating_cap_mm, Weight::SemiBold, true);
    theme.title.tracking = -0.013F;
    theme.figure.tracking = -0.02F;
    theme.target = std::clamp(least_target_mm / mm_per_du, least_target, least_target * most_growth);
    theme.mm = 1 / mm_per_du;
    return theme;
}

} // namespace ui
