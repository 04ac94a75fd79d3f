// Every page of *Prøvehandlinger* on walls of every kind: what can be pressed is large enough, lies on the wall, over
// nothing else, and its words fit.
#include "screens/trial_wall.h"

#include <algorithm>

using board::Stage;
using test::told;
using test::TrialWall;

namespace {

using Look = TrialWall::Look;

Look const looks[] = {
    {{1920, 1080}, text::Language::Danish, 0},       {{3840, 2160}, text::Language::English, 0},
    {{1280, 720}, text::Language::Danish, 0},        {{1280, 720}, text::Language::English, 0},
    {{1080, 1920}, text::Language::Danish, 0},       {{1920, 1080}, text::Language::English, 1},
    {{1920, 1080}, text::Language::Danish, 0, true}, {{1920, 1080}, text::Language::English, 0, true},
    {{3840, 2160}, text::Language::Danish, 1, true}, {{1920, 1080}, text::Language::English, 2, true},
    {{1920, 1200}, text::Language::Danish, 0, true}, {{1920, 1200}, text::Language::English, 2, true}};

bool is_area(ui::Item const& item) { return item.role == "scroll" || item.role == "lane"; }

/// Words that are drawn on it as they stand in the map: not a day's name or an icon's.
bool shows_its_label(ui::Item const& item, float target) {
    bool const words = item.role == "button" || item.role == "choice" || item.role == "toggle";
    bool const day = item.id.find("/date") != std::string::npos || item.id.find("/due/") != std::string::npos;
    bool const arrow = item.id == "trial/earlier" || item.id == "trial/later";
    bool const only_icon = (item.id == "start/more" || item.id == "review/compare") &&
                           item.rect.w < 2 * target; // where the band is narrow
    return words && !day && !arrow && !only_icon && item.rect.w > target * 1.2F;
}

/// The least width its words can be set in, as the kit sets them, du; a toggle has a mark before them.
float words_need(TrialWall& wall, ui::Item const& item) {
    constexpr float low_button = 76, smallest = 0.85F, sides = 12, mark = 52;
    auto const& theme = wall.ui().theme();
    bool const toggle = item.role == "toggle";
    ui::Type type = item.rect.h < low_button && !toggle ? theme.label : theme.button;
    type.size *= smallest;
    return wall.ui().type().width(item.label, type) + sides + (toggle ? mark : 0);
}

void check(TrialWall& wall) {
    auto const& theme = wall.ui().theme();
    auto const screen = wall.screen();
    for (auto const& item : wall.items()) {
        if (is_area(item))
            continue;
        CAPTURE(item.id);
        auto const seen = item.rect.clipped(item.clip);
        bool const scrolled = seen.h < item.rect.h - 1 || seen.w < item.rect.w - 1;
        CHECK((scrolled || screen.contains({item.rect.x, item.rect.y})));
        CHECK((scrolled || screen.inset(-1).contains({item.rect.right(), item.rect.bottom()})));
        bool const being_written = item.role == "text" && wall.view.form.active == item.id;
        if (item.role != "key" && !being_written)
            CHECK(std::min(item.rect.w, item.rect.h) >= theme.target * 0.97F);
        if (shows_its_label(item, theme.target))
            CHECK(words_need(wall, item) <= item.rect.w);
    }
}

bool inside(ui::Rect a, ui::Rect b) {
    return a.x >= b.x - 1 && a.y >= b.y - 1 && a.right() <= b.right() + 1 && a.bottom() <= b.bottom() + 1;
}

void check_apart(TrialWall& wall) {
    auto const& items = wall.items();
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t k = i + 1; k < items.size(); ++k) {
            auto const a = items[i].rect.clipped(items[i].clip), b = items[k].rect.clipped(items[k].clip);
            if (is_area(items[i]) || is_area(items[k]) || a.empty() || b.empty() || inside(a, b) || inside(b, a))
                continue;
            CAPTURE(items[i].id);
            CAPTURE(items[k].id);
            CHECK_FALSE(a.inset(0.6F).overlaps(b.inset(0.6F)));
        }
}

void look_at(TrialWall& wall) {
    check(wall);
    check_apart(wall);
}

} // namespace

TEST_CASE("the chain fits every wall") {
    for (auto const& look : looks)
        for (test::Story const& story : {test::Story{Stage::Selected, 0},
                                         {Stage::Test, 1},
                                         {Stage::Test, 6},
                                         {Stage::Scaling, 2},
                                         {Stage::Operation, 1},
                                         {Stage::Parked, 3},
                                         {Stage::Stopped, 2}}) {
            CAPTURE(look.size.x);
            CAPTURE(look.size.y);
            TrialWall wall(told(story), look);
            look_at(wall);
        }
}

TEST_CASE("the start form fits every wall in each of its states") {
    for (auto const& look : looks) {
        CAPTURE(look.size.x);
        CAPTURE(look.size.y);
        TrialWall wall(told({Stage::Test, 2, true}), look);
        wall.tap("trial/write");
        look_at(wall); // nothing is missing: the whole measure
        wall.tap("start/what");
        look_at(wall); // the keyboard
        wall.tap("start/baseline");
        look_at(wall); // the number pad
        wall.tap("start/kind/1");
        look_at(wall); // a share
        wall.tap("start/done");
        wall.tap("start/to/other");
        look_at(wall); // a month
        wall.tap("start/to/other");
        wall.tap("start/affected");
        wall.tap("start/start");
        wall.tap("start/experience-only");
        look_at(wall);
    }
}

TEST_CASE("the review fits every wall in each of its states") {
    for (auto const& look : looks) {
        CAPTURE(look.size.x);
        CAPTURE(look.size.y);
        TrialWall wall(told({Stage::Test, 1}), look);
        wall.tap("trial/review");
        look_at(wall);
        wall.tap("review/result");
        wall.type("6");
        look_at(wall);
        wall.tap("review/guard");
        wall.type("21");
        wall.tap("review/happened");
        look_at(wall);
        wall.tap("review/done");
        wall.tap("review/compare");
        look_at(wall);
        wall.tap("review/others-before");
        look_at(wall);
        wall.tap("review/others");
        look_at(wall);
        wall.tap("review/done");
        for (auto const* way : {"review/adjust", "review/scale", "review/park", "review/stop"}) {
            wall.tap(way);
            look_at(wall);
        }
        wall.tap("review/park");
        wall.tap("review/revisit/2");
        look_at(wall);
    }
}

TEST_CASE("the scale plan fits every wall in each of its states") {
    for (auto const& look : looks)
        for (auto const stage : {Stage::Scaling, Stage::Operation}) {
            CAPTURE(look.size.x);
            CAPTURE(look.size.y);
            TrialWall wall(told({stage, 2}), look);
            wall.tap("trial/scale-plan");
            look_at(wall);
            wall.tap("scale/what-now");
            look_at(wall);
            wall.tap("scale/add-place");
            look_at(wall);
            wall.tap("scale/place/1/due");
            look_at(wall);
        }
}

TEST_CASE("with the largest words the review's verdict ends above what stands below it") {
    TrialWall wall(told({Stage::Test, 1}), {{1920, 1080}, text::Language::Danish, 2});
    wall.tap("trial/review");
    wall.tap("review/result");
    wall.type("6");
    wall.tap("review/guard");
    wall.type("21");
    auto const* verdict = wall.find("review/verdict");
    auto const* below = wall.find("review/carried-out/0");
    REQUIRE(verdict);
    REQUIRE(below);
    CHECK(verdict->rect.bottom() < below->rect.y);
}
