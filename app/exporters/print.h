// A photo ready to be drawn on paper. Knows no board.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exporters {

/// A photo as it is drawn on paper: its pixels, and the same as a JPEG for files that hold one.
struct Print {
    int w = 0, h = 0;              ///< pixels
    std::vector<std::uint8_t> rgb; ///< red, green and blue, row by row from the top
    std::string jpeg;
};
/// Makes one of a kept photo's bytes, no larger than so many pixels each way. Whoever makes it decodes the photo where
/// it can do no harm: an exporter never looks into the bytes. Nothing: it cannot be shown.
using MakePrint = std::function<std::optional<Print>(std::string_view photo, int most_w, int most_h)>;

} // namespace exporters
