// The row of pens, eraser and undo. What is chosen is told by a thick outline and by the UI map, not by its colour.
#include "ui/kit/ink.h"
#include "ui/kit/ink_drawing.h"
#include "ui/kit/widgets.h"

#include <array>

namespace ui {

namespace {

constexpr float gap = 12, hairline = 2, chosen_line = 5;
constexpr float word_sides = 20;   // around a word, both sides together
constexpr float word_part = 0.36F; // of the height, beneath the symbol
constexpr float disabled_opacity = 0.45F;

struct Tool {
    char const* name;                         ///< at the end of its id, and its key in the words
    std::optional<board::InkColour> colour{}; ///< a pen's
    Icon icon = Icon::Eraser;                 ///< else
};

constexpr std::array pens = {
    Tool{.name = "black", .colour = board::InkColour::Ink}, Tool{.name = "blue", .colour = board::InkColour::Blue},
    Tool{.name = "green", .colour = board::InkColour::Green}, Tool{.name = "red", .colour = board::InkColour::Red}};
constexpr Tool eraser{.name = "eraser", .icon = Icon::Eraser}, undo{.name = "undo", .icon = Icon::Undo};

enum class Choice { None, Off, On };

void draw_tool(Ui& ui, Tool const& tool, std::string_view word, Rect rect, Choice choice) {
    Canvas& canvas = ui.canvas();
    float const corner = std::min(radius::button, rect.h * 0.3F);
    bool const on = choice == Choice::On;
    canvas.rounded(rect, corner, colour::white);
    canvas.outline(rect, corner, on ? chosen_line : hairline, on ? colour::ink : colour::line);
    Rect room = rect.inset(rect.w * 0.06F, rect.h * 0.1F);
    Rect const below = room.cut_bottom(rect.h * word_part);
    float const size = room.h * 0.94F;
    if (tool.colour)
        canvas.disc(room.centre(), size * 0.46F, colour_of(*tool.colour));
    else
        canvas.icon(tool.icon, room.centre(), size, colour::ink);
    label_centred(ui, word, below, ui.theme().small, colour::ink);
}

bool tool_button(Ui& ui, std::string const& base, Tool const& tool, Rect rect, Choice choice, bool enabled) {
    std::string const id = base + "/" + tool.name, word = ui.words().get(std::string("ink.") + tool.name);
    Touch const touch = ui.touch({.id = id,
                                  .label = word,
                                  .value = choice == Choice::None ? ""
                                           : choice == Choice::On ? "on"
                                                                  : "off",
                                  .rect = rect,
                                  .enabled = enabled});
    float const press = pressed(ui, id, touch);
    Canvas& canvas = ui.canvas();
    canvas.push_clip(rect);
    canvas.push_opacity(enabled ? 1 : disabled_opacity);
    Rect const face = pressed_in(rect, press);
    draw_tool(ui, tool, word, face, choice);
    canvas.rounded(face, std::min(radius::button, face.h * 0.3F), press_shade(press));
    canvas.pop_opacity();
    canvas.pop_clip();
    return touch.tapped;
}

/// As wide as their words ask for, of what the row has room for; none narrower than a finger.
std::array<float, pens.size() + 2> tool_widths(Ui& ui, float row_w) {
    std::array<float, pens.size() + 2> widths{};
    float const room = row_w - gap * static_cast<float>(widths.size() - 1);
    float const least = std::min(ui.theme().target, room / static_cast<float>(widths.size()));
    float beyond = 0; // the least
    for (std::size_t i = 0; i < widths.size(); ++i) {
        Tool const& tool = i < pens.size() ? pens[i] : i == pens.size() ? eraser : undo;
        float const word = ui.type().width(ui.words().get(std::string("ink.") + tool.name), ui.theme().small);
        widths[i] = std::max(0.0F, word + word_sides - least);
        beyond += widths[i];
    }
    float const to_share = room - least * static_cast<float>(widths.size());
    for (float& width : widths)
        width = least + (beyond > 0 ? width / beyond * to_share : to_share / static_cast<float>(widths.size()));
    return widths;
}

} // namespace

bool ink_tools(Ui& ui, std::string const& id, Rect row, InkState& state) {
    auto const widths = tool_widths(ui, row.w);
    auto width = widths.begin();
    auto const next = [&] { return row.cut_left(*width++, gap); };
    for (Tool const& pen : pens) {
        bool const on = !state.erasing && state.colour == *pen.colour;
        if (tool_button(ui, id, pen, next(), on ? Choice::On : Choice::Off, true))
            state.colour = *pen.colour, state.erasing = false;
    }
    if (tool_button(ui, id, eraser, next(), state.erasing ? Choice::On : Choice::Off, true))
        state.erasing = !state.erasing;
    return tool_button(ui, id, undo, next(), Choice::None, can_undo(state)) && undo_stroke(state);
}

} // namespace ui
