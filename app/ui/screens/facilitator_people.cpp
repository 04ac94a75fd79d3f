// *Deltagere*: who takes part, by name and role and nothing else. One is written or changed at a time.
#include "board/text_rules.h"
#include "ui/screens/facilitator.h"

namespace screens {

namespace {

constexpr char const* name_id = "people/name";
constexpr char const* tag = "facilitator/person";
constexpr float row_gap = 12;

float row_height(Context const& c) { return std::max(c.ui.theme().target, 84.0F); }
/// Two lines and a little air, whatever the size of the text.
float person_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(row_height(c), 1.25F * (theme.body.size + theme.small.size) + 28);
}

void begin_new(PeoplePage& page) {
    page = {};
    page.form.set(name_id, {}, board::max_name_characters);
    page.form.write_in(name_id);
}

void begin_edit(PeoplePage& page, board::Participant const& person) {
    page.editing = person.id;
    page.role = person.role;
    page.active = person.active;
    page.form.clear();
    page.form.set(name_id, person.name, board::max_name_characters);
    page.form.write_in(name_id);
}

void person_row(Context& c, PeoplePage& page, board::Participant const& one, std::string const& id, ui::Rect row) {
    bool const chosen = page.editing == one.id;
    auto const touch = c.ui.touch(
        {.id = id, .role = "person", .label = one.name, .value = one.active ? "active" : "away", .rect = row});
    auto& canvas = c.ui.canvas();
    float const press = ui::pressed(c.ui, id, touch);
    canvas.rounded(row, ui::radius::card, ui::colour::white);
    canvas.rounded(row, ui::radius::card, ui::press_shade(press));
    canvas.outline(row, ui::radius::card, chosen ? 4.0F : 2.0F, chosen ? ui::colour::accent : ui::colour::line);
    person(c, {}, one, {row.x + 52, row.centre().y}, 29, false, !one.active);
    ui::Rect words{row.x + 100, row.y + 4, row.w - 120, row.h - 8};
    ui::label_centred(c.ui, one.name, words.cut_top(words.h * 0.54F), c.ui.theme().body,
                      one.active ? ui::colour::ink : ui::colour::soft, ui::Align::Left);
    auto const role = role_word(c, one.role);
    ui::label_centred(c.ui, one.active ? role : role + " · " + c.words.get("facilitator.away"), words,
                      c.ui.theme().small, ui::colour::soft, ui::Align::Left);
    if (touch.tapped)
        begin_edit(page, one);
}

void list(Context& c, PeoplePage& page, ui::Rect rect) {
    auto const& people = c.board.participants;
    ui::Rect const top = rect.cut_top(row_height(c), row_gap);
    if (ui::button(c.ui, {.id = "people/new",
                          .rect = top,
                          .label = c.words.get("facilitator.new_person"),
                          .icon = ui::Icon::Plus,
                          .look = page.editing ? ui::ButtonLook::Plain : ui::ButtonLook::Chosen}))
        begin_new(page);
    float const step = person_height(c) + row_gap;
    float y = rect.y - c.ui.begin_scroll("people/list", rect, step * static_cast<float>(people.size()) - row_gap,
                                         c.words.get("facilitator.people"));
    int k = 0;
    for (auto const& one : people) {
        ui::Rect const row{rect.x, y, rect.w - 16, person_height(c)};
        auto const id = "people/" + std::to_string(++k);
        y += step;
        if (row.overlaps(rect))
            person_row(c, page, one, id, row);
    }
    c.ui.end_scroll();
    if (people.empty())
        ui::label(c.ui, c.words.get("facilitator.nobody"), rect.inset(20, 30), c.ui.theme().body, ui::colour::soft,
                  ui::Align::Centre);
}

void ask_for(Context& c, PeoplePage const& page, ui::Rect origin) {
    auto const name = page.form.value(name_id);
    if (page.editing)
        c.ask(board::EditParticipant{*page.editing, name, page.role, page.active}, origin, tag);
    else
        c.ask(board::AddParticipant{{}, name, page.role}, origin, tag);
}

void take_answer(Context& c, PeoplePage& page) {
    auto const* answer = c.answer_to(tag);
    if (!answer)
        return;
    if (answer->refusal)
        page.form.refuse(name_id, c.words.refusal(*answer->refusal));
    else
        begin_new(page);
}

} // namespace

void people_page(Context& c, FacilitatorView& view, WallFacts const&, PageRoom room) {
    auto& page = view.people;
    take_answer(c, page);
    if (page.form.texts.empty())
        begin_new(page);
    page_heading(c, room.area, c.words.get("facilitator.people"), c.words.get("facilitator.people_about"));
    bool const wide = !c.ui.portrait();
    ui::Rect const at_left = wide ? room.area.cut_left(room.area.w * 0.36F, 30)
                                  : room.area.cut_top(room.area.h * 0.42F, 20);
    list(c, page, at_left);
    ui::Rect& form = room.area;
    text_field(c, page.form, name_id, form.cut_top(field_height(c, 1), 14), c.words.get("facilitator.name"),
               c.words.get("facilitator.name_hint"));
    int const role = choices(c, "people/role", form.cut_top(row_height(c), 14),
                             {role_word(c, board::Role::Employee), role_word(c, board::Role::Leader),
                              role_word(c, board::Role::Facilitator)},
                             static_cast<int>(page.role));
    if (role >= 0)
        page.role = static_cast<board::Role>(role);
    if (page.editing) {
        int const active = choices(c, "people/active", form.cut_top(row_height(c), 14),
                                   {c.words.get("facilitator.present"), c.words.get("facilitator.away")},
                                   page.active ? 0 : 1);
        if (active >= 0)
            page.active = active == 0;
    }
    float const keys = keyboard_height(c, form.h);
    bool const enter = form_keyboard(c, page.form, "people", form.cut_bottom(std::min(keys, form.h)));
    ui::Rect const origin = room.band;
    if (page_button(c, room, "people/save", c.words.get(page.editing ? "common.save" : "facilitator.add_person")) ||
        enter)
        ask_for(c, page, origin);
}

} // namespace screens
