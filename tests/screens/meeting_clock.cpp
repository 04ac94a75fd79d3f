// What the meeting's clock says at a glance.
#include "ui/screens/meeting_clock.h"

#include <doctest/doctest.h>

TEST_CASE("the clock counts whole seconds down, and says how much is over") {
    using namespace std::chrono_literals;
    struct Row {
        std::chrono::milliseconds left;
        char const* danish;
    };
    for (Row const row : {Row{10min, "10.00"}, Row{10min - 1ms, "10.00"}, Row{10min - 1000ms, "09.59"},
                          Row{8min + 12s, "08.12"}, Row{1ms, "00.01"}, Row{0ms, "00.00"}, Row{-1ms, "00.00"},
                          Row{-999ms, "00.00"}, Row{-1s, "00.01"}, Row{-61s, "01.01"}, Row{240min, "240.00"}}) {
        CAPTURE(row.left.count());
        CHECK(screens::clock_figure(text::Language::Danish, row.left) == row.danish);
    }
    CHECK(screens::clock_figure(text::Language::English, 8min + 12s) == "08:12");
}
