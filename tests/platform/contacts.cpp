// Fingers as contacts: an id for each touch, never used again, whatever the system calls its fingers.
#include "platform/contacts.h"

#include <doctest/doctest.h>

namespace {

using platform::Contacts;
using platform::FingerName;
using Phase = ui::PointerPhase;

constexpr FingerName thumb{7, 0}, index_finger{7, 1};

} // namespace

TEST_CASE("a touch keeps its id from down to up and the next has another") {
    Contacts contacts;
    Contacts::Events events;
    contacts.down(thumb, {1, 2}, 0.1, events);
    contacts.move(thumb, {3, 4}, 0.2, events);
    contacts.up(thumb, {5, 6}, 0.3, events);
    contacts.down(thumb, {1, 2}, 0.4, events); // the system uses the name again at once
    REQUIRE(events.size() == 4);
    CHECK(events[0].phase == Phase::Down);
    CHECK(events[1].phase == Phase::Move);
    CHECK(events[1].at == ui::Vec2{3, 4});
    CHECK(events[2].phase == Phase::Up);
    CHECK(events[2].at_s == 0.3);
    CHECK(events[0].pointer == events[2].pointer);
    CHECK(events[3].pointer != events[0].pointer);
}

TEST_CASE("fingers of one hand and of two panels are told apart") {
    Contacts contacts;
    Contacts::Events events;
    contacts.down(thumb, {}, 0, events);
    contacts.down(index_finger, {}, 0, events);
    contacts.down({8, 0}, {}, 0, events);
    CHECK(events[0].pointer != events[1].pointer);
    CHECK(events[0].pointer != events[2].pointer);
    contacts.up(thumb, {}, 1, events);
    CHECK_FALSE(contacts.is_down(thumb));
    CHECK(contacts.is_down(index_finger));
}

TEST_CASE("a finger that comes down twice lost its lifting and is cancelled first") {
    Contacts contacts;
    Contacts::Events events;
    contacts.down(thumb, {1, 1}, 0, events);
    contacts.down(thumb, {9, 9}, 1, events);
    REQUIRE(events.size() == 3);
    CHECK(events[1].phase == Phase::Cancel);
    CHECK(events[1].pointer == events[0].pointer);
    CHECK(events[1].at == ui::Vec2{1, 1});
    CHECK(events[2].phase == Phase::Down);
    CHECK(events[2].pointer != events[0].pointer);
}

TEST_CASE("moves and lifts of a finger that is not down are nothing") {
    Contacts contacts;
    Contacts::Events events;
    contacts.move(thumb, {1, 1}, 0, events);
    contacts.up(thumb, {1, 1}, 0, events);
    contacts.down(thumb, {}, 0, events);
    contacts.cancel_all(1, events);
    contacts.up(thumb, {}, 2, events);
    REQUIRE(events.size() == 2);
    CHECK(events[1].phase == Phase::Cancel);
    CHECK_FALSE(contacts.is_down(thumb));
}
