// A number pad for what is counted: 0–9 and backspace, no comma and no minus.
#pragma once

#include "ui/kit/keyboard.h"

namespace ui {

/// Ids `prefix`/key/7, …/key/backspace.
KeyboardResult count_pad(Ui& ui, std::string const& prefix, Rect rect, KeyboardState& state, TextBuffer& buffer);

} // namespace ui
