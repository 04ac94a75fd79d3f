#include "text/format.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace text;

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::reverse(names.begin(), names.end());
    std::stable_sort(names.begin(), names.end(),
                     [](auto const& a, auto const& b) { return compare(Language::Danish, a, b) < 0; });
    return names;
}

} // namespace

TEST_CASE("names come in the order of Danish dictionaries") {
    using Names = std::vector<std::string>;
    for (Names const& names : {
             Names{"Anders", "Birgit", "Ditte",  "Emil",  "Fatima", "Gitte", "Hassan", "Ida",   "Jørn",
                   "Kjeld",  "Lærke",  "Mads",   "Nanna", "Ole",    "Pia",   "Rasmus", "Søren", "Tove",
                   "Ulla",   "Yrsa",   "Zainab", "Ægir",  "Øjvind", "Åge",   "Aaron",  "Aase"},
             Names{"Sandgærdet", "Sandgaard"},
             Names{"Nygård", "Nygaard"},
             Names{"Karl", "karl"},
             Names{"Ree", "Rée"},
             Names{"Mund", "Mynde", "Münster"},
         })
        CHECK(sorted(names) == names);
}

TEST_CASE("English sorts by its own alphabet") {
    CHECK(compare(Language::English, "Aase", "Anders") < 0);
    CHECK(compare(Language::English, "Åge", "Birgit") < 0);
    CHECK(compare(Language::Danish, "Åge", "Birgit") > 0);
}

TEST_CASE("search folds case and accents but keeps the Danish letters") {
    auto const same = [](char const* a, char const* b) {
        return search_fold(Language::Danish, a) == search_fold(Language::Danish, b);
    };
    CHECK(same("IDÉ", "ide"));
    CHECK(same("Århus", "aarhus"));
    CHECK(same("A\u030Arhus", "århus"));
    CHECK(same("Müller", "muller"));
    CHECK_FALSE(same("å", "a"));
    CHECK_FALSE(same("ø", "o"));
    CHECK_FALSE(same("æ", "a"));
    CHECK_FALSE(same("æ", "ae"));
    CHECK(search_fold(Language::Danish, "Ø Æ Å") == "ø æ å");
    CHECK(search_fold(Language::English, "Århus Øst") == "arhus ost");
}
