// A finger's reports become a stroke: smooth, of a felt pen's width, in few points. Knows millimetres and
// seconds, and nothing of pads, pixels and colours.
#pragma once

#include "ui/kit/geometry.h"

#include <vector>

namespace ui {

/// How a hand becomes ink. All lengths are millimetres on the wall.
struct HandLimits {
    float widest_mm = 4.2F;         ///< of a line drawn at rest: a felt pen pressed down
    float thinnest_mm = 2.2F;       ///< of the fastest line: still read from a metre and a half
    float first_mm = 3.4F;          ///< of a line's beginning, and of a dot
    float thinning_mm_s = 220;      ///< at this speed 63 % of the way to the thinnest is gone; writing is about as fast
    float width_slope = 0.12F;      ///< a line's width changes by no more than this for each millimetre along it
    double speed_s = 0.05;          ///< speed is evened out over this
    float steady_hz = 5;            ///< a slow finger's tremor (8 to 12 Hz) is above this and is taken away…
    float follow_per_mm = 0.06F;    ///< …a fast one is followed: that many hertz more for each mm/s (a lag of 2.7 mm)
    double report_s = 0.002;        ///< reports closer in time than this are taken to be this far apart
    float still_mm = 0.05F;         ///< a movement shorter than this says nothing
    float straight_mm = 0.12F;      ///< points that lie nearer to the line through their neighbours are left out
    std::size_t most_left_out = 24; ///< in a row, so that a long straight line still costs little to follow
    float dot_mm = 1;               ///< a stroke that stays this near to its start is a dot
};

struct HandPoint {
    Vec2 at;         ///< mm
    float width = 0; ///< mm
};

class HandStroke {
  public:
    HandStroke(Vec2 at_mm, double at_s, HandLimits limits = {});
    void move(Vec2 at_mm, double at_s);
    /// The stroke as it is now, up to where the finger is. Nothing jumps when the finger goes on or lifts: only
    /// the last few reports are still smoothed, and what is left out stays out.
    std::vector<HandPoint> points() const;

  private:
    void smooth(HandPoint const& point);
    void keep(HandPoint const& point);
    bool straight_to(HandPoint const& end) const;

    HandLimits m_limits;
    std::vector<HandPoint> m_recent; ///< what was not smoothed yet, after two that were
    std::vector<HandPoint> m_kept;
    std::vector<HandPoint> m_waiting; ///< since the last kept one: left out as long as they lie on a line
    HandPoint m_pen;                  ///< where the smooth line is
    Vec2 m_finger;                    ///< where the finger is
    double m_at_s;
    float m_speed_mm_s = 0;
    bool m_dot = true;
};

} // namespace ui
