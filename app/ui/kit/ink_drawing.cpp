// A stroke is a centripetal Catmull-Rom spline through its points: it goes through each, and neither loops nor
// overshoots where they lie unevenly.
#include "ui/kit/ink_drawing.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float least_step_px = 0.7F;  // nearer points cannot be told apart
constexpr float least_width_px = 1.3F; // thinner lines are too pale to read
constexpr float error_px = 0.08F;      // how far a curve's chords may lie inside it, at its middle and at its edge
constexpr int most_chords = 32;        // between two points

struct Place {
    Vec2 at; ///< du
    float width = 0;
};

float length(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); }
float dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }
float cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }
Vec2 at(board::InkPoint const& point) { return {static_cast<float>(point.x), static_cast<float>(point.y)}; }

/// The points that can be told apart, and always the last.
std::vector<Place> places_of(board::InkStroke const& stroke, Rect rect, float px_per_du) {
    float const scale = rect.w / board::ink_grid;
    float const step = least_step_px / px_per_du, least = least_width_px / px_per_du;
    std::vector<Place> places;
    places.reserve(stroke.points.size());
    for (board::InkPoint const& point : stroke.points) {
        Place const place{Vec2{rect.x, rect.y} + at(point) * scale,
                          std::max(least, static_cast<float>(point.width) * scale)};
        bool const near = !places.empty() && length(place.at - places.back().at) < step;
        if (!near)
            places.push_back(place);
        else if (&point == &stroke.points.back() && places.size() > 1)
            places.back() = place;
    }
    return places;
}

/// A curve from a to d, pulled by b and c (Bézier).
struct Curve {
    Vec2 a, b, c, d;

    Vec2 at(float t) const {
        float const u = 1 - t;
        return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
    }
    /// So that neither the middle nor the edge of a line that wide shows its corners.
    int chords(float width, float error) const {
        float const bend = std::max(length(a - b * 2 + c), length(b - c * 2 + d));
        float const turn = std::abs(std::atan2(cross(b - a, d - c), dot(b - a, d - c)));
        float const middle = std::sqrt(0.75F * bend / error), edge = turn * std::sqrt(width / (16 * error));
        return std::clamp(static_cast<int>(std::ceil(std::max(middle, edge))), 1, most_chords);
    }
};

/// Where the curve leaves `p` for `next`, having come from `before`.
Vec2 pull(Vec2 before, Vec2 p, Vec2 next) {
    float const in = length(p - before), out = length(next - p);
    if (in == 0 || out == 0)
        return p + (next - p) * (1 / 3.0F);
    float const root = std::sqrt(in * out);
    return p + ((next - p) * in + (p - before) * out) * (1 / (3 * (in + root)));
}

Curve curve_from(std::vector<Place> const& places, std::size_t i) {
    Vec2 const a = places[i].at, d = places[i + 1].at;
    Vec2 const before = i > 0 ? places[i - 1].at : a, after = i + 2 < places.size() ? places[i + 2].at : d;
    return {a, pull(before, a, d), pull(after, d, a), d};
}

float to_segment(Vec2 p, Vec2 a, Vec2 b) {
    Vec2 const way = b - a;
    float const square = dot(way, way);
    float const part = square == 0 ? 0 : std::clamp(dot(p - a, way) / square, 0.0F, 1.0F);
    return length(p - a - way * part);
}

bool intersect(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    auto const sides = [](Vec2 from, Vec2 to, Vec2 p, Vec2 q) {
        return cross(to - from, p - from) * cross(to - from, q - from);
    };
    return sides(a, b, c, d) < 0 && sides(c, d, a, b) < 0;
}

float between(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    if (intersect(a, b, c, d))
        return 0;
    return std::min({to_segment(a, c, d), to_segment(b, c, d), to_segment(c, a, b), to_segment(d, a, b)});
}

} // namespace

Colour colour_of(board::InkColour colour) { return colour::pens[static_cast<std::size_t>(colour)]; }

void draw_ink(Canvas& canvas, board::Ink const& ink, Rect rect) {
    Rect const all{rect.x, rect.y, rect.w, rect.w * static_cast<float>(ink.height) / board::ink_grid};
    if (!canvas.clip().overlaps(all))
        return;
    for (board::InkStroke const& stroke : ink.strokes)
        draw_stroke(canvas, stroke, rect);
}

void draw_stroke(Canvas& canvas, board::InkStroke const& stroke, Rect rect) {
    std::vector<Place> const places = places_of(stroke, rect, canvas.px_per_du());
    if (places.empty())
        return;
    std::vector<Vec2> points{places.front().at};
    std::vector<float> widths{places.front().width};
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        float const width = places[i].width, more = places[i + 1].width - width;
        Curve const curve = curve_from(places, i);
        int const chords = curve.chords(width + std::max(0.0F, more), error_px / canvas.px_per_du());
        for (int k = 1; k <= chords; ++k) {
            float const part = static_cast<float>(k) / static_cast<float>(chords);
            points.push_back(curve.at(part));
            widths.push_back(width + more * part);
        }
    }
    canvas.ribbon(points, widths, colour_of(stroke.colour));
}

bool crosses(board::InkStroke const& stroke, Vec2 from, Vec2 to, float reach) {
    auto const& points = stroke.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        board::InkPoint const& point = points[i];
        Vec2 const a = at(point), b = at(points[std::min(i + 1, points.size() - 1)]);
        if (between(a, b, from, to) <= reach + static_cast<float>(point.width) / 2)
            return true;
    }
    return false;
}

} // namespace ui
