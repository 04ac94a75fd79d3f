// The names of the settings that are changed at the wall, as they stand in the settings file.
#pragma once

namespace screens::setting {

inline constexpr char const *diagonal = "screen.diagonal_inches", *lower_edge = "screen.lower_edge_mm",
                            *band_height = "screen.band_height_mm", *text_step = "screen.text_step",
                            *calm_motion = "screen.calm_motion", *high_contrast = "screen.high_contrast",
                            *left_hand = "screen.left_hand", *rest_after = "rest.after_minutes",
                            *night_from = "rest.night_from", *night_to = "rest.night_to", *sound = "sound.on",
                            *language = "language.code", *board_file = "board.file", *contact = "data.contact";

} // namespace screens::setting
