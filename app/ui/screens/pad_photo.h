// *Billede* on a pad: the photo that lies on the note, or those on the sticks to pick one from. Only for the files of
// the pads.
#pragma once

#include "ui/screens/pads.h"

namespace screens {

/// Takes in the photo that was picked, or why there is none; on whatever page the pad is.
void take_in_photo(Context& c, Pad& pad);
/// `id`: "pad/K".
void photo_page(Context& c, Pad& pad, std::string const& id, ui::Rect rect);

/// The size in which a photo lies in that room, du.
ui::Vec2 photo_size(board::Photo const& photo, float most_w, float most_h);
/// The photo in a rectangle of its own shape; what stands for it until it is there, or when it never will be.
void draw_photo(Context& c, board::Photo const& photo, ui::Rect rect);

} // namespace screens
