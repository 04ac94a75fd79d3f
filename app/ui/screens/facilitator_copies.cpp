// *Sikkerhedskopier*: how old the last one is, what each holds, one taken now, and one looked into before it is restored.
// Boards on a stick are looked into in the same way, and become courses of their own.
#include "ui/screens/facilitator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace screens {

namespace {

using Where = CopyPlace::Where;
constexpr float row_gap = 12;

template <class Wish> void wish(Context& c, Wish one) { c.requests.emplace_back(WallWish(std::move(one))); }

std::string said(Context const& c, Stamp const& at) {
    return c.words.say("copies.stamp", {{"date", text::date(c.language(), at.day, text::DateStyle::ShortDay)},
                                        {"time", text::clock(c.language(), at.hour, at.minute)}});
}

std::string said_size(Context const& c, std::int64_t bytes) {
    double const mega = static_cast<double>(bytes) / 1e6;
    return mega < 1 ? text::amount(c.language(), std::max(1.0, static_cast<double>(bytes / 1000)), "kB", 0)
                    : text::amount(c.language(), mega, "MB");
}

std::string reason_word(Context const& c, CopyReason reason) {
    constexpr std::array words = {"copies.after_a_meeting", "copies.after_a_change", "copies.before_update",
                                  "copies.asked_for", "copies.before_restore"};
    return c.words.get(words[static_cast<std::size_t>(reason)]);
}

std::string age_line(Context const& c, CopiesFacts const& facts) {
    if (!facts.last)
        return c.words.get(facts.looked ? "copies.last_none" : "copies.looking");
    if (!facts.age_minutes)
        return c.words.say("copies.last_then", {{"when", said(c, *facts.last)}});
    auto const minutes = std::int64_t{*facts.age_minutes};
    if (minutes < 1)
        return c.words.get("copies.last_now");
    if (minutes < 60)
        return c.words.say("copies.last_minutes", {{"n", minutes}});
    if (minutes < 48 * 60)
        return c.words.say("copies.last_hours", {{"n", minutes / 60}});
    return c.words.say("copies.last_days", {{"n", minutes / (24 * 60)}});
}

/// What else is to be known of the last copy: what is wrong first.
struct UnderLine {
    std::string text;
    bool wrong = false;
};
UnderLine under_line(Context const& c, CopiesFacts const& facts) {
    if (!facts.trouble.empty())
        return {facts.trouble, true};
    if (!facts.second_trouble.empty())
        return {facts.second_trouble, true};
    if (facts.on_hold)
        return {c.words.get("copies.on_hold")};
    if (!facts.last)
        return {facts.looked ? c.words.get("copies.none_yet") : std::string()};
    if (facts.second.empty())
        return {c.words.get("copies.second_none")};
    return {c.words.say("copies.proved", {{"when", said(c, *facts.last)}}) + " " +
            c.words.say("copies.second_is", {{"folder", facts.second}})};
}

float status_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return theme.button.size * 1.3F + 2 * theme.label.size * 1.3F + 44;
}

void status_card(Context& c, CopiesFacts const& facts, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    auto const under = under_line(c, facts);
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.outline(rect, ui::radius::card, 2, under.wrong ? ui::colour::coral : ui::colour::line);
    ui::Rect inside = rect.inset(28, 16);
    ui::Rect const mark = inside.cut_left(48, 18);
    canvas.icon(under.wrong || !facts.last ? ui::Icon::Warning : ui::Icon::Check, {mark.x + 24, inside.centre().y}, 44,
                under.wrong  ? ui::colour::coral
                : facts.last ? ui::colour::scale
                             : ui::colour::soft);
    auto const age = age_line(c, facts);
    float const under_h =
        c.ui.type().lay(under.text, {.type = quiet(theme.label), .width = inside.w, .max_lines = 2}).height;
    inside.cut_top((inside.h - theme.button.size * 1.3F - 4 - under_h) / 2);
    ui::label_centred(c.ui, age, inside.cut_top(theme.button.size * 1.3F, 4), theme.button, ui::colour::ink,
                      ui::Align::Left);
    ui::label(c.ui, under.text, inside, quiet(theme.label), under.wrong ? ui::colour::coral_text : ui::colour::soft,
              ui::Align::Left, 2);
    c.ui.touch({.id = "copies/last",
                .role = "text",
                .label = age,
                .value = under.text,
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

// --- the list ---

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, theme.body.size * 1.25F + theme.small.size * 1.25F + 28);
}
float button_height(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

std::string title_of(Context const& c, CopyFacts const& copy) { return copy.taken ? said(c, *copy.taken) : copy.name; }

std::string holds_line(Context const& c, CopyFacts const& copy) {
    if (!copy.problem.empty())
        return c.words.get(copy.problem);
    if (!copy.known)
        return copy.place.where == Where::Second ? c.words.get("copies.only_there") : said_size(c, copy.bytes);
    std::string line = c.words.say("courses.ideas", {{"n", std::int64_t{copy.ideas}}}) + " · " +
                       c.words.say("copies.trials", {{"n", std::int64_t{copy.trials}}}) + " · " +
                       c.words.say("copies.meetings", {{"n", std::int64_t{copy.meetings}}});
    if (copy.changed)
        line += " · " + c.words.say("copies.changed",
                                    {{"date", text::date(c.language(), *copy.changed, text::DateStyle::Short)}});
    return line;
}

void badge(Context& c, ui::Rect& row, std::string const& word, bool strong) {
    auto type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    ui::Rect const place = row.cut_right(c.ui.type().width(word, type) + 32, 12);
    ui::Rect const pill{place.x, place.centre().y - 22, place.w, 44};
    c.ui.canvas().rounded(pill, 22, strong ? ui::colour::scale_ground : ui::colour::paper);
    ui::label_centred(c.ui, word, pill, type, strong ? ui::colour::scale_text : ui::colour::soft);
}

void copy_row(Context& c, CopiesPage& page, CopyFacts const& copy, std::string const& id, ui::Rect rect) {
    bool const chosen = page.chosen == copy.place;
    auto const title = title_of(c, copy);
    auto const holds = holds_line(c, copy);
    auto const touch = c.ui.touch({.id = id, .role = "copy", .label = title, .value = holds, .rect = rect});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(ui::pressed(c.ui, id, touch)));
    canvas.outline(rect, ui::radius::card, chosen ? 4.0F : 2.0F, chosen ? ui::colour::accent : ui::colour::line);
    ui::Rect words = rect.inset(24, 10);
    if (copy.taken)
        badge(c, words, reason_word(c, copy.reason), copy.reason == CopyReason::Meeting);
    ui::label_centred(c.ui, title, words.cut_top(words.h * 0.54F), c.ui.theme().body, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, holds, words, c.ui.theme().small,
                      copy.problem.empty() ? ui::colour::soft : ui::colour::coral_text, ui::Align::Left);
    if (touch.tapped)
        page.chosen = copy.place;
}

void list(Context& c, CopiesPage& page, std::vector<CopyFacts> const& all, ui::Rect rect) {
    scrolled_rows(
        c, "copies/list", c.words.get("facilitator.copies"), rect, row_height(c), all,
        [&](auto const& copy, std::string const& no, ui::Rect at) { copy_row(c, page, copy, "copies/" + no, at); });
}

CopyFacts const* find(std::vector<CopyFacts> const& all, CopyPlace const& place) {
    auto const found = std::find_if(all.begin(), all.end(), [&](CopyFacts const& one) { return one.place == place; });
    return found == all.end() ? nullptr : &*found;
}

/// What came of the last wish, or that one is on its way.
void told_line(Context& c, CopiesFacts const& facts, ui::Rect rect) {
    auto const text = facts.working ? c.words.get("pin.working") : facts.told;
    bool const bad = facts.failed && !facts.working;
    ui::sentence(c.ui, rect, text, bad ? ui::colour::coral_ground : ui::colour::scale_ground, ui::colour::ink);
    c.ui.touch({.id = "copies/told",
                .role = "text",
                .label = text,
                .value = bad             ? "failed"
                         : facts.working ? "working"
                                         : "done",
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

/// The chosen one, and what can be done with it.
void chosen_side(Context& c, CopiesPage& page, CopiesFacts const& facts, CopyFacts const* copy, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    if (copy) {
        rect.cut_top(ui::label(c.ui, title_of(c, *copy), rect, theme.heading, ui::colour::ink, ui::Align::Left, 2), 8);
        auto about = said_size(c, copy->bytes);
        if (copy->place.where != Where::Stick && !facts.second.empty())
            about += " · " + c.words.get(copy->place.where == Where::Second ? "copies.only_there"
                                         : copy->second_too                 ? "copies.both_places"
                                                                            : "copies.only_here");
        rect.cut_top(ui::label(c.ui, about, rect, quiet(theme.label), ui::colour::soft, ui::Align::Left, 2), 20);
        if (ui::button(c.ui, {.id = "copies/look",
                              .rect = rect.cut_top(button_height(c), row_gap),
                              .label = c.words.get("copies.look_into"),
                              .icon = ui::Icon::Search,
                              .enabled = !facts.working && copy->problem.empty()}))
            wish(c, PreviewCopy{copy->place});
    }
    bool const way_back = page.part == CopiesPage::Part::List && facts.way_back;
    if (way_back && ui::button(c.ui, {.id = "copies/undo-restore",
                                      .rect = rect.cut_top(button_height(c), row_gap),
                                      .label = c.words.get("copies.undo_restore"),
                                      .icon = ui::Icon::Undo,
                                      .enabled = !facts.working && !facts.on_hold}))
        wish(c, RestoreCopy{*facts.way_back});
}

void empty_line(Context& c, char const* word, ui::Rect rect) {
    ui::label(c.ui, c.words.get(word), rect, c.ui.theme().body, ui::colour::soft, ui::Align::Left, 3);
    c.ui.touch({.id = "copies/empty",
                .role = "text",
                .label = c.words.get(word),
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

void parts(Context& c, CopiesPage& page, ui::Rect& area) {
    int const part = page_parts(c, "copies/part", area,
                                {c.words.get("copies.part_here"), c.words.get("copies.part_sticks")},
                                page.part == CopiesPage::Part::Sticks ? 1 : 0);
    if (part < 0)
        return;
    page.part = part == 1 ? CopiesPage::Part::Sticks : CopiesPage::Part::List;
    page.chosen = {};
}

void list_part(Context& c, CopiesPage& page, CopiesFacts const& facts, PageRoom& room) {
    bool const sticks = page.part == CopiesPage::Part::Sticks;
    page_heading(c, room.area, c.words.get("facilitator.copies"),
                 c.words.get(sticks ? "copies.sticks_about" : "copies.about"));
    if (facts.working || !facts.told.empty())
        told_line(c, facts, room.area.cut_bottom(std::max(92.0F, 2.8F * c.ui.theme().body.size), 16));
    parts(c, page, room.area);
    auto const& all = sticks ? facts.on_sticks : facts.list;
    if (sticks) {
        wish(c, LookForBoards{});
        c.ui.wake_at(c.ui.now_s() + 2.1);
    } else {
        status_card(c, facts, room.area.cut_top(status_height(c), 18));
    }
    if (all.empty() && sticks)
        empty_line(c, facts.stick ? "copies.no_boards" : "copies.no_stick", room.area);
    if (!find(all, page.chosen) && !all.empty())
        page.chosen = all.front().place;
    auto const* copy = find(all, page.chosen);
    ui::Rect const side = c.ui.portrait() ? room.area.cut_bottom(2 * (button_height(c) + row_gap) + 140, 20)
                                          : room.area.cut_right(std::min(440.0F, room.area.w * 0.34F), 34);
    list(c, page, all, room.area);
    chosen_side(c, page, facts, copy, side);
    if (!sticks && page_button(c, room, "copies/take", c.words.get("copies.take"), !facts.working && !facts.on_hold,
                               ui::Icon::Check))
        wish(c, TakeCopy{});
}

// --- one looked into ---

/// A table of two columns of figures.
void counts(Context& c, PreviewFacts const& preview, bool beside, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::card, 2, ui::colour::line);
    ui::Rect inside = rect.inset(28, 18);
    auto const head = quiet(theme.label);
    float heads_w = 190;
    for (auto const* word : {"copies.in_copy", "copies.on_wall"})
        heads_w = std::max(heads_w, c.ui.type().width(c.words.get(word), head) + 30);
    float const figure_w = std::min(heads_w, inside.w * 0.36F), line_h = inside.h / 4;
    auto const line = [&](std::string const& word, std::string const& then, std::string const& now,
                          ui::Type const& type, ui::Colour ink) {
        ui::Rect row = inside.cut_top(line_h);
        ui::Rect const last = row.cut_right(figure_w), first = beside ? row.cut_right(figure_w) : last;
        if (beside)
            ui::label_centred(c.ui, now, last, type, ink, ui::Align::Right);
        ui::label_centred(c.ui, then, first, type, ink, ui::Align::Right);
        ui::label_centred(c.ui, word, row, theme.body, ui::colour::ink, ui::Align::Left);
    };
    auto const figures = [&](char const* word, int then, int now) {
        line(c.words.get(word), std::to_string(then), std::to_string(now), theme.heading,
             then == now || !beside ? ui::colour::ink : ui::colour::coral_text);
    };
    line("", c.words.get("copies.in_copy"), c.words.get("copies.on_wall"), head, ui::colour::soft);
    figures("copies.count_ideas", preview.copy.ideas, preview.ideas_now);
    figures("copies.count_trials", preview.copy.trials, preview.trials_now);
    figures("copies.count_meetings", preview.copy.meetings, preview.meetings_now);
}

/// A heading and lines with a dot before each; what is cut off is said in `rest`.
void lines(Context& c, std::string const& title, std::vector<std::string> const& all, std::string const& rest,
           ui::Rect rect) {
    auto const& theme = c.ui.theme();
    rect.cut_top(ui::label(c.ui, title, rect, theme.button, ui::colour::ink, ui::Align::Left, 2), 12);
    float const line_h = theme.body.size * 1.45F;
    for (auto const& text : all) {
        bool const last = rect.h < 2 * line_h + (rest.empty() ? 0 : line_h);
        ui::Rect row = rect.cut_top(line_h);
        c.ui.canvas().disc({row.x + 8, row.centre().y}, 5, ui::colour::coral);
        row.cut_left(30);
        ui::label_centred(c.ui, text, row, theme.body, ui::colour::ink, ui::Align::Left);
        if (last)
            break;
    }
    if (!rest.empty() && rect.h >= line_h)
        ui::label_centred(c.ui, rest, rect.cut_top(line_h), quiet(theme.label), ui::colour::soft, ui::Align::Left);
}

void differences(Context& c, PreviewFacts const& preview, ui::Rect rect) {
    bool const wide = !c.ui.portrait();
    ui::Rect const left = wide ? rect.cut_left((rect.w - 40) / 2, 40) : rect.cut_top((rect.h - 20) / 2, 20);
    auto const missing = std::int64_t{preview.missing};
    auto const more = missing - static_cast<std::int64_t>(preview.missing_ideas.size());
    lines(c, missing > 0 ? c.words.say("copies.would_miss", {{"n", missing}}) : c.words.get("copies.would_miss_none"),
          preview.missing_ideas, more > 0 ? c.words.say("copies.more_missing", {{"n", more}}) : std::string(), left);
    bool const nothing = preview.changes_after == 0;
    lines(c, c.words.get("copies.happened_after"), preview.after,
          nothing ? c.words.get("copies.nothing_after")
                  : c.words.say("copies.changes_after", {{"n", std::int64_t{preview.changes_after}}}),
          rect);
}

void preview_part(Context& c, CopiesFacts const& facts, PageRoom& room) {
    auto const& preview = *facts.preview;
    bool const stick = preview.copy.place.where == Where::Stick;
    auto const title = stick ? c.words.say("copies.preview_stick", {{"name", preview.copy.course}})
                             : c.words.say("copies.preview", {{"when", said(c, *preview.copy.taken)}});
    page_heading(c, room.area, title, c.words.get("copies.preview_about"));
    if (facts.working || (facts.failed && !facts.told.empty()))
        told_line(c, facts, room.area.cut_bottom(std::max(92.0F, 2.8F * c.ui.theme().body.size), 16));
    auto const& label = quiet(c.ui.theme().label);
    ui::label_centred(c.ui, c.words.get(stick ? "copies.restore_stick_about" : "copies.restore_about"),
                      room.area.cut_bottom(label.size * 1.4F, 14), label, ui::colour::soft, ui::Align::Left);
    auto const& theme = c.ui.theme();
    float const table_h = std::min(room.area.h * 0.5F, 4 * theme.heading.size * 1.35F + 36);
    ui::Rect table = room.area.cut_top(table_h, 26);
    table.w = c.ui.portrait() ? table.w : std::min(table.w, 900.0F);
    counts(c, preview, !stick, table);
    if (!stick)
        differences(c, preview, room.area);
    bool const may = !facts.working && !facts.on_hold;
    if (page_button(c, room, "copies/restore", c.words.get(stick ? "copies.restore_stick" : "copies.restore"), may,
                    stick ? ui::Icon::Plus : ui::Icon::Undo))
        wish(c, RestoreCopy{preview.copy.place});
    auto const& back = c.words.get("common.back");
    float const width = c.ui.type().width(back, theme.button) + 80,
                height = std::max(ui::space::dock, c.ui.theme().target);
    ui::Rect const place = room.band.cut_right(width, 20);
    if (ui::button(c.ui,
                   {.id = "copies/back", .rect = {place.x, place.bottom() - height, place.w, height}, .label = back}))
        wish(c, LeavePreview{});
}

} // namespace

void copies_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.copies;
    if (!std::exchange(page.asked, true))
        wish(c, LookAtCopies{});
    if (facts.copies.preview)
        return preview_part(c, facts.copies, room);
    list_part(c, page, facts.copies, room);
}

} // namespace screens
