#include "ui/screens/pin_pad.h"

#include "board/pin.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

constexpr float gap = 16; // fingers hit these fast
constexpr int rows = 5;

float row_height(Context const& c) { return std::max(c.ui.theme().target, 88.0F); }

/// True when a finger came down on it; quick hands do not wait for one to lift.
bool key(Context& c, std::string const& id, ui::Rect rect, std::string const& text, std::optional<ui::Icon> icon,
         PinPadLook const& look, bool enabled) {
    auto const touch = c.ui.touch({.id = id,
                                   .role = "key",
                                   .label = text,
                                   .value = {},
                                   .rect = rect,
                                   .accepts = ui::Accepts::Key,
                                   .enabled = enabled});
    auto& canvas = c.ui.canvas();
    float const press = ui::pressed(c.ui, id, touch);
    ui::Rect const ground = ui::pressed_in(rect, press);
    canvas.push_clip(rect);
    canvas.push_opacity(enabled ? 1 : 0.45F);
    if (!icon)
        canvas.rounded(ground, ui::radius::button * 0.75F, look.keys);
    canvas.rounded(ground, ui::radius::button * 0.75F, ui::press_shade(press));
    auto const type = c.ui.theme().title;
    if (icon)
        canvas.icon(*icon, rect.centre(), 46, ui::colour::ink);
    else
        ui::label_centred(c.ui, text, rect, type, ui::colour::ink);
    canvas.pop_opacity();
    canvas.pop_clip();
    return touch.downs > 0;
}

void type_real_keys(Context& c, std::string& digits, PinPadAsks& asks) {
    for (auto const& event : c.ui.input().keys) {
        if (auto const* typed = std::get_if<ui::TypedText>(&event)) {
            for (char const letter : typed->text)
                if (letter >= '0' && letter <= '9' && digits.size() < board::most_pin_digits)
                    digits += letter;
        } else if (auto const pressed = std::get<ui::KeyPress>(event).key; pressed == ui::Key::Enter) {
            asks = PinPadAsks::Done;
        } else if (pressed == ui::Key::Backspace && !digits.empty()) {
            digits.pop_back();
        }
    }
}

} // namespace

float pin_pad_height(Context const& c) { return rows * row_height(c) + (rows - 1) * gap; }

void pin_dots(Context& c, ui::Rect rect, std::size_t typed) {
    auto const count = std::max(typed, board::least_pin_digits);
    float const step = std::min(56.0F, rect.w / static_cast<float>(count)), radius = std::min(17.0F, step * 0.36F);
    float x = rect.centre().x - step * static_cast<float>(count - 1) / 2;
    for (std::size_t i = 0; i < count; ++i, x += step)
        if (i < typed)
            c.ui.canvas().disc({x, rect.centre().y}, radius, ui::colour::accent);
        else
            c.ui.canvas().ring({x, rect.centre().y}, radius, 3, ui::colour::faint);
}

PinPadAsks pin_pad(Context& c, std::string const& id, ui::Rect rect, std::string& digits, PinPadLook const& look) {
    auto asks = PinPadAsks::Nothing;
    float const height = (rect.h - (rows - 1) * gap) / rows;
    auto const row = [&] {
        ui::Rect strip = rect.cut_top(height, gap);
        float const width = (strip.w - 2 * gap) / 3;
        return std::array{strip.cut_left(width, gap), strip.cut_left(width, gap), strip};
    };
    auto const figure = [&](int n, ui::Rect place) {
        auto const text = std::to_string(n);
        if (key(c, id + "/key/" + text, place, text, {}, look, look.enabled) && digits.size() < board::most_pin_digits)
            digits += text;
    };
    for (int n = 1; n <= 9; n += 3) {
        auto const places = row();
        for (int i = 0; i < 3; ++i)
            figure(n + i, places[static_cast<std::size_t>(i)]);
    }
    auto const places = row();
    if (key(c, id + "/leave", places[0], look.leave_label, look.leave, look, true))
        asks = PinPadAsks::Leave;
    figure(0, places[1]);
    if (key(c, id + "/backspace", places[2], c.words.get("keyboard.backspace"), ui::Icon::Backspace, look,
            look.enabled) &&
        !digits.empty())
        digits.pop_back();
    if (look.enabled)
        type_real_keys(c, digits, asks);
    bool const enough = digits.size() >= board::least_pin_digits;
    if (ui::button(c.ui, {.id = id + "/done",
                          .rect = rect,
                          .label = look.done,
                          .look = look.done_look,
                          .enabled = look.enabled && enough}))
        asks = PinPadAsks::Done;
    return asks;
}

} // namespace screens
