// Where fresh identities come from: the kernel's random bytes on a wall, a seed in tests and scripts.
#pragma once

#include "board/date.h"
#include "board/ids.h"

#include <optional>
#include <random>

namespace app {

class IdSource {
  public:
    /// From getrandom(2).
    IdSource() = default;
    /// The same ids every time.
    explicit IdSource(std::uint64_t seed) : m_seeded(seed) {}

    /// A UUIDv7 at that instant.
    board::Uuid next(board::Instant at);
    /// Another source, for another thread: its ids are none of this one's.
    IdSource fork();

  private:
    std::optional<std::mt19937_64> m_seeded;
};

} // namespace app
