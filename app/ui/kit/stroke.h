// Lines of any slope and thickness as triangles with a soft edge of one pixel. Knows pixels only.
#pragma once

#include "ui/kit/geometry.h"

#include <imgui.h>
#include <span>

namespace ui {

enum class Ends { Round, Flat };

/// A place on a line and the line's width there, pixels.
struct Knot {
    Vec2 at;
    float width = 1;
};

/// Adds the line through `points` (pixels) to the list. Corners are round.
void stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour, Ends ends);
/// The same with a width of its own at each knot; widths between are interpolated.
void stroke(ImDrawList& list, std::span<Knot const> knots, ImU32 colour, Ends ends);
/// A line in dashes three thick and two apart, evened out over the whole length.
void dashed_stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour);

} // namespace ui
