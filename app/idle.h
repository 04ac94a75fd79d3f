// Idle drops the person, not the work: after a while without a touch what is open closes, and later the wall rests.
// It knows times and touches, and no screen.
#pragma once

#include "ui/input.h"

#include <vector>

namespace app {

class Idle {
  public:
    /// Seconds without a touch until what is open closes, and from then until the wall rests.
    explicit Idle(double close_after_s = 40, double rest_after_s = 120)
        : m_close_after_s(close_after_s), m_rest_after_s(rest_after_s) {}
    void keep_to(double close_after_s, double rest_after_s) {
        m_close_after_s = close_after_s;
        m_rest_after_s = rest_after_s;
    }

    /// Call first in each frame. `held`: a meeting or a vote is on, where people talk longer than they touch.
    void see(ui::InputFrame const& input, bool held);
    /// What is open closes in this frame; true once for each time nobody is there.
    bool closes_now();
    bool resting() const { return m_resting; }
    /// When what a body shields (a ballot) is taken away, whoever talks in front of the wall.
    double shields_until_s() const { return m_touched_s + m_close_after_s; }
    bool unshielded() const { return m_now_s >= shields_until_s(); }
    /// On the input's clock.
    double closes_at_s() const;
    double rests_at_s() const;
    /// Nobody has touched since what was open closed.
    bool closed() const { return m_closed; }
    /// The input without the fingers that woke the wall: they do nothing else until they lift.
    ui::InputFrame without_waking(ui::InputFrame input);
    /// The wall wakes in this frame.
    bool woke() const { return m_woke; }

  private:
    double m_close_after_s, m_rest_after_s;
    double m_now_s = 0;
    double m_touched_s = -1; ///< below 0: nothing was seen yet
    bool m_held = false, m_closed = false, m_resting = false, m_woke = false;
    std::vector<ui::PointerId> m_waking;
};

} // namespace app
