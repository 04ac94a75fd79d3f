#include "id_source.h"

#include <cassert>
#include <sys/random.h>

namespace app {

board::Uuid IdSource::next(board::Instant at) {
    std::array<std::uint8_t, 10> random{};
    if (m_seeded) {
        for (std::uint8_t& byte : random)
            byte = static_cast<std::uint8_t>((*m_seeded)());
    } else {
        // Up to 256 bytes come whole and without an error once the kernel has been seeded.
        [[maybe_unused]] auto const got = getrandom(random.data(), random.size(), 0);
        assert(got == static_cast<ssize_t>(random.size()));
    }
    return board::make_uuid_v7(at.time_since_epoch().count(), random);
}

IdSource IdSource::fork() { return m_seeded ? IdSource((*m_seeded)()) : IdSource(); }

} // namespace app
