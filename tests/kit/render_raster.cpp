// The rasteriser held against arithmetic done by hand, and what is drawn in parts against the whole.
#include "render_scene.h"

#include "ui/kit/blend.h"
#include "ui/kit/picture.h"
#include "ui/kit/pictures.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <imgui_internal.h>
#include <random>
#include <unistd.h>

namespace {

using namespace ui;
using rendering::Scene;
using rendering::Sheet;

/// A frame drawn by `draw` onto a sheet, whole.
template <class Draw> Sheet drawn(Scene& scene, int w, int h, float scale, Draw draw) {
    Sheet sheet(w, h);
    Raster raster;
    scene.canvas->begin({static_cast<float>(w), static_cast<float>(h)}, scale);
    draw(*scene.canvas);
    raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view());
    return sheet;
}

int count(Sheet const& sheet, std::uint32_t colour) {
    return static_cast<int>(std::count(sheet.pixels.begin(), sheet.pixels.end(), colour));
}

} // namespace

TEST_CASE("blending rounds every channel to the nearest") {
    for (std::uint32_t alpha = 0; alpha < 256; alpha += 5) {
        for (std::uint32_t under = 0; under < 256; under += 3) {
            for (std::uint32_t colour = 0; colour < 256; colour += 7) {
                auto const wanted = static_cast<std::uint32_t>(
                    std::lround(static_cast<double>(colour * alpha + under * (255 - alpha)) / 255.0));
                std::uint32_t const got = over(under << 16U | under << 8U | under,
                                               colour << 16U | colour << 8U | colour, alpha);
                REQUIRE(got == (wanted << 16U | wanted << 8U | wanted));
            }
        }
    }
}

TEST_CASE("rectangles cover whole pixels and clips cut them") {
    Scene scene;
    Sheet const sheet = drawn(scene, 40, 30, 1, [](Canvas& canvas) {
        canvas.fill({0, 0, 40, 30}, rgb(0x101010));
        canvas.fill({4.4F, 5.4F, 10, 10}, rgb(0xFF0000)); // snapped to 4, 5
        canvas.push_clip({20, 0, 10, 30});
        canvas.fill({0, 25, 40, 2}, rgb(0x00FF00));
        canvas.push_clip({0, 0, 25, 30}); // within the clip outside it
        canvas.fill({0, 10, 40, 1}, rgb(0x0000FF));
        canvas.pop_clip();
        canvas.pop_clip();
        canvas.fill({38, 28, 10, 10}, rgb(0xFFFFFF));
    });
    CHECK(count(sheet, 0xFF0000) == 100);
    CHECK(sheet.at(4, 5) == 0xFF0000);
    CHECK(sheet.at(14, 15) == 0x101010);
    CHECK(count(sheet, 0x00FF00) == 20);
    CHECK(count(sheet, 0x0000FF) == 5);
    CHECK(sheet.at(24, 10) == 0x0000FF);
    CHECK(count(sheet, 0xFFFFFF) == 4);
}

TEST_CASE("opacity multiplies and layers lie over each other") {
    Scene scene;
    Sheet const sheet = drawn(scene, 8, 8, 1, [](Canvas& canvas) {
        canvas.on(Layer::Touch);
        canvas.fill({4, 0, 4, 8}, rgb(0x0000FF));
        canvas.on(Layer::Board);
        canvas.fill({0, 0, 8, 8}, rgb(0xFF0000));
        canvas.push_opacity(0.5F);
        canvas.push_opacity(0.5F);
        canvas.fill({0, 0, 8, 8}, rgb(0x000000));
        canvas.pop_opacity();
        canvas.pop_opacity();
        canvas.fill({0, 6, 8, 2}, colour::clear);
    });
    CHECK(sheet.at(0, 0) == over(0xFF0000, 0, 64));
    CHECK(sheet.at(0, 7) == over(0xFF0000, 0, 64));
    CHECK(sheet.at(5, 5) == 0x0000FF);
}

TEST_CASE("round shapes have the area of their arithmetic and are symmetrical") {
    Scene scene;
    struct Row {
        std::string name;
        double area;
        void (*draw)(Canvas&);
    };
    double const pi = 3.14159265;
    Row const rows[] = {
        {"disc", pi * 30 * 30,
         [](Canvas& c) {
             c.disc({50, 50}, 30, rgb(0xFFFFFF));
         }},
        {"large disc", pi * 30 * 30,
         [](Canvas& c) {
             c.ellipse({50, 50}, {30, 30}, rgb(0xFFFFFF));
         }},
        {"ring", pi * (30 * 30 - 26 * 26),
         [](Canvas& c) {
             c.ring({50, 50}, 30, 4, rgb(0xFFFFFF));
         }},
        {"ellipse ring", pi * (30 * 30 - 26 * 26),
         [](Canvas& c) {
             c.ellipse_ring({50, 50}, {30, 30}, 4, rgb(0xFFFFFF));
         }},
        {"rounded", 60 * 40 - (4 - pi) * 100,
         [](Canvas& c) {
             c.rounded({20, 30, 60, 40}, 10, rgb(0xFFFFFF));
         }},
        {"pill", 40 * 20 + pi * 100,
         [](Canvas& c) {
             c.rounded({20, 40, 60, 20}, 99, rgb(0xFFFFFF));
         }},
        {"outline", 60 * 40 - 56 * 36 - (4 - pi) * (100 - 64),
         [](Canvas& c) {
             c.outline({20, 30, 60, 40}, 10, 2, rgb(0xFFFFFF));
         }},
        {"slanted line", 50 * 6 + pi * 9,
         [](Canvas& c) {
             c.line({35, 30}, {65, 70}, 6, rgb(0xFFFFFF));
         }},
        {"point", pi * 16,
         [](Canvas& c) {
             c.polyline(std::array{Vec2{50, 50}}, 8, rgb(0xFFFFFF));
         }},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Sheet const sheet = drawn(scene, 100, 100, 1, row.draw);
        double area = 0;
        int lopsided = 0;
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x) {
                area += (sheet.at(x, y) & 0xFF) / 255.0;
                lopsided += std::abs(static_cast<int>(sheet.at(x, y) & 0xFF) -
                                     static_cast<int>(sheet.at(99 - x, 99 - y) & 0xFF)) > 2
                                ? 1
                                : 0;
            }
        }
        CHECK(area == doctest::Approx(row.area).epsilon(0.02));
        CHECK(lopsided == 0); // turned half round, it is the same
    }
}

TEST_CASE("neighbouring triangles leave no gap and draw no pixel twice") {
    Scene scene;
    scene.canvas->begin({64, 64}, 1);
    ImDrawData data = *scene.canvas->finish();
    ImDrawListSharedData shared;
    shared.TexUvWhitePixel = {scene.atlas.white_uv().x, scene.atlas.white_uv().y};
    ImDrawList list(&shared);
    list._ResetForNewFrame();
    list.PushTextureID(ui::texture_of(ui::atlas_texture));
    list.Flags = ImDrawListFlags_None; // no soft rims, which would overlap
    list.PushClipRect({0, 0}, {64, 64});
    // A fan around a point that is on no pixel's centre, with edges level, upright and slanted.
    ImVec2 const middle{31.3F, 30.8F};
    std::array const rim = {ImVec2{0, 0},   ImVec2{31.3F, 0}, ImVec2{64, 0}, ImVec2{64, 30.8F},
                            ImVec2{64, 64}, ImVec2{22, 64},   ImVec2{0, 64}, ImVec2{0, 30.8F}};
    for (std::size_t i = 0; i < rim.size(); ++i) {
        list.AddTriangleFilled(middle, rim[i], rim[(i + 1) % rim.size()], IM_COL32(255, 255, 255, 128));
    }
    std::array lists = {&list};
    data.CmdLists = lists.data();
    data.CmdListsCount = 1;
    Sheet sheet(64, 64);
    Raster().draw(data, scene.atlas, sheet.view());
    CHECK(count(sheet, 0x808080) == 64 * 64);
}

TEST_CASE("a shadow darkens outside what casts it and fades to nothing") {
    Scene scene(2048);
    for (Shadow const kind : {Shadow::Resting, Shadow::Lifted}) {
        for (Rect const card : {Rect{200, 200, 200, 120}, Rect{200, 200, 40, 30}, Rect{150, 150, 333, 301}}) {
            CAPTURE(card.w);
            Sheet const sheet = drawn(scene, 640, 640, 1, [&](Canvas& canvas) {
                canvas.fill({0, 0, 640, 640}, colour::lane);
                canvas.shadow(card, radius::note, kind);
                canvas.rounded(card, radius::note, colour::white);
            });
            int const x = static_cast<int>(card.centre().x), below = static_cast<int>(card.bottom());
            auto const green = [&](int at_x, int at_y) { return static_cast<int>(sheet.at(at_x, at_y) >> 8U & 0xFFU); };
            CHECK(green(x, below) < 0xE6 - 6);
            CHECK(green(x, 639) == 0xE6);
            CHECK(green(0, 0) == 0xE6);
            for (int y = below; y + 1 < 640; ++y) {
                CHECK(green(x, y + 1) >= green(x, y)); // no seam
            }
            for (int side = 0; side < 640; ++side) { // mirrored to the pixel
                CHECK(sheet.at(x - side % 140, below + 4) ==
                      sheet.at(static_cast<int>(2 * card.centre().x) - 1 - (x - side % 140), below + 4));
            }
        }
    }
}

TEST_CASE("text is drawn and dashes have gaps") {
    Scene scene;
    Sheet const text = drawn(scene, 200, 60, 1, [&](Canvas& canvas) {
        canvas.fill({0, 0, 200, 60}, rgb(0xFFFFFF));
        canvas.paragraph(scene.type->lay("Idé", {}), {10, 10}, rgb(0));
    });
    CHECK(count(text, 0x000000) > 30);
    CHECK(count(text, 0xFFFFFF) > 10000);
    Sheet const dashes = drawn(scene, 200, 100, 1, [](Canvas& canvas) {
        canvas.dashed({10, 10, 180, 80}, 20, 4, rgb(0xFFFFFF));
    });
    int changes = 0;
    for (int x = 40; x < 160; ++x) {
        changes += (dashes.at(x, 12) > 0x808080) != (dashes.at(x + 1, 12) > 0x808080) ? 1 : 0;
    }
    CHECK(changes >= 10);
    CHECK(dashes.at(100, 50) == 0);
}

TEST_CASE("an atlas that is full grows and the next frame is complete") {
    Scene scene(64, 512);
    auto const frame = [&] {
        return drawn(scene, 300, 100, 1, [&](Canvas& canvas) {
            canvas.fill({0, 0, 300, 100}, rgb(0xFFFFFF));
            Setting wide;
            wide.type.size = 40;
            canvas.paragraph(scene.type->lay("Møde og runde", wide), {4, 4}, rgb(0));
            canvas.disc({250, 60}, 30, rgb(0xFF0000));
        });
    };
    Sheet const first = frame();
    CHECK(scene.canvas->incomplete());
    Sheet last = first;
    for (int i = 0; i < 4 && scene.canvas->incomplete(); ++i) {
        last = frame();
    }
    CHECK_FALSE(scene.canvas->incomplete());
    CHECK(scene.atlas.side() > 64);
    CHECK(count(last, 0x000000) > count(first, 0x000000));
    CHECK(last.at(250, 60) == 0xFF0000);
}

TEST_CASE("an atlas that can never hold a frame does not ask for one for ever") {
    Scene scene(64, 64);
    for (int i = 0; i < 3; ++i) {
        drawn(scene, 100, 100, 1, [](Canvas& canvas) { canvas.disc({50, 50}, 45, rgb(0xFF0000)); });
    }
    CHECK_FALSE(scene.canvas->incomplete());
}

TEST_CASE("the atlas gives places that do not overlap") {
    Atlas atlas(256, 256);
    std::mt19937 random(7);
    std::vector<Atlas::Slot> slots;
    while (!atlas.full()) {
        if (auto const slot = atlas.place(static_cast<int>(random() % 30) + 1, static_cast<int>(random() % 30) + 1)) {
            CHECK(slot->x + slot->w <= 256);
            CHECK(slot->y + slot->h <= 256);
            for (Atlas::Slot const& other : slots) {
                bool const apart = slot->x >= other.x + other.w || other.x >= slot->x + slot->w ||
                                   slot->y >= other.y + other.h || other.y >= slot->y + slot->h;
                REQUIRE(apart);
            }
            slots.push_back(*slot);
        }
    }
    CHECK(slots.size() > 60);
    CHECK(atlas.pixels()[0] == 255);
    auto const rows = atlas.take_dirty_rows();
    REQUIRE(rows.has_value());
    CHECK_FALSE(atlas.take_dirty_rows().has_value());
}

TEST_CASE("a picture file is a PNG of its pixels") {
    Sheet sheet(3, 2);
    auto const file = std::filesystem::temp_directory_path() / ("rundt-picture-" + std::to_string(getpid()) + ".png");
    REQUIRE(write_png(file, sheet.view()));
    std::array<char, 8> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    CHECK(std::string_view(head.data() + 1, 3) == "PNG");
    CHECK_FALSE(write_png("/nowhere/x.png", sheet.view()));
    std::filesystem::remove(file);
}
