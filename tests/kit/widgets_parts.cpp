// Parts of the wall: two people use the same widgets side by side, and neither touches the other's.
#include "hands.h"

#include <array>

using namespace ui;

namespace {

/// The same field, keyboard and list in both halves.
struct Side {
    KeyboardState state;
    TextBuffer buffer;
    int taps = 0;
    bool portrait = false;
    Rect screen;
    float offset = 0;
    bool touched = false;
    explicit Side(int most = 280) : buffer(std::string(), most) {}
};

struct Halves {
    KeyboardLayout layout = load();
    std::array<Side, 2> sides;
    std::size_t keys = 1; ///< which of them a real keyboard writes in
    Hands hands;
    Halves() : hands([this](Ui& ui) { draw(ui); }) {}

    static KeyboardLayout load() {
        auto layout = KeyboardLayout::load(project() / "assets/keyboards/da.toml");
        REQUIRE_MESSAGE(layout.has_value(), layout.error());
        return *layout;
    }
    void draw(Ui& ui) {
        for (std::size_t i = 0; i < sides.size(); ++i) {
            ui.begin_part(i == 0 ? "left" : "right", {static_cast<float>(i) * 960, 100, 960, 980}, keys == i);
            draw_side(ui, sides[i]);
            ui.end_part();
        }
    }
    void draw_side(Ui& ui, Side& side) const {
        Rect const screen = ui.screen();
        side.screen = screen, side.portrait = ui.portrait();
        keyboard(ui, "pad", {screen.x + 40, 700, 880, 340}, layout, side.state, side.buffer);
        type_keys(ui.input(), side.buffer);
        side.taps += button(ui, {.id = "go", .rect = {screen.x + 40, 560, 300, 90}, .label = "Tag"});
        Rect const list{screen.x + 40, 120, 880, 400};
        ui.begin_scroll("list", list, 1200);
        ui.touch({.id = "row", .rect = {list.x, list.y, list.w, 1200}});
        ui.end_scroll();
        side.offset = ui.scroll_offset("list");
        side.touched = ui.is_touched("row");
        button(ui, {.id = "beyond", .rect = {screen.x - 400, 560, 300, 90}, .label = "Udenfor"});
    }
};

} // namespace

TEST_CASE("In a part the screen is the part, and things stand on top of each other") {
    Halves halves;
    CHECK(halves.sides[1].screen == Rect{960, 100, 960, 980});
    CHECK(halves.sides[1].portrait);
    CHECK(halves.hands.ui.screen() == Rect{0, 0, 1920, 1080});
    CHECK_FALSE(halves.hands.ui.portrait());
}

TEST_CASE("Two keyboards of one name write each in its own part, in the same frame") {
    Halves halves;
    halves.hands.down("left/pad/key/a");
    halves.hands.down("right/pad/key/b");
    halves.hands.frame();
    CHECK(halves.sides[0].buffer.text() == "A");
    CHECK(halves.sides[1].buffer.text() == "B");
}

TEST_CASE("A button of the same name in the other part is not tapped") {
    Halves halves;
    halves.hands.tap("right/go");
    CHECK(halves.sides[0].taps == 0);
    CHECK(halves.sides[1].taps == 1);
}

TEST_CASE("A part scrolls alone") {
    Halves halves;
    PointerId const finger = halves.hands.down(Vec2{1400, 500});
    halves.hands.frame();
    CHECK(halves.sides[1].touched);
    CHECK_FALSE(halves.sides[0].touched);
    halves.hands.move(finger, {1400, 300});
    halves.hands.wait(0.3);
    CHECK(halves.sides[1].offset > 150);
    CHECK(halves.sides[0].offset == 0);
}

TEST_CASE("A backspace that is held, and an accent, belong to the part's own keyboard") {
    Halves halves;
    for (auto& side : halves.sides)
        side.buffer.insert("abe");
    PointerId const finger = halves.hands.down("left/pad/key/backspace");
    halves.hands.frame();
    halves.hands.run(1);
    CHECK(halves.sides[0].buffer.empty());
    CHECK(halves.sides[1].buffer.text() == "abe");
    halves.hands.up(finger);
    halves.hands.frame();
    halves.hands.down("right/pad/key/e");
    halves.hands.frame();
    halves.hands.run(0.7);
    CHECK(halves.hands.has("right/pad/key/accent/é"));
    CHECK_FALSE(halves.hands.has("left/pad/key/accent/é"));
}

TEST_CASE("A real keyboard writes in one part alone") {
    Halves halves;
    halves.hands.input.keys.emplace_back(TypedText{"hej"});
    halves.hands.frame();
    CHECK(halves.sides[0].buffer.empty());
    CHECK(halves.sides[1].buffer.text() == "hej");
}

TEST_CASE("Nothing of a part can be touched outside it") {
    Halves halves;
    CHECK(halves.hands.item("right/beyond").clip.empty());
    halves.hands.tap(Vec2{700, 600}); // where the right one's button would lie, in the left part
    CHECK(halves.sides[1].taps == 0);
    CHECK_FALSE(halves.sides[1].touched);
}
