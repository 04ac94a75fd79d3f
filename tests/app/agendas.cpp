// The agendas: those that come along add up as method.md has them, and a file with a fault says where it is.
#include "agendas.h"

#include "paths.h"

#include <doctest/doctest.h>

namespace {

using board::MeetingKind;
using board::StepOpens;

/// Six meetings of one step each, with `start` in the place of the first.
std::string agendas_with(std::string const& start) {
    std::string all = start;
    for (auto const* kind : {"learning", "obstacles", "scaling", "closing", "follow_up"})
        all += "\n[[" + std::string(kind) + "]]\ntitle = \"Tjek ind\"\nminutes = 5\n";
    return all;
}

} // namespace

TEST_CASE("the agendas add up, in both languages alike") {
    auto const danish = app::read_agendas(assets / "agendas" / "da.toml");
    auto const english = app::read_agendas(assets / "agendas" / "en.toml");
    REQUIRE_MESSAGE(danish.has_value(), danish.error());
    REQUIRE_MESSAGE(english.has_value(), english.error());
    constexpr int minutes[] = {150, 90, 90, 120, 90, 60};
    constexpr std::size_t steps[] = {12, 7, 7, 9, 8, 6};
    for (std::size_t kind = 0; kind < 6; ++kind) {
        CAPTURE(kind);
        auto const &da = danish->of[kind], &en = english->of[kind];
        CHECK(screens::minutes_of(da) == minutes[kind]);
        CHECK(da.size() == steps[kind]);
        REQUIRE(en.size() == da.size());
        for (std::size_t i = 0; i < da.size(); ++i) {
            CHECK(en[i].minutes == da[i].minutes);
            CHECK(en[i].opens == da[i].opens);
            CHECK_FALSE(da[i].hint.empty());
            CHECK_FALSE(en[i].hint.empty());
        }
        CHECK(da.back().opens == StepOpens::Farewell); // every meeting reads its decisions back
    }
}

TEST_CASE("with four meetings the obstacles are taken at the second, after the review") {
    auto const agendas = app::read_agendas(assets / "agendas" / "da.toml").value();
    auto const five = screens::agenda_of(agendas, MeetingKind::Learning, 5);
    auto const four = screens::agenda_of(agendas, MeetingKind::Learning, 4);
    REQUIRE(four.size() == five.size() + 1);
    CHECK(four[3].opens == StepOpens::Obstacles);
    CHECK(four[2].opens == StepOpens::Trials);
    CHECK(screens::agenda_of(agendas, MeetingKind::Scaling, 4) == screens::agenda_of(agendas, MeetingKind::Scaling, 5));
}

TEST_CASE("a file of agendas with a fault says what is wrong, and where") {
    struct Row {
        char const* start;
        char const* said;
    };
    CHECK(app::parse_agendas(agendas_with("[[start]]\ntitle = \"Tjek ind\"\nminutes = 5\nopens = \"round\"")));
    for (Row const row : {
             Row{"", "[[start]] is missing"},
             Row{"start = []", "[[start]] is missing"},
             Row{"[[start]]\nminutes = 5", "[[start]] no. 1 has no title"},
             Row{"[[start]]\ntitle = \"A\"", "[[start]] no. 1 needs minutes"},
             Row{"[[start]]\ntitle = \"A\"\nminutes = 0", "[[start]] no. 1 needs minutes"},
             Row{"[[start]]\ntitle = \"A\"\nminutes = 241", "[[start]] no. 1 needs minutes"},
             Row{"[[start]]\ntitle = \"A\"\nminutes = \"ti\"", "[[start]] no. 1 needs minutes"},
             Row{"[[start]]\ntitle = \"A\"\nminutes = 5\nopens = \"door\"", "opens \"door\""},
             Row{"[[start]]\ntitle = \"A\"\nminutes = 5\nlength = 9", "unknown key length"},
             Row{"[[start]]\ntitle = \"A\"\nminutes = 5\n[[party]]\ntitle = \"B\"", "[[party]] is no meeting"},
             Row{"[[start]]\ntitle = \"A", "line 2"},
         }) {
        CAPTURE(row.start);
        auto const agendas = app::parse_agendas(agendas_with(row.start));
        REQUIRE_FALSE(agendas.has_value());
        CHECK_MESSAGE(agendas.error().find(row.said) != std::string::npos, agendas.error());
    }
    CHECK(app::read_agendas("/nowhere/da.toml").error() == "/nowhere/da.toml cannot be read");
}
