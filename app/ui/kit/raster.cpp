// Three ways to draw: rectangles of one colour with the atlas's coverage, which is nearly everything; pictures; and
// triangles with a colour at each corner. A pixel belongs to what covers its centre; every value depends on the
// pixel alone, so that cutting to the damage changes nothing.
#include "ui/kit/raster.h"

#include "ui/kit/blend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>

namespace ui {

namespace {

Ink ink_of(ImU32 colour) {
    auto const channel = [colour](unsigned shift) { return static_cast<std::uint32_t>(colour >> shift & 0xFFU); };
    return {channel(IM_COL32_R_SHIFT) << 16U | channel(IM_COL32_G_SHIFT) << 8U | channel(IM_COL32_B_SHIFT),
            channel(IM_COL32_A_SHIFT)};
}

/// The first pixel whose centre lies at or after an edge.
int first_pixel(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

/// One damaged rectangle being drawn.
class Painter {
  public:
    Painter(Pixels const& into, Atlas const& atlas, Pictures const* pictures, PixelRect const& area)
        : m_into(into), m_texels(atlas.pixels().data()), m_side(atlas.side()), m_white(atlas.white_uv()),
          m_pictures(pictures), m_area(area) {}

    void clear() {
        for (int y = m_area.y; y < m_area.y + m_area.h; ++y) {
            std::fill_n(row(y) + m_area.x, m_area.w, 0U);
        }
    }

    /// The command begins with an opaque rectangle over the whole area: nothing before it can be seen.
    bool hides_all(SeenCommand const& seen) const {
        ImDrawIdx const* const index = seen.list->IdxBuffer.Data + seen.command->IdxOffset;
        ImDrawVert const* const vertices = seen.list->VtxBuffer.Data + seen.command->VtxOffset;
        if (id_of(seen.command->TextureId) != atlas_texture || seen.bounds.cut(m_area) != m_area ||
            seen.command->ElemCount < 6 || !upright(vertices, index)) {
            return false;
        }
        ImDrawVert const &a = vertices[index[0]], &c = vertices[index[2]];
        return white(a.uv) && white(c.uv) && ink_of(a.col).alpha == 255 && pixels_of(a, c).cut(m_area) == m_area;
    }

    void draw(SeenCommand const& seen) {
        m_cut = seen.bounds.cut(m_area);
        ImDrawVert const* const vertices = seen.list->VtxBuffer.Data + seen.command->VtxOffset;
        ImDrawIdx const* index = seen.list->IdxBuffer.Data + seen.command->IdxOffset;
        ImDrawIdx const* const end = index + seen.command->ElemCount;
        if (id_of(seen.command->TextureId) != atlas_texture) {
            draw_pictures(id_of(seen.command->TextureId), vertices, index, end);
            return;
        }
        while (!m_cut.empty() && index < end) {
            if (end - index >= 6 && upright(vertices, index)) {
                rectangle(vertices[index[0]], vertices[index[2]]);
                index += 6;
            } else {
                triangle(vertices[index[0]], vertices[index[1]], vertices[index[2]]);
                index += 3;
            }
        }
    }

  private:
    std::uint32_t* row(int y) const { return m_into.data + static_cast<std::ptrdiff_t>(y) * m_into.stride; }
    bool white(ImVec2 uv) const { return uv.x == m_white.x && uv.y == m_white.y; }

    /// The two triangles at `index` are an upright rectangle of one colour, as PrimRectUV makes it.
    static bool upright(ImDrawVert const* vertices, ImDrawIdx const* index) {
        if (index[3] != index[0] || index[4] != index[2]) {
            return false;
        }
        ImDrawVert const &a = vertices[index[0]], &b = vertices[index[1]], &c = vertices[index[2]],
                         &d = vertices[index[5]];
        bool const level = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
                           a.pos.x < c.pos.x && a.pos.y < c.pos.y;
        bool const straight = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
        return level && straight && a.col == b.col && a.col == c.col && a.col == d.col;
    }
    static PixelRect pixels_of(ImDrawVert const& a, ImDrawVert const& c) {
        int const l = first_pixel(a.pos.x), t = first_pixel(a.pos.y);
        return {l, t, first_pixel(c.pos.x) - l, first_pixel(c.pos.y) - t};
    }

    void rectangle(ImDrawVert const& a, ImDrawVert const& c) {
        PixelRect const part = pixels_of(a, c).cut(m_cut);
        if (part.empty()) {
            return;
        }
        if (white(a.uv) && white(c.uv)) {
            fill(part, ink_of(a.col));
        } else {
            blit(part, a, c);
        }
    }

    void fill(PixelRect const& part, Ink ink) {
        for (int y = part.y; y < part.y + part.h; ++y) {
            paint(row(y) + part.x, part.w, ink);
        }
    }

    /// The texel under the centre of pixel `at`, along one axis.
    struct Axis {
        float from, texel, step;
        int limit;
        int at(int pixel) const {
            float const t = texel + (static_cast<float>(pixel) + 0.5F - from) * step;
            return std::clamp(static_cast<int>(t), 0, limit);
        }
    };
    static Axis axis(float from, float to, float uv0, float uv1, int texels) {
        auto const side = static_cast<float>(texels);
        return {from, uv0 * side, (uv1 - uv0) * side / (to - from), texels - 1};
    }

    /// A picture's command holds nothing but its rectangles.
    void draw_pictures(PictureId id, ImDrawVert const* vertices, ImDrawIdx const* index, ImDrawIdx const* end) {
        Picture const* const picture = m_pictures == nullptr ? nullptr : m_pictures->find(id);
        for (; picture != nullptr && end - index >= 6; index += 6) {
            if (upright(vertices, index)) {
                picture_in(*picture, vertices[index[0]], vertices[index[2]]);
            }
        }
    }
    void picture_in(Picture const& picture, ImDrawVert const& a, ImDrawVert const& c) {
        PixelRect const part = pixels_of(a, c).cut(m_cut);
        Axis const across = axis(a.pos.x, c.pos.x, a.uv.x, c.uv.x, picture.w);
        Axis const down = axis(a.pos.y, c.pos.y, a.uv.y, c.uv.y, picture.h);
        std::uint32_t const opacity = ink_of(a.col).alpha;
        int const first = across.at(part.x);
        bool const pixel_for_pixel = across.at(part.x + part.w - 1) - first == part.w - 1;
        for (int y = part.y; y < part.y + part.h; ++y) {
            std::uint32_t const* const from = picture.pixels.data() +
                                              static_cast<std::ptrdiff_t>(down.at(y)) * picture.w;
            std::uint32_t* const to = row(y);
            for (int x = part.x; x < part.x + part.w; ++x) {
                std::uint32_t const texel = from[pixel_for_pixel ? first + x - part.x : across.at(x)];
                std::uint32_t const alpha = divided_by_255((texel >> 24U) * opacity);
                to[x] = alpha == 255 ? texel & 0xFFFFFFU : over(to[x], texel & 0xFFFFFFU, alpha);
            }
        }
    }

    void blit(PixelRect const& part, ImDrawVert const& a, ImDrawVert const& c) {
        Axis const across = axis(a.pos.x, c.pos.x, a.uv.x, c.uv.x, m_side);
        Axis const down = axis(a.pos.y, c.pos.y, a.uv.y, c.uv.y, m_side);
        int const first = across.at(part.x), last = across.at(part.x + part.w - 1);
        Ink const ink = ink_of(a.col);
        m_gathered.resize(static_cast<std::size_t>(part.w));
        for (int y = part.y; y < part.y + part.h; ++y) {
            std::uint8_t const* const texels = m_texels + static_cast<std::ptrdiff_t>(down.at(y)) * m_side;
            if (last - first == part.w - 1) { // pixel for pixel
                paint_covered(row(y) + part.x, texels + first, part.w, ink);
            } else if (last == first) { // one texel stretched
                paint(row(y) + part.x, part.w, {ink.rgb, divided_by_255(texels[first] * ink.alpha)});
            } else {
                gather(texels, across, part, first - last == part.w - 1);
                paint_covered(row(y) + part.x, m_gathered.data(), part.w, ink);
            }
        }
    }
    void gather(std::uint8_t const* texels, Axis const& across, PixelRect const& part, bool mirrored) {
        if (mirrored) {
            std::uint8_t const* const first = texels + across.at(part.x + part.w - 1);
            std::reverse_copy(first, first + part.w, m_gathered.begin());
            return;
        }
        for (int i = 0; i < part.w; ++i) {
            m_gathered[static_cast<std::size_t>(i)] = texels[across.at(part.x + i)];
        }
    }

    void triangle(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c);

    Pixels m_into;
    std::uint8_t const* m_texels;
    int m_side;
    Vec2 m_white;
    Pictures const* m_pictures;
    PixelRect m_area, m_cut;
    std::vector<std::uint8_t> m_gathered; ///< a row of coverage that does not lie so in the atlas
};

// Corners in 1/256 of a pixel, so that neighbours share their edges exactly.
constexpr std::int64_t sub = 256;

/// The side of a triangle; a centre is inside where a·x + b·y + c ≥ 0. Of two neighbours only the one to the right of
/// or below a shared edge has the pixels exactly on it (top-left rule).
struct Side {
    std::int64_t a, b, c;

    Side(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1)
        : a(y0 - y1), b(x1 - x0), c(-(a * x0 + b * y0)) {
        bool const owns_edge = a > 0 || (a == 0 && b > 0);
        c -= owns_edge ? 0 : 1;
    }
    /// Narrows [from, to) to the pixels of row `y` inside this side.
    void narrow(int y, int& from, int& to) const {
        std::int64_t const rest = b * (y * sub + sub / 2) + a * (sub / 2) + c; // inside: a·sub·x + rest ≥ 0
        std::int64_t const step = a * sub;
        auto const floored = [](std::int64_t n, std::int64_t d) {
            return n / d - ((n % d != 0 && (n < 0) != (d < 0)) ? 1 : 0);
        };
        if (step > 0) {
            from = static_cast<int>(std::clamp<std::int64_t>(-floored(rest, step), from, std::max(from, to)));
        } else if (step < 0) {
            to = static_cast<int>(std::clamp<std::int64_t>(floored(rest, -step) + 1, from, std::max(from, to)));
        } else if (rest < 0) {
            to = from;
        }
    }
};

/// A value given at three corners, anywhere on their plane.
struct Plane {
    float origin, dx, dy;
    ImVec2 at;

    Plane(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c, float va, float vb, float vc)
        : origin(va), at(a.pos) {
        float const abx = b.pos.x - a.pos.x, aby = b.pos.y - a.pos.y, acx = c.pos.x - a.pos.x, acy = c.pos.y - a.pos.y;
        float const area = abx * acy - aby * acx;
        dx = ((vb - va) * acy - (vc - va) * aby) / area;
        dy = ((vc - va) * abx - (vb - va) * acx) / area;
    }
    float operator()(int x, int y) const {
        return origin + (static_cast<float>(x) + 0.5F - at.x) * dx + (static_cast<float>(y) + 0.5F - at.y) * dy;
    }
};

// A triangle has one colour and no texture; its corners differ in opacity at most (a soft rim).
void Painter::triangle(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c) {
    auto const fixed = [](float v) { return static_cast<std::int64_t>(std::lround(v * static_cast<float>(sub))); };
    std::array<std::int64_t, 3> x = {fixed(a.pos.x), fixed(b.pos.x), fixed(c.pos.x)};
    std::array<std::int64_t, 3> y = {fixed(a.pos.y), fixed(b.pos.y), fixed(c.pos.y)};
    std::int64_t const area = (x[1] - x[0]) * (y[2] - y[0]) - (y[1] - y[0]) * (x[2] - x[0]);
    if (area == 0) {
        return;
    }
    if (area < 0) {
        std::swap(x[1], x[2]), std::swap(y[1], y[2]);
    }
    std::array const sides = {Side(x[0], y[0], x[1], y[1]), Side(x[1], y[1], x[2], y[2]), Side(x[2], y[2], x[0], y[0])};
    auto const [low, high] = std::minmax_element(y.begin(), y.end());
    int const top = std::max(m_cut.y, static_cast<int>(*low / sub) - 1);
    int const bottom = std::min(m_cut.y + m_cut.h, static_cast<int>(*high / sub) + 1);
    bool const plain = a.col == b.col && a.col == c.col;
    auto const plane = [&](unsigned shift) {
        auto const value = [shift](ImDrawVert const& v) { return static_cast<float>(v.col >> shift & 0xFFU); };
        return Plane(a, b, c, value(a), value(b), value(c));
    };
    Plane const alpha = plane(IM_COL32_A_SHIFT);
    std::uint32_t const rgb = ink_of(a.col).rgb;
    for (int line = top; line < bottom; ++line) {
        int from = m_cut.x, to = m_cut.x + m_cut.w;
        for (Side const& side : sides) {
            side.narrow(line, from, to);
        }
        if (plain && from < to) {
            paint(row(line) + from, to - from, ink_of(a.col));
            continue;
        }
        for (int px = from; px < to; ++px) {
            auto const opacity = static_cast<std::uint32_t>(std::clamp(alpha(px, line), 0.0F, 255.0F) + 0.5F);
            row(line)[px] = over(row(line)[px], rgb, opacity);
        }
    }
}

/// With less, drawing it takes no longer than waking somebody to help.
constexpr std::int64_t worth_sharing = 512 * 512;

std::int64_t area_of(std::span<PixelRect const> rects) {
    std::int64_t sum = 0;
    for (PixelRect const& rect : rects) {
        sum += rect.area();
    }
    return sum;
}

/// The rows of the picture where each hand's share begins, and where the last one ends: shares of about one size, which
/// have no pixel in common though the rectangles overlap.
std::vector<int> shares_of(std::span<PixelRect const> rects, int height, int hands) {
    std::int64_t const all = area_of(rects);
    std::vector<int> begins{0};
    std::int64_t above = 0;
    for (int y = 0; y < height && static_cast<int>(begins.size()) < hands; ++y) {
        for (PixelRect const& rect : rects) {
            above += y >= rect.y && y < rect.y + rect.h ? rect.w : 0;
        }
        if (above * hands >= all * static_cast<std::int64_t>(begins.size())) {
            begins.push_back(y + 1);
        }
    }
    begins.resize(static_cast<std::size_t>(hands), height);
    begins.push_back(height);
    return begins;
}

} // namespace

Raster::Raster(int hands) : m_hands(hands) {}

int Raster::hands_here() {
    constexpr int most = 4; // more would wait for the memory
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most);
}

void Raster::paint(PixelRect const& area, Atlas const& atlas, Pixels const& into, Pictures const* pictures) const {
    auto const commands = m_damage.commands();
    Painter painter(into, atlas, pictures, area);
    std::size_t first = commands.size();
    while (first > 0 && !painter.hides_all(commands[first - 1])) {
        --first;
    }
    if (first == 0) {
        painter.clear();
    }
    for (std::size_t i = first == 0 ? 0 : first - 1; i < commands.size(); ++i) {
        painter.draw(commands[i]);
    }
}

std::span<PixelRect const> Raster::draw(ImDrawData const& data, Atlas const& atlas, Pixels const& into,
                                        Pictures const* pictures) {
    auto const damaged = m_damage.update(data, atlas.generation(), {0, 0, into.width, into.height});
    if (area_of(damaged) < worth_sharing) {
        for (PixelRect const& area : damaged) {
            paint(area, atlas, into, pictures);
        }
        return damaged;
    }
    if (!m_crew) {
        m_crew = std::make_unique<Crew>(m_hands);
    }
    auto const shares = shares_of(damaged, into.height, m_crew->hands());
    m_crew->all([&](int hand) {
        int const top = shares[static_cast<std::size_t>(hand)], end = shares[static_cast<std::size_t>(hand) + 1];
        for (PixelRect const& area : damaged) {
            PixelRect const mine = area.cut({0, top, into.width, end - top});
            if (!mine.empty()) {
                paint(mine, atlas, into, pictures);
            }
        }
    });
    return damaged;
}

} // namespace ui
