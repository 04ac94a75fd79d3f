// What of the picture is no longer true: draw commands of this frame held against those of the last. Knows
// draw data and rectangles, and nothing of how they become pixels.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <span>
#include <vector>

namespace ui {

/// Whole pixels.
struct PixelRect {
    int x = 0, y = 0, w = 0, h = 0;
    bool operator==(PixelRect const&) const = default;

    bool empty() const { return w <= 0 || h <= 0; }
    PixelRect cut(PixelRect const& to) const;
    PixelRect joined(PixelRect const& with) const;
    std::int64_t area() const { return empty() ? 0 : std::int64_t{w} * h; }
};

/// A draw command as it was seen: what it would put on the screen, and where at most.
struct SeenCommand {
    ImDrawList const* list = nullptr; ///< only good for the frame it was seen in
    ImDrawCmd const* command = nullptr;
    std::uint64_t hash = 0;
    PixelRect bounds;
};

class Damage {
  public:
    /// Takes in a frame and gives the rectangles to draw again: a handful, within the screen, which may overlap
    /// a little. `generation` of the atlas: what its texels mean.
    std::span<PixelRect const> update(ImDrawData const& data, std::uint64_t generation, PixelRect screen);
    /// The commands of the frame last taken in, in drawing order, without empty ones.
    std::span<SeenCommand const> commands() const { return m_commands; }
    /// The whole screen is damaged next time.
    void forget() { m_screen = {}; }

  private:
    SeenCommand see(ImDrawList const& list, ImDrawCmd const& command, std::uint64_t generation);
    void compare();
    void damage(PixelRect const& rect);

    PixelRect m_screen;
    std::vector<SeenCommand> m_commands, m_before;
    std::vector<PixelRect> m_rects;
    std::vector<ImDrawIdx> m_indices; // working space
};

} // namespace ui
