// Breaking a text into lines and placing its glyphs and caret stops. Keeps nothing from one text to the next
// but its working space; Typesetter keeps the results.
#pragma once

#include "ui/kit/glyphs.h"
#include "ui/kit/type.h"

namespace ui {

class Layout {
  public:
    explicit Layout(Glyphs& glyphs) : m_fonts(glyphs) {}
    Paragraph lay(std::string_view text, Setting const& setting, text::Language language, float px_per_du);
    /// The height that `lay` would give, du, without placing anything.
    float height(std::string_view text, Setting const& setting, text::Language language, float px_per_du);

  private:
    /// What is shaped in one go: a word with its blanks, or a whole line when it fits. Lengths in pixels.
    struct Piece {
        int begin = 0, end = 0;           ///< bytes
        std::size_t first = 0, count = 0; ///< in `m_glyphs`
        float width = 0, blank = 0;       ///< `blank`: the part of the width that is trailing space
    };
    struct Row {
        std::vector<Piece> pieces;
        int begin = 0, end = 0; ///< bytes, with blanks and line feed: the next row begins at `end`
        float width = 0;
        bool hard = false; ///< ends in a line feed
    };
    /// Where the glyphs of a cluster stand, for carets.
    struct Cluster {
        int byte = 0;
        float left = 0, right = 0;
        bool backward = false;
    };

    void take(std::string_view text, Setting const& setting, text::Language language, float px_per_du);
    float rows_height(std::size_t rows) const { return m_line_px / m_scale * static_cast<float>(rows); }

    Piece shape(int begin, int end);
    bool fits_on_one_line();
    void break_rows();
    void add_word(int begin, int end);
    void add_piece(Piece const& piece);
    int fitting_bytes(Piece const& piece, float room) const;
    void close_row(int end, bool hard);
    bool full() const;
    void put_ellipsis();

    void place_rows(Paragraph& into);
    void place_row(Row const& row, int number, Paragraph& into);
    void place_glyph(ShapedGlyph const& glyph, Vec2 pen, Paragraph& into);
    void place_stops(Row const& row, int number, float left, bool last, Paragraph& into);
    float aligned(float width) const;

    Glyphs& m_fonts;
    std::string_view m_text;
    Setting m_setting;
    text::Language m_language = text::Language::Danish;
    float m_scale = 1, m_size = 26, m_room = 0; ///< pixels
    float m_line_px = 0, m_ascent_px = 0;
    std::vector<ShapedGlyph> m_glyphs;
    std::vector<Row> m_rows;
    Row m_row; ///< being filled
    std::vector<int> m_boundaries;
    std::vector<Cluster> m_clusters;
    std::optional<Piece> m_ellipsis;
};

} // namespace ui
