// The order of names and what a search holds equal (method.md 4.3).
#include "text/format.h"
#include "text/icu.h"

#include <memory>
#include <unicode/coll.h>
#include <unicode/translit.h>

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

// Danish letters stay apart from a, e and o; every other mark goes. English keeps to its own alphabet.
constexpr char16_t const* danish_fold =
    u":: NFC; :: Lower; aa > å; ä > æ; ö > ø; :: [^å] NFD; :: [[:Mn:]-[\\u030A]] Remove; :: NFC;";
constexpr char16_t const* english_fold = u":: Lower; æ > ae; ø > o; :: NFD; :: [:Mn:] Remove; :: NFC;";

struct Fold {
    std::unique_ptr<icu::Transliterator> rules;

    explicit Fold(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where;
        icu::UnicodeString const source(language == Language::Danish ? danish_fold : english_fold);
        rules.reset(icu::Transliterator::createFromRules("fold", source, UTRANS_FORWARD, where, status));
        expect_success(status);
    }
};

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
    icu::UnicodeString folded = to_utf16(text);
    for_language<Fold>(language).rules->transliterate(folded);
    return to_utf8(folded);
}

} // namespace text
