// A hand that writes: where a finger is, report by report, as a touch frame would tell it.
#pragma once

#include "ui/kit/hand_stroke.h"

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace hand {

inline constexpr double report_s = 1 / 90.0; ///< a touch frame's

struct Report {
    ui::Vec2 at_mm;
    double at_s;
};

/// Follows `path` (a function of 0–1, millimetres) in `seconds`, slower where it turns back, with the tremor of
/// an arm and the frame's raster of 0.4 mm.
template <class Path> std::vector<Report> traced(Path path, double seconds, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<float> tremor(0, 0.15F);
    auto const raster = [](float mm) { return std::round(mm / 0.4F) * 0.4F; };
    std::vector<Report> reports;
    int const count = static_cast<int>(seconds / report_s);
    for (int i = 0; i <= count; ++i) {
        float const part = static_cast<float>(i) / static_cast<float>(count);
        float const eased = part + std::sin(2 * std::numbers::pi_v<float> * part) * -0.08F; // starts and ends slowly
        ui::Vec2 const at = path(eased);
        reports.push_back({{raster(at.x + tremor(random)), raster(at.y + tremor(random))}, i * report_s});
    }
    return reports;
}

/// Joined-up loops of that height from `start`, as in "lele".
inline auto loops(ui::Vec2 start, float height, int count) {
    return [=](float part) {
        float const turns = part * static_cast<float>(count), angle = turns * 2 * std::numbers::pi_v<float>;
        float const tall = 0.78F + 0.22F * std::sin(angle / 2);
        return ui::Vec2{start.x + height * (0.55F * turns + 0.26F * std::sin(angle)),
                        start.y - height * tall * 0.5F * (1 - std::cos(angle))};
    };
}

/// Straight from corner to corner.
inline auto corners(std::vector<ui::Vec2> points) {
    return [=](float part) {
        float const at = std::clamp(part, 0.0F, 1.0F) * static_cast<float>(points.size() - 1);
        std::size_t const i = std::min(static_cast<std::size_t>(at), points.size() - 2);
        return points[i] + (points[i + 1] - points[i]) * (at - static_cast<float>(i));
    };
}

inline auto oval(ui::Vec2 centre, ui::Vec2 radii) {
    return [=](float part) {
        float const angle = -1.8F + part * 6.6F;
        return ui::Vec2{centre.x + radii.x * std::cos(angle), centre.y + radii.y * std::sin(angle)};
    };
}

inline ui::HandStroke stroke(std::vector<Report> const& reports) {
    ui::HandStroke stroke(reports.front().at_mm, reports.front().at_s);
    for (std::size_t i = 1; i < reports.size(); ++i)
        stroke.move(reports[i].at_mm, reports[i].at_s);
    return stroke;
}

} // namespace hand
