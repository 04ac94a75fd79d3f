// Buttons, people, pills, bars and sentences, and the rings under the fingers. Knows no screen and no board.
#include "ui/kit/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float hairline = 2, strong_line = 3;
constexpr float disabled_opacity = 0.45F, disabled_words_opacity = 0.6F;
constexpr float shade_opacity = 0.09F, shrink_part = 0.01F; ///< a side: 2 % smaller
constexpr double release_s = 0.14;
constexpr float ring_mm = 10;

struct Paint {
    Colour ground, line, ink;
    float thickness = hairline;
};

Paint paint_of(ButtonLook look) {
    using namespace colour;
    switch (look) {
    case ButtonLook::Plain: return {white, line, ink};
    case ButtonLook::Primary:
    case ButtonLook::Chosen: return {accent, clear, white};
    case ButtonLook::Good: return {scale, clear, white};
    case ButtonLook::Test: return {test, clear, white};
    case ButtonLook::Danger: return {white, coral, coral_text, strong_line};
    case ButtonLook::Quiet: return {lane, clear, ink};
    case ButtonLook::Dashed: return {clear, line, soft, strong_line};
    }
    return {};
}

float corner_of(Rect rect) { return std::min(radius::button, rect.h * 0.3F); }

void draw_ground(Canvas& canvas, Rect rect, ButtonLook look) {
    Paint const paint = paint_of(look);
    float const corner = corner_of(rect);
    canvas.rounded(rect, corner, paint.ground);
    if (look == ButtonLook::Dashed)
        canvas.dashed(rect, corner, paint.thickness, paint.line);
    else if (paint.line != colour::clear)
        canvas.outline(rect, corner, paint.thickness, paint.line);
}

/// Icon and words as one group in the middle.
void draw_face(Ui& ui, Button const& button, Rect rect) {
    Colour const ink = paint_of(button.look).ink;
    bool const low = rect.h < 76;
    Type const wished = button.type.value_or(low ? ui.theme().label : ui.theme().button);
    float const icon = button.icon ? std::min(wished.size * 1.3F, rect.h * 0.6F) : 0;
    if (button.label.empty()) {
        if (button.icon)
            ui.canvas().icon(*button.icon, rect.centre(), icon, ink);
        return;
    }
    float const gap = button.icon ? wished.size * 0.5F : 0;
    Rect room = rect.inset(std::min(rect.h * 0.25F, rect.w * 0.1F), 0);
    Type const type = fitted(ui, button.label, wished, room.w - icon - gap);
    float const words = std::min(ui.type().width(button.label, type), room.w - icon - gap);
    room = {rect.centre().x - (icon + gap + words) / 2, rect.y, icon + gap + words, rect.h};
    if (button.icon)
        ui.canvas().icon(*button.icon, {room.x + icon / 2, rect.centre().y}, icon, ink);
    room.cut_left(icon, gap);
    room.w += 1; // what the cuts rounded off must not make the words smaller
    label_centred(ui, button.label, room, type, ink, Align::Left);
}

Rect around(Vec2 centre, float radius) { return {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}; }

void draw_person(Ui& ui, Avatar const& avatar, float press) {
    Canvas& canvas = ui.canvas();
    float const r = avatar.radius;
    float const halo = r * 1.24F;
    canvas.push_clip(around(avatar.centre, halo + 1));
    canvas.push_opacity(avatar.faded || !avatar.enabled ? disabled_opacity : 1);
    canvas.disc(avatar.centre, r, avatar.colour);
    canvas.disc(avatar.centre, r, press_shade(press));
    if (avatar.halo)
        canvas.ring(avatar.centre, halo, std::max(3.0F, r * 0.11F), colour::idea);
    Type const type{.size = std::round(r * 0.76F), .weight = Weight::Bold};
    label_centred(ui, avatar.initials, around(avatar.centre, r * 0.9F), type, colour::white);
    canvas.pop_opacity();
    canvas.pop_clip();
}

void draw_tether(Canvas& canvas, Vec2 from, Vec2 to) {
    Rect const box{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(from.x - to.x), std::abs(from.y - to.y)};
    canvas.push_clip(box.inset(-hairline));
    canvas.line(from, to, hairline, colour::soft.faded(0.5F));
    canvas.pop_clip();
}

} // namespace

float pressed(Ui& ui, std::string const& id, Touch const& touch) {
    bool const down = touch.pressed || touch.tapped || touch.downs > 0; // a touch within one frame is shown, too
    return ui.ease(id + "/press", down ? 1 : 0, down ? 0 : release_s);
}

Colour press_shade(float pressed) { return colour::ink.faded(shade_opacity * pressed); }

Rect pressed_in(Rect rect, float pressed) {
    return rect.inset(rect.w * shrink_part * pressed, rect.h * shrink_part * pressed);
}

bool button(Ui& ui, Button const& button) {
    Touch const touch = ui.touch({.id = button.id,
                                  .role = button.role,
                                  .label = button.item_label.empty() ? button.label : button.item_label,
                                  .value = button.value,
                                  .rect = button.rect,
                                  .enabled = button.enabled});
    float const press = pressed(ui, button.id, touch);
    Rect const rect = pressed_in(button.rect, press);
    Canvas& canvas = ui.canvas();
    canvas.push_clip(button.rect);
    canvas.push_opacity(button.enabled ? 1 : disabled_opacity);
    draw_ground(canvas, rect, button.look);
    canvas.rounded(rect, corner_of(rect), press_shade(press));
    canvas.pop_opacity();
    canvas.push_opacity(button.enabled ? 1 : disabled_words_opacity);
    draw_face(ui, button, button.rect);
    canvas.pop_opacity();
    canvas.pop_clip();
    return touch.tapped;
}

Type fitted(Ui& ui, std::string_view text, Type const& type, float width) {
    // a few sizes, not any: each size of a letter is drawn and kept
    for (float const size : std::array{1.0F, 0.92F, 0.85F}) {
        Type smaller = type;
        smaller.size = std::round(type.size * size);
        if (size < 0.86F || ui.type().width(text, smaller) <= width)
            return smaller;
    }
    return type;
}

float label(Ui& ui, std::string_view text, Rect rect, Type const& type, Colour colour, Align align, int max_lines) {
    Paragraph const& paragraph = ui.type().lay(text,
                                               {.type = type, .width = rect.w, .max_lines = max_lines, .align = align});
    ui.canvas().paragraph(paragraph, {rect.x, rect.y}, colour);
    return paragraph.height;
}

void label_centred(Ui& ui, std::string_view text, Rect rect, Type const& type, Colour colour, Align align) {
    Type const fitting = fitted(ui, text, type, rect.w);
    Paragraph const& line = ui.type().lay(text, {.type = fitting, .width = rect.w, .max_lines = 1, .align = align});
    ui.canvas().paragraph(line, {rect.x, rect.centre().y + line.cap_height / 2 - line.ascent}, colour);
}

bool avatar(Ui& ui, Avatar const& avatar) {
    if (avatar.id.empty()) {
        draw_person(ui, avatar, 0);
        return false;
    }
    float const side = std::max(avatar.radius * 2, ui.theme().target);
    Touch const touch = ui.touch({.id = avatar.id,
                                  .role = "person",
                                  .label = avatar.name.empty() ? avatar.initials : avatar.name,
                                  .value = avatar.value,
                                  .rect = around(avatar.centre, side / 2),
                                  .enabled = avatar.enabled});
    draw_person(ui, avatar, pressed(ui, avatar.id, touch));
    return touch.tapped;
}

Rect pill(Ui& ui, Rect rect) {
    ui.canvas().rounded(rect, rect.h / 2, colour::white);
    ui.canvas().outline(rect, rect.h / 2, hairline, colour::line);
    return rect.inset(std::min(rect.h * 0.45F, rect.w / 2), 0);
}

void progress_bar(Ui& ui, Rect rect, float part, float mark, Colour fill) {
    Canvas& canvas = ui.canvas();
    float const corner = rect.h / 2;
    canvas.rounded(rect, corner, colour::lane);
    canvas.outline(rect, corner, 1, colour::line); // an empty track is seen as one in either palette
    float const width = rect.w * std::clamp(part, 0.0F, 1.0F);
    if (width > 0)
        canvas.rounded({rect.x, rect.y, std::max(width, rect.h), rect.h}, corner, fill);
    if (mark < 0)
        return;
    float const x = rect.x + rect.w * std::min(mark, 1.0F);
    canvas.fill({canvas.snapped(x - 2), rect.y - corner, 4, rect.h * 2}, colour::ink);
}

void sentence(Ui& ui, Rect rect, std::string_view text, Colour ground, Colour ink) {
    ui.canvas().rounded(rect, radius::card, ground);
    Rect room = rect.inset(std::min(space::inside, rect.w * 0.08F), 0);
    Type type = ui.theme().body;
    auto const setting = [&] { return Setting{.type = type, .width = room.w}; };
    if (ui.type().lay(text, setting()).height > rect.h)
        type.size = std::round(type.size * 0.85F);
    float const height = ui.type().lay(text, setting()).height;
    room.y += std::max(0.0F, (rect.h - height) / 2);
    int const lines = std::max(1, static_cast<int>(rect.h / (type.size * type.line_height)));
    label(ui, text, room, type, ink, Align::Left, lines);
}

void touch_rings(Ui& ui) {
    Canvas& canvas = ui.canvas();
    Layer const before = canvas.layer();
    canvas.on(Layer::Touch);
    float const radius = ring_mm * ui.theme().mm;
    for (Pointer const& pointer : ui.pointers().all()) {
        if (pointer.ended())
            continue;
        if (Pointer const* holder = pointer.tether == 0 ? nullptr : ui.pointers().find(pointer.tether))
            draw_tether(canvas, pointer.at, holder->at);
        canvas.push_clip(around(pointer.at, radius + hairline));
        canvas.ring(pointer.at, radius + hairline, hairline, colour::white.faded(0.45F)); // seen on dark grounds, too
        if (pointer.gesture == Gesture::Ignored)
            canvas.dashed_ring(pointer.at, radius, strong_line, colour::faint.faded(0.8F));
        else
            canvas.ring(pointer.at, radius, strong_line, colour::soft.faded(0.55F));
        canvas.pop_clip();
    }
    canvas.on(before);
}

} // namespace ui
