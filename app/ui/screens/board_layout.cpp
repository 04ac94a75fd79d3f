#include "ui/screens/board_layout.h"

#include <algorithm>
#include <map>

namespace screens {

namespace {

constexpr float card_gap = 18;
constexpr float not_found = -1;

std::size_t place_of(Lane lane) { return static_cast<std::size_t>(lane); }

} // namespace

void BoardLayout::see(Context const& c) {
    auto const& theme = c.ui.theme();
    SeenBy const now{.version = c.board_version,
                     .first = c.board.ideas.data(),
                     .ideas = c.board.ideas.size(),
                     .order = c.board.order.size(),
                     .language = c.language(),
                     .card = theme.card,
                     .small = theme.small,
                     .label = theme.label};
    if (m_seen == now)
        return;
    m_seen = now;
    m_height.assign(c.board.ideas.size(), not_found);
    put_in_order(c.board);
}

void BoardLayout::put_in_order(board::Board const& board) {
    std::map<board::IdeaId, board::Idea const*> ideas;
    for (auto const& idea : board.ideas)
        ideas.emplace(idea.id, &idea);
    for (auto& lane : m_ideas)
        lane.clear();
    for (auto const id : board.order) {
        auto const found = ideas.find(id);
        if (found != ideas.end() && place_of(lane_of(found->second->stage)) < lanes)
            m_ideas[place_of(lane_of(found->second->stage))].push_back(found->second);
    }
}

std::vector<board::Idea const*> const& BoardLayout::ideas_in(Lane lane) const { return m_ideas[place_of(lane)]; }

float BoardLayout::height_of(Context& c, board::Idea const& idea, float width) {
    float& height = m_height[static_cast<std::size_t>(&idea - c.board.ideas.data())];
    if (height < 0)
        height = card_height(c, idea, width);
    return height;
}

float BoardLayout::lay_out(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane, float width,
                           std::vector<Slot>& out) {
    bool const wide = c.ui.portrait() && lane != Lane::Idea;
    float const least = lane == Lane::Idea ? 350 : wide ? 440 : 400;
    std::size_t const columns = static_cast<std::size_t>(std::max(1.0F, (width + card_gap) / (least + card_gap)));
    float const card_w = (width - card_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    if (m_width[place_of(lane)] != card_w) {
        m_width[place_of(lane)] = card_w;
        std::fill(m_height.begin(), m_height.end(), not_found);
    }
    float y = 0;
    for (std::size_t row = 0; row < ideas.size(); row += columns) {
        auto const end = std::min(ideas.size(), row + columns);
        float height = 0;
        for (auto i = row; i < end; ++i)
            height = std::max(height, height_of(c, *ideas[i], card_w));
        for (auto i = row; i < end; ++i)
            out.push_back({ideas[i], {static_cast<float>(i - row) * (card_w + card_gap), y, card_w, height}});
        y += height + card_gap;
    }
    return std::max(0.0F, y - card_gap);
}

std::size_t slot_at(std::vector<Slot> const& slots, ui::Vec2 at) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        auto const& r = slots[i].rect;
        bool const in_row = at.y < r.bottom() + card_gap / 2;
        if (in_row && (at.x < r.right() + card_gap / 2))
            return i;
    }
    return slots.size();
}

} // namespace screens
