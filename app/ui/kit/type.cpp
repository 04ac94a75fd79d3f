// The paragraphs that were laid out, kept by text and setting as long as somebody asks for them.
#include "ui/kit/type.h"

#include "ui/kit/layout.h"

#include <functional>
#include <unordered_map>

namespace ui {

namespace {

constexpr std::uint64_t keep_frames = 240; // a pad that closes and opens again finds its words
constexpr std::uint64_t sweep_every = 64;
constexpr std::size_t most_heights = 1U << 14U; // several of the largest boards

struct View {
    std::string_view text;
    Setting setting;
};
struct Entry {
    std::string text;
    Setting setting;
};

std::size_t hash_of(std::string_view text, Setting const& setting) {
    std::size_t hash = std::hash<std::string_view>()(text);
    auto const mix = [&hash](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15U; };
    mix(std::hash<float>()(setting.type.size));
    mix(std::hash<float>()(setting.width));
    mix(std::hash<float>()(setting.type.line_height));
    mix(static_cast<std::size_t>(setting.max_lines) << 8U | static_cast<std::size_t>(setting.type.weight) << 4U |
        static_cast<std::size_t>(setting.align) << 1U | static_cast<std::size_t>(setting.type.tabular));
    return hash ^ hash >> 32U;
}

struct Hash {
    using is_transparent = void;
    std::size_t operator()(Entry const& entry) const { return hash_of(entry.text, entry.setting); }
    std::size_t operator()(View const& view) const { return hash_of(view.text, view.setting); }
};
struct Same {
    using is_transparent = void;
    template <class A, class B> bool operator()(A const& a, B const& b) const {
        return a.text == b.text && a.setting == b.setting;
    }
};
struct Kept {
    Paragraph paragraph;
    std::uint64_t asked = 0;      ///< the frame it was last asked for in
    std::uint64_t generation = 0; ///< of the atlas
};

} // namespace

struct Typesetter::Impl {
    explicit Impl(Glyphs&& fonts) : glyphs(std::move(fonts)), layout(glyphs), generation(glyphs.atlas().generation()) {}

    Glyphs glyphs;
    Layout layout;
    text::Language language = text::Language::Danish;
    float scale = 1;
    std::unordered_map<Entry, Kept, Hash, Same> kept;
    std::unordered_map<Entry, float, Hash, Same> heights;
    std::uint64_t frame = 0;
    std::uint64_t generation;

    void follow_atlas() {
        if (generation != glyphs.atlas().generation()) {
            generation = glyphs.atlas().generation();
            glyphs.forget();
        }
    }
    void forget() { kept.clear(), heights.clear(); }
    Paragraph made(std::string_view text, Setting const& setting) { return layout.lay(text, setting, language, scale); }
};

Typesetter::Typesetter() = default;
Typesetter::~Typesetter() = default;

tl::expected<std::unique_ptr<Typesetter>, std::string>
Typesetter::open(std::filesystem::path const& folder, Atlas& atlas, std::filesystem::path const& fallback) {
    auto glyphs = Glyphs::open(folder, fallback, atlas);
    if (!glyphs) {
        return tl::make_unexpected(glyphs.error());
    }
    std::unique_ptr<Typesetter> typesetter(new Typesetter());
    typesetter->m_impl = std::make_unique<Impl>(std::move(*glyphs));
    return typesetter;
}

void Typesetter::set_language(text::Language language) {
    if (language != m_impl->language) {
        m_impl->language = language;
        m_impl->forget();
    }
}

void Typesetter::set_scale(float px_per_du) {
    if (px_per_du != m_impl->scale) {
        m_impl->scale = px_per_du;
        m_impl->forget();
        m_impl->glyphs.atlas().clear();
    }
}

float Typesetter::scale() const { return m_impl->scale; }

void Typesetter::end_frame() {
    ++m_impl->frame;
    if (m_impl->frame % sweep_every == 0) {
        std::erase_if(m_impl->kept,
                      [&](auto const& entry) { return entry.second.asked + keep_frames < m_impl->frame; });
    }
}

Paragraph const& Typesetter::lay(std::string_view text, Setting const& setting) {
    m_impl->follow_atlas();
    auto found = m_impl->kept.find(View{text, setting});
    if (found == m_impl->kept.end()) {
        Paragraph made = m_impl->made(text, setting);
        found =
            m_impl->kept.emplace(Entry{std::string(text), setting}, Kept{std::move(made), 0, m_impl->generation}).first;
    } else if (found->second.generation != m_impl->generation) {
        found->second = {m_impl->made(text, setting), 0, m_impl->generation};
    }
    found->second.asked = m_impl->frame;
    return found->second.paragraph;
}

float Typesetter::height(std::string_view text, Setting const& setting) {
    auto& heights = m_impl->heights;
    if (auto const found = heights.find(View{text, setting}); found != heights.end())
        return found->second;
    if (heights.size() >= most_heights)
        heights.clear();
    float const height = m_impl->layout.height(text, setting, m_impl->language, m_impl->scale);
    return heights.emplace(Entry{std::string(text), setting}, height).first->second;
}

float Typesetter::width(std::string_view text, Type const& type) {
    Setting setting;
    setting.type = type;
    return lay(text, setting).width;
}

Atlas& Typesetter::atlas() { return m_impl->glyphs.atlas(); }

} // namespace ui
