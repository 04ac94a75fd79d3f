// What the files of *Runde* share. Only for round_*.cpp.
#pragma once

#include "ui/screens/round_screen.h"

namespace screens {

/// Where people sit and how large they are, du.
struct TablePlan {
    ui::Vec2 centre{}, table{}; ///< its middle, and its half axes
    float radius = 56;          ///< of a person's disc
    float label_w = 150;        ///< room for the name under it
    std::vector<ui::Vec2> seats{};
};
/// So many people evenly around a table that fills `area`; the first sits at its top, the others clockwise.
TablePlan table_plan(ui::Rect area, std::size_t people, float least_radius);

/// The people at the table and the words on it. Taps and drags are carried out on the view, and asked for.
void draw_table(Context& c, RoundView& view, ui::Rect area);
/// What that turn has used at this moment; never negative, whatever the wall's clock did.
std::chrono::milliseconds time_used(RoundView const& view, std::size_t turn, board::Instant now);
/// Starts the clock of that person's turn, or lets it stand while the meeting's does.
void begin_turn(Context& c, RoundView& view, std::size_t turn);
/// The word to that person; the one who had it has had a turn.
void give_word(Context& c, RoundView& view, std::size_t turn);
/// To the next who has not had it, clockwise; the round is done when there is none.
void pass_on(Context& c, RoundView& view);

} // namespace screens
