// Many fingers at once: each is its own, none waits for another, and a palm is nobody's.
#include "fingers.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

using namespace ui;

TEST_CASE("Six fingers do six things at once") {
    Wall wall;
    wall.targets = {target("lane", {0, 0, 200, 1000}, Accepts::Scroll, "lane"),
                    target("card/1", {0, 0, 200, 100}, Accepts::Lift, "lane"),
                    target("card/2", {300, 0, 200, 100}, Accepts::Lift, "lane2"),
                    target("key/a", {600, 0, 50, 50}, Accepts::Key),
                    target("key/b", {800, 0, 50, 50}, Accepts::Key),
                    target("button", {1000, 0, 100, 50}, Accepts::Tap)};
    wall.frame(0, {{0, 1, 'd', 50, 50},
                   {0, 2, 'd', 350, 50},
                   {0, 3, 'd', 100, 500},
                   {0, 4, 'd', 620, 20},
                   {0, 5, 'd', 820, 20},
                   {0, 6, 'd', 1050, 20}});
    CHECK(wall.of(4).went_down);
    CHECK(wall.of(5).went_down);
    wall.frame(0.05, {{0.05, 1, 'm', 90, 55}, {0.05, 2, 'm', 390, 55}, {0.05, 3, 'm', 100, 470}});
    CHECK(wall.of(1).gesture == Gesture::Dragging);
    CHECK(wall.of(2).gesture == Gesture::Dragging);
    CHECK(wall.of(3).gesture == Gesture::Scrolling);
    CHECK(wall.pointers.scrolled_by("lane") == doctest::Approx(29));
    // the same key under another finger while the first still rests on it
    wall.frame(0.1, {{0.1, 7, 'd', 630, 20}, {0.1, 6, 'u', 1050, 20}, {0.1, 4, 'u', 620, 20}});
    Told key, button;
    wall.add_to(key, "key/a");
    wall.add_to(button, "button");
    CHECK(key.downs == 1);
    CHECK(button.taps == 1);
    wall.frame(0.5, {{0.5, 1, 'u', 90, 55}, {0.5, 2, 'c', 390, 55}, {0.5, 3, 'u', 100, 470}});
    Told first, second;
    wall.add_to(first, "card/1");
    wall.add_to(second, "card/2");
    CHECK(first == Told{.drops = 1});
    CHECK(second == Told{.cancels = 1});
}

TEST_CASE("A second finger on a held card is ignored and tethered to the first") {
    for (Accepts const accepts : {Accepts::Lift, Accepts::Drag}) {
        Wall wall;
        wall.targets = {target("item", {0, 0, 200, 100}, accepts, "lane")};
        wall.play({{0, 1, 'd', 50, 50}, {0.01, 2, 'd', 150, 50}});
        CHECK(wall.of(2).gesture == Gesture::Ignored);
        CHECK(wall.of(2).tether == 1);
        wall.play({{0.02, 1, 'm', 70, 50}, {0.03, 2, 'm', 150, 90}, {0.3, 3, 'd', 20, 20}});
        CHECK(wall.of(1).gesture == Gesture::Dragging);
        CHECK(wall.of(2).gesture == Gesture::Ignored); // and it scrolls nothing
        CHECK(wall.of(3).tether == 1);
        wall.play({{0.5, 1, 'u', 70, 50}, {0.6, 4, 'd', 20, 20}});
        CHECK(wall.of(4).owner == "item");
    }
}

TEST_CASE("A card whose finger went scrolling is free for another") {
    Wall wall;
    wall.targets = {target("card", {0, 0, 200, 100}, Accepts::Lift, "lane")};
    wall.play({{0, 1, 'd', 50, 90}, {0.1, 1, 'm', 50, 60}, {0.2, 2, 'd', 150, 50}, {0.21, 2, 'm', 170, 50}});
    CHECK(wall.of(1).gesture == Gesture::Scrolling);
    CHECK(wall.of(2).gesture == Gesture::Dragging);
}

TEST_CASE("Two fingers scrolling one area scroll it once") {
    Wall wall;
    wall.targets = {target("lane", {0, 0, 400, 1000}, Accepts::Scroll, "lane")};
    wall.frame(0, {{0, 1, 'd', 50, 500}, {0, 2, 'd', 300, 500}});
    wall.frame(0.02, {{0.02, 1, 'm', 50, 499}, {0.02, 2, 'm', 300, 499}});
    float scrolled = 0;
    for (int i = 1; i <= 10; ++i) {
        double const at_s = 0.02 + 0.02 * i;
        float const y = 499 - 10.0F * static_cast<float>(i);
        wall.frame(at_s, {{at_s, 1, 'm', 50, y}, {at_s, 2, 'm', 300, y}});
        scrolled += wall.pointers.scrolled_by("lane");
    }
    CHECK(scrolled == doctest::Approx(100).epsilon(0.02));
}

TEST_CASE("A finger that stands still does not keep another from scrolling") {
    Wall wall;
    wall.targets = {target("lane", {0, 0, 400, 1000}, Accepts::Scroll, "lane")};
    wall.play({{0, 1, 'd', 50, 500}, {0.1, 1, 'm', 50, 480}, {5, 2, 'd', 300, 500}, {5.1, 2, 'm', 300, 450}});
    CHECK(wall.pointers.scrolled_by("lane") == doctest::Approx(49));
    CHECK(wall.of(2).gesture == Gesture::Scrolling);
}

TEST_CASE("A stuck contact blocks only what it holds") {
    Wall wall;
    wall.targets = {target("card", {0, 0, 100, 100}, Accepts::Lift, "lane"),
                    target("button", {200, 0, 100, 100}, Accepts::Tap),
                    target("key", {400, 0, 100, 100}, Accepts::Key)};
    wall.frame(0, {{0, 1, 'd', 50, 50}, {0, 2, 'd', 250, 50}, {0, 3, 'd', 450, 50}});
    for (int i = 1; i < 100; ++i) {
        double const at_s = 10.0 * i;
        auto const id = static_cast<PointerId>(10 * i);
        wall.frame(at_s, {{at_s, id, 'd', 260, 50},
                          {at_s, id, 'u', 260, 50},
                          {at_s, id + 1, 'd', 460, 50},
                          {at_s, id + 1, 'u', 460, 50}});
        Told button, key;
        wall.add_to(button, "button");
        wall.add_to(key, "key");
        CHECK(button.taps == 1);
        CHECK(key.downs == 1);
    }
    CHECK_FALSE(wall.pointers.busy());
}

namespace {

/// A column of `count` fingers `pitch` mm apart, `lag_s` after each other.
std::vector<Step> hand(int count, float pitch, double lag_s) {
    std::vector<Step> steps;
    for (int i = 0; i < count; ++i)
        steps.push_back({lag_s * i, static_cast<PointerId>(i + 1), 'd', 50 + pitch * static_cast<float>(i), 50});
    return steps;
}

int ignored(Wall const& wall) {
    int count = 0;
    for (Pointer const& pointer : wall.pointers.all())
        count += pointer.gesture == Gesture::Ignored;
    return count;
}

} // namespace

TEST_CASE("Every finger on ink drags from where it comes down, and never scrolls") {
    Wall wall;
    wall.targets = {target("area", {0, 0, 400, 400}, Accepts::Scroll, "area"),
                    target("pad", {0, 0, 400, 400}, Accepts::Ink, "area")};
    wall.frame(0, {{0, 1, 'd', 100, 100}, {0, 2, 'd', 300, 300}});
    for (PointerId const id : {PointerId{1}, PointerId{2}}) {
        CHECK(wall.of(id).gesture == Gesture::Dragging);
        CHECK(wall.of(id).owner == "pad");
        CHECK(wall.of(id).tether == 0);
    }
    wall.frame(0.1, {{0.1, 1, 'm', 100, 300}, {0.1, 2, 'm', 300, 100}});
    CHECK(wall.of(1).gesture == Gesture::Dragging);
    CHECK(wall.pointers.scrolled_by("area") == 0);
    wall.frame(0.2, {{0.2, 1, 'u', 100, 300}, {0.2, 2, 'c', 300, 100}});
    CHECK((wall.of(1).up && !wall.of(1).tapped));
    CHECK((wall.of(2).cancelled && !wall.of(2).up));
}

TEST_CASE("Three fingers at once and close together are a palm") {
    struct Given {
        char const* name;
        std::vector<Step> steps;
        int ignored;
    };
    std::vector<Given> const table = {
        {"two fingers are two fingers", hand(2, 10, 0.01), 0},
        {"three are a palm", hand(3, 10, 0.01), 3},
        {"six are a palm", hand(6, 10, 0.01), 6},
        {"ten are a palm", hand(10, 9, 0.005), 10},
        {"six far apart are six people", hand(6, 100, 0.01), 0},
        {"six one after another are quick typing", hand(6, 10, 0.05), 0},
        {"seven at rest, however slowly they came, are an arm", hand(7, 20, 0.5), 7},
        {"seven as wide as three people stand", hand(7, 100, 0.5), 0},
    };
    for (Given const& given : table)
        for (bool const one_frame : {false, true}) {
            CAPTURE(std::string(given.name));
            Wall wall;
            wall.targets = {target("ground", {0, 0, 1000, 100}, Accepts::Tap)};
            if (one_frame)
                wall.frame(given.steps.back().at_s, given.steps);
            else
                wall.play(given.steps);
            CHECK(ignored(wall) == given.ignored);
        }
}

TEST_CASE("A palm lets go of what it took and fires nothing when it leaves") {
    Wall wall;
    wall.targets = {target("ground", {0, 0, 1000, 100}, Accepts::Drag)};
    for (int i = 0; i < 6; ++i)
        wall.targets.push_back(
            target("button" + std::to_string(i), {50 + 10.0F * static_cast<float>(i), 0, 10, 100}, Accepts::Drag));
    wall.frame(0, {{0, 1, 'd', 52, 50}, {0.01, 1, 'm', 55, 50}});
    CHECK(wall.of(1).gesture == Gesture::Dragging);
    std::vector<Step> rest = hand(6, 10, 0);
    rest.erase(rest.begin());
    wall.frame(0.02, rest);
    CHECK(wall.of(1).cancelled);
    CHECK(ignored(wall) == 5);
    for (Step& step : rest)
        step.phase = 'u', step.at_s = 0.1;
    wall.frame(0.1, rest);
    for (Pointer const& pointer : wall.pointers.all()) {
        CHECK(pointer.up);
        CHECK_FALSE(pointer.tapped);
    }
}

TEST_CASE("All fingers can be taken away") {
    Wall wall;
    wall.targets = {target("card", {0, 0, 100, 100}, Accepts::Lift),
                    target("button", {200, 0, 100, 100}, Accepts::Tap)};
    wall.frame(0, {{0, 1, 'd', 50, 50}, {0, 2, 'd', 250, 50}, {0.1, 1, 'm', 80, 50}});
    wall.pointers.cancel_all();
    wall.frame(0.2, {{0.2, 2, 'u', 250, 50}, {0.2, 3, 'd', 260, 50}});
    Told card, button;
    wall.add_to(card, "card");
    wall.add_to(button, "button");
    CHECK(card == Told{.cancels = 1});
    CHECK(button == Told{.downs = 1}); // the new one; the old fired nothing
    wall.frame(0.3, {{0.3, 1, 'm', 90, 50}, {0.3, 1, 'u', 90, 50}});
    CHECK(wall.pointers.all().size() == 1);
}

TEST_CASE("A contact that comes down twice was taken away in between") {
    Wall wall;
    wall.targets = {target("button", {0, 0, 100, 100}, Accepts::Tap)};
    wall.play({{0, 1, 'd', 50, 50}});
    wall.frame(0.1, {{0.1, 1, 'd', 50, 50}, {0.2, 1, 'u', 50, 50}});
    Told button;
    wall.add_to(button, "button");
    CHECK(button == Told{.downs = 1, .taps = 1});
    wall.frame(0.2);
    CHECK(wall.pointers.all().empty());
}

TEST_CASE("Ten thousand random strokes leave no finger behind and nothing owned twice") {
    std::mt19937 random(20261123);
    auto const pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    Wall wall;
    Accepts const kinds[] = {Accepts::Nothing, Accepts::Tap, Accepts::Key,   Accepts::Lift,
                             Accepts::Drag,    Accepts::Ink, Accepts::Scroll};
    std::set<std::string> single; // what takes one finger at a time
    for (int i = 0; i < 60; ++i) {
        Accepts const kind = kinds[pick(7)];
        std::string const id = "item" + std::to_string(i);
        std::string const area = kind == Accepts::Scroll ? id : pick(2) != 0 ? "area" + std::to_string(pick(3)) : "";
        wall.targets.push_back(target(id, {static_cast<float>(pick(1800)), static_cast<float>(pick(900)), 200, 100},
                                      kind, area, pick(8) != 0));
        if (kind == Accepts::Lift || kind == Accepts::Drag)
            single.insert(id);
    }
    double now_s = 0;
    int begun = 0, taps = 0, drops = 0, scrolls = 0;
    PointerId next = 1;
    std::map<PointerId, Vec2> down;
    while (begun < 10'000 || !down.empty()) {
        now_s += 0.001 * pick(40);
        std::vector<Step> steps;
        for (int n = pick(6); n > 0; --n) {
            bool const fresh = begun < 10'000 && (down.empty() || (down.size() < 12 && pick(3) == 0));
            if (fresh) {
                Vec2 const at{static_cast<float>(pick(2000)), static_cast<float>(pick(1000))};
                down[next] = at, ++begun;
                steps.push_back({now_s, next++, 'd', at.x, at.y});
            } else if (!down.empty()) {
                auto it = std::next(down.begin(), pick(static_cast<int>(down.size())));
                it->second = it->second + Vec2{static_cast<float>(pick(41) - 20), static_cast<float>(pick(41) - 20)};
                char const phase = "mmmmuuc"[pick(7)];
                steps.push_back({now_s, it->first, phase, it->second.x, it->second.y});
                if (phase != 'm')
                    down.erase(it);
            }
        }
        if (pick(500) == 0)
            wall.pointers.cancel_all();
        wall.frame(now_s, steps);
        std::map<std::string, int> owners;
        for (Pointer const& pointer : wall.pointers.all()) {
            bool const holds = pointer.gesture == Gesture::Pressed || pointer.gesture == Gesture::Dragging;
            if (!pointer.ended() && holds && single.contains(pointer.owner))
                CHECK_MESSAGE(++owners[pointer.owner] == 1, pointer.owner);
            CHECK_FALSE((pointer.tapped && pointer.cancelled));
            CHECK_FALSE((pointer.tapped && pointer.gesture != Gesture::Pressed));
            taps += pointer.tapped, drops += pointer.up && pointer.gesture == Gesture::Dragging;
            scrolls += pointer.up && pointer.gesture == Gesture::Scrolling;
        }
    }
    wall.frame(now_s + 1); // a card thrown at the very end is put down
    wall.frame(now_s + 20);
    wall.frame(now_s + 20.1);
    CHECK(wall.pointers.all().empty());
    CHECK_FALSE(wall.pointers.busy());
    // the strokes were worth playing
    CHECK(taps > 50);
    CHECK(drops > 100);
    CHECK(scrolls > 100);
}

TEST_CASE("A contact that never moves lets go after 20 seconds and blocks only itself") {
    struct Given {
        char const* name;
        Accepts accepts;
        float trembles; ///< px
        bool lets_go;
    };
    std::vector<Given> const table = {{"dirt on a card", Accepts::Lift, 0, true},
                                      {"a trembling contact on a card", Accepts::Lift, 1, true},
                                      {"dirt on a rim", Accepts::Drag, 0, true},
                                      {"dirt on a button", Accepts::Tap, 0, true},
                                      {"a hand that moves a little", Accepts::Lift, 6, false}};
    for (Given const& given : table) {
        INFO(std::string(given.name));
        Wall wall;
        wall.targets = {target("item", {0, 0, 200, 200}, given.accepts, ""),
                        target("other", {500, 0, 50, 50}, Accepts::Tap)};
        wall.frame(0, {{0, 1, 'd', 100, 100}});
        Told item;
        for (double s = 0.5; s < 25; s += 0.5) {
            float const x = 100 + (static_cast<int>(s * 2) % 2 == 0 ? given.trembles : 0);
            wall.frame(s, {{s, 1, 'm', x, 100}});
            wall.add_to(item, "item");
        }
        CHECK((wall.pointers.find(1) == nullptr) == given.lets_go);
        CHECK(item.taps == 0);
        CHECK(item.drops == 0);
        // another finger takes the item, or any other, as if nothing were there
        wall.frame(26, {{26, 2, 'd', 120, 120}, {26, 3, 'd', 510, 20}});
        CHECK((wall.of(2).tether == 0) == (given.lets_go || given.accepts == Accepts::Tap));
        wall.frame(26.1, {{26.1, 3, 'u', 510, 20}});
        CHECK(wall.of(3).tapped);
        // and when the dirt is wiped off nothing fires
        Told wiped;
        wall.frame(27, {{27, 1, 'u', 100, 100}});
        wall.add_to(wiped, "item");
        CHECK(wiped.taps == 0);
    }
}

TEST_CASE("A finger the frame loses for an instant taps once") {
    struct Given {
        char const* name;
        double gap_s;
        float x;
        int taps;
    };
    std::vector<Given> const table = {{"found again at once", 0.02, 102, 1},
                                      {"found again within the limit", 0.059, 100, 1},
                                      {"a second tap", 0.12, 100, 2},
                                      {"another finger beside it", 0.02, 130, 2}};
    for (Given const& given : table)
        for (Accepts const accepts : {Accepts::Tap, Accepts::Lift}) {
            INFO(std::string(given.name));
            Wall wall;
            wall.targets = {target("item", {0, 0, 200, 200}, accepts, "lane")};
            Told item;
            double const again = 0.1 + given.gap_s;
            for (Step const& step : {Step{0, 1, 'd', 100, 100}, Step{0.1, 1, 'u', 100, 100},
                                     Step{again, 2, 'd', given.x, 100}, Step{again + 0.1, 2, 'u', given.x, 100}}) {
                wall.frame(step.at_s, {step});
                wall.add_to(item, "item");
            }
            CHECK(item.taps == given.taps);
        }
}
