// HarfBuzz works in the font's own units, so one shaper serves every size; FreeType draws at the size asked.
#include "ui/kit/font.h"

#include <array>
#include <cmath>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#include <hb-ot.h>
#include <hb.h>

namespace ui {

namespace {

template <auto destroy> struct Free {
    template <class T> void operator()(T* thing) const { destroy(thing); }
};
using Blob = std::unique_ptr<hb_blob_t, Free<hb_blob_destroy>>;
using Shaper = std::unique_ptr<hb_font_t, Free<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Free<hb_buffer_destroy>>;
using Library = std::unique_ptr<FT_LibraryRec_, Free<FT_Done_FreeType>>;
using Face = std::unique_ptr<FT_FaceRec_, Free<FT_Done_Face>>;

constexpr float fixed = 64; // FreeType's 26.6

Shaper shaper_of(hb_blob_t* blob) {
    hb_face_t* const face = hb_face_create(blob, 0);
    Shaper font(hb_font_create(face));
    hb_face_destroy(face);
    hb_ot_font_set_funcs(font.get());
    return font;
}

} // namespace

struct Font::Impl {
    Blob blob;
    Shaper shaper;
    Buffer buffer{hb_buffer_create()};
    Library library;
    Face face;
    float em = 1000;
    float ascent = 0.97F, descent = 0.24F, cap_height = 0.727F;

    bool open_face() {
        FT_Library opened = nullptr;
        if (FT_Init_FreeType(&opened) != 0) {
            return false;
        }
        library.reset(opened);
        unsigned length = 0;
        char const* const bytes = hb_blob_get_data(blob.get(), &length);
        FT_Face read = nullptr;
        if (FT_New_Memory_Face(opened, reinterpret_cast<FT_Byte const*>(bytes), static_cast<FT_Long>(length), 0,
                               &read) != 0) {
            return false;
        }
        face.reset(read);
        return true;
    }

    void measure() {
        em = static_cast<float>(face->units_per_EM);
        ascent = static_cast<float>(face->ascender) / em;
        descent = -static_cast<float>(face->descender) / em;
        auto const* const os2 = static_cast<TT_OS2 const*>(FT_Get_Sfnt_Table(face.get(), FT_SFNT_OS2));
        if (os2 != nullptr && os2->version >= 2 && os2->version != 0xFFFFU && os2->sCapHeight > 0) {
            cap_height = static_cast<float>(os2->sCapHeight) / em;
        }
    }
};

Font::Font(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Font::Font(Font&&) noexcept = default;
Font& Font::operator=(Font&&) noexcept = default;
Font::~Font() = default;

tl::expected<Font, std::string> Font::open(std::filesystem::path const& file) {
    auto impl = std::make_unique<Impl>();
    impl->blob.reset(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!impl->blob) {
        return tl::make_unexpected("cannot read the font " + file.string());
    }
    impl->shaper = shaper_of(impl->blob.get());
    if (!impl->open_face()) {
        return tl::make_unexpected(file.string() + " is no font");
    }
    impl->measure();
    return Font(std::move(impl));
}

bool Font::has(char32_t sign) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(m_impl->shaper.get(), sign, &glyph) != 0;
}

void Font::shape(std::string_view text, int begin, int end, bool tabular, std::vector<ShapedGlyph>& out) const {
    hb_buffer_t* const buffer = m_impl->buffer.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(begin), end - begin);
    hb_buffer_guess_segment_properties(buffer);
    std::array const features = {
        hb_feature_t{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    hb_shape(m_impl->shaper.get(), buffer, features.data(), tabular ? 1 : 0);
    unsigned count = 0;
    hb_glyph_info_t const* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t const* const places = hb_buffer_get_glyph_positions(buffer, &count);
    float const unit = 1 / m_impl->em;
    bool const backward = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
    for (unsigned i = 0; i < count; ++i) {
        out.push_back({infos[i].codepoint, static_cast<int>(infos[i].cluster), 0, backward,
                       static_cast<float>(places[i].x_advance) * unit, static_cast<float>(places[i].x_offset) * unit,
                       static_cast<float>(places[i].y_offset) * unit});
    }
}

GlyphPicture Font::picture(std::uint32_t glyph, float size_px, float shift) const {
    FT_Face const face = m_impl->face.get();
    FT_Set_Char_Size(face, 0, std::lround(size_px * fixed), 0, 0);
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
        return {};
    }
    FT_Outline_Translate(&face->glyph->outline, std::lround(shift * fixed), 0);
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) {
        return {};
    }
    FT_Bitmap const& drawn = face->glyph->bitmap;
    return {drawn.buffer,
            drawn.pitch,
            static_cast<int>(drawn.width),
            static_cast<int>(drawn.rows),
            face->glyph->bitmap_left,
            face->glyph->bitmap_top};
}

float Font::ascent() const { return m_impl->ascent; }
float Font::descent() const { return m_impl->descent; }
float Font::cap_height() const { return m_impl->cap_height; }

} // namespace ui
