// *Sammenlignet*: how it went, in the same time, with some who did not try. A page of the review, in the place of the
// four ways on.
#pragma once

#include "ui/screens/trial_form.h"

namespace screens {

/// Only a measured result can be held against another.
bool can_compare(board::Trial const& trial);
void load_comparison(TrialView& view, board::Trial const& trial);
/// What the form says of the others; nothing when nothing is written.
std::optional<board::ComparisonGroup> comparison_of(TrialView const& view, board::Trial const& trial);
void comparing_column(Context& c, TrialView& view, board::Trial const& trial, ui::Rect column);
/// The same as a page of its own, in a part.
void comparing_page(Context& c, TrialView& view, board::Trial const& trial);
/// "De andre 10: 14 → 13"; empty while the comparison is not whole.
std::string others_line(Context const& c, board::Trial const& trial);

} // namespace screens
