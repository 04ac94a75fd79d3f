#include "exporters/flow.h"

#include <algorithm>

namespace exporters {

Flow::Flow(Paper& paper, std::string foot, std::function<std::string(int, int)> page_words, int pages)
    : m_paper(paper), m_foot(std::move(foot)), m_page_words(std::move(page_words)), m_pages(pages) {}

void Flow::foot() {
    double const y = m_paper.size().height - 40;
    m_paper.line(margin, y - 8, margin + width(), y - 8, colour::line, 0.6);
    m_paper.write(m_foot, type::small, {margin, y, width() * 0.8, 0}, Align::Left, 0, 1);
    m_paper.write(m_page_words(m_page, m_pages), type::small, {margin, y, width(), 0}, Align::Right);
}

void Flow::draw_bar(double to) {
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        if (to > m_bars[i].from)
            m_paper.fill({margin, m_bars[i].from, 3, to - m_bars[i].from}, m_bars[i].colour, 1.5);
}

void Flow::break_page() {
    draw_bar(m_y);
    foot();
    m_paper.new_page();
    ++m_page;
    m_y = top;
    for (Bar& bar : m_bars)
        bar.from = top;
}

void Flow::end() { foot(); }

void Flow::keep(double height) {
    if (m_y + height > bottom() && m_y > top)
        break_page();
}

void Flow::heading(int level, std::string const& words) {
    constexpr char const* tags[] = {"H1", "H2", "H3"};
    Style const style = level == 1 ? type::title : level == 2 ? type::heading : type::subheading;
    keep(m_paper.height(words, style, text_width()) + (level == 3 ? 40 : 70));
    if (level < 3)
        m_paper.bookmark(words, level, m_y - 6);
    paragraph(words, style, tags[level - 1]);
    space(level == 2 ? 6 : 2);
}

/// What does not fit goes on the next page, two lines at the least on either.
void Flow::paragraph(std::string_view words, Style const& style, char const* tag) {
    int const all = m_paper.lines(words, style, text_width());
    for (int first = 0; first < all;) {
        int const room = static_cast<int>((bottom() - m_y) / style.line());
        int const rest = all - first;
        int count = std::min(rest, room);
        if (count < rest)
            count = std::min(count, rest - 2); // no last line alone
        if (count < std::min(2, rest)) {
            if (m_y <= top) // a page that cannot hold two lines is none
                return;
            break_page();
            continue;
        }
        Tagged const element(m_paper, tag);
        m_y += m_paper.write(words, style, {text_left(), m_y, text_width(), 0}, Align::Left, first, count);
        first += count;
    }
}

void Flow::field(std::string_view label, std::string_view words) {
    if (words.empty())
        return;
    keep(type::label.line() + 2 * type::body.line());
    paragraph(label, type::label);
    paragraph(words);
    space(5);
}

void Flow::beside_bar(Colour colour, std::function<void()> const& inside) {
    m_bars.push_back({colour, m_y});
    m_indent += indent;
    inside();
    draw_bar(m_y);
    m_indent -= indent;
    m_bars.pop_back();
}

double Flow::row_height(std::vector<Column> const& columns, std::vector<std::string> const& cells, Style const& style) {
    double most = style.line();
    for (std::size_t i = 0; i < columns.size(); ++i)
        most = std::max(most, m_paper.height(cells[i], style, columns[i].share * text_width() - 10));
    return most + 9;
}

void Flow::row(std::vector<Column> const& columns, std::vector<std::string> const& cells, char const* tag,
               Style const& style) {
    double const height = row_height(columns, cells, style);
    Tagged const element(m_paper, "TR");
    double x = text_left();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double const w = columns[i].share * text_width();
        Tagged const one(m_paper, tag);
        m_paper.write(cells[i], style, {x, m_y + 4, w - 10, 0}, columns[i].align);
        x += w;
    }
    m_y += height;
}

void Flow::table(std::vector<Column> const& columns, std::vector<std::vector<std::string>> const& rows) {
    if (rows.empty())
        return;
    std::vector<std::string> headings;
    for (Column const& column : columns)
        headings.push_back(column.heading);
    Style const body{9, Weight::Regular, colour::ink, 1.42};
    auto const head = [&] {
        row(columns, headings, "TH", type::label);
        m_paper.line(text_left(), m_y, text_left() + text_width(), m_y, colour::faint, 0.8);
    };
    keep(row_height(columns, headings, type::label) + row_height(columns, rows.front(), body));
    for (std::size_t i = 0; i < rows.size();) { // a table for each page
        if (i > 0)
            break_page();
        Tagged const element(m_paper, "Table");
        head();
        for (bool first = true; i < rows.size(); ++i, first = false) {
            if (!first && m_y + row_height(columns, rows[i], body) > bottom())
                break;
            row(columns, rows[i], "TD", body);
            m_paper.line(text_left(), m_y, text_left() + text_width(), m_y, colour::line, 0.5);
        }
    }
    space(6);
}

} // namespace exporters
