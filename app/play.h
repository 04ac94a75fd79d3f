// Scripts that use the real app without a display. One script is a test, a bug report and a README picture.
// The lines are told in `play_help()`.
#pragma once

#include "stage.h"

#include <filesystem>
#include <iosfwd>

namespace app {

struct PlayOptions {
    std::filesystem::path script;
    std::filesystem::path file;  ///< empty: a fresh board, thrown away afterwards
    std::filesystem::path shots; ///< where pictures go
    Stage::Setup stage;
};

/// The lines a script may have, for --help and CONTRIBUTING.
std::string play_help();

/// 0 when every line did; else 1, with the line that failed and what was on the screen told on `err`.
int run_play(PlayOptions options, std::ostream& out, std::ostream& err);

} // namespace app
