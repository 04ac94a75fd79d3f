// The wall itself: window, renderer, clock and app in one loop that sleeps until something happens.
#pragma once

#include "config.h"
#include "moment.h"
#include "text/words.h"
#include "ui/input.h"

#include <filesystem>
#include <optional>

namespace app {

struct WallOptions {
    std::filesystem::path assets{}, fonts{};
    std::filesystem::path file{};       ///< made when it is not there
    std::optional<ui::Vec2> windowed{}; ///< pixels; nothing: fullscreen
    std::filesystem::path ui_map{};     ///< empty: none
    std::filesystem::path frame_log{};  ///< what each frame cost, for the benchmark; empty: none
    std::optional<Moment> now{};        ///< a clock that stands still
    Config config{};
    std::filesystem::path settings_file{}; ///< keeps what is changed at the wall
};

/// Shows the wall until it is closed. 0, or 1 with a sentence on stderr.
int show_wall(WallOptions const& options);

} // namespace app
