// Ink on the canvas, and where it is. Knows the grid of board::Ink, and nothing of fingers.
#pragma once

#include "board/ink.h"
#include "ui/kit/canvas.h"

namespace ui {

Colour colour_of(board::InkColour colour);

/// Draws the ink across the width of `rect`, from its top; it is cut where the canvas is, not by `rect`. Small
/// drawings are drawn with fewer points, and no line thinner than can be seen.
void draw_ink(Canvas& canvas, board::Ink const& ink, Rect rect);
/// One stroke of it.
void draw_stroke(Canvas& canvas, board::InkStroke const& stroke, Rect rect);

/// Whether a disc of radius `reach` that moves from `from` to `to` touches the stroke; all on the grid.
bool crosses(board::InkStroke const& stroke, Vec2 from, Vec2 to, float reach);

} // namespace ui
