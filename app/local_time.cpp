#include "local_time.h"

#include <chrono>
#include <ctime>

namespace app {

namespace {

std::chrono::seconds offset_at(board::Instant at) {
    auto const seconds = static_cast<std::time_t>(
        std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    std::tm local{};
    localtime_r(&seconds, &local);
    return std::chrono::seconds(local.tm_gmtoff);
}

} // namespace

std::function<board::Instant(board::Instant)> local_time(Moment const& now) {
    auto const here = now.now.today + std::chrono::hours(now.hour) + std::chrono::minutes(now.minute);
    auto const to_local = here - std::chrono::floor<std::chrono::minutes>(now.now.at);
    auto const offset_now = offset_at(now.now.at);
    return [to_local, offset_now](board::Instant at) { return at + to_local + (offset_at(at) - offset_now); };
}

} // namespace app
