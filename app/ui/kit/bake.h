// Coverage of the shapes that are drawn again and again: discs, rings, soft shadows, icons. Arithmetic on
// bytes; knows no atlas, colours or theme.
#pragma once

#include "ui/kit/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ui {

/// A picture of coverage, row by row.
struct Coverage {
    int w = 0, h = 0;
    std::vector<std::uint8_t> bytes;

    Coverage(int width, int height)
        : w(width), h(height), bytes(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}
    std::uint8_t& at(int x, int y) {
        return bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)];
    }
};

/// A full disc touching the edges of a square of `diameter` pixels.
Coverage bake_disc(int diameter);
/// The band of `thickness` pixels inside that disc's rim.
Coverage bake_ring(int diameter, int thickness);
/// The same in equal dashes.
Coverage bake_dashed_ring(int diameter, int thickness);

/// One soft layer of a shadow, pixels; `blur` as in CSS (twice the deviation).
struct ShadowLayer {
    float drop = 0;
    float blur = 0;
    float opacity = 1;
};
/// The shadow of a rounded rectangle; only its left half is baked (and the middle column, where there is one),
/// for the right is its mirror.
struct BakedShadow {
    Coverage picture;
    float opacity = 0; ///< what coverage 255 stands for
};
/// How far the layers reach out of a rectangle, and in from its edges, pixels.
int shadow_reach(std::span<ShadowLayer const> layers);
/// `w`, `h`: the rectangle, pixels; the picture is larger by the reach on every side.
BakedShadow bake_shadow(int w, int h, int radius, std::span<ShadowLayer const> layers);

/// Strokes and filled outlines on a 24-unit grid, drawn into a square.
struct IconPath {
    std::vector<Vec2> points;
    bool filled = false; ///< also inside; else only the stroke
    float width = 2;     ///< of the stroke, in grid units, with round ends and corners
};
Coverage bake_icon(std::span<IconPath const> paths, int side);

} // namespace ui
