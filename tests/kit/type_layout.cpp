// Facts of laid-out text: where lines break, what is left out, where carets stand.
#include "render_scene.h"

#include <algorithm>
#include <random>

namespace {

using namespace ui;
using rendering::Scene;

Setting setting(float width = 0, int max_lines = 0, Align align = Align::Left) {
    Setting made;
    made.type.size = 26;
    made.width = width, made.max_lines = max_lines, made.align = align;
    return made;
}

std::vector<std::string> lines_of(std::string const& text, Paragraph const& paragraph) {
    std::vector<std::string> lines;
    for (Line const& line : paragraph.lines) {
        lines.push_back(
            text.substr(static_cast<std::size_t>(line.begin), static_cast<std::size_t>(line.end - line.begin)));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("lines break where the language allows and never run wide") {
    Scene scene;
    struct Row {
        char const* text;
        float width;
        Lines lines;
    };
    Row const rows[] = {
        {"", 200, {""}},
        {"Idé", 200, {"Idé"}},
        {"Fast telefontid, så vi kan arbejde uforstyrret om formiddagen",
         339,
         {"Fast telefontid, så vi kan", "arbejde uforstyrret om", "formiddagen"}},
        {"boligstøtte-spørgsmål", 200, {"boligstøtte-", "spørgsmål"}},
        {"en\nto", 0, {"en", "to"}},
        {"en\n\nto", 300, {"en", "", "to"}},
        {"en\n", 300, {"en", ""}},
        {"to ord", 0, {"to ord"}},
        {"mange   blanke", 120, {"mange", "blanke"}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.text);
        Paragraph const& laid = scene.type->lay(row.text, setting(row.width));
        CHECK(lines_of(row.text, laid) == row.lines);
        CHECK(laid.height == doctest::Approx(laid.line_height * static_cast<float>(row.lines.size())));
        CHECK_FALSE(laid.cut);
        if (row.width > 0) {
            CHECK(laid.width <= row.width + 0.1F);
        }
    }
}

TEST_CASE("a word longer than the line is cut between graphemes") {
    Scene scene;
    std::string const word = "aftalebehandlingsfrister";
    Paragraph const& laid = scene.type->lay(word, setting(100));
    CHECK(laid.lines.size() >= 3);
    CHECK(laid.width <= 100.1F);
    std::string joined;
    for (auto const& line : lines_of(word, laid)) {
        joined += line;
    }
    CHECK(joined == word);

    std::string const accents = "e\u0301e\u0301e\u0301e\u0301"; // four graphemes of three bytes
    Paragraph const& thin = scene.type->lay(accents, setting(1));
    CHECK(lines_of(accents, thin) == Lines(4, "e\u0301"));
}

TEST_CASE("what has no room ends in an ellipsis") {
    Scene scene;
    std::string const text = "Denne sætning er for lang til de to linjer, der er plads til her";
    Paragraph const& whole = scene.type->lay(text, setting(300));
    Paragraph const& cut = scene.type->lay(text, setting(300, 2));
    REQUIRE(whole.lines.size() > 2);
    CHECK(cut.cut);
    CHECK(cut.lines.size() == 2);
    CHECK(cut.lines[0].end == whole.lines[0].end);
    CHECK(cut.width <= 300.1F);
    CHECK(cut.lines[1].width > scene.type->width("…", setting().type));
    CHECK(cut.stops.back().byte == cut.lines[1].end);

    CHECK_FALSE(scene.type->lay("kort", setting(300, 1)).cut);
    Paragraph const& fed = scene.type->lay("en\nto", setting(300, 1));
    CHECK(fed.cut);
    CHECK(fed.lines[0].width == doctest::Approx(scene.type->width("en…", setting().type)).epsilon(0.02));
    CHECK(scene.type->lay("bred", setting(1, 1)).lines.size() == 1); // no room even for the ellipsis

    std::string const stop = "pr. medarbejder pr. dag"; // no full stop before the ellipsis
    float const room = scene.type->width("pr. medarbejder pr.…", setting().type) + 1;
    CHECK(lines_of(stop, scene.type->lay(stop, setting(room, 1))) == Lines{"pr. medarbejder pr"});
}

TEST_CASE("a caret stands at every grapheme boundary of what is shown") {
    Scene scene;
    struct Row {
        char const* text;
        float width;
        std::vector<int> bytes, lines;
    };
    Row const rows[] = {
        {"", 0, {0}, {0}},
        {"blå", 0, {0, 1, 2, 4}, {0, 0, 0, 0}},
        {"e\u0301x", 0, {0, 3, 4}, {0, 0, 0}},
        {"a\nb", 0, {0, 1, 2, 3}, {0, 0, 1, 1}},
        {"a\n", 0, {0, 1, 2}, {0, 0, 1}},
        {"ab cd", 40, {0, 1, 2, 3, 4, 5}, {0, 0, 0, 1, 1, 1}},
        {"ab ", 0, {0, 1, 2, 3}, {0, 0, 0, 0}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.text);
        Paragraph const& laid = scene.type->lay(row.text, setting(row.width));
        std::vector<int> bytes, lines;
        for (std::size_t i = 0; i < laid.stops.size(); ++i) {
            bytes.push_back(laid.stops[i].byte);
            lines.push_back(laid.stops[i].line);
            if (i > 0 && laid.stops[i].line == laid.stops[i - 1].line) {
                CHECK(laid.stops[i].x > laid.stops[i - 1].x);
            } else {
                CHECK(laid.stops[i].x == 0);
            }
        }
        CHECK(bytes == row.bytes);
        CHECK(lines == row.lines);
    }
}

TEST_CASE("a caret in a word written from the right moves to the left") {
    Scene scene;
    Paragraph const& laid = scene.type->lay("مرحبا", setting());
    REQUIRE(laid.stops.size() == 6);
    for (std::size_t i = 1; i + 1 < laid.stops.size(); ++i) {
        CHECK(laid.stops[i].x < laid.stops[i - 1].x);
    }
}

TEST_CASE("letters are kerned and tabular figures are not") {
    Scene scene;
    Type type;
    type.size = 100;
    auto const width = [&](char const* text) { return scene.type->width(text, type); };
    CHECK(width("AV") < width("A") + width("V") - 1);
    CHECK(width("11") < width("88") - 1);
    type.tabular = true;
    CHECK(width("11") == doctest::Approx(width("88")));
    CHECK(width("0942") == doctest::Approx(width("1111")).epsilon(0.001)); // Inter's own are that even
}

TEST_CASE("text lies where its alignment says") {
    Scene scene;
    float const width = scene.type->width("Møde", setting().type);
    auto const first_x = [&](Align align) { return scene.type->lay("Møde", setting(300, 0, align)).stops[0].x; };
    CHECK(first_x(Align::Left) == 0);
    CHECK(first_x(Align::Centre) == doctest::Approx((300 - width) / 2));
    CHECK(first_x(Align::Right) == doctest::Approx(300 - width));
}

TEST_CASE("a measured width is enough for the text on one line") {
    Scene scene;
    for (float scale : {0.667F, 1.0F, 2.0F}) {
        scene.type->set_scale(scale);
        for (char const* text : {"Tjek ind", "Aflever stemmer", "Af tre skalerede løsninger, opgjort af teamet"}) {
            float const width = scene.type->width(text, setting().type);
            CHECK(scene.type->lay(text, setting(width)).lines.size() == 1);
            CHECK(scene.type->lay(text, setting(width - 1)).lines.size() == 2);
        }
    }
}

TEST_CASE("a sign that Inter lacks is set in the fallback") {
    Scene scene;
    Paragraph const& face = scene.type->lay("😀", setting());
    REQUIRE(face.glyphs.size() == 1);
    Atlas bare_atlas(512, 512);
    auto const bare = Typesetter::open(rendering::font_folder, bare_atlas, {});
    REQUIRE(bare.has_value());
    Paragraph const& box = (*bare)->lay("😀", setting());
    REQUIRE(box.glyphs.size() == 1);
    CHECK(face.glyphs[0].size != box.glyphs[0].size);
}

TEST_CASE("control signs are not shown") {
    Scene scene;
    CHECK(scene.type->lay("a\tb", setting()).glyphs.size() == 2);
    CHECK(scene.type->lay("a\r\nb", setting()).lines.size() == 2);
}

TEST_CASE("any bytes can be laid out") {
    Scene scene;
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (auto n = random() % 40; n > 0; --n) {
            bool const wild = random() % 4 == 0;
            text += wild ? static_cast<char>(random() % 256) : "a \n\xC3\xA6-"[random() % 6];
        }
        CAPTURE(text);
        Paragraph const& laid = scene.type->lay(
            text, setting(static_cast<float>(random() % 120), static_cast<int>(random() % 3)));
        CHECK(laid.lines.size() >= 1);
        for (std::size_t s = 1; s < laid.stops.size(); ++s) {
            CHECK(laid.stops[s].byte > laid.stops[s - 1].byte);
            CHECK(laid.stops[s].line >= laid.stops[s - 1].line);
        }
    }
}

TEST_CASE("a missing font is named") {
    Atlas atlas(64, 64);
    auto const opened = Typesetter::open("/nowhere", atlas);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().find("Inter-Medium.otf") != std::string::npos);
}

TEST_CASE("a paragraph is laid once and forgotten when nobody asks for it") {
    Scene scene;
    std::uint64_t const empty = scene.atlas.version();
    Paragraph const* const laid = &scene.type->lay("Ny idé", setting());
    std::uint64_t const drawn = scene.atlas.version();
    CHECK(drawn > empty);
    CHECK(&scene.type->lay("Ny idé", setting()) == laid);
    for (int frame = 0; frame < 2000; ++frame) {
        scene.type->end_frame();
    }
    CHECK(scene.type->lay("Ny idé", setting()).glyphs.size() == 5);
    CHECK(scene.atlas.version() == drawn); // its glyphs were still there
}

TEST_CASE("a height is that of the paragraph and draws no sign") {
    Scene scene;
    std::string const words = "Vi ringer til borgeren dagen før mødet og spørger, om tiden stadig passer";
    for (std::string const& text :
         {std::string(), std::string("hej"), words, words + "\n" + words, std::string(90, 'm')})
        for (float const width : {0.0F, 120.0F, 400.0F})
            for (int const most : {0, 1, 3}) {
                CAPTURE(text);
                CAPTURE(width);
                CAPTURE(most);
                std::uint64_t const drawn = scene.atlas.version();
                float const height = scene.type->height(text, setting(width, most));
                CHECK(scene.atlas.version() == drawn);
                CHECK(height == scene.type->lay(text, setting(width, most)).height);
                CHECK(height == scene.type->height(text, setting(width, most)));
            }
    Setting const narrow = setting(120);
    float const low = scene.type->height(words, narrow);
    scene.type->set_scale(2);
    CHECK(scene.type->height(words, narrow) == scene.type->lay(words, narrow).height);
    CHECK(scene.type->height(words, narrow) == doctest::Approx(low).epsilon(0.05));
}

TEST_CASE("a cleared atlas and a new scale lay text again") {
    Scene scene;
    Vec2 const small = scene.type->lay("M", setting()).glyphs.at(0).size;
    scene.atlas.clear();
    CHECK(scene.type->lay("M", setting()).glyphs.at(0).size == small);
    CHECK(scene.atlas.version() > 0);
    scene.type->set_scale(2);
    CHECK(scene.type->lay("M", setting()).glyphs.at(0).size.x > 1.8F * small.x);
    CHECK(scene.type->width("M", setting().type) == doctest::Approx(scene.type->lay("M", setting()).stops.back().x));
}

TEST_CASE("a language that breaks elsewhere lays text again") {
    Scene scene;
    scene.type->lay("hej", setting(100));
    scene.type->set_language(text::Language::English);
    CHECK(scene.type->lay("hej", setting(100)).glyphs.size() == 3);
}

TEST_CASE("type grows where the wall asks for it and not without end") {
    struct Row {
        char const* wall;
        float mm_per_du, px_per_du;
        int step;
        float card, heading, small, target;
    };
    Row const rows[] = {
        {"86 inch", 0.992F, 1, 0, 26, 32, 22, 72},
        {"55 inch", 0.634F, 1, 0, 26.03F, 36.88F, 22, 72},
        {"55 inch with large text", 0.634F, 1, 2, 33.8F, 41.6F, 28.6F, 72},
        {"27 inch desk", 0.311F, 1, 0, 39, 48, 22, 72},
        {"86 inch with few pixels", 0.992F, 0.6667F, 0, 28.9F, 32, 28.9F, 72},
        {"telephone", 0.06F, 0.6667F, 0, 39, 48, 33, 108},
    };
    for (Row const& row : rows) {
        CAPTURE(row.wall);
        Theme const theme = Theme::fit(row.mm_per_du, row.px_per_du, row.step);
        CHECK(theme.card.size == doctest::Approx(row.card).epsilon(0.003));
        CHECK(theme.heading.size == doctest::Approx(row.heading).epsilon(0.003));
        CHECK(theme.small.size == doctest::Approx(row.small).epsilon(0.003));
        CHECK(theme.target == doctest::Approx(row.target).epsilon(0.003));
        CHECK(theme.mm == doctest::Approx(1 / row.mm_per_du));
    }
}
