// What the files of *Udbytte* share. Only for effect_*.cpp.
#pragma once

#include "ui/screens/effect_screen.h"

namespace screens {

/// A white card with its heading, which ends `beside` du before the right side; returns the room below it.
ui::Rect effect_card(Context& c, ui::Rect rect, std::string const& heading, std::string const& under, float beside = 0);
inline constexpr ui::Vec2 effect_card_inset{32, 24};
/// From a card's top to what is left free in it, du.
float effect_card_head(Context const& c);
void effect_ledger(Context& c, ui::Rect rect);
/// With all its lines in sight, in a low card as wide as that; both du.
float effect_ledger_height(Context& c, float width);

} // namespace screens
