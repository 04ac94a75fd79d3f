// What a picture file is by its first bytes, whatever its name says. Knows bytes only; decodes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace photos {

using Bytes = std::span<std::uint8_t const>;

/// Jpeg and Png are taken; the others are told by name; Unknown is nothing that is a picture.
enum class Format : std::uint8_t { Unknown, Jpeg, Png, Gif, Heic, WebP, Svg, Tiff, Avif, Bmp };

Format format_of(Bytes file);

/// How a camera was held: what must be done to the pixels to see them upright. The numbers are Exif's.
enum class Turn : std::uint8_t {
    None = 1,
    Mirror,
    Half,
    MirrorHalf,
    MirrorLeft, ///< mirrored along the falling diagonal
    Right,      ///< a quarter clockwise
    MirrorRight,
    Left
};
constexpr bool is_sideways(Turn turn) { return turn >= Turn::MirrorLeft; }

/// What a JPEG or PNG says of itself before its pixels.
struct Head {
    Format format = Format::Unknown;
    int w = 0, h = 0; ///< pixels as stored, 1–65,535
    int channels = 0;
    int bits = 0; ///< a channel
    Turn turn = Turn::None;
};
/// Nothing when the bytes end before it is known, or contradict themselves.
std::optional<Head> head_of(Bytes file);

} // namespace photos
