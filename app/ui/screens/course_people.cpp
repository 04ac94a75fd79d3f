// *Deltagere*: who takes part, by name and role and nothing else, in the order they sit around the table.
#include "board/text_rules.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

constexpr char const* tag = "course/person";
constexpr char const* field = "people/name";

/// As they sit; then those who are not with us any more.
std::vector<board::Participant const*> in_order(Context const& c) {
    std::vector<board::Participant const*> all;
    for (auto const id : board::around_the_table(c.board))
        all.push_back(board::find_participant(c.board, id));
    for (auto const& who : c.board.participants)
        if (!who.active)
            all.push_back(&who);
    return all;
}

void pick(CourseView& view, board::Participant const* who) {
    view.person = who ? std::optional(who->id) : std::nullopt;
    view.role = who ? who->role : board::Role::Employee;
    view.form.set(field, who ? who->name : std::string(), board::max_name_characters);
    view.form.write_in(field);
    view.form.text(field).to_end();
}

void list(Context& c, CourseView& view, ui::Rect rect) {
    auto const all = in_order(c);
    auto const& theme = c.ui.theme();
    float const step = course_row_height(c) + 12;
    ui::Rect const fresh = rect.cut_bottom(course_row_height(c), 14);
    if (ui::button(c.ui, {.id = "people/new",
                          .rect = fresh,
                          .label = c.words.get("course.new_person"),
                          .icon = ui::Icon::Plus,
                          .look = view.person ? ui::ButtonLook::Plain : ui::ButtonLook::Quiet,
                          .type = theme.label}))
        pick(view, nullptr);
    float y = rect.y - c.ui.begin_scroll("people/list", rect, step * static_cast<float>(all.size()) - 12,
                                         c.words.get("course.people"));
    int k = 0;
    for (auto const* who : all) {
        ui::Rect const row{rect.x, y, rect.w, course_row_height(c)};
        y += step;
        ++k;
        if (!row.overlaps(rect))
            continue;
        if (pick_row(c, "people/" + std::to_string(k), row, who->name, view.person == who->id,
                     who->active ? "on" : "off"))
            pick(view, who);
        person(c, {}, *who, {row.x + 50, row.centre().y}, 28, false, !who->active);
        ui::Rect const words{row.x + 96, row.y, row.w - 112, row.h};
        ui::label_centred(c.ui, who->name, {words.x, words.y + 6, words.w, words.h / 2}, theme.body, ui::colour::ink,
                          ui::Align::Left);
        auto under = role_name(c, who->role);
        if (!who->active)
            under += " · " + c.words.get("course.away");
        ui::label_centred(c.ui, under, {words.x, words.centre().y - 2, words.w, words.h / 2 - 4}, quiet(theme.small),
                          ui::colour::soft, ui::Align::Left);
    }
    c.ui.end_scroll();
    if (all.empty())
        ui::label(c.ui, c.words.get("course.nobody"), rect.inset(10, 20), quiet(theme.body), ui::colour::soft,
                  ui::Align::Centre, 3);
}

void save(Context& c, CourseView& view, ui::Rect origin) {
    auto const name = view.form.value(field);
    auto const* who = view.person ? board::find_participant(c.board, *view.person) : nullptr;
    if (!who)
        return c.ask(board::AddParticipant{{}, name, view.role}, origin, tag);
    c.ask(board::EditParticipant{who->id, name, view.role, who->active}, origin, tag);
}

/// One place up or down the list, which is one place around the table.
void move(Context& c, CourseView const& view, int by, ui::Rect origin) {
    auto around = board::around_the_table(c.board);
    auto const at = std::find(around.begin(), around.end(), *view.person);
    auto const to = (at - around.begin()) + by;
    if (at == around.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(around.size()))
        return;
    std::iter_swap(at, around.begin() + to);
    c.ask(board::SeatParticipants{std::move(around)}, origin);
}

void tools(Context& c, CourseView& view, ui::Rect row) {
    auto const* who = board::find_participant(c.board, *view.person);
    if (!who)
        return;
    float const side = c.ui.theme().target * 1.2F;
    if (ui::button(c.ui, {.id = "people/up",
                          .rect = row.cut_left(side, 12),
                          .icon = ui::Icon::ArrowUp,
                          .enabled = who->active,
                          .item_label = c.words.get("course.seat_earlier")}))
        move(c, view, -1, row);
    if (ui::button(c.ui, {.id = "people/down",
                          .rect = row.cut_left(side, 12),
                          .icon = ui::Icon::ArrowDown,
                          .enabled = who->active,
                          .item_label = c.words.get("course.seat_later")}))
        move(c, view, 1, row);
    if (yes_button(c, "people/active", row, c.words.get("course.present"), who->active))
        c.ask(board::EditParticipant{who->id, who->name, who->role, !who->active}, row);
}

} // namespace

std::string role_name(Context const& c, board::Role role) {
    switch (role) {
    case board::Role::Employee: break;
    case board::Role::Leader: return c.words.get("roles.leader");
    case board::Role::Facilitator: return c.words.get("roles.facilitator");
    }
    return c.words.get("roles.employee");
}

void course_people(Context& c, CourseView& view, ui::Rect area) {
    if (!view.filled) {
        pick(view, nullptr);
        view.filled = true;
    }
    if (auto const* answer = c.answer_to(tag)) {
        if (answer->refusal)
            view.form.refuse(field, c.words.refusal(*answer->refusal));
        else
            pick(view, nullptr);
    }
    bool const upright = c.ui.portrait();
    ui::Rect const people = upright ? area.cut_top(area.h * 0.36F, 20) : area.cut_left(area.w * 0.35F, 28);
    list(c, view, people);
    ui::Rect const written = area.cut_top(field_height(c, 1), 14);
    text_field(c, view.form, field, written, c.words.get("course.name"), c.words.get("course.name_hint"));
    ui::Rect const roles = area.cut_top(course_row_height(c), 14);
    int const picked = choices(c, "people/role", roles,
                               {role_name(c, board::Role::Employee), role_name(c, board::Role::Leader),
                                role_name(c, board::Role::Facilitator)},
                               static_cast<int>(view.role));
    if (picked >= 0)
        view.role = static_cast<board::Role>(picked);
    if (view.person)
        tools(c, view, area.cut_top(course_row_height(c), 14));
    float const keys = keyboard_height(c, area.h - course_row_height(c) - 14);
    bool const enter = form_keyboard(c, view.form, "people", area.cut_bottom(std::min(keys, area.h), 14));
    view.form.write_in(field); // Enter puts up one, and the next is written at once
    ui::Rect const button = area.cut_top(std::min(area.h, course_row_height(c)));
    if (ui::button(c.ui, {.id = "people/save",
                          .rect = button,
                          .label = c.words.get(view.person ? "common.save" : "course.add_person"),
                          .icon = view.person ? ui::Icon::Check : ui::Icon::Plus,
                          .look = ui::ButtonLook::Test}) ||
        enter)
        save(c, view, written);
}

} // namespace screens
