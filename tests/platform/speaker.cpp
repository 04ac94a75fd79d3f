#include "platform/speaker.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>

using platform::Speaker;

TEST_CASE("the tone is short and soft, begins and ends in silence, and never cracks") {
    auto const tone = Speaker::tone();
    CHECK(tone.size() > Speaker::rate / 2);
    CHECK(tone.size() < Speaker::rate);
    CHECK(std::abs(tone.front()) < 10);
    CHECK(std::abs(tone.back()) < 10);
    int loudest = 0, jump = 0;
    for (std::size_t i = 1; i < tone.size(); ++i) {
        loudest = std::max(loudest, std::abs(int{tone[i]}));
        jump = std::max(jump, std::abs(tone[i] - tone[i - 1]));
    }
    CHECK(loudest > 1500);
    CHECK(loudest < 8000);
    CHECK(jump < 1500);
}

TEST_CASE("a machine with nothing to play it with says so, one with something plays it") {
    ::setenv("SDL_AUDIODRIVER", "none such", 1);
    Speaker none;
    CHECK_FALSE(none.play());
    CHECK_FALSE(none.play());
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    Speaker there;
    CHECK(there.play());
    CHECK(there.play());
    ::unsetenv("SDL_AUDIODRIVER");
}
