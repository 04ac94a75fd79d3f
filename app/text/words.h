// All words of the product, in one language at a time: assets/strings/da.toml and en.toml, filled in by
// ICU's MessageFormat (plurals included). For one thread at a time.
#pragma once

#include "board/refusal.h"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace text {

enum class Language { Danish, English };

/// "da" or "en".
std::string_view code_of(Language language);

/// A named value for a sentence's gap.
struct Gap {
    std::string_view name;
    std::variant<std::int64_t, double, std::string> value;
};

class Words {
  public:
    /// Reads `strings`/da.toml or en.toml; an error names the file and the line.
    static tl::expected<Words, std::string> load(std::filesystem::path const& strings, Language language);
    Words(Words&&) noexcept;
    Words& operator=(Words&&) noexcept;
    ~Words();

    Language language() const;
    /// The words under a dotted key, as they stand. A missing key is a bug: it asserts, and in a release
    /// shows the key itself, so that it is seen.
    std::string const& get(std::string_view key) const;
    /// The words with their gaps filled; {n, plural, one {…} other {…}} follows the language's rules.
    std::string say(std::string_view key, std::initializer_list<Gap> gaps) const;
    bool has(std::string_view key) const;
    /// All keys in the order of the alphabet (tests).
    std::vector<std::string> keys() const;
    /// The sentence for a refusal: [refusal] in the strings file.
    std::string refusal(board::Refusal const& refusal) const;

  private:
    struct Impl;
    explicit Words(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The key of a rule's sentence, e.g. "refusal.text_empty".
std::string refusal_key(board::Rule rule);

} // namespace text
