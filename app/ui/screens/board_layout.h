// How the cards of the lanes lie. What a board and a look alone decide is found once for them, so that a frame costs what
// is in sight and not what there is.
#pragma once

#include "ui/screens/cards.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace screens {

struct Slot {
    board::Idea const* idea = nullptr;
    ui::Rect rect{}; ///< du, from the content's top left corner
};

class BoardLayout {
  public:
    /// Begins a frame. All that was found is forgotten when the board, the language or the type is another.
    void see(Context const& c);
    /// The ideas of one of the board's three lanes in the order they lie; as long as the board is the same.
    std::vector<board::Idea const*> const& ideas_in(Lane lane) const;
    /// Lays ideas of that lane out in as many columns as it has room for, after what is in `out`; rows are as high as
    /// their tallest card. Returns the height of all, du.
    float lay_out(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane, float width,
                  std::vector<Slot>& out);

  private:
    struct SeenBy {
        std::uint64_t version = 0;
        board::Idea const* first = nullptr;
        std::size_t ideas = 0, order = 0;
        text::Language language{};
        ui::Type card, small, label;
        bool operator==(SeenBy const&) const = default;
    };
    static constexpr std::size_t lanes = 3;
    void put_in_order(board::Board const& board);
    float height_of(Context& c, board::Idea const& idea, float width);

    std::optional<SeenBy> m_seen;
    std::array<std::vector<board::Idea const*>, lanes> m_ideas;
    std::array<float, lanes> m_width{}; ///< of a card, the heights are for
    std::vector<float> m_height;        ///< by place in `board.ideas`; below 0: not found yet
};

/// Where among the slots a card hovering at `at` (in the content) would come to lie.
std::size_t slot_at(std::vector<Slot> const& slots, ui::Vec2 at);

} // namespace screens
