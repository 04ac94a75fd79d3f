// What the top of every sheet has in common: the mark, whose board it is, and whether its data are made up.
#pragma once

#include "board/board.h"
#include "exporters/paper.h"

namespace exporters {

/// The table seen from above with six people around it, as high as wide.
void draw_mark(Paper& paper, double x, double y, double size);
/// The mark, the course and the workplace beside it, and the remark that the data are made up where they are.
/// Returns the height it took.
double draw_letterhead(Paper& paper, board::Course const& course, text::Words const& words, Box const& at);
/// »Fiktive eksempeldata« in a frame, its right upper corner there. Returns its width.
double draw_fictional(Paper& paper, text::Words const& words, double right, double y);

} // namespace exporters
