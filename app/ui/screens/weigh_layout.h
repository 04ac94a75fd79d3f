// Cards that lie at points of a picture, moved apart no further than it takes for each to be read and touched.
#pragma once

#include "ui/kit/geometry.h"

#include <vector>

namespace screens {

/// The size the cards can have, du: the largest at which `count` of them still have room in `area`.
ui::Vec2 weighed_size(ui::Rect area, std::size_t count, float least_height);
/// The middles of cards of `size` whose middles are wished at `wished`, each within `area`. The first lie where they are
/// wished; one that would lie on another lies in the nearest free place, `gap` from its neighbours, if there is any.
std::vector<ui::Vec2> spread(std::vector<ui::Vec2> const& wished, ui::Vec2 size, ui::Rect area, float gap);

} // namespace screens
