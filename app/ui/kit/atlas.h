// The one texture: coverage (8 bit) of glyphs, round corners and shadows, packed as they are first needed.
// A renderer uploads what changed.
#pragma once

#include "ui/kit/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ui {

class Atlas {
  public:
    /// A square texture of `side` pixels with one solid pixel at its corner. When it was full, `clear` doubles
    /// its side until `largest` is reached.
    explicit Atlas(int side = 2048, int largest = 4096);

    struct Slot {
        int x = 0, y = 0, w = 0, h = 0; ///< pixels
    };
    /// A free place, or nothing when the texture is full: `clear`, and lay everything out again.
    std::optional<Slot> place(int w, int h);
    /// Copies coverage into the slot; `stride` bytes a row.
    void write(Slot const& slot, std::uint8_t const* coverage, int stride);
    void clear();
    /// Something found no place since the last `clear`: what is on the screen is incomplete.
    bool full() const { return m_full; }
    /// It is as large as it gets: what does not fit now never will.
    bool largest() const { return m_side >= m_largest; }

    int side() const { return m_side; }
    /// Counts writes and clears: a renderer that has seen this version need not upload.
    std::uint64_t version() const { return m_version; }
    /// Counts clears: what was laid out under another generation is void.
    std::uint64_t generation() const { return m_generation; }
    std::span<std::uint8_t const> pixels() const { return m_pixels; }
    /// The rows written since `version`-tracking was last reset, for partial upload.
    std::optional<std::pair<int, int>> take_dirty_rows();
    Vec2 uv(float x, float y) const { return {x / float(m_side), y / float(m_side)}; }
    Vec2 white_uv() const;

  private:
    /// A strip of the texture with things of about one height beside each other.
    struct Shelf {
        int y = 0, h = 0, used = 0;
    };
    Shelf* shelf_for(int w, int h);
    void empty();

    int m_side, m_largest;
    bool m_full = false;
    std::vector<std::uint8_t> m_pixels;
    std::vector<Shelf> m_shelves;
    int m_dirty_top = 0, m_dirty_bottom = 0;
    std::uint64_t m_version = 0, m_generation = 0;
};

} // namespace ui
