// One card of *Tjek ind*: the trial, its three faces, and beside it the panel where a line or a figure is written,
// with a keyboard of its own in the card's own column.
#include "ui/screens/check_in_parts.h"

#include "board/text_rules.h"
#include "ui/screens/cards.h"
#include "ui/screens/charts.h"
#include "ui/screens/trial_form.h"

#include <algorithm>
#include <array>
#include <utility>

namespace screens {

namespace {

constexpr double said_shown_s = 12; // a little longer than *Fortryd*; then it is the next person's turn
constexpr std::array states{board::CheckInState::OnTrack, board::CheckInState::Trouble, board::CheckInState::Stuck};

std::string name_of(Running const& one) { return "check-in/" + std::to_string(one.idea->no); }

ui::Type bold(ui::Type type) {
    type.weight = ui::Weight::Bold;
    return type;
}

/// The half that lies behind the line: what the figure is.
std::optional<board::Reading> reading_in(CheckInCard const& card, Running const& one) {
    auto const& measure = one.trial->plan.measure;
    if (!measure)
        return std::nullopt;
    return reading_of(card.form, measure->kind, name_of(one) + "/value", name_of(one) + "/n");
}

bool has_figure(CheckInCard const& card, Running const& one) {
    return !card.form.value(name_of(one) + "/value").empty() || !card.form.value(name_of(one) + "/n").empty();
}

/// Puts the check-in up, in place of the one this person has said before.
void say(Context& c, CheckInCard& card, Running const& one, ui::Rect origin) {
    card.replaces = std::exchange(card.said, {}); // goes when the new one stands, so that a refusal loses nothing
    board::CheckInTrial wish;
    wish.trial = card.trial;
    wish.state = *card.state;
    wish.line = card.form.value(name_of(one) + "/line");
    wish.reading = reading_in(card, one);
    wish.personal = card.personal_confirmed ? board::PersonalData::Confirmed : board::PersonalData::NotConfirmed;
    c.ask(std::move(wish), origin, name_of(one));
}

void forget(CheckInCard& card) { card = {.trial = card.trial}; }

void hear(Context& c, CheckInCard& card, Running const& one) {
    auto const id = name_of(one);
    auto const* answer = c.answer_to(id);
    if (!answer)
        return;
    if (!answer->refusal) {
        if (card.replaces)
            c.ask(board::Undo{*card.replaces}, {}, id + "/again");
        card.replaces.reset();
        card.said = answer->operation;
        card.said_s = c.ui.now_s();
        card.writes = CheckInWrites::Nothing;
        card.form.stop_writing();
        card.personal_asked = false;
        return;
    }
    card.said = std::exchange(card.replaces, {});
    bool const figure = answer->refusal->rule == board::Rule::NumberOutOfRange ||
                        answer->refusal->rule == board::Rule::ReadingIncomplete;
    card.personal_asked = answer->refusal->rule == board::Rule::LooksPersonal;
    card.writes = figure ? CheckInWrites::Figure : CheckInWrites::Line;
    card.form.refuse(id + (figure ? "/value" : "/line"), c.words.refusal(*answer->refusal));
}

/// It is there no more: *Fortryd* was tapped, or its time with this person is over.
void let_go(Context& c, CheckInCard& card) {
    if (!card.said)
        return;
    bool const there = std::any_of(c.board.done.begin(), c.board.done.end(),
                                   [&](board::Done const& one) { return one.operation == *card.said; });
    bool const over = c.ui.now_s() >= card.said_s + said_shown_s && card.writes == CheckInWrites::Nothing;
    if (!there || over)
        forget(card);
    else
        c.ui.wake_at(card.said_s + said_shown_s);
}

void face(Context& c, CheckInCard& card, Running const& one, std::string const& id, std::size_t i, ui::Rect rect) {
    auto const state = states[i];
    bool const chosen = card.state == state;
    auto const& word = face_word(c, state);
    auto const touch = c.ui.touch({.id = id + "/face/" + std::to_string(i + 1),
                                   .role = "choice",
                                   .label = word,
                                   .value = chosen ? "on" : "off",
                                   .rect = rect});
    auto& canvas = c.ui.canvas();
    constexpr std::array grounds{ui::colour::scale_ground, ui::colour::pulse[2], ui::colour::coral_ground};
    canvas.rounded(rect, ui::radius::card, chosen || touch.pressed ? grounds[i] : ui::colour::paper);
    canvas.outline(rect, ui::radius::card, chosen ? 5.0F : 2.0F, chosen ? face_colour(state) : ui::colour::line);
    auto const& type = bold(c.ui.theme().label);
    auto const ink = chosen ? face_colour(state) : ui::colour::ink;
    float const low_face = std::min(rect.h * 0.6F, 64.0F), beside_face = rect.w - low_face - 44;
    bool const fits = std::all_of(states.begin(), states.end(), [&](board::CheckInState one_of_three) {
        auto const& said = face_word(c, one_of_three);
        return c.ui.type().width(said, ui::fitted(c.ui, said, type, beside_face)) <= beside_face;
    });
    if (rect.h < (fits ? 120.0F : 84.0F)) { // a low one has its word beside the face
        float const size = low_face;
        canvas.icon(face_icon(state), {rect.x + 20 + size / 2, rect.centre().y}, size, ink);
        ui::label_centred(c.ui, word, {rect.x + 32 + size, rect.y, beside_face, rect.h}, type, ui::colour::ink,
                          ui::Align::Left);
    } else {
        float const size = std::min(rect.h * 0.5F, 84.0F), low = type.size * 1.3F, between = rect.h < 120 ? 4 : 10;
        float const y = rect.centre().y - (size + between + low) / 2;
        canvas.icon(face_icon(state), {rect.centre().x, y + size / 2}, size, ink);
        ui::label_centred(c.ui, word, {rect.x + 6, y + size + between, rect.w - 12, low}, type, ui::colour::ink);
    }
    if (!touch.tapped)
        return;
    card.state = state;
    card.form.wrong.clear();
    if (card.writes == CheckInWrites::Nothing)
        say(c, card, one, rect);
}

/// Beside each other, or under each other where the card is narrow.
void faces(Context& c, CheckInCard& card, Running const& one, std::string const& id, ui::Rect rect) {
    constexpr float gap = 16;
    bool const beside = rect.w >= 400;
    for (std::size_t i = 0; i < states.size(); ++i)
        face(c, card, one, id, i,
             beside ? rect.cut_left((rect.w - gap * static_cast<float>(2 - i)) / static_cast<float>(3 - i), gap)
                    : rect.cut_top((rect.h - gap * static_cast<float>(2 - i)) / static_cast<float>(3 - i), gap));
}

void write(CheckInCard& card, Running const& one, CheckInWrites what) {
    card.writes = what;
    card.form.text(name_of(one) + "/line", board::max_line_characters);
    bool const figure = what == CheckInWrites::Figure;
    card.form.write_in(name_of(one) + (figure ? "/value" : "/line"), figure);
}

/// What more can be said, and *Fortryd* when something was.
void more_row(Context& c, CheckInCard& card, Running const& one, ui::Rect row) {
    constexpr float gap = 12;
    bool const figure = one.trial->plan.measure.has_value();
    float const parts = 1 + (card.said ? 1.0F : 0.0F) + (figure ? 1.0F : 0.0F);
    float const width = (row.w - gap * (parts - 1)) / parts;
    auto const& type = c.ui.theme().label;
    auto const id = name_of(one);
    bool const brief = width < 170;
    if (card.said && ui::button(c.ui, {.id = id + "/undo",
                                       .rect = row.cut_left(width, gap),
                                       .label = c.words.get("notice.undo"),
                                       .icon = width > 190 ? std::optional(ui::Icon::Undo) : std::nullopt,
                                       .type = type})) {
        c.ask(board::Undo{*card.said}, row, id + "/undone");
    }
    if (ui::button(c.ui, {.id = id + "/write",
                          .rect = row.cut_left(width, gap),
                          .label = c.words.get(brief ? "check_in.line_brief" : "check_in.line"),
                          .look = ui::ButtonLook::Quiet,
                          .type = type}))
        write(card, one, CheckInWrites::Line);
    if (figure && ui::button(c.ui, {.id = id + "/measure",
                                    .rect = row,
                                    .label = c.words.get(brief ? "check_in.figure_brief" : "check_in.figure"),
                                    .look = ui::ButtonLook::Quiet,
                                    .type = type}))
        write(card, one, CheckInWrites::Figure);
}

void owner_row(Context& c, Running const& one, ui::Rect row) {
    if (one.trial->plan.owner)
        if (auto const* owner = board::find_participant(c.board, *one.trial->plan.owner)) {
            person(c, {}, *owner, {row.x + 25, row.centre().y}, 25);
            row.cut_left(66);
        }
    auto const type = quiet(c.ui.theme().label);
    ui::label_centred(c.ui, deadline(c, *one.trial, type, row.w), row, type, ui::colour::soft, ui::Align::Left);
}

/// How it stands: »Tjekket ind« when this person has just said it.
void standing_row(Context& c, CheckInCard const& card, Running const& one, ui::Rect row) {
    auto const& type = c.ui.theme().label;
    if (card.said) {
        c.ui.canvas().icon(ui::Icon::Check, {row.x + 15, row.centre().y}, 28, ui::colour::scale);
        row.cut_left(40);
        ui::label_centred(c.ui, c.words.get("check_in.said"), row, bold(type), ui::colour::scale_text, ui::Align::Left);
        return;
    }
    if (!one.trial->check_ins.empty()) {
        draw_face(c, one.trial->check_ins.back().state, {row.x + 17, row.centre().y}, 34);
        row.cut_left(46);
    }
    auto said = standing(c, *one.trial);
    if (!one.trial->check_ins.empty() && c.ui.type().width(said, ui::fitted(c.ui, said, quiet(type), row.w)) > row.w)
        said = text::relative_day(c.words, one.trial->check_ins.back().on, c.now.today); // beside the face it then had
    ui::label_centred(c.ui, said, row, quiet(type), ui::colour::soft, ui::Align::Left);
}

void ground(Context& c, Running const& one, ui::Rect rect, bool lifted) {
    c.ui.canvas().shadow(rect, ui::radius::card, lifted ? ui::Shadow::Lifted : ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    c.ui.touch({.id = name_of(one),
                .role = "card",
                .label = title_of(c, *one.idea),
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

/// Smaller on a narrow card.
ui::Type title_type(Context const& c, float width) {
    return bold(width < 400 ? c.ui.theme().body : c.ui.theme().heading);
}

void title(Context& c, Running const& one, ui::Rect& inside, int lines) {
    auto const& theme = c.ui.theme();
    ui::Type name = theme.label;
    name.weight = ui::Weight::SemiBold;
    ui::label_centred(c.ui, trial_name(c, one.trial->no), inside.cut_top(line_height(name), 4), name,
                      ui::colour::test_text, ui::Align::Left);
    float const used = ui::label(c.ui, title_of(c, *one.idea), inside, title_type(c, inside.w), ui::colour::ink,
                                 ui::Align::Left, lines);
    inside.cut_top(used, 10);
}

// --- the panel ---

void figures(Context& c, CheckInCard& card, Running const& one, ui::Rect row) {
    auto const& measure = *one.trial->plan.measure;
    bool const share = measure.kind == board::MeasureKind::Share;
    auto const id = name_of(one);
    figure_field(c, card.form, id + "/value", row.cut_left((row.w - 10) / 2, 10),
                 {.ground = ui::colour::test_ground,
                  .question = share ? c.words.get("check_in.count") : measure.name,
                  .under = share ? measure.name : std::string(),
                  .unit = share ? std::string() : measure.unit});
    figure_field(c, card.form, id + "/n", row,
                 {.question = c.words.get(share ? "start.out_of" : "start.observations"),
                  .under = c.words.get(share ? "start.in_all" : "start.observations_hint")});
}

void keep(Context& c, CheckInCard& card, Running const& one, ui::Rect origin) {
    auto const id = name_of(one);
    if (has_figure(card, one) && !reading_in(card, one)) {
        card.form.refuse(id + "/value", c.words.get(text::refusal_key(board::Rule::ReadingIncomplete)));
        card.writes = CheckInWrites::Figure;
        return;
    }
    if (!card.state) {
        card.form.refuse(id + "/face", c.words.get("check_in.choose_face"));
        return;
    }
    say(c, card, one, origin);
}

} // namespace

void check_in_card(Context& c, CheckInCard& card, Running const& one, ui::Rect rect) {
    hear(c, card, one);
    let_go(c, card);
    ground(c, one, rect, false);
    ui::Rect inside = rect.inset(rect.w < 420 ? 22 : 32, 28);
    auto const& theme = c.ui.theme();
    float const low = std::max(theme.target, 72.0F);
    // Many on an upright wall: what it is, and beside it how it goes.
    bool const flat = inside.w > 700 && inside.h < 3.6F * low;
    ui::Rect said = flat ? inside.cut_right(inside.w * 0.62F, 24) : inside;
    more_row(c, card, one, said.cut_bottom(low, 16));
    bool const beside = said.w >= 400;
    float const faces_h = flat     ? said.h
                          : beside ? std::clamp(said.h * 0.42F, low, std::max(low, 172.0F))
                                   : 3 * low + 32;
    faces(c, card, one, name_of(one), said.cut_bottom(faces_h, 14));
    if (!flat)
        inside = said;
    float const rest = inside.h - line_height(theme.label) - 14 - (beside && !flat ? 2 * 47.0F : 47.0F);
    title(c, one, inside, std::clamp(static_cast<int>(rest / line_height(title_type(c, inside.w))), 1, 3));
    if (inside.h >= 94)
        owner_row(c, one, inside.cut_top(50));
    if (inside.h >= 36)
        standing_row(c, card, one, inside.cut_top(44));
}

void check_in_panel(Context& c, CheckInCard& card, Running const& one, ui::Rect rect) {
    auto const id = name_of(one);
    auto const& theme = c.ui.theme();
    c.ui.canvas().on(ui::Layer::Pads);
    ground(c, one, rect, true);
    ui::Rect inside = rect.inset(rect.w < 420 ? 16 : 26, 22);
    ui::Rect row = inside.cut_bottom(std::max(theme.target, 72.0F), 12);
    float const half = (row.w - 14) / 2;
    bool const close = ui::button(
        c.ui, {.id = id + "/panel/close", .rect = row.cut_left(half, 14), .label = c.words.get("common.close")});
    bool const asked = card.personal_asked && !card.form.wrong.empty();
    bool save = ui::button(c.ui, {.id = id + "/panel/save",
                                  .rect = row,
                                  .label = c.words.get(asked ? "form.not_personal" : "check_in.save"),
                                  .look = ui::ButtonLook::Primary});
    if (save && asked)
        card.personal_confirmed = true;
    float const keys = keyboard_height(c, inside.h * 0.5F);
    ui::Rect const tool = inside.cut_bottom(keys, 12);
    title(c, one, inside, 1);
    ui::Rect const field = inside.cut_bottom(
        card.writes == CheckInWrites::Line ? field_height(c, 2) : 2 * line_height(theme.small) + theme.figure.size + 20,
        10);
    bool const said_why = !card.form.wrong.empty() && card.form.wrong != id + "/line";
    if (said_why)
        ui::label(c.ui, card.form.why, inside.cut_bottom(line_height(theme.small) * 1.1F, 6), theme.small,
                  ui::colour::coral_text, ui::Align::Left, 1);
    bool const beside = inside.w >= 400;
    float const faces_h = beside ? std::min(inside.h, 150.0F) : inside.h;
    faces(c, card, one, name_of(one) + "/panel", inside.cut_bottom(faces_h));
    if (card.writes == CheckInWrites::Line)
        text_field(c, card.form, id + "/line", field, c.words.get("check_in.line_question"),
                   c.words.get("check_in.line_hint"));
    else
        figures(c, card, one, field);
    save = form_keyboard(c, card.form, id, tool) || save;
    if (card.form.active.empty())
        card.form.write_in(id + (card.writes == CheckInWrites::Line ? "/line" : "/value"),
                           card.writes == CheckInWrites::Figure);
    if (save)
        keep(c, card, one, rect);
    if (close)
        card.writes = CheckInWrites::Nothing;
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
