#include "ui/screens/facilitator.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

/// Every page: one line here, and a file of its own. One that `leads_to` a part of *Forløbet* has none.
struct Entry {
    std::optional<FacilitatorPage> page;
    char const* id;
    char const* word;
    void (*draw)(Context&, FacilitatorView&, WallFacts const&, PageRoom);
    std::optional<CoursePart> leads_to{};
};
constexpr Entry entries[] = {
    {FacilitatorPage::Export, "facilitator/export", "facilitator.export", export_page},
    {FacilitatorPage::Import, "facilitator/import", "facilitator.import", import_page},
    {{}, "facilitator/people", "facilitator.people", nullptr, CoursePart::People},
    {{}, "facilitator/course", "facilitator.course", nullptr, CoursePart::Meetings},
    {FacilitatorPage::History, "facilitator/history", "facilitator.history", history_page},
    {FacilitatorPage::Screen, "facilitator/screen", "facilitator.screen", screen_page},
    {FacilitatorPage::Data, "facilitator/data", "facilitator.data", data_page},
    {FacilitatorPage::Copies, "facilitator/copies", "facilitator.copies", copies_page},
    {FacilitatorPage::Person, "facilitator/person", "facilitator.person", person_page},
    {FacilitatorPage::Courses, "facilitator/courses", "facilitator.courses", courses_page},
};
constexpr std::size_t count = std::size(entries);
constexpr float column_w = 330, widest_column = 430, row_gap = 10, most_row_h = 88;
constexpr float side = 28, arrow = 34, arrow_gap = 8;

std::string locks_in(Context const& c, double seconds) {
    auto const left = static_cast<std::int64_t>(std::ceil(seconds));
    if (left < 60)
        return c.words.say("facilitator.locks_in_seconds", {{"s", left}});
    return c.words.say("facilitator.locks_in", {{"n", left / 60}, {"s", left % 60}});
}

/// What was written on the page that is left now.
void keep(Context& c, FacilitatorView const& view, WallFacts const& facts) {
    if (view.page == FacilitatorPage::Data)
        keep_contact(c, view.data, facts);
}

/// When the pages lock themselves; a tap locks them now.
void lock_pill(Context& c, FacilitatorView const& view, ui::Rect free, WallFacts const& facts) {
    auto const text = locks_in(c, facts.locks_in_s);
    ui::Rect const pill = text_pill(c, free, text, ui::colour::ink, ui::Icon::Lock);
    float const grow = std::max(0.0F, (c.ui.theme().target - pill.h) / 2); // a pill is lower than a finger
    auto const touch = c.ui.touch({.id = "facilitator/lock",
                                   .role = "button",
                                   .label = c.words.get("facilitator.lock"),
                                   .value = text,
                                   .rect = pill.inset(0, -grow)});
    if (touch.pressed)
        c.ui.canvas().rounded(pill, pill.h / 2, ui::colour::ink.faded(0.09F));
    if (touch.tapped) {
        keep(c, view, facts);
        c.requests.emplace_back(WallWish(LockNow{}));
    }
}

/// What an entry needs for its word in full, du.
float wished_width(Context& c, Entry const& entry, ui::Type const& type) {
    return c.ui.type().width(c.words.get(entry.word), type) + 2 * side + (entry.leads_to ? arrow + arrow_gap : 0) + 2;
}

/// The type in which every word fits into `width`: one size for them all.
ui::Type entry_type(Context& c, float width) {
    auto type = c.ui.theme().button;
    for (float const part : {0.93F, 0.86F, 0.79F}) {
        type.size = std::round(c.ui.theme().button.size * part);
        if (std::all_of(std::begin(entries), std::end(entries),
                        [&](Entry const& entry) { return wished_width(c, entry, type) <= width; }))
            break;
    }
    return type;
}

void entry_button(Context& c, FacilitatorView& view, WallFacts const& facts, Entry const& entry, ui::Rect rect) {
    bool const chosen = view.page == entry.page;
    std::string const& word = c.words.get(entry.word);
    auto const touch = c.ui.touch(
        {.id = entry.id, .role = "tab", .label = word, .value = chosen ? "on" : "off", .rect = rect});
    auto& canvas = c.ui.canvas();
    float const press = ui::pressed(c.ui, entry.id, touch);
    if (chosen)
        canvas.rounded(rect, ui::radius::card, ui::colour::accent);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(press));
    auto const type = entry_type(c, rect.w);
    ui::Rect inside = rect.inset(side, 0);
    if (entry.leads_to)
        canvas.icon(ui::Icon::ArrowRight, inside.cut_right(arrow, arrow_gap).centre(), arrow, ui::colour::soft);
    ui::label_centred(c.ui, word, inside, type, chosen ? ui::colour::white : ui::colour::ink, ui::Align::Left);
    if (entry.page == FacilitatorPage::Copies && !facts.copies.trouble.empty())
        canvas.icon(ui::Icon::Warning, {rect.right() - 38, rect.centre().y}, 32,
                    chosen ? ui::colour::white : ui::colour::coral);
    if (touch.tapped && !chosen) {
        keep(c, view, facts);
        view.courses.asked = view.copies.asked = false; // the lists are looked up when they are opened
        if (entry.leads_to)
            c.requests.emplace_back(GoTo{.screen = Screen::Course, .part = entry.leads_to});
        else
            view.page = *entry.page;
    }
}

/// At the left, or on an upright wall in two columns above the page.
ui::Rect column(Context& c, FacilitatorView& view, WallFacts const& facts, ui::Rect area) {
    auto const least = c.ui.theme().target;
    if (c.ui.portrait()) {
        std::size_t const rows = (count + 1) / 2;
        ui::Rect above = area.cut_top(static_cast<float>(rows) * (least + row_gap), 14);
        for (std::size_t i = 0; i < count; ++i)
            entry_button(c, view, facts, entries[i],
                         {above.x + static_cast<float>(i % 2) * (above.w + row_gap) / 2,
                          above.y + static_cast<float>(i / 2) * (least + row_gap), (above.w - row_gap) / 2, least});
        return area;
    }
    float widest = column_w; // large words ask for more
    for (auto const& entry : entries)
        widest = std::max(widest, wished_width(c, entry, entry_type(c, widest_column)));
    ui::Rect left = area.cut_left(widest, 34);
    float const fits = (left.h - row_gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    float const height = std::clamp(fits, least, std::max(least, most_row_h));
    float const all = (height + row_gap) * static_cast<float>(count) - row_gap;
    float y = left.y - c.ui.begin_scroll("facilitator/pages", left, all, c.words.get("facilitator.title"));
    for (auto const& entry : entries) {
        entry_button(c, view, facts, entry, {left.x, y, left.w, height});
        y += height + row_gap;
    }
    c.ui.end_scroll();
    return area;
}

} // namespace

void page_heading(Context& c, ui::Rect& area, std::string const& title, std::string const& about) {
    auto type = c.ui.theme().title;
    type.size = std::round(type.size * 0.92F);
    ui::label_centred(c.ui, title, area.cut_top(type.size * 1.3F, 2), type, ui::colour::ink, ui::Align::Left);
    auto const under = quiet(c.ui.theme().label);
    auto const& lines = c.ui.type().lay(about, {.type = under, .width = area.w, .max_lines = 2});
    c.ui.canvas().paragraph(lines, {area.x, area.y}, ui::colour::soft);
    area.cut_top(lines.height, 18);
}

int page_parts(Context& c, std::string const& id, ui::Rect& area, std::vector<std::string> const& labels, int shown) {
    ui::Rect row = area.cut_top(std::max(c.ui.theme().target, 72.0F), 18);
    float wished = 0;
    for (auto const& label : labels)
        wished = std::max(wished, choice_width(c, label) + 40);
    row.w = std::min(row.w, (wished + 8) * static_cast<float>(labels.size()));
    return choices(c, id, row, labels, shown);
}

bool page_button(Context& c, PageRoom& room, char const* id, std::string const& label, bool enabled,
                 std::optional<ui::Icon> icon) {
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    float const wished = c.ui.type().width(label, c.ui.theme().button) + (icon ? 180.0F : 126.0F);
    ui::Rect const row = room.band.cut_right(std::min(wished, room.band.w), 20);
    return ui::button(c.ui, {.id = id,
                             .rect = {row.x, row.bottom() - height, row.w, height},
                             .label = label,
                             .icon = icon,
                             .look = ui::ButtonLook::Primary,
                             .enabled = enabled});
}

void facilitator_screen(Context& c, FacilitatorView& view, WallFacts const& facts) {
    ui::Rect const free = header(c, {.subtitle = c.words.get("facilitator.title"),
                                     .meetings = false,
                                     .clock = false,
                                     .beside = text_pill_room(c, locks_in(c, facts.locks_in_s), true)});
    lock_pill(c, view, free, facts);
    ui::Rect band = bottom_band(c);
    band.cut_top(band.h - std::max(ui::space::dock, c.ui.theme().target)); // one row, also upright
    ui::Rect area = content_area(c);
    area.h = band.y - ui::space::gap - area.y;
    auto const& back = c.words.get("facilitator.back");
    ui::Rect const leave = band.cut_left(c.ui.type().width(back, c.ui.theme().button) + 72, 34);
    if (ui::button(c.ui, {.id = "facilitator/back", .rect = leave, .label = back})) {
        keep(c, view, facts);
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
    }
    area = column(c, view, facts, area);
    for (auto const& entry : entries)
        if (entry.page == view.page)
            return entry.draw(c, view, facts, {area, band});
}

} // namespace screens
