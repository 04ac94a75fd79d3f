#include "text/format.h"

#include <doctest/doctest.h>
#include <unicode/locid.h>

using namespace text;

TEST_CASE("a caret stands between what a reader sees as characters") {
    CHECK(graphemes("") == std::vector<int>{0});
    CHECK(graphemes("øl") == std::vector<int>{0, 2, 3});
    CHECK(graphemes("e\u0301a") == std::vector<int>{0, 3, 4});
    CHECK(graphemes("👩‍🔧!") == std::vector<int>{0, 11, 12});
    CHECK(graphemes("🇩🇰") == std::vector<int>{0, 8});
}

TEST_CASE("lines break after blanks and hyphens and never inside a word") {
    CHECK(line_breaks(Language::Danish, "Én idé") == std::vector<int>{4, 8});
    CHECK(line_breaks(Language::Danish, "to-tre") == std::vector<int>{3, 6});
    CHECK(line_breaks(Language::Danish, "5\u00A0kr.") == std::vector<int>{6});
    CHECK(line_breaks(Language::Danish, "a\nb") == std::vector<int>{2, 3});
    CHECK(line_breaks(Language::Danish, "").empty());
}

TEST_CASE("a person's disc holds two letters") {
    struct Row {
        char const* name;
        char const* initials;
    };
    for (Row const& row : {
             Row{"Mette Kjær", "MK"},
             Row{"Åse", "ÅS"},
             Row{"øjvind", "ØJ"},
             Row{"Anne Marie af Holm", "AH"},
             Row{"  Bo  ", "BO"},
             Row{"X", "X"},
             Row{"", ""},
             Row{"   ", ""},
             Row{"Teamleder", "TE"},
             Row{"e\u0301va", "E\u0301V"},
         }) {
        CAPTURE(row.name);
        CHECK(initials(row.name) == row.initials);
    }
}

TEST_CASE("the machine's own language changes nothing") {
    icu::Locale const before;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale::setDefault(icu::Locale("tr", "TR"), status);
    REQUIRE(U_SUCCESS(status));
    CHECK(upper(Language::Danish, "idé") == "IDÉ");
    CHECK(number(Language::English, 1234.5) == "1,234.5");
    CHECK(search_fold(Language::Danish, "IDA") == "ida");
    icu::Locale::setDefault(before, status);
}
