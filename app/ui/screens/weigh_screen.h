// *Indsats og effekt*: the same ideas as a picture. Cards are laid where the team thinks they belong, by any number of
// hands at once, or by tapping a card and then a place; those not laid yet wait beside it.
#pragma once

#include "ui/screens/board_screen.h"

#include <vector>

namespace screens {

struct WeighView {
    std::vector<Held> held;
    /// Tapped, and waiting for their places; the last one is laid first.
    struct Picked {
        board::IdeaId idea{};
        double since_s = 0;
    };
    std::vector<Picked> picked;
    /// Where the cards lie, and what that was worked out for.
    struct Laid {
        board::IdeaId idea{};
        ui::Vec2 middle{};
    };
    std::vector<Laid> laid;
    ui::Vec2 size{}; ///< of a card in the picture
    struct Asked {
        std::uint64_t board_version = 0;
        ui::Rect field{};
        float least_height = 0;
        std::vector<board::IdeaId> held{};
        bool operator==(Asked const&) const = default;
    };
    std::optional<Asked> laid_for;
};

/// Where the way back to the lanes and out of the picture stand, du: no sentence may stand on them.
ui::Rect weigh_back(Context& c);
void weigh_screen(Context& c, WeighView& view, BoardView& board);

} // namespace screens
