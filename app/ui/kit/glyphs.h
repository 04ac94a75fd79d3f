// The fonts together: which of them has a sign, and every glyph's picture in the atlas once it was needed.
// Knows sizes in pixels only.
#pragma once

#include "ui/kit/atlas.h"
#include "ui/kit/font.h"
#include "ui/kit/theme.h"

#include <unordered_map>

namespace ui {

/// Where a glyph's picture lies in the atlas, and where it goes from the pen.
struct GlyphPlace {
    Atlas::Slot slot; ///< 0 by 0 for a space
    int left = 0, top = 0;
};

class Glyphs {
  public:
    /// `fallback` may be missing.
    static tl::expected<Glyphs, std::string> open(std::filesystem::path const& folder,
                                                  std::filesystem::path const& fallback, Atlas& atlas);

    /// Shapes bytes [begin, end) of `text` and appends them to `out`.
    void shape(std::string_view text, int begin, int end, Type const& type, std::vector<ShapedGlyph>& out) const;
    Font const& font(Weight weight) const { return m_fonts[static_cast<std::size_t>(weight)]; }

    /// Nothing when the atlas is full. `quarter`: quarters of a pixel to the right, 0–3.
    std::optional<GlyphPlace> place(ShapedGlyph const& glyph, float size_px, int quarter);
    /// Forgets all places: the atlas was cleared.
    void forget() { m_places.clear(); }
    Atlas& atlas() { return *m_atlas; }

  private:
    Glyphs() = default;
    std::size_t font_for(char32_t sign, std::size_t wanted) const;

    Atlas* m_atlas = nullptr;
    std::vector<Font> m_fonts; ///< by weight, then the fallback
    std::unordered_map<std::uint64_t, GlyphPlace> m_places;
};

} // namespace ui
