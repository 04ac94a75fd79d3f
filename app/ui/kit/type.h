// Text set in Inter: shaped by HarfBuzz, drawn by FreeType when a glyph is first needed, broken into lines
// where the language allows. Laid-out paragraphs are kept, so that a text costs its layout once.
#pragma once

#include "text/format.h"
#include "ui/kit/atlas.h"
#include "ui/kit/geometry.h"
#include "ui/kit/theme.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace ui {

/// A glyph placed in its paragraph, pixels from the paragraph's top left corner.
struct PlacedGlyph {
    Vec2 at;
    Vec2 size;
    Vec2 uv0, uv1;
};

/// A line of a paragraph: which bytes it shows, and how wide it came out.
struct Line {
    int begin = 0, end = 0; ///< bytes of the text; `end` without the white space at the break
    float width = 0;        ///< du
};

/// Text broken into lines and shaped. Everything in du but the glyphs, which are in pixels.
struct Paragraph {
    std::vector<PlacedGlyph> glyphs;
    std::vector<Line> lines;
    float width = 0;  ///< of the longest line
    float height = 0; ///< lines · line height
    float line_height = 0;
    float cap_height = 0; ///< of a capital
    float ascent = 0;     ///< from a line's top to its baseline
    bool cut = false;     ///< text was left out behind an ellipsis
    /// Caret places: byte offset and x (du from the left) of each grapheme boundary, and its line.
    struct Stop {
        int byte = 0;
        int line = 0;
        float x = 0;
    };
    std::vector<Stop> stops;
};

enum class Align { Left, Centre, Right };

/// How a text is to be laid out.
struct Setting {
    Type type{};
    float width = 0;           ///< du to break lines at; 0: one line, never broken
    int max_lines = 0;         ///< 0: as many as it takes; else the last ends in an ellipsis
    Align align = Align::Left; ///< within `width`
    bool operator==(Setting const&) const = default;
};

class Typesetter {
  public:
    /// Opens the fonts (Inter-Medium, -SemiBold, -Bold .otf) found in `folder`; an error says which is missing.
    /// `fallback` is a font file for signs that Inter lacks; without one they show as a box.
    static tl::expected<std::unique_ptr<Typesetter>, std::string>
    open(std::filesystem::path const& folder, Atlas& atlas,
         std::filesystem::path const& fallback = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    ~Typesetter();

    void set_language(text::Language language);
    /// Pixels to a design unit; changing it forgets all glyphs and paragraphs.
    void set_scale(float px_per_du);
    float scale() const;
    /// Called once a frame: forgets paragraphs that nothing has asked for in a while.
    void end_frame();

    /// The paragraph, laid out now or before. The reference holds until the next `end_frame`.
    Paragraph const& lay(std::string_view text, Setting const& setting);
    /// The height of the paragraph, du; found once for many texts, whether or not they are ever laid out.
    float height(std::string_view text, Setting const& setting);
    /// The width of the text on one line, du.
    float width(std::string_view text, Type const& type);
    Atlas& atlas();

  private:
    Typesetter();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ui
