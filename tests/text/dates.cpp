#include "project.h"
#include "text/format.h"

#include <doctest/doctest.h>

using namespace text;
using namespace std::chrono;

namespace {

board::Date const demo_day = 2026y / November / 23;

Words words(Language language) { return Words::load(project() / "assets/strings", language).value(); }

} // namespace

TEST_CASE("dates in their six forms") {
    struct Row {
        DateStyle style;
        char const* danish;
        char const* english;
    };
    for (Row const& row : {
             Row{DateStyle::Card, "23. nov. 2026", "23 Nov 2026"},
             Row{DateStyle::Short, "23. nov.", "23 Nov"},
             Row{DateStyle::ShortDay, "man. 23. nov.", "Mon 23 Nov"},
             Row{DateStyle::LongDay, "mandag 23. november", "Monday 23 November"},
             Row{DateStyle::Full, "mandag den 23. november 2026", "Monday 23 November 2026"},
             Row{DateStyle::Table, "23.11.2026", "23/11/2026"},
         }) {
        CHECK(date(Language::Danish, demo_day, row.style) == row.danish);
        CHECK(date(Language::English, demo_day, row.style) == row.english);
    }
}

TEST_CASE("Danish months and days are short as CLDR has them") {
    char const* const months[] = {"jan.", "feb.", "mar.", "apr.", "maj",  "jun.",
                                  "jul.", "aug.", "sep.", "okt.", "nov.", "dec."};
    for (unsigned month = 1; month <= 12; ++month)
        CHECK(date(Language::Danish, 2026y / std::chrono::month(month) / 1, DateStyle::Short) ==
              std::string("1. ") + months[month - 1]);
    char const* const days[] = {"man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."};
    for (int day = 0; day < 7; ++day)
        CHECK(date(Language::Danish, demo_day + std::chrono::days(day), DateStyle::ShortDay).starts_with(days[day]));
    CHECK(date(Language::Danish, 2020y / December / 8, DateStyle::Card) == "8. dec. 2020");
    CHECK(date(Language::Danish, 2028y / February / 29, DateStyle::Table) == "29.02.2028");
}

TEST_CASE("a span names what its days share once") {
    CHECK(date_span(Language::Danish, demo_day, 2026y / November / 27) == "23.–27. nov. 2026");
    CHECK(date_span(Language::Danish, demo_day, 2026y / December / 13) == "23. nov.–13. dec. 2026");
    CHECK(date_span(Language::Danish, demo_day, 2027y / January / 3) == "23. nov. 2026–3. jan. 2027");
    CHECK(date_span(Language::Danish, demo_day, demo_day) == "23. nov. 2026");
}

TEST_CASE("weeks follow ISO 8601") {
    struct Row {
        year_month_day day;
        int week;
        int year;
    };
    for (Row const& row : {
             Row{2026y / November / 23, 48, 2026},
             Row{2025y / December / 28, 52, 2025},
             Row{2025y / December / 29, 1, 2026},
             Row{2026y / December / 31, 53, 2026},
             Row{2027y / January / 1, 53, 2026},
             Row{2027y / January / 3, 53, 2026},
             Row{2027y / January / 4, 1, 2027},
         }) {
        CHECK(week(row.day) == row.week);
        CHECK(week_year(row.day) == row.year);
    }
}

TEST_CASE("days near today have names") {
    auto const danish = words(Language::Danish);
    auto const english = words(Language::English);
    struct Row {
        int ahead;
        char const* danish;
        char const* english;
    };
    for (Row const& row : {
             Row{-3, "for 3 dage siden", "3 days ago"},
             Row{-2, "for 2 dage siden", "2 days ago"},
             Row{-1, "i går", "yesterday"},
             Row{0, "i dag", "today"},
             Row{1, "i morgen", "tomorrow"},
             Row{3, "om 3 dage", "in 3 days"},
         }) {
        board::Date const day = demo_day + std::chrono::days(row.ahead);
        CHECK(relative_day(danish, day, demo_day) == row.danish);
        CHECK(relative_day(english, day, demo_day) == row.english);
    }
}

TEST_CASE("stretches of time are counted in words") {
    auto const danish = words(Language::Danish);
    CHECK(danish.say("date.days", {{"n", 0}}) == "0 dage");
    CHECK(danish.say("date.days", {{"n", 1}}) == "1 dag");
    CHECK(danish.say("date.days", {{"n", 1.5}}) == "1,5 dag");
    CHECK(danish.say("date.days", {{"n", 2}}) == "2 dage");
}

TEST_CASE("clocks") {
    CHECK(clock(Language::Danish, 9, 5) == "09.05");
    CHECK(clock(Language::English, 23, 59) == "23:59");
}
