// A pad to write and draw on, and its tools. Every finger on it draws at once, with its own pen; what was done is
// taken back in turn. Knows board::Ink and nothing else of the board.
#pragma once

#include "board/ink.h"
#include "ui/kit/hand_stroke.h"
#include "ui/kit/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// What a finger on the pad is doing; it keeps the colour it came down with.
struct InkPen {
    PointerId finger = 0;
    bool erasing = false;
    board::InkColour colour = board::InkColour::Ink;
    bool drawing = false;              ///< the last stroke goes on; not while the finger is outside the pad
    std::vector<HandStroke> strokes{}; ///< more than one when it left the pad and came back
    Vec2 at_mm{};                      ///< from the pad's top left corner
};

/// One stroke that came or went.
struct InkChange {
    PointerId finger = 0;                     ///< all that one finger did is taken back at once
    std::size_t place = 0;                    ///< in Ink::strokes
    std::optional<board::InkStroke> erased{}; ///< what stood there; none: the stroke was added
};

/// One pad's drawing and its tools.
struct InkState {
    board::Ink ink{};
    board::InkColour colour = board::InkColour::Ink; ///< of the next stroke
    bool erasing = false;
    std::vector<InkPen> pens{};
    std::vector<InkChange> changes{};
    /// No stroke more is taken; the caller says so.
    bool full() const;
};

/// The pad: fingers draw or erase, and the ink is shown. The ground is the caller's. An empty drawing takes the
/// pad's shape; one that is there already is drawn across the pad's width. True when the ink changed: a stroke
/// ended, or one was erased.
bool ink_pad(Ui& ui, std::string const& id, Rect rect, InkState& state);

bool can_undo(InkState const& state);
/// Takes back what the last finger did: its stroke goes, or what it erased comes again. True when it did.
bool undo_stroke(InkState& state);

/// Four colours, the eraser and undo, side by side; ids `id`/black, /blue, /green, /red, /eraser, /undo. The row
/// is at least the theme's target high and six of them and their gaps wide. True when the ink changed.
bool ink_tools(Ui& ui, std::string const& id, Rect row, InkState& state);

} // namespace ui
