// What stands on one pad: the note, its colours and owner, the keyboard, and the way to the board.
// Where pads stand is pads.cpp's. Only for the files of the pads.
#pragma once

#include "ui/screens/pads.h"

namespace screens {

/// What its person wants with it.
enum class PadWish { None, Place, PlaceAndGoOn, PlaceConfirmed, Close };

/// The height a pad needs, du.
float pad_height(Context const& c);
inline constexpr float pad_width = 604; ///< du

/// `id`: "pad/K". `takes_keys`: a real keyboard writes into it. `seconds_left`: of the countdown, if it runs.
PadWish draw_pad_page(Context& c, Pad& pad, std::string const& id, ui::Rect rect, bool takes_keys,
                      std::optional<int> seconds_left);

} // namespace screens
