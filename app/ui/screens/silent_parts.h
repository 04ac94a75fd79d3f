// What the pages of *Skriv i stilhed* share. Only for silent_*.cpp.
#pragma once

#include "ui/screens/silent_screen.h"

namespace screens {

void silent_setup(Context& c, SilentView& view);
void silent_clock(Context& c, SilentView& view);
void silent_write(Context& c, SilentView& view);

/// The ideas that nobody can read yet, as they lie on the wall.
std::vector<board::Idea const*> masked_ideas(board::Board const& board);
/// *Hvordan kan vi …?*, or what the course is called when it asks nothing.
std::string const& question_of(board::Board const& board);
/// From the clock, or past it, to the notes; the first pad is ready.
void go_to_write(Context& c, SilentView& view);
/// To the board. What stands in open pads becomes drafts.
void leave_silent(Context& c, SilentView& view);
/// The largest type, up to `most` du, in which the text stands in `rect` in at most `lines` lines.
ui::Type largest_type(Context& c, std::string_view text, ui::Rect rect, float most, std::size_t lines);
float silent_button_width(Context& c, std::string_view label, bool icon = false);

} // namespace screens
