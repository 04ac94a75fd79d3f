// Without systemd nothing happens; a failure to tell it is left to it, which restarts what stays silent.
#include "platform/service.h"

#include <cstdint>
#include <limits>
#include <systemd/sd-daemon.h>

namespace platform {

Service::Service() : m_next_s(std::numeric_limits<double>::infinity()) {
    std::uint64_t limit_us = 0;
    if (sd_watchdog_enabled(0, &limit_us) > 0) {
        m_interval_s = static_cast<double>(limit_us) / 1e6 / 2; // half the limit, as sd_watchdog_enabled(3) advises
        m_next_s = 0;
    }
}

void Service::ready() { sd_notify(0, "READY=1"); }

void Service::alive(double now_s) {
    if (m_interval_s == 0 || now_s < m_next_s)
        return;
    sd_notify(0, "WATCHDOG=1");
    m_next_s = now_s + m_interval_s;
}

void Service::stopping() { sd_notify(0, "STOPPING=1"); }

} // namespace platform
