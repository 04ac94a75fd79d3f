// *Skriv i stilhed*: minutes in which the wall shows the question and the clock and nothing else, then fast entry of
// what was written, masked until *Vis alle* (method.md 2.8). The clock is the view's; the notes are the board's.
#pragma once

#include "ui/screens/pads.h"

#include <optional>
#include <vector>

namespace screens {

inline constexpr int least_silent_minutes = 2, most_silent_minutes = 10, usual_silent_minutes = 5;

enum class SilentPage { Setup, Clock, Write };

struct SilentView {
    SilentPage page = SilentPage::Setup;
    std::optional<int> minutes{};     ///< when chosen here; else the agenda's
    double ends_at_s = 0;             ///< of the countdown, on the wall's running clock
    std::optional<double> paused_s{}; ///< what was left when it was paused
    Pads pads{};
    std::vector<board::IdeaId> shown{}; ///< what *Vis alle* showed; told until the screen is left
};

void silent_screen(Context& c, SilentView& view);

} // namespace screens
