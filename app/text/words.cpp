// Reads the words from TOML and fills their gaps with ICU. Knows no screen and no sentence.
#include "text/words.h"

#include "text/icu.h"

#include <fstream>
#include <map>
#include <sstream>
#include <toml++/toml.h>
#include <unicode/msgfmt.h>
#include <vector>

namespace text {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

std::string at_line(toml::source_region const& source) { return ":" + std::to_string(source.begin.line) + ": "; }

/// Adds what stands in `table` as "prefix.key"; the first thing that is no text as an error.
tl::expected<void, std::string> flatten(toml::table const& table, std::string const& prefix, Texts& texts) {
    for (auto const& [key, node] : table) {
        std::string const name = prefix + std::string(key.str());
        if (auto const* nested = node.as_table()) {
            if (auto done = flatten(*nested, name + ".", texts); !done)
                return done;
        } else if (auto const* words = node.as_string()) {
            texts.emplace(name, words->get());
        } else {
            return tl::unexpected(at_line(node.source()) + name + " is not text");
        }
    }
    return {};
}

tl::expected<Texts, std::string> read_texts(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (!file || !(content << file.rdbuf()))
        return tl::unexpected(path.string() + ": cannot be read");
    Texts texts;
    // toml++ as Debian builds it reports errors by throwing.
    try {
        toml::table const table = toml::parse(content.str(), path.string());
        if (auto done = flatten(table, "", texts); !done)
            return tl::unexpected(path.string() + done.error());
    } catch (toml::parse_error const& error) {
        return tl::unexpected(path.string() + at_line(error.source()) + std::string(error.description()));
    }
    return texts;
}

icu::Formattable to_icu(std::variant<std::int64_t, double, std::string> const& value) {
    if (auto const* whole = std::get_if<std::int64_t>(&value))
        return icu::Formattable(*whole);
    if (auto const* real = std::get_if<double>(&value))
        return icu::Formattable(*real);
    return icu::Formattable(to_utf16(std::get<std::string>(value)));
}

} // namespace

std::string_view code_of(Language language) { return language == Language::Danish ? "da" : "en"; }

struct Words::Impl {
    Language language = Language::Danish;
    Texts texts;
    /// Compiled at first use.
    std::map<std::string, std::unique_ptr<icu::MessageFormat>, std::less<>> formats;

    icu::MessageFormat const& format(std::string_view key, std::string const& words) {
        if (auto const found = formats.find(key); found != formats.end())
            return *found->second;
        UErrorCode status = U_ZERO_ERROR;
        auto made = std::make_unique<icu::MessageFormat>(to_utf16(words), locale_of(language), status);
        expect_success(status);
        return *formats.emplace(key, std::move(made)).first->second;
    }
};

Words::Words(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

tl::expected<Words, std::string> Words::load(std::filesystem::path const& strings, Language language) {
    auto texts = read_texts(strings / (std::string(code_of(language)) + ".toml"));
    if (!texts)
        return tl::unexpected(std::move(texts.error()));
    auto impl = std::make_unique<Impl>();
    impl->language = language;
    impl->texts = std::move(*texts);
    return Words(std::move(impl));
}

Language Words::language() const { return m_impl->language; }

bool Words::has(std::string_view key) const { return m_impl->texts.find(key) != m_impl->texts.end(); }

std::string const& Words::get(std::string_view key) const {
    auto const found = m_impl->texts.find(key);
    assert(found != m_impl->texts.end());
    if (found == m_impl->texts.end())
        return m_impl->texts.emplace(key, key).first->second;
    return found->second;
}

std::string Words::say(std::string_view key, std::initializer_list<Gap> gaps) const {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (Gap const& gap : gaps) {
        names.push_back(to_utf16(gap.name));
        values.push_back(to_icu(gap.value));
    }
    icu::UnicodeString out;
    UErrorCode status = U_ZERO_ERROR;
    m_impl->format(key, get(key)).format(names.data(), values.data(), static_cast<int32_t>(gaps.size()), out, status);
    expect_success(status);
    return to_utf8(out);
}

std::vector<std::string> Words::keys() const {
    std::vector<std::string> keys;
    for (auto const& entry : m_impl->texts)
        keys.push_back(entry.first);
    return keys;
}

std::string Words::refusal(board::Refusal const& refusal) const {
    return say(refusal_key(refusal.rule), {{"number", refusal.number},
                                           {"limit", refusal.limit},
                                           {"ballots", refusal.ballots},
                                           {"dots", refusal.dots},
                                           {"name", refusal.name}});
}

} // namespace text
