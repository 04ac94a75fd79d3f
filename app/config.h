// The settings file (TOML), hand-editable. What is missing or wrong becomes the default and a remark:
// never a dead start.
#pragma once

#include "text/words.h"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

struct Config {
    double diagonal_inches = 65;   ///< of the screen, 10–200
    double lower_edge_mm = 800;    ///< its lower edge above the floor, 0–2000
    std::string renderer = "auto"; ///< auto, gl, software
    int text_step = 0;             ///< 0, 1, 2
    bool calm_motion = false;
    bool high_contrast = false;
    double band_height_mm = 0; ///< from the screen's lower edge to the band with the buttons at the least, 0–1500
    double close_after_s = 40; ///< without a touch: what is open closes, 20–600
    double rest_after_s = 120; ///< after that: the wall rests, 10–3600
    int night_from = 18;       ///< the hour from which a resting wall is dimmed, 0–23
    int night_to = 6;          ///< until this hour
    text::Language language = text::Language::Danish;
    std::filesystem::path board_file;                      ///< empty: tavle.rundtbord in the user's data folder
    std::filesystem::path export_folder;                   ///< empty: beside the board
    std::filesystem::path stick_folder = "/run/rundt-usb"; ///< where USB sticks are mounted, a folder each
    std::vector<std::string> remarks;                      ///< what was not understood, in English, for the log
};

/// Reads `file`; a file that is not there gives the defaults and a remark.
Config read_config(std::filesystem::path const& file);

} // namespace app
