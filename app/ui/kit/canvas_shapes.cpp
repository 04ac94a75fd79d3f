// What can be drawn. Du become whole pixels here, and shapes become rectangles over the atlas wherever they can:
// those cost the least to draw and compare, with and without a GPU.
#include "ui/kit/canvas_impl.h"

#include "ui/kit/stroke.h"

#include <cassert>
#include <numbers>

namespace ui {

namespace {

constexpr int largest_baked = 384;     // a larger disc costs more texture than triangles
constexpr float curve_error_px = 0.1F; // how far a curve's chords may lie inside it

std::vector<Vec2> points_on(Vec2 centre, Vec2 radii) {
    float const r = std::max({radii.x, radii.y, 1.0F});
    int const quarter = static_cast<int>(std::numbers::pi_v<float> / 4 / std::acos(1 - curve_error_px / r)) + 1;
    int const count = 4 * std::max(3, quarter); // the same from all four sides
    std::vector<Vec2> points;
    for (int i = 0; i < count; ++i) {
        float const angle = 2 * std::numbers::pi_v<float> * f(i) / f(count);
        points.push_back({centre.x + radii.x * std::cos(angle), centre.y + radii.y * std::sin(angle)});
    }
    return points;
}

/// The middle of a rounded outline, from the top left, clockwise and closed.
std::vector<Vec2> rounded_path(Rect const& r, float radius) {
    std::vector<Vec2> path;
    Vec2 const centres[] = {{r.right() - radius, r.y + radius},
                            {r.right() - radius, r.bottom() - radius},
                            {r.x + radius, r.bottom() - radius},
                            {r.x + radius, r.y + radius}};
    path.push_back({r.x + radius, r.y});
    for (int corner = 0; corner < 4; ++corner) {
        for (int i = 0; i <= 8; ++i) {
            float const angle = std::numbers::pi_v<float> / 2 * (f(corner) - 1 + f(i) / 8);
            path.push_back(centres[corner] + Vec2{std::cos(angle), std::sin(angle)} * radius);
        }
    }
    path.push_back(path.front());
    return path;
}

} // namespace

void Canvas::fill(Rect rect, Colour colour) { m_impl->solid(m_impl->box(rect), m_impl->ink(colour)); }

void Canvas::rounded(Rect rect, float radius, Colour colour) {
    Impl& m = *m_impl;
    Box const b = m.box(rect);
    int const r = m.corner(b, radius);
    ImU32 const ink = m.ink(colour);
    auto const slot = r > 0 && m.seen(b) ? m.shapes.disc(2 * r) : std::nullopt;
    if (!slot) {
        m.solid(b, ink);
        return;
    }
    m.solid({b.l, b.t + r, b.r, b.b - r}, ink); // first: what it covers whole need not be drawn beneath it
    m.corners(b, r, *slot, ink);
    m.solid({b.l + r, b.t, b.r - r, b.t + r}, ink);
    m.solid({b.l + r, b.b - r, b.r - r, b.b}, ink);
}

void Canvas::rounded_top(Rect rect, float radius, Colour colour) {
    Impl& m = *m_impl;
    Box const b = m.box(rect);
    int const r = std::clamp(whole(radius * m.scale), 0, std::max(0, b.w() / 2));
    int const h = std::min(r, b.h());
    ImU32 const ink = m.ink(colour);
    auto const slot = h > 0 && m.seen(b) ? m.shapes.disc(2 * r) : std::nullopt;
    if (!slot) {
        m.solid(b, ink);
        return;
    }
    m.blit({b.l, b.t, b.l + r, b.t + h}, *slot, 0, 0, ink);
    m.blit({b.r - r, b.t, b.r, b.t + h}, *slot, r, 0, ink);
    m.solid({b.l + r, b.t, b.r - r, b.t + h}, ink);
    m.solid({b.l, b.t + h, b.r, b.b}, ink);
}

void Canvas::outline(Rect rect, float radius, float thickness, Colour colour) {
    Impl& m = *m_impl;
    Box const b = m.box(rect);
    int const t = std::min(m.edge(thickness), std::max(1, std::min(b.w(), b.h()) / 2));
    int const r = std::max(m.corner(b, radius), t);
    ImU32 const ink = m.ink(colour);
    auto const slot = m.seen(b) ? m.shapes.ring(2 * r, t) : std::nullopt;
    if (!slot) {
        return;
    }
    m.corners(b, r, *slot, ink);
    m.solid({b.l + r, b.t, b.r - r, b.t + t}, ink);
    m.solid({b.l + r, b.b - t, b.r - r, b.b}, ink);
    m.solid({b.l, b.t + r, b.l + t, b.b - r}, ink);
    m.solid({b.r - t, b.t + r, b.r, b.b - r}, ink);
}

void Canvas::dashed(Rect rect, float radius, float thickness, Colour colour) {
    Impl& m = *m_impl;
    Box const b = m.box(rect);
    if (m.seen(b)) {
        float const t = f(m.edge(thickness));
        Rect const middle = Rect{f(b.l), f(b.t), f(b.w()), f(b.h())}.inset(t / 2);
        dashed_stroke(m.list(), rounded_path(middle, std::max(0.0F, f(m.corner(b, radius)) - t / 2)), t, m.ink(colour));
    }
}

void Canvas::shadow(Rect rect, float radius, Shadow kind) {
    Impl& m = *m_impl;
    Box const b = m.box(rect);
    if (b.w() <= 0 || b.h() <= 0) {
        return;
    }
    int const r = m.corner(b, radius);
    if (auto const place = m.shapes.shadow(kind, b.w(), b.h(), r, m.scale)) {
        m.shadow_cells(b, r, *place, m.ink(colour::shade, place->opacity));
    }
}

// The slot's columns: its left half, a middle that stretches, the left half mirrored. Its rows: upper half, a
// middle that stretches, lower half. The middle of the whole is covered and left out.
void Canvas::Impl::shadow_cells(Box const& b, int r, Shapes::ShadowPlace const& place, ImU32 colour) {
    int const e = place.reach, all_w = place.w + 2 * e, all_h = place.h + 2 * e;
    int const half_w = all_w / 2, half_h = all_h / 2;
    Box const out{b.l - e, b.t - e, b.r + e, b.b + e};
    struct Rows {
        int from, to; ///< pixels
        int v0, v1;   ///< rows of the slot; equal where one row stretches
    };
    int const near = e + r;
    std::array const rows = {Rows{out.t, out.t + near, 0, near}, Rows{out.t + near, out.t + half_h, near, half_h},
                             Rows{out.t + half_h, out.b - half_h, half_h, half_h},
                             Rows{out.b - half_h, out.b - near, all_h - half_h, all_h - near},
                             Rows{out.b - near, out.b, all_h - near, all_h}};
    float const k = 1 / f(type.atlas().side());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Rows const& row = rows[i];
        bool const edge = i == 0 || i + 1 == rows.size();
        bool const stretched = row.v0 == row.v1;
        float const v0 = (f(place.slot.y + row.v0) + (stretched ? 0.5F : 0)) * k;
        float const v1 = (f(place.slot.y + row.v1) + (stretched ? 0.5F : 0)) * k;
        int const columns = edge ? half_w : e;
        float const u0 = f(place.slot.x) * k, u1 = f(place.slot.x + columns) * k;
        quad({out.l, row.from, out.l + columns, row.to}, {u0, v0}, {u1, v1}, colour);
        quad({out.r - columns, row.from, out.r, row.to}, {u1, v0}, {u0, v1}, colour);
        if (edge) {
            float const middle = (f(place.slot.x + half_w) + 0.5F) * k;
            quad({out.l + half_w, row.from, out.r - half_w, row.to}, {middle, v0}, {middle, v1}, colour);
        }
    }
}

void Canvas::disc(Vec2 centre, float radius, Colour colour) {
    Impl& m = *m_impl;
    int const diameter = std::max(1, whole(2 * radius * m.scale));
    if (diameter > largest_baked) {
        ellipse(centre, {radius, radius}, colour);
        return;
    }
    m.round(centre, diameter, m.shapes.disc(diameter), m.ink(colour));
}

void Canvas::ring(Vec2 centre, float radius, float thickness, Colour colour) {
    Impl& m = *m_impl;
    int const diameter = std::max(2, whole(2 * radius * m.scale));
    if (diameter > largest_baked) {
        ellipse_ring(centre, {radius, radius}, thickness, colour);
        return;
    }
    m.round(centre, diameter, m.shapes.ring(diameter, m.thickness(thickness)), m.ink(colour));
}

void Canvas::dashed_ring(Vec2 centre, float radius, float thickness, Colour colour) {
    Impl& m = *m_impl;
    int const diameter = std::max(2, whole(2 * radius * m.scale));
    if (diameter > largest_baked) {
        auto path = points_on(centre * m.scale, Vec2{radius, radius} * m.scale);
        path.push_back(path.front());
        dashed_stroke(m.list(), path, f(m.thickness(thickness)), m.ink(colour));
        return;
    }
    m.round(centre, diameter, m.shapes.dashed_ring(diameter, m.thickness(thickness)), m.ink(colour));
}

void Canvas::ellipse(Vec2 centre, Vec2 radii, Colour colour) {
    auto const points = points_on(centre * m_impl->scale, radii * m_impl->scale);
    static_assert(sizeof(Vec2) == sizeof(ImVec2));
    m_impl->list().AddConvexPolyFilled(reinterpret_cast<ImVec2 const*>(points.data()), static_cast<int>(points.size()),
                                       m_impl->ink(colour));
}

void Canvas::ellipse_ring(Vec2 centre, Vec2 radii, float thickness, Colour colour) {
    float const t = f(m_impl->thickness(thickness));
    Vec2 const middle = radii * m_impl->scale - Vec2{t / 2, t / 2};
    auto const points = points_on(centre * m_impl->scale, middle);
    m_impl->list().AddPolyline(reinterpret_cast<ImVec2 const*>(points.data()), static_cast<int>(points.size()),
                               m_impl->ink(colour), ImDrawFlags_Closed, t);
}

void Canvas::convex(std::span<Vec2 const> outline, Colour colour) {
    std::vector<ImVec2> points;
    for (Vec2 const point : outline) {
        points.push_back(im(point * m_impl->scale));
    }
    m_impl->list().AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), m_impl->ink(colour));
}

void Canvas::line(Vec2 from, Vec2 to, float thickness, Colour colour) {
    Impl& m = *m_impl;
    int const t = m.thickness(thickness);
    if (from.y == to.y) {
        int const y = whole(from.y * m.scale - f(t) / 2);
        m.solid({whole(std::min(from.x, to.x) * m.scale), y, whole(std::max(from.x, to.x) * m.scale), y + t},
                m.ink(colour));
    } else if (from.x == to.x) {
        int const x = whole(from.x * m.scale - f(t) / 2);
        m.solid({x, whole(std::min(from.y, to.y) * m.scale), x + t, whole(std::max(from.y, to.y) * m.scale)},
                m.ink(colour));
    } else {
        polyline(std::array{from, to}, thickness, colour);
    }
}

void Canvas::polyline(std::span<Vec2 const> points, float thickness, Colour colour) {
    std::vector<Vec2> path(points.begin(), points.end());
    for (Vec2& point : path) {
        point = point * m_impl->scale;
    }
    stroke(m_impl->list(), path, thickness * m_impl->scale, m_impl->ink(colour), Ends::Round);
}

void Canvas::ribbon(std::span<Vec2 const> points, std::span<float const> widths, Colour colour) {
    assert(points.size() == widths.size());
    std::vector<Knot> knots;
    knots.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        knots.push_back({points[i] * m_impl->scale, widths[i] * m_impl->scale});
    stroke(m_impl->list(), knots, m_impl->ink(colour), Ends::Round);
}

void Canvas::paragraph(Paragraph const& paragraph, Vec2 at, Colour colour) {
    Impl& m = *m_impl;
    int const x = whole(at.x * m.scale), y = whole(at.y * m.scale);
    ImU32 const ink = m.ink(colour);
    int const count = static_cast<int>(paragraph.glyphs.size());
    int written = 0;
    m.list().PrimReserve(6 * count, 4 * count); // at once: text is most of what is drawn
    for (PlacedGlyph const& glyph : paragraph.glyphs) {
        int const l = x + static_cast<int>(glyph.at.x), t = y + static_cast<int>(glyph.at.y);
        Box const b{l, t, l + static_cast<int>(glyph.size.x), t + static_cast<int>(glyph.size.y)};
        if (m.seen(b)) {
            m.list().PrimRectUV({f(b.l), f(b.t)}, {f(b.r), f(b.b)}, im(glyph.uv0), im(glyph.uv1), ink);
            ++written;
        }
    }
    m.list().PrimUnreserve(6 * (count - written), 4 * (count - written));
}

void Canvas::icon(Icon icon, Vec2 centre, float size, Colour colour) {
    Impl& m = *m_impl;
    int const side = std::max(1, whole(size * m.scale));
    m.round(centre, side, m.shapes.icon(icon, side), m.ink(colour));
}

void Canvas::picture(Rect rect, PictureId id, int w, int h) {
    Impl& m = *m_impl;
    Box b = m.box(rect);
    if (std::abs(b.w() - w) <= 1 && std::abs(b.h() - h) <= 1) {
        b.r = b.l + w, b.b = b.t + h;
    }
    m.list().PushTextureID(texture_of(id));
    m.quad(b, {0, 0}, {1, 1}, m.ink({0xFFFFFFFFU}) | IM_COL32(255, 255, 255, 0));
    m.list().PopTextureID();
}

void Canvas::mark(Vec2 centre, float size) {
    float const unit = size / 60;
    ellipse(centre, Vec2{17, 12.2F} * unit, colour::accent);
    constexpr std::array seats = {Vec2{0, -23}, Vec2{23, -11.8F}, Vec2{23, 11.8F},
                                  Vec2{0, 23},  Vec2{-23, 11.8F}, Vec2{-23, -11.8F}};
    for (std::size_t i = 0; i < seats.size(); ++i) {
        disc(centre + seats[i] * unit, 6.4F * unit, colour::mark[i]);
    }
}

} // namespace ui
