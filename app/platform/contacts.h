// Fingers and the mouse as contacts: every touch gets an id of its own that is never used again. Knows no
// SDL; the window tells it what came.
#pragma once

#include "ui/input.h"

#include <cstdint>
#include <map>

namespace platform {

/// How the system names a finger; it may use the name again as soon as the finger has left.
struct FingerName {
    std::int64_t device = 0, finger = 0;
    auto operator<=>(FingerName const&) const = default;
};

class Contacts {
  public:
    using Events = std::vector<ui::PointerEvent>;

    /// A finger that was thought to be down is cancelled first: its lifting was lost.
    void down(FingerName name, ui::Vec2 at, double at_s, Events& out);
    /// Told of a finger that is not down, nothing comes of it.
    void move(FingerName name, ui::Vec2 at, double at_s, Events& out);
    void up(FingerName name, ui::Vec2 at, double at_s, Events& out);
    /// The window lost its focus, or changed under the fingers.
    void cancel_all(double at_s, Events& out);
    bool is_down(FingerName name) const { return m_down.contains(name); }

  private:
    struct Contact {
        ui::PointerId id = 0;
        ui::Vec2 at;
    };
    std::map<FingerName, Contact> m_down;
    ui::PointerId m_last = 0;
};

} // namespace platform
