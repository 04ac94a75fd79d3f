// Where a text may be broken, and the letters that stand for a name.
#include "text/format.h"
#include "text/icu.h"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace text {
namespace {

struct LineRules {
    std::unique_ptr<icu::BreakIterator> iterator;

    explicit LineRules(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createLineInstance(locale_of(language), status));
        expect_success(status);
    }
};

struct CharacterRules {
    std::unique_ptr<icu::BreakIterator> iterator;

    explicit CharacterRules(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createCharacterInstance(locale_of(language), status));
        expect_success(status);
    }
};

/// All boundaries in bytes, from 0 to the end; only 0 for an empty text.
std::vector<int> boundaries(icu::BreakIterator const& rules, std::string_view text) {
    std::unique_ptr<icu::BreakIterator> const iterator(rules.clone()); // an iterator holds its place
    UErrorCode status = U_ZERO_ERROR;
    UText* const bytes = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator->setText(bytes, status);
    expect_success(status);
    std::vector<int> found;
    for (int at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
        found.push_back(at);
    utext_close(bytes);
    return found;
}

/// The first `count` graphemes of `word`.
std::string_view first_graphemes(std::string_view word, std::size_t count) {
    auto const ends = graphemes(word);
    return word.substr(0, static_cast<std::size_t>(ends[std::min(count, ends.size() - 1)]));
}

} // namespace

std::vector<int> line_breaks(Language language, std::string_view text) {
    auto found = boundaries(*for_language<LineRules>(language).iterator, text);
    found.erase(found.begin()); // the beginning is no break
    return found;
}

std::vector<int> graphemes(std::string_view text) {
    return boundaries(*for_language<CharacterRules>(Language::Danish).iterator, text);
}

std::string initials(std::string_view name) {
    constexpr std::string_view blanks = " \t\n";
    auto const begin = name.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    name = name.substr(begin, name.find_last_not_of(blanks) + 1 - begin);
    auto const last_blank = name.find_last_of(blanks);
    if (last_blank == std::string_view::npos)
        return upper(Language::Danish, first_graphemes(name, 2));
    return upper(Language::Danish,
                 std::string(first_graphemes(name, 1)) + std::string(first_graphemes(name.substr(last_blank + 1), 1)));
}

std::string upper(Language language, std::string_view text) {
    return to_utf8(to_utf16(text).toUpper(locale_of(language)));
}

std::string lower(Language language, std::string_view text) {
    return to_utf8(to_utf16(text).toLower(locale_of(language)));
}

std::vector<std::string_view> words_in(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* const bytes = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    expect_success(status);
    std::vector<std::string_view> words;
    bool within = false;
    for (std::size_t at = 0; at < text.size();) {
        UChar32 const sign = utext_next32(bytes);
        auto const next = static_cast<std::size_t>(utext_getNativeIndex(bytes));
        bool const mark = within && u_charType(sign) == U_NON_SPACING_MARK;
        if (u_isalnum(sign) || mark) {
            if (!within)
                words.push_back(text.substr(at, 0));
            words.back() = {words.back().data(), words.back().size() + next - at};
            within = true;
        } else {
            within = false;
        }
        at = next;
    }
    utext_close(bytes);
    return words;
}

} // namespace text
