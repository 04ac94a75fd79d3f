// The known measures: both languages have the same ones, and a file with a fault says where it is.
#include "measures.h"

#include "paths.h"

#include <doctest/doctest.h>

TEST_CASE("the known measures are the same in both languages, and none is of absence") {
    auto const danish = app::read_measures(assets / "measures" / "da.toml");
    auto const english = app::read_measures(assets / "measures" / "en.toml");
    REQUIRE_MESSAGE(danish.has_value(), danish.error());
    REQUIRE_MESSAGE(english.has_value(), english.error());
    REQUIRE(english->size() == danish->size());
    CHECK(danish->size() >= 8);
    for (std::size_t i = 0; i < danish->size(); ++i) {
        auto const &da = (*danish)[i], &en = (*english)[i];
        CAPTURE(da.name);
        CHECK(da.kind == en.kind);
        CHECK(da.better == en.better);
        CHECK(da.basis == en.basis);
        CHECK(da.unit.empty() == en.unit.empty());
        CHECK_FALSE(da.source.empty());
        CHECK_FALSE(en.source.empty());
        CHECK_FALSE(da.baseline);
        CHECK_FALSE(da.target);
        CHECK(da.name.find("fravær") == std::string::npos);
        bool const felt = da.basis == board::Basis::Experienced;
        CHECK(felt == (da.kind == board::MeasureKind::Scale)); // 1–5 is felt
    }
}

TEST_CASE("a file of measures with a fault says what is wrong, and where") {
    struct Row {
        char const* text;
        char const* said;
    };
    std::string const good = "[[measure]]\nname = \"Tid\"\nkind = \"number\"\nbetter = \"down\"\n";
    REQUIRE(app::parse_measures(good).has_value());
    for (Row const& row :
         {Row{"", "needs 1 to"}, Row{"[[maal]]\n", "[[maal]] is not known"}, Row{"measure = 3\n", "needs 1 to"},
          Row{"[[measure]]\nkind = \"number\"\nbetter = \"up\"\n", "no. 1 needs a name"},
          Row{"[[measure]]\nname = \"Tid\"\nbetter = \"up\"\n", "word for kind"},
          Row{"[[measure]]\nname = \"Tid\"\nkind = \"tal\"\nbetter = \"up\"\n", "word for kind"},
          Row{"[[measure]]\nname = \"Tid\"\nkind = \"number\"\n", "word for better"},
          Row{"[[measure]]\nname = \"Tid\"\nkind = \"number\"\nbetter = \"up\"\nbasis = \"gættet\"\n",
              "word for basis"},
          Row{"[[measure]]\nname = \"Tid\"\nkind = \"share\"\nbetter = \"up\"\nunit = \"km\"\n", "has a unit"},
          Row{"[[measure]]\nname = \"Tid\"\nmål = 3\n", "line 3"},
          Row{"[[measure]]\nname = \"Tid\"\ngoal = 3\n", "unknown key goal"}}) {
        CAPTURE(row.text);
        auto const measures = app::parse_measures(row.text);
        REQUIRE_FALSE(measures.has_value());
        CHECK_MESSAGE(measures.error().find(row.said) != std::string::npos, measures.error());
    }
    CHECK_FALSE(app::read_measures("/nowhere/da.toml").has_value());
}
