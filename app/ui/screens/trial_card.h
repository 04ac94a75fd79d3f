// One trial as a card of the chain: its edge and state, what was believed, done, measured and learned.
// Only drawing and measuring.
#pragma once

#include "ui/screens/trial_pages.h"

#include <vector>

namespace screens {

/// The card at a glance: long texts end in an ellipsis, so that all its fields are seen.
void draw_trial_glance(Context& c, board::Idea const& idea, board::Trial const& trial, ui::Rect rect, bool pressed);
/// The card with every word of it, scrolled by hand.
void draw_trial_whole(Context& c, board::Idea const& idea, board::Trial const& trial, ui::Rect rect);

} // namespace screens
