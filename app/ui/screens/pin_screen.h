// *Pinkode*: asked before the facilitator's pages, and chosen by the first who opens them. It takes the whole wall; the
// board behind it is never locked.
#pragma once

#include "ui/screens/context.h"
#include "ui/screens/pin_pad.h"
#include "ui/screens/wall_wish.h"

#include <string>

namespace screens {

struct PinView {
    std::string digits{};   ///< being typed
    std::string first{};    ///< the new PIN as it was typed the first time; empty: not yet
    std::string sentence{}; ///< what was wrong with what was typed; empty: nothing
    bool with_code = false; ///< the recovery code is asked for instead
    std::string code{};
    double touched_at_s = 0; ///< left alone for a while, it goes back to the board
};

/// Forgets everything that was typed.
void close_pin(PinView& view);
/// Draws what is asked for now. True when the board is to be shown again.
bool pin_screen(Context& c, PinView& view, PinFacts const& facts);
/// The recovery code, on the whole wall, until somebody says that it is written down; meanwhile it may go on a stick.
void recovery_code_screen(Context& c, WallFacts const& facts);
/// The PIN asked for once more, for what cannot be undone; its keys low in `rect`. Ids are the pad's, »pin«.
struct PinOnceMore {
    std::string why{};    ///< over the pad, while nothing is wrong
    std::string done{};   ///< the button that does it
    bool ready = false;   ///< yes has been said
    bool working = false; ///< it is being done
};
/// Done only when it is ready and enough figures are typed.
PinPadAsks pin_once_more(Context& c, PinFacts const& facts, ui::Rect rect, std::string& digits,
                         PinOnceMore const& look);
/// What to say of the PIN just typed: a wait, a wrong one, a disk that did not keep it; empty: nothing.
std::string pin_sentence(Context const& c, PinFacts const& facts);

} // namespace screens
