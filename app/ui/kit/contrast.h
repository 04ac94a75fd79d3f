// The second palette, for rooms with much light and eyes that ask for more: white ground, black words, dark lines.
// Screens draw in the colours of theme.h; the canvas exchanges them.
#pragma once

#include "ui/kit/theme.h"

namespace ui {

enum class Contrast { Calm, High };

/// The colour as it is shown, as opaque as it was. What has no darker twin (papers, shadows) stays.
Colour shown_in(Contrast contrast, Colour colour);

} // namespace ui
