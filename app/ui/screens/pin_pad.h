// Figures for a PIN: large keys, dots instead of what was typed, and a real keyboard's figures. Nothing tells which were
// pressed.
#pragma once

#include "ui/screens/context.h"

#include <string>

namespace screens {

struct PinPadLook {
    std::string done{};  ///< the button that hands the figures in
    bool enabled = true; ///< no key answers while an answer is on its way or people have to wait
    ui::Icon leave = ui::Icon::ArrowLeft;
    std::string leave_label{};
    ui::ButtonLook done_look = ui::ButtonLook::Primary;
    ui::Colour keys = ui::colour::paper; ///< white where the pad stands on paper
};
enum class PinPadAsks { Nothing, Done, Leave };

/// Ids `id`/key/7, `id`/backspace, `id`/leave, `id`/done. `digits` grows to board::most_pin_digits.
PinPadAsks pin_pad(Context& c, std::string const& id, ui::Rect rect, std::string& digits, PinPadLook const& look);
/// A dot for each figure typed, and rings for those that are needed at the least.
void pin_dots(Context& c, ui::Rect rect, std::size_t typed);
/// The height it needs for keys of full size, du.
float pin_pad_height(Context const& c);

} // namespace screens
