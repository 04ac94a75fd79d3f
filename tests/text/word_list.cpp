// Given a list and what somebody has written, then these words.
#include "text/suggester.h"

#include "text/format.h"

#include <doctest/doctest.h>

using namespace text;

namespace {

using Found = std::vector<std::string>;

/// In the order of the bytes, as wdanish has it.
constexpr char const* danish = "AB's\nATP\nKøbenhavn\nKøbenhavns\nLarsen\nhjælm\nhjælmen\nhjælp\nhjælpe\nhjælpemiddel\n"
                               "hjælper\nhjælps\nide\nidealer\nidéer\nidérig\nkøb\nkøbe\nkøbmand\npålæg\npåstand\n"
                               "tv-avis\nøje\nøjeblik\n";
/// In the order of the letters, as wbritish has it.
constexpr char const* english = "AB\nABMs\nAB's\nBerlin\nabbé\nabbess\ncafé\ncafés\ncafeteria\ncat\ncatch\ncatching\n"
                                "catchy\ncats\ncat's\nwork\nworker\nworkers\nwork's\nworld\n";

struct Given {
    char const* written;
    Found suggested;
};

} // namespace

TEST_CASE("A list suggests what the letters begin") {
    Suggester const suggester(Language::Danish, WordList(Language::Danish, danish));
    for (auto const& [written, suggested] : {
             Given{"hjæ", {"hjælp", "hjælpe", "hjælm"}},
             Given{"HJÆ", {"HJÆLP", "HJÆLPE", "HJÆLM"}},
             Given{"Hjæ", {"Hjælp", "Hjælpe", "Hjælm"}},
             Given{"hjælpem", {"hjælpemiddel"}},
             Given{"hjælpemiddel", {}}, // there is nothing left to write
             Given{"idé", {"ide", "idéer", "idealer"}},
             Given{"ide", {"idéer", "idealer", "idérig"}},
             Given{"køb", {"købe", "købmand", "København"}}, // names last
             Given{"Lar", {"Larsen"}},
             Given{"paa", {"pålæg", "påstand"}}, // aa is å
             Given{"oje", {}},                   // o is not ø
             Given{"øje", {"øjeblik"}},
             Given{"hj", {}}, // too little for a list
             Given{"h", {}},
             Given{"hj4", {}},
             Given{"123", {}},
             Given{"ATP", {}},
             Given{"tv-", {}},
             Given{"xyz", {}},
             Given{"zzz", {}},
             Given{"aaa", {}},
         }) {
        std::string const told = written; // clang 14 captures no structured binding
        CAPTURE(told);
        CHECK(suggester.suggest(told) == suggested);
    }
}

TEST_CASE("An English list is searched in its own order") {
    Suggester const suggester(Language::English, WordList(Language::English, english));
    CHECK(suggester.suggest("cat") == Found{"catch", "catchy", "catching"});
    CHECK(suggester.suggest("caf") == Found{"café", "cafeteria"});
    CHECK(suggester.suggest("abb") == Found{"abbé", "abbess"});
    CHECK(suggester.suggest("wor") == Found{"work", "worker", "world"});
    CHECK(suggester.suggest("ber") == Found{"Berlin"});
}

TEST_CASE("Each word of a list is found by its own letters") {
    WordList const list(Language::Danish, danish);
    for (std::string const word : {"København", "hjælm", "idérig", "påstand", "øjeblik", "Larsen"}) {
        CAPTURE(word);
        CHECK(list.beginning_with(search_fold(Language::Danish, word), 1) == Found{word});
    }
    CHECK(WordList().beginning_with("abc", 3).empty());
    CHECK(WordList(Language::Danish, "abe").beginning_with("a", 3) == Found{"abe"});
    CHECK(WordList(Language::Danish, "\n\nabe\n\n").beginning_with("a", 3) == Found{"abe"});
}

TEST_CASE("The board's words come first, those used most before the others") {
    Suggester suggester(Language::Danish, WordList(Language::Danish, danish));
    suggester.learn({"Hjælpekort ved borgernes møder", "hjælperen ringer; hjælpekort", "Ring til Mette i B12"});
    CHECK(suggester.suggest("hjæ") == Found{"hjælpekort", "hjælperen", "hjælp"});
    CHECK(suggester.suggest("hj") == Found{"hjælpekort", "hjælperen"});
    CHECK(suggester.suggest("Mø") == Found{"Møder"});
    CHECK(suggester.suggest("me") == Found{"Mette"});
    CHECK(suggester.suggest("ri") == Found{"ring", "ringer"}); // its capital began the sentence
    CHECK(suggester.suggest("ved").empty());
    suggester.learn({"Noget andet"});
    CHECK(suggester.suggest("hjælpek").empty());
}

TEST_CASE("Nothing with a digit is learned") {
    Suggester suggester(Language::Danish);
    suggester.learn({"0101701234 A4ark abc1def 010170-1234 ring22"});
    for (char const* written : {"01", "0101", "A4", "a4a", "abc", "ring", "ri"}) {
        CAPTURE(written);
        CHECK(suggester.suggest(written).empty());
    }
}

TEST_CASE("Words are runs of letters and digits") {
    using Runs = std::vector<std::string_view>;
    CHECK(words_in("").empty());
    CHECK(words_in(" .,– ").empty());
    CHECK(words_in("Kø-billet, nr. 4a!") == Runs{"Kø", "billet", "nr", "4a"});
    CHECK(words_in("e\u0301n idé") == Runs{"e\u0301n", "idé"});
}
