// *Søg*: a pad with a keyboard of its own that filters the board as one writes. It lists all that was found, also what
// is parked, learned, merged, or written in a trial, so that nobody has to reach for a card to know that it is there.
#pragma once

#include "ui/screens/board_screen.h"
#include "ui/screens/find_index.h"
#include "ui/screens/pads.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct FindView {
    bool open = false;
    ui::TextBuffer text;
    ui::KeyboardState keyboard;
    std::vector<board::EffectArea> areas; ///< only ideas in one of these; none: all
    bool choosing_areas = false;
    double touched_s = 0; ///< when somebody last touched it or wrote in it
    FindIndex index;
    std::vector<Hit> hits;
    /// What the hits were found for.
    struct Asked {
        std::string text{};
        std::vector<board::EffectArea> areas{};
        std::uint64_t board_version = 0;
        text::Language language = text::Language::Danish;
        bool operator==(Asked const&) const = default;
    };
    std::optional<Asked> found_for;
};

/// Opens it in the free pad's place nearest to `at`; open already, it closes. False when all places are taken.
bool toggle_find(Context& c, FindView& view, BoardView& board, Pads& pads, ui::Vec2 at);
/// Looks again when something else is asked or the board is another; then `board` knows what it is to show. Call
/// before the board is drawn.
void find_again(Context& c, FindView& view, BoardView& board);
void find_pad(Context& c, FindView& view, BoardView& board, Pads& pads);

} // namespace screens
