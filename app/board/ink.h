// Ink: what was written or drawn by hand on a note. Points are whole numbers on the note's own grid, so that
// ink is the same at every size, small in the file, and equal after a round trip.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace board {

/// The four pens.
enum class InkColour { Ink, Blue, Green, Red };

/// The drawing's width on its grid; its height follows from its shape.
inline constexpr int ink_grid = 4096;
/// The most its height can be, on the grid.
inline constexpr int tallest_ink = 4 * ink_grid;
/// A drawing with more points than this is full (about 20 minutes of writing).
inline constexpr int max_ink_points = 60000;

struct InkPoint {
    int x = 0;     ///< 0 … ink_grid
    int y = 0;     ///< 0 … Ink::height
    int width = 0; ///< of the line here, on the grid, 1 … 255
    bool operator==(InkPoint const&) const = default;
};

struct InkStroke {
    InkColour colour = InkColour::Ink;
    std::vector<InkPoint> points; ///< at least one
    bool operator==(InkStroke const&) const = default;
};

struct Ink {
    int height = ink_grid; ///< on the grid, 1 … tallest_ink
    std::vector<InkStroke> strokes;
    bool empty() const { return strokes.empty(); }
    bool operator==(Ink const&) const = default;
};

int points_in(Ink const& ink);
/// Whether its height, every point and every width are within their ranges, and no stroke is empty.
bool is_on_grid(Ink const& ink);

/// A stroke's points as text: differences as zigzag varints, in base64 (RFC 4648, unpadded).
std::string packed(std::vector<InkPoint> const& points);
/// The points, or nothing when the text is not what `packed` writes or leaves the grid of that height.
std::optional<std::vector<InkPoint>> unpacked(std::string_view text, int height);

} // namespace board
