// Pictures in colour: pixel for pixel, cut, faded, rounded, and drawn again only when another takes their place.
#include "render_scene.h"

namespace {

using namespace ui;
using rendering::Scene;
using rendering::Sheet;

/// Every pixel another colour.
std::uint32_t paint(int x, int y) { return static_cast<std::uint32_t>(x * 5 << 16 | y * 5 << 8 | 77); }

Picture painted(int w, int h, int radius = 0) {
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            for (int shift : {16, 8, 0})
                rgb.push_back(static_cast<std::uint8_t>(paint(x, y) >> shift));
    return picture_of(w, h, rgb, radius);
}

struct Wall {
    Scene scene;
    Sheet sheet{200, 100};
    Pictures pictures;
    Raster raster;

    template <class Draw> std::vector<PixelRect> frame(Draw draw) {
        scene.canvas->begin({200, 100}, 1);
        scene.canvas->fill({0, 0, 200, 100}, rgb(0x102030));
        draw(*scene.canvas);
        auto const changed = raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view(), &pictures);
        return {changed.begin(), changed.end()};
    }
};

constexpr std::uint32_t ground = 0x102030;

} // namespace

TEST_CASE("a picture is drawn pixel for pixel, where it lies and nowhere else") {
    Wall wall;
    auto const id = wall.pictures.add(painted(40, 30));
    wall.frame([&](Canvas& canvas) { canvas.picture({10, 20, 40, 30}, id, 40, 30); });
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x) {
            bool const inside = x >= 10 && x < 50 && y >= 20 && y < 50;
            REQUIRE(wall.sheet.at(x, y) == (inside ? paint(x - 10, y - 20) : ground));
        }
}

TEST_CASE("a rectangle that is a pixel off does not blur a picture") {
    Wall wall;
    auto const id = wall.pictures.add(painted(40, 30));
    wall.frame([&](Canvas& canvas) { canvas.picture({10.4F, 20.4F, 40.3F, 29.3F}, id, 40, 30); });
    CHECK(wall.sheet.at(10, 20) == paint(0, 0));
    CHECK(wall.sheet.at(49, 49) == paint(39, 29));
}

TEST_CASE("a picture is cut by the clip, faded by the opacity and stretched where there is no other") {
    Wall wall;
    auto const id = wall.pictures.add(painted(40, 30));
    wall.frame([&](Canvas& canvas) {
        canvas.push_clip({20, 0, 10, 100});
        canvas.picture({10, 20, 40, 30}, id, 40, 30);
        canvas.pop_clip();
        canvas.picture({60, 0, 80, 60}, id, 40, 30);
        canvas.push_opacity(0);
        canvas.picture({150, 0, 40, 30}, id, 40, 30);
        canvas.pop_opacity();
    });
    CHECK(wall.sheet.at(19, 25) == ground);
    CHECK(wall.sheet.at(20, 25) == paint(10, 5));
    CHECK(wall.sheet.at(30, 25) == ground);
    CHECK(wall.sheet.at(60, 0) == paint(0, 0));
    CHECK(wall.sheet.at(139, 59) == paint(39, 29));
    CHECK(wall.sheet.at(160, 10) == ground);
}

TEST_CASE("half opaque, a picture lets half of the ground through") {
    Wall wall;
    auto const id = wall.pictures.add(picture_of(2, 1, {255, 255, 255, 0, 0, 0}, 0));
    wall.frame([&](Canvas& canvas) {
        canvas.push_opacity(0.5F);
        canvas.picture({0, 0, 2, 1}, id, 2, 1);
        canvas.pop_opacity();
    });
    CHECK(wall.sheet.at(0, 0) == 0x889098);
    CHECK(wall.sheet.at(1, 0) == 0x081018);
}

TEST_CASE("rounded corners show the ground") {
    Wall wall;
    auto const id = wall.pictures.add(painted(40, 30, 8));
    wall.frame([&](Canvas& canvas) { canvas.picture({0, 0, 40, 30}, id, 40, 30); });
    for (auto const& [x, y] : {std::pair{0, 0}, {39, 0}, {0, 29}, {39, 29}})
        CHECK(wall.sheet.at(x, y) == ground);
    CHECK(wall.sheet.at(20, 0) == paint(20, 0));
    CHECK(wall.sheet.at(0, 15) == paint(0, 15));
}

TEST_CASE("a picture is drawn again only when another takes its place") {
    Wall wall;
    auto const first = wall.pictures.add(painted(40, 30)), second = wall.pictures.add(painted(40, 30));
    CHECK(first != second);
    auto const draw = [&](PictureId id) {
        return wall.frame([&](Canvas& canvas) {
            canvas.push_clip({0, 0, 100, 100});
            canvas.picture({10, 20, 40, 30}, id, 40, 30);
            canvas.pop_clip();
        });
    };
    draw(first);
    CHECK(draw(first).empty());
    auto const changed = draw(second);
    REQUIRE(changed.size() == 1);
    CHECK(changed[0] == PixelRect{10, 20, 40, 30});
}

TEST_CASE("a picture that is not there leaves its place as it is") {
    Wall wall;
    auto const id = wall.pictures.add(painted(200, 100));
    wall.pictures.remove(id);
    CHECK(wall.pictures.find(id) == nullptr);
    wall.frame([&](Canvas& canvas) {
        canvas.picture({0, 0, 200, 100}, id, 200, 100);
        canvas.fill({0, 0, 10, 10}, rgb(0xABCDEF));
    });
    CHECK(wall.sheet.at(5, 5) == 0xABCDEF);
    CHECK(wall.sheet.at(100, 50) == ground);
}
