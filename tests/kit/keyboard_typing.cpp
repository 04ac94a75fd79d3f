// Writing by touch: every finger its own, in the order in which they came down.
#include "hands.h"
#include "project.h"

using namespace ui;

namespace {

/// One pad: a text and its keyboard.
struct Pad {
    KeyboardLayout layout = load("da");
    KeyboardState state;
    TextBuffer buffer;
    KeyboardResult result;
    bool touched_text = false;
    Rect keys{100, 600, 760, 320};
    Rect text{100, 300, 760, 200};
    Hands hands;

    explicit Pad(std::string written = {}, int most = 280, text::Language language = text::Language::Danish)
        : buffer(std::move(written), most), hands([this](Ui& ui) { draw(ui); }, language) {}

    static KeyboardLayout load(std::string const& code) {
        auto layout = KeyboardLayout::load(project() / "assets/keyboards" / (code + std::string(".toml")));
        REQUIRE_MESSAGE(layout.has_value(), layout.error());
        return *layout;
    }
    void draw(Ui& ui) {
        KeyboardResult const now = keyboard(ui, "pad", keys, layout, state, buffer);
        result.changed |= now.changed, result.enter |= now.enter;
        touched_text |= text_area(ui, "pad/text", text, buffer, {.type = ui.theme().body, .placeholder = "Skriv her"});
    }
    void tap(std::string const& key) { hands.tap("pad/key/" + key); }
    void tap_all(std::initializer_list<char const*> keys_) {
        for (char const* key : keys_)
            tap(key);
    }
};

} // namespace

TEST_CASE("Danish words are written letter by letter") {
    Pad pad;
    pad.tap_all({"b", "l", "å", "b", "æ", "r", "g", "r", "ø", "d"});
    CHECK(pad.buffer.text() == "Blåbærgrød");
    CHECK(pad.result.changed);
    CHECK_FALSE(pad.result.enter);
    CHECK(pad.hands.item("pad/text").value == "Blåbærgrød");
}

TEST_CASE("Keys answer on finger down and show it in the same frame") {
    Pad pad;
    pad.hands.down("pad/key/a");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "A");
}

TEST_CASE("Rolling thumbs write in the order in which they came down") {
    Pad pad("x");
    // p stands after a on the keyboard, and is hit first; the first finger has not left when the second comes
    PointerId const first = pad.hands.down("pad/key/p");
    pad.hands.down("pad/key/a");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "xpa");
    pad.hands.down("pad/key/a");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "xpaa");
    pad.hands.up(first);
    pad.hands.frame();
    CHECK(pad.buffer.text() == "xpaa");
}

TEST_CASE("Six fingers in one frame write six letters") {
    Pad pad("x");
    for (char const* key : {"q", "r", "å", "z", "space", "ø"})
        pad.hands.down(std::string("pad/key/") + key);
    pad.hands.frame();
    CHECK(pad.buffer.text() == "xqråz ø");
}

TEST_CASE("A capital begins the text and each sentence and one touch of shift undoes it") {
    Pad pad;
    CHECK(pad.hands.item("pad/key/a").label == "A");
    pad.tap_all({"j", "a", ".", "space", "n", "u", "space"});
    CHECK(pad.buffer.text() == "Ja. Nu ");
    CHECK(pad.hands.item("pad/key/å").label == "å");
    pad.tap_all({"backspace", ".", "space", "shift", "å", "j", "a"});
    CHECK(pad.buffer.text() == "Ja. Nu. åja");
}

TEST_CASE("Shift counts once and two quick touches lock it") {
    Pad pad("x");
    pad.tap_all({"shift", "æ", "a"});
    CHECK(pad.buffer.text() == "xÆa");
    CHECK(pad.hands.item("pad/key/shift").value == "off");
    pad.tap_all({"shift", "shift", "ø", "å", "space", "b"});
    CHECK(pad.hands.item("pad/key/shift").value == "locked");
    pad.tap_all({"shift", "c"});
    CHECK(pad.buffer.text() == "xÆaØÅ Bc");
    pad.tap("shift");
    pad.hands.wait(1);
    pad.tap("shift");
    CHECK(pad.hands.item("pad/key/shift").value == "off");
}

TEST_CASE("Signs are on their own page and ids stay what they write") {
    Pad pad("x");
    pad.tap_all({"signs", "7", "%", "/", "\"", "signs", "k"});
    CHECK(pad.buffer.text() == "x7%/\"k");
    CHECK(pad.hands.item("pad/key/signs").label == "123");
    pad.tap("signs");
    CHECK(pad.hands.item("pad/key/signs").label == "abc");
    for (char const* sign : {"1", "0", "§", "%", "&", "/", "(", ")", "=", "+", ":", ";", "\"", "'", "€", "?", "!", "-"})
        CHECK(pad.hands.has(std::string("pad/key/") + sign));
}

TEST_CASE("Enter is the caller's and writes nothing") {
    Pad pad("x");
    pad.tap("enter");
    CHECK(pad.result.enter);
    CHECK(pad.buffer.text() == "x");
    CHECK_FALSE(pad.result.changed);
}

TEST_CASE("A full text takes no more letters") {
    Pad pad("ab", 3);
    pad.tap_all({"c", "d"});
    CHECK(pad.buffer.text() == "abc");
    CHECK(pad.buffer.hit_limit());
    pad.tap("backspace");
    CHECK_FALSE(pad.buffer.hit_limit());
}

TEST_CASE("Backspace repeats while it is held") {
    Pad pad("0123456789");
    PointerId const finger = pad.hands.down("pad/key/backspace");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "012345678");
    pad.hands.wait(0.49);
    CHECK(pad.buffer.text() == "012345678");
    CHECK(pad.hands.ui.next_frame_s() <= doctest::Approx(0.5));
    pad.hands.wait(0.01);
    CHECK(pad.buffer.text() == "01234567");
    pad.hands.wait(0.06);
    CHECK(pad.buffer.text() == "0123456");
    pad.hands.run(0.185);
    CHECK(pad.buffer.text() == "0123");
    pad.hands.up(finger);
    pad.hands.frame();
    pad.hands.wait(2);
    CHECK(pad.buffer.text() == "0123");
    CHECK(pad.hands.ui.next_frame_s() == std::numeric_limits<double>::infinity());
}

TEST_CASE("Backspace held on an empty text comes to rest") {
    Pad pad("ab");
    pad.hands.down("pad/key/backspace");
    pad.hands.frame();
    pad.hands.run(5);
    CHECK(pad.buffer.empty());
    CHECK(pad.hands.ui.next_frame_s() == 20); // when the finger is given up as stuck
}

TEST_CASE("Backspace whose finger is taken away stops") {
    Pad pad("0123456789");
    pad.hands.down("pad/key/backspace");
    pad.hands.frame();
    pad.hands.ui.pointers().cancel_all();
    pad.hands.run(3);
    CHECK(pad.buffer.text() == "012345678");
}

TEST_CASE("Accents come when a key is held") {
    SUBCASE("and are tapped after the finger has lifted") {
        Pad pad("id");
        PointerId const finger = pad.hands.down("pad/key/e");
        pad.hands.frame();
        pad.hands.wait(0.49);
        CHECK_FALSE(pad.hands.has("pad/key/accent/é"));
        pad.hands.wait(0.01);
        for (char const* accent : {"é", "è", "ê", "ë"})
            CHECK(pad.hands.has(std::string("pad/key/accent/") + accent));
        pad.hands.up(finger);
        pad.hands.frame();
        CHECK(pad.buffer.text() == "ide");
        pad.hands.wait(3);
        pad.tap("accent/é");
        CHECK(pad.buffer.text() == "idé");
        CHECK_FALSE(pad.hands.has("pad/key/accent/é"));
    }
    SUBCASE("and are chosen by sliding onto them") {
        Pad pad("id");
        PointerId const finger = pad.hands.down("pad/key/e");
        pad.hands.frame();
        pad.hands.wait(0.5);
        Vec2 const on = pad.hands.item("pad/key/accent/ê").clip.centre();
        pad.hands.move(finger, on);
        pad.hands.frame();
        CHECK(pad.buffer.text() == "ide");
        pad.hands.up(finger, on);
        pad.hands.frame();
        CHECK(pad.buffer.text() == "idê");
        pad.hands.wait(0.1);
        CHECK_FALSE(pad.hands.has("pad/key/accent/ê"));
    }
    SUBCASE("as capitals where a capital stands") {
        Pad pad;
        PointerId const finger = pad.hands.down("pad/key/e");
        pad.hands.frame();
        pad.hands.wait(0.5);
        CHECK(pad.hands.item("pad/key/accent/é").label == "É");
        pad.hands.up(finger);
        pad.tap("accent/é");
        CHECK(pad.buffer.text() == "É");
        pad.tap("n");
        CHECK(pad.buffer.text() == "Én");
    }
    SUBCASE("and go when another key is pressed") {
        Pad pad("x");
        PointerId const finger = pad.hands.down("pad/key/o");
        pad.hands.frame();
        pad.hands.wait(0.5);
        pad.hands.up(finger);
        pad.tap("k");
        CHECK(pad.buffer.text() == "xok");
        CHECK_FALSE(pad.hands.has("pad/key/accent/ó"));
    }
    SUBCASE("and not for a letter another thumb has written past") {
        Pad pad("x");
        pad.hands.down("pad/key/o");
        pad.hands.frame();
        pad.hands.wait(0.3);
        pad.tap("k");
        pad.hands.wait(0.3);
        CHECK_FALSE(pad.hands.has("pad/key/accent/ó"));
        CHECK(pad.buffer.text() == "xok");
    }
    SUBCASE("and not where the full text refused the letter") {
        Pad pad("abc", 3);
        pad.hands.down("pad/key/o");
        pad.hands.frame();
        pad.hands.wait(0.6);
        CHECK_FALSE(pad.hands.has("pad/key/accent/ó"));
        CHECK(pad.buffer.text() == "abc");
    }
}

TEST_CASE("A tap puts the caret at the nearest place") {
    Pad pad("Hej med dig");
    Paragraph const& line = pad.hands.type->lay("Hej med dig", {.type = pad.hands.ui.theme().body, .width = 757});
    REQUIRE(line.stops.size() == 12);
    float const y = pad.text.y + line.line_height / 2;
    for (int i = 0; i < 12; ++i) {
        pad.hands.tap(Vec2{pad.text.x + line.stops[static_cast<std::size_t>(i)].x + 2, y});
        CHECK(pad.buffer.caret() == i);
    }
    pad.hands.tap(Vec2{pad.text.x + 4, pad.text.y + 190}); // below the text: on its last line
    CHECK(pad.buffer.caret() == 0);
    pad.tap("shift");
    pad.tap("j");
    CHECK(pad.buffer.text() == "jHej med dig");
    CHECK(pad.touched_text);
}

TEST_CASE("A text longer than its box is scrolled to the caret") {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "linje ";
    Pad pad(text, 1000);
    pad.text = {100, 300, 300, 80};
    pad.hands.frame();
    pad.hands.run(0.1);
    float const bottom = pad.hands.ui.scroll_offset("pad/text/scroll");
    CHECK(bottom > 200);
    pad.buffer.to_start();
    pad.hands.run(0.1);
    CHECK(pad.hands.ui.scroll_offset("pad/text/scroll") == 0);
    // a finger may look elsewhere; writing comes back
    PointerId const finger = pad.hands.down(Vec2{200, 360});
    pad.hands.frame();
    pad.hands.move(finger, {200, 310});
    pad.hands.wait(0.3);
    pad.hands.up(finger);
    pad.hands.wait(0.3);
    CHECK(pad.hands.ui.scroll_offset("pad/text/scroll") > 20);
    CHECK(pad.buffer.caret() == 0);
    pad.tap("a");
    pad.hands.run(0.1);
    CHECK(pad.hands.ui.scroll_offset("pad/text/scroll") == 0);
}

TEST_CASE("Two keyboards are written on at once") {
    KeyboardLayout const layout = Pad::load("da");
    KeyboardState states[2];
    TextBuffer buffers[2];
    Hands hands([&](Ui& ui) {
        keyboard(ui, "pad/1", {50, 600, 800, 320}, layout, states[0], buffers[0]);
        keyboard(ui, "pad/11", {1000, 600, 800, 320}, layout, states[1], buffers[1]);
    });
    for (char const* key : {"h", "e", "j"}) {
        hands.down(std::string("pad/1/key/") + key);
        hands.down(std::string("pad/11/key/") + key);
        hands.wait(0.1);
    }
    CHECK(buffers[0].text() == "Hej");
    CHECK(buffers[1].text() == "Hej");
}

TEST_CASE("A number pad writes figures") {
    struct Given {
        text::Language language;
        char const* written;
    };
    for (Given const& given : {Given{text::Language::Danish, "-12,5"}, Given{text::Language::English, "-12.5"}}) {
        TextBuffer buffer;
        KeyboardState state;
        Hands hands([&](Ui& ui) { number_pad(ui, "field", {100, 100, 400, 400}, state, buffer); }, given.language);
        for (char const* key : {"minus", "1", "2", "comma", "5", "0", "backspace"})
            hands.tap(std::string("field/key/") + key);
        CHECK(buffer.text() == given.written);
    }
}

TEST_CASE("A real keyboard writes too") {
    InputFrame input;
    TextBuffer buffer;
    input.keys = {TypedText{"Æble"}, KeyPress{Key::Left}, KeyPress{Key::Backspace}, TypedText{"r"},
                  KeyPress{Key::Enter}};
    KeyboardResult const result = type_keys(input, buffer);
    CHECK(buffer.text() == "Æbre");
    CHECK(result.changed);
    CHECK(result.enter);
    input.keys = {KeyPress{Key::Home}, KeyPress{Key::Delete}, KeyPress{Key::End}, KeyPress{Key::Escape},
                  KeyPress{Key::Tab}};
    CHECK(type_keys(input, buffer).changed);
    CHECK(buffer.text() == "bre");
    input.keys = {KeyPress{Key::Escape}};
    CHECK_FALSE(type_keys(input, buffer).changed);
}
