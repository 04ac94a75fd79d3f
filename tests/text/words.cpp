#include "text/words.h"
#include "project.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <set>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unistd.h>

using namespace text;
using board::Rule;

namespace {

std::filesystem::path const strings = project() / "assets/strings";

Words words(Language language) {
    auto loaded = Words::load(strings, language);
    if (!loaded)
        FAIL(loaded.error());
    return std::move(*loaded);
}

std::set<std::string> gaps_of(std::string const& sentence) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    icu::MessagePattern const pattern(icu::UnicodeString::fromUTF8(sentence), &where, status);
    REQUIRE_MESSAGE(U_SUCCESS(status), sentence);
    std::set<std::string> gaps;
    for (int i = 0; i < pattern.countParts(); ++i)
        if (pattern.getPartType(i) == UMSGPAT_PART_TYPE_ARG_NAME) {
            std::string name;
            gaps.insert(pattern.getSubstring(pattern.getPart(i)).toUTF8String(name));
        }
    return gaps;
}

std::map<std::string, std::set<std::string>> gaps_by_key(Words const& all) {
    std::map<std::string, std::set<std::string>> gaps;
    for (std::string const& key : all.keys())
        gaps[key] = gaps_of(all.get(key));
    return gaps;
}

board::Refusal refused(Rule rule, int number = 0, int limit = 0, int ballots = 0, int dots = 0) {
    return {rule, number, limit, ballots, dots, "n"};
}

/// A strings folder with one da.toml.
std::filesystem::path folder_with(std::string_view toml) {
    auto const folder = std::filesystem::temp_directory_path() / ("rundt-words-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "da.toml") << toml;
    return folder;
}

} // namespace

TEST_CASE("both languages say the same things with the same gaps") {
    auto const danish = gaps_by_key(words(Language::Danish));
    auto const english = gaps_by_key(words(Language::English));
    for (auto const& entry : danish) {
        CAPTURE(entry.first);
        REQUIRE(english.contains(entry.first));
        CHECK(english.at(entry.first) == entry.second);
    }
    for (auto const& entry : english) {
        CAPTURE(entry.first);
        CHECK(danish.contains(entry.first));
    }
    CHECK(danish.size() > 100);
}

TEST_CASE("every message compiles and none is empty") {
    for (Language const language : {Language::Danish, Language::English}) {
        auto const all = words(language);
        for (std::string const& key : all.keys()) {
            CAPTURE(key);
            UErrorCode status = U_ZERO_ERROR;
            icu::MessageFormat const format(icu::UnicodeString::fromUTF8(all.get(key)), icu::Locale("da"), status);
            CHECK(U_SUCCESS(status));
            CHECK_FALSE(all.get(key).empty());
        }
    }
}

TEST_CASE("every rule has its own sentence in both languages with all gaps filled") {
    for (Language const language : {Language::Danish, Language::English}) {
        auto const all = words(language);
        std::map<std::string, Rule> said;
        for (int i = 0; i <= static_cast<int>(Rule::SomethingStandsOnIt); ++i) {
            auto const rule = static_cast<Rule>(i);
            CAPTURE(refusal_key(rule));
            REQUIRE(all.has(refusal_key(rule)));
            std::string const sentence = all.refusal(refused(rule, 1, 2, 3, 4));
            CHECK(sentence.find_first_of("{}#") == std::string::npos);
            CHECK(said.emplace(sentence, rule).second);
        }
    }
}

TEST_CASE("refusals in Danish as people must read them") {
    auto const all = words(Language::Danish);
    struct Row {
        board::Refusal refusal;
        char const* sentence;
    };
    for (Row const& row : {
             Row{refused(Rule::TextEmpty), "Skriv noget først."},
             Row{refused(Rule::TextTooLong, 0, 280), "Højst 280 tegn."},
             Row{refused(Rule::TextTooLong, 0, 1000), "Højst 1.000 tegn."},
             Row{refused(Rule::LooksLikeCpr), "Det ligner et CPR-nummer. Det må ikke stå på tavlen."},
             Row{refused(Rule::LooksPersonal), "Det ligner personoplysninger. Fjern det, eller bekræft."},
             Row{refused(Rule::BoardFull, 0, 10000),
                 "Tavlen er fuld (10.000 idéer). Afslut eller start et nyt forløb."},
             Row{refused(Rule::WipFull, 0, 3), "Tavlen er fuld: I har allerede 3 i gang. Saml op på én først."},
             Row{refused(Rule::RoundNotOpen), "Afstemningen er lukket."},
             Row{refused(Rule::NoSuchIdea), "Idéen er taget ned."},
             Row{refused(Rule::TooManyDots, 41, 36, 12, 3), "12 sedler med 3 prikker giver højst 36. Her er 41."},
             Row{refused(Rule::TooManyDots, 2, 1, 1, 1), "1 seddel med 1 prik giver højst 1. Her er 2."},
             Row{refused(Rule::NumberOutOfRange), "Skriv et tal, der er 0 eller større."},
             Row{refused(Rule::NumberOutOfRange, 0, 100), "Skriv et tal mellem 0 og 100."},
             Row{refused(Rule::EndsBeforeStart), "Slutdatoen ligger før startdatoen."},
             Row{refused(Rule::BaselineMissing), "Udgangspunktet mangler. Mål nu, eller vælg »kun oplevelse«."},
             Row{refused(Rule::GuardBroken), "Målet er nået, men værnet er brudt. Overvej at justere."},
             Row{refused(Rule::LearningMissing), "Stoppet er også et resultat. Hvad lærte vi?"},
             Row{refused(Rule::PlacesNotInUse, 1), "1 sted har ikke taget løsningen i brug endnu."},
         })
        CHECK(all.refusal(row.refusal) == row.sentence);
}

TEST_CASE("what people wrote goes into a gap as it is") {
    auto const all = words(Language::Danish);
    for (char const* name : {"%s%n", "{0}", "{{}}", "{n, plural, other {x}}", "it's '{quoted}'", "##", "<script>"})
        CHECK(all.say("cli.unknown_demo", {{"name", name}}) ==
              "Ukendt eksempel: " + std::string(name) + ". Vælg jobcenter, homecare, roads eller library.");
}

TEST_CASE("nested tables become dotted keys") {
    auto const loaded = Words::load(folder_with("[a.b]\nc = \"dyb\"\n[a]\nd = \"flad\"\n"), Language::Danish);
    REQUIRE(loaded.has_value());
    CHECK(loaded->get("a.b.c") == "dyb");
    CHECK(loaded->get("a.d") == "flad");
    CHECK_FALSE(loaded->has("a.b"));
}

TEST_CASE("a file that cannot be understood is named with its line") {
    auto const syntax = Words::load(folder_with("a = \"1\"\nb = \n"), Language::Danish);
    REQUIRE_FALSE(syntax.has_value());
    CHECK(syntax.error().find("da.toml:2: ") != std::string::npos);
    auto const kind = Words::load(folder_with("a = \"1\"\n[t]\nb = 5\n"), Language::Danish);
    REQUIRE_FALSE(kind.has_value());
    CHECK(kind.error().find("da.toml:3: t.b is not text") != std::string::npos);
    auto const missing = Words::load("/nowhere", Language::English);
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error() == "/nowhere/en.toml: cannot be read");
}
