// What the canvas is made of: draw lists, clips and the arithmetic from du to whole pixels. Private to
// canvas*.cpp.
#pragma once

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"

#include <array>
#include <cmath>
#include <imgui_internal.h>

namespace ui {

/// Edges in whole pixels.
struct Box {
    int l = 0, t = 0, r = 0, b = 0;
    int w() const { return r - l; }
    int h() const { return b - t; }
};

inline int whole(float px) { return static_cast<int>(std::lround(px)); }
inline float f(int px) { return static_cast<float>(px); }
inline ImVec2 im(Vec2 v) { return {v.x, v.y}; }

struct Canvas::Impl {
    explicit Impl(Typesetter& typesetter);

    Typesetter& type;
    Shapes shapes;
    ImDrawListSharedData shared;
    std::array<std::unique_ptr<ImDrawList>, layer_count> lists;
    std::array<std::vector<Box>, layer_count> clips;
    std::array<ImDrawList*, layer_count> drawn{};
    std::vector<float> opacities;
    ImDrawData data;
    Layer layer = Layer::Board;
    float scale = 1;
    Contrast contrast = Contrast::Calm;
    bool cleared = false; ///< the atlas was, at the start of this frame

    ImDrawList& list() { return *lists[static_cast<std::size_t>(layer)]; }
    std::vector<Box>& clip_stack() { return clips[static_cast<std::size_t>(layer)]; }
    std::vector<Box> const& clip_stack() const { return clips[static_cast<std::size_t>(layer)]; }

    Box box(Rect const& rect) const {
        return {whole(rect.x * scale), whole(rect.y * scale), whole(rect.right() * scale),
                whole(rect.bottom() * scale)};
    }
    int thickness(float du) const { return std::max(1, whole(du * scale)); }
    /// Of an edge: stronger in high contrast.
    int edge(float du) const { return thickness(contrast == Contrast::High ? du + 1 : du); }
    int corner(Box const& box, float radius) const {
        return std::clamp(whole(radius * scale), 0, std::max(0, std::min(box.w(), box.h()) / 2));
    }
    ImU32 ink(Colour colour, float times = 1) const {
        Colour const c = shown_in(contrast, colour).faded(opacities.back() * times);
        return IM_COL32(c.rgba >> 24U, c.rgba >> 16U & 0xFFU, c.rgba >> 8U & 0xFFU, c.rgba & 0xFFU);
    }
    bool seen(Box const& b) const {
        Box const& clip = clip_stack().back();
        return b.l < b.r && b.t < b.b && b.l < clip.r && clip.l < b.r && b.t < clip.b && clip.t < b.b;
    }
    Vec2 uv(int x, int y) const { return type.atlas().uv(f(x), f(y)); }

    void quad(Box const& b, Vec2 uv0, Vec2 uv1, ImU32 colour) {
        if (seen(b) && (colour & IM_COL32_A_MASK) != 0) {
            list().PrimReserve(6, 4);
            list().PrimRectUV({f(b.l), f(b.t)}, {f(b.r), f(b.b)}, im(uv0), im(uv1), colour);
        }
    }
    void solid(Box const& b, ImU32 colour) { quad(b, type.atlas().white_uv(), type.atlas().white_uv(), colour); }
    /// The part of the slot from (x, y), drawn pixel for pixel.
    void blit(Box const& b, Atlas::Slot const& slot, int x, int y, ImU32 colour) {
        quad(b, uv(slot.x + x, slot.y + y), uv(slot.x + x + b.w(), slot.y + y + b.h()), colour);
    }
    /// The four quarters of a round slot into a box's corners.
    void corners(Box const& b, int r, Atlas::Slot const& slot, ImU32 colour) {
        blit({b.l, b.t, b.l + r, b.t + r}, slot, 0, 0, colour);
        blit({b.r - r, b.t, b.r, b.t + r}, slot, r, 0, colour);
        blit({b.l, b.b - r, b.l + r, b.b}, slot, 0, r, colour);
        blit({b.r - r, b.b - r, b.r, b.b}, slot, r, r, colour);
    }
    /// A baked round thing around a centre.
    void round(Vec2 centre, int diameter, std::optional<Atlas::Slot> const& slot, ImU32 colour) {
        if (slot) {
            int const l = whole(centre.x * scale - f(diameter) / 2), t = whole(centre.y * scale - f(diameter) / 2);
            blit({l, t, l + diameter, t + diameter}, *slot, 0, 0, colour);
        }
    }
    void shadow_cells(Box const& b, int r, Shapes::ShadowPlace const& place, ImU32 colour);
};

} // namespace ui
