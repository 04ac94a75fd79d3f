// Word to systemd, when it started us: that we are up, and that we still live.
#pragma once

namespace platform {

class Service {
  public:
    /// The board is on the screen.
    void ready();
    /// To be called after a completed frame; sends a sign of life as often as the watchdog asks.
    void alive(double now_s);
    /// Seconds until the next sign of life is due; infinity without a watchdog.
    double next_sign_s() const { return m_next_s; }
    void stopping();

    Service();

  private:
    double m_interval_s = 0; ///< 0: no watchdog
    double m_next_s;
};

} // namespace platform
