// *Forløb*: the courses on this machine. One is on the wall; another can be shown, a new one begun, and any renamed, laid
// in the archive or deleted for good.
#include "board/text_rules.h"
#include "ui/screens/facilitator.h"
#include "ui/screens/pin_screen.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

constexpr char const* name_id = "courses/name";
constexpr char const* tag = "facilitator/rename";
constexpr float row_gap = 12;

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, theme.body.size * 1.25F + theme.small.size * 1.25F + 28);
}
float button_height(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

template <class Wish> void wish(Context& c, Wish one) { c.requests.emplace_back(WallWish(std::move(one))); }

CourseFacts const* find(CoursesFacts const& facts, std::string const& file) {
    auto const found = std::find_if(facts.list.begin(), facts.list.end(),
                                    [&](CourseFacts const& one) { return one.file == file; });
    return found == facts.list.end() ? nullptr : &*found;
}

/// Its day has come, and nobody has deleted it.
bool is_due(Context const& c, CourseFacts const& one) { return one.delete_on && *one.delete_on <= c.now.today; }

std::string days_line(Context const& c, CourseFacts const& one) {
    if (!one.problem.empty())
        return c.words.get(one.problem);
    if (is_due(c, one))
        return c.words.say("courses.due", {{"date", text::date(c.language(), *one.delete_on, text::DateStyle::Card)}});
    std::string line;
    if (one.first && one.last)
        line = text::date_span(c.language(), *one.first, *one.last) + " · ";
    line += c.words.say("courses.ideas", {{"n", std::int64_t{one.ideas}}});
    if (one.changed)
        line += " · " + c.words.say("courses.changed",
                                    {{"date", text::date(c.language(), *one.changed, text::DateStyle::Card)}});
    return line;
}

std::string name_of(Context const& c, CourseFacts const& one) {
    return one.name.empty() ? (one.problem.empty() ? c.words.get("courses.unnamed") : one.file) : one.name;
}

void badge(Context& c, ui::Rect& row, std::string const& word, ui::Colour ground, ui::Colour ink) {
    auto type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    float const width = c.ui.type().width(word, type) + 32;
    ui::Rect const place = row.cut_right(width, 12);
    ui::Rect const pill{place.x, place.centre().y - 22, place.w, 44};
    c.ui.canvas().rounded(pill, 22, ground);
    ui::label_centred(c.ui, word, pill, type, ink);
}

void course_row(Context& c, CoursesPage& page, CourseFacts const& one, std::string const& id, ui::Rect rect) {
    bool const chosen = page.chosen == one.file;
    auto const line = days_line(c, one);
    c.ui.touch({.id = id + "/about", .role = "text", .label = line, .rect = rect, .accepts = ui::Accepts::Nothing});
    auto const touch = c.ui.touch({.id = id,
                                   .role = "course",
                                   .label = name_of(c, one),
                                   .value = one.shown      ? "shown"
                                            : one.archived ? "archived"
                                                           : "kept",
                                   .rect = rect});
    auto& canvas = c.ui.canvas();
    float const press = ui::pressed(c.ui, id, touch);
    canvas.rounded(rect, ui::radius::card, one.archived ? ui::colour::lane : ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(press));
    canvas.outline(rect, ui::radius::card, chosen ? 4.0F : 2.0F, chosen ? ui::colour::accent : ui::colour::line);
    ui::Rect words = rect.inset(24, 10);
    if (one.shown)
        badge(c, words, c.words.get("courses.on_the_wall"), ui::colour::scale_ground, ui::colour::scale_text);
    else if (one.archived)
        badge(c, words, c.words.get("courses.archived"), ui::colour::paper, ui::colour::soft);
    ui::label_centred(c.ui, name_of(c, one), words.cut_top(words.h * 0.54F), c.ui.theme().body, ui::colour::ink,
                      ui::Align::Left);
    bool const calm = one.problem.empty() && !is_due(c, one);
    ui::label_centred(c.ui, line, words, c.ui.theme().small, calm ? ui::colour::soft : ui::colour::coral_text,
                      ui::Align::Left);
    if (touch.tapped)
        page.chosen = one.file;
}

void list(Context& c, CoursesPage& page, CoursesFacts const& facts, ui::Rect rect) {
    scrolled_rows(
        c, "courses/list", c.words.get("facilitator.courses"), rect, row_height(c), facts.list,
        [&](auto const& one, std::string const& no, ui::Rect at) { course_row(c, page, one, "courses/" + no, at); });
}

void open_part(CoursesPage& page, CoursesPage::Part part, std::string name = {}) {
    page.part = part;
    page.form.clear();
    page.digits.clear();
    page.sure = false;
    if (part == CoursesPage::Part::New || part == CoursesPage::Part::Rename) {
        page.form.set(name_id, std::move(name), board::max_name_characters);
        page.form.write_in(name_id);
    }
}

/// What can be done with the chosen one; the reason where something cannot.
void actions(Context& c, CoursesPage& page, CoursesFacts const& facts, ui::Rect rect) {
    auto const* one = find(facts, page.chosen);
    if (!one)
        return;
    auto const& theme = c.ui.theme();
    bool const readable = one->problem.empty();
    float const name_h = ui::label(c.ui, name_of(c, *one), rect, theme.heading, ui::colour::ink, ui::Align::Left, 2);
    rect.cut_top(name_h, 16);
    auto const row = [&](char const* id, char const* word, ui::Icon icon, ui::ButtonLook look = ui::ButtonLook::Plain) {
        ui::Rect const place = rect.cut_top(button_height(c), row_gap);
        return ui::button(c.ui, {.id = id,
                                 .rect = place,
                                 .label = c.words.get(word),
                                 .icon = icon,
                                 .look = look,
                                 .enabled = !facts.working});
    };
    if (readable && !one->shown && !one->archived && row("courses/show", "courses.show", ui::Icon::Play))
        wish(c, ShowCourse{one->file});
    if (one->archived && row("courses/unarchive", "courses.unarchive", ui::Icon::Undo))
        wish(c, UnarchiveCourse{one->file});
    if (readable && !one->archived && row("courses/rename", "courses.rename", ui::Icon::Pencil))
        open_part(page, CoursesPage::Part::Rename, one->name);
    if (!one->shown && !one->archived && row("courses/archive", "courses.archive", ui::Icon::Park))
        wish(c, ArchiveCourse{one->file});
    if (row("courses/delete", "courses.delete", ui::Icon::Cross, ui::ButtonLook::Danger))
        open_part(page, CoursesPage::Part::Delete);
}

/// What came of the last wish; or that one is on its way.
void told_line(Context& c, CoursesFacts const& facts, ui::Rect rect) {
    auto const said = facts.working ? c.words.get("pin.working") : facts.told;
    if (said.empty())
        return;
    bool const bad = facts.failed && !facts.working;
    ui::sentence(c.ui, rect, said, bad ? ui::colour::coral_ground : ui::colour::scale_ground, ui::colour::ink);
    c.ui.touch({.id = "courses/told",
                .role = "text",
                .label = said,
                .value = bad ? "failed" : "done",
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

void list_part(Context& c, CoursesPage& page, CoursesFacts const& facts, PageRoom& room) {
    page_heading(c, room.area, c.words.get("facilitator.courses"), c.words.get("courses.about"));
    if (facts.working || !facts.told.empty())
        told_line(c, facts, room.area.cut_bottom(std::max(92.0F, 2.8F * c.ui.theme().body.size), 16));
    if (!find(facts, page.chosen) && !facts.list.empty())
        page.chosen = facts.list.front().file;
    ui::Rect const side = c.ui.portrait() ? room.area.cut_bottom(5 * (button_height(c) + row_gap) + 40, 20)
                                          : room.area.cut_right(std::min(460.0F, room.area.w * 0.34F), 34);
    list(c, page, facts, room.area);
    actions(c, page, facts, side);
    if (page_button(c, room, "courses/new", c.words.get("courses.new"), !facts.working, ui::Icon::Plus))
        open_part(page, CoursesPage::Part::New);
}

/// A button beside the page's primary one: back to the list.
void back_to_list(Context& c, CoursesPage& page, PageRoom& room) {
    auto const& word = c.words.get("common.back");
    float const width = c.ui.type().width(word, c.ui.theme().button) + 80, height = ui::space::dock;
    ui::Rect const place = room.band.cut_right(width, 20);
    if (ui::button(c.ui,
                   {.id = "courses/back", .rect = {place.x, place.bottom() - height, place.w, height}, .label = word}))
        open_part(page, CoursesPage::Part::List);
}

void name_part(Context& c, CoursesPage& page, CoursesFacts const& facts, PageRoom& room) {
    bool const fresh = page.part == CoursesPage::Part::New;
    if (auto const* answer = c.answer_to(tag)) {
        if (!answer->refusal) {
            wish(c, LookAtCourses{});
            return open_part(page, CoursesPage::Part::List);
        }
        page.form.refuse(name_id, c.words.refusal(*answer->refusal));
    }
    page_heading(c, room.area, c.words.get(fresh ? "courses.new" : "courses.rename"),
                 c.words.get(fresh ? "courses.new_about" : "courses.rename_about"));
    text_field(c, page.form, name_id, room.area.cut_top(field_height(c, 1), 18), c.words.get("course.course_name"),
               c.words.get("courses.name_hint"));
    ui::Rect const keys = room.area.cut_bottom(std::min(room.area.h, keyboard_height(c, room.area.h)));
    bool const enter = form_keyboard(c, page.form, "courses", keys);
    auto const name = page.form.value(name_id);
    bool const done = page_button(c, room, "courses/save", c.words.get(fresh ? "courses.begin" : "common.save"),
                                  !facts.working);
    back_to_list(c, page, room);
    if (!done && !enter)
        return;
    page.form.write_in(name_id);
    if (fresh)
        wish(c, StartCourse{name});
    else if (auto const* one = find(facts, page.chosen); one && one->shown)
        c.ask(board::EditCourse{name, c.board.course.workplace, c.board.course.challenge}, keys, tag);
    else
        wish(c, RenameCourse{page.chosen, name});
}

/// What goes, in a list; what the wall cannot reach is said too.
void what_goes(Context& c, CourseFacts const& one, ui::Rect& rest) {
    auto const& theme = c.ui.theme();
    auto const line = [&](std::string const& text) {
        c.ui.canvas().disc({rest.x + 10, rest.y + theme.body.size * 0.65F}, 6, ui::colour::coral);
        ui::Rect const words{rest.x + 36, rest.y, rest.w - 36, rest.h};
        rest.cut_top(ui::label(c.ui, text, words, theme.body, ui::colour::ink), 10);
    };
    line(c.words.say("courses.goes_board", {{"name", name_of(c, one)}}));
    line(c.words.say("courses.goes_copies", {{"n", std::int64_t{one.copies}}}));
    line(c.words.say("courses.goes_exports", {{"n", std::int64_t{one.exports}}}));
    rest.cut_top(8);
    rest.cut_top(ui::label(c.ui, c.words.get("courses.stays"), rest, theme.label, ui::colour::soft), 18);
}

void delete_part(Context& c, CoursesPage& page, WallFacts const& facts, PageRoom& room) {
    auto const* one = find(facts.courses, page.chosen);
    if (!one)
        return open_part(page, CoursesPage::Part::List);
    page_heading(c, room.area, c.words.get("courses.delete"), c.words.get("courses.delete_about"));
    bool const wide = !c.ui.portrait();
    ui::Rect const right = wide ? room.area.cut_right(560, 40) : room.area.cut_bottom(pin_pad_height(c) + 120, 20);
    what_goes(c, *one, room.area);
    if (yes_button(c, "courses/sure", room.area.cut_top(std::max(c.ui.theme().target, 92.0F), 14),
                   c.words.get("courses.sure"), page.sure))
        page.sure = !page.sure;
    auto const asks = pin_once_more(c, facts.pin, right, page.digits,
                                    {.why = c.words.get("courses.pin_again"),
                                     .done = c.words.get("courses.delete_now"),
                                     .ready = page.sure,
                                     .working = facts.courses.working});
    if (asks == PinPadAsks::Leave)
        open_part(page, CoursesPage::Part::List);
    if (asks == PinPadAsks::Done)
        wish(c, DeleteCourse{page.chosen, std::exchange(page.digits, {})});
}

/// What was done is seen in the list; what was refused stays open, with the sentence where the name was written.
void take_answer(CoursesPage& page, CoursesFacts const& facts) {
    bool const named = page.part == CoursesPage::Part::New || page.part == CoursesPage::Part::Rename;
    if (facts.failed && named)
        page.form.refuse(name_id, facts.told);
    else
        open_part(page, CoursesPage::Part::List);
}

} // namespace

void courses_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.courses;
    if (!std::exchange(page.asked, true)) {
        page.seen_answers = facts.courses.answers;
        wish(c, LookAtCourses{});
    }
    if (std::exchange(page.seen_answers, facts.courses.answers) != facts.courses.answers)
        take_answer(page, facts.courses);
    switch (page.part) {
    case CoursesPage::Part::List: return list_part(c, page, facts.courses, room);
    case CoursesPage::Part::New:
    case CoursesPage::Part::Rename: return name_part(c, page, facts.courses, room);
    case CoursesPage::Part::Delete: return delete_part(c, page, facts, room);
    }
}

} // namespace screens
