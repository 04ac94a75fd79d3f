// Smoothing is the one-euro filter (Casiez, Roussel, Vogel 2012), a low-pass that opens with speed, and then the mean
// of neighbours, which does not lag. Points are left out as they come, never afterwards.
#include "ui/kit/hand_stroke.h"

#include <array>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

float length(Vec2 v) { return std::hypot(v.x, v.y); }

/// Binomial: as near to a bell as five numbers come.
constexpr std::array weights = {1 / 16.0F, 4 / 16.0F, 6 / 16.0F, 4 / 16.0F, 1 / 16.0F};

/// How much of the way to a new value a low-pass with that time constant goes in `seconds`.
float part_in(double seconds, double constant_s) { return static_cast<float>(1 - std::exp(-seconds / constant_s)); }

} // namespace

HandStroke::HandStroke(Vec2 at_mm, double at_s, HandLimits limits)
    : m_limits(limits), m_recent(weights.size() / 2, {at_mm, limits.first_mm}), m_kept{m_recent.front()},
      m_pen(m_recent.front()), m_finger(at_mm), m_at_s(at_s) {}

void HandStroke::move(Vec2 at_mm, double at_s) {
    HandLimits const& l = m_limits;
    double const seconds = std::max(at_s - m_at_s, l.report_s);
    float const speed = length(at_mm - m_finger) / static_cast<float>(seconds);
    m_at_s = at_s;
    m_finger = at_mm;
    m_speed_mm_s += (speed - m_speed_mm_s) * part_in(seconds, l.speed_s);
    float const cutoff_hz = l.steady_hz + l.follow_per_mm * m_speed_mm_s;
    Vec2 const step = (at_mm - m_pen.at) * part_in(seconds, 1 / (2 * std::numbers::pi * cutoff_hz));
    float const moved = length(step);
    m_dot = m_dot && length(at_mm - m_kept.front().at) <= l.dot_mm;
    if (moved < l.still_mm)
        return;
    float const meant = l.thinnest_mm + (l.widest_mm - l.thinnest_mm) * std::exp(-m_speed_mm_s / l.thinning_mm_s);
    float const most = l.width_slope * moved;
    m_pen.width += std::clamp(meant - m_pen.width, -most, most);
    m_pen.at = m_pen.at + step;
    smooth(m_pen);
}

/// Keeps the mean of five in a row, in place of the one in their middle.
void HandStroke::smooth(HandPoint const& point) {
    m_recent.push_back(point);
    if (m_recent.size() < weights.size())
        return;
    HandPoint mean{{0, 0}, 0};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        mean.at = mean.at + m_recent[i].at * weights[i];
        mean.width += m_recent[i].width * weights[i];
    }
    m_recent.erase(m_recent.begin());
    keep(mean);
}

void HandStroke::keep(HandPoint const& point) {
    if (m_waiting.size() >= m_limits.most_left_out || !straight_to(point)) {
        m_kept.push_back(m_waiting.back());
        m_waiting.clear();
    }
    m_waiting.push_back(point);
}

/// Whether what waits lies on the line from the last kept point to `end`, in place and in width.
bool HandStroke::straight_to(HandPoint const& end) const {
    HandPoint const& start = m_kept.back();
    Vec2 const way = end.at - start.at;
    float const square = std::max(way.x * way.x + way.y * way.y, 1e-6F);
    return std::ranges::all_of(m_waiting, [&](HandPoint const& point) {
        Vec2 const to = point.at - start.at;
        float const part = std::clamp((to.x * way.x + to.y * way.y) / square, 0.0F, 1.0F);
        float const width = start.width + (end.width - start.width) * part;
        return length(to - way * part) <= m_limits.straight_mm && std::abs(point.width - width) <= m_limits.straight_mm;
    });
}

std::vector<HandPoint> HandStroke::points() const {
    if (m_dot)
        return {m_kept.front()};
    HandStroke whole = *this;
    HandPoint const end{m_finger, m_pen.width};
    for (std::size_t i = 0; i < weights.size() / 2; ++i)
        whole.smooth(end);
    whole.keep(end);
    whole.m_kept.push_back(end);
    return std::move(whole.m_kept);
}

} // namespace ui
