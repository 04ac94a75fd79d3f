// Picture files made on the spot: whole ones, and every kind of wrong one.
#pragma once

#include "photos/pixels.h"
#include "platform/descriptor.h"

#include <cstring>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace files {

using photos::Pixels;
using Paint = std::function<std::uint32_t(int x, int y)>; ///< 0xRRGGBB

inline Pixels painted(int w, int h, Paint const& paint) {
    Pixels pixels{w, h, {}};
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            for (int shift : {16, 8, 0})
                pixels.rgb.push_back(static_cast<std::uint8_t>(paint(x, y) >> shift));
    return pixels;
}

inline std::uint32_t pixel(Pixels const& pixels, int x, int y) {
    auto const* at = pixels.rgb.data() + 3 * (y * pixels.w + x);
    return static_cast<std::uint32_t>(at[0] << 16 | at[1] << 8 | at[2]);
}

/// Every channel within `by`.
inline bool like(std::uint32_t a, std::uint32_t b, int by = 24) {
    for (int shift : {16, 8, 0})
        if (std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)) > by)
            return false;
    return true;
}

/// Red, green, blue and yellow quarters, from the upper left, clockwise.
inline std::uint32_t quarters(int x, int y, int w, int h) {
    bool const right = x >= w / 2, low = y >= h / 2;
    return low ? (right ? 0x0000FF : 0xFFFF00) : (right ? 0x00FF00 : 0xFF0000);
}
inline Pixels quarters(int w, int h) {
    return painted(w, h, [=](int x, int y) { return quarters(x, y, w, h); });
}

inline std::string big(std::uint32_t value, int bytes = 4) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += static_cast<char>(value >> (8 * i));
    return text;
}

inline std::string jpeg(Pixels const& pixels) { return photos::as_jpeg(pixels); }

/// With an Exif segment that says how the camera was held, in either order of bytes.
inline std::string with_turn(std::string const& jpeg, int turn, bool little = false) {
    auto const number = [little](std::uint32_t value, int bytes) {
        std::string text = big(value, bytes);
        return little ? std::string(text.rbegin(), text.rend()) : text;
    };
    std::string const tiff = std::string(little ? "II" : "MM") + number(42, 2) + number(8, 4) + number(2, 2) +
                             number(0x010F, 2) + number(2, 2) + number(4, 4) + "Cam" + std::string(1, '\0') +
                             number(0x0112, 2) + number(3, 2) + number(1, 4) +
                             number(static_cast<std::uint32_t>(turn), 2) + number(0, 2) + number(0, 4);
    std::string const exif = std::string("Exif\0\0", 6) + tiff + "SECRET-PLACE";
    return jpeg.substr(0, 2) + "\xFF\xE1" + big(static_cast<std::uint32_t>(exif.size() + 2), 2) + exif + jpeg.substr(2);
}

inline std::uint32_t crc(std::string const& bytes) {
    std::uint32_t sum = ~0U;
    for (char const byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

inline std::string chunk(std::string const& name, std::string const& data) {
    return big(static_cast<std::uint32_t>(data.size())) + name + data + big(crc(name + data));
}

/// A zlib stream that does not compress.
inline std::string packed(std::string const& raw) {
    std::string out = "\x78\x01";
    std::uint32_t a = 1, b = 0;
    for (char const byte : raw)
        a = (a + static_cast<unsigned char>(byte)) % 65521, b = (b + a) % 65521;
    for (std::size_t at = 0; at < raw.size() || at == 0; at += 65535) {
        auto const part = raw.substr(at, 65535);
        auto const size = static_cast<std::uint32_t>(part.size()), other = ~size;
        out += at + 65535 >= raw.size() ? '\1' : '\0';
        for (std::uint32_t const length : {size, other}) {
            out += static_cast<char>(length & 255);
            out += static_cast<char>(length >> 8 & 255);
        }
        out += part;
    }
    return out + big(b << 16 | a);
}

/// A PNG of that colour type (2: colour, 6: with opacity, 0: grey) whose rows are `raw`.
inline std::string png_of(int w, int h, int colour_type, std::string const& raw) {
    std::string const head = big(static_cast<std::uint32_t>(w)) + big(static_cast<std::uint32_t>(h)) + '\x08' +
                             static_cast<char>(colour_type) + std::string(3, '\0');
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", head) + chunk("IDAT", packed(raw)) + chunk("IEND", "");
}

inline std::string png(Pixels const& pixels) {
    std::string raw;
    auto const row = static_cast<std::size_t>(pixels.w) * 3;
    for (int y = 0; y < pixels.h; ++y) {
        raw += '\0';
        raw.append(reinterpret_cast<char const*>(pixels.rgb.data()) + static_cast<std::size_t>(y) * row, row);
    }
    return png_of(pixels.w, pixels.h, 2, raw);
}

/// The frame segment of a JPEG, to be changed.
inline std::size_t frame_of(std::string const& jpeg) {
    for (std::size_t at = 2; at + 4 < jpeg.size();) {
        auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(jpeg[i]); };
        if (byte(at + 1) == 0xC0)
            return at;
        at += 2 + static_cast<std::size_t>(byte(at + 2) << 8 | byte(at + 3));
    }
    FAIL("no frame");
    return 0;
}

/// As a descriptor at its beginning.
inline platform::Descriptor open(std::string const& bytes) {
    platform::Descriptor file(::memfd_create("test", MFD_CLOEXEC));
    REQUIRE(::write(file.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    REQUIRE(::lseek(file.number(), 0, SEEK_SET) == 0);
    return file;
}

} // namespace files
