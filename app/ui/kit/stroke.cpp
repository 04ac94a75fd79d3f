// A line is a band of rows, one at each knot: clear rim, solid, solid, clear rim. Gentle turns share their row;
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

float length(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); } // hypot costs more than the rest of a row
Vec2 unit(Vec2 v) { return v * (1 / length(v)); }
Vec2 left_of(Vec2 v) { return {v.y, -v.x}; }
float dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }

/// Half of a line's section, and its colour: one thinner than a pixel is a pixel wide and paler.
struct Nib {
    float solid, rim; ///< from the middle to where the soft edge begins and ends
    ImU32 colour;
};

Nib nib_of(float width, ImU32 colour) {
    auto const alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT) * std::min(1.0F, width);
    return {std::max(0.0F, width / 2 - 0.5F), std::max(width, 1.0F) / 2 + 0.5F,
            (colour & rgb_mask) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT};
}

class Stroker {
  public:
    Stroker(ImDrawList& list, ImU32 colour) : m_list(list), m_colour(colour) {}

    void draw(std::span<Knot const> line, Ends ends) {
        m_apart.clear();
        for (Knot const& knot : line) {
            if (knot.width > 0 && (m_apart.empty() || length(knot.at - m_apart.back().at) > least_step)) {
                m_apart.push_back(knot);
            }
        }
        if (!m_apart.empty()) {
            draw_apart(m_apart, ends);
        }
    }

  private:
    void draw_apart(std::span<Knot const> knots, Ends ends) {
        if (knots.size() == 1) {
            cap(knots[0], {1, 0});
            cap(knots[0], {-1, 0});
            return;
        }
        m_ways.clear();
        for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
            m_ways.push_back(unit(knots[i + 1].at - knots[i].at));
        }
        std::size_t first = 0;
        for (std::size_t i = 1; i + 1 < knots.size(); ++i) {
            if (dot(m_ways[i - 1], m_ways[i]) < gentle) {
                band({knots.data() + first, i + 1 - first}, m_ways.data() + first, first == 0 ? ends : Ends::Round,
                     Ends::Round);
                first = i;
            }
        }
        band({knots.data() + first, knots.size() - first}, m_ways.data() + first, first == 0 ? ends : Ends::Round,
             ends);
    }

    /// `ways` lead from each knot to the next.
    void band(std::span<Knot const> knots, Vec2 const* ways, Ends head, Ends tail) {
        Knot const &front = knots.front(), &back = knots.back();
        Vec2 const in = ways[0], out = ways[knots.size() - 2];
        if (head == Ends::Round) {
            cap(front, in * -1);
        }
        m_rows.clear();
        if (head == Ends::Flat) {
            add_row({front.at - in * 0.5F, front.width}, left_of(in), Edge::Clear);
        }
        float const trim = 0.5F;
        add_row({head == Ends::Flat ? front.at + in * trim : front.at, front.width}, left_of(in));
        for (std::size_t i = 1; i + 1 < knots.size(); ++i) {
            Vec2 const a = left_of(ways[i - 1]), mean = unit(a + left_of(ways[i]));
            add_row(knots[i], mean * (1 / dot(mean, a)));
        }
        add_row({tail == Ends::Flat ? back.at - out * trim : back.at, back.width}, left_of(out));
        if (tail == Ends::Flat) {
            add_row({back.at + out * 0.5F, back.width}, left_of(out), Edge::Clear);
        }
        for (std::size_t i = 0; i + 1 < m_rows.size(); i += rows_at_once - 1) {
            write_rows(i, std::min(m_rows.size(), i + rows_at_once));
        }
        if (tail == Ends::Round) {
            cap(back, out);
        }
    }

    enum class Edge { Inked, Clear };
    struct Row {
        Vec2 at, across;
        Nib nib;
    };
    void add_row(Knot const& knot, Vec2 across, Edge edge = Edge::Inked) {
        Row row{knot.at, across, nib_of(knot.width, m_colour)};
        if (edge == Edge::Clear) {
            row.nib.colour &= rgb_mask;
        }
        m_rows.push_back(row);
    }

    void write_rows(std::size_t first, std::size_t end) {
        int const rows = static_cast<int>(end - first);
        m_list.PrimReserve(18 * (rows - 1), 4 * rows);
        for (std::size_t i = first; i < end; ++i) {
            unsigned const base = m_list._VtxCurrentIdx;
            Row const& row = m_rows[i];
            vertex(row.at + row.across * row.nib.rim, m_colour & rgb_mask);
            vertex(row.at + row.across * row.nib.solid, row.nib.colour);
            vertex(row.at - row.across * row.nib.solid, row.nib.colour);
            vertex(row.at - row.across * row.nib.rim, m_colour & rgb_mask);
            for (unsigned k = 0; i + 1 < end && k < 3; ++k) {
                quad(base + k, base + k + 1, base + k + 5, base + k + 4);
            }
        }
    }

    /// Half a disc on the side of `out`.
    void cap(Knot const& knot, Vec2 out) {
        Nib const nib = nib_of(knot.width, m_colour);
        int const steps = std::clamp(static_cast<int>(nib.rim * 1.5F) + 5, 6, 32);
        m_list.PrimReserve(9 * steps, 1 + 2 * (steps + 1));
        unsigned const base = m_list._VtxCurrentIdx;
        vertex(knot.at, nib.colour);
        for (int i = 0; i <= steps; ++i) {
            // The ends are exactly the band's own corners, so that no pixel is missed or drawn twice.
            float const angle = std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(steps);
            Vec2 const side = left_of(out);
            Vec2 const to = i == 0 ? side : i == steps ? side * -1 : side * std::cos(angle) + out * std::sin(angle);
            vertex(knot.at + to * nib.solid, nib.colour);
            vertex(knot.at + to * nib.rim, m_colour & rgb_mask);
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
    ImU32 m_colour;
    std::vector<Knot> m_apart; ///< of the line, those that are apart
    std::vector<Vec2> m_ways;  ///< from each knot to the next
    std::vector<Row> m_rows;
};

} // namespace

void stroke(ImDrawList& list, std::span<Knot const> knots, ImU32 colour, Ends ends) {
    Stroker(list, colour).draw(knots, ends);
}

void stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour, Ends ends) {
    std::vector<Knot> knots;
    knots.reserve(points.size());
    for (Vec2 const point : points) {
        knots.push_back({point, thickness});
    }
    stroke(list, knots, colour, ends);
}

void dashed_stroke(ImDrawList& list, std::span<Vec2 const> points, float thickness, ImU32 colour) {
    float whole = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        whole += length(points[i] - points[i - 1]);
    }
    constexpr float on_part = 0.6F, nudge = 1e-3F;
    float const period = whole / std::max(2.0F, std::round(whole / (5 * thickness)));
    float begin = 0;
    Stroker stroker(list, colour);
    std::vector<Knot> dash;
    for (std::size_t i = 1; i < points.size(); ++i) {
        Vec2 const step = points[i] - points[i - 1];
        float const side = length(step), end = begin + side;
        for (float at = begin; at < end - nudge;) {
            float const start = std::floor(at / period + nudge) * period;
            bool const on = at < start + on_part * period - nudge;
            float const until = std::min(end, start + (on ? on_part : 1) * period);
            if (on) {
                dash.push_back({points[i - 1] + step * ((at - begin) / side), thickness});
                dash.push_back({points[i - 1] + step * ((until - begin) / side), thickness});
            }
            if (!on || until < end) {
                stroker.draw(dash, Ends::Flat);
                dash.clear();
            }
            at = std::max(until, at + nudge);
        }
        begin = end;
    }
    stroker.draw(dash, Ends::Flat);
}

} // namespace ui
