// One font file: shaping by HarfBuzz, coverage by FreeType. Knows no paragraphs, colours or atlas.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace ui {

/// A glyph as HarfBuzz placed it; lengths in em.
struct ShapedGlyph {
    std::uint32_t glyph = 0;
    int byte = 0;          ///< of the text: the first of the cluster it stands for
    std::uint8_t font = 0; ///< which of several; set by who keeps them
    bool backward = false; ///< its run stands from right to left
    float advance = 0;
    float dx = 0, dy = 0; ///< off the pen; `dy` upwards
};

/// A glyph's picture: 8 bit coverage; valid until the next call to `Font::picture`.
struct GlyphPicture {
    std::uint8_t const* coverage = nullptr;
    int stride = 0, w = 0, h = 0; ///< pixels; 0 by 0 for a space
    int left = 0, top = 0;        ///< from the pen to the picture's left edge, and up to its upper edge
};

class Font {
  public:
    /// The error names the file.
    static tl::expected<Font, std::string> open(std::filesystem::path const& file);
    Font(Font&&) noexcept;
    Font& operator=(Font&&) noexcept;
    ~Font();

    bool has(char32_t sign) const;
    /// Shapes bytes [begin, end) of `text` and appends them in the order they stand on the line.
    void shape(std::string_view text, int begin, int end, bool tabular, std::vector<ShapedGlyph>& out) const;
    /// The glyph at `size_px` to an em, unhinted, moved right by `shift` (0–1) of a pixel.
    GlyphPicture picture(std::uint32_t glyph, float size_px, float shift) const;

    float ascent() const;     ///< em
    float descent() const;    ///< em, positive
    float cap_height() const; ///< em

  private:
    struct Impl;
    explicit Font(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace ui
