#include "ui/kit/keys.h"

#include "ui/kit/widgets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

constexpr float hairline = 2;
constexpr double repeat_after_s = 0.5, repeat_every_s = 0.06;
constexpr double repeat_at_most_s = 4; // a stuck contact does not take the whole text

} // namespace

std::vector<PlacedKey> place_keys(KeyRows const& rows, Rect rect) {
    std::vector<PlacedKey> placed;
    auto const count = static_cast<float>(rows.size());
    float const height = (rect.h - key_gap * (count - 1)) / count;
    for (auto const& row : rows) {
        Rect strip = rect.cut_top(height, key_gap);
        float const letters = std::accumulate(row.begin(), row.end(), 0.0F,
                                              [](float sum, KeyCap const& cap) { return sum + cap.width; });
        float const letter = (strip.w - key_gap * static_cast<float>(row.size() - 1)) / letters;
        for (KeyCap const& cap : row)
            placed.push_back({&cap, strip.cut_left(letter * cap.width, key_gap)});
    }
    return placed;
}

std::string name_of(KeyCap const& cap) {
    switch (cap.kind) {
    case KeyKind::Letter: return cap.text;
    case KeyKind::Shift: return "shift";
    case KeyKind::Backspace: return "backspace";
    case KeyKind::Signs: return "signs";
    case KeyKind::Space: return "space";
    case KeyKind::Enter: return "enter";
    }
    return {};
}

std::vector<KeyHit> keys_hit(Ui& ui, std::string const& base) {
    std::vector<KeyHit> hits;
    for (Pointer const& pointer : ui.pointers().all())
        if (auto const owner = ui.owner_of(pointer); pointer.went_down && owner.starts_with(base))
            hits.push_back({std::string(owner.substr(base.size())), pointer.id, pointer.down_s});
    return hits;
}

Rect reach_of(Rect key) { return key.inset(-key_gap / 2); }

bool draw_key(Ui& ui, KeyFace const& face, Rect rect) {
    Touch const touch = ui.touch({.id = face.id,
                                  .role = "key",
                                  .label = face.label.empty() ? face.text : face.label,
                                  .value = face.value,
                                  .rect = reach_of(rect),
                                  .accepts = Accepts::Key});
    float const press = pressed(ui, face.id, touch);
    Rect const ground = pressed_in(rect, press);
    Canvas& canvas = ui.canvas();
    canvas.push_clip(rect); // a draw command of its own, so that one key is drawn again, not the keyboard
    canvas.rounded(ground, radius::note, face.ground);
    canvas.outline(ground, radius::note, hairline, colour::line);
    canvas.rounded(ground, radius::note, press_shade(press));
    Type type = ui.theme().button;
    type.size = std::round(std::min(type.size * 1.07F, rect.h * 0.46F));
    if (face.icon)
        canvas.icon(*face.icon, rect.centre(), type.size, face.ink);
    else
        label_centred(ui, face.text, rect.inset(std::min(8.0F, rect.w * 0.08F), 0), type, face.ink);
    canvas.pop_clip();
    return touch.pressed;
}

void start_backspace(KeyboardState& state, TextBuffer& buffer, KeyHit const& hit) {
    buffer.backspace();
    state.repeating = hit.pointer;
    state.next_repeat_s = hit.at_s + repeat_after_s;
    state.repeat_until_s = hit.at_s + repeat_at_most_s;
}

bool repeat_backspace(Ui& ui, std::string const& base, KeyboardState& state, TextBuffer& buffer) {
    if (state.repeating == 0)
        return false;
    Pointer const* finger = ui.pointers().find(state.repeating);
    if (finger == nullptr || ui.owner_of(*finger) != base + "backspace" || buffer.caret() == 0) {
        state.repeating = 0;
        return false;
    }
    bool taken = false;
    for (; ui.now_s() >= state.next_repeat_s && state.next_repeat_s <= state.repeat_until_s;
         state.next_repeat_s += repeat_every_s, taken = true)
        buffer.backspace();
    if (state.next_repeat_s > state.repeat_until_s)
        state.repeating = 0;
    else
        ui.wake_at(state.next_repeat_s);
    return taken;
}

} // namespace ui
