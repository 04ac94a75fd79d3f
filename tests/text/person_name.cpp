// A name in running Danish: what is it, what is it not, and what is for people to judge.
#include "text/person_name.h"

#include <doctest/doctest.h>

using text::PersonName;

namespace {

/// "Jeg spurgte [Mette]": what was found stands in brackets, in round ones when it is doubtful.
std::string marked(PersonName const& name, std::string const& written) {
    std::string out;
    std::size_t from = 0;
    for (auto const& mark : name.in(written)) {
        auto const begin = static_cast<std::size_t>(mark.begin), end = static_cast<std::size_t>(mark.end);
        out += written.substr(from, begin - from) + (mark.sure ? "[" : "(") + written.substr(begin, end - begin) +
               (mark.sure ? "]" : ")");
        from = end;
    }
    return out + written.substr(from);
}

struct Line {
    char const* name;
    char const* written;
    char const* found;
};

} // namespace

TEST_CASE("a name is found as whole words, with the genitive, and doubtful where it may be something else") {
    constexpr Line lines[] = {
        {"Mette", "Mette tager telefonen", "[Mette] tager telefonen"},
        {"Mette", "Spørg Mette.", "Spørg [Mette]."},
        {"Mette", "»Mette«, (Mette) og Mette/Ole", "»[Mette]«, ([Mette]) og [Mette]/Ole"},
        {"Mette", "Mettes liste", "[Mettes] liste"},
        {"Mette", "Mette's liste", "[Mette]'s liste"},
        {"Mette", "METTE og METTES", "[METTE] og [METTES]"},
        {"Mette", "mette", "(mette)"},
        {"Mette", "Mettegruppen, Mettelise og Annemette", "Mettegruppen, Mettelise og Annemette"},
        {"Mette", "Mette-Marie og Mette-gruppen", "(Mette)-Marie og (Mette)-gruppen"},
        {"Mette", "Skriv til mette@kommunen.dk", "Skriv til (mette)@kommunen.dk"},
        {"Bo", "Bo bor, hvor man kan bo. Bos bolig, borgerne, boer, bos", // the verb has no capital
         "[Bo] bor, hvor man kan (bo). [Bos] bolig, borgerne, boer, (bos)"},
        {"Bo", "Bobo, Ebbo og Bo2", "Bobo, Ebbo og Bo2"},
        {"Lars", "Lars' idé, Larses idé", "[Lars]' idé, Larses idé"},
        {"Åse", "Aase og åse, Ase, Åses", "[Aase] og (åse), Ase, [Åses]"},
        {"Søren", "Søren, Soren, SØRENS", "[Søren], Soren, [SØRENS]"},
        {"Andre", "André og Andrés", "[André] og [Andrés]"},
        {"Mette Kjær", "Mette Kjær spurgte Mette. Kjærs svar", "[Mette Kjær] spurgte [Mette]. [Kjærs] svar"},
        {"Mette Kjær", "Mette Kjærs svar", "[Mette Kjærs] svar"},
        {"Mette Kjær", "Mette  Kjær, Kjær, Mette", "[Mette  Kjær], [Kjær], [Mette]"},
        {"Mette K.", "Mette K. og K. Hansen", "[Mette K]. og K. Hansen"},
        {"Ida von Holm", "von Ida von Holm, Holm og von", "[von Ida von Holm], [Holm] og von"},
        {"mette kjær", "Mette Kjær og mette", "[Mette Kjær] og (mette)"},
        {"Anne-Mette", "Anne-Mette, Anne, Mette, Anne-Mettes, Anne Mette",
         "[Anne-Mette], Anne, Mette, [Anne-Mettes], Anne Mette"},
        {"Anne-Mette Holm", "Anne-Mette Holms tur", "[Anne-Mette Holms] tur"},
        {"Mette", "", ""},
        {"Mette", "Linje\nMette\nlinje 📞 Mette", "Linje\n[Mette]\nlinje 📞 [Mette]"},
    };
    for (auto const& line : lines) {
        CAPTURE(line.name);
        CHECK(marked(PersonName(line.name), line.written) == line.found);
    }
}

TEST_CASE("what someone else is called, too, is doubtful where it stands alone") {
    PersonName name("Mette Kjær");
    name.someone_else("Mette Hansen");
    CHECK(marked(name, "Mette, Mette Kjær og Kjær") == "(Mette), [Mette Kjær] og [Kjær]");
}

TEST_CASE("a name of single letters, or none, cannot be looked for") {
    CHECK(PersonName("").empty());
    CHECK(PersonName("  ").empty());
    CHECK(PersonName("M.").empty());
    CHECK(PersonName("M K").empty());
    CHECK(PersonName("!?").empty());
    CHECK_FALSE(PersonName("Bo").empty());
    CHECK(PersonName("M.").in("M. er her").empty());
}

TEST_CASE("the same name is known whatever its capitals and accents, and all of it within another") {
    CHECK(PersonName("Mette Kjær").is("mette KJÆR"));
    CHECK(PersonName("Aase").is("Åse"));
    CHECK_FALSE(PersonName("Mette").is("Mette Kjær"));
    CHECK(PersonName("Mette").stands_in("Mette Kjær"));
    CHECK_FALSE(PersonName("Mette Kjær").stands_in("Mette"));
}

TEST_CASE("what is neutral stands in its place, with the genitive's -s") {
    PersonName const name("Mette Kjær");
    std::string const written = "Mettes og Mette Kjærs liste, skrevet af Mette.";
    CHECK(text::without(written, name.in(written), "slettet person") ==
          "slettet persons og slettet persons liste, skrevet af slettet person.");
    CHECK(text::without("Ingen her", {}, "x") == "Ingen her");
}
