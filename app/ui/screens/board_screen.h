// *Tavlen*: three lanes, cards in any number of hands at once, and the dock. Every move by dragging can
// also be made by tapping a card and then where it goes.
#pragma once

#include "ui/screens/board_layout.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace screens {

/// A card in a hand.
struct Held {
    board::IdeaId idea{};
    ui::PointerId pointer = 0;
    ui::Vec2 grab{};                     ///< from the card's corner to the finger, du
    ui::Vec2 size{};                     ///< as it was when it was lifted
    ui::Vec2 at{};                       ///< the finger, du
    std::optional<std::size_t> place{};  ///< where the others have made way for it
    std::size_t wanted = 0;              ///< where it would lie if it were let go…
    double wanted_since_s = 0;           ///< …since then
    std::optional<board::IdeaId> over{}; ///< the idea whose middle it hovers over…
    double over_since_s = 0;             ///< …since then
};

/// Held this long over the middle of another idea, a card is merged into it when it is let go.
inline constexpr double merge_hold_s = 0.8;
inline bool will_merge(Held const& held, double now_s) {
    return held.over && now_s - held.over_since_s >= merge_hold_s;
}

/// A small panel beside a card that asks for what a move needs: a reason, a day.
struct MovePanel {
    enum class Kind { Actions, Reason, Park, Merge, Areas } kind = Kind::Actions;
    board::IdeaId idea{};
    ui::Rect origin{};           ///< the card it belongs to; empty until that was drawn
    std::optional<int> reason{}; ///< which of the ready reasons
    std::optional<board::Date> revisit{};
    ui::Rect rect{}; ///< where it stands, and so stays; empty until it was drawn
};

/// A card that was just put up: its lane scrolls to it, unless somebody is busy there, and it wears a ring.
struct Fresh {
    board::IdeaId idea{};
    double since_s = 0;
    bool in_sight = false; ///< it was, once: the lane is left alone from then on
};

/// What a search leaves on the board.
struct Sieve {
    std::vector<board::IdeaId> kept; ///< in the order of their ids
    std::string query;               ///< what was written, for those who wonder where the rest is
    bool keeps(board::IdeaId id) const { return std::binary_search(kept.begin(), kept.end(), id); }
};

/// A card on its way from the hand that let it go to its place.
struct Falling {
    board::IdeaId idea{};
    ui::Vec2 from{}; ///< its corner, du
};

struct BoardView {
    std::optional<Sieve> sieve; ///< nothing: the whole board
    std::vector<Fresh> fresh;
    std::vector<Held> held;
    std::vector<Falling> falling;  ///< in the frame that is drawn next
    std::vector<MovePanel> panels; ///< one an idea at most
    bool tray_open = false;
    std::optional<board::IdeaId> to_weigh; ///< was sent to the picture to be laid there
    bool picture = false;                  ///< the ideas lie in the picture of indsats and effekt instead of the lanes
    BoardLayout layout;
};

/// Asks for what the cards mean that hands have let go of, judged by the board as it was drawn last. To be called, and
/// answered, before the board is drawn: that is sooner on its way to the disk, and seen a frame earlier.
void let_go(Context& c, BoardView& view);
void board_screen(Context& c, BoardView& view);

/// Shows the idea's card, and beside it what may be done with it, or what parking it asks for.
void open_panel_of(BoardView& view, board::IdeaId idea, bool to_park, double now_s);
/// The panels that stand over the board; drawn after the pads.
void move_panels(Context& c, BoardView& view);
/// *Lært*: what was parked and what was stopped, with what it taught.
void tray_panel(Context& c, BoardView& view);

/// The dock's *Lært*, where cards can be laid, du.
ui::Rect tray_button(Context& c);
/// The dock's buttons. `more` is set when *Mere* was tapped.
void dock(Context& c, BoardView& view, bool& more);

} // namespace screens
