// A sheet of everything the kit can draw, written beside the test program for looking at; the test holds that
// every thing on it leaves its mark.
#include "render_scene.h"

#include "ui/kit/picture.h"

#include <array>
#include <cmath>
#include <filesystem>

namespace {

using namespace ui;
using rendering::Scene;
using rendering::Sheet;

constexpr int last_icon = static_cast<int>(Icon::Warning);

class Specimen {
  public:
    Specimen(Scene& scene) : m_canvas(*scene.canvas), m_type(*scene.type), m_theme(Theme::fit(0.634F, 1, 0)) {}

    void draw() {
        m_canvas.fill({0, 0, 1920, 1080}, colour::paper);
        header();
        icons();
        cards();
        shapes();
        types();
        pads();
    }

  private:
    void text(std::string_view words, Vec2 at, Type const& type, Colour colour, float width = 0, int lines = 0) {
        m_canvas.paragraph(m_type.lay(words, {type, width, lines, Align::Left}), at, colour);
    }
    void centred(std::string_view words, Rect rect, Type const& type, Colour colour) {
        Paragraph const& line = m_type.lay(words, {type, 0, 1, Align::Left});
        m_canvas.paragraph(
            line, {rect.centre().x - line.width / 2, rect.centre().y + line.cap_height / 2 - line.ascent}, colour);
    }
    void header() {
        m_canvas.mark({68, 54}, 60);
        text("Mindre ventetid, mere overblik", {128, 14}, m_theme.title, colour::ink);
        text("Jobcenter Nord · Sagsbehandling", {128, 61}, m_theme.label, colour::soft);
        Rect const pill{1370, 22, 366, 60};
        m_canvas.rounded(pill, 30, colour::white);
        m_canvas.outline(pill, 30, 2, colour::line);
        m_canvas.icon(Icon::Pulse, {1412, 52}, 36, colour::test);
        centred("Arbejdspres 3,4", {1440, 22, 200, 60}, m_theme.label, colour::test);
        centred("▼ 0,3", {1640, 22, 80, 60}, m_theme.label, colour::scale);
        centred("09.42", {1764, 22, 120, 60}, m_theme.clock, colour::ink);
    }
    void icons() {
        m_canvas.rounded({36, 112, 900, 300}, radius::lane, colour::lane);
        for (int i = 0; i <= last_icon; ++i) {
            float const x = 90 + 88 * static_cast<float>(i % 10), y = 150 + 72 * static_cast<float>(i / 10);
            m_canvas.icon(static_cast<Icon>(i), {x, y}, 42, colour::ink);
        }
    }
    void card(Rect rect, Colour colour, Shadow shadow) {
        m_canvas.shadow(rect, radius::note, shadow);
        m_canvas.rounded(rect, radius::note, colour);
    }
    void cards() {
        m_canvas.rounded({36, 430, 900, 400}, radius::lane, colour::lane);
        m_canvas.rounded({58, 452, 14, 36}, 7, colour::idea);
        text("Idé", {86, 450}, m_theme.heading, colour::ink);
        text("8", {148, 456}, m_theme.label, colour::soft);
        float x = 58;
        std::array const words = {"Fast telefontid, så vi kan arbejde uforstyrret om formiddagen",
                                  "Fælles svarskabeloner til de ti hyppigste spørgsmål"};
        for (std::size_t i = 0; i < 2; ++i) {
            Rect const rect{x, 512, 375, 176};
            card(rect, colour::notes[i == 0 ? 0 : 4], Shadow::Resting);
            text(words[i], {x + 18, 528}, m_theme.card, colour::ink, 339, 3);
            for (int dot = 0; dot < 5 - static_cast<int>(i); ++dot) {
                m_canvas.disc({x + 26 + 21 * static_cast<float>(dot), 656}, 8, colour::accent);
            }
            m_canvas.disc({x + 338, 656}, 19, colour::people[i]);
            Type small = m_theme.label;
            small.size = 16;
            centred(i == 0 ? "MK" : "SA", {x + 318, 636, 40, 40}, small, colour::white);
            x += 393;
        }
        card({500, 700, 360, 100}, colour::notes[2], Shadow::Lifted);
        text("Løftet: makkerpar på tværs af teams", {518, 716}, m_theme.card, colour::ink, 330, 2);
    }
    void shapes() {
        Rect const card{960, 112, 924, 300};
        m_canvas.shadow(card, radius::card, Shadow::Resting);
        m_canvas.rounded(card, radius::card, colour::white);
        m_canvas.rounded_top({960, 112, 924, 14}, radius::card, colour::coral);
        for (int i = 0; i < 5; ++i) {
            float const x = 1010 + 90 * static_cast<float>(i);
            m_canvas.dashed_ring({x, 180}, 23, 4, colour::ink.faded(0.35F));
            m_canvas.ring({x, 240}, 20 + static_cast<float>(i), 3 + static_cast<float>(i), colour::people[i]);
            m_canvas.disc({x, 300}, 10 + 4 * static_cast<float>(i), colour::people[i]);
        }
        std::array<Vec2, 6> points;
        std::array<float, 6> const values = {5.4F, 5.1F, 4.4F, 3.9F, 3.2F, 2.8F};
        for (std::size_t i = 0; i < points.size(); ++i) {
            points[i] = {1500 + 68 * static_cast<float>(i), 420 - 50 * values[i]};
        }
        for (float y = 160; y < 300; y += 40) {
            m_canvas.line({1480, y}, {1860, y}, 1, colour::line);
        }
        m_canvas.polyline(points, 5, colour::coral);
        for (Vec2 const point : points) {
            m_canvas.disc(point, 9, colour::coral);
        }
        std::vector<Vec2> ink;
        for (float t = 0; t < 60; ++t) {
            ink.push_back({1010 + t * 7, 365 + 22 * std::sin(t * 0.4F)});
        }
        m_canvas.polyline(ink, 5, colour::ink);
        m_canvas.polyline(std::array{Vec2{1500, 340}, Vec2{1560, 390}, Vec2{1580, 330}, Vec2{1640, 380}}, 8,
                          colour::test);
        m_canvas.ellipse({1770, 350}, {90, 42}, colour::accent);
        m_canvas.ellipse_ring({1770, 350}, {84, 37}, 2, colour::test);
    }
    void button(Rect rect, std::string_view words, Icon icon, bool primary) {
        m_canvas.rounded(rect, radius::button, primary ? colour::accent : colour::white);
        if (!primary) {
            m_canvas.outline(rect, radius::button, 2, colour::line);
        }
        Colour const ink = primary ? colour::white : colour::ink;
        m_canvas.icon(icon, {rect.x + 58, rect.centre().y}, 42, ink);
        centred(words, {rect.x + 84, rect.y, rect.w - 100, rect.h}, m_theme.button, ink);
    }
    void types() {
        text("Sparet indtil nu", {960, 430}, m_theme.heading, colour::ink);
        Type huge = m_theme.figure;
        huge.size = 110;
        text("412.000 kr.", {960, 466}, huge, colour::scale);
        text("≈ 760.000 kr./år   1.140 timer frigjort   6 teams", {960, 606}, m_theme.body, colour::soft);
        text("Lægger læreren æblegrød på åen? “hvem ved hvad” – 9–10 → ≤ 10", {960, 648}, m_theme.body, colour::ink);
        text("abcdefghijklmnopqrstuvwxyzæøå ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", {960, 690}, m_theme.small, colour::soft);
        text("Lidt мир 😀 مرحبا", {960, 730}, m_theme.body, colour::ink);
        text("Denne sætning er så lang, at den må ende i en ellipse, for der er kun plads til to linjer her på arket",
             {960, 770}, m_theme.card, colour::ink, 420, 2);
        Rect const good{1480, 740, 180, 90};
        m_canvas.rounded(good, radius::button, colour::scale_ground);
        m_canvas.outline(good, radius::button, 5, colour::scale);
        m_canvas.icon(Icon::Happy, {1570, 785}, 60, colour::ink);
        m_canvas.dashed({1690, 740, 190, 90}, radius::button, 2, colour::line);
    }
    void pads() {
        float x = 36;
        std::array<std::string_view, 6> const words = {"Ny idé", "Stem", "Tjek ind", "Runde", "Møde", "Udbytte"};
        for (int i = 0; i < 6; ++i) {
            button({x, 852, 230, 100}, words[static_cast<std::size_t>(i)], static_cast<Icon>(i), i == 0);
            x += 248;
        }
        Type clock = m_theme.clock;
        clock.size = 90;
        clock.weight = Weight::Bold;
        m_canvas.rounded({36, 966, 1848, 104}, radius::lane, rgb(0x14252C));
        text("13.05", {66, 962}, clock, rgb(0xF5F1E8));
        text("mandag 23. november · uge 48", {380, 996}, m_theme.heading, rgb(0xB9C8C9));
        m_canvas.dashed({1560, 852, 324, 100}, radius::button, 4, colour::line);
        m_canvas.push_opacity(0.45F);
        m_canvas.disc({1300, 1018}, 36, colour::people[0]);
        m_canvas.disc({1390, 1018}, 36, colour::people[2]);
        m_canvas.pop_opacity();
    }

    Canvas& m_canvas;
    Typesetter& m_type;
    Theme m_theme;
};

Sheet drawn(int width, int height, float px_per_du) {
    Scene scene(2048, 4096);
    Sheet sheet(width, height);
    Raster raster;
    scene.canvas->begin({static_cast<float>(width), static_cast<float>(height)}, px_per_du);
    Specimen(scene).draw();
    raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view());
    CHECK_FALSE(scene.canvas->incomplete());
    return sheet;
}

} // namespace

TEST_CASE("the sheet of all shapes and types is drawn") {
    Sheet sheet = drawn(1920, 1080, 1);
    CHECK(sheet.at(2, 2) == 0xF5F1E8);
    CHECK(sheet.at(68, 54) == 0x1D4757);
    CHECK(sheet.at(600, 790) == 0xF7C4CF);
    auto const beside_the_program = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    REQUIRE(write_png(beside_the_program / "render_sheet.png", sheet.view()));
}

TEST_CASE("every icon leaves ink inside its square and none outside") {
    for (int i = 0; i <= last_icon; ++i) {
        CAPTURE(i);
        Scene scene;
        Sheet sheet(80, 80);
        Raster raster;
        scene.canvas->begin({80, 80}, 1);
        scene.canvas->fill({0, 0, 80, 80}, rgb(0xFFFFFF));
        scene.canvas->icon(static_cast<Icon>(i), {40, 40}, 48, rgb(0));
        raster.draw(*scene.canvas->finish(), scene.atlas, sheet.view());
        int inside = 0, outside = 0;
        for (int y = 0; y < 80; ++y) {
            for (int x = 0; x < 80; ++x) {
                bool const within = x >= 16 && x < 64 && y >= 16 && y < 64;
                (within ? inside : outside) += sheet.at(x, y) < 0x808080 ? 1 : 0;
            }
        }
        CHECK(inside > 100);
        CHECK(outside == 0);
    }
}
