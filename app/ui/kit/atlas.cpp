// Packing the one texture: shelves of about one height, filled from the left. Knows nothing of what it holds.
#include "ui/kit/atlas.h"

#include <cassert>
#include <cstring>

namespace ui {

namespace {
constexpr int gap = 1;         // between neighbours, so that no sampling reaches across
constexpr int white_side = 2;  // the solid corner
constexpr int shelf_grain = 4; // shelves grow in steps, so that glyphs of nearly one height share them
} // namespace

Atlas::Atlas(int side, int largest) : m_side(side), m_largest(std::max(side, largest)) { empty(); }

void Atlas::empty() {
    m_pixels.assign(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_side), 0);
    m_shelves.clear();
    m_full = false;
    m_dirty_top = 0, m_dirty_bottom = m_side;
    auto const corner = place(white_side, white_side);
    assert(corner && corner->x == 0 && corner->y == 0);
    std::uint8_t const solid[white_side * white_side] = {255, 255, 255, 255};
    write(*corner, solid, white_side);
}

void Atlas::clear() {
    if (m_full && m_side < m_largest) {
        m_side = std::min(2 * m_side, m_largest);
    }
    empty();
    ++m_generation;
}

// The lowest shelf that is tall enough and not absurdly taller than what it would hold.
Atlas::Shelf* Atlas::shelf_for(int w, int h) {
    Shelf* best = nullptr;
    for (Shelf& shelf : m_shelves) {
        bool const fits = shelf.h >= h && shelf.h <= h + h / 3 + shelf_grain && shelf.used + w <= m_side;
        if (fits && (best == nullptr || shelf.h < best->h)) {
            best = &shelf;
        }
    }
    return best;
}

std::optional<Atlas::Slot> Atlas::place(int w, int h) {
    assert(w > 0 && h > 0);
    Shelf* shelf = shelf_for(w + gap, h + gap);
    if (shelf == nullptr) {
        int const top = m_shelves.empty() ? 0 : m_shelves.back().y + m_shelves.back().h;
        int const height = (h + gap + shelf_grain - 1) / shelf_grain * shelf_grain;
        if (w + gap > m_side || top + height > m_side) {
            m_full = true;
            return std::nullopt;
        }
        shelf = &m_shelves.emplace_back(Shelf{top, height, 0});
    }
    Slot const slot{shelf->used, shelf->y, w, h};
    shelf->used += w + gap;
    return slot;
}

void Atlas::write(Slot const& slot, std::uint8_t const* coverage, int stride) {
    assert(slot.x >= 0 && slot.y >= 0 && slot.x + slot.w <= m_side && slot.y + slot.h <= m_side);
    for (int row = 0; row < slot.h; ++row) {
        auto const to = static_cast<std::size_t>(slot.y + row) * static_cast<std::size_t>(m_side);
        std::memcpy(m_pixels.data() + to + slot.x, coverage + static_cast<std::ptrdiff_t>(row) * stride,
                    static_cast<std::size_t>(slot.w));
    }
    m_dirty_top = m_dirty_bottom == 0 ? slot.y : std::min(m_dirty_top, slot.y);
    m_dirty_bottom = std::max(m_dirty_bottom, slot.y + slot.h);
    ++m_version;
}

std::optional<std::pair<int, int>> Atlas::take_dirty_rows() {
    if (m_dirty_bottom == 0) {
        return std::nullopt;
    }
    auto const rows = std::pair{m_dirty_top, m_dirty_bottom};
    m_dirty_top = m_dirty_bottom = 0;
    return rows;
}

Vec2 Atlas::white_uv() const { return uv(white_side / 2.0F, white_side / 2.0F); }

} // namespace ui
