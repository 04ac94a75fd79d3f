// Colour arithmetic of the rasteriser: source over destination in eight bits, rounded exactly. Pixels are
// 0x00RRGGBB; opacities and coverage go from 0 to 255.
#pragma once

#include <cstdint>

namespace ui {

/// x / 255 to the nearest, for 0 ≤ x ≤ 255 · 255.
constexpr std::uint32_t divided_by_255(std::uint32_t x) {
    std::uint32_t const y = x + 128;
    return (y + (y >> 8U)) >> 8U;
}

/// `colour` at `alpha` over `under`, each channel to the nearest. Red and blue are worked on as two lanes of one
/// number.
constexpr std::uint32_t over(std::uint32_t under, std::uint32_t colour, std::uint32_t alpha) {
    constexpr std::uint32_t lanes = 0x00FF00FFU, half = 0x00800080U;
    std::uint32_t const rest = 255 - alpha;
    std::uint32_t rb = (colour & lanes) * alpha + (under & lanes) * rest + half;
    rb = (rb + (rb >> 8U & lanes)) >> 8U & lanes;
    std::uint32_t const g = divided_by_255((colour >> 8U & 0xFFU) * alpha + (under >> 8U & 0xFFU) * rest);
    return rb | g << 8U;
}

struct Ink {
    std::uint32_t rgb = 0, alpha = 255;
};

/// `over` on `count` pixels.
void paint(std::uint32_t* to, int count, Ink ink);
/// `over` on `count` pixels, each at its coverage times the ink's opacity.
void paint_covered(std::uint32_t* to, std::uint8_t const* coverage, int count, Ink ink);

} // namespace ui
