// A figure between − and +, for settings: its question over it, and a quiet line under it.
#pragma once

#include "ui/screens/context.h"

#include <optional>
#include <string>

namespace screens {

struct Stepper {
    std::string id{};
    std::string question{};
    std::string hint{};  ///< empty: none
    std::string shown{}; ///< the value as people read it; empty: the number
    double value = 0, least = 0, most = 0, step = 1;
};
/// The value it is stepped to, if it was. Ids `id`/less and `id`/more.
std::optional<double> stepper(Context& c, Stepper const& stepper, ui::Rect rect);
/// The height it needs, du.
float stepper_height(Context const& c, bool with_hint = false);

} // namespace screens
