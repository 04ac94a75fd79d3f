// What the files of *Udbytte* share. Only for effect_*.cpp.
#pragma once

#include "ui/screens/effect_screen.h"

namespace screens {

/// A white card with its heading; returns the room below it.
ui::Rect effect_card(Context& c, ui::Rect rect, std::string const& heading, std::string const& under);
void effect_ledger(Context& c, ui::Rect rect);

} // namespace screens
