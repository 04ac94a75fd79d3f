// Ideas put together from what teams write: what to do, about what, and how.
#include "demo.h"

#include <array>

namespace app {
namespace {

using std::string_view;

constexpr auto openings = std::to_array<string_view>({
    "Fælles tavle til",
    "Fast tid til",
    "Kort vejledning om",
    "Én ansvarlig for",
    "Ugentligt overblik over",
    "Makkerordning om",
    "Tjekliste til",
    "Tydelige skilte ved",
    "Fælles kalender for",
    "Fem minutter om",
    "Færre mails om",
});
constexpr auto subjects = std::to_array<string_view>({
    "vagtskifte",
    "nye kolleger",
    "nøgler og adgangskort",
    "hasteopgaver",
    "telefonvagten",
    "mødelokaler",
    "bestilling af varer",
    "borgernes spørgsmål",
    "kørsel mellem adresser",
    "ferieplanen",
    "oprydning i depotet",
    "overlevering før weekenden",
    "svære samtaler",
});
constexpr auto endings = std::to_array<string_view>({
    "",
    " hver mandag",
    " på tværs af teams",
    " før frokost",
    " med billeder",
    " på én side",
    " i en måned",
    ", også om aftenen",
    ", så alle kan følge med",
});

/// Neighbours differ in every part, since 11, 13 and 9 have no common divisor: no two of 1,287 are equal.
std::string made_up_idea(std::size_t i) {
    return std::string(openings[i % openings.size()]) + " " + std::string(subjects[i % subjects.size()]) +
           std::string(endings[i % endings.size()]);
}

} // namespace

std::vector<std::string> made_up_ideas(int n) {
    constexpr std::size_t distinct = openings.size() * subjects.size() * endings.size();
    std::vector<std::string> ideas;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
        std::size_t const again = i / distinct;
        ideas.push_back(made_up_idea(i) + (again > 0 ? " (" + std::to_string(again + 1) + ")" : ""));
    }
    return ideas;
}

} // namespace app
