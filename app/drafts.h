// What people have begun on the wall and the board does not hold: notes not put up, and a round under way. As text to
// keep beside the board, so that a pulled plug costs no words, and nobody their turn.
#pragma once

#include "ui/screens/pads.h"
#include "ui/screens/round_screen.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct Begun {
    std::vector<screens::Draft> drafts{};
    screens::RoundView round{}; ///< one that is not begun is not kept
};

/// JSON; empty when nothing is begun. A CPR number is never kept: a draft that holds one is left out.
std::string to_text(Begun const& begun);
/// What `to_text` wrote, also before it knew of rounds; or in English what cannot be read in it.
tl::expected<Begun, std::string> begun_from_text(std::string_view text);

} // namespace app
