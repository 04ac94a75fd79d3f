#include "board/ink.h"

#include <algorithm>

namespace board {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void put_varint(std::string& bytes, int difference) {
    auto rest = static_cast<std::uint32_t>(difference < 0 ? -2 * difference - 1 : 2 * difference); // zigzag
    for (; rest >= 0x80; rest >>= 7)
        bytes += static_cast<char>(0x80 | (rest & 0x7f));
    bytes += static_cast<char>(rest);
}

std::string base64(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    int waiting = 0;
    for (char const byte : bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
        for (waiting += 8; waiting >= 6; waiting -= 6)
            text += alphabet[bits >> (waiting - 6) & 63];
    }
    if (waiting > 0)
        text += alphabet[bits << (6 - waiting) & 63];
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int waiting = 0;
    for (char const sign : text) {
        auto const value = alphabet.find(sign);
        if (value == std::string_view::npos)
            return {};
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        waiting += 6;
        if (waiting >= 8) {
            waiting -= 8;
            bytes += static_cast<char>(bits >> waiting & 0xff);
        }
    }
    return bytes;
}

/// One difference from the front of `bytes`; nothing when it is cut short or longer than a grid needs.
std::optional<int> take_varint(std::string_view& bytes) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift <= 14 && !bytes.empty(); shift += 7) {
        auto const byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return static_cast<int>(value >> 1) ^ -static_cast<int>(value & 1);
    }
    return {};
}

bool on_grid(InkPoint const& point, int height) {
    return point.x >= 0 && point.x <= ink_grid && point.y >= 0 && point.y <= height && point.width >= 1 &&
           point.width <= 255;
}

} // namespace

int points_in(Ink const& ink) {
    std::size_t points = 0;
    for (InkStroke const& stroke : ink.strokes)
        points += stroke.points.size();
    return static_cast<int>(points);
}

bool is_on_grid(Ink const& ink) {
    return ink.height >= 1 && ink.height <= tallest_ink &&
           std::all_of(ink.strokes.begin(), ink.strokes.end(), [&ink](InkStroke const& stroke) {
               return !stroke.points.empty() &&
                      std::all_of(stroke.points.begin(), stroke.points.end(),
                                  [&ink](InkPoint const& point) { return on_grid(point, ink.height); });
           });
}

std::string packed(std::vector<InkPoint> const& points) {
    std::string bytes;
    InkPoint before;
    for (InkPoint const& point : points) {
        put_varint(bytes, point.x - before.x);
        put_varint(bytes, point.y - before.y);
        put_varint(bytes, point.width - before.width);
        before = point;
    }
    return base64(bytes);
}

std::optional<std::vector<InkPoint>> unpacked(std::string_view text, int height) {
    auto const bytes = from_base64(text);
    if (!bytes)
        return {};
    std::string_view rest = *bytes;
    std::vector<InkPoint> points;
    InkPoint at;
    while (!rest.empty()) {
        auto const x = take_varint(rest), y = take_varint(rest), width = take_varint(rest);
        if (!x || !y || !width)
            return {};
        at = {at.x + *x, at.y + *y, at.width + *width};
        if (!on_grid(at, height))
            return {};
        points.push_back(at);
    }
    if (points.empty() || packed(points) != text)
        return {};
    return points;
}

} // namespace board
