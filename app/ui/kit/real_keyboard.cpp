// What comes from a real keyboard, written into a text.
#include "ui/kit/keyboard.h"

namespace ui {

KeyboardResult type_keys(InputFrame const& input, TextBuffer& buffer) {
    KeyboardResult result;
    std::string const before = buffer.text();
    int const caret = buffer.caret();
    for (auto const& event : input.keys) {
        if (auto const* typed = std::get_if<TypedText>(&event)) {
            buffer.insert(typed->text);
            continue;
        }
        switch (std::get<KeyPress>(event).key) {
        case Key::Backspace: buffer.backspace(); break;
        case Key::Delete: buffer.erase_forward(); break;
        case Key::Left: buffer.left(); break;
        case Key::Right: buffer.right(); break;
        case Key::Home:
        case Key::Up: buffer.to_start(); break;
        case Key::End:
        case Key::Down: buffer.to_end(); break;
        case Key::Enter: result.enter = true; break;
        case Key::Escape:
        case Key::Tab: break;
        }
    }
    result.changed = buffer.text() != before || buffer.caret() != caret;
    return result;
}

} // namespace ui
