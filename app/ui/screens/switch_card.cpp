#include "ui/screens/switch_card.h"

#include <algorithm>

namespace screens {

float switch_card_height(Context const& c) {
    return std::max(c.ui.theme().target, 2.4F * c.ui.theme().label.size + 40);
}

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

} // namespace screens
