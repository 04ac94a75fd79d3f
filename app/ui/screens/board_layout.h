// How the cards of the lanes lie, and what their heads tell. What a board and a look alone decide is found once for them,
// so that a frame costs what is in sight and not what there is.
#pragma once

#include "board/so_far.h"
#include "ui/screens/cards.h"

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace screens {

struct Slot {
    board::Idea const* idea = nullptr;
    ui::Rect rect{}; ///< du, from the content's top left corner
};

/// Ideas as they lie in a lane: as many columns as there is room for, rows as high as their tallest card.
struct Arrangement {
    std::vector<board::Idea const*> ideas;
    std::vector<Slot> slots; ///< one for each of them
    float height = 0;        ///< of all, du
    /// Those of the rows that have a part between the two heights, du.
    std::span<Slot const> between(float top, float bottom) const;
    /// Where among the slots a card hovering at `at` (in the content) would come to lie.
    std::size_t slot_at(ui::Vec2 at) const;
};

class BoardLayout {
  public:
    /// Begins a frame. All that was found is forgotten when the board, the day, the language or the type is another.
    void see(Context const& c);
    /// The ideas of one of the board's three lanes in the order they lie; as long as the board is the same.
    std::vector<board::Idea const*> const& ideas_in(Lane lane) const;
    /// Nothing: the board has no such idea.
    board::Idea const* find(board::IdeaId id) const;
    board::Idea const* numbered(int no) const;
    board::Waiting const& waiting() const { return m_waiting; }
    int running_trials() const { return m_running; }
    /// Lays ideas of that lane out. What is asked for in two frames on end is found once; it stays until `see`.
    Arrangement const& lay_out(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane, float width);

  private:
    struct SeenBy {
        std::uint64_t version = 0;
        board::Idea const* first = nullptr;
        std::size_t ideas = 0, order = 0;
        board::Date today{};
        text::Language language{};
        ui::Type card, small, label;
        bool operator==(SeenBy const&) const = default;
    };
    struct Kept {
        float width = 0; ///< of the lane, du
        bool asked_for = true;
        Arrangement arrangement;
    };
    static constexpr std::size_t lanes = 3;
    void put_in_order(board::Board const& board);
    Arrangement arrange(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane, float width);
    float height_of(Context& c, board::Idea const& idea, float width);

    std::optional<SeenBy> m_seen;
    std::map<board::IdeaId, board::Idea const*> m_by_id;
    std::map<int, board::Idea const*> m_by_number;
    std::array<std::vector<board::Idea const*>, lanes> m_ideas;
    std::array<std::list<Kept>, lanes> m_kept;
    std::array<float, lanes> m_width{}; ///< of a card, the heights are for
    std::vector<float> m_height;        ///< by place in `board.ideas`; below 0: not found yet
    board::Waiting m_waiting;
    int m_running = 0;
};

} // namespace screens
