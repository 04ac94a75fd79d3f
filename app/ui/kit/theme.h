// The look, in one place: design tokens by their names. Nothing else holds a colour or a size. Sizes are
// design units (du); where a size must hold in millimetres on the wall it grows with `Theme::fit`.
#pragma once

#include "ui/kit/geometry.h"

#include <cstdint>

namespace ui {

/// 0xRRGGBBAA.
struct Colour {
    std::uint32_t rgba = 0;
    constexpr Colour faded(float opacity) const {
        auto const a = static_cast<std::uint32_t>(static_cast<float>(rgba & 0xFFU) * opacity + 0.5F);
        return {(rgba & ~0xFFU) | (a > 255 ? 255U : a)};
    }
    bool operator==(Colour const&) const = default;
};
constexpr Colour rgb(std::uint32_t hex) { return {hex << 8U | 0xFFU}; }

namespace colour {
inline constexpr Colour paper = rgb(0xF5F1E8), lane = rgb(0xECE6D9), line = rgb(0xDDD5C4);
inline constexpr Colour white = rgb(0xFFFDF8);
inline constexpr Colour ink = rgb(0x25221D), soft = rgb(0x6B6459), faint = rgb(0x9A9284);
inline constexpr Colour accent = rgb(0x1D4757);
inline constexpr Colour idea = rgb(0xE2A73B), idea_text = rgb(0x885E00); // text darkened: 4.5:1 on lane
inline constexpr Colour test = rgb(0x2F7F93), test_text = rgb(0x26697A), test_ground = rgb(0xE2F1F3);
inline constexpr Colour scale = rgb(0x3F7D4E), scale_text = rgb(0x346A41), scale_ground = rgb(0xE4F1E2);
inline constexpr Colour coral = rgb(0xC9523A), coral_text = rgb(0xB0432C), coral_ground = rgb(0xF9E1DA);
inline constexpr Colour learned = rgb(0x8A5BA6);
inline constexpr Colour clear = {0};
inline constexpr Colour shade = rgb(0x46391C); // what casts no light is warm brown, never black
inline constexpr Colour people[] = {rgb(0x2F7F93), rgb(0xC9523A), rgb(0x8A5BA6),
                                    rgb(0x3F7D4E), rgb(0xB07A00), rgb(0x1D4757)};
/// The people of the mark, clockwise from the top.
inline constexpr Colour mark[] = {idea, test, coral, scale, learned, rgb(0xD98B2B)};
/// The five papers: yellow, orange, pink, green, blue.
inline constexpr Colour notes[] = {rgb(0xFFE08A), rgb(0xFFD0A6), rgb(0xF7C4CF), rgb(0xD9E8A8), rgb(0xCFE0F5)};
/// The nine effect areas, in the order of board::EffectArea; white on them is 4.5:1.
inline constexpr Colour areas[] = {rgb(0x2B649B), rgb(0x356E43), rgb(0xA83A7C), rgb(0xB0432C), rgb(0x8F5600),
                                   rgb(0x7A4C97), rgb(0x1F6374), rgb(0x5C554B), rgb(0x586B14)};
/// What is written by hand: black, blue, green, red; 4.5:1 on every note.
inline constexpr Colour pens[] = {ink, rgb(0x1A4F9C), rgb(0x2B6338), rgb(0x9E3521)};
/// The pulse, from »i meget ringe grad« to »i meget høj grad«; always with a number and a word.
inline constexpr Colour pulse[] = {rgb(0xF3C2B7), rgb(0xFADCC4), rgb(0xFFEFC8), rgb(0xEFF1DC), rgb(0xE0EFDF)};
/// Hvile: dark ground, so that the wall sleeps too.
inline constexpr Colour rest_ground = rgb(0x15262D), rest_card = rgb(0x1E3740), rest_ink = rgb(0xF5F1E8);
inline constexpr Colour rest_soft = rgb(0xB4C4C6), rest_test = rgb(0x7CC3DA), rest_faint = rgb(0x7F959A);
inline constexpr Colour rest_good = rgb(0x8CC98A), rest_even = rgb(0xE2A73B), rest_bad = rgb(0xF0907C);
} // namespace colour

namespace radius {
inline constexpr float small = 8, note = 14, card = 18, button = 26, lane = 28, pad = 32;
}

namespace space {
inline constexpr float margin = 36, gap = 20, inside = 22, dock = 100, dock_bottom = 28;
}

enum class Weight { Medium, SemiBold, Bold };

/// A way of setting text: a weight and a size in du.
struct Type {
    float size = 26;
    Weight weight = Weight::Medium;
    float line_height = 1.24F; ///< of the size
    bool tabular = false;      ///< figures of one width
    float tracking = 0;        ///< em between letters; large bold words stand closer
    bool operator==(Type const&) const = default;
};

/// The theme fitted to a wall: small or distant screens get larger type where the millimetres ask for it.
struct Theme {
    /// `mm_per_du`: millimetres on the wall to a design unit; `text_step` 0, 1, 2: three text sizes.
    static Theme fit(float mm_per_du, float px_per_du, int text_step);

    Type small, label, body, card, button, heading, title, figure, clock;
    float target = 72; ///< the least side of anything to press, du (20 mm or more)
    float mm = 1;      ///< du to a millimetre
};

} // namespace ui
