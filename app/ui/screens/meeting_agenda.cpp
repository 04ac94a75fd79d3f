// The agenda as a list: which step is on, what it takes, and the tools to move, shorten, lengthen, take out and add. A
// step that may be moved can be dragged, too.
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr float row_gap = 14, side = 28, mark_r = 28;
constexpr int few_minutes = 10; // below, minutes are counted singly
constexpr int most_minutes = 240;

using Kind = AgendaWish::Kind;

float tools_height(Context const& c) { return c.ui.theme().target + 18; }

/// The words of a row, laid out: the hint has a second line where its step is on.
struct RowPlace {
    float height = 0;
    bool tools = false, door = false;
};

RowPlace place_of(Context const& c, MeetingView const& view, AgendaRow const& row, int i, float usual) {
    RowPlace place;
    place.height = usual;
    auto const& theme = c.ui.theme();
    if (row.state == RowState::On) {
        place.door = !door_words(c, row.step.opens).empty();
        place.height = std::max(usual, 34 + line_height(theme.heading) + 2 * line_height(theme.small));
        place.height = std::max(place.height, place.door ? theme.target + 40 : 0);
    }
    place.tools = view.picked == i && (row.may_change || row.may_go);
    if (place.tools)
        place.height += tools_height(c);
    return place;
}

void draw_mark(Context& c, ui::Vec2 at, RowState state, int no) {
    auto& canvas = c.ui.canvas();
    auto const ground = state == RowState::Done ? ui::colour::scale
                        : state == RowState::On ? ui::colour::accent
                                                : ui::colour::soft.faded(0.5F);
    canvas.disc(at, mark_r, ground);
    if (state == RowState::Done) {
        canvas.icon(ui::Icon::Check, at, 30, ui::colour::white);
        return;
    }
    ui::Type type = c.ui.theme().button;
    type.weight = ui::Weight::Bold;
    type.size = 28;
    ui::label_centred(c.ui, std::to_string(no), {at.x - mark_r, at.y - mark_r, 2 * mark_r, 2 * mark_r}, type,
                      ui::colour::white);
}

/// At the right, under each other down the list.
void draw_minutes(Context& c, AgendaRow const& row, ui::Rect& inside) {
    auto const minutes = c.words.say("meeting.minutes", {{"n", std::int64_t{row.minutes}}});
    auto const& type = c.ui.theme().button;
    float const width = c.ui.type().width(minutes, type) + 8;
    ui::label_centred(c.ui, minutes, inside.cut_right(width, 24), type, ui::colour::soft, ui::Align::Right);
}

void draw_words(Context& c, AgendaRow const& row, ui::Rect words) {
    auto const& theme = c.ui.theme();
    bool const on = row.state == RowState::On;
    ui::Type title = theme.heading;
    if (!on)
        title.size = std::round(title.size * 0.94F);
    int const lines = row.step.hint.empty() ? 0 : on ? 2 : 1;
    auto const small = ui::fitted(c.ui, row.step.hint, quiet(theme.small), on ? 2 * words.w : words.w);
    auto const& hint = c.ui.type().lay(row.step.hint,
                                       {.type = small, .width = words.w, .max_lines = std::max(1, lines)});
    float const hint_h = lines == 0 ? 0 : hint.height;
    float const all = line_height(title) + hint_h;
    float const top = words.centre().y - all / 2;
    ui::label_centred(c.ui, row.step.title, {words.x, top, words.w, line_height(title)}, title, ui::colour::ink,
                      ui::Align::Left);
    if (lines > 0)
        c.ui.canvas().paragraph(hint, {words.x, top + line_height(title)}, ui::colour::soft);
}

/// The tools of a picked row; `first` and `last` cannot be moved further.
Kind tools(Context& c, std::string const& id, ui::Rect rect, AgendaRow const& row, bool first, bool last) {
    float const target = c.ui.theme().target;
    Kind wish = Kind::None;
    auto const icon = [&](char const* end, ui::Icon picture, char const* word, Kind kind, bool enabled) {
        if (ui::button(c.ui, {.id = id + end,
                              .rect = rect.cut_left(target * 1.1F, 12),
                              .icon = picture,
                              .enabled = enabled,
                              .item_label = c.words.get(word)}))
            wish = kind;
    };
    auto const words = [&](char const* end, char const* word, Kind kind, bool enabled) {
        auto const& label = c.words.get(word);
        float const width = std::max(target * 1.2F, c.ui.type().width(label, c.ui.theme().label) + 44);
        if (ui::button(c.ui, {.id = id + end,
                              .rect = rect.cut_left(width, 12),
                              .label = label,
                              .enabled = enabled,
                              .type = c.ui.theme().label}))
            wish = kind;
    };
    if (row.may_go)
        words("/go", "meeting.go_there", Kind::GoTo, true);
    if (!row.may_change)
        return wish;
    icon("/up", ui::Icon::ArrowUp, "meeting.earlier", Kind::Up, !first);
    icon("/down", ui::Icon::ArrowDown, "meeting.later", Kind::Down, !last);
    bool const few = row.step.minutes <= few_minutes;
    words("/shorter", few ? "meeting.minus_1" : "meeting.minus_5", Kind::Shorter, row.step.minutes > 1);
    words("/longer", row.step.minutes < few_minutes ? "meeting.plus_1" : "meeting.plus_5", Kind::Longer,
          row.step.minutes < most_minutes);
    icon("/remove", ui::Icon::Cross, "meeting.remove", Kind::Remove, true);
    icon("/add", ui::Icon::Plus, "meeting.add_after", Kind::Add, true);
    return wish;
}

/// What of a row is drawn; `i` counts from 0.
struct RowLook {
    int i = 0;
    bool first = false, last = false; ///< of those that can be moved
    bool held = false;                ///< it lies in a hand, and nothing on it can be touched
};

std::string row_id(int i) { return "meeting/step/" + std::to_string(i + 1); }

/// Its ground, its words, and what is done with its tools and its door.
Kind draw_row(Context& c, ui::Rect rect, AgendaRow const& row, RowPlace const& place, RowLook const& look,
              bool pressed) {
    auto& canvas = c.ui.canvas();
    bool const on = row.state == RowState::On;
    if (look.held)
        canvas.shadow(rect, ui::radius::card, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::card, on || place.tools || look.held ? ui::colour::white : ui::colour::lane);
    if (on)
        canvas.outline(rect, ui::radius::card, 4, ui::colour::accent);
    else if (place.tools)
        canvas.outline(rect, ui::radius::card, 3, ui::colour::line);
    if (pressed)
        canvas.rounded(rect, ui::radius::card, ui::press_shade(1));
    ui::Rect inside = rect.inset(side, 0);
    Kind wish = Kind::None;
    if (place.tools) {
        ui::Rect const below = inside.cut_bottom(tools_height(c));
        wish = tools(c, row_id(look.i),
                     {below.x + 2 * mark_r + 20, below.y, below.w - 2 * mark_r - 20, c.ui.theme().target}, row,
                     look.first, look.last);
    }
    bool const done = row.state == RowState::Done && !place.tools;
    canvas.push_opacity(done ? 0.62F : 1);
    draw_mark(c, {inside.x + mark_r, inside.centre().y}, row.state, look.i + 1);
    inside.cut_left(2 * mark_r + 22);
    draw_minutes(c, row, inside);
    if (place.door) {
        auto const words = door_words(c, row.step.opens);
        float const width = std::min(inside.w * 0.42F, c.ui.type().width(words, c.ui.theme().label) + 56);
        ui::Rect const slot = inside.cut_right(width, 24);
        float const h = std::max(c.ui.theme().target, 76.0F);
        if (ui::button(c.ui, {.id = "meeting/open",
                              .rect = {slot.x, slot.centre().y - h / 2, slot.w, h},
                              .label = words,
                              .look = ui::ButtonLook::Test,
                              .type = c.ui.theme().label}))
            wish = Kind::Open;
    }
    draw_words(c, row, inside);
    canvas.pop_opacity();
    return wish;
}

ui::Touch touch_row(Context& c, MeetingView& view, ui::Rect rect, AgendaRow const& row, int i) {
    constexpr std::array states = {"coming", "on", "done"};
    bool const may_pick = row.may_change || row.may_go;
    auto const touch = c.ui.touch({.id = row_id(i),
                                   .role = "step",
                                   .label = row.step.title,
                                   .value = states[static_cast<std::size_t>(row.state)],
                                   .rect = rect,
                                   .accepts = row.may_change ? ui::Accepts::Lift : ui::Accepts::Tap,
                                   .enabled = may_pick || row.state == RowState::On});
    if (touch.tapped && may_pick)
        view.picked = view.picked == i ? std::nullopt : std::optional(i);
    if (touch.lifted && !view.held) {
        view.held = i;
        view.held_to = i;
        view.picked.reset();
        c.ui.wake_now();
    }
    return touch;
}

/// How many of the other rows lie above what is held when its top is there; none of the first `fixed` moves.
int place_for(std::vector<RowPlace> const& places, std::size_t held, float list_top, float held_top, int fixed) {
    int above = 0;
    float y = list_top;
    for (std::size_t k = 0; k < places.size(); ++k) {
        if (k == held)
            continue;
        above += y + places[k].height / 2 < held_top ? 1 : 0;
        y += places[k].height + row_gap;
    }
    return std::max(above, fixed);
}

/// A row in a hand near an end of the list brings what is beyond into sight.
void scroll_at_the_ends(Context& c, ui::Rect area, ui::Vec2 at) {
    constexpr float margin = 70, step = 12;
    float const by = at.y < area.y + margin ? -step : at.y > area.bottom() - margin ? step : 0;
    if (by == 0)
        return;
    c.ui.scroll_by("meeting/agenda", by);
    c.ui.wake_now();
}

/// What can be added, in the order people would look for it.
constexpr std::array palette = {board::StepOpens::Round,  board::StepOpens::Silent,  board::StepOpens::Board,
                                board::StepOpens::Vote,   board::StepOpens::Trials,  board::StepOpens::Obstacles,
                                board::StepOpens::Frames, board::StepOpens::Scaling, board::StepOpens::Effect,
                                board::StepOpens::Pulse,  board::StepOpens::Nothing};

std::string new_title(Context const& c, board::StepOpens opens) {
    constexpr std::array keys = {"meeting.new_pause",   "meeting.new_frames", "meeting.new_round",
                                 "meeting.new_silent",  "meeting.new_board",  "meeting.new_vote",
                                 "meeting.new_trials",  "meeting.new_pulse",  "meeting.new_obstacles",
                                 "meeting.new_scaling", "meeting.new_effect", "meeting.new_farewell"};
    return c.words.get(keys[static_cast<std::size_t>(opens)]);
}

/// The steps to choose from, in two columns in the list's place.
AgendaWish add_list(Context& c, MeetingView& view, ui::Rect area) {
    AgendaWish wish;
    ui::Rect head = area.cut_top(std::max(c.ui.theme().target, 76.0F), 16);
    if (ui::button(c.ui, {.id = "meeting/add/cancel",
                          .rect = head.cut_right(200),
                          .label = c.words.get("common.cancel"),
                          .type = c.ui.theme().label}))
        view.adding = false;
    ui::label_centred(c.ui, c.words.get("meeting.add_title"), head, c.ui.theme().heading, ui::colour::ink,
                      ui::Align::Left);
    constexpr int columns = 2;
    float const width = (area.w - 16) / columns;
    float const height = std::min(100.0F, (area.h - 5 * 16) / 6);
    for (std::size_t i = 0; i < palette.size(); ++i) {
        ui::Rect const rect{area.x + static_cast<float>(i % columns) * (width + 16),
                            area.y + static_cast<float>(i / columns) * (height + 16), width, height};
        if (ui::button(c.ui, {.id = "meeting/add/" + std::to_string(i + 1),
                              .rect = rect,
                              .label = new_title(c, palette[i]),
                              .type = c.ui.theme().label})) {
            wish = {.kind = Kind::Add, .row = view.picked.value_or(0), .opens = palette[i]};
            view.adding = false;
        }
    }
    return wish;
}

/// The rows in the order they are shown in: what is held lies where it would come to lie.
std::vector<int> order_shown(MeetingView const& view, std::size_t rows) {
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(rows); ++i)
        if (view.held != i)
            order.push_back(i);
    if (view.held)
        order.insert(order.begin() + std::min(view.held_to, static_cast<int>(order.size())), *view.held);
    return order;
}

/// The step that is on comes into sight when it changes; a hand on the list comes first.
void keep_in_sight(Context& c, MeetingView& view, ui::Rect area, int on, float top, float height) {
    if (view.in_sight == on)
        return;
    view.in_sight = on;
    c.ui.scroll_to("meeting/agenda", std::max(0.0F, top + height / 2 - area.h * 0.4F));
    c.ui.wake_now();
}

} // namespace

AgendaWish agenda_list(Context& c, MeetingView& view, ui::Rect area, std::vector<AgendaRow> const& rows) {
    if (view.adding)
        return add_list(c, view, area);
    if (view.held && (static_cast<std::size_t>(*view.held) >= rows.size() || !c.ui.is_touched(row_id(*view.held))))
        view.held.reset(); // the list has changed under the hand
    auto const n = static_cast<float>(rows.size());
    ui::Rect const whole = area;
    float const least = 26 + line_height(c.ui.theme().heading) + line_height(c.ui.theme().small);
    float const usual = std::clamp((area.h - row_gap * (n - 1)) / n, least, std::max(least, 112.0F));
    std::vector<RowPlace> places;
    float height = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        places.push_back(place_of(c, view, rows[i], static_cast<int>(i), usual));
        height += places.back().height + row_gap;
    }
    float const top = area.y -
                      c.ui.begin_scroll("meeting/agenda", area, height - row_gap, c.words.get("meeting.agenda"));
    if (height - row_gap > area.h)
        area.w -= bar_room;
    AgendaWish wish;
    int const first_changing = static_cast<int>(
        std::find_if(rows.begin(), rows.end(), [](auto const& row) { return row.may_change; }) - rows.begin());
    std::optional<ui::Touch> hand;
    float y = top;
    for (int const i : order_shown(view, rows.size())) {
        auto const k = static_cast<std::size_t>(i);
        ui::Rect rect{area.x, y, area.w, places[k].height};
        y += places[k].height + row_gap;
        if (rows[k].state == RowState::On)
            keep_in_sight(c, view, area, i, rect.y - top, rect.h);
        bool const held = view.held == i;
        if (view.held && !held) // the others make way
            rect.y = top + c.ui.glide("meeting/agenda/" + std::to_string(i), {0, rect.y - top}).y;
        if (!rect.overlaps(whole) && !held)
            continue;
        auto const picked = view.picked;
        auto const touch = touch_row(c, view, rect, rows[k], i);
        if (held) {
            hand = touch;
            c.ui.canvas().dashed(rect.inset(2), ui::radius::card, 3, ui::colour::line);
            continue;
        }
        RowLook const look{.i = i, .first = i == first_changing, .last = k + 1 == rows.size()};
        bool const pressed = touch.pressed && (rows[k].may_change || rows[k].may_go);
        auto const kind = draw_row(c, rect, rows[k], places[k], look, pressed);
        float const below = rect.bottom() + tools_height(c) - whole.bottom();
        if (view.picked == i && picked != i && below > 0) { // its tools come out under it
            c.ui.scroll_by("meeting/agenda", below + row_gap);
            c.ui.wake_now();
        }
        if (kind != Kind::None)
            wish = {.kind = kind, .row = i, .opens = rows[k].step.opens};
    }
    c.ui.end_scroll();
    if (hand && hand->dragging) {
        auto const k = static_cast<std::size_t>(*view.held);
        ui::Rect const rect{area.x, hand->at.y - hand->grab.y, area.w, places[k].height};
        view.held_to = place_for(places, k, top, rect.y, first_changing);
        scroll_at_the_ends(c, whole, hand->at);
        c.ui.canvas().on(ui::Layer::Lifted);
        draw_row(c, rect.inset(-6, 0), rows[k], places[k], {.i = *view.held, .held = true}, false);
        c.ui.canvas().on(ui::Layer::Board);
    } else if (hand) {
        if (hand->dropped && view.held_to != *view.held)
            wish = {.kind = Kind::Move, .row = *view.held, .to = view.held_to};
        view.held.reset();
        c.ui.wake_now();
    }
    if (wish.kind == Kind::Add) { // what, is asked first
        view.adding = true;
        view.picked = wish.row;
        c.ui.wake_now();
        return {};
    }
    return wish;
}

void change_steps(Context const& c, MeetingView& view, std::vector<board::AgendaStep>& steps, AgendaWish const& wish,
                  int fixed) {
    auto const at = steps.begin() + wish.row;
    int& minutes = at->minutes;
    switch (wish.kind) {
    case Kind::None:
    case Kind::Open:
    case Kind::GoTo: return;
    case Kind::Up:
        if (wish.row > fixed) {
            std::iter_swap(at, at - 1);
            view.picked = wish.row - 1;
        }
        break;
    case Kind::Down:
        if (at + 1 != steps.end()) {
            std::iter_swap(at, at + 1);
            view.picked = wish.row + 1;
        }
        break;
    case Kind::Move: {
        auto const to = steps.begin() + std::clamp(wish.to, fixed, static_cast<int>(steps.size()) - 1);
        if (at < to)
            std::rotate(at, at + 1, to + 1);
        else
            std::rotate(to, at, at + 1);
        break;
    }
    case Kind::Shorter: minutes = std::max(1, minutes - (minutes <= few_minutes ? 1 : 5)); break;
    case Kind::Longer: minutes = std::min(most_minutes, minutes + (minutes < few_minutes ? 1 : 5)); break;
    case Kind::Remove:
        steps.erase(at);
        view.picked.reset();
        break;
    case Kind::Add:
        steps.insert(at + 1,
                     {.title = new_title(c, wish.opens), .hint = {}, .minutes = few_minutes, .opens = wish.opens});
        view.picked = wish.row + 1;
        break;
    }
    view.changed = true;
}

} // namespace screens
