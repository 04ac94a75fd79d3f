// What the files of the board share: where its lanes are, how their cards lie, and the cards in hands.
#pragma once

#include "ui/screens/board_screen.h"

#include <array>
#include <string>
#include <vector>

namespace screens {

struct LaneLook {
    Lane lane;
    std::string id, name_key, hint_key;
    ui::Colour stripe;
    ui::Rect rect;
};

/// Side by side as in the picture; stacked where the wall is upright.
std::array<LaneLook, 3> lanes(Context const& c);

/// A lane's ideas in the order they lie, those in hands where the others make way for them.
std::vector<board::Idea const*> order_in(Context& c, BoardView& view, LaneLook const& lane);

/// Where a card in a hand is, du.
inline ui::Rect held_rect(Held const& one) {
    return {one.at.x - one.grab.x, one.at.y - one.grab.y, one.size.x, one.size.y};
}

/// Forgets the cards that were put up long enough ago to have been seen; asks for the frame in which it does.
void drop_old(Context& c, std::vector<Fresh>& fresh);
/// Taps: an idea shows what can be done with it; a trial or a solution opens its chain.
void tap_card(Context& c, BoardView& view, board::Idea const& idea, ui::Rect rect);
/// Cards in hands, above all.
void draw_held(Context& c, BoardView const& view);

/// What stands in the lanes' heads beside their names; found once a frame.
struct HeadNotes {
    std::string leader{};                     ///< what waits for the leader; empty: nothing
    std::string due{};                        ///< the trials to take up; empty: none
    std::optional<board::IdeaId> first_due{}; ///< of those
    float picture_w = 0;                      ///< of the button to the picture, in the idea lane's head, du
};
HeadNotes head_notes(Context& c, board::Waiting const& waits, std::array<LaneLook, 3> const& all);
void board_notes(Context& c, std::array<LaneLook, 3> const& all, HeadNotes const& notes);

} // namespace screens
