// *Historik*: everything that happened on the board, newest first; by kind, day and word, and with *Fortryd* for what
// nothing later stands on. However long the course was, only the rows in sight are laid out.
#include "board/decide.h"
#include "ui/screens/facilitator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr char const* search_id = "history/search";
constexpr float row_gap = 10, gap = 18, icon_w = 52;
constexpr std::size_t longest_search = 60;

struct KindLook {
    char const* word;
    ui::Icon icon;
    ui::Colour colour;
};
constexpr std::array<KindLook, text::event_kinds> kinds = {{
    {"history.ideas", ui::Icon::Pencil, ui::colour::idea_text},
    {"history.votes", ui::Icon::Check, ui::colour::accent},
    {"history.trials", ui::Icon::Play, ui::colour::test_text},
    {"history.meetings", ui::Icon::Calendar, ui::colour::scale_text},
    {"history.people", ui::Icon::People, ui::colour::learned},
    {"history.settings_kind", ui::Icon::Adjust, ui::colour::soft},
}};

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, 2 * line_height(theme.label) + 28);
}

KindLook const& look_of(HistoryList::Row const& row) {
    std::size_t kind = 0;
    while (kind + 1 < kinds.size() && (row.kinds & (1U << kind)) == 0)
        ++kind;
    return kinds[kind];
}

std::string clock_of(Context const& c, board::Instant local) {
    auto const of_day = local - std::chrono::floor<std::chrono::days>(local);
    auto const minutes = std::chrono::floor<std::chrono::minutes>(of_day).count();
    return text::clock(c.language(), static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
}

std::string date_of(Context const& c, board::Instant local, text::DateStyle style) {
    return text::date(c.language(), std::chrono::floor<std::chrono::days>(local), style);
}

std::string in_one_line(std::vector<std::string> const& sentences) {
    std::string all;
    for (auto const& sentence : sentences)
        all += (all.empty() ? "" : " ") + sentence;
    std::replace(all.begin(), all.end(), '\n', ' ');
    return all;
}

void draw_row(Context& c, HistoryPage& page, std::size_t index, ui::Rect rect) {
    auto const& row = page.list.row(index);
    auto const& theme = c.ui.theme();
    auto const said = in_one_line(page.list.sentences(index, c.words));
    auto const id = "history/" + std::to_string(index + 1);
    auto const touch = c.ui.touch(
        {.id = id, .role = "event", .label = said, .value = row.undone ? "undone" : "stands", .rect = rect});
    auto& canvas = c.ui.canvas();
    bool const chosen = page.chosen == row.operation;
    canvas.push_clip(rect);
    canvas.rounded(rect, ui::radius::card, row.undone ? ui::colour::lane : ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(ui::pressed(c.ui, id, touch)));
    canvas.outline(rect, ui::radius::card, chosen ? 4.0F : 2.0F, chosen ? ui::colour::accent : ui::colour::line);
    ui::Rect inside = rect.inset(18, 8);
    auto const& look = look_of(row);
    canvas.icon(look.icon, inside.cut_left(icon_w - 18, 14).centre(), 32, look.colour);
    float const time_w = c.ui.type().width("30. sept.", theme.small) + 8;
    ui::Rect time = inside.cut_left(time_w, 16);
    float const line = line_height(theme.small);
    time = {time.x, time.centre().y - line, time.w, 2 * line};
    ui::label_centred(c.ui, date_of(c, row.local, text::DateStyle::Short), time.cut_top(line), theme.small,
                      ui::colour::soft, ui::Align::Left);
    ui::label_centred(c.ui, row.undone ? c.words.get("history.was_undone") : clock_of(c, row.local), time, theme.small,
                      row.undone ? ui::colour::coral_text : ui::colour::soft, ui::Align::Left);
    auto const type = quiet(theme.label);
    auto const& text = c.ui.type().lay(said, {.type = type, .width = inside.w, .max_lines = 2});
    canvas.paragraph(text, {inside.x, inside.centre().y - text.height / 2},
                     row.undone ? ui::colour::soft : ui::colour::ink);
    canvas.pop_clip();
    if (touch.tapped) {
        page.chosen = row.operation;
        page.told.clear();
        page.form.stop_writing();
    }
}

void list(Context& c, HistoryPage& page, std::vector<std::size_t> const& rows, ui::Rect rect) {
    float const step = row_height(c) + row_gap;
    float const offset = c.ui.begin_scroll("history/list", rect, step * static_cast<float>(rows.size()) - row_gap,
                                           c.words.get("facilitator.history"));
    auto const first = static_cast<std::size_t>(std::max(0.0F, std::floor(offset / step)));
    auto const in_sight = static_cast<std::size_t>(std::ceil(rect.h / step)) + 1;
    for (std::size_t i = first; i < std::min(rows.size(), first + in_sight); ++i)
        draw_row(c, page, rows[i],
                 {rect.x, rect.y + step * static_cast<float>(i) - offset, rect.w - 16, row_height(c)});
    c.ui.end_scroll();
    if (rows.empty())
        ui::label(c.ui, c.words.get(page.list.size() == 0 ? "history.empty" : "history.nothing"), rect.inset(20, 30),
                  c.ui.theme().body, ui::colour::soft, ui::Align::Centre);
}

void seen_from_the_top(Context& c, HistoryPage& page) {
    c.ui.scroll_to("history/list", 0);
    page.told.clear();
}

void kind_filter(Context& c, HistoryPage& page, ui::Rect& area) {
    std::vector<std::string> labels = {c.words.get("history.all")};
    for (auto const& kind : kinds)
        labels.push_back(c.words.get(kind.word));
    int const shown = page.filter.kind ? static_cast<int>(*page.filter.kind) + 1 : 0;
    std::size_t const in_row = c.ui.portrait() ? 4 : labels.size();
    float const height = std::max(c.ui.theme().target, 64.0F);
    for (std::size_t from = 0; from < labels.size(); from += in_row) {
        ui::Rect const row = area.cut_top(height, from + in_row < labels.size() ? 8.0F : gap);
        ui::Rect rest = row;
        auto const to = std::min(labels.size(), from + in_row);
        float wished = 0;
        for (auto i = from; i < to; ++i)
            wished += choice_width(c, labels[i]) + 8;
        float const stretch = std::max(0.0F, (row.w - wished) / static_cast<float>(to - from));
        float const shrink = std::min(1.0F, row.w / wished);
        for (auto i = from; i < to; ++i) {
            ui::Rect const place = rest.cut_left(choice_width(c, labels[i]) * shrink + stretch, 8);
            if (!choice(c, "history/kind/" + std::to_string(i), place, labels[i], shown == static_cast<int>(i)))
                continue;
            page.filter.kind = i == 0 ? std::nullopt : std::optional(static_cast<text::EventKind>(i - 1));
            seen_from_the_top(c, page);
        }
    }
}

std::string day_label(Context const& c, board::Date day) {
    auto const date = text::date(c.language(), day, text::DateStyle::ShortDay);
    for (auto const& held : c.board.meetings)
        if (held.on == day)
            return c.words.say("history.on_meeting", {{"date", date}, {"no", std::int64_t{held.no}}});
    return date;
}

/// From all days to the newest that anything happened on, and back through the others.
void day_filter(Context& c, HistoryPage& page, ui::Rect rect) {
    auto const& days = page.list.days();
    auto const at = page.filter.day ? std::find(days.begin(), days.end(), *page.filter.day) : days.end();
    bool const all = at == days.end();
    float const side = std::max(c.ui.theme().target, 84.0F);
    field_ground(c, rect, FieldState::Resting);
    bool const earlier = ui::button(c.ui, {.id = "history/earlier",
                                           .rect = rect.cut_left(side),
                                           .icon = ui::Icon::ArrowLeft,
                                           .look = ui::ButtonLook::Quiet,
                                           .enabled = all ? !days.empty() : at + 1 != days.end(),
                                           .item_label = c.words.get("history.earlier_day")});
    bool const later = ui::button(c.ui, {.id = "history/later",
                                         .rect = rect.cut_right(side),
                                         .icon = ui::Icon::ArrowRight,
                                         .look = ui::ButtonLook::Quiet,
                                         .enabled = !all,
                                         .item_label = c.words.get("history.later_day")});
    auto const said = all ? c.words.get("history.every_day") : day_label(c, *at);
    rect = rect.inset(16, 0);
    c.ui.touch({.id = "history/day", .role = "text", .label = said, .rect = rect, .accepts = ui::Accepts::Nothing});
    ui::label_centred(c.ui, said, rect, c.ui.theme().button, ui::colour::ink);
    if (earlier)
        page.filter.day = all ? days.front() : *(at + 1);
    else if (later)
        page.filter.day = at == days.begin() ? std::nullopt : std::optional(*(at - 1));
    if (earlier || later)
        seen_from_the_top(c, page);
}

/// Why it cannot be undone; empty when it can.
std::string why_not(Context const& c, HistoryList::Row const& row) {
    if (row.undone)
        return c.words.get("history.is_undone");
    auto const may = board::decide(c.board, board::Undo{row.operation}, c.now);
    return may ? std::string() : c.words.refusal(may.error());
}

/// All that the chosen operation did, and whether it can be undone.
void details(Context& c, HistoryPage& page, std::optional<std::size_t> chosen, std::string const& reason,
             ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::card, 2, ui::colour::line);
    ui::Rect inside = rect.inset(28, 22);
    if (!chosen) {
        ui::label(c.ui, c.words.get("history.choose"), inside, theme.body, ui::colour::soft);
        return;
    }
    auto const& row = page.list.row(*chosen);
    auto const when = c.words.say(
        "history.at", {{"date", date_of(c, row.local, text::DateStyle::Card)}, {"time", clock_of(c, row.local)}});
    ui::label_centred(c.ui, when, inside.cut_top(line_height(theme.button), 12), theme.button, ui::colour::ink,
                      ui::Align::Left);
    auto const told = page.told.empty() ? reason : page.told;
    if (!told.empty()) {
        auto const setting = ui::Setting{.type = theme.label, .width = inside.w - 2 * ui::space::inside};
        float const height = c.ui.type().lay(told, setting).height + 28;
        ui::Rect const place = inside.cut_bottom(height, 14);
        bool const good = !page.told.empty() && !page.failed;
        c.ui.canvas().rounded(place, ui::radius::card, good ? ui::colour::scale_ground : ui::colour::lane);
        ui::label(c.ui, told, place.inset(ui::space::inside, 14), theme.label, ui::colour::ink);
        c.ui.touch({.id = "history/told",
                    .role = "text",
                    .label = told,
                    .value = page.told.empty() ? "why"
                             : page.failed     ? "failed"
                                               : "done",
                    .rect = place,
                    .accepts = ui::Accepts::Nothing});
    }
    auto const& sentences = page.list.sentences(*chosen, c.words);
    auto const setting = ui::Setting{.type = theme.body, .width = inside.w - 16};
    float all = 0;
    for (auto const& sentence : sentences)
        all += c.ui.type().lay(sentence, setting).height + 12;
    float y = inside.y - c.ui.begin_scroll("history/whole", inside, all, when);
    for (auto const& sentence : sentences)
        y += ui::label(c.ui, sentence, {inside.x, y, setting.width, 0}, theme.body, ui::colour::ink) + 12;
    c.ui.end_scroll();
}

void take_answer(Context& c, HistoryPage& page) {
    auto const* answer = c.answer_to(undo_tag);
    if (!answer)
        return;
    page.failed = answer->refusal.has_value();
    page.told = page.failed ? c.words.refusal(*answer->refusal) : c.words.get("history.undo_done");
}

/// How many rows there are, and the way back to all of them.
void count_line(Context& c, HistoryPage& page, std::size_t count, ui::Rect band) {
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    band = {band.x, band.bottom() - height, band.w, height};
    if (page.filter != HistoryFilter{}) {
        auto const& word = c.words.get("history.clear");
        if (ui::button(c.ui,
                       {.id = "history/clear",
                        .rect = band.cut_right(std::min(band.w, c.ui.type().width(word, c.ui.theme().button) + 72), 20),
                        .label = word})) {
            page.filter = {};
            page.form.clear();
            seen_from_the_top(c, page);
        }
    }
    auto const type = quiet(c.ui.theme().label);
    auto said = c.words.say("history.count", {{"n", static_cast<std::int64_t>(count)}});
    if (c.ui.type().width(said, type) > band.w) // an upright wall has room for the figure alone
        said = text::number(c.language(), static_cast<double>(count));
    ui::label_centred(c.ui, said, band, type, ui::colour::soft, ui::Align::Left);
}

} // namespace

void history_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.history;
    if (!facts.history.records)
        return;
    page.list.update(*facts.history.records, c.board_version, c.words, facts.history.local);
    take_answer(c, page);
    page_heading(c, room.area, c.words.get("facilitator.history"), c.words.get("history.about"));
    kind_filter(c, page, room.area);
    bool const wide = !c.ui.portrait();
    float const field_h = std::max(field_height(c, 1), c.ui.theme().target);
    ui::Rect side = wide ? room.area.cut_right(std::round(room.area.w * 0.47F), 30)
                         : room.area.cut_bottom(std::max(room.area.h * 0.42F, keyboard_height(c, 0) + field_h + gap),
                                                gap);
    day_filter(c, page, room.area.cut_top(field_h, gap));
    page.form.text(search_id, static_cast<int>(longest_search));
    text_field(c, page.form, search_id, side.cut_top(field_h, gap), c.words.get("history.search"),
               c.words.get("history.search_hint"));
    bool const writing = !page.form.active.empty();
    if (writing)
        form_keyboard(c, page.form, "history", side.cut_bottom(std::min(side.h, keyboard_height(c, side.h))));
    if (auto words = page.form.value(search_id); words != page.filter.words) {
        page.filter.words = std::move(words);
        seen_from_the_top(c, page);
    }
    auto const& rows = page.list.filtered(page.filter, c.words);
    list(c, page, rows, room.area);
    auto const chosen = page.chosen ? page.list.find(*page.chosen) : std::nullopt;
    auto const reason = chosen ? why_not(c, page.list.row(*chosen)) : std::string();
    if (!writing)
        details(c, page, chosen, reason, side);
    if (page_button(c, room, "history/undo", c.words.get("history.undo"), chosen && reason.empty(), ui::Icon::Undo))
        c.requests.emplace_back(WallWish(UndoInHistory{*page.chosen}));
    count_line(c, page, rows.size(), room.band);
}

} // namespace screens
