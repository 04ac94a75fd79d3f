// One card of the printed board: an idea's note, or what became of it. Measured and drawn by the same lines.
#pragma once

#include "board/board.h"
#include "exporters/paper.h"
#include "exporters/takeaway.h"

namespace exporters {

/// The lanes as they stand on the wall.
enum class Lane { Idea, Test, Scale, Learned };
inline constexpr int lanes = 4;
/// Where the idea lies; a merged one lies in the card it was merged into.
Lane lane_of(board::Stage stage);

struct CardLook {
    Takeaway const& takeaway;
    text::Words const& words;
    double scale = 1; ///< of all sizes on it
};

/// The height it needs in that width; points.
double card_height(Paper& paper, CardLook const& look, board::Idea const& idea, double width);
void draw_card(Paper& paper, CardLook const& look, board::Idea const& idea, Box const& at);

} // namespace exporters
