// The on-screen keyboard, one for each pad. Keys answer on finger down; each finger is its own, so two
// thumbs roll over. Layouts are data: assets/keyboards/da.toml and en.toml.
#pragma once

#include "ui/kit/text_buffer.h"
#include "ui/kit/ui.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace ui {

enum class KeyKind { Letter, Shift, Backspace, Signs, Space, Enter };

struct KeyCap {
    KeyKind kind = KeyKind::Letter;
    std::string text{}; ///< what it types, lower case
    float width = 1;    ///< in letter keys
};

struct KeyboardLayout {
    std::vector<std::vector<KeyCap>> letters; ///< rows
    std::vector<std::vector<KeyCap>> signs;
    std::map<std::string, std::vector<std::string>> accents; ///< chosen by holding the key
    /// Reads a layout file; the error names the file and what is wrong.
    static tl::expected<KeyboardLayout, std::string> load(std::filesystem::path const& file);
};

enum class ShiftState { Off, Once, Locked };

/// One keyboard's own state.
struct KeyboardState {
    ShiftState shift = ShiftState::Off;
    bool signs = false;
    bool automatic_capital = true;
    PointerId repeating = 0; ///< the finger that holds backspace
    double next_repeat_s = 0;
    double repeat_until_s = 0; ///< a contact that stays is no hand's
    std::string accent_key;    ///< the letter whose accents are shown
    PointerId accent_pointer = 0;
    bool accent_open = false; ///< stays open after the finger lifts, until one is chosen or another key is pressed
    double shift_down_s = -1; ///< a second touch soon after locks
    int judged_caret = -1, judged_size = -1; ///< where the automatic capital was last thought of
    double space_down_s = -1;                ///< a second space soon after ends the sentence
    int added_space_at = -1;                 ///< the caret after a suggestion's space: a sign takes its place
    std::string suggested_for{};             ///< the word before the caret when these were asked for
    std::vector<std::string> suggestions{};  ///< as shown, the likeliest first
};

/// The words that somebody who has written so much may mean, the likeliest first.
using Suggest = std::function<std::vector<std::string>(std::string_view written)>;

/// What the keys asked for beyond changing the text.
struct KeyboardResult {
    bool changed = false; ///< the text or the caret
    bool enter = false;
};

/// Draws the keyboard in `rect` and lets its fingers write into `buffer`. Ids are `prefix`/key/a,
/// `prefix`/key/backspace, …/shift, …/signs, …/space, …/enter, …/accent/é. With `suggest`, up to three words stand in
/// a row above the keys, `prefix`/suggest/1 …; one that is touched takes the place of the word before the caret.
KeyboardResult keyboard(Ui& ui, std::string const& prefix, Rect rect, KeyboardLayout const& layout,
                        KeyboardState& state, TextBuffer& buffer, Suggest const& suggest = {});
/// The least height of a keyboard with suggestions, du: five rows of keys of full size.
float suggesting_height(Ui const& ui);

/// Keys of a real keyboard, written into `buffer`. Up goes to the text's start and Down to its end; Escape and
/// Tab are the caller's.
KeyboardResult type_keys(InputFrame const& input, TextBuffer& buffer);

/// A number pad (0–9, comma, minus) for figures; ids `prefix`/key/7, …/key/comma, …/key/minus, …/key/backspace.
/// The comma is the language's: a point in English.
KeyboardResult number_pad(Ui& ui, std::string const& prefix, Rect rect, KeyboardState& state, TextBuffer& buffer);

struct TextAreaLook {
    Type type{};
    Colour ink = colour::ink;
    Colour placeholder_ink = colour::soft;
    std::string placeholder{};
    bool active = true;  ///< shows the caret
    std::string label{}; ///< in the UI map
};
/// The text with its caret, wrapped in `rect`, kept scrolled so that the caret is seen; a tap places the caret.
/// True when it was touched (the caller makes it the active field).
bool text_area(Ui& ui, std::string const& id, Rect rect, TextBuffer& buffer, TextAreaLook const& look);

} // namespace ui
