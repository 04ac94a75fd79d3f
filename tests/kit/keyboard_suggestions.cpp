// Words suggested above the keys, and what ends a sentence.
#include "hands.h"

using namespace ui;

namespace {

struct Pad {
    KeyboardLayout layout = *KeyboardLayout::load(project() / "assets/keyboards/da.toml");
    KeyboardState state;
    TextBuffer buffer;
    std::vector<std::string> words = {"hjælp", "hjælper", "hjælpemiddel"};
    int asked = 0;
    Hands hands;

    explicit Pad(std::string written = {}, int most = 280)
        : buffer(written, most), hands([this](Ui& ui) { draw(ui); }) {}

    void draw(Ui& ui) {
        keyboard(ui, "pad", {100, 600, 760, 380}, layout, state, buffer, [this](std::string_view written) {
            ++asked;
            return written.starts_with("h") ? words : std::vector<std::string>();
        });
    }
    void tap(std::string const& id) { hands.tap("pad/" + id); }
    void tap_keys(std::initializer_list<char const*> keys) {
        for (char const* key : keys)
            tap(std::string("key/") + key);
    }
};

} // namespace

TEST_CASE("A suggestion takes the place of the word and adds a space") {
    Pad pad("God h");
    CHECK(pad.hands.item("pad/suggest/1").label == "hjælp");
    CHECK(pad.hands.item("pad/suggest/1").role == "suggestion");
    CHECK(pad.hands.item("pad/suggest/3").label == "hjælpemiddel");
    pad.tap("suggest/2");
    CHECK(pad.buffer.text() == "God hjælper ");
    CHECK_FALSE(pad.hands.has("pad/suggest/1"));
    pad.tap("key/a");
    CHECK(pad.buffer.text() == "God hjælper a");
}

TEST_CASE("A suggestion answers on finger down") {
    Pad pad("h");
    pad.hands.down("pad/suggest/1");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "hjælp ");
}

TEST_CASE("The suggestion touched is the one that was shown") {
    Pad pad("h");
    // another finger writes on in the same frame, and the words have changed behind the row
    pad.hands.down("pad/key/j");
    pad.hands.down("pad/suggest/1");
    pad.words = {"hjemme"};
    pad.hands.frame();
    CHECK(pad.buffer.text() == "hjælp ");
}

TEST_CASE("A suggestion for a word that was ended in the same frame does nothing") {
    Pad pad("h");
    pad.hands.down("pad/key/space");
    pad.hands.down("pad/suggest/1");
    pad.hands.frame();
    CHECK(pad.buffer.text() == "h ");
}

TEST_CASE("Words are asked for once for each word") {
    Pad pad("h");
    pad.hands.run(1);
    pad.hands.wait(1);
    CHECK(pad.asked == 1);
    pad.tap("key/e");
    CHECK(pad.asked == 2);
    pad.tap("key/space");
    CHECK(pad.asked == 2);
}

TEST_CASE("Nothing is suggested inside a word nor after a space") {
    Pad pad("hej hat");
    CHECK(pad.hands.has("pad/suggest/1"));
    for (int const caret : {0, 1, 4, 6}) {
        pad.buffer.place_caret(caret);
        pad.hands.frame();
        CHECK_FALSE(pad.hands.has("pad/suggest/1"));
    }
    pad.buffer.place_caret(3);
    pad.hands.frame();
    pad.tap("suggest/1");
    CHECK(pad.buffer.text() == "hjælp  hat");
}

TEST_CASE("Words there is no room for are left out and the others keep their order") {
    Pad pad("x h");
    pad.words = {"hovedbestyrelsesmedlem", "helhedsorienteret indsats", "hjælp"};
    pad.hands.frame();
    pad.tap_keys({"backspace", "h"});
    CHECK(pad.hands.has("pad/suggest/1"));
    Rect const keys{100, 600, 760, 380};
    float last = keys.x - 8;
    for (Item const& item : pad.hands.ui.items())
        if (item.role == "suggestion") {
            CHECK(item.rect.x >= last);
            CHECK(item.rect.right() <= keys.right() + 4);
            CHECK(item.rect.w * 0.75F >= 20);
            CHECK(item.rect.h * 0.75F >= 20);
            last = item.rect.right();
        }
}

TEST_CASE("A suggestion that would make the text too long changes nothing") {
    Pad pad("h", 5);
    pad.tap("suggest/1");
    CHECK(pad.buffer.text() == "h");
    CHECK(pad.buffer.hit_limit());
}

TEST_CASE("What follows a suggestion finds its space there already") {
    SUBCASE("a sign takes its place") {
        Pad pad("h");
        pad.tap("suggest/1");
        pad.tap_keys({".", "space", "j"});
        CHECK(pad.buffer.text() == "hjælp. J");
    }
    SUBCASE("a space is not written twice") {
        Pad pad("h");
        pad.tap("suggest/1");
        pad.tap_keys({"space", "j"});
        CHECK(pad.buffer.text() == "hjælp j");
    }
    SUBCASE("backspace takes it, and a sign then takes nothing") {
        Pad pad("h");
        pad.tap("suggest/1");
        pad.tap_keys({"backspace", "backspace", "p", "space", "."});
        CHECK(pad.buffer.text() == "hjælp .");
    }
}

TEST_CASE("Two quick spaces end the sentence and a capital follows") {
    Pad pad;
    pad.tap_keys({"j", "a", "space", "space", "n"});
    CHECK(pad.buffer.text() == "Ja. N");
}

TEST_CASE("Two spaces are two spaces") {
    SUBCASE("when they come slowly") {
        Pad pad("ja");
        pad.tap_keys({"space"});
        pad.hands.wait(0.6);
        pad.tap_keys({"space"});
        CHECK(pad.buffer.text() == "ja  ");
    }
    SUBCASE("after a sign") {
        Pad pad("ja!");
        pad.tap_keys({"space", "space"});
        CHECK(pad.buffer.text() == "ja!  ");
    }
    SUBCASE("with a key between them") {
        Pad pad("ja");
        pad.tap_keys({"space", "backspace", "space"});
        CHECK(pad.buffer.text() == "ja ");
    }
    SUBCASE("at the beginning") {
        Pad pad;
        pad.tap_keys({"space", "space"});
        CHECK(pad.buffer.text() == "  ");
    }
    SUBCASE("the third of three") {
        Pad pad("12");
        pad.tap_keys({"space", "space", "space"});
        CHECK(pad.buffer.text() == "12.  ");
    }
}

TEST_CASE("A stuck contact on backspace does not take the whole text") {
    std::string const text(200, 'x');
    Pad pad(text);
    pad.hands.down("pad/key/backspace");
    pad.hands.frame();
    pad.hands.run(60);
    auto const left = pad.buffer.text().size();
    CHECK(left == 200 - 1 - 59); // one at once, then each 0.06 s from 0.5 s to 4 s
    CHECK(pad.hands.ui.next_frame_s() == std::numeric_limits<double>::infinity());
    pad.tap("key/backspace"); // a new touch counts again
    CHECK(pad.buffer.text().size() == left - 1);
}
