// The order of names and what a search holds equal (method.md 4.3).
#include "text/format.h"
#include "text/icu.h"

#include <memory>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace text {
namespace {

struct Order {
    std::unique_ptr<icu::Collator> collator;

    explicit Order(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        collator.reset(icu::Collator::createInstance(locale_of(language), status));
        expect_success(status);
    }
};

/// A letter without its marks.
void append_plain(icu::UnicodeString& folded, icu::Normalizer2 const& decomposing, UChar32 letter) {
    icu::UnicodeString parts;
    if (!decomposing.getDecomposition(letter, parts))
        parts = letter;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
        if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK)
            folded.append(parts.char32At(i));
}

/// Danish letters stay apart from a, e and o; English keeps to its own alphabet.
icu::UnicodeString folded_letter(Language language, UChar32 letter) {
    bool const danish = language == Language::Danish;
    switch (letter) {
    case u'å': return danish ? u"å" : u"a";
    case u'ä':
    case u'æ': return danish ? u"æ" : letter == u'æ' ? u"ae" : u"a";
    case u'ö':
    case u'ø': return danish ? u"ø" : u"o";
    default: return {};
    }
}

} // namespace

int compare(Language language, std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    icu::StringPiece const first(a.data(), static_cast<int32_t>(a.size()));
    icu::StringPiece const second(b.data(), static_cast<int32_t>(b.size()));
    int const order = for_language<Order>(language).collator->compareUTF8(first, second, status);
    expect_success(status);
    return order;
}

std::string search_fold(Language language, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    auto const& composing = *icu::Normalizer2::getNFCInstance(status);
    auto const& decomposing = *icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString letters = composing.normalize(to_utf16(text), status).toLower(icu::Locale::getRoot());
    expect_success(status);
    if (language == Language::Danish)
        letters.findAndReplace(u"aa", u"å");
    icu::UnicodeString folded;
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        UChar32 const letter = letters.char32At(i);
        if (icu::UnicodeString const own = folded_letter(language, letter); !own.isEmpty())
            folded.append(own);
        else
            append_plain(folded, decomposing, letter);
    }
    return to_utf8(folded);
}

} // namespace text
