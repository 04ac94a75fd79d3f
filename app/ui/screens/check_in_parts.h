// What the files of *Tjek ind* share. Only for check_in_*.cpp.
#pragma once

#include "ui/screens/check_in_screen.h"
#include "ui/screens/trial_pages.h"

namespace screens {

void check_in_card(Context& c, CheckInCard& card, Running const& one, ui::Rect rect);
/// Where a line or a figure is written, in the card's column; drawn after all cards.
void check_in_panel(Context& c, CheckInCard& card, Running const& one, ui::Rect rect);

} // namespace screens
