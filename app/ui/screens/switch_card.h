// A choice that is on or off: its name, what it does, and whether it is on.
#pragma once

#include "ui/screens/context.h"

#include <string>

namespace screens {

/// `key`: of its name; the line under it has the key with "_why". True when it was tapped.
bool switch_card(Context& c, char const* id, ui::Rect rect, std::string const& key, bool on);
/// The height it needs, du.
float switch_card_height(Context const& c);

} // namespace screens
