// Editing by whole graphemes, whatever they are made of.
#include "ui/kit/text_buffer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using ui::TextBuffer;

namespace {

char const* const e_acute = "e\xCC\x81";                                   // e + combining acute
char const* const family = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"; // woman, joiner, girl: one grapheme
char const* const flag = "\xF0\x9F\x87\xA9\xF0\x9F\x87\xB0";               // regional D, K: the Danish flag

} // namespace

TEST_CASE("Backspace takes one grapheme") {
    for (std::string const grapheme : {"a", "å", "Ø", e_acute, family, flag, "€"}) {
        CAPTURE(grapheme);
        TextBuffer buffer("ab" + grapheme);
        buffer.backspace();
        CHECK(buffer.text() == "ab");
        CHECK(buffer.caret() == 2);
    }
}

TEST_CASE("Erasing forward takes one grapheme and leaves the caret") {
    for (std::string const grapheme : {"a", "å", e_acute, family}) {
        CAPTURE(grapheme);
        TextBuffer buffer("x" + grapheme + "y");
        buffer.place_caret(1);
        buffer.erase_forward();
        CHECK(buffer.text() == "xy");
        CHECK(buffer.caret() == 1);
    }
}

TEST_CASE("At the ends nothing happens") {
    TextBuffer buffer("å");
    buffer.right();
    buffer.erase_forward();
    CHECK(buffer.text() == "å");
    buffer.to_start();
    buffer.left();
    buffer.backspace();
    CHECK(buffer.text() == "å");
    CHECK(buffer.caret() == 0);
    TextBuffer none;
    none.backspace(), none.erase_forward(), none.left(), none.right(), none.place_caret(9);
    CHECK(none.text().empty());
    CHECK(none.caret() == 0);
}

TEST_CASE("The caret steps over whole graphemes") {
    std::string const text = std::string("a") + e_acute + family + "b";
    TextBuffer buffer(text);
    buffer.to_start();
    std::vector<int> stops;
    for (int i = 0; i < 5; ++i, buffer.right())
        stops.push_back(buffer.caret());
    CHECK(stops == std::vector<int>{0, 1, 4, 15, 16});
    buffer.left();
    CHECK(buffer.caret() == 15);
    buffer.left();
    CHECK(buffer.caret() == 4);
}

TEST_CASE("The caret is placed at a boundary at or before the byte") {
    TextBuffer buffer(std::string("a") + e_acute + "b");
    struct Given {
        int byte, caret;
    };
    for (Given const& given :
         {Given{-5, 0}, Given{0, 0}, Given{1, 1}, Given{2, 1}, Given{3, 1}, Given{4, 4}, Given{5, 5}, Given{99, 5}}) {
        buffer.place_caret(given.byte);
        CHECK(buffer.caret() == given.caret);
    }
}

TEST_CASE("Text goes in at the caret") {
    TextBuffer buffer("Blårød");
    buffer.place_caret(4);
    CHECK(buffer.insert("bær"));
    CHECK(buffer.text() == "Blåbærrød");
    CHECK(buffer.caret() == 8);
}

TEST_CASE("A mark written after a letter joins it") {
    TextBuffer buffer("ex");
    buffer.place_caret(1);
    buffer.insert("\xCC\x81");
    CHECK(buffer.caret() == 3);
    buffer.backspace();
    CHECK(buffer.text() == "x");
}

TEST_CASE("A letter written before a stray mark never leaves the caret inside") {
    TextBuffer buffer("\xCC\x81z");
    buffer.to_start();
    buffer.insert("e");
    CHECK(buffer.caret() == 3);
}

TEST_CASE("A full text takes no more and says so until it changes") {
    TextBuffer buffer("", 5);
    CHECK(buffer.insert("æøå"));
    CHECK_FALSE(buffer.insert("abc"));
    CHECK(buffer.hit_limit());
    CHECK(buffer.text() == "æøå");
    CHECK(buffer.characters() == 3);
    CHECK(buffer.insert("ab"));
    CHECK_FALSE(buffer.hit_limit());
    CHECK_FALSE(buffer.insert("c"));
    buffer.backspace();
    CHECK_FALSE(buffer.hit_limit());
    CHECK(buffer.insert("c"));
    CHECK(buffer.characters() == 5);
}

TEST_CASE("A text that came too long is kept and may shrink") {
    TextBuffer buffer("abcdef", 3);
    CHECK(buffer.text() == "abcdef");
    CHECK_FALSE(buffer.insert("g"));
    buffer.backspace();
    CHECK(buffer.text() == "abcde");
    buffer.replace_before("é");
    CHECK(buffer.text() == "abcdé");
}

TEST_CASE("An accent takes the place of its letter though the text is full") {
    TextBuffer buffer("ide", 3);
    buffer.replace_before("é");
    CHECK(buffer.text() == "idé");
    CHECK_FALSE(buffer.hit_limit());
}

TEST_CASE("What is not text is never kept raw") {
    struct Given {
        char const* typed;
        char const* kept;
    };
    for (Given const& given : {Given{"a\xFFz", "a\uFFFDz"}, Given{"a\x01\x1F\x7Fz", "az"}, Given{"a\nz", "a\nz"},
                               Given{"\xC0\xAF", "\uFFFD\uFFFD"}, Given{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
                               Given{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"}, Given{"\xE2\x82", "\uFFFD\uFFFD"},
                               Given{"%s%n##id", "%s%n##id"}, Given{"\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82"}}) {
        CAPTURE(std::string(given.kept));
        TextBuffer typed;
        typed.insert(given.typed);
        CHECK(typed.text() == given.kept);
        CHECK(TextBuffer(given.typed).text() == given.kept);
    }
    TextBuffer nul(std::string("a\0b", 3));
    CHECK(nul.text() == "ab");
}

TEST_CASE("A capital comes first in a sentence") {
    struct Given {
        char const* before;
        bool starts;
    };
    for (Given const& given : {Given{"", true}, Given{"  ", true}, Given{"Hej", false}, Given{"Hej ", false},
                               Given{"Hej.", false}, Given{"Hej. ", true}, Given{"Hvad?  ", true}, Given{"Nu! ", true},
                               Given{"Ja, ", false}, Given{"Ja.\n", true}, Given{"Å. ", true}}) {
        CAPTURE(std::string(given.before));
        CHECK(TextBuffer(given.before).at_sentence_start() == given.starts);
    }
    TextBuffer buffer("Hej. med dig");
    buffer.place_caret(5);
    CHECK(buffer.at_sentence_start());
    buffer.place_caret(6);
    CHECK_FALSE(buffer.at_sentence_start());
}
