// The anonymous pulse: opened and closed by whoever leads the meeting, answered by whoever passes. Answers live in
// this view's box, in memory only, until the round closes; no widget's value tells of one (method.md 7.5 no. 11–12).
#pragma once

#include "ui/screens/fields.h"

#include <string>
#include <vector>

namespace screens {

struct PulseView {
    int round = 0; ///< the open round the box belongs to; 0: none
    board::PulseBox box{};
    std::size_t statement = 0; ///< the one that is asked now
    double thanks_until_s = 0; ///< calm between two answers
    bool thanks_all = false;   ///< the thanks are for the last statement: the next person's turn
    bool closing_asked = false;
    bool choosing = false;             ///< the page that opens a round
    std::vector<std::string> chosen{}; ///< statements for it
    Form form{};                       ///< their own one
};

/// What the last round that was closed said is shown until the next; null while there was none.
board::PulseRound const* last_closed_pulse(board::Board const& board);
/// The box follows the board's open round. Call once a frame, on whatever screen.
void follow_pulse(board::Board const& board, PulseView& view);
/// The panel under the check-ins.
void pulse_panel(Context& c, PulseView& view, ui::Rect rect);
float pulse_panel_height(Context const& c);
/// The page on which a round is opened, in the place of the check-ins.
void pulse_choice(Context& c, PulseView& view, ui::Rect rect);
/// The ways to open and to close a round, cut off the band's right.
void pulse_band(Context& c, PulseView& view, ui::Rect& band);

} // namespace screens
