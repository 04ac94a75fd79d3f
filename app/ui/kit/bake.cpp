// Coverage from signed distances: half a pixel on either side of an edge goes from nothing to all.
#include "ui/kit/bake.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float icon_grid = 24;

float square(Vec2 v) { return v.x * v.x + v.y * v.y; }
float length(Vec2 v) { return std::sqrt(square(v)); }

/// A fraction as a byte, to the nearest.
std::uint8_t byte_of(float fraction) { return static_cast<std::uint8_t>(fraction * 255 + 0.5F); }

std::uint8_t covered(float outside) { return byte_of(std::clamp(0.5F - outside, 0.0F, 1.0F)); }

/// `outside` gives the distance (pixels) from the shape, negative within.
template <class Distance> Coverage bake(int w, int h, Distance outside) {
    Coverage picture(w, h);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            picture.at(x, y) = covered(outside(Vec2{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}));
        }
    }
    return picture;
}

float square_from_segment(Vec2 p, Vec2 a, Vec2 b) {
    Vec2 const along = b - a, to = p - a;
    float const whole = square(along);
    float const t = whole > 0 ? std::clamp((to.x * along.x + to.y * along.y) / whole, 0.0F, 1.0F) : 0.0F;
    return square(to - along * t);
}

bool inside(Vec2 p, std::span<Vec2 const> outline) {
    bool within = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        Vec2 const a = outline[i], b = outline[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            within = !within;
        }
    }
    return within;
}

float from_path(Vec2 p, IconPath const& path) {
    if (path.filled && inside(p, path.points)) {
        return -1000;
    }
    float nearest = 1000;
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        nearest = std::min(nearest, square_from_segment(p, path.points[i > 0 ? i - 1 : 0], path.points[i]));
    }
    return std::sqrt(nearest) - path.width / 2;
}

/// A picture in fractions, for blurring.
struct Field {
    int w, h;
    std::vector<float> values;

    Field(int width, int height)
        : w(width), h(height), values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}
    float& at(int x, int y) {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)];
    }
};

void box(float* line, int count, int step, int half, std::vector<float>& copy) {
    copy.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        copy[static_cast<std::size_t>(i)] = line[i * step];
    }
    auto const value = [&](int i) { return i < 0 || i >= count ? 0.0F : copy[static_cast<std::size_t>(i)]; };
    double sum = 0;
    for (int i = -half; i < half; ++i) {
        sum += static_cast<double>(value(i));
    }
    for (int i = 0; i < count; ++i) {
        sum += static_cast<double>(value(i + half));
        line[i * step] = static_cast<float>(sum / (2 * half + 1));
        sum -= static_cast<double>(value(i - half));
    }
}

// Three boxes are a bell to within a level of eight bits, at a cost that does not grow with the blur.
int box_half(float blur) {
    float const deviation = blur / 2;
    float const width = deviation * 3 * std::sqrt(2 * pi) / 4;
    return std::max(0, static_cast<int>(std::lround((width - 1) / 2)));
}

void blur(Field& field, int half) {
    std::vector<float> copy;
    for (int pass = 0; pass < 3 && half > 0; ++pass) {
        for (int y = 0; y < field.h; ++y) {
            box(&field.at(0, y), field.w, 1, half, copy);
        }
        for (int x = 0; x < field.w; ++x) {
            box(&field.at(x, 0), field.h, field.w, half, copy);
        }
    }
}

float from_rounded(Vec2 p, Rect const& rect, float radius) {
    Vec2 const centre = rect.centre();
    float const dx = std::abs(p.x - centre.x) - rect.w / 2 + radius;
    float const dy = std::abs(p.y - centre.y) - rect.h / 2 + radius;
    return std::min(std::max(dx, dy), 0.0F) + length({std::max(dx, 0.0F), std::max(dy, 0.0F)}) - radius;
}

Field blurred_rounded(int w, int h, Rect const& rect, float radius, int half) {
    Field field(w, h);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            Vec2 const centre{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
            field.at(x, y) = std::clamp(0.5F - from_rounded(centre, rect, radius), 0.0F, 1.0F);
        }
    }
    blur(field, half);
    return field;
}

std::vector<float> blurred_span(int count, int begin, int length, int half) {
    std::vector<float> line(static_cast<std::size_t>(count)), copy;
    std::fill_n(line.begin() + begin, length, 1.0F);
    for (int pass = 0; pass < 3; ++pass) {
        box(line.data(), count, 1, half, copy);
    }
    return line;
}

// A blur that swallows the round corners is that of a plain rectangle: the product of two lines.
Field blurred_rect(int w, int h, Rect const& rect, int half) {
    auto const across = blurred_span(w, static_cast<int>(rect.x), static_cast<int>(rect.w), half);
    auto const down = blurred_span(h, static_cast<int>(rect.y), static_cast<int>(rect.h), half);
    Field field(w, h);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            field.at(x, y) = across[static_cast<std::size_t>(x)] * down[static_cast<std::size_t>(y)];
        }
    }
    return field;
}

Field soft_layer(int w, int h, Rect rect, int radius, ShadowLayer const& layer) {
    rect.y += std::round(layer.drop);
    int const half = box_half(layer.blur);
    return half > radius ? blurred_rect(w, h, rect, half)
                         : blurred_rounded(w, h, rect, static_cast<float>(radius), half);
}

} // namespace

Coverage bake_disc(int diameter) {
    float const r = static_cast<float>(diameter) / 2;
    return bake(diameter, diameter, [r](Vec2 p) { return length(p - Vec2{r, r}) - r; });
}

Coverage bake_ring(int diameter, int thickness) {
    float const r = static_cast<float>(diameter) / 2, band = static_cast<float>(thickness);
    return bake(diameter, diameter, [r, band](Vec2 p) {
        float const from_rim = length(p - Vec2{r, r}) - r;
        return std::max(from_rim, -from_rim - band);
    });
}

Coverage bake_dashed_ring(int diameter, int thickness) {
    float const r = static_cast<float>(diameter) / 2, band = static_cast<float>(thickness);
    float const middle = r - band / 2;
    float const dashes = std::max(3.0F, std::round(2 * pi * middle / (4.2F * band)));
    float const period = 2 * pi / dashes;
    return bake(diameter, diameter, [=](Vec2 p) {
        Vec2 const from = p - Vec2{r, r};
        float const from_rim = length(from) - r;
        float const turn = std::atan2(from.y, from.x) + pi;
        float const off = std::abs(turn - period * (std::floor(turn / period) + 0.5F)) - period * 0.28F;
        return std::max({from_rim, -from_rim - band, off * middle});
    });
}

int shadow_reach(std::span<ShadowLayer const> layers) {
    int reach = 0;
    for (ShadowLayer const& layer : layers) {
        reach = std::max(reach, 3 * box_half(layer.blur) + static_cast<int>(std::lround(layer.drop)) + 1);
    }
    return reach;
}

BakedShadow bake_shadow(int w, int h, int radius, std::span<ShadowLayer const> layers) {
    int const reach = shadow_reach(layers);
    int const all_w = w + 2 * reach, all_h = h + 2 * reach;
    auto const px = [](int n) { return static_cast<float>(n); };
    int const half_w = (all_w + 1) / 2;
    Field dark(half_w, all_h);
    float most = 0;
    for (ShadowLayer const& layer : layers) {
        Field soft = soft_layer(all_w, all_h, {px(reach), px(reach), px(w), px(h)}, radius, layer);
        for (int y = 0; y < all_h; ++y) {
            for (int x = 0; x < half_w; ++x) {
                float& value = dark.at(x, y);
                value = 1 - (1 - value) * (1 - layer.opacity * soft.at(x, y));
                most = std::max(most, value);
            }
        }
    }
    BakedShadow baked{Coverage(half_w, all_h), most};
    std::transform(dark.values.begin(), dark.values.end(), baked.picture.bytes.begin(),
                   [most](float value) { return byte_of(value / most); });
    return baked;
}

Coverage bake_icon(std::span<IconPath const> paths, int side) {
    float const unit = static_cast<float>(side) / icon_grid;
    return bake(side, side, [=](Vec2 p) {
        float nearest = 1000;
        for (IconPath const& path : paths) {
            nearest = std::min(nearest, from_path(p * (1 / unit), path));
        }
        return nearest * unit;
    });
}

} // namespace ui
