// The small panels beside a card: what can be done with it, why it is picked without a vote, why it
// is parked and until when. They cover only their own place; several may be open.
#include "ui/screens/board_screen.h"

#include "board/choosing.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

constexpr float pad = 24;

/// Beside the card where there is room, else over it; always within reach and inside the wall.
ui::Rect beside(Context const& c, ui::Rect origin, float width, float height) {
    ui::Rect const screen = c.ui.screen();
    float const low = bottom_band(c).y - 14;
    float const x = origin.right() + 16 + width < screen.right() - 24 ? origin.right() + 16
                    : origin.x - 16 - width > screen.x + 24           ? origin.x - 16 - width
                                                                      : origin.centre().x - width / 2;
    return {std::clamp(x, screen.x + 24, screen.right() - width - 24),
            std::clamp(origin.centre().y - height / 2, screen.y + 120, std::max(screen.y + 120, low - height)), width,
            height};
}

void ground(Context& c, std::string const& id, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = id, .role = "panel", .label = {}, .value = {}, .rect = rect, .accepts = ui::Accepts::Nothing});
}

bool row_button(Context& c, ui::Rect& rest, std::string id, std::string label, std::optional<ui::Icon> icon = {},
                ui::ButtonLook look = ui::ButtonLook::Plain, bool enabled = true) {
    float const height = std::max(c.ui.theme().target, 76.0F);
    return ui::button(c.ui, {.id = std::move(id),
                             .rect = rest.cut_top(height, 12),
                             .label = std::move(label),
                             .icon = icon,
                             .look = look,
                             .enabled = enabled});
}

float rows_height(Context const& c, int rows) {
    return static_cast<float>(rows) * (std::max(c.ui.theme().target, 76.0F) + 12) - 12;
}

/// What was merged into the idea last and may still be taken out again.
std::optional<board::IdeaId> last_merged(Context const& c, board::Idea const& idea) {
    std::optional<board::IdeaId> last;
    for (auto const* merged : board::merged_ideas(c.board, idea.id))
        if (merged->merged_into == idea.id && !board::merge_is_final(c.board, *merged))
            last = merged->id;
    return last;
}

/// True while the panel is to stay.
bool actions_panel(Context& c, MovePanel& panel, board::Idea const& idea) {
    auto const split = last_merged(c, idea);
    ui::Rect const rect = beside(c, panel.origin, 380, rows_height(c, split ? 7 : 6) + 2 * pad);
    auto const id = idea_id(idea) + "/panel";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    if (row_button(c, rest, idea_id(idea) + "/to-test", c.words.get("board.to_test"), ui::Icon::Play,
                   ui::ButtonLook::Primary)) {
        if (board::selecting_needs_reason(c.board, idea.id)) {
            panel.kind = MovePanel::Kind::Reason;
            return true;
        }
        c.ask(board::SelectIdea{.id = idea.id, .reason = {}}, panel.origin, {}, c.words.get("board.done_selected"));
        return false;
    }
    if (row_button(c, rest, idea_id(idea) + "/edit", c.words.get("board.edit"), ui::Icon::Pencil)) {
        c.requests.emplace_back(OpenPad{panel.origin.centre(), idea.id, {}, panel.origin});
        return false;
    }
    if (row_button(c, rest, idea_id(idea) + "/build-on", c.words.get("board.build_on"), ui::Icon::Plus)) {
        c.requests.emplace_back(OpenPad{panel.origin.centre(), {}, idea.id, panel.origin});
        return false;
    }
    if (row_button(c, rest, idea_id(idea) + "/merge", c.words.get("board.merge"), ui::Icon::Adjust))
        panel.kind = MovePanel::Kind::Merge;
    if (split && row_button(c, rest, idea_id(idea) + "/split", c.words.get("board.split"), ui::Icon::Undo)) {
        c.ask(board::SplitIdea{*split}, panel.origin, {}, c.words.get("board.done_split"));
        return false;
    }
    if (row_button(c, rest, idea_id(idea) + "/park", c.words.get("board.park"), ui::Icon::Park))
        panel.kind = MovePanel::Kind::Park;
    return !row_button(c, rest, id + "/close", c.words.get("common.close"));
}

void title_line(Context& c, ui::Rect& rest, std::string const& key) {
    auto const& words = c.ui.type().lay(c.words.get(key), {.type = c.ui.theme().button, .width = rest.w});
    c.ui.canvas().paragraph(words, {rest.x, rest.y}, ui::colour::ink);
    rest.cut_top(words.height, 16);
}

/// The other idea is tapped where it lies.
bool merge_panel(Context& c, MovePanel& panel, board::Idea const& idea) {
    ui::Rect const rect = beside(c, panel.origin, 420, rows_height(c, 1) + 2 * pad + 120);
    auto const id = idea_id(idea) + "/merging";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, "board.merge_with");
    return !row_button(c, rest, id + "/close", c.words.get("common.cancel"));
}

constexpr std::array reason_keys{"board.reason_agree", "board.reason_easy", "board.reason_urgent",
                                 "board.reason_leader"};
constexpr std::array park_keys{"board.park_money", "board.park_time", "board.park_permission", "board.park_later"};

template <std::size_t N>
void reason_rows(Context& c, MovePanel& panel, ui::Rect& rest, std::string const& id,
                 std::array<char const*, N> const& keys) {
    for (std::size_t i = 0; i < N; ++i) {
        bool const chosen = panel.reason == static_cast<int>(i);
        if (row_button(c, rest, id + "/reason/" + std::to_string(i + 1), c.words.get(keys[i]), {},
                       chosen ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain))
            panel.reason = static_cast<int>(i);
    }
}

/// Cancel and the answer side by side; returns 0 nothing, 1 yes, −1 cancelled.
int yes_or_cancel(Context& c, ui::Rect rest, std::string const& id, std::string const& yes, bool ready) {
    float const height = std::max(c.ui.theme().target, 80.0F);
    ui::Rect row = rest.cut_bottom(height);
    ui::Rect const left = row.cut_left(170, 14);
    if (ui::button(c.ui, {.id = id + "/close", .rect = left, .label = c.words.get("common.cancel")}))
        return -1;
    return ui::button(c.ui,
                      {.id = id + "/yes", .rect = row, .label = yes, .look = ui::ButtonLook::Primary, .enabled = ready})
               ? 1
               : 0;
}

bool reason_panel(Context& c, MovePanel& panel, board::Idea const& idea) {
    ui::Rect const rect = beside(c, panel.origin, 560, rows_height(c, 4) + 2 * pad + 100 + 110);
    auto const id = idea_id(idea) + "/select";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, board::passes_over(c.board, idea.id) ? "board.why_passing_over" : "board.why_without_vote");
    reason_rows(c, panel, rest, id, reason_keys);
    int const answer = yes_or_cancel(c, rect.inset(pad), id, c.words.get("board.select"), panel.reason.has_value());
    if (answer > 0)
        c.ask(board::SelectIdea{.id = idea.id,
                                .reason = c.words.get(reason_keys[static_cast<std::size_t>(*panel.reason)])},
              panel.origin, {}, c.words.get("board.done_selected"));
    return answer == 0;
}

/// The days a parked idea is most often taken up again: the next two meetings, in a month, in three.
std::vector<board::Date> revisit_days(Context const& c) {
    std::vector<board::Date> days;
    for (auto const& meeting : c.board.course.meetings)
        if (meeting.date > c.now.today && days.size() < 2)
            days.push_back(meeting.date);
    for (int const after : {30, 90})
        if (days.size() < 3)
            days.push_back(c.now.today + std::chrono::days(after));
    std::sort(days.begin(), days.end());
    return days;
}

bool park_panel(Context& c, MovePanel& panel, board::Idea const& idea) {
    auto const days = revisit_days(c);
    ui::Rect const rect = beside(c, panel.origin, 620, rows_height(c, 5) + 2 * pad + 150 + 110);
    auto const id = idea_id(idea) + "/parking";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, "board.why_park");
    reason_rows(c, panel, rest, id, park_keys);
    rest.cut_top(8);
    title_line(c, rest, "board.revisit_when");
    ui::Rect row = rest.cut_top(std::max(c.ui.theme().target, 76.0F));
    float const width = (row.w - 12 * static_cast<float>(days.size() - 1)) / static_cast<float>(days.size());
    for (std::size_t i = 0; i < days.size(); ++i)
        if (ui::button(c.ui, {.id = id + "/day/" + std::to_string(i + 1),
                              .rect = row.cut_left(width, 12),
                              .label = text::date(c.language(), days[i], text::DateStyle::Short),
                              .look = panel.revisit == days[i] ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain}))
            panel.revisit = days[i];
    int const answer = yes_or_cancel(c, rect.inset(pad), id, c.words.get("board.park"), panel.reason && panel.revisit);
    if (answer > 0)
        c.ask(board::ParkIdea{idea.id, c.words.get(park_keys[static_cast<std::size_t>(*panel.reason)]), *panel.revisit},
              panel.origin, {}, c.words.get("board.done_parked"));
    return answer == 0;
}

} // namespace

void move_panels(Context& c, BoardView& view) {
    c.ui.canvas().on(ui::Layer::Pads);
    std::vector<board::IdeaId> closed;
    for (auto& panel : view.panels) {
        auto const* idea = board::find_idea(c.board, panel.idea);
        bool stays = idea && lane_of(idea->stage) != Lane::Tray && lane_of(idea->stage) != Lane::Scale;
        if (stays)
            switch (panel.kind) {
            case MovePanel::Kind::Actions: stays = actions_panel(c, panel, *idea); break;
            case MovePanel::Kind::Reason: stays = reason_panel(c, panel, *idea); break;
            case MovePanel::Kind::Merge: stays = merge_panel(c, panel, *idea); break;
            case MovePanel::Kind::Park: stays = park_panel(c, panel, *idea); break;
            }
        if (!stays)
            closed.push_back(panel.idea);
    }
    std::erase_if(view.panels,
                  [&](MovePanel const& p) { return std::find(closed.begin(), closed.end(), p.idea) != closed.end(); });
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
