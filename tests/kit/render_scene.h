// What the rendering tests share: an open typesetter, a canvas and pixels to draw into.
#pragma once

#include "ui/kit/canvas.h"
#include "ui/kit/raster.h"

#include <doctest/doctest.h>

namespace rendering {

inline constexpr char const* font_folder = "/usr/share/fonts/opentype/inter";

struct Sheet {
    explicit Sheet(int width, int height)
        : w(width), h(height), pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}
    ui::Pixels view() { return {pixels.data(), w, h, w}; }
    std::uint32_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)];
    }
    int w, h;
    std::vector<std::uint32_t> pixels;
};

struct Scene {
    explicit Scene(int atlas_side = 1024, int largest = 1024) : atlas(atlas_side, largest) {
        auto opened = ui::Typesetter::open(font_folder, atlas);
        REQUIRE(opened.has_value());
        type = std::move(*opened);
        canvas = std::make_unique<ui::Canvas>(*type);
    }
    ui::Atlas atlas;
    std::unique_ptr<ui::Typesetter> type;
    std::unique_ptr<ui::Canvas> canvas;
};

} // namespace rendering
