// stb's decoder and scaler. The package's version is known to write beyond an array for some JPEGs, so this file alone
// is built with bounds that trap (CMakeLists), and only ever runs in a process that may die.
#include "photos/pixels.h"

#include <algorithm>
#include <memory>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STBI_MAX_DIMENSIONS 65535
#define STBI_ASSERT(x) ((x) ? void() : __builtin_trap())
#include <stb/stb_image.h>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#include <stb/stb_image_resize.h>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace photos {

namespace {

constexpr int jpeg_quality = 85;
constexpr std::size_t end_marks = 64; // bytes behind the file

struct Free {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};
using Rgba = std::unique_ptr<stbi_uc, Free>;

std::size_t area(int w, int h) { return static_cast<std::size_t>(w) * static_cast<std::size_t>(h); }

/// A JPEG that was cut short decodes all the same, with grey where the rest would be. So bytes are put behind the file:
/// a whole one ends before them.
Rgba decode_whole(Bytes file, int& w, int& h) {
    std::vector<stbi_uc> bytes(file.begin(), file.end());
    bytes.resize(file.size() + end_marks);
    stbi__context source;
    stbi__start_mem(&source, bytes.data(), static_cast<int>(bytes.size()));
    int channels = 0;
    Rgba pixels(stbi__load_and_postprocess_8bit(&source, &w, &h, &channels, 4));
    if (source.img_buffer > bytes.data() + file.size())
        pixels.reset();
    return pixels;
}

} // namespace

Size fitted(Size size, Size room) {
    double const by = std::min({1.0, static_cast<double>(room.w) / size.w, static_cast<double>(room.h) / size.h});
    auto const side = [by](int length) { return std::max(1, static_cast<int>(length * by + 0.5)); };
    return {side(size.w), side(size.h)};
}

std::optional<Pixels> decoded(Bytes file, Head const& head) {
    bool const cmyk = head.format == Format::Jpeg && head.channels != 1 && head.channels != 3;
    if (cmyk || head.bits != 8)
        return {};
    Pixels out;
    Rgba const rgba = decode_whole(file, out.w, out.h);
    if (!rgba || out.w != head.w || out.h != head.h)
        return {};
    std::size_t const count = area(out.w, out.h);
    out.rgb.resize(count * 3);
    for (std::size_t i = 0; i < count; ++i) {
        stbi_uc const* const from = rgba.get() + 4 * i;
        for (std::size_t channel = 0; channel < 3; ++channel)
            out.rgb[3 * i + channel] = static_cast<std::uint8_t>(
                (from[channel] * from[3] + 255 * (255 - from[3]) + 127) / 255);
    }
    return out;
}

Pixels scaled(Pixels pixels, Size size) {
    if (pixels.w == size.w && pixels.h == size.h)
        return pixels;
    Pixels out{size.w, size.h, std::vector<std::uint8_t>(area(size.w, size.h) * 3)};
    stbir_resize_uint8_srgb(pixels.rgb.data(), pixels.w, pixels.h, 0, out.rgb.data(), out.w, out.h, 0, 3,
                            STBIR_ALPHA_CHANNEL_NONE, 0);
    return out;
}

Pixels turned(Pixels pixels, Turn turn) {
    if (turn == Turn::None)
        return pixels;
    bool const sideways = is_sideways(turn);
    bool const flips_x = turn == Turn::Mirror || turn == Turn::Half || turn == Turn::MirrorRight || turn == Turn::Left;
    bool const flips_y = turn == Turn::Half || turn == Turn::MirrorHalf || turn == Turn::Right ||
                         turn == Turn::MirrorRight;
    Pixels out{sideways ? pixels.h : pixels.w, sideways ? pixels.w : pixels.h, {}};
    out.rgb.reserve(pixels.rgb.size());
    for (int y = 0; y < out.h; ++y)
        for (int x = 0; x < out.w; ++x) {
            int from_x = sideways ? y : x, from_y = sideways ? x : y;
            from_x = flips_x ? pixels.w - 1 - from_x : from_x;
            from_y = flips_y ? pixels.h - 1 - from_y : from_y;
            auto const from = pixels.rgb.begin() + 3 * (static_cast<std::ptrdiff_t>(from_y) * pixels.w +
                                                        static_cast<std::ptrdiff_t>(from_x));
            out.rgb.insert(out.rgb.end(), from, from + 3);
        }
    return out;
}

std::string as_jpeg(Pixels const& pixels) {
    std::string bytes;
    auto const append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<char const*>(data), static_cast<std::size_t>(size));
    };
    stbi_write_jpg_to_func(append, &bytes, pixels.w, pixels.h, 3, pixels.rgb.data(), jpeg_quality);
    return bytes;
}

} // namespace photos
