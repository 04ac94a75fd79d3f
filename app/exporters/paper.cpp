#include "exporters/paper.h"

#include "exporters/pdf_finish.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cairo.h>
#include <cmath>
#include <cstring>
#include <numbers>
#include <pango/pangocairo.h>

namespace exporters {

namespace {

constexpr double cap_height = 0.727; // of Inter, in sizes

template <class T> using Owned = std::unique_ptr<T, void (*)(T*)>;
using Layout = std::unique_ptr<PangoLayout, void (*)(gpointer)>;

cairo_status_t append(void* closure, unsigned char const* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void say(cairo_surface_t* surface, cairo_pdf_metadata_t what, std::string const& value) {
    cairo_pdf_surface_set_metadata(surface, what, value.c_str());
}

PangoWeight pango_weight(Weight weight) {
    constexpr PangoWeight weights[] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_MEDIUM, PANGO_WEIGHT_SEMIBOLD,
                                       PANGO_WEIGHT_BOLD};
    return weights[static_cast<int>(weight)];
}

void path(cairo_t* to, Box const& box, double radius) {
    double const r = std::min({radius, box.w / 2, box.h / 2});
    if (r <= 0)
        return cairo_rectangle(to, box.x, box.y, box.w, box.h);
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(to);
    cairo_arc(to, box.right() - r, box.y + r, r, -quarter, 0);
    cairo_arc(to, box.right() - r, box.bottom() - r, r, 0, quarter);
    cairo_arc(to, box.x + r, box.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(to, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(to);
}

void take_pixels(cairo_surface_t* image, Print const& print) {
    cairo_surface_flush(image);
    auto* const bytes = cairo_image_surface_get_data(image);
    auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(image));
    auto const w = static_cast<std::size_t>(print.w);
    for (std::size_t y = 0; y < static_cast<std::size_t>(print.h); ++y)
        for (std::size_t x = 0; x < w; ++x) {
            auto const* from = print.rgb.data() + 3 * (y * w + x);
            auto const pixel = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
            std::memcpy(bytes + y * stride + 4 * x, &pixel, sizeof pixel);
        }
    cairo_surface_mark_dirty(image);
}

/// Into the file as it is, a tenth of its pixels; cairo keeps the bytes until it is written.
void embed_jpeg(cairo_surface_t* image, std::string const& jpeg) {
    auto owned = std::make_unique<std::string>(jpeg);
    auto const* const bytes = reinterpret_cast<unsigned char const*>(owned->data());
    auto const let_go = [](void* kept) { delete static_cast<std::string*>(kept); };
    if (cairo_surface_set_mime_data(image, CAIRO_MIME_TYPE_JPEG, bytes, owned->size(), let_go, owned.get()) ==
        CAIRO_STATUS_SUCCESS)
        static_cast<void>(owned.release()); // cairo's now
}

} // namespace

struct Paper::Impl {
    Size size;
    DocumentInfo info;
    std::string bytes;
    bool is_pdf = false;
    double pixels_to_point = 220.0 / 72;
    int page = 1;
    Owned<cairo_surface_t> surface{nullptr, cairo_surface_destroy};
    Owned<cairo_t> cairo{nullptr, cairo_destroy};
    std::unique_ptr<PangoFontMap, void (*)(gpointer)> fonts{pango_cairo_font_map_new(), g_object_unref};
    std::unique_ptr<PangoContext, void (*)(gpointer)> context{nullptr, g_object_unref};
    std::vector<std::string> alternatives; ///< of the figures, in their order
    std::vector<int> parents;              ///< bookmarks from the outermost to the last

    void set_up_text() {
        context.reset(pango_font_map_create_context(fonts.get()));
        pango_cairo_update_context(cairo.get(), context.get());
        Owned<cairo_font_options_t> const options(cairo_font_options_create(), cairo_font_options_destroy);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context.get(), options.get());
        pango_cairo_context_set_resolution(context.get(), 72);
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
        pango_context_set_language(context.get(),
                                   pango_language_from_string(std::string(text::code_of(info.language)).c_str()));
    }
    void use(Colour const& colour) { cairo_set_source_rgb(cairo.get(), colour.r, colour.g, colour.b); }

    /// `width` below 0: on one line, however long.
    Layout layout(std::string_view text, Style const& style, double width) const {
        Layout made(pango_layout_new(context.get()), g_object_unref);
        Owned<PangoFontDescription> const font(pango_font_description_new(), pango_font_description_free);
        pango_font_description_set_family(font.get(), "Inter");
        pango_font_description_set_weight(font.get(), pango_weight(style.weight));
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_layout_set_font_description(made.get(), font.get());
        Owned<PangoAttrList> const attributes(pango_attr_list_new(), pango_attr_list_unref);
        pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(made.get(), attributes.get());
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_auto_dir(made.get(), FALSE);
        if (width >= 0)
            pango_layout_set_width(made.get(), std::max(1, static_cast<int>(width * PANGO_SCALE)));
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        return made;
    }
};

Paper::Paper(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Paper::Paper(Paper&&) noexcept = default;
Paper::~Paper() = default;

Paper Paper::pdf(Size size, DocumentInfo const& info) {
    auto impl = std::make_unique<Impl>();
    impl->size = size;
    impl->info = info;
    impl->is_pdf = true;
    impl->surface.reset(cairo_pdf_surface_create_for_stream(append, &impl->bytes, size.width, size.height));
    say(impl->surface.get(), CAIRO_PDF_METADATA_TITLE, info.title);
    say(impl->surface.get(), CAIRO_PDF_METADATA_SUBJECT, info.subject);
    say(impl->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Rundt bordet");
    say(impl->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, board::to_iso(info.at).substr(0, 19) + "Z");
    impl->cairo.reset(cairo_create(impl->surface.get()));
    impl->set_up_text();
    return Paper(std::move(impl));
}

Paper Paper::picture(Size size, text::Language language, int pixels_wide) {
    auto impl = std::make_unique<Impl>();
    double const scale = pixels_wide / size.width;
    impl->size = size;
    impl->pixels_to_point = scale;
    impl->info.language = language;
    impl->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels_wide,
                                                   static_cast<int>(std::lround(size.height * scale))));
    impl->cairo.reset(cairo_create(impl->surface.get()));
    cairo_scale(impl->cairo.get(), scale, scale);
    impl->set_up_text();
    return Paper(std::move(impl));
}

Size Paper::size() const { return m_impl->size; }

void Paper::new_page() {
    cairo_show_page(m_impl->cairo.get());
    ++m_impl->page;
}

std::string Paper::finish() {
    if (!m_impl->is_pdf) {
        cairo_surface_flush(m_impl->surface.get());
        cairo_surface_write_to_png_stream(m_impl->surface.get(), append, &m_impl->bytes);
        return std::move(m_impl->bytes);
    }
    cairo_surface_finish(m_impl->surface.get());
    return finished_pdf(m_impl->bytes, text::code_of(m_impl->info.language), m_impl->alternatives);
}

int Paper::lines(std::string_view text, Style const& style, double width) const {
    return text.empty() ? 0 : pango_layout_get_line_count(m_impl->layout(text, style, width).get());
}

double Paper::height(std::string_view text, Style const& style, double width) const {
    return lines(text, style, width) * style.line();
}

double Paper::width(std::string_view text, Style const& style) const {
    PangoRectangle drawn;
    pango_layout_get_extents(m_impl->layout(text, style, -1).get(), nullptr, &drawn);
    return static_cast<double>(drawn.width) / PANGO_SCALE;
}

double Paper::write(std::string_view text, Style const& style, Box const& at, Align align, int first, int count) {
    if (text.empty())
        return 0;
    auto const layout = m_impl->layout(text, style, at.w);
    int const all = pango_layout_get_line_count(layout.get());
    int const last = count < 0 ? all : std::min(all, first + count);
    m_impl->use(style.colour);
    for (int i = first; i < last; ++i) {
        PangoLayoutLine* const line = pango_layout_get_line_readonly(layout.get(), i);
        PangoRectangle drawn;
        pango_layout_line_get_extents(line, nullptr, &drawn);
        double const spare = at.w - static_cast<double>(drawn.width) / PANGO_SCALE;
        double const x = at.x + (align == Align::Left ? 0 : align == Align::Right ? spare : spare / 2);
        double const top = at.y + (i - first) * style.line();
        cairo_move_to(m_impl->cairo.get(), x, top + style.line() / 2 + cap_height * style.size / 2);
        pango_cairo_show_layout_line(m_impl->cairo.get(), line);
    }
    return (last - first) * style.line();
}

void Paper::fill(Box const& box, Colour colour, double radius) {
    m_impl->use(colour);
    path(m_impl->cairo.get(), box, radius);
    cairo_fill(m_impl->cairo.get());
}

void Paper::outline(Box const& box, Colour colour, double width, double radius) {
    m_impl->use(colour);
    path(m_impl->cairo.get(), box.inset(width / 2, width / 2), radius);
    cairo_set_line_width(m_impl->cairo.get(), width);
    cairo_stroke(m_impl->cairo.get());
}

void Paper::line(double x1, double y1, double x2, double y2, Colour colour, double width) {
    m_impl->use(colour);
    cairo_set_line_width(m_impl->cairo.get(), width);
    cairo_move_to(m_impl->cairo.get(), x1, y1);
    cairo_line_to(m_impl->cairo.get(), x2, y2);
    cairo_stroke(m_impl->cairo.get());
}

void Paper::disc(double x, double y, double radius, Colour colour) {
    m_impl->use(colour);
    cairo_new_path(m_impl->cairo.get());
    cairo_arc(m_impl->cairo.get(), x, y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(m_impl->cairo.get());
}

void Paper::ring(double x, double y, double radius, Colour colour, double width) {
    m_impl->use(colour);
    cairo_set_line_width(m_impl->cairo.get(), width);
    cairo_new_path(m_impl->cairo.get());
    cairo_arc(m_impl->cairo.get(), x, y, radius - width / 2, 0, 2 * std::numbers::pi);
    cairo_stroke(m_impl->cairo.get());
}

/// A pen's line changes its width from point to point: a piece between each two, with round ends.
void Paper::ink(board::Ink const& ink, Box const& box) {
    auto* const to = m_impl->cairo.get();
    double const scale = box.w / board::ink_grid;
    cairo_save(to);
    cairo_set_line_cap(to, CAIRO_LINE_CAP_ROUND);
    for (board::InkStroke const& stroke : ink.strokes) {
        m_impl->use(pen_colour(stroke.colour));
        for (std::size_t i = 0; i < stroke.points.size(); ++i) {
            auto const& from = stroke.points[i == 0 ? 0 : i - 1];
            auto const& point = stroke.points[i];
            cairo_set_line_width(to, std::max(0.4, (from.width + point.width) / 2.0 * scale));
            cairo_move_to(to, box.x + from.x * scale, box.y + from.y * scale);
            cairo_line_to(to, box.x + point.x * scale, box.y + point.y * scale);
            cairo_stroke(to);
        }
    }
    cairo_restore(to);
}

double Paper::pixels_to_point() const { return m_impl->pixels_to_point; }

void Paper::photo(Print const& print, Box const& box, double radius) {
    Owned<cairo_surface_t> const image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, print.w, print.h),
                                       cairo_surface_destroy);
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS)
        return;
    take_pixels(image.get(), print);
    if (m_impl->is_pdf)
        embed_jpeg(image.get(), print.jpeg);
    auto* const to = m_impl->cairo.get();
    cairo_save(to);
    path(to, box, radius);
    cairo_clip(to);
    cairo_translate(to, box.x, box.y);
    cairo_scale(to, box.w / print.w, box.h / print.h);
    cairo_set_source_surface(to, image.get(), 0, 0);
    cairo_paint(to);
    cairo_restore(to);
}

void Paper::bookmark(std::string const& title, int level, double y) {
    if (!m_impl->is_pdf)
        return;
    auto& parents = m_impl->parents;
    parents.resize(std::min<std::size_t>(parents.size(), static_cast<std::size_t>(level) - 1));
    int const parent = parents.empty() ? CAIRO_PDF_OUTLINE_ROOT : parents.back();
    std::string const here = "page=" + std::to_string(m_impl->page) + " pos=[0 " + std::to_string(static_cast<int>(y)) +
                             "]";
    parents.push_back(cairo_pdf_surface_add_outline(m_impl->surface.get(), parent, title.c_str(), here.c_str(),
                                                    CAIRO_PDF_OUTLINE_FLAG_OPEN));
}

Tagged::Tagged(Paper& paper, char const* tag, std::string alternative) : m_paper(paper), m_tag(tag) {
    if (m_paper.m_impl->is_pdf) // a picture has no structure
        cairo_tag_begin(m_paper.m_impl->cairo.get(), tag, nullptr);
    if (!alternative.empty())
        m_paper.m_impl->alternatives.push_back(std::move(alternative));
}

Tagged::~Tagged() {
    if (m_paper.m_impl->is_pdf)
        cairo_tag_end(m_paper.m_impl->cairo.get(), m_tag);
}

} // namespace exporters
