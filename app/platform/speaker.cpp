#include "platform/speaker.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace platform {

namespace {

constexpr double length_s = 0.9, swell_s = 0.03, fade_s = 0.22, loudness = 0.18;

} // namespace

std::vector<std::int16_t> Speaker::tone() {
    std::vector<std::int16_t> samples;
    for (int i = 0; i < static_cast<int>(length_s * rate); ++i) {
        double const at = static_cast<double>(i) / rate;
        auto const wave = [&](double hertz) { return std::sin(2 * std::numbers::pi * hertz * at); };
        double const shape = std::min(1.0, at / swell_s) * std::exp(-at / fade_s) *
                             std::min(1.0, (length_s - at) / 0.1);
        double const sound = (wave(587.33) + 0.4 * wave(880) + 0.15 * wave(1174.66)) / 1.55; // d, a fifth, an octave
        samples.push_back(static_cast<std::int16_t>(std::lround(32767 * loudness * shape * sound)));
    }
    return samples;
}

Speaker::~Speaker() {
    if (m_device != 0)
        SDL_CloseAudioDevice(m_device);
}

bool Speaker::play() {
    if (m_device == 0) {
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
            return false;
        SDL_AudioSpec wish{};
        wish.freq = rate;
        wish.format = AUDIO_S16SYS;
        wish.channels = 1;
        wish.samples = 1024;
        m_device = SDL_OpenAudioDevice(nullptr, 0, &wish, nullptr, 0);
    }
    if (m_device == 0 || SDL_GetAudioDeviceStatus(m_device) == SDL_AUDIO_STOPPED) {
        if (m_device != 0)
            SDL_CloseAudioDevice(m_device); // it was unplugged: looked for again next time
        m_device = 0;
        return false;
    }
    if (SDL_GetQueuedAudioSize(m_device) > 0)
        return true;
    auto const samples = tone();
    bool const queued = SDL_QueueAudio(m_device, samples.data(), static_cast<Uint32>(samples.size() * 2)) == 0;
    SDL_PauseAudioDevice(m_device, 0);
    return queued;
}

} // namespace platform
