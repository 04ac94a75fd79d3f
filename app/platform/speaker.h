// One short, soft tone, made up on the spot. SDL plays it beside the frames; without a device nothing happens.
#pragma once

#include <cstdint>
#include <vector>

namespace platform {

class Speaker {
  public:
    Speaker() = default;
    ~Speaker();
    Speaker(Speaker const&) = delete;
    Speaker& operator=(Speaker const&) = delete;

    /// Begins to play it, unless it is being played. False: the machine has nothing to play it with.
    bool play();

    static constexpr int rate = 44'100; ///< samples a second
    /// The tone: one channel of signed 16-bit samples. It swells, fades and ends in silence, and is never loud.
    static std::vector<std::int16_t> tone();

  private:
    std::uint32_t m_device = 0; ///< 0: none is open
};

} // namespace platform
