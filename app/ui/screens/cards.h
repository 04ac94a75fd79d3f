// A card, as it lies in its lane: an idea's note, a trial, a solution in use. Only drawing and measuring.
#pragma once

#include "ui/screens/context.h"

namespace screens {

enum class Lane { Idea, Test, Scale, Tray };

/// Where an idea lies (method.md 7.2): *udvalgt* is a card in Test, parked and stopped lie in the tray.
Lane lane_of(board::Stage stage);

struct CardLook {
    bool lifted = false; ///< in somebody's hand
    bool picked = false; ///< tapped, waiting for its place
    bool saving = false; ///< not durable yet
    float fresh = 0;     ///< 1 when it was just put up, falling to 0
};

/// The height the idea's card needs at this width, du.
float card_height(Context& c, board::Idea const& idea, float width);
void draw_card(Context& c, board::Idea const& idea, ui::Rect rect, CardLook const& look = {});
/// The day a trial runs to, and how far away that is; fewer words where `width` du are too few; empty when it has none.
std::string deadline(Context& c, board::Trial const& trial, ui::Type const& type, float width);
/// What the UI map calls it.
std::string card_label(Context const& c, board::Idea const& idea);

} // namespace screens
