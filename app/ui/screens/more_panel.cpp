#include "ui/screens/more_panel.h"

#include "board/text_rules.h"

#include <cmath>

namespace screens {

namespace {

constexpr float pad = 28;

float row_h(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

ui::Rect panel_rect(Context const& c, float width, float height) {
    ui::Rect const screen = c.ui.screen();
    float const w = std::min(width, screen.w - 2 * ui::space::margin);
    float const low = bottom_band(c).y - 14;
    return {screen.right() - ui::space::margin - w, std::max(screen.y + 24, low - height), w,
            std::min(height, low - screen.y - 24)};
}

void ground(Context& c, ui::Rect rect) {
    c.ui.canvas().shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = "more",
                .role = "panel",
                .label = c.words.get("dock.more"),
                .value = {},
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

/// The page's title, and its way back at the right.
void page_head(Context& c, MoreView& view, ui::Rect& rest, std::string const& title) {
    ui::Rect head = rest.cut_top(row_h(c), 18);
    if (ui::button(c.ui, {.id = "more/back", .rect = head.cut_right(170), .label = c.words.get("common.back")})) {
        view.page = MoreView::Page::Menu;
        view.form.clear();
        view.editing.reset();
    }
    ui::label_centred(c.ui, title, head, c.ui.theme().heading, ui::colour::ink, ui::Align::Left);
}

void open_course_page(Context& c, MoreView& view) {
    view.page = MoreView::Page::Course;
    view.form.clear();
    auto const& course = c.board.course;
    view.form.set("course/name", course.name, board::max_name_characters);
    view.form.set("course/workplace", course.workplace, board::max_name_characters);
    view.form.set("course/challenge", course.challenge, board::max_idea_characters);
}

void menu(Context& c, MoreView& view) {
    constexpr float gap = 10; // seven rows end within reach
    ui::Rect const rect = panel_rect(c, 560, 2 * pad + 7 * row_h(c) + 6 * gap);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    auto const row = [&](char const* id, char const* word, ui::Icon icon) {
        ui::Rect const place = rest.cut_top(row_h(c), gap);
        return ui::button(c.ui, {.id = id, .rect = place, .label = c.words.get(word), .icon = icon});
    };
    if (row("more/silent", "silent.title", ui::Icon::Clock)) {
        c.requests.emplace_back(GoTo{.screen = Screen::Silent});
        view.open = false;
    }
    if (row("more/people", "more.people", ui::Icon::People)) {
        view.page = MoreView::Page::People;
        view.form.clear();
    }
    if (row("more/course", "more.course", ui::Icon::Pencil))
        open_course_page(c, view);
    ui::Rect const home = {rest.x, rest.y, rest.w, row_h(c)};
    if (row("more/take-home", "more.take_home", ui::Icon::Export))
        c.requests.emplace_back(TakeHome{home});
    if (row("more/screen", "more.screen", ui::Icon::TextSize))
        view.page = MoreView::Page::Screen;
    if (row("more/language", "more.language", ui::Icon::Globe))
        c.requests.emplace_back(SwitchLanguage{});
    if (row("more/close", "common.close", ui::Icon::Cross))
        view.open = false;
}

std::string role_word(Context const& c, board::Role role) {
    switch (role) {
    case board::Role::Employee: break;
    case board::Role::Leader: return c.words.get("roles.leader");
    case board::Role::Facilitator: return c.words.get("roles.facilitator");
    }
    return c.words.get("roles.employee");
}

void people_list(Context& c, ui::Rect rect) {
    float const height = row_h(c) + 12;
    float y = rect.y - c.ui.begin_scroll("more/people/list", rect,
                                         height * static_cast<float>(c.board.participants.size()),
                                         c.words.get("more.people"));
    int k = 0;
    for (auto const& participant : c.board.participants) {
        ui::Rect row{rect.x, y, rect.w, row_h(c)};
        auto const id = "more/person/" + std::to_string(++k);
        y += height;
        if (!row.overlaps(rect))
            continue;
        c.ui.canvas().rounded(row, ui::radius::card, ui::colour::white);
        ui::Rect const right = row.cut_right(200, 12).inset(8);
        person(c, {}, participant, {row.x + 46, row.centre().y}, 28, false, !participant.active);
        ui::Rect words{row.x + 92, row.y, row.w - 92, row.h};
        ui::label_centred(c.ui, participant.name, {words.x, words.y + 6, words.w, words.h / 2}, c.ui.theme().card,
                          ui::colour::ink, ui::Align::Left);
        ui::label_centred(c.ui, role_word(c, participant.role), {words.x, words.centre().y, words.w, words.h / 2 - 6},
                          c.ui.theme().small, ui::colour::soft, ui::Align::Left);
        if (ui::button(c.ui, {.id = id + "/active",
                              .rect = right,
                              .label = c.words.get(participant.active ? "more.active" : "more.away"),
                              .look = participant.active ? ui::ButtonLook::Plain : ui::ButtonLook::Dashed,
                              .value = participant.active ? "on" : "off"}))
            c.ask(board::EditParticipant{participant.id, participant.name, participant.role, !participant.active},
                  right);
    }
    c.ui.end_scroll();
    if (c.board.participants.empty()) {
        auto const& words = c.ui.type().lay(
            c.words.get("more.nobody"), {.type = c.ui.theme().body, .width = rect.w - 80, .align = ui::Align::Centre});
        c.ui.canvas().paragraph(words, {rect.x + 40, rect.centre().y - words.height / 2}, ui::colour::soft);
    }
}

void add_person(Context& c, MoreView& view, ui::Rect origin) {
    c.ask(board::AddParticipant{{}, view.form.value("person/name"), view.role}, origin, "more/person");
}

void people(Context& c, MoreView& view) {
    if (auto const* answer = c.answer_to("more/person"); answer && !answer->refusal)
        view.form.set("person/name", {}, board::max_name_characters);
    bool const wide = !c.ui.portrait();
    ui::Rect const rect = panel_rect(c, wide ? 1500 : 1008, wide ? 790 : 1300);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    page_head(c, view, rest, c.words.get("more.people"));
    ui::Rect const list = wide ? rest.cut_left(rest.w * 0.46F, 28) : rest.cut_top(rest.h * 0.42F, 20);
    people_list(c, list);
    if (view.form.active.empty())
        view.form.active = "person/name";
    ui::Rect const field = rest.cut_top(112, 14);
    view.form.text("person/name", board::max_name_characters);
    text_field(c, view.form, "person/name", field, c.words.get("more.name"), c.words.get("more.name_hint"));
    ui::Rect roles = rest.cut_top(row_h(c), 14);
    int const picked = choices(c, "more/role", roles,
                               {role_word(c, board::Role::Employee), role_word(c, board::Role::Leader),
                                role_word(c, board::Role::Facilitator)},
                               static_cast<int>(view.role));
    if (picked >= 0)
        view.role = static_cast<board::Role>(picked);
    ui::Rect const add = rest.cut_bottom(row_h(c), 14);
    bool const enter = form_keyboard(c, view.form, "more", rest);
    if (ui::button(c.ui, {.id = "more/add-person",
                          .rect = add,
                          .label = c.words.get("more.add"),
                          .icon = ui::Icon::Plus,
                          .look = ui::ButtonLook::Primary}) ||
        enter)
        add_person(c, view, field);
}

void course(Context& c, MoreView& view) {
    if (auto const* answer = c.answer_to("more/course"); answer && !answer->refusal) {
        view.page = MoreView::Page::Menu;
        view.form.clear();
        return;
    }
    bool const wide = !c.ui.portrait();
    ui::Rect const rect = panel_rect(c, wide ? 1500 : 1008, wide ? 700 : 1200);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    page_head(c, view, rest, c.words.get("more.course"));
    if (view.form.active.empty())
        view.form.active = "course/name";
    ui::Rect fields = wide ? rest.cut_left(rest.w * 0.46F, 28) : rest.cut_top(rest.h * 0.45F, 20);
    text_field(c, view.form, "course/name", fields.cut_top(112, 14), c.words.get("more.course_name"));
    text_field(c, view.form, "course/workplace", fields.cut_top(112, 14), c.words.get("more.workplace"));
    text_field(c, view.form, "course/challenge", fields.cut_top(std::min(fields.h, 190.0F)),
               c.words.get("more.challenge"), c.words.get("more.challenge_hint"));
    ui::Rect const save = rest.cut_bottom(row_h(c), 14);
    form_keyboard(c, view.form, "more", rest);
    if (ui::button(c.ui, {.id = "more/save-course",
                          .rect = save,
                          .label = c.words.get("common.save"),
                          .look = ui::ButtonLook::Primary}))
        c.ask(board::EditCourse{view.form.value("course/name"), view.form.value("course/workplace"),
                                view.form.value("course/challenge")},
              save, "more/course");
}

/// A choice that is on or off: its name, what it does, and whether it is on.
bool switch_card(Context& c, char const* id, ui::Rect rect, std::string const& key, bool on) {
    std::string const& name = c.words.get(key);
    auto const touch = c.ui.touch(
        {.id = id, .role = "toggle", .label = name, .value = on ? "on" : "off", .rect = rect});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, touch.pressed ? ui::colour::lane : ui::colour::white);
    canvas.outline(rect, ui::radius::card, on ? 4.0F : 2.0F, on ? ui::colour::accent : ui::colour::line);
    ui::Rect inside = rect.inset(24, 12);
    ui::Rect const mark = inside.cut_right(56, 16);
    if (on) {
        canvas.disc(mark.centre(), 24, ui::colour::accent);
        canvas.icon(ui::Icon::Check, mark.centre(), 30, ui::colour::white);
    } else {
        canvas.ring(mark.centre(), 24, 3, ui::colour::faint);
    }
    ui::Rect const above = inside.cut_top(inside.h / 2);
    ui::label_centred(c.ui, name, above, c.ui.theme().label, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, c.words.get(key + "_why"), inside, c.ui.theme().small, ui::colour::soft, ui::Align::Left);
    return touch.tapped;
}

void screen(Context& c, MoreView& view) {
    float const card_h = std::max(c.ui.theme().target, 2.4F * c.ui.theme().label.size + 40);
    float const question_h = std::round(1.5F * c.ui.theme().label.size);
    ui::Rect const rect = panel_rect(c, 760, 2 * pad + 2 * (row_h(c) + 18) + question_h + 8 + 4 * card_h + 3 * 14);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    page_head(c, view, rest, c.words.get("more.screen"));
    Look look = c.look;
    ui::label_centred(c.ui, c.words.get("more.text_size"), rest.cut_top(question_h, 8), c.ui.theme().label,
                      ui::colour::soft, ui::Align::Left);
    int const step = choices(c, "more/text", rest.cut_top(row_h(c), 18),
                             {c.words.get("more.text_1"), c.words.get("more.text_2"), c.words.get("more.text_3")},
                             look.text_step);
    if (step >= 0)
        look.text_step = step;
    if (switch_card(c, "more/lower", rest.cut_top(card_h, 14), "more.lower", look.lowered))
        look.lowered = !look.lowered;
    if (switch_card(c, "more/calm", rest.cut_top(card_h, 14), "more.calm", look.calm_motion))
        look.calm_motion = !look.calm_motion;
    if (switch_card(c, "more/contrast", rest.cut_top(card_h, 14), "more.contrast", look.high_contrast))
        look.high_contrast = !look.high_contrast;
    if (switch_card(c, "more/left-hand", rest.cut_top(card_h, 14), "more.left_hand", look.left_hand))
        look.left_hand = !look.left_hand;
    if (look != c.look)
        c.requests.emplace_back(ChangeLook{look});
}

} // namespace

void more_panel(Context& c, MoreView& view) {
    if (!view.open)
        return;
    c.ui.canvas().on(ui::Layer::Pads);
    c.ui.canvas().push_clip(c.ui.screen());
    switch (view.page) {
    case MoreView::Page::Menu: menu(c, view); break;
    case MoreView::Page::People: people(c, view); break;
    case MoreView::Page::Course: course(c, view); break;
    case MoreView::Page::Screen: screen(c, view); break;
    }
    c.ui.canvas().pop_clip();
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
