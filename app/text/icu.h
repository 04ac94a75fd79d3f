// What the text layer's files share of ICU. Private to text/: nobody else may include it.
// ICU's objects are made once for each language and never changed after, so that any thread may use them.
#pragma once

#include "text/words.h"

#include <cassert>
#include <string>
#include <string_view>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

namespace text {

inline icu::UnicodeString to_utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

inline std::string to_utf8(icu::UnicodeString const& text) {
    std::string out;
    return text.toUTF8String(out);
}

inline icu::Locale locale_of(Language language) {
    return language == Language::Danish ? icu::Locale("da", "DK") : icu::Locale("en", "GB");
}

/// ICU fails only when its data is missing or a pattern of ours is wrong: both are bugs.
inline void expect_success([[maybe_unused]] UErrorCode status) { assert(U_SUCCESS(status)); }

/// One `T` for each language, made from the language at first use.
template <class T> T const& for_language(Language language) {
    static T const danish(Language::Danish);
    static T const english(Language::English);
    return language == Language::Danish ? danish : english;
}

} // namespace text
