// A text is shaped in runs of one font each; a glyph is drawn when first placed and never again.
#include "ui/kit/glyphs.h"

#include <array>
#include <cmath>
#include <hb.h>

namespace ui {

namespace {

constexpr std::array files = {"Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"};
constexpr std::size_t fallback_font = files.size();

struct Sign {
    char32_t value = 0;
    int bytes = 1;
};

// Text reaches the kit as valid UTF-8; a stray byte counts as a sign of its own.
Sign sign_at(std::string_view text, int at) {
    auto const byte = [&](int i) { return static_cast<unsigned char>(text[static_cast<std::size_t>(at + i)]); };
    unsigned const lead = byte(0);
    int const bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (bytes == 1 || at + bytes > static_cast<int>(text.size())) {
        return {lead, 1};
    }
    auto value = static_cast<char32_t>(lead & (0xFFU >> (bytes + 1)));
    for (int i = 1; i < bytes; ++i) {
        value = value << 6U | (byte(i) & 0x3FU);
    }
    return {value, bytes};
}

// Signs that lean on the one before stay in its font, so that HarfBuzz can place them on it.
bool leans(char32_t sign) {
    if (sign < 0x300) {
        return false;
    }
    auto const kind = hb_unicode_general_category(hb_unicode_funcs_get_default(), sign);
    return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           kind == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

std::uint64_t key_of(ShapedGlyph const& glyph, float size_px, int quarter) {
    auto const size = static_cast<std::uint64_t>(std::lround(size_px * 64));
    return static_cast<std::uint64_t>(glyph.glyph) << 32U | size << 8U | static_cast<std::uint64_t>(glyph.font) << 2U |
           static_cast<std::uint64_t>(quarter);
}

} // namespace

tl::expected<Glyphs, std::string> Glyphs::open(std::filesystem::path const& folder,
                                               std::filesystem::path const& fallback, Atlas& atlas) {
    Glyphs glyphs;
    glyphs.m_atlas = &atlas;
    for (char const* const file : files) {
        auto font = Font::open(folder / file);
        if (!font) {
            return tl::make_unexpected(font.error());
        }
        glyphs.m_fonts.push_back(std::move(*font));
    }
    std::error_code absent;
    if (!fallback.empty() && std::filesystem::exists(fallback, absent)) {
        auto font = Font::open(fallback);
        if (!font) {
            return tl::make_unexpected(font.error());
        }
        glyphs.m_fonts.push_back(std::move(*font));
    }
    return glyphs;
}

std::size_t Glyphs::font_for(char32_t sign, std::size_t wanted) const {
    bool const helps = sign >= 0x80 && m_fonts.size() > fallback_font && !m_fonts[wanted].has(sign) &&
                       m_fonts[fallback_font].has(sign);
    return helps ? fallback_font : wanted;
}

void Glyphs::shape(std::string_view text, int begin, int end, Type const& type, std::vector<ShapedGlyph>& out) const {
    auto const wanted = static_cast<std::size_t>(type.weight);
    while (begin < end) {
        Sign sign = sign_at(text, begin);
        std::size_t const font = font_for(sign.value, wanted);
        int run_end = begin + sign.bytes;
        while (run_end < end) {
            sign = sign_at(text, run_end);
            if (!leans(sign.value) && font_for(sign.value, wanted) != font) {
                break;
            }
            run_end += sign.bytes;
        }
        std::size_t const first = out.size();
        m_fonts[font].shape(text, begin, run_end, type.tabular, out);
        for (std::size_t i = first; i < out.size(); ++i) {
            out[i].font = static_cast<std::uint8_t>(font);
            out[i].advance += out[i].advance > 0 ? type.tracking : 0; // not marks, which stand on their letter
        }
        begin = run_end;
    }
}

std::optional<GlyphPlace> Glyphs::place(ShapedGlyph const& glyph, float size_px, int quarter) {
    std::uint64_t const key = key_of(glyph, size_px, quarter);
    if (auto const known = m_places.find(key); known != m_places.end()) {
        return known->second;
    }
    GlyphPicture const picture = m_fonts[glyph.font].picture(glyph.glyph, size_px, static_cast<float>(quarter) * 0.25F);
    GlyphPlace place{{}, picture.left, picture.top};
    if (picture.w > 0 && picture.h > 0) {
        auto const slot = m_atlas->place(picture.w, picture.h);
        if (!slot) {
            return std::nullopt;
        }
        m_atlas->write(*slot, picture.coverage, picture.stride);
        place.slot = *slot;
    }
    m_places.emplace(key, place);
    return place;
}

} // namespace ui
