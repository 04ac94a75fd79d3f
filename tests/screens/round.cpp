// *Runde*: everybody has a place at the table, however many they are and however the wall hangs.
#include "ui/screens/round_parts.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

namespace {

constexpr float target = 72; // du, as on a wall of 65 inches

float apart(ui::Vec2 a, ui::Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

} // namespace

TEST_CASE("people sit around the table without touching it, each other or the wall's edge") {
    struct Row {
        char const* wall;
        ui::Rect area;
    };
    for (Row const& row : {Row{"landscape", {36, 112, 1848, 820}}, Row{"upright", {36, 184, 1008, 1470}},
                           Row{"four to three", {36, 112, 1368, 820}}})
        for (std::size_t const people : {1U, 2U, 3U, 6U, 8U, 9U, 14U, 20U, 26U, 32U}) {
            CAPTURE(row.wall);
            CAPTURE(people);
            auto const plan = screens::table_plan(row.area, people, target / 2);
            REQUIRE(plan.seats.size() == people);
            CHECK(plan.table.x > 150); // the name of who speaks stands on it
            CHECK(plan.table.y > 100);
            for (std::size_t i = 0; i < people; ++i) {
                auto const seat = plan.seats[i];
                CAPTURE(i);
                CHECK(row.area.inset(plan.radius).contains(seat));
                for (std::size_t k = i + 1; k < people; ++k)
                    CHECK(apart(seat, plan.seats[k]) >= 2 * plan.radius + 5);
                float const x = (seat.x - plan.centre.x) / (plan.table.x + plan.radius);
                float const y = (seat.y - plan.centre.y) / (plan.table.y + plan.radius);
                CHECK(x * x + y * y > 1); // beside the table, not on it
            }
            CHECK(plan.seats[0].y < plan.centre.y); // the first sits at its top
            CHECK(std::abs(plan.seats[0].x - plan.centre.x) < 1);
            if (people > 2)
                CHECK(plan.seats[1].x > plan.centre.x); // and the others follow clockwise
        }
}
