// *Udbytte*: what came of it, honest about the basis of each figure. Three columns that are never added together,
// the way from idea to daily use, and the pulse as a run chart.
#pragma once

#include "ui/screens/context.h"

#include <string>

namespace screens {

struct EffectView {
    std::string statement; ///< the pulse statement that is shown; empty: the one asked most
};

void effect_screen(Context& c, EffectView& view);

} // namespace screens
