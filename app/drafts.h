// What people have begun and not put up, as text to keep beside the board, so that a pulled plug costs no words.
#pragma once

#include "ui/screens/pads.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// JSON; empty when there are none. A CPR number is never kept: a draft that holds one is left out.
std::string to_text(std::vector<screens::Draft> const& drafts);
/// The drafts in what `to_text` wrote, or in English what cannot be read in it.
tl::expected<std::vector<screens::Draft>, std::string> drafts_from_text(std::string_view text);

} // namespace app
