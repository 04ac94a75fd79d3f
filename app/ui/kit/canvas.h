// Drawing, in design units, on layers. Everything ends in ImGui draw lists over one texture (shapes and
// glyphs), so that a renderer has one kind of thing to draw.
#pragma once

#include "ui/kit/contrast.h"
#include "ui/kit/pictures.h"
#include "ui/kit/theme.h"
#include "ui/kit/type.h"

#include <imgui.h>
#include <memory>
#include <span>
#include <vector>

namespace ui {

/// From the back to the front.
enum class Layer { Board, Lifted, Pads, Overlay, Touch };
inline constexpr int layer_count = 5;

enum class Shadow { Resting, Lifted };

enum class Icon {
    Plus,
    Dots,
    Pulse,
    Table,
    Calendar,
    Bars,
    Leaf,
    More,
    Keyboard,
    Pencil,
    Eraser,
    Picture,
    Lock,
    Check,
    Cross,
    ArrowRight,
    ArrowLeft,
    ArrowUp,
    ArrowDown,
    Backspace,
    Shift,
    ShiftLock,
    Enter,
    Happy,
    Neutral,
    Sad,
    Clock,
    Undo,
    People,
    Globe,
    TextSize,
    Export,
    Info,
    Play,
    Park,
    Stop,
    Adjust,
    Scale,
    Search,
    Tag,
    Quadrants,
    Medal,
    Speech,
    Gauge,
    Heart,
    Eye,
    FirstAid,
    Coins,
    Saving,
    Warning,
};

class Canvas {
  public:
    Canvas(Typesetter& typesetter);
    ~Canvas();

    /// Starts a frame: the window in pixels and pixels to a design unit.
    void begin(Vec2 size_px, float px_per_du);
    /// What was drawn since `begin`; valid until the next `begin`.
    ImDrawData* finish();
    /// Something found no place in the atlas since `begin` and was left out: draw another frame at once. (The next
    /// `begin` makes room.) False when it would not help.
    bool incomplete() const;

    /// All drawing goes to this layer until it is set again. Each layer has clips of its own.
    void on(Layer layer);
    Layer layer() const;
    /// Drawing is cut to `clip` (within the clip outside it) until `pop_clip`. Each push begins a draw
    /// command of its own, which is what a renderer can leave undrawn when nothing in it changed.
    void push_clip(Rect clip);
    void pop_clip();
    Rect clip() const;
    /// Everything drawn until the matching pop is this opaque (0–1), times what is outside it.
    void push_opacity(float opacity);
    void pop_opacity();

    void fill(Rect rect, Colour colour);
    /// A radius larger than half the shorter side is that half: a pill.
    void rounded(Rect rect, float radius, Colour colour);
    /// Rounded above only, as the coloured edge of a trial card. The rectangle may be lower than the radius.
    void rounded_top(Rect rect, float radius, Colour colour);
    /// Outlines, rings and dashes lie inside the edge of what they go around, at least a pixel thick.
    void outline(Rect rect, float radius, float thickness, Colour colour);
    void dashed(Rect rect, float radius, float thickness, Colour colour);
    /// What an opaque rounded rectangle casts; draw it first. The ground under the rectangle is left out.
    void shadow(Rect rect, float radius, Shadow kind);
    void disc(Vec2 centre, float radius, Colour colour);
    void ring(Vec2 centre, float radius, float thickness, Colour colour);
    void dashed_ring(Vec2 centre, float radius, float thickness, Colour colour);
    void ellipse(Vec2 centre, Vec2 radii, Colour colour);
    void ellipse_ring(Vec2 centre, Vec2 radii, float thickness, Colour colour);
    /// A filled outline that bulges everywhere outwards (a triangle, a sector of a bar), clockwise.
    void convex(std::span<Vec2 const> outline, Colour colour);
    /// Level and upright lines end flat and sharp; others are round at their ends.
    void line(Vec2 from, Vec2 to, float thickness, Colour colour);
    /// Round at the ends and corners: curves.
    void polyline(std::span<Vec2 const> points, float thickness, Colour colour);
    /// A polyline with a width of its own at each point, du; of opaque colour.
    void ribbon(std::span<Vec2 const> points, std::span<float const> widths, Colour colour);
    /// The paragraph's top left corner at `at`.
    void paragraph(Paragraph const& paragraph, Vec2 at, Colour colour);
    /// An icon in the square of `size` du around `centre`.
    void icon(Icon icon, Vec2 centre, float size, Colour colour);
    /// A picture of `w` × `h` pixels: pixel for pixel where the rectangle is as large (or a pixel off), else stretched.
    void picture(Rect rect, PictureId id, int w, int h);
    /// The mark: a table seen from above with six people around it, `size` du across.
    void mark(Vec2 centre, float size);

    /// The palette everything is drawn in from now on.
    void set_contrast(Contrast contrast);
    float px_per_du() const;
    /// To whole pixels and back, so that edges are sharp.
    float snapped(float du) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ui
