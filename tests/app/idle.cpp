// When what is open closes and the wall rests, and that the finger that wakes it does nothing else.
#include "idle.h"

#include <doctest/doctest.h>

using app::Idle;
using ui::InputFrame;
using ui::PointerPhase;

namespace {

InputFrame at(double now_s) {
    InputFrame input;
    input.now_s = now_s;
    return input;
}

InputFrame touch(double now_s, ui::PointerId finger, PointerPhase phase) {
    InputFrame input = at(now_s);
    input.pointers.push_back({finger, phase, {10, 10}, now_s});
    return input;
}

} // namespace

TEST_CASE("what is open closes once and the wall rests two minutes later") {
    Idle idle(40, 120);
    idle.see(at(5), false);
    CHECK(idle.closes_at_s() == 45);
    CHECK_FALSE(idle.closes_now());
    idle.see(touch(10, 1, PointerPhase::Down), false);
    idle.see(at(49.9), false);
    CHECK_FALSE(idle.closes_now());
    idle.see(at(50), false);
    CHECK(idle.closes_now());
    CHECK_FALSE(idle.closes_now());
    CHECK_FALSE(idle.resting());
    idle.see(at(169), false);
    CHECK_FALSE(idle.resting());
    idle.see(at(170), false);
    CHECK(idle.resting());
    CHECK_FALSE(idle.closes_now());
}

TEST_CASE("a meeting or a vote is not closed under those who talk") {
    Idle idle(40, 120);
    idle.see(at(0), true);
    idle.see(at(599), true);
    CHECK_FALSE(idle.closes_now());
    idle.see(at(600), true);
    CHECK(idle.closes_now());
    idle.see(at(720), true);
    CHECK(idle.resting());
}

TEST_CASE("what a body shields is taken away though people talk") {
    Idle idle(40, 120);
    idle.see(at(0), true);
    idle.see(at(39), true);
    CHECK_FALSE(idle.unshielded());
    idle.see(at(40), true);
    CHECK(idle.unshielded());
    CHECK_FALSE(idle.closes_now());
}

TEST_CASE("the finger that wakes the wall does nothing else until it lifts") {
    Idle idle(40, 120);
    idle.see(at(0), false);
    idle.see(at(160), false);
    REQUIRE(idle.resting());
    auto down = touch(161, 7, PointerPhase::Down);
    down.keys.emplace_back(ui::TypedText{"a"});
    idle.see(down, false);
    CHECK(idle.woke());
    CHECK_FALSE(idle.resting());
    auto const woken = idle.without_waking(down);
    CHECK(woken.pointers.empty());
    CHECK(woken.keys.empty());
    auto two = touch(161.1, 7, PointerPhase::Move);
    two.pointers.push_back({8, PointerPhase::Down, {}, 161.1});
    idle.see(two, false);
    CHECK_FALSE(idle.woke());
    auto const second = idle.without_waking(two);
    REQUIRE(second.pointers.size() == 1);
    CHECK(second.pointers[0].pointer == 8);
    CHECK(idle.without_waking(touch(161.2, 7, PointerPhase::Up)).pointers.empty());
    CHECK(idle.without_waking(touch(161.3, 7, PointerPhase::Down)).pointers.size() == 1);
}
