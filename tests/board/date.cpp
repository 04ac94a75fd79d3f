// Days and instants as ISO 8601.
#include "board/date.h"

#include <doctest/doctest.h>

using namespace board;
using namespace std::chrono_literals;

TEST_CASE("days that exist are read and written back") {
    for (std::string const iso : {"2026-11-23", "2024-02-29", "2000-02-29", "1900-01-01", "2200-12-31", "2026-12-31"}) {
        CAPTURE(iso);
        auto const date = parse_date(iso);
        REQUIRE(date);
        CHECK(to_iso(*date) == iso);
    }
}

TEST_CASE("days that do not exist are not read") {
    for (auto const* iso : {"2026-02-29", "2100-02-29", "2026-02-31", "2026-04-31", "2026-13-01", "2026-00-10",
                            "2026-01-00", "2026-01-32", "1899-12-31", "2201-01-01", "0000-01-01", "", "2026-1-1",
                            "2026-11-23 ", "23.11.2026", "2026/11/23", "2026-11-2x", "-026-11-23", "+026-11-23"}) {
        CAPTURE(iso);
        CHECK_FALSE(parse_date(iso));
    }
}

TEST_CASE("every day of four years survives being written and read") {
    for (Date date = *parse_date("2023-12-25"); date < *parse_date("2028-01-05"); date += std::chrono::days{1})
        CHECK(parse_date(to_iso(date)) == date);
}

TEST_CASE("instants are UTC to the millisecond") {
    Instant const morning = *parse_date("2026-11-23") + 8h + 42min + 7ms;
    CHECK(to_iso(morning) == "2026-11-23T08:42:00.007Z");
    CHECK(parse_instant("2026-11-23T08:42:00.007Z") == morning);
    CHECK(to_iso(Instant{-1ms}) == "1969-12-31T23:59:59.999Z");
    CHECK(parse_instant("1969-12-31T23:59:59.999Z") == Instant{-1ms});
}

TEST_CASE("what is no instant is not read") {
    for (auto const* iso :
         {"", "2026-11-23", "2026-11-23T08:42:00Z", "2026-11-23T08:42:00.000", "2026-11-23T24:00:00.000Z",
          "2026-11-23T08:60:00.000Z", "2026-11-23T08:42:60.000Z", "2026-11-23 08:42:00.000Z",
          "2026-02-30T08:42:00.000Z", "2026-11-23T08:42:00,000Z", "2026-11-23T0a:42:00.000Z"}) {
        CAPTURE(iso);
        CHECK_FALSE(parse_instant(iso));
    }
}

TEST_CASE("days between two days are counted across leap days and backwards") {
    CHECK(days_between(*parse_date("2024-02-28"), *parse_date("2024-03-01")) == 2);
    CHECK(days_between(*parse_date("2026-11-23"), *parse_date("2026-11-23")) == 0);
    CHECK(days_between(*parse_date("2026-11-23"), *parse_date("2026-11-09")) == -14);
}
