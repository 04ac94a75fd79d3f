// What the child that decodes says to its parent: a head of fixed size, then bytes. Both are one program, so numbers
// go over as they lie in memory; the parent believes none of them.
#pragma once

#include "photos/format.h"

#include <cstdint>

namespace photos {

inline constexpr std::int64_t most_file_bytes = 40'000'000;
inline constexpr std::int64_t most_pixels = 40'000'000;
inline constexpr int kept_side = 2048;                    ///< the longest, of a picture that is kept
inline constexpr std::uint32_t most_kept_bytes = 8 << 20; ///< of its JPEG
inline constexpr int most_shown_side = 4096;              ///< of pixels for the screen

enum class Verdict : std::uint8_t {
    Fine,
    OtherFormat,   ///< `format` says which
    TooManyPixels, ///< `w`, `h` say how many
    TooManyBytes,
    Damaged,
    CannotRead, ///< the file, not the picture: the stick was pulled
};

struct Answer {
    std::uint32_t sign = 0x31746652; ///< so that another program's words are not taken for one
    Verdict verdict = Verdict::Damaged;
    Format format = Format::Unknown;
    std::uint16_t none = 0;
    std::int32_t w = 0, h = 0; ///< of what follows, or what was refused
    std::uint32_t bytes = 0;   ///< that follow: a JPEG, or red, green and blue for each pixel
};
static_assert(sizeof(Answer) == 20);

} // namespace photos
