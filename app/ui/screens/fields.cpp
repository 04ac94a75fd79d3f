#include "ui/screens/fields.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace screens {

namespace {

constexpr double rest_before_save_s = 1.5;
constexpr float side = 20; // a field's inside, left and right
constexpr float over = 12; // and above and below
constexpr float tile_side = 16;
constexpr float pad_widest = 560;

FieldState state_of(Form const& form, std::string const& id) {
    if (form.active == id)
        return FieldState::Active;
    return form.wrong == id ? FieldState::Wrong : FieldState::Resting;
}

/// A figure is shown back as it was understood (method.md 4.1); what is no figure stays, with a sentence.
void settle_number(Context& c, Form& form, std::string const& id) {
    auto& buffer = form.text(id);
    if (buffer.empty())
        return;
    if (auto const value = text::parse_number(buffer.text()))
        buffer.set(text::number(text::Language::Danish, *value, 3)); // the form that parse_number reads back
    else
        form.refuse(id, c.words.get("form.not_a_number"));
}

} // namespace

ui::TextBuffer& Form::text(std::string const& id, int max_characters) {
    return texts.try_emplace(id, std::string(), max_characters).first->second;
}

void Form::set(std::string const& id, std::string value, int max_characters) {
    texts.insert_or_assign(id, ui::TextBuffer(std::move(value), max_characters));
    if (wrong == id) // that was said of another text
        refuse({}, {});
}

std::string Form::value(std::string const& id) const {
    auto const found = texts.find(id);
    return found == texts.end() ? std::string() : found->second.text();
}

std::optional<double> Form::number(std::string const& id) const { return text::parse_number(value(id)); }

void Form::clear() { *this = {}; }

void Form::write_in(std::string const& id, bool is_number) {
    if (active == id)
        return;
    active = id;
    active_is_number = is_number;
    keyboard = {};
    text(id).to_end();
}

void Form::stop_writing() { active.clear(); }

void Form::touch(Context const& c) {
    changed = true;
    changed_at_s = c.ui.now_s();
    wrong.clear();
    why.clear();
}

void Form::refuse(std::string const& id, std::string sentence) {
    wrong = id;
    why = std::move(sentence);
}

bool save_is_due(Context& c, Form& form) {
    bool const left = form.active != form.was_active;
    if (left && form.was_number)
        settle_number(c, form, form.was_active);
    form.was_active = form.active;
    form.was_number = form.active_is_number && !form.active.empty();
    if (!form.changed)
        return false;
    double const due_s = form.changed_at_s + rest_before_save_s;
    if (!left && c.ui.now_s() < due_s) {
        c.ui.wake_at(due_s);
        return false;
    }
    form.changed = false;
    return true;
}

void field_ground(Context& c, ui::Rect rect, FieldState state) {
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    if (state == FieldState::Active)
        canvas.outline(rect, ui::radius::card, 4, ui::colour::accent);
    else if (state == FieldState::Wrong)
        canvas.outline(rect, ui::radius::card, 3, ui::colour::coral);
    else
        canvas.outline(rect, ui::radius::card, 2, ui::colour::line);
}

void question_line(Context& c, Form const& form, std::string const& id, ui::Rect& inside, std::string const& question) {
    ui::Type type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    ui::Rect line = inside.cut_top(line_height(type), 2);
    if (form.wrong.empty() || form.wrong != id) {
        ui::label_centred(c.ui, question, line, type, ui::colour::test_text, ui::Align::Left);
        return;
    }
    float const asked = c.ui.type().width(question, type) + 18;
    float const mark = type.size + 10;
    if (asked + mark + c.ui.type().width(form.why, type) <= line.w)
        ui::label_centred(c.ui, question, line.cut_left(asked), type, ui::colour::test_text, ui::Align::Left);
    c.ui.canvas().icon(ui::Icon::Warning, {line.x + type.size / 2, line.centre().y}, type.size, ui::colour::coral_text);
    line.cut_left(mark);
    ui::label_centred(c.ui, form.why, line, type, ui::colour::coral_text, ui::Align::Left);
}

float field_height(Context const& c, int lines) {
    auto const& theme = c.ui.theme();
    return 2 * over + line_height(theme.small) + 2 + static_cast<float>(lines) * line_height(theme.body);
}

void text_field(Context& c, Form& form, std::string const& id, ui::Rect rect, std::string const& question,
                std::string const& placeholder) {
    auto const state = state_of(form, id);
    auto& buffer = form.text(id);
    field_ground(c, rect, state);
    float const fits = rect.h - field_height(c, 1);
    ui::Rect inside = rect.inset(side, std::max(6.0F, over + std::min(0.0F, fits / 2)));
    question_line(c, form, id, inside, question);
    auto const& type = c.ui.theme().body;
    inside.h = std::max(inside.h, line_height(type)); // a low field still shows its line
    if (state == FieldState::Active) {
        ui::text_area(c.ui, id, inside, buffer, {.type = type, .placeholder = placeholder, .label = question});
        return;
    }
    auto const touch = c.ui.touch({.id = id, .role = "text", .label = question, .value = buffer.text(), .rect = rect});
    if (touch.tapped)
        form.write_in(id);
    bool const empty = buffer.empty();
    int const lines = std::max(1, static_cast<int>((inside.h + 2) / line_height(type)));
    ui::label(c.ui, empty ? placeholder : buffer.text(), inside, type, empty ? ui::colour::soft : ui::colour::ink,
              ui::Align::Left, lines);
}

namespace {

/// The figure with what stands around it, as large as the tile allows.
void draw_figure(Context& c, ui::Rect rect, FigureLook const& look, std::string const& typed, bool active) {
    auto const& theme = c.ui.theme();
    ui::Type type = theme.figure;
    type.size = std::min(type.size, std::round(rect.h * 0.92F));
    std::string const figure = typed.empty() && !active ? "–" : look.prefix + typed;
    float const unit_w = look.unit.empty() ? 0 : c.ui.type().width(look.unit, theme.label) + 10;
    float const room = rect.w - unit_w - 8;
    for (float const part : {0.8F, 0.64F, 0.5F}) // a few sizes, not any: each size of a letter is kept
        if (c.ui.type().width(figure, type) > room)
            type.size = std::round(theme.figure.size * part);
    float const width = c.ui.type().width(figure, type);
    auto const ink = typed.empty() ? ui::colour::soft : ui::colour::ink;
    ui::label_centred(c.ui, figure, {rect.x, rect.y, width + 4, rect.h}, type, ink, ui::Align::Left);
    float x = rect.x + width + 4;
    if (active)
        c.ui.canvas().fill({x, rect.centre().y - type.size * 0.45F, 4, type.size * 0.9F}, ui::colour::accent);
    if (unit_w > 0)
        ui::label_centred(c.ui, look.unit, {x + 8, rect.y, unit_w, rect.h + type.size * 0.32F}, theme.label,
                          ui::colour::soft, ui::Align::Left);
}

} // namespace

void figure_field(Context& c, Form& form, std::string const& id, ui::Rect rect, FigureLook const& look) {
    auto const state = state_of(form, id);
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    std::string const typed = form.value(id);
    auto const touch = c.ui.touch({.id = id, .role = "figure", .label = look.question, .value = typed, .rect = rect});
    if (touch.tapped)
        form.write_in(id, true);
    canvas.rounded(rect, ui::radius::card, state == FieldState::Active ? ui::colour::white : look.ground);
    if (state != FieldState::Resting)
        canvas.outline(rect, ui::radius::card, 4, state == FieldState::Active ? ui::colour::accent : ui::colour::coral);
    ui::Rect inside = rect.inset(tile_side, 8);
    ui::Type question = theme.small;
    question.weight = ui::Weight::SemiBold;
    float const line = line_height(question);
    auto const fitting = ui::fitted(c.ui, look.question, question, inside.w);
    bool const too_long = c.ui.type().width(look.question, fitting) > inside.w;
    if (too_long && inside.h >= 2 * line + theme.figure.size * 0.8F)
        ui::label(c.ui, look.question, inside.cut_top(2 * line_height(fitting)), fitting, ui::colour::soft,
                  ui::Align::Left, 2);
    else
        ui::label_centred(c.ui, look.question, inside.cut_top(line), question, ui::colour::soft, ui::Align::Left);
    if (inside.h >= line_height(theme.small) + theme.figure.size * 0.6F) // kept free where nothing is said, so that
        ui::label_centred(c.ui, look.under, inside.cut_bottom(line_height(theme.small)), theme.small, ui::colour::soft,
                          ui::Align::Left); // the figures of a row stand in one line
    draw_figure(c, inside, look, typed, state == FieldState::Active);
}

bool choice(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool chosen,
            std::optional<ui::Icon> icon) {
    auto const look = chosen ? ui::ButtonLook::Chosen : ui::ButtonLook::Quiet;
    return ui::button(c.ui, {.id = id,
                             .rect = rect,
                             .label = label,
                             .icon = icon,
                             .look = look,
                             .value = chosen ? "on" : "off",
                             .role = "choice",
                             .item_label = label});
}

float choice_width(Context& c, std::string const& label) { return c.ui.type().width(label, c.ui.theme().label) + 38; }

int choices(Context& c, std::string const& id, ui::Rect rect, std::vector<std::string> const& labels, int chosen) {
    constexpr float gap = 8;
    std::vector<float> widths;
    for (auto const& label : labels)
        widths.push_back(choice_width(c, label));
    auto const count = static_cast<float>(labels.size());
    float const room = rect.w - gap * (count - 1);
    float const even = room / count;
    if (*std::max_element(widths.begin(), widths.end()) <= even)
        std::fill(widths.begin(), widths.end(), even);
    float const stretch = room / std::accumulate(widths.begin(), widths.end(), 0.0F);
    int tapped = -1;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (choice(c, id + "/" + std::to_string(i), rect.cut_left(widths[i] * stretch, gap), labels[i],
                   chosen == static_cast<int>(i)))
            tapped = static_cast<int>(i);
    return tapped;
}

bool yes_button(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool said) {
    auto& canvas = c.ui.canvas();
    auto const touch = c.ui.touch(
        {.id = id, .role = "toggle", .label = label, .value = said ? "on" : "off", .rect = rect});
    auto const& type = c.ui.theme().button;
    auto const ink = said ? ui::colour::scale_text : ui::colour::ink;
    canvas.rounded(rect, ui::radius::button, touch.pressed ? ui::colour::lane : ui::colour::white);
    canvas.outline(rect, ui::radius::button, said ? 4.0F : 2.0F, said ? ui::colour::scale : ui::colour::line);
    float const mark = type.size * 0.9F;
    float const words = std::min(c.ui.type().width(label, type), rect.w - mark - 52);
    float const x = rect.centre().x - (mark + 12 + words) / 2;
    ui::Vec2 const at{x + mark / 2, rect.centre().y};
    if (said)
        canvas.icon(ui::Icon::Check, at, mark, ink);
    else
        canvas.ring(at, mark / 2, 3, ui::colour::faint);
    ui::label_centred(c.ui, label, {x + mark + 12, rect.y, words + 4, rect.h}, type, ink, ui::Align::Left);
    return touch.tapped;
}

namespace {

/// The number pad, as wide as a hand, with *Færdig* beside it; keys of figures have no Enter.
bool number_keys(Context& c, Form& form, std::string const& prefix, ui::Rect rect, ui::KeyboardResult& result) {
    ui::Rect const pad = rect.cut_left(std::min(rect.w - 200, pad_widest), ui::space::gap);
    result = ui::number_pad(c.ui, prefix, pad, form.keyboard, form.text(form.active));
    ui::Rect const done = rect.cut_bottom((rect.h - 3 * 8) / 4);
    return ui::button(
        c.ui, {.id = prefix + "/done", .rect = done, .label = c.words.get("form.done"), .icon = ui::Icon::Check});
}

} // namespace

float keyboard_height(Context const& c, float room) {
    constexpr float key_gap = 8, large_key = 92;
    float const least = 4 * c.ui.theme().target + 3 * key_gap;
    return std::clamp(room, least, std::max(least, 4 * large_key + 3 * key_gap));
}

bool form_keyboard(Context& c, Form& form, std::string const& prefix, ui::Rect rect) {
    if (form.active.empty())
        return false;
    std::string const id = form.active;
    std::string const before = form.value(id);
    ui::KeyboardResult result;
    bool left = false;
    if (form.active_is_number)
        left = number_keys(c, form, prefix, rect, result);
    else
        result = ui::keyboard(c.ui, prefix, rect, c.keyboard, form.keyboard, form.text(id),
                              rect.h >= ui::suggesting_height(c.ui) ? c.suggest : ui::Suggest());
    auto const typed = ui::type_keys(c.ui.input(), form.text(id));
    if (form.value(id) != before)
        form.touch(c);
    left = left || result.enter || typed.enter;
    if (left)
        form.stop_writing();
    return left;
}

} // namespace screens
