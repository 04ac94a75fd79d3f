// An idea's photo as it stands on paper: measured and drawn by the same lines.
#pragma once

#include "exporters/paper.h"
#include "exporters/takeaway.h"
#include "text/words.h"

namespace exporters {

/// As large as it is drawn in that room, in points; zero when the idea has none to be drawn. Never larger than it is.
Size photo_size(Takeaway const& takeaway, board::Idea const& idea, Size room);
/// A figure that says in words whose photo it is; one that cannot be shown leaves its place with a word in it.
void draw_photo(Paper& paper, Takeaway const& takeaway, board::Idea const& idea, Box const& at,
                text::Words const& words);

} // namespace exporters
