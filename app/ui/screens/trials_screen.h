// *Prøvehandlinger* as it stands on the wall: one trial with all of it, or two side by side, each in a half of its own
// with its own form, keyboard, answers and sentences, for people who work on different ones at once.
#pragma once

#include "ui/screens/trial_screen.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace screens {

struct TrialsView {
    std::array<std::optional<TrialView>, 2> sides; ///< left and right; nothing: not open, or to be chosen
    bool shared = false;                           ///< each side has its half of the wall
    std::size_t hand = 0; ///< the side touched last: has the wall while it is not shared, and a real keyboard
    std::vector<TrialView> laid_aside; ///< closed by nobody's hand, with words that the board does not hold
    std::optional<GoTo> leaving;       ///< to another screen, when what was just written is saved
    int leaves_after = 0;              ///< frames
};

/// Shows that idea, for *Saml op* with the decision chosen; beside another where that is still open. What was written
/// of it and is not on the board is there again.
void open_trials(TrialsView& view, board::Board const& board, board::IdeaId idea,
                 std::optional<board::Decision> decision = {});
/// Nobody is there: what is written stays written, and the wall is one again.
void leave_trials(TrialsView& view);
/// `known`: measures that can be chosen ready.
void trials_screen(Context& c, TrialsView& view, std::vector<board::Measure> const& known);
/// What is worked in, each by its own people, du: the screen, or its two halves.
std::vector<ui::Rect> rooms(Context const& c, TrialsView const& view);

} // namespace screens
