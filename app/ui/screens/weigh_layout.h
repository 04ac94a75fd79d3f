// Cards that lie at points of a picture, moved apart as little as it takes for each to be read and touched.
#pragma once

#include "ui/kit/geometry.h"

#include <vector>

namespace screens {

/// The size the cards can have, du: the largest at which `count` of them still have room in `area`.
ui::Vec2 weighed_size(ui::Rect area, std::size_t count, float least_height);
/// The middles of cards of `size` whose middles are wished at `wished`, each within `area` and, where there is room,
/// `gap` from the others. The same wishes give the same answer.
std::vector<ui::Vec2> spread(std::vector<ui::Vec2> wished, ui::Vec2 size, ui::Rect area, float gap);

} // namespace screens
