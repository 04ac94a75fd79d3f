// Rectangles in design units (du): 1080 to the height of a landscape wall, to the width of a portrait one.
#pragma once

#include "ui/input.h"

#include <algorithm>

namespace ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(Rect const&) const = default;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Vec2 centre() const { return {x + w / 2, y + h / 2}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(Vec2 p) const { return p.x >= x && p.x < x + w && p.y >= y && p.y < y + h; }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect moved(Vec2 by) const { return {x + by.x, y + by.y, w, h}; }
    bool overlaps(Rect const& o) const { return x < o.x + o.w && o.x < x + w && y < o.y + o.h && o.y < y + h; }
    Rect clipped(Rect const& o) const {
        float const l = std::max(x, o.x), t = std::max(y, o.y);
        return {l, t, std::max(0.0F, std::min(right(), o.right()) - l),
                std::max(0.0F, std::min(bottom(), o.bottom()) - t)};
    }
    /// Cut a strip off this rectangle and return it.
    Rect cut_top(float height, float gap = 0) {
        Rect const r{x, y, w, height};
        y += height + gap, h -= height + gap;
        return r;
    }
    Rect cut_bottom(float height, float gap = 0) {
        Rect const r{x, y + h - height, w, height};
        h -= height + gap;
        return r;
    }
    Rect cut_left(float width, float gap = 0) {
        Rect const r{x, y, width, h};
        x += width + gap, w -= width + gap;
        return r;
    }
    Rect cut_right(float width, float gap = 0) {
        Rect const r{x + w - width, y, width, h};
        w -= width + gap;
        return r;
    }
};

} // namespace ui
