// *Slet en person*: a name is written or chosen, everything it is found in is shown for a person to judge, and what is
// ticked goes for good, with the PIN once more. What the wall cannot reach is said.
#include "board/text_rules.h"
#include "ui/kit/ink_drawing.h"
#include "ui/screens/facilitator.h"
#include "ui/screens/pin_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace screens {

namespace {

constexpr char const* name_id = "person/name";
constexpr float row_gap = 12, gap = 18;
constexpr std::size_t excerpt_before = 40, long_text = 130; ///< characters

template <class Wish> void wish(Context& c, Wish one) { c.requests.emplace_back(WallWish(std::move(one))); }

void open_part(PersonPage& page, PersonPage::Part part) {
    page.part = part;
    page.sure = false;
    page.digits.clear();
    page.form.stop_writing();
    if (part == PersonPage::Part::Search)
        page.form.write_in(name_id);
}

/// What came of the last wish; or that one is on its way.
void told_line(Context& c, PersonFacts const& facts, ui::Rect& area) {
    auto const said = facts.working ? c.words.get("pin.working") : facts.told;
    if (said.empty())
        return;
    auto const& type = c.ui.theme().label;
    float const width = area.w - 2 * ui::space::inside;
    float const height = c.ui.type().lay(said, {.type = type, .width = width}).height + 28;
    ui::Rect const place = area.cut_bottom(height, gap);
    bool const bad = facts.failed && !facts.working;
    c.ui.canvas().rounded(place, ui::radius::card, bad ? ui::colour::coral_ground : ui::colour::scale_ground);
    ui::label(c.ui, said, place.inset(ui::space::inside, 14), type, ui::colour::ink);
    c.ui.touch({.id = "person/told",
                .role = "text",
                .label = said,
                .value = bad ? "failed" : "done",
                .rect = place,
                .accepts = ui::Accepts::Nothing});
}

/// A button beside the page's primary one.
bool band_button(Context& c, PageRoom& room, char const* id, std::string const& label) {
    float const width = c.ui.type().width(label, c.ui.theme().button) + 80;
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    ui::Rect const place = room.band.cut_right(std::min(width, room.band.w), 20);
    return ui::button(c.ui, {.id = id, .rect = {place.x, place.bottom() - height, place.w, height}, .label = label});
}

// --- who ---

void person_row(Context& c, PersonPage& page, board::Participant const& one, std::string const& id, ui::Rect row) {
    auto const touch = c.ui.touch({.id = id, .role = "person", .label = one.name, .rect = row});
    auto& canvas = c.ui.canvas();
    canvas.rounded(row, ui::radius::card, ui::colour::white);
    canvas.rounded(row, ui::radius::card, ui::press_shade(ui::pressed(c.ui, id, touch)));
    canvas.outline(row, ui::radius::card, 2, ui::colour::line);
    person(c, {}, one, {row.x + 48, row.centre().y}, 27, false, !one.active);
    ui::label_centred(c.ui, one.name, {row.x + 92, row.y, row.w - 110, row.h}, c.ui.theme().body, ui::colour::ink,
                      ui::Align::Left);
    if (!touch.tapped)
        return;
    page.form.set(name_id, one.name, board::max_name_characters);
    wish(c, FindPerson{one.name}), page.entered = true;
}

void people(Context& c, PersonPage& page, ui::Rect rect) {
    auto const& all = c.board.participants;
    auto const& type = c.ui.theme().label;
    ui::label_centred(c.ui, c.words.get("erase.choose"), rect.cut_top(line_height(type), 10), type, ui::colour::ink,
                      ui::Align::Left);
    float const height = std::max(c.ui.theme().target, 80.0F), step = height + row_gap;
    float y = rect.y - c.ui.begin_scroll("person/people", rect, step * static_cast<float>(all.size()) - row_gap,
                                         c.words.get("facilitator.people"));
    int k = 0;
    for (auto const& one : all) {
        ui::Rect const row{rect.x, y, rect.w - 16, height};
        auto const id = "person/people/" + std::to_string(++k);
        y += step;
        if (row.overlaps(rect))
            person_row(c, page, one, id, row);
    }
    c.ui.end_scroll();
    if (all.empty())
        ui::label(c.ui, c.words.get("course.nobody"), rect.inset(20, 30), c.ui.theme().body, ui::colour::soft,
                  ui::Align::Centre);
}

void search_part(Context& c, PersonPage& page, PersonFacts const& facts, PageRoom& room) {
    page_heading(c, room.area, c.words.get("facilitator.person"), c.words.get("erase.about"));
    bool const wide = !c.ui.portrait();
    ui::Rect const at_left = wide ? room.area.cut_left(room.area.w * 0.36F, 30)
                                  : room.area.cut_top(room.area.h * 0.42F, gap);
    people(c, page, at_left);
    ui::Rect& form = room.area;
    text_field(c, page.form, name_id, form.cut_top(field_height(c, 1), gap), c.words.get("erase.who"),
               c.words.get("erase.who_hint"));
    ui::Rect const keys = form.cut_bottom(std::min(keyboard_height(c, form.h), form.h), gap);
    ui::Rect told = form;
    told.y = form.y, told.h = std::max(form.h, 0.0F);
    bool const enter = form_keyboard(c, page.form, "person", keys);
    if (page.entered)
        told_line(c, facts, told);
    bool const asks = page_button(c, room, "person/find", c.words.get("erase.find"), !facts.working, ui::Icon::Search);
    if ((asks || enter) && !facts.working)
        wish(c, FindPerson{page.form.value(name_id)}), page.entered = true;
}

// --- what was found ---

/// The part of a long text around the first mark, on one line, and the marks in it.
struct Excerpt {
    std::string text;
    std::vector<FoundName::Mark> marks;
};
Excerpt excerpt_of(FoundName const& found) {
    Excerpt cut{found.text, found.marks};
    std::replace(cut.text.begin(), cut.text.end(), '\n', ' ');
    auto const ends = text::graphemes(cut.text);
    if (ends.size() <= long_text || cut.marks.empty())
        return cut;
    auto const at = std::lower_bound(ends.begin(), ends.end(), cut.marks.front().begin) - ends.begin();
    if (static_cast<std::size_t>(at) <= excerpt_before)
        return cut;
    int from = ends[static_cast<std::size_t>(at) - excerpt_before];
    if (auto const blank = cut.text.find(' ', static_cast<std::size_t>(from));
        blank != std::string::npos && static_cast<int>(blank) < cut.marks.front().begin)
        from = static_cast<int>(blank) + 1;
    std::string const dots = "… ";
    cut.text = dots + cut.text.substr(static_cast<std::size_t>(from));
    for (auto& mark : cut.marks) {
        mark.begin += static_cast<int>(dots.size()) - from;
        mark.end += static_cast<int>(dots.size()) - from;
    }
    return cut;
}

/// A ground of colour under what was found; never under what was left out.
void mark_found(Context& c, ui::Paragraph const& lines, ui::Vec2 at, std::vector<FoundName::Mark> const& marks) {
    for (auto const& mark : marks)
        for (int line = 0; line < static_cast<int>(lines.lines.size()); ++line) {
            float left = 0, right = -1;
            for (auto const& stop : lines.stops)
                if (stop.line == line && stop.byte >= mark.begin && stop.byte <= mark.end) {
                    left = right < 0 ? stop.x : left;
                    right = stop.x;
                }
            if (right > left)
                c.ui.canvas().rounded({at.x + left - 3, at.y + static_cast<float>(line) * lines.line_height,
                                       right - left + 6, lines.line_height},
                                      6, ui::colour::notes[0]);
        }
}

/// The drawing or photo itself, as it is on the idea now.
bool draw_picture(Context& c, FoundName const& found, ui::Rect rect) {
    auto const* idea = found.idea ? board::find_idea(c.board, *found.idea) : nullptr;
    if (!idea || idea->masked)
        return false;
    auto& canvas = c.ui.canvas();
    if (found.kind == FoundName::Kind::Ink && idea->ink) {
        float const part = static_cast<float>(idea->ink->height) / static_cast<float>(board::ink_grid);
        float const w = std::min(rect.w, rect.h / std::max(part, 0.01F));
        ui::Rect const paper{rect.right() - w, rect.y, w, rect.h};
        canvas.push_clip(paper);
        canvas.rounded(paper, ui::radius::small, colour_of(idea->colour));
        ui::draw_ink(canvas, *idea->ink, paper);
        canvas.pop_clip();
        return true;
    }
    if (found.kind != FoundName::Kind::Photo || !idea->photo || !c.photos.photo)
        return false;
    auto const& photo = *idea->photo;
    float const w = std::min(rect.w, rect.h * static_cast<float>(photo.width) / static_cast<float>(photo.height));
    float const h = w * static_cast<float>(photo.height) / static_cast<float>(photo.width);
    ui::Rect const place{rect.right() - w, rect.centre().y - h / 2, w, h};
    float const scale = canvas.px_per_du();
    auto const tile = c.photos.photo(photo, static_cast<int>(w * scale), static_cast<int>(h * scale));
    if (tile.id == 0)
        canvas.rounded(place, ui::radius::small, ui::colour::lane);
    else
        canvas.picture(place, tile.id, tile.w, tile.h);
    return true;
}

float found_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, line_height(theme.small) + 2 * line_height(theme.label) + 36);
}

void found_row(Context& c, FoundName const& found, std::string const& id, ui::Rect rect, std::vector<bool>& chosen,
               std::size_t index) {
    bool const goes = chosen[index];
    auto const touch = c.ui.touch({.id = id,
                                   .role = "toggle",
                                   .label = found.where + ": " + found.text,
                                   .value = goes ? "on" : "off",
                                   .rect = rect});
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    canvas.push_clip(rect);
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(ui::pressed(c.ui, id, touch)));
    canvas.outline(rect, ui::radius::card, goes ? 4.0F : 2.0F, goes ? ui::colour::coral : ui::colour::line);
    ui::Rect inside = rect.inset(22, 14);
    ui::Rect const mark = inside.cut_left(48, 18);
    if (goes) {
        canvas.disc(mark.centre(), 22, ui::colour::coral);
        canvas.icon(ui::Icon::Check, mark.centre(), 28, ui::colour::white);
    } else {
        canvas.ring(mark.centre(), 22, 3, ui::colour::faint);
    }
    bool const drawn = found.kind == FoundName::Kind::Ink || found.kind == FoundName::Kind::Photo;
    bool const pictured = drawn && draw_picture(c, found, ui::Rect(inside).cut_right(std::min(220.0F, inside.w / 3)));
    if (pictured)
        inside.cut_right(std::min(220.0F, inside.w / 3), 16);
    auto small = theme.small;
    small.weight = ui::Weight::SemiBold;
    auto const type = quiet(theme.label);
    auto const excerpt = excerpt_of(found);
    std::string const said = drawn && !pictured ? c.words.get("erase.earlier") : excerpt.text;
    auto const& lines = c.ui.type().lay(said, {.type = type, .width = inside.w, .max_lines = 2});
    float const all = line_height(small) + (said.empty() ? 0 : 4 + lines.height);
    inside = {inside.x, inside.centre().y - all / 2, inside.w, all};
    ui::label_centred(c.ui, found.where, inside.cut_top(line_height(small), 4), small, ui::colour::test_text,
                      ui::Align::Left);
    mark_found(c, lines, {inside.x, inside.y}, excerpt.marks);
    canvas.paragraph(lines, {inside.x, inside.y}, ui::colour::ink);
    canvas.pop_clip();
    if (touch.tapped)
        chosen[index] = !goes;
}

void found_list(Context& c, PersonPage& page, PersonFacts const& facts, ui::Rect rect) {
    float const height = found_height(c), step = height + row_gap;
    float const offset = c.ui.begin_scroll("person/found", rect,
                                           step * static_cast<float>(facts.found.size()) - row_gap,
                                           c.words.get("facilitator.person"));
    auto const first = static_cast<std::size_t>(std::max(0.0F, std::floor(offset / step)));
    auto const in_sight = static_cast<std::size_t>(std::ceil(rect.h / step)) + 1;
    for (std::size_t i = first; i < std::min(facts.found.size(), first + in_sight); ++i)
        found_row(c, facts.found[i], "person/found/" + std::to_string(i + 1),
                  {rect.x, rect.y + step * static_cast<float>(i) - offset, rect.w - 16, height}, page.chosen, i);
    c.ui.end_scroll();
}

bool is_drawn(FoundName const& found) {
    return found.kind == FoundName::Kind::Ink || found.kind == FoundName::Kind::Photo;
}

std::int64_t chosen_in(PersonPage const& page) { return std::count(page.chosen.begin(), page.chosen.end(), true); }

void found_part(Context& c, PersonPage& page, PersonFacts const& facts, PageRoom& room) {
    auto const named = std::count_if(facts.found.begin(), facts.found.end(),
                                     [](FoundName const& found) { return !is_drawn(found); });
    auto const heading = c.words.say("erase.found", {{"n", std::int64_t{named}}, {"name", facts.name}});
    char const* about = named > 0 ? "erase.found_about" : facts.found.empty() ? "erase.nothing" : "erase.drawn_only";
    page_heading(c, room.area, heading, c.words.get(about));
    told_line(c, facts, room.area);
    found_list(c, page, facts, room.area);
    bool const files = facts.copies > 0 || facts.laid_aside > 0 || !facts.exports.empty();
    auto const chosen = chosen_in(page);
    if (page_button(c, room, "person/next", c.words.get("erase.next"), (chosen > 0 || files) && !facts.working))
        open_part(page, PersonPage::Part::Sure);
    if (band_button(c, room, "person/other", c.words.get("erase.other")))
        open_part(page, PersonPage::Part::Search);
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    auto const type = quiet(c.ui.theme().label);
    auto said = c.words.say("erase.chosen", {{"n", chosen}});
    auto const with_files = said + " · " +
                            c.words.say("erase.with_files",
                                        {{"n", facts.copies + facts.laid_aside +
                                                   static_cast<std::int64_t>(facts.exports.size())}});
    if (files && c.ui.type().width(with_files, type) <= room.band.w) // else it is said on the next page only
        said = with_files;
    ui::label_centred(c.ui, said, {room.band.x, room.band.bottom() - height, room.band.w, height}, type,
                      ui::colour::soft, ui::Align::Left);
}

// --- for good ---

std::string listed(std::vector<std::string> const& files) {
    constexpr std::size_t most = 4;
    std::string all;
    for (std::size_t i = 0; i < std::min(most, files.size()); ++i)
        all += (i == 0 ? "" : ", ") + files[i];
    return files.size() > most ? all + " …" : all;
}

/// What goes, in a list; what the wall cannot reach is said too.
void what_goes(Context& c, PersonPage const& page, PersonFacts const& facts, ui::Rect& rest) {
    auto const& theme = c.ui.theme();
    auto const line = [&](std::string const& text) {
        c.ui.canvas().disc({rest.x + 10, rest.y + theme.body.size * 0.65F}, 6, ui::colour::coral);
        ui::Rect const words{rest.x + 36, rest.y, rest.w - 36, rest.h};
        rest.cut_top(ui::label(c.ui, text, words, theme.body, ui::colour::ink), 10);
    };
    line(c.words.say("erase.goes", {{"n", chosen_in(page)}}));
    line(c.words.say("erase.goes_copies", {{"n", std::int64_t{facts.copies}}}));
    line(c.words.say("erase.goes_exports",
                     {{"n", static_cast<std::int64_t>(facts.exports.size())}, {"files", listed(facts.exports)}}));
    if (facts.laid_aside > 0)
        line(c.words.say("erase.goes_aside", {{"n", std::int64_t{facts.laid_aside}}}));
    rest.cut_top(8);
    rest.cut_top(ui::label(c.ui, c.words.get("erase.stays"), rest, theme.label, ui::colour::soft), 18);
}

void sure_part(Context& c, PersonPage& page, WallFacts const& facts, PageRoom& room) {
    auto const& person = facts.person;
    page_heading(c, room.area, c.words.say("erase.sure_title", {{"name", person.name}}),
                 c.words.get("erase.sure_about"));
    bool const wide = !c.ui.portrait();
    ui::Rect const right = wide ? room.area.cut_right(560, 40) : room.area.cut_bottom(pin_pad_height(c) + 120, 20);
    told_line(c, person, room.area);
    what_goes(c, page, person, room.area);
    if (yes_button(c, "person/sure", room.area.cut_top(std::max(c.ui.theme().target, 92.0F), 14),
                   c.words.get("erase.sure"), page.sure))
        page.sure = !page.sure;
    auto const asks = pin_once_more(c, facts.pin, right, page.digits,
                                    {.why = c.words.get("erase.pin_again"),
                                     .done = c.words.get("erase.now"),
                                     .ready = page.sure,
                                     .working = person.working});
    if (asks == PinPadAsks::Leave && !facts.pin.working && !person.working)
        open_part(page, PersonPage::Part::Found);
    if (asks == PinPadAsks::Done)
        wish(c, ErasePerson{person.name, page.chosen, std::exchange(page.digits, {})});
}

/// A search leads to what it found; an erasing back to the beginning, where it is told.
void take_answer(PersonPage& page, PersonFacts const& facts) {
    if (std::exchange(page.seen_searches, facts.searches) != facts.searches) {
        page.chosen.clear();
        for (auto const& found : facts.found)
            page.chosen.push_back(found.sure);
        open_part(page, facts.name.empty() ? PersonPage::Part::Search : PersonPage::Part::Found);
    }
    if (std::exchange(page.seen_erasures, facts.erasures) != facts.erasures) {
        page.chosen.clear();
        page.form.clear();
        page.form.set(name_id, {}, board::max_name_characters);
        open_part(page, PersonPage::Part::Search);
        page.entered = true;
    }
    page.chosen.resize(facts.found.size());
}

} // namespace

void person_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.person;
    if (page.form.texts.empty()) { // what was found for whoever was here before is not shown
        page.form.set(name_id, {}, board::max_name_characters);
        page.seen_searches = facts.person.searches;
        page.seen_erasures = facts.person.erasures;
        open_part(page, PersonPage::Part::Search);
    }
    take_answer(page, facts.person);
    switch (page.part) {
    case PersonPage::Part::Search: return search_part(c, page, facts.person, room);
    case PersonPage::Part::Found: return found_part(c, page, facts.person, room);
    case PersonPage::Part::Sure: return sure_part(c, page, facts, room);
    }
}

} // namespace screens
