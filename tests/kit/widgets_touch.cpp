// Items and the fingers on them: who is touched, and what is told of it.
#include "hands.h"

#include <map>

using namespace ui;

TEST_CASE("A button is tapped by any finger and by several at once") {
    std::map<std::string, int> taps;
    Hands hands([&](Ui& ui) {
        taps["a"] += button(ui, {.id = "a", .rect = {100, 100, 300, 100}, .label = "Stem"});
        taps["b"] += button(ui, {.id = "b", .rect = {500, 100, 300, 100}, .label = "Runde", .icon = Icon::Table});
        taps["off"] += button(ui, {.id = "off", .rect = {900, 100, 300, 100}, .label = "Nej", .enabled = false});
    });
    PointerId const fingers[] = {hands.down("a"), hands.down("b"), hands.down("off")};
    hands.frame();
    for (PointerId const finger : fingers)
        hands.up(finger);
    hands.wait(0.1);
    CHECK(taps == std::map<std::string, int>{{"a", 1}, {"b", 1}, {"off", 0}});
    hands.wait(0.1);
    CHECK(taps["a"] == 1);
    hands.tap("a");
    CHECK(taps["a"] == 2);
}

TEST_CASE("A tap within one frame taps") {
    int taps = 0;
    Hands hands([&](Ui& ui) { taps += button(ui, {.id = "a", .rect = {100, 100, 300, 100}, .label = "Stem"}); });
    PointerId const finger = hands.down("a");
    hands.up(finger);
    hands.frame();
    CHECK(taps == 1);
}

TEST_CASE("The map tells what stands where") {
    Hands hands([&](Ui& ui) {
        button(ui, {.id = "a", .rect = {100, 100, 300, 100}, .label = "Stem", .enabled = false, .value = "on"});
        button(ui, {.id = "dots", .rect = {500, 100, 100, 100}, .icon = Icon::More, .item_label = "Mere"});
        avatar(ui, {.id = "mk",
                    .centre = {700, 150},
                    .radius = 40,
                    .initials = "MK",
                    .name = "Mette Kjær",
                    .colour = colour::people[0]});
        avatar(ui, {.centre = {800, 150}, .initials = "SA", .colour = colour::people[1]});
    });
    REQUIRE(hands.ui.items().size() == 3);
    Item const& first = hands.item("a");
    CHECK(first.role == "button");
    CHECK(first.label == "Stem");
    CHECK(first.value == "on");
    CHECK(first.rect == Rect{100, 100, 300, 100});
    CHECK_FALSE(first.enabled);
    CHECK(hands.item("dots").label == "Mere");
    CHECK(hands.item("mk").role == "person");
    CHECK(hands.item("mk").label == "Mette Kjær");
    CHECK(hands.item("mk").rect.w >= hands.ui.theme().target);
}

TEST_CASE("What lies on a higher layer is touched though it was drawn first") {
    std::string hit;
    Hands hands([&](Ui& ui) {
        ui.canvas().on(Layer::Pads);
        if (ui.touch({.id = "pad", .rect = {100, 100, 300, 300}}).tapped)
            hit = "pad";
        ui.canvas().on(Layer::Board);
        if (ui.touch({.id = "card", .rect = {100, 100, 300, 300}}).tapped)
            hit = "card";
    });
    hands.tap(Vec2{200, 200});
    CHECK(hit == "pad");
}

TEST_CASE("A finger keeps to the item that has moved away under it") {
    float x = 100;
    Touch touch;
    Hands hands([&](Ui& ui) { touch = ui.touch({.id = "a", .rect = {x, 100, 100, 100}}); });
    PointerId const finger = hands.down("a");
    hands.frame();
    x = 900;
    hands.wait(0.05);
    CHECK(touch.pressed);
    hands.up(finger);
    hands.frame();
    CHECK(touch.tapped);
}

TEST_CASE("An item disabled under the finger does not fire") {
    bool enabled = true;
    Touch touch;
    Hands hands([&](Ui& ui) { touch = ui.touch({.id = "a", .rect = {100, 100, 100, 100}, .enabled = enabled}); });
    PointerId const finger = hands.down("a");
    hands.frame();
    CHECK(touch.pressed);
    enabled = false;
    hands.up(finger);
    hands.frame();
    CHECK_FALSE(touch.tapped);
}

TEST_CASE("A card is lifted and carried and dropped") {
    Touch touch;
    Hands hands([&](Ui& ui) {
        touch = ui.touch({.id = "card", .role = "card", .rect = {100, 100, 200, 100}, .accepts = Accepts::Lift});
    });
    PointerId const finger = hands.down(Vec2{150, 120});
    hands.frame();
    CHECK(touch.pressed);
    CHECK_FALSE(touch.dragging);
    hands.run(0.25);
    CHECK(touch.dragging);
    CHECK(touch.pointer == finger);
    CHECK(touch.grab == Vec2{50, 20});
    CHECK(hands.ui.is_dragging("card"));
    hands.move(finger, {800, 500});
    hands.wait(0.2);
    CHECK(touch.at == Vec2{800, 500});
    hands.up(finger);
    hands.wait(0.2);
    CHECK(touch.dropped);
    CHECK(touch.at == Vec2{800, 500});
    hands.wait(0.1);
    CHECK_FALSE(touch.dropped);
    CHECK_FALSE(hands.ui.is_dragging("card"));
}

TEST_CASE("A drag whose item is gone is simply gone") {
    bool there = true;
    int drops = 0;
    Hands hands([&](Ui& ui) {
        if (there)
            drops += ui.touch({.id = "card", .rect = {100, 100, 200, 100}, .accepts = Accepts::Lift}).dropped;
    });
    PointerId const finger = hands.down("card");
    hands.run(0.3);
    there = false;
    hands.up(finger, {900, 900});
    hands.run(0.5);
    CHECK(drops == 0);
    CHECK(hands.ui.pointers().all().empty());
}

TEST_CASE("A portrait wall measures its width") {
    Hands hands([](Ui& ui) { ui.touch({.id = "a", .rect = {0, 0, 1080, 100}}); });
    CHECK(hands.ui.screen() == Rect{0, 0, 1920, 1080});
    CHECK_FALSE(hands.ui.portrait());
    hands.input.size = {2160, 3840};
    hands.frame();
    CHECK(hands.ui.screen() == Rect{0, 0, 1080, 1920});
    CHECK(hands.ui.portrait());
    hands.down(Vec2{2000, 150});
    hands.frame();
    CHECK(hands.ui.pointers().all()[0].owner == "a");
    hands.input.size = {0, 0};
    hands.frame(); // a minimised window draws nothing and harms nothing
}
