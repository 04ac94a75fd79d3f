// Greedy lines: words as the language divides them, a word longer than a line cut between graphemes, an
// ellipsis when lines run out.
#include "ui/kit/layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ui {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr float tolerance_px = 0.05F;  // a width that was measured must fit itself
constexpr float narrow_em = 0.4F;      // of a sign: text of Latin letters is hardly ever narrower
constexpr float quarter_below_px = 40; // larger glyphs do not show where in a pixel they stand

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int trimmed_end(std::string_view text, int begin, int end) {
    while (end > begin && blank(text[static_cast<std::size_t>(end - 1)])) {
        --end;
    }
    return end;
}

// An ellipsis after a comma or a full stop would look like a slip.
int end_before_dots(std::string_view text, int begin, int end) {
    constexpr std::string_view idle = " .,;:-";
    int trimmed = trimmed_end(text, begin, end);
    while (trimmed > begin && idle.find(text[static_cast<std::size_t>(trimmed - 1)]) != std::string_view::npos) {
        --trimmed;
    }
    return trimmed > begin ? trimmed : end;
}

// Control signs have no picture of their own, and the font's box would be noise.
bool shows(std::string_view text, int byte) {
    return static_cast<unsigned char>(text[static_cast<std::size_t>(byte)]) >= ' ';
}

// Below U+0300 every sign is its own grapheme (line feeds are handled apart), which spares asking ICU.
bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

std::vector<int> grapheme_boundaries(std::string_view text) {
    if (!plain(text)) {
        return text::graphemes(text);
    }
    std::vector<int> found;
    for (int i = 0; i <= static_cast<int>(text.size()); ++i) {
        bool const inside = i < static_cast<int>(text.size()) &&
                            (static_cast<unsigned char>(text[static_cast<std::size_t>(i)]) & 0xC0U) == 0x80U;
        if (!inside) {
            found.push_back(i);
        }
    }
    return found;
}

} // namespace

/// Breaks the text into rows, one more than may be shown at most.
void Layout::take(std::string_view text, Setting const& setting, text::Language language, float px_per_du) {
    m_text = text, m_setting = setting, m_language = language, m_scale = px_per_du;
    m_size = setting.type.size * px_per_du;
    m_room = setting.width * px_per_du;
    Font const& font = m_fonts.font(setting.type.weight);
    m_line_px = std::max(1.0F, std::round(setting.type.line_height * m_size));
    float const body = (font.ascent() + font.descent()) * m_size;
    m_ascent_px = std::round((m_line_px - body) / 2 + font.ascent() * m_size);
    m_glyphs.clear(), m_rows.clear(), m_row = {}, m_ellipsis.reset();
    m_boundaries = grapheme_boundaries(text);
    if (!fits_on_one_line()) {
        break_rows();
    }
}

Paragraph Layout::lay(std::string_view text, Setting const& setting, text::Language language, float px_per_du) {
    take(text, setting, language, px_per_du);
    Paragraph paragraph;
    if (full()) {
        put_ellipsis();
        paragraph.cut = true;
    }
    place_rows(paragraph);
    paragraph.cap_height = m_fonts.font(setting.type.weight).cap_height() * setting.type.size;
    return paragraph;
}

float Layout::height(std::string_view text, Setting const& setting, text::Language language, float px_per_du) {
    take(text, setting, language, px_per_du);
    return rows_height(full() ? static_cast<std::size_t>(setting.max_lines) : m_rows.size());
}

Layout::Piece Layout::shape(int begin, int end) {
    Piece piece{begin, end, m_glyphs.size(), 0, 0, 0};
    m_fonts.shape(m_text, begin, end, m_setting.type, m_glyphs);
    piece.count = m_glyphs.size() - piece.first;
    int const ink_end = trimmed_end(m_text, begin, end);
    for (std::size_t i = piece.first; i < m_glyphs.size(); ++i) {
        float const advance = m_glyphs[i].advance * m_size;
        piece.width += advance;
        piece.blank += m_glyphs[i].byte >= ink_end ? advance : 0;
    }
    return piece;
}

bool Layout::fits_on_one_line() {
    float const least = static_cast<float>(m_boundaries.size()) * narrow_em * m_size;
    bool const longer = m_room > 0 && least > m_room && plain(m_text); // if it is not, its words fit one by one too
    if (longer || m_text.find('\n') != std::string_view::npos) {
        return false;
    }
    Piece const whole = shape(0, static_cast<int>(m_text.size()));
    if (m_room > 0 && whole.width - whole.blank > m_room + tolerance_px) {
        m_glyphs.clear();
        return false;
    }
    add_piece(whole);
    close_row(whole.end, false);
    return true;
}

void Layout::break_rows() {
    int begin = 0;
    for (int const end : text::line_breaks(m_language, m_text)) {
        bool const hard = m_text[static_cast<std::size_t>(end - 1)] == '\n';
        add_word(begin, hard ? end - 1 : end);
        if (hard) {
            close_row(end, true);
        }
        begin = end;
        if (full()) {
            return;
        }
    }
    if (!m_row.pieces.empty() || m_rows.empty() || m_rows.back().hard) {
        close_row(begin, false);
    }
}

void Layout::add_word(int begin, int end) {
    while (begin < end) {
        Piece const piece = shape(begin, end);
        float const ink = piece.width - piece.blank;
        if (m_room <= 0 || m_row.width + ink <= m_room + tolerance_px) {
            add_piece(piece);
            return;
        }
        if (!m_row.pieces.empty()) {
            close_row(begin, false);
            continue;
        }
        int const cut = begin + fitting_bytes(piece, m_room);
        add_piece(cut < end ? shape(begin, cut) : piece);
        begin = cut;
        if (begin < end) {
            close_row(begin, false);
        }
        if (full()) {
            return;
        }
    }
}

void Layout::add_piece(Piece const& piece) {
    m_row.pieces.push_back(piece);
    m_row.width += piece.width;
}

// The longest beginning of the piece that fits, in bytes, cut between graphemes; at least one of them.
int Layout::fitting_bytes(Piece const& piece, float room) const {
    std::vector<std::pair<int, float>> widths; // by byte, whichever way they stand on the line
    for (std::size_t i = piece.first; i < piece.first + piece.count; ++i) {
        widths.emplace_back(m_glyphs[i].byte, m_glyphs[i].advance * m_size);
    }
    std::sort(widths.begin(), widths.end());
    auto cut = std::upper_bound(m_boundaries.begin(), m_boundaries.end(), piece.begin);
    int fitting = cut == m_boundaries.end() ? piece.end : std::min(*cut, piece.end);
    float before = 0;
    auto next = widths.begin();
    for (; cut != m_boundaries.end() && *cut <= piece.end; ++cut) {
        for (; next != widths.end() && next->first < *cut; ++next) {
            before += next->second;
        }
        if (before > room + tolerance_px) {
            break;
        }
        fitting = *cut;
    }
    return fitting - piece.begin;
}

void Layout::close_row(int end, bool hard) {
    m_row.end = end;
    m_row.hard = hard;
    m_rows.push_back(std::move(m_row));
    m_row = {};
    m_row.begin = end;
}

// More rows than may be shown: nothing further needs to be broken.
bool Layout::full() const { return m_setting.max_lines > 0 && static_cast<int>(m_rows.size()) > m_setting.max_lines; }

void Layout::put_ellipsis() {
    m_rows.resize(static_cast<std::size_t>(m_setting.max_lines));
    Row& last = m_rows.back();
    auto const line_feed = m_text.find('\n', static_cast<std::size_t>(last.begin));
    int const end = line_feed == std::string_view::npos ? static_cast<int>(m_text.size()) : static_cast<int>(line_feed);
    Piece dots{last.begin, last.begin, m_glyphs.size(), 0, 0, 0};
    m_fonts.shape(ellipsis, 0, static_cast<int>(ellipsis.size()), m_setting.type, m_glyphs);
    dots.count = m_glyphs.size() - dots.first;
    for (std::size_t i = dots.first; i < m_glyphs.size(); ++i) {
        dots.width += m_glyphs[i].advance * m_size;
    }
    Piece shown = shape(last.begin, end);
    if (m_room > 0 && shown.width - shown.blank + dots.width > m_room + tolerance_px) {
        shown = shape(last.begin, last.begin + fitting_bytes(shown, std::max(0.0F, m_room - dots.width)));
    }
    shown = shape(last.begin, end_before_dots(m_text, shown.begin, shown.end));
    last.pieces = {shown};
    last.width = shown.width + dots.width;
    last.end = shown.end;
    m_ellipsis = dots;
}

void Layout::place_rows(Paragraph& into) {
    into.lines.reserve(m_rows.size());
    into.glyphs.reserve(m_glyphs.size());
    into.stops.reserve(m_boundaries.size());
    for (int number = 0; number < static_cast<int>(m_rows.size()); ++number) {
        place_row(m_rows[static_cast<std::size_t>(number)], number, into);
    }
    into.line_height = m_line_px / m_scale;
    into.ascent = m_ascent_px / m_scale;
    into.height = rows_height(m_rows.size());
}

float Layout::aligned(float width) const {
    float const spare = m_room - width;
    if (m_room <= 0 || spare <= 0 || m_setting.align == Align::Left) {
        return 0;
    }
    return m_setting.align == Align::Centre ? spare / 2 : spare;
}

void Layout::place_row(Row const& row, int number, Paragraph& into) {
    bool const last = number + 1 == static_cast<int>(m_rows.size());
    float const ink = row.width - (row.pieces.empty() ? 0 : row.pieces.back().blank);
    float const left = aligned(ink);
    Vec2 pen{left, static_cast<float>(number) * m_line_px + m_ascent_px};
    m_clusters.clear();
    auto const place = [&](Piece const& piece, bool stands_for_text) {
        for (std::size_t i = piece.first; i < piece.first + piece.count; ++i) {
            ShapedGlyph const& glyph = m_glyphs[i];
            float const advance = glyph.advance * m_size;
            if (!stands_for_text || shows(m_text, glyph.byte)) {
                place_glyph(glyph, {pen.x + glyph.dx * m_size, pen.y - glyph.dy * m_size}, into);
            }
            if (stands_for_text) {
                m_clusters.push_back({glyph.byte, pen.x, pen.x + advance, glyph.backward});
            }
            pen.x += advance;
        }
    };
    for (Piece const& piece : row.pieces) {
        place(piece, true);
    }
    place_stops(row, number, pen.x, last, into);
    if (last && m_ellipsis) {
        place(*m_ellipsis, false);
    }
    into.lines.push_back({row.begin, trimmed_end(m_text, row.begin, row.end), ink / m_scale});
    into.width = std::max(into.width, ink / m_scale);
}

void Layout::place_glyph(ShapedGlyph const& glyph, Vec2 pen, Paragraph& into) {
    int const parts = m_size < quarter_below_px ? 4 : 1;
    int const step = static_cast<int>(std::floor(pen.x * static_cast<float>(parts) + 0.5F));
    int const whole = step >= 0 ? step / parts : -((-step + parts - 1) / parts);
    auto const place = m_fonts.place(glyph, m_size, step - whole * parts);
    if (!place || place->slot.w == 0) {
        return; // a space, or a full atlas, which its owner sees and draws again
    }
    Atlas::Slot const& slot = place->slot;
    Atlas const& atlas = m_fonts.atlas();
    auto const px = [](int n) { return static_cast<float>(n); };
    into.glyphs.push_back({{px(whole + place->left), std::round(pen.y) - px(place->top)},
                           {px(slot.w), px(slot.h)},
                           atlas.uv(px(slot.x), px(slot.y)),
                           atlas.uv(px(slot.x + slot.w), px(slot.y + slot.h))});
}

// A caret stands at every grapheme boundary of the row; a boundary inside a cluster (a ligature) in proportion.
void Layout::place_stops(Row const& row, int number, float end_x, bool last, Paragraph& into) {
    std::stable_sort(m_clusters.begin(), m_clusters.end(),
                     [](Cluster const& a, Cluster const& b) { return a.byte < b.byte; });
    auto at = std::lower_bound(m_boundaries.begin(), m_boundaries.end(), row.begin);
    std::size_t c = 0;
    for (; at != m_boundaries.end() && (*at < row.end || (last && *at == row.end)); ++at) {
        while (c + 1 < m_clusters.size() && m_clusters[c + 1].byte <= *at) {
            ++c;
        }
        float x = end_x;
        int const ink_end = row.pieces.empty() ? row.begin : row.pieces.back().end;
        if (!m_clusters.empty() && *at < ink_end) {
            Cluster const& cluster = m_clusters[c];
            int const next = c + 1 < m_clusters.size() ? m_clusters[c + 1].byte : ink_end;
            float const part = static_cast<float>(*at - cluster.byte) /
                               static_cast<float>(std::max(1, next - cluster.byte));
            float const along = part * (cluster.right - cluster.left);
            x = cluster.backward ? cluster.right - along : cluster.left + along;
        }
        x = m_room > 0 ? std::min(x, std::max(m_room, 0.0F)) : x;
        into.stops.push_back({*at, number, x / m_scale});
    }
}

} // namespace ui
