// What a frame gets from outside: fingers, keys, time. The platform and the scripts fill the same struct;
// nothing below knows which.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ui {

struct Vec2 {
    float x = 0;
    float y = 0;
    bool operator==(Vec2 const&) const = default;
};
inline Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
inline Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
inline Vec2 operator*(Vec2 a, float k) { return {a.x * k, a.y * k}; }

/// A contact: a finger, or the mouse. Never reused while the program runs.
using PointerId = std::uint64_t;

enum class PointerPhase { Down, Move, Up, Cancel };

struct PointerEvent {
    PointerId pointer = 0;
    PointerPhase phase = PointerPhase::Down;
    Vec2 at;         ///< pixels of the window
    double at_s = 0; ///< seconds on the clock of InputFrame::now_s
};

/// A key of a real keyboard; letters come as text.
enum class Key { Backspace, Delete, Enter, Left, Right, Up, Down, Home, End, Escape, Tab };
struct KeyPress {
    Key key;
};
/// UTF-8 typed on a real keyboard.
struct TypedText {
    std::string text;
};

struct InputFrame {
    double now_s = 0;                                    ///< monotonic seconds
    Vec2 size;                                           ///< the window, pixels
    std::vector<PointerEvent> pointers;                  ///< in the order they happened
    std::vector<std::variant<KeyPress, TypedText>> keys; ///< in the order they happened
};

} // namespace ui
