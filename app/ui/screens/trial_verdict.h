// The left side of the review: what was measured, before and now, and what it honestly says.
#pragma once

#include "ui/screens/trial_form.h"

namespace screens {

/// The trial as it would be with what the form holds now.
board::Trial reviewed(TrialView const& view, board::Trial const& trial);
/// The figures as a chart, the tiles to type them in, and the sentence. Nothing about what was decided.
void numbers_column(Context& c, TrialView& view, board::Trial const& trial, ui::Rect column);
/// What the column needs, du.
float numbers_height(Context& c, board::Trial const& trial, float width);
/// What it needs with the sentence as it is now, in a column of `width` du.
float numbers_height_now(Context& c, TrialView const& view, board::Trial const& trial, float width);

} // namespace screens
