// The icons as lines on a 24-unit grid. Knows no pixels.
#pragma once

#include "ui/kit/bake.h"
#include "ui/kit/canvas.h"

namespace ui {

/// The strokes and outlines an icon is made of.
std::vector<IconPath> icon_paths(Icon icon);

} // namespace ui
