// A value that lies apart is a value all the same.
#include "board/event.h"

#include <doctest/doctest.h>

using namespace board;

namespace {

Event planned(std::string const& what) {
    TrialPlanned event{{{}, 1}, {}};
    event.plan->what = what;
    return event;
}

std::string what_of(Event const& event) { return std::get<TrialPlanned>(event).plan->what; }

} // namespace

TEST_CASE("a copy of an event is its own: changing one leaves the other") {
    Event const first = planned("Telefonvagt");
    Event copy = first;
    std::get<TrialPlanned>(copy).plan->what = "Makkerordning";
    CHECK(what_of(first) == "Telefonvagt");
    CHECK(what_of(copy) == "Makkerordning");
}

TEST_CASE("given another value it holds that one, also after it was moved from") {
    Event first = planned("Telefonvagt");
    Event second = std::move(first);
    CHECK(what_of(second) == "Telefonvagt");
    first = planned("Makkerordning");
    second = first;
    CHECK(what_of(first) == "Makkerordning");
    CHECK(what_of(second) == "Makkerordning");
}

TEST_CASE("what was never given a value holds the ordinary one") {
    CHECK(*Indirect<TrialPlan>() == TrialPlan());
    CHECK_FALSE(*MeasureChanged().measure);
    Indirect<int> self = 3;
    self = *&self;
    CHECK(*self == 3);
}
