// Time zones come from the C library, which knows the system's setting.
#include "platform/clock.h"

#include <ctime>

namespace platform {

WallTime wall_time() {
    auto const instant = std::chrono::system_clock::now();
    std::time_t const seconds = std::chrono::system_clock::to_time_t(instant);
    std::tm local{};
    localtime_r(&seconds, &local);
    namespace ch = std::chrono;
    auto const day = ch::year(local.tm_year + 1900) / ch::month(static_cast<unsigned>(local.tm_mon + 1)) /
                     ch::day(static_cast<unsigned>(local.tm_mday));
    auto const at = ch::floor<ch::milliseconds>(instant);
    double const into_second = static_cast<double>(at.time_since_epoch().count() % 1000) / 1000;
    return {{at, ch::sys_days(day)}, local.tm_hour, local.tm_min, 60.0 - local.tm_sec - into_second};
}

} // namespace platform
