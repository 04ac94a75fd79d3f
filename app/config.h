// The settings file (TOML), hand-editable. What is missing or wrong becomes the default and a remark:
// never a dead start.
#pragma once

#include "text/words.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Config {
    double diagonal_inches = 65;   ///< of the screen, 10–200
    double lower_edge_mm = 800;    ///< its lower edge above the floor, 0–2000
    std::string renderer = "auto"; ///< auto, gl, software
    int text_step = 0;             ///< 0, 1, 2
    bool calm_motion = false;
    bool high_contrast = false;
    bool left_hand = false;        ///< keyboards of forms stand at the left
    double band_height_mm = 0;     ///< from the screen's lower edge to the band with the buttons at the least, 0–1500
    double close_after_s = 40;     ///< without a touch: what is open closes, 20–600
    double rest_after_minutes = 2; ///< after that, before the wall shows its resting picture, 1–60
    int night_from = 20 * 60;      ///< minutes after midnight, the wall's local time: dimmed from then…
    int night_to = 6 * 60;         ///< …until then; the same twice: never
    bool sound = false;
    text::Language language = text::Language::Danish;
    std::filesystem::path board_file;                      ///< empty: tavle.rundtbord in the user's data folder
    std::filesystem::path export_folder;                   ///< empty: beside the board
    std::filesystem::path second_copies;                   ///< where backups lie once more; empty: nowhere
    std::filesystem::path stick_folder = "/run/rundt-usb"; ///< where USB sticks are mounted, a folder each
    std::string contact;                                   ///< who to ask about data; empty: nobody is named
    std::vector<std::string> remarks;                      ///< what was not understood, in English, for the log
    std::vector<std::string> ignored; ///< the settings that were not understood, "screen.text_step"
};

/// Reads `file` over `otherwise`; a file that is not there changes nothing and gives a remark.
Config read_config(std::filesystem::path const& file, Config otherwise = {});
/// The same for a text; `name` is what a remark calls it.
Config config_in(std::string_view text, std::string const& name, Config otherwise = {});

} // namespace app
