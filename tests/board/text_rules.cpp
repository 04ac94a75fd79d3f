// What a text on the wall may be.
#include "board/text_rules.h"

#include <doctest/doctest.h>

#include <random>

using namespace board;

namespace {

struct Row {
    std::string typed, cleaned;
};

std::string repeat(std::string const& text, int times) {
    std::string all;
    for (int time = 0; time < times; ++time)
        all += text;
    return all;
}

} // namespace

TEST_CASE("texts that look like code stay as they were written") {
    for (std::string const text : {"%s%n", "##", "###id", "{{}}", "<script>", "'; DROP TABLE", "=HYPERLINK(\"x\")",
                                   "+47", "-", "@", "æøå ÆØÅ é", "linje 1\nlinje 2", "👍🏽", "日本語"}) {
        CAPTURE(text);
        CHECK(clean_text(text) == text);
    }
}

TEST_CASE("nothing visible is nothing at all") {
    for (std::string const text :
         {"", " ", " \t \n ", "\u200B", " \u200B\u2060\uFEFF ", "\u00A0\u2003", "\u3164", "\u00AD"})
        CHECK(clean_text(text).empty());
}

TEST_CASE("what cannot be seen is dropped and what is broken is marked") {
    Row const rows[] = {
        {"  to ord \n", "to ord"},
        {"a\r\nb", "a\nb"},
        {"a\tb", "a b"},
        {"a\u2028b", "a\nb"},
        {std::string{"a\0b\x01\x7f", 5}, "ab"},
        {"\uFEFFab", "ab"},
        {"a\u200Bb\u2066c\u202Ed\u061C", "abcd"},
        {"a\u0085b", "ab"},
        {"a\xFFz", "a\uFFFDz"},
        {"a\xC3", "a\uFFFD"},
        {"\xC0\xAFz", "\uFFFD\uFFFDz"},
        {"\xE2\x82z", "\uFFFDz"},
        {"\xF0\x9F\x98", "\uFFFD"},
        {"\xED\xA0\x80z", "\uFFFD\uFFFD\uFFFDz"},
        {"\xF4\x90\x80\x80z", "\uFFFD\uFFFD\uFFFD\uFFFDz"},
        {"\uFFFFz", "\uFFFDz"},
        {"\x80", "\uFFFD"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.cleaned);
        CHECK(clean_text(row.typed) == row.cleaned);
    }
}

TEST_CASE("at most four combining marks stand in a row") {
    CHECK(clean_text("e" + repeat("\u0301", 200)) == "e" + repeat("\u0301", 4));
    CHECK(clean_text("e" + repeat("\u0301\u200B", 200) + "x\u0301") == "e" + repeat("\u0301", 4) + "x\u0301");
}

TEST_CASE("cleaning any bytes gives valid text that stays as it is") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 2'000; ++round) {
        std::string typed;
        auto const length = random() % 40;
        for (std::size_t at = 0; at < length; ++at)
            typed += static_cast<char>(random() % 3 == 0 ? random() % 256 : 0xC0 + random() % 64);
        auto const once = clean_text(typed);
        CHECK(clean_text(once) == once);
        CHECK(count_characters(once) <= static_cast<int>(typed.size()));
    }
}

TEST_CASE("characters are code points") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("abc") == 3);
    CHECK(count_characters("æøå") == 3);
    CHECK(count_characters("👍a") == 2);
    CHECK(count_characters("e\u0301") == 2);
}

TEST_CASE("CPR numbers are found however they are written") {
    for (std::string const text :
         {"010101-1234", "0101011234", "010101 1234", "Borger 311299-0001 ringede", "(290224-1234)", "cpr010101-1234",
          "010101-1234.", "010101\u00A01234", "010101\u20131234", "010101 - 1234", "æ010101-1234ø",
          "linje\n010101-1234", "2026 0101011234"}) {
        CAPTURE(text);
        CHECK(looks_like_cpr(text));
    }
}

TEST_CASE("other numbers are no CPR numbers") {
    for (std::string const text :
         {"", "000101-1234", "320101-1234", "010001-1234", "011301-1234", "010101-123", "010101-12345", "01010112345",
          "20101011234", "010101", "12345678", "1.234.567,89 kr.", "2026-11-23", "010101\n1234", "10 10 10 1234"}) {
        CAPTURE(text);
        CHECK_FALSE(looks_like_cpr(text));
    }
}

TEST_CASE("e-mails and phone numbers and addresses look personal") {
    for (std::string const text :
         {"gitte@eksempelby.dk", "Skriv til a.b+c@mail.example.com.", "12345678", "Ring 12 34 56 78!", "tlf.12345678",
          "+4512345678", "Skolegade 12", "Bor på nørregade 4, 2. tv", "Ny Vej 7B", "H.C. Andersens Boulevard 107",
          "Frederiksberg Allé 3", "Åboulevard 9"}) {
        CAPTURE(text);
        CHECK(looks_personal(text));
    }
}

TEST_CASE("ordinary words and figures do not look personal") {
    for (std::string const text : {"", "@", "=SUM(A1)@", "vi ses @ kantinen", "a@b", "1234567", "kl. 9-10 og 13-14",
                                   "2026-11-23", "1.234.567,89 kr.", "Vi er på vej 3 gange om ugen",
                                   "Alle 4 medarbejdere", "12 34 56", "10 af 14 medarbejdere er med", "Vej 12 kasser",
                                   "Skolegade", "Indkaldelsesbrev på én side", "4 af 14 medarbejdere, 3 uger"}) {
        CAPTURE(text);
        CHECK_FALSE(looks_personal(text));
    }
}
