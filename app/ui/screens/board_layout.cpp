#include "ui/screens/board_layout.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float card_gap = 18;
constexpr float not_found = -1;

std::size_t place_of(Lane lane) { return static_cast<std::size_t>(lane); }

} // namespace

std::span<Slot const> Arrangement::between(float top, float bottom) const {
    auto const first = std::partition_point(slots.begin(), slots.end(),
                                            [&](Slot const& slot) { return slot.rect.bottom() < top; });
    auto const end = std::partition_point(first, slots.end(), [&](Slot const& slot) { return slot.rect.y <= bottom; });
    return {first, end};
}

std::size_t Arrangement::slot_at(ui::Vec2 at) const {
    for (auto const& slot : between(at.y - card_gap / 2, slots.empty() ? 0 : slots.back().rect.y)) {
        auto const& r = slot.rect;
        bool const in_row = at.y < r.bottom() + card_gap / 2;
        if (in_row && (at.x < r.right() + card_gap / 2))
            return static_cast<std::size_t>(&slot - slots.data());
    }
    return slots.size();
}

void BoardLayout::see(Context const& c) {
    auto const& theme = c.ui.theme();
    SeenBy const now{.version = c.board_version,
                     .first = c.board.ideas.data(),
                     .ideas = c.board.ideas.size(),
                     .order = c.board.order.size(),
                     .today = c.now.today,
                     .language = c.language(),
                     .card = theme.card,
                     .small = theme.small,
                     .label = theme.label};
    if (m_seen == now) {
        for (auto& kept : m_kept) {
            kept.remove_if([](Kept const& one) { return !one.asked_for; });
            for (auto& one : kept)
                one.asked_for = false;
        }
        return;
    }
    m_seen = now;
    m_kept = {};
    m_height.assign(c.board.ideas.size(), not_found);
    put_in_order(c.board);
    m_waiting = board::waiting(c.board, c.now.today);
    m_running = board::running_trials(c.board);
}

void BoardLayout::put_in_order(board::Board const& board) {
    m_by_id.clear();
    m_by_number.clear();
    for (auto const& idea : board.ideas) {
        m_by_id.emplace(idea.id, &idea);
        m_by_number.emplace(idea.no, &idea);
    }
    for (auto& lane : m_ideas)
        lane.clear();
    for (auto const id : board.order) {
        auto const* idea = find(id);
        if (idea && place_of(lane_of(idea->stage)) < lanes)
            m_ideas[place_of(lane_of(idea->stage))].push_back(idea);
    }
}

board::Idea const* BoardLayout::find(board::IdeaId id) const {
    auto const found = m_by_id.find(id);
    return found == m_by_id.end() ? nullptr : found->second;
}

board::Idea const* BoardLayout::numbered(int no) const {
    auto const found = m_by_number.find(no);
    return found == m_by_number.end() ? nullptr : found->second;
}

std::vector<board::Idea const*> const& BoardLayout::ideas_in(Lane lane) const { return m_ideas[place_of(lane)]; }

float BoardLayout::height_of(Context& c, board::Idea const& idea, float width) {
    float& height = m_height[static_cast<std::size_t>(&idea - c.board.ideas.data())];
    if (height < 0)
        height = card_height(c, idea, width);
    return height;
}

Arrangement const& BoardLayout::lay_out(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane,
                                        float width) {
    auto& kept = m_kept[place_of(lane)];
    auto found = std::find_if(kept.begin(), kept.end(),
                              [&](Kept const& one) { return one.width == width && one.arrangement.ideas == ideas; });
    if (found == kept.end())
        found = kept.insert(kept.end(), {.width = width, .arrangement = arrange(c, ideas, lane, width)});
    found->asked_for = true;
    return found->arrangement;
}

Arrangement BoardLayout::arrange(Context& c, std::vector<board::Idea const*> const& ideas, Lane lane, float width) {
    bool const wide = c.ui.portrait() && lane != Lane::Idea;
    float const least = lane == Lane::Idea ? 350 : wide ? 440 : 400;
    std::size_t const columns = static_cast<std::size_t>(std::max(1.0F, (width + card_gap) / (least + card_gap)));
    float const card_w = (width - card_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    if (m_width[place_of(lane)] != card_w) {
        m_width[place_of(lane)] = card_w;
        std::fill(m_height.begin(), m_height.end(), not_found);
    }
    Arrangement all{.ideas = ideas, .slots = {}};
    all.slots.reserve(ideas.size());
    float y = 0;
    for (std::size_t row = 0; row < ideas.size(); row += columns) {
        auto const end = std::min(ideas.size(), row + columns);
        float height = 0;
        for (auto i = row; i < end; ++i)
            height = std::max(height, height_of(c, *ideas[i], card_w));
        for (auto i = row; i < end; ++i)
            all.slots.push_back({ideas[i], {static_cast<float>(i - row) * (card_w + card_gap), y, card_w, height}});
        y += height + card_gap;
    }
    all.height = std::max(0.0F, y - card_gap);
    return all;
}

} // namespace screens
