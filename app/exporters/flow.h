// A report that runs from page to page: headings, paragraphs, tables and blocks under each other, with a foot on each
// page. Knows no board.
#pragma once

#include "exporters/paper.h"

#include <functional>
#include <string>
#include <vector>

namespace exporters {

/// The few sizes of type a report has.
namespace type {
inline constexpr Style title{27, Weight::Bold, colour::ink, 1.2};
inline constexpr Style lead{12, Weight::Regular, colour::soft, 1.45};
inline constexpr Style heading{15.5, Weight::Bold, colour::accent, 1.3};
inline constexpr Style subheading{11.5, Weight::SemiBold, colour::ink, 1.35};
inline constexpr Style body{10, Weight::Regular, colour::ink, 1.5};
inline constexpr Style label{8.2, Weight::SemiBold, colour::soft, 1.45};
inline constexpr Style small{8.2, Weight::Regular, colour::soft, 1.45};
} // namespace type

class Flow {
  public:
    /// `foot`: on the left of each page's foot. `pages`: how many the report has; 0 where that is not known yet.
    Flow(Paper& paper, std::string foot, std::function<std::string(int page, int pages)> page_words, int pages);

    double left() const { return margin; }
    double width() const { return m_paper.size().width - 2 * margin; }
    /// Where text stands: right of the bar, within one.
    double text_left() const { return margin + m_indent; }
    double text_width() const { return width() - m_indent; }
    double y() const { return m_y; }
    void go_to(double y) { m_y = y; }
    int page() const { return m_page; }
    Paper& paper() { return m_paper; }

    void space(double height) { m_y += height; }
    /// Begins a new page unless that much is left of this one.
    void keep(double height);
    /// `level` 1–3, H1 … H3; it stands with what follows it, and 1 and 2 are bookmarks too.
    void heading(int level, std::string const& words);
    void paragraph(std::string_view words, Style const& style = type::body, char const* tag = "P");
    /// A small heading over a text; nothing when there is no text.
    void field(std::string_view label, std::string_view words);
    /// Everything `inside` writes stands right of a coloured bar, over pages too.
    void beside_bar(Colour colour, std::function<void()> const& inside);

    struct Column {
        std::string heading;
        double share = 1; ///< of the width
        Align align = Align::Left;
    };
    /// Its headings stand again on each page.
    void table(std::vector<Column> const& columns, std::vector<std::vector<std::string>> const& rows);
    /// Writes the last page's foot. Nothing follows.
    void end();

  private:
    static constexpr double margin = 62, top = 58, foot_height = 62;
    static constexpr double indent = 14;

    double bottom() const { return m_paper.size().height - foot_height; }
    void break_page();
    void foot();
    void draw_bar(double to);
    void row(std::vector<Column> const& columns, std::vector<std::string> const& cells, char const* tag,
             Style const& style);
    double row_height(std::vector<Column> const& columns, std::vector<std::string> const& cells, Style const& style);

    Paper& m_paper;
    std::string m_foot;
    std::function<std::string(int, int)> m_page_words;
    int m_pages;
    int m_page = 1;
    double m_y = top;
    double m_indent = 0;
    struct Bar {
        Colour colour;
        double from;
    };
    std::vector<Bar> m_bars;
};

} // namespace exporters
