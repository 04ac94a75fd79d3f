// Sheets to write and draw on: a PDF with selectable text, its structure tagged for those who listen to it, or a
// picture. Lengths are points (1/72 inch) from the sheet's upper left corner. Knows no board.
#pragma once

#include "board/date.h"
#include "board/ink.h"
#include "exporters/colours.h"
#include "exporters/print.h"
#include "text/words.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace exporters {

struct Size {
    double width = 0, height = 0;
};
inline constexpr Size a4{595.28, 841.89}, a4_across{841.89, 595.28}, a3_across{1190.55, 841.89};

struct Box {
    double x = 0, y = 0, w = 0, h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Box inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
};

enum class Weight { Regular, Medium, SemiBold, Bold };
enum class Align { Left, Right, Centre };

struct Style {
    double size = 10; ///< points
    Weight weight = Weight::Regular;
    Colour colour = colour::ink;
    double leading = 1.42; ///< of a line, in sizes
    double line() const { return size * leading; }
};

/// What a reader shows before the first page.
struct DocumentInfo {
    std::string title, subject;
    text::Language language = text::Language::Danish;
    board::Instant at{}; ///< when it was made
};

class Paper {
  public:
    static Paper pdf(Size size, DocumentInfo const& info);
    /// A picture of that many pixels to the width of the sheet.
    static Paper picture(Size size, text::Language language, int pixels_wide);
    Paper(Paper&&) noexcept;
    ~Paper();

    Size size() const;
    void new_page();
    /// The finished file: PDF or PNG. Nothing may be drawn afterwards.
    std::string finish();

    /// Lines that the text takes in that width, words broken only where one is wider than the line.
    int lines(std::string_view text, Style const& style, double width) const;
    double height(std::string_view text, Style const& style, double width) const;
    double width(std::string_view text, Style const& style) const;

    /// Writes lines `first` … `first + count - 1` of the text so broken; all from `first` on when count is negative.
    /// Returns the height of what was written.
    double write(std::string_view text, Style const& style, Box const& at, Align align = Align::Left, int first = 0,
                 int count = -1);

    void fill(Box const& box, Colour colour, double radius = 0);
    void outline(Box const& box, Colour colour, double width, double radius = 0);
    void line(double x1, double y1, double x2, double y2, Colour colour, double width);
    void disc(double x, double y, double radius, Colour colour);
    void ring(double x, double y, double radius, Colour colour, double width);
    /// Ink as lines, as wide as the box, at its top.
    void ink(board::Ink const& ink, Box const& box);
    /// A photo that fills the box.
    void photo(Print const& print, Box const& box, double radius = 0);
    /// How many pixels a photo needs to a point, to look sharp: 220 to an inch in a PDF, a picture's own.
    double pixels_to_point() const;

    /// A mark for those who jump, at that height of this page; `level` 1 is the outermost.
    void bookmark(std::string const& title, int level, double y);

  private:
    friend class Tagged;
    struct Impl;
    explicit Paper(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Whatever is drawn while this lives is that element of the document: "H1", "P", "Table", "TR", "TH", "TD",
/// "Figure" … A figure says in words what it shows.
class Tagged {
  public:
    Tagged(Paper& paper, char const* tag, std::string alternative = {});
    ~Tagged();
    Tagged(Tagged const&) = delete;
    Tagged& operator=(Tagged const&) = delete;

  private:
    Paper& m_paper;
    char const* m_tag;
};

} // namespace exporters
