// A line is a band of rows, one at each point: clear rim, solid, solid, clear rim. Gentle turns share their row;
// at sharp ones the band ends round and a new one begins, so that no corner sticks out.
#include "ui/kit/stroke.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>
#include <numbers>
#include <vector>

namespace ui {

namespace {

constexpr float gentle = 0.77F;           // cosine of 40 degrees
constexpr std::size_t rows_at_once = 512; // a band must not outgrow 16-bit indices
constexpr float least_step = 0.05F;       // nearer points are the same point
constexpr ImU32 rgb_mask = ~IM_COL32_A_MASK;

float length(Vec2 v) { return std::hypot(v.x, v.y); }
Vec2 unit(Vec2 v) { return v * (1 / length(v)); }
Vec2 left_of(Vec2 v) { return {v.y, -v.x}; }
float dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }

class Stroker {
  public:
    Stroker(ImDrawList& list, float thickness, ImU32 colour)
        : m_list(list), m_solid(std::max(0.0F, thickness / 2 - 0.5F)), m_rim(std::max(thickness, 1.0F) / 2 + 0.5F),
          m_colour(thinned(colour, thickness)) {}

    void draw(std::vector<Vec2> const& points, Ends ends) {
        if (points.size() == 1) {
            cap(points[0], {1, 0});
            cap(points[0], {-1, 0});
            return;
        }
        std::size_t first = 0;
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            if (dot(unit(points[i] - points[i - 1]), unit(points[i + 1] - points[i])) < gentle) {
                band({points.data() + first, i + 1 - first}, first == 0 ? ends : Ends::Round, Ends::Round);
                first = i;
            }
        }
        band({points.data() + first, points.size() - first}, first == 0 ? ends : Ends::Round, ends);
    }

  private:
    /// A line thinner than a pixel is a pixel wide and paler.
    static ImU32 thinned(ImU32 colour, float thickness) {
        auto const alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT) * std::min(1.0F, thickness);
        return (colour & rgb_mask) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
    }

    void band(std::span<Vec2 const> points, Ends head, Ends tail) {
        Vec2 const in = unit(points[1] - points[0]), out = unit(points.back() - points[points.size() - 2]);
        if (head == Ends::Round) {
            cap(points.front(), in * -1);
        }
        m_rows.clear();
        if (head == Ends::Flat) {
            add_row(points.front() - in * 0.5F, left_of(in), m_colour & rgb_mask);
        }
        float const trim = 0.5F;
        add_row(head == Ends::Flat ? points.front() + in * trim : points.front(), left_of(in), m_colour);
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            Vec2 const a = left_of(unit(points[i] - points[i - 1])), b = left_of(unit(points[i + 1] - points[i]));
            Vec2 const mean = unit(a + b);
            add_row(points[i], mean * (1 / dot(mean, a)), m_colour);
        }
        add_row(tail == Ends::Flat ? points.back() - out * trim : points.back(), left_of(out), m_colour);
        if (tail == Ends::Flat) {
            add_row(points.back() + out * 0.5F, left_of(out), m_colour & rgb_mask);
        }
        for (std::size_t i = 0; i + 1 < m_rows.size(); i += rows_at_once - 1) {
            write_rows(i, std::min(m_rows.size(), i + rows_at_once));
        }
        if (tail == Ends::Round) {
            cap(points.back(), out);
        }
    }

    struct Row {
        Vec2 at, across;
        ImU32 colour;
    };
    void add_row(Vec2 at, Vec2 across, ImU32 colour) { m_rows.push_back({at, across, colour}); }

    void write_rows(std::size_t first, std::size_t end) {
        int const rows = static_cast<int>(end - first);
        m_list.PrimReserve(18 * (rows - 1), 4 * rows);
        for (std::size_t i = first; i < end; ++i) {
            unsigned const base = m_list._VtxCurrentIdx;
            Row const& row = m_rows[i];
            vertex(row.at + row.across * m_rim, m_colour & rgb_mask);
            vertex(row.at + row.across * m_solid, row.colour);
            vertex(row.at - row.across * m_solid, row.colour);
            vertex(row.at - row.across * m_rim, m_colour & rgb_mask);
            for (unsigned k = 0; i + 1 < end && k < 3; ++k) {
                quad(base + k, base + k + 1, base + k + 5, base + k + 4);
            }
        }
    }

    /// Half a disc on the side of `out`.
    void cap(Vec2 centre, Vec2 out) {
        int const steps = std::clamp(static_cast<int>(m_rim * 1.5F) + 5, 6, 32);
        m_list.PrimReserve(9 * steps, 1 + 2 * (steps + 1));
        unsigned const base = m_list._VtxCurrentIdx;
        vertex(centre, m_colour);
        for (int i = 0; i <= steps; ++i) {
            // The ends are exactly the band's own corners, so that no pixel is missed or drawn twice.
            float const angle = std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(steps);
            Vec2 const side = left_of(out);
            Vec2 const to = i == 0 ? side : i == steps ? side * -1 : side * std::cos(angle) + out * std::sin(angle);
            vertex(centre + to * m_solid, m_colour);
            vertex(centre + to * m_rim, m_colour & rgb_mask);
            if (i < steps) {
                unsigned const at = base + 1 + 2 * static_cast<unsigned>(i);
                triangle(base, at, at + 2);
                quad(at, at + 1, at + 3, at + 2);
            }
        }
    }

    void vertex(Vec2 at, ImU32 colour) { m_list.PrimWriteVtx({at.x, at.y}, m_list._Data->TexUvWhitePixel, colour); }
    void triangle(unsigned a, unsigned b, unsigned c) {
        m_list.PrimWriteIdx(static_cast<ImDrawIdx>(a));
        m_list.PrimWriteIdx(static_cast<ImDrawIdx>(b));
        m_list.PrimWriteIdx(static_cast<ImDrawIdx>(c));
    }
    void quad(unsigned a, unsigned b, unsigned c, unsigned d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    ImDrawList& m_list;
    float m_solid, m_rim; ///< half widths
    ImU32 m_colour;
    std::vector<Row> m_rows;
};

} // namespace

void stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour, Ends ends) {
    std::vector<Vec2> apart;
    apart.reserve(points.size());
    for (Vec2 const point : points) {
        if (apart.empty() || length(point - apart.back()) > least_step) {
            apart.push_back(point);
        }
    }
    if (!apart.empty() && thickness > 0) {
        Stroker(list, thickness, colour).draw(apart, ends);
    }
}

void dashed_stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour) {
    float whole = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        whole += length(points[i] - points[i - 1]);
    }
    constexpr float on_part = 0.6F, nudge = 1e-3F;
    float const period = whole / std::max(2.0F, std::round(whole / (5 * thickness)));
    float begin = 0;
    std::vector<Vec2> dash;
    for (std::size_t i = 1; i < points.size(); ++i) {
        Vec2 const step = points[i] - points[i - 1];
        float const side = length(step), end = begin + side;
        for (float at = begin; at < end - nudge;) {
            float const start = std::floor(at / period + nudge) * period;
            bool const on = at < start + on_part * period - nudge;
            float const until = std::min(end, start + (on ? on_part : 1) * period);
            if (on) {
                dash.push_back(points[i - 1] + step * ((at - begin) / side));
                dash.push_back(points[i - 1] + step * ((until - begin) / side));
            }
            if (!on || until < end) {
                stroke(list, dash, thickness, colour, Ends::Flat);
                dash.clear();
            }
            at = std::max(until, at + nudge);
        }
        begin = end;
    }
    stroke(list, dash, thickness, colour, Ends::Flat);
}

} // namespace ui
