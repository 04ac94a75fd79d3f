// The nine effect areas to choose among, each with its icon, colour and word; and how they are shown on a card.
#pragma once

#include "ui/screens/context.h"

#include <string>
#include <vector>

namespace screens {

enum class AreaWish { None, Changed };

/// Two columns of five: the areas, and `none` that clears them. Ids are `id`/1 … `id`/9 and `id`/none.
AreaWish area_grid(Context& c, std::string const& id, ui::Rect rect, std::vector<board::EffectArea>& chosen,
                   std::string const& none);
/// The height it needs at the least, du.
float area_grid_height(Context const& c);

/// The idea's areas from `right` leftwards within `room` du: with their words where these fit, else as icons, else as
/// many icons as fit and how many more. Returns the width it took.
float draw_areas(Context& c, std::vector<board::EffectArea> const& areas, ui::Vec2 right, float room);

} // namespace screens
