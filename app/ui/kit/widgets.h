// The kit's widgets. Each answers any finger, has a stable id and records itself in `ui.items()`.
#pragma once

#include "ui/kit/ui.h"

#include <optional>
#include <string>
#include <string_view>

namespace ui {

enum class ButtonLook {
    Plain,   ///< white with a hairline
    Primary, ///< accent; one a screen
    Good,    ///< scale green
    Test,    ///< test blue
    Danger,  ///< coral outline
    Quiet,   ///< on the lane's ground, no line
    Dashed,  ///< a tray
    Chosen,  ///< picked among others
};

struct Button {
    std::string id{};
    Rect rect{};
    std::string label{};
    std::optional<Icon> icon{};
    ButtonLook look = ButtonLook::Plain;
    bool enabled = true;
    std::string value{}; ///< state told in the UI map, e.g. "on"
    std::string role = "button";
    std::string item_label{};   ///< what the UI map calls it, when the label is empty or short
    std::optional<Type> type{}; ///< else the theme's button type, or its label type on a low button
};

/// True when it was tapped in this frame. A long label is set smaller, then cut with an ellipsis.
bool button(Ui& ui, Button const& button);

/// The type, set smaller (to 85 % at the least) where the text would be wider than `width` du.
Type fitted(Ui& ui, std::string_view text, Type const& type, float width);

/// A text in the theme's type; returns the height it took, du.
float label(Ui& ui, std::string_view text, Rect rect, Type const& type, Colour colour, Align align = Align::Left,
            int max_lines = 0);
/// One line, vertically centred on its capitals, `fitted`, and cut with an ellipsis where that is not enough.
void label_centred(Ui& ui, std::string_view text, Rect rect, Type const& type, Colour colour,
                   Align align = Align::Centre);

/// A person's disc with initials. `halo`: the ring of who is chosen.
struct Avatar {
    std::string id{}; ///< empty: only drawn, not touched
    Vec2 centre{};
    float radius = 30;
    std::string initials{};
    std::string name{}; ///< for the UI map
    Colour colour{};
    bool halo = false;
    bool faded = false;
    bool enabled = true;
    std::string value{};
};
bool avatar(Ui& ui, Avatar const& avatar);

/// How far a touched thing is pressed, 0–1: down in the same frame as the touch, and easing back up.
float pressed(Ui& ui, std::string const& id, Touch const& touch);
/// What a thing pressed that far gets laid over it.
Colour press_shade(float pressed);
/// The rectangle a thing pressed that far shrinks to.
Rect pressed_in(Rect rect, float pressed);

/// A pill of the header: rounded white ground with content drawn by the caller inside the returned rectangle.
Rect pill(Ui& ui, Rect rect);

/// The bar of a measure: `part` (0–1) filled, a mark at `mark` (0–1, or below 0 for none).
void progress_bar(Ui& ui, Rect rect, float part, float mark, Colour fill);

/// A small panel with a sentence in it (what was refused, what happened), with room to be read.
void sentence(Ui& ui, Rect rect, std::string_view text, Colour ground, Colour ink);

/// The quiet rings under all contacts; call last.
void touch_rings(Ui& ui);

} // namespace ui
