// Only what changed is drawn, and the picture is the same as if everything had been.
#include "render_scene.h"

#include <array>
#include <random>
#include <thread>

namespace {

using namespace ui;
using rendering::Scene;
using rendering::Sheet;

/// A thing of a random scene, as a card or a key would be: its own clip, then shapes and text.
struct Thing {
    Rect rect;
    int look = 0;
    int layer = 0;
    std::string words;
    float opacity = 1;
};

class Storm {
  public:
    explicit Storm(unsigned seed) : m_random(seed) {
        for (int i = 0; i < 12; ++i) {
            m_things.push_back(thing());
        }
    }
    /// Something happens, or now and then nothing.
    void happen() {
        int const what = number(8);
        std::size_t const at = m_things.empty() ? 0
                                                : static_cast<std::size_t>(number(static_cast<int>(m_things.size())));
        if (m_things.empty() || what == 0) {
            m_things.insert(m_things.begin() + static_cast<std::ptrdiff_t>(at), thing());
        } else if (what == 1) {
            m_things.erase(m_things.begin() + static_cast<std::ptrdiff_t>(at));
        } else if (what == 2) {
            std::swap(m_things[at], m_things[static_cast<std::size_t>(number(static_cast<int>(m_things.size())))]);
        } else if (what == 3) {
            m_things[at].words += "æ";
        } else if (what == 4) {
            m_things[at].layer = number(layer_count);
        } else if (what == 5) {
            m_things[at].opacity = 0.25F * static_cast<float>(number(5));
        } else if (what == 6) {
            m_things[at].rect = m_things[at].rect.moved(
                {static_cast<float>(number(61)) - 30, static_cast<float>(number(61)) - 30});
        }
    }
    void draw(Scene& scene) const {
        scene.canvas->fill({0, 0, 640, 360}, colour::paper);
        for (Thing const& thing : m_things) {
            draw(scene, thing);
        }
    }

  private:
    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    Thing thing() {
        std::array const words = {"Ny idé", "Tjek ind", "Makkerpar på tværs", "08.12", ""};
        return {{static_cast<float>(number(640)) - 40, static_cast<float>(number(360)) - 40,
                 static_cast<float>(number(160)) + 8, static_cast<float>(number(120)) + 8},
                number(6),
                number(layer_count),
                words[static_cast<std::size_t>(number(5))],
                1};
    }
    static void draw(Scene& scene, Thing const& thing) {
        Canvas& canvas = *scene.canvas;
        Colour const paper = colour::notes[static_cast<std::size_t>(thing.look) % 5];
        canvas.on(static_cast<Layer>(thing.layer));
        canvas.push_clip(thing.rect.inset(-60));
        canvas.push_opacity(thing.opacity);
        canvas.shadow(thing.rect, 14, thing.look % 2 == 0 ? Shadow::Lifted : Shadow::Resting);
        canvas.rounded(thing.rect, 14, paper);
        if (thing.look == 1) {
            canvas.dashed(thing.rect, 14, 3, colour::coral);
        }
        if (thing.look == 2) {
            canvas.ellipse(thing.rect.centre(), {thing.rect.w * 0.7F, thing.rect.h * 0.4F}, colour::accent.faded(0.7F));
        }
        if (thing.look == 3) {
            canvas.polyline(std::array{Vec2{thing.rect.x, thing.rect.y}, thing.rect.centre(),
                                       Vec2{thing.rect.right(), thing.rect.y}},
                            7, colour::test);
        }
        canvas.icon(static_cast<Icon>(thing.look), thing.rect.centre(), 30, colour::ink);
        Setting setting;
        setting.width = thing.rect.w;
        canvas.paragraph(scene.type->lay(thing.words, setting), {thing.rect.x, thing.rect.y}, colour::ink);
        canvas.pop_opacity();
        canvas.pop_clip();
        canvas.on(Layer::Board);
    }

    std::mt19937 m_random;
    std::vector<Thing> m_things;
};

std::int64_t area(std::span<PixelRect const> rects) {
    std::int64_t sum = 0;
    for (PixelRect const& rect : rects) {
        sum += rect.area();
    }
    return sum;
}

/// One frame with a row of cards, the third at `x`.
ImDrawData* cards(Scene& scene, float x, bool swapped = false) {
    Canvas& canvas = *scene.canvas;
    canvas.begin({800, 400}, 1);
    canvas.fill({0, 0, 800, 400}, colour::paper);
    for (int i = 0; i < 6; ++i) {
        int const which = swapped && i < 2 ? 1 - i : i;
        Rect const rect{which == 3 ? x : 20 + 90 * static_cast<float>(which), which == 3 ? 200.0F : 20.0F, 110, 60};
        canvas.push_clip(rect);
        canvas.rounded(rect, 10, colour::notes[static_cast<std::size_t>(which) % 5]);
        canvas.pop_clip();
    }
    return canvas.finish();
}

} // namespace

TEST_CASE("what is drawn in parts is the picture drawn whole") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Scene scene(256, 1024); // small: it fills, grows and is cleared on the way
        Storm storm(seed);
        Sheet parts(640, 360), whole(640, 360);
        Raster raster;
        for (int frame = 0; frame < 60; ++frame) {
            CAPTURE(frame);
            storm.happen();
            scene.canvas->begin({640, 360}, 1);
            storm.draw(scene);
            ImDrawData const& data = *scene.canvas->finish();
            scene.type->end_frame();
            std::vector<std::uint32_t> patched = parts.pixels; // what changed lies within what was said to change
            auto const damaged = raster.draw(data, scene.atlas, parts.view());
            for (PixelRect const& rect : damaged) {
                for (int y = rect.y; y < rect.y + rect.h; ++y) {
                    std::copy_n(&parts.pixels[static_cast<std::size_t>(y * 640 + rect.x)], rect.w,
                                &patched[static_cast<std::size_t>(y * 640 + rect.x)]);
                }
            }
            Raster().draw(data, scene.atlas, whole.view());
            REQUIRE(parts.pixels == whole.pixels);
            REQUIRE(parts.pixels == patched);
        }
    }
}

TEST_CASE("any number of hands draw the same picture, parts that overlap too") {
    Scene scene(1024, 4096);
    Storm storm(7);
    constexpr int w = 1280, h = 720; // large enough to be shared
    Sheet alone(w, h), together(w, h);
    for (int const hands : {2, 3, 4}) {
        CAPTURE(hands);
        Raster one, several(hands);
        for (int frame = 0; frame < 30; ++frame) {
            CAPTURE(frame);
            for (int n = 0; n < 6; ++n)
                storm.happen();
            scene.canvas->begin({w, h}, 2);
            storm.draw(scene);
            ImDrawData const& data = *scene.canvas->finish();
            scene.type->end_frame();
            auto const damaged = one.draw(data, scene.atlas, alone.view());
            auto const shared = several.draw(data, scene.atlas, together.view());
            CHECK(std::equal(damaged.begin(), damaged.end(), shared.begin(), shared.end()));
            REQUIRE(together.pixels == alone.pixels);
        }
    }
}

TEST_CASE("a crew does each share once, round after round") {
    ui::Crew crew(3);
    std::array<int, 3> done{};
    for (int round = 0; round < 500; ++round)
        crew.all([&](int hand) { ++done[static_cast<std::size_t>(hand)]; });
    CHECK(done == std::array<int, 3>{500, 500, 500});
    std::thread::id here;
    ui::Crew(1).all([&](int hand) { here = hand == 0 ? std::this_thread::get_id() : here; });
    CHECK(here == std::this_thread::get_id());
}

TEST_CASE("an unchanged frame damages nothing and a moved card only its two places") {
    Scene scene;
    Sheet sheet(800, 400);
    Raster raster;
    CHECK(area(raster.draw(*cards(scene, 100), scene.atlas, sheet.view())) == 800 * 400);
    CHECK(raster.draw(*cards(scene, 100), scene.atlas, sheet.view()).empty());
    auto const near = raster.draw(*cards(scene, 110), scene.atlas, sheet.view());
    REQUIRE(near.size() == 1);
    CHECK(near[0] == PixelRect{100, 200, 120, 60});
    auto const far = raster.draw(*cards(scene, 600), scene.atlas, sheet.view());
    CHECK(far.size() == 2);
    CHECK(area(far) == 2 * 110 * 60);
}

TEST_CASE("things that change places are drawn again where they lie over each other") {
    Scene scene;
    Sheet sheet(800, 400);
    Raster raster;
    raster.draw(*cards(scene, 100), scene.atlas, sheet.view());
    std::uint32_t const before = sheet.at(120, 50); // two cards overlap here
    auto const damaged = raster.draw(*cards(scene, 100, true), scene.atlas, sheet.view());
    CHECK(area(damaged) == 110 * 60);
    CHECK(sheet.at(120, 50) != before);
}

TEST_CASE("forgetting and another size draw everything") {
    Scene scene;
    Sheet sheet(800, 400), smaller(700, 400);
    Raster raster;
    ImDrawData const* data = cards(scene, 100);
    raster.draw(*data, scene.atlas, sheet.view());
    raster.forget();
    CHECK(area(raster.draw(*data, scene.atlas, sheet.view())) == 800 * 400);
    CHECK(area(raster.draw(*data, scene.atlas, smaller.view())) == 700 * 400);
}

TEST_CASE("many scattered changes become a handful of rectangles") {
    Scene scene;
    Sheet sheet(1000, 1000);
    Raster raster;
    for (int frame = 0; frame < 2; ++frame) {
        scene.canvas->begin({1000, 1000}, 1);
        scene.canvas->fill({0, 0, 1000, 1000}, colour::paper);
        for (int i = 0; i < 100; ++i) {
            Rect const rect{static_cast<float>(i % 10) * 100, static_cast<float>(i / 10) * 100, 10, 10};
            scene.canvas->push_clip(rect);
            scene.canvas->fill(rect, frame == 0 ? colour::test : colour::coral);
            scene.canvas->pop_clip();
        }
        auto const damaged = raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view());
        CHECK(damaged.size() <= 8);
    }
    CHECK(sheet.at(905, 905) == 0xC9523A);
    CHECK(sheet.at(5, 5) == 0xC9523A);
}
