// UUIDs as text and as bytes.
#include "board/ids.h"

#include <doctest/doctest.h>

#include <random>

using namespace board;

TEST_CASE("a uuid survives being written and read") {
    std::mt19937_64 random{7};
    for (int round = 0; round < 200; ++round) {
        Uuid uuid;
        for (auto& byte : uuid.bytes)
            byte = static_cast<std::uint8_t>(random());
        auto const text = to_string(uuid);
        CHECK(text.size() == 36);
        CHECK(parse_uuid(text) == uuid);
    }
}

TEST_CASE("a uuid is written as RFC 9562 writes it") {
    // The example of RFC 9562 appendix A.6.
    auto const uuid = make_uuid_v7(0x017F22E279B0, {0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F});
    CHECK(to_string(uuid) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    CHECK(parse_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F") == uuid);
}

TEST_CASE("a uuid carries version and variant whatever chance gives") {
    std::array<std::uint8_t, 10> ones{};
    ones.fill(0xff);
    CHECK(to_string(make_uuid_v7(0, {})) == "00000000-0000-7000-8000-000000000000");
    CHECK(to_string(make_uuid_v7(-1, ones)) == "ffffffff-ffff-7fff-bfff-ffffffffffff");
}

TEST_CASE("uuids of later milliseconds sort later") {
    std::array<std::uint8_t, 10> ones{};
    ones.fill(0xff);
    CHECK(make_uuid_v7(1'000, ones) < make_uuid_v7(1'001, {}));
}

TEST_CASE("what is no uuid is not read") {
    for (auto const* text : {"", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
                             "017f22e279b0-7cc3-98c4-dc0c0c07398f-", "017f22e2 79b0 7cc3 98c4 dc0c0c07398f",
                             "017g22e2-79b0-7cc3-98c4-dc0c0c07398f", "{17f22e2-79b0-7cc3-98c4-dc0c0c07398}"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_uuid(text));
    }
}
