// Identities. Ideas and people carry UUIDv7s so that several walls can merge one day; what belongs
// to an idea or a course (trials, rounds) is named by its number there, as people name it.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace board {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(Uuid const&) const = default;
};

/// 36 lower-case characters, as RFC 9562 writes them.
std::string to_string(Uuid const& uuid);
/// Nothing when `text` is not 36 well-formed characters.
std::optional<Uuid> parse_uuid(std::string_view text);
/// RFC 9562 5.7: `unix_ms` in the first 48 bits, the rest from `random`.
Uuid make_uuid_v7(std::int64_t unix_ms, std::array<std::uint8_t, 10> const& random);

template <class Tag> struct StrongUuid {
    Uuid value;
    auto operator<=>(StrongUuid const&) const = default;
};

using IdeaId = StrongUuid<struct IdeaTag>;
using ParticipantId = StrongUuid<struct ParticipantTag>;
/// Given by whoever asks for a change; one operation is stored at most once.
using OperationId = StrongUuid<struct OperationTag>;
using ObstacleId = StrongUuid<struct ObstacleTag>;
using DeviceId = StrongUuid<struct DeviceTag>;

/// A vote round's number in its course: 1, 2, 3 …
struct RoundNo {
    int value = 0;
    auto operator<=>(RoundNo const&) const = default;
};

/// A trial: the idea it belongs to and its number there (No 1, No 2 …).
struct TrialRef {
    IdeaId idea;
    int no = 0;
    auto operator<=>(TrialRef const&) const = default;
};

} // namespace board
