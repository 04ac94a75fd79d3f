#include "ui/screens/find_pad.h"

#include "ui/screens/area_grid.h"
#include "ui/screens/fields.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float inside = 28, row_gap = 16, list_gap = 12;
constexpr int longest_query = 60;

float row_h(Context const& c) { return std::max(c.ui.theme().target, 72.0F); }

bool asks(FindView const& view) { return !view.text.empty() || !view.areas.empty(); }

void close(FindView& view, BoardView& board, Pads& pads) {
    pads.searching.reset();
    board.sieve.reset();
    view.open = false;
    view.hits.clear();
    view.found_for.reset();
}

/// The cards that stay on the board: what was found, and what the merged among them became.
std::vector<board::IdeaId> kept_on_board(board::Board const& board, std::vector<Hit> const& hits) {
    std::vector<board::IdeaId> kept;
    for (auto const& hit : hits)
        if (auto const* idea = board::find_idea(board, hit.idea))
            kept.push_back(board::standing_for(board, *idea).id);
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

/// Where it lies: the lane's name, or how it left the board.
std::string whereabouts(Context const& c, board::Idea const& idea) {
    switch (lane_of(idea.stage)) {
    case Lane::Idea: return c.words.get("board.idea");
    case Lane::Test: return c.words.get("board.test");
    case Lane::Scale: return c.words.get("board.scale");
    case Lane::Tray: break;
    }
    if (idea.stage == board::Stage::Merged)
        return c.words.say("find.merged", {{"no", std::int64_t{board::standing_for(c.board, idea).no}}});
    return c.words.get(idea.stage == board::Stage::Parked ? "stage.parked" : "stage.stopped");
}

/// The row's second line: where the idea lies, and the words that were found when they are not its title.
std::string second_line(Context const& c, board::Idea const& idea, Hit const& hit) {
    std::string line = whereabouts(c, idea);
    if (!hit.where)
        return line;
    if (hit.where->part == Part::Trial)
        line = c.words.say("trial.name", {{"no", std::int64_t{hit.where->trial_no}}});
    return line + " · " + hit.where->text;
}

/// The place is shown where it lies: the lane or the tray scrolls to it, and it wears a ring for a moment.
void show_place(Context& c, BoardView& board, board::Idea const& found) {
    auto const& idea = board::standing_for(c.board, found);
    board.fresh.push_back({idea.id, c.ui.now_s()});
    board.tray_open = board.tray_open || lane_of(idea.stage) == Lane::Tray;
    c.ui.wake_now();
}

bool result_row(Context& c, board::Idea const& idea, Hit const& hit, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    auto const id = "find/row/" + std::to_string(idea.no);
    auto const line = second_line(c, idea, hit);
    auto const touch = c.ui.touch({.id = id, .label = title_of(c, idea), .value = line, .rect = rect});
    canvas.rounded(rect, ui::radius::note, colour_of(idea.colour));
    canvas.rounded(rect, ui::radius::note, ui::press_shade(ui::pressed(c.ui, id, touch)));
    ui::Rect room = rect.inset(16, 6);
    float const no_w = std::max(56.0F, c.ui.type().width("000", c.ui.theme().label) + 8);
    ui::label_centred(c.ui, std::to_string(idea.no), room.cut_left(no_w, 10), c.ui.theme().label, ui::colour::ink,
                      ui::Align::Left);
    ui::Rect const above = room.cut_top(room.h / 2);
    ui::label_centred(c.ui, title_of(c, idea), above, c.ui.theme().label, ui::colour::ink, ui::Align::Left);
    float const under = line_height(c.ui.theme().small);
    ui::label(c.ui, line, {room.x, room.centre().y - under / 2, room.w, under}, c.ui.theme().small, ui::colour::ink,
              ui::Align::Left, 1);
    return touch.tapped;
}

void quiet_words(Context& c, ui::Rect rect, std::string const& sentence) {
    auto const& words = c.ui.type().lay(
        sentence, {.type = quiet(c.ui.theme().label), .width = rect.w - 40, .align = ui::Align::Centre});
    c.ui.canvas().paragraph(words, {rect.x + 20, rect.centre().y - words.height / 2}, ui::colour::soft);
}

/// The idea whose row was tapped.
board::Idea const* results(Context& c, FindView const& view, ui::Rect rect) {
    if (view.hits.empty()) {
        quiet_words(c, rect, c.words.get(asks(view) ? "find.nothing" : "find.hint"));
        return nullptr;
    }
    float const height = std::max(row_h(c), 2.7F * c.ui.theme().small.size + 12), pitch = height + list_gap;
    board::Idea const* tapped = nullptr;
    float y = rect.y - c.ui.begin_scroll("find/list", rect, pitch * static_cast<float>(view.hits.size()) - list_gap,
                                         c.words.get("find.title"));
    for (auto const& hit : view.hits) {
        ui::Rect const row{rect.x, y, rect.w, height};
        y += pitch;
        if (!row.overlaps(rect))
            continue;
        auto const* idea = board::find_idea(c.board, hit.idea);
        if (idea && result_row(c, *idea, hit, row))
            tapped = idea;
    }
    c.ui.end_scroll();
    return tapped;
}

std::string areas_label(Context const& c, FindView const& view) {
    if (view.areas.empty())
        return c.words.get("find.areas");
    auto const& first = word_of(c, view.areas.front());
    if (view.areas.size() == 1)
        return first;
    return c.words.say("find.areas_more", {{"area", first}, {"n", static_cast<std::int64_t>(view.areas.size() - 1)}});
}

/// *Luk* and the choice of areas, where every hand reaches them. True when it is to be closed.
bool foot(Context& c, FindView& view, ui::Rect row, std::optional<int> seconds) {
    auto const close_words = seconds ? c.words.say("compose.closes_in", {{"n", static_cast<std::int64_t>(*seconds)}})
                                     : c.words.get("common.close");
    float const close_w = seconds ? 200.0F : 150.0F;
    ui::Rect const place = c.look.left_hand ? row.cut_right(close_w, 14) : row.cut_left(close_w, 14);
    bool const chosen = !view.areas.empty();
    if (ui::button(c.ui, {.id = "find/areas",
                          .rect = row,
                          .label = areas_label(c, view),
                          .icon = chosen ? icon_of(view.areas.front()) : ui::Icon::Tag,
                          .look = chosen ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain,
                          .value = view.choosing_areas ? "open" : ""}))
        view.choosing_areas = !view.choosing_areas;
    return ui::button(c.ui, {.id = "find/close", .rect = place, .label = close_words});
}

/// All nine in the keyboard's place, and a way back to all ideas.
void area_choice(Context& c, FindView& view, ui::Rect rect) {
    if (area_grid(c, "find/area", rect, view.areas, c.words.get("find.all_areas")) == AreaWish::None)
        return;
    view.touched_s = c.ui.now_s();
}

/// What is searched for, and how much of it was found.
void search_field(Context& c, FindView& view, ui::Rect rect) {
    field_ground(c, rect, FieldState::Active);
    auto const& type = c.ui.theme().button;
    c.ui.canvas().icon(ui::Icon::Search, {rect.x + 38, rect.centre().y}, 34, ui::colour::soft);
    rect.cut_left(68);
    rect.cut_right(18);
    if (asks(view)) {
        auto const found = c.words.say("find.found", {{"n", static_cast<std::int64_t>(view.hits.size())}});
        float const width = c.ui.type().width(found, c.ui.theme().label) + 6;
        ui::label_centred(c.ui, found, rect.cut_right(width, 14), c.ui.theme().label,
                          view.hits.empty() ? ui::colour::coral_text : ui::colour::soft, ui::Align::Right);
    }
    float const line = line_height(type);
    ui::text_area(
        c.ui, "find/text", {rect.x, rect.centre().y - line / 2, rect.w, line + 4}, view.text,
        {.type = quiet(type), .placeholder = c.words.get("find.placeholder"), .label = c.words.get("find.title")});
}

/// True when Enter was hit.
bool keys(Context& c, FindView& view, ui::Rect rect, bool takes_keys) {
    auto const typed = ui::keyboard(c.ui, "find", rect, c.keyboard, view.keyboard, view.text);
    auto const real = takes_keys ? ui::type_keys(c.ui.input(), view.text) : ui::KeyboardResult{};
    if (real.changed)
        view.touched_s = c.ui.now_s();
    if (typed.changed || real.changed) {
        c.ui.scroll_to("find/list", 0);
        c.ui.wake_now();
    }
    return typed.enter || real.enter;
}

std::optional<int> seconds_left(Context& c, FindView const& view) {
    double const left = view.touched_s + pad_idle_s - c.ui.now_s();
    if (left > pad_countdown_s) {
        c.ui.wake_at(view.touched_s + pad_idle_s - pad_countdown_s);
        return {};
    }
    double const whole = std::ceil(std::max(left, 0.0));
    c.ui.wake_at(c.ui.now_s() + std::max(left - (whole - 1), 0.001));
    return static_cast<int>(whole);
}

void ground(Context& c, ui::Rect rect) {
    c.ui.canvas().shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = "find",
                .role = "panel",
                .label = c.words.get("find.title"),
                .value = {},
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

/// The parts from the top; true when it is to be closed.
bool page(Context& c, FindView& view, BoardView& board, ui::Rect rect, bool takes_keys, std::optional<int> seconds) {
    ground(c, rect);
    ui::Rect rest = rect.inset(inside);
    search_field(c, view, rest.cut_top(row_h(c), row_gap));
    bool const closes = foot(c, view, rest.cut_bottom(std::max(row_h(c), 80.0F), row_gap), seconds);
    if (view.choosing_areas) {
        area_choice(c, view, rest);
        return closes;
    }
    ui::Rect const board_of_keys = rest.cut_bottom(keyboard_height(c, 340), row_gap);
    auto const* tapped = results(c, view, rest);
    bool const enter = keys(c, view, board_of_keys, takes_keys);
    if (enter && !tapped && !view.hits.empty())
        tapped = board::find_idea(c.board, view.hits.front().idea);
    if (tapped)
        show_place(c, board, *tapped);
    return closes || tapped;
}

} // namespace

bool toggle_find(Context& c, FindView& view, BoardView& board, Pads& pads, ui::Vec2 at) {
    if (view.open) {
        close(view, board, pads);
        return true;
    }
    auto const slot = free_slot(c, pads, {.at = at});
    if (!slot)
        return false;
    pads.searching = slot;
    pads.last_touched = 0;
    view.open = true;
    view.text = ui::TextBuffer({}, longest_query);
    view.keyboard = {};
    view.keyboard.automatic_capital = false;
    view.areas.clear();
    view.choosing_areas = false;
    view.touched_s = c.ui.now_s();
    return true;
}

void find_again(Context& c, FindView& view, BoardView& board) {
    if (!view.open)
        return;
    FindView::Asked asked{view.text.text(), view.areas, c.board_version, c.language()};
    if (asked == view.found_for)
        return;
    bool const same_board = view.found_for && view.found_for->board_version == asked.board_version &&
                            view.found_for->language == asked.language;
    if (!same_board)
        view.index.update(c.board, c.language());
    view.hits = view.index.find(asked.text, asked.areas);
    board.sieve.reset();
    if (asks(view))
        board.sieve = Sieve{kept_on_board(c.board, view.hits), asked.text};
    view.found_for = std::move(asked);
}

void find_pad(Context& c, FindView& view, BoardView& board, Pads& pads) {
    if (!view.open)
        return;
    if (c.ui.is_touched("find")) {
        view.touched_s = c.ui.now_s();
        pads.last_touched = 0;
    }
    auto const seconds = seconds_left(c, view);
    if (seconds && *seconds == 0)
        return close(view, board, pads);
    c.ui.canvas().on(ui::Layer::Pads);
    ui::Rect const rect = slot_rect(c, *pads.searching);
    c.ui.canvas().push_clip(rect.inset(-110));
    bool const closes = page(c, view, board, rect, pads.last_touched == 0, seconds);
    c.ui.canvas().pop_clip();
    c.ui.canvas().on(ui::Layer::Board);
    if (closes)
        close(view, board, pads), c.ui.wake_now();
}

} // namespace screens
