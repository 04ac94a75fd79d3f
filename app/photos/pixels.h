// A picture in memory, and what is done to it: decoded, turned, scaled, written. Only the child that decodes
// (decoder_child.h) may do this to what came from outside.
#pragma once

#include "photos/format.h"

#include <string>
#include <vector>

namespace photos {

/// Red, green and blue, a byte each, row by row from the top.
struct Pixels {
    int w = 0, h = 0;
    std::vector<std::uint8_t> rgb;
};

struct Size {
    int w = 0, h = 0; ///< pixels
    bool operator==(Size const&) const = default;
};
/// The largest size of that shape which fits into `room` and is no larger than it was; at least one pixel each way.
Size fitted(Size size, Size room);

/// The pixels of a JPEG or PNG; what is transparent lies on white. Nothing when any of them are missing.
std::optional<Pixels> decoded(Bytes file, Head const& head);
Pixels scaled(Pixels pixels, Size size);
Pixels turned(Pixels pixels, Turn turn);
/// Baseline JPEG without any metadata.
std::string as_jpeg(Pixels const& pixels);

} // namespace photos
