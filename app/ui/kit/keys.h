// What keyboard and number pad share: where keys stand, how one looks, and which were hit in this frame.
// Inside the kit only.
#pragma once

#include "ui/kit/keyboard.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using KeyRows = std::vector<std::vector<KeyCap>>;

struct PlacedKey {
    KeyCap const* cap = nullptr;
    Rect rect;
};

/// How a key looks and what it is called.
struct KeyFace {
    std::string id{};
    std::string text{};         ///< written on it
    std::optional<Icon> icon{}; ///< instead of the text
    std::string label{};        ///< for people and tests; else the text
    std::string value{};
    Colour ground = colour::white;
    Colour ink = colour::ink;
};

/// A finger that came down on a key in this frame.
struct KeyHit {
    std::string name; ///< what follows `base` in the id
    PointerId pointer = 0;
    double at_s = 0;
};

inline constexpr float key_gap = 8;

/// The keys of each row share its width.
std::vector<PlacedKey> place_keys(KeyRows const& rows, Rect rect);
/// "a", ".", "shift", "space", …
std::string name_of(KeyCap const& cap);
/// In the order in which the fingers came down, wherever the keys stand.
std::vector<KeyHit> keys_hit(Ui& ui, std::string const& base);
/// Draws the key and records it, hit area and all; true while a finger is on it.
bool draw_key(Ui& ui, KeyFace const& face, Rect rect);
/// How far around a key its hit area reaches: no gaps between keys.
Rect reach_of(Rect key);

/// Draws the words suggested for what stands before the caret; they stay as they are while it does.
void draw_suggestions(Ui& ui, std::string const& base, Rect row, KeyboardState& state, TextBuffer const& buffer,
                      Suggest const& suggest);
/// Puts the suggestion `name` ("1", "2", "3"), as it was shown, and a space in the place of the word before the
/// caret. True when the text changed.
bool take_suggestion(std::string_view name, KeyboardState& state, TextBuffer& buffer);

/// Backspace now, and again and again while the finger rests on it, for some seconds.
void start_backspace(KeyboardState& state, TextBuffer& buffer, KeyHit const& hit);
/// True when something was taken.
bool repeat_backspace(Ui& ui, std::string const& base, KeyboardState& state, TextBuffer& buffer);

} // namespace ui
