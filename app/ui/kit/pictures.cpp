#include "ui/kit/pictures.h"

#include "ui/kit/bake.h"

#include <algorithm>
#include <cassert>

namespace ui {

namespace {

std::uint32_t& at(Picture& picture, int x, int y) {
    return picture
        .pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.w) + static_cast<std::size_t>(x)];
}

void round_corners(Picture& picture, int radius) {
    radius = std::min({radius, picture.w / 2, picture.h / 2});
    if (radius < 1)
        return;
    Coverage disc = bake_disc(2 * radius);
    for (int y = 0; y < 2 * radius; ++y)
        for (int x = 0; x < 2 * radius; ++x) {
            int const to_x = x < radius ? x : picture.w - 2 * radius + x;
            int const to_y = y < radius ? y : picture.h - 2 * radius + y;
            auto& pixel = at(picture, to_x, to_y);
            pixel = (pixel & 0xFFFFFFU) | static_cast<std::uint32_t>(disc.at(x, y)) << 24U;
        }
}

} // namespace

Picture picture_of(int w, int h, std::vector<std::uint8_t> const& rgb, int radius) {
    Picture picture{w, h, {}};
    std::size_t const count = static_cast<std::size_t>(w) * static_cast<std::size_t>(h);
    assert(rgb.size() == 3 * count);
    picture.pixels.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        picture.pixels.push_back(0xFF000000U | static_cast<std::uint32_t>(rgb[3 * i] << 16 | rgb[3 * i + 1] << 8) |
                                 rgb[3 * i + 2]);
    round_corners(picture, radius);
    return picture;
}

PictureId Pictures::add(Picture picture) {
    m_all.emplace(++m_last, std::move(picture));
    return m_last;
}

Picture const* Pictures::find(PictureId id) const {
    auto const found = m_all.find(id);
    return found == m_all.end() ? nullptr : &found->second;
}

} // namespace ui
