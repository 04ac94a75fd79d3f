// The product's colours as ink on paper: light grounds, and text that keeps a contrast of 4.5 on them.
#pragma once

#include "board/idea.h"
#include "board/ink.h"

namespace exporters {

struct Colour {
    double r = 0, g = 0, b = 0; ///< 0 … 1
};

constexpr Colour rgb(unsigned hex) {
    return {((hex >> 16) & 0xFF) / 255.0, ((hex >> 8) & 0xFF) / 255.0, (hex & 0xFF) / 255.0};
}

namespace colour {
inline constexpr Colour ground = rgb(0xF5F1E8), lane = rgb(0xECE6D9), line = rgb(0xDDD5C4), white = rgb(0xFFFFFF);
inline constexpr Colour ink = rgb(0x25221D), soft = rgb(0x6B6459), faint = rgb(0x9A9284), accent = rgb(0x1D4757);
inline constexpr Colour idea = rgb(0xE2A73B), idea_text = rgb(0x8A6000);
inline constexpr Colour test = rgb(0x2F7F93), test_text = rgb(0x246475), test_ground = rgb(0xE2F1F3);
inline constexpr Colour scale = rgb(0x3F7D4E), scale_text = rgb(0x2F6A3D), scale_ground = rgb(0xE4F1E2);
inline constexpr Colour coral = rgb(0xC9523A), coral_text = rgb(0xA63E28), coral_ground = rgb(0xF9E1DA);
inline constexpr Colour learned = rgb(0x8A5BA6), learned_text = rgb(0x74498F);
} // namespace colour

/// The paper of a note.
constexpr Colour note_colour(board::NoteColour note) {
    constexpr Colour notes[] = {rgb(0xFFE08A), rgb(0xFFD0A6), rgb(0xF7C4CF), rgb(0xD9E8A8), rgb(0xCFE0F5)};
    return notes[static_cast<int>(note)];
}
constexpr Colour pen_colour(board::InkColour pen) {
    constexpr Colour pens[] = {colour::ink, rgb(0x1A4F9C), rgb(0x2B6338), rgb(0x9E3521)};
    return pens[static_cast<int>(pen)];
}

} // namespace exporters
