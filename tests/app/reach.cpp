// The screens measured in millimetres, on walls from 55 to 86 inches: what is touched is large enough, stands apart
// from its neighbours, and lies where everybody reaches it.
#include "demo_wall.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace {

constexpr float least_side_mm = 20, least_gap_mm = 4, lowest_mm = 380, highest_mm = 1220;
constexpr float rounding_mm = 0.3F; // edges lie on whole pixels

/// A screen and how high it hangs, so that its keyboards end within reach.
struct Mounting {
    double inches;
    double lower_edge_mm;
    ui::Vec2 px;
    int text_step = 0;
};
constexpr Mounting mountings[] = {
    {55, 780, {1920, 1080}},    {55, 780, {3840, 2160}},    {65, 720, {1920, 1080}},    {65, 720, {3840, 2160}},
    {75, 640, {1920, 1080}},    {75, 640, {3840, 2160}},    {86, 560, {1920, 1080}},    {86, 560, {3840, 2160}},
    {55, 780, {1920, 1080}, 1}, {55, 780, {1920, 1080}, 2}, {65, 720, {1920, 1080}, 1}, {65, 720, {1920, 1080}, 2},
    {75, 640, {1920, 1080}, 1}, {75, 640, {1920, 1080}, 2}, {86, 560, {1920, 1080}, 1}, {86, 560, {1920, 1080}, 2},
};

/// Taps, one after the other, that lead to a screen from the board.
struct Place {
    std::string name;
    std::vector<char const*> taps;
};
std::vector<Place> places() {
    std::vector<char const*> const pin{"pin/key/7", "pin/key/4", "pin/key/0", "pin/key/2",
                                       "pin/key/9", "pin/key/5", "pin/done"};
    std::vector<char const*> pin_chosen = pin;
    pin_chosen.insert(pin_chosen.end(), pin.begin(), pin.end());
    pin_chosen.push_back("pin/written");
    return {
        {"board", {}},
        {"pad", {"dock/new-idea", "pad/1/key/s", "pad/1/key/a", "pad/1/key/g"}},
        {"pad's signs", {"pad/1/key/signs"}},
        {"pad's people", {"pad/1/author"}},
        {"more", {"pad/1/close", "dock/more"}},
        {"look", {"more/screen"}},
        {"lowered", {"more/lower", "more/back", "more/close"}},
        {"search", {"board/lift", "dock/find", "find/key/t", "find/key/e"}},
        {"search by areas", {"find/areas"}},
        {"card's panel", {"find/close", "idea/5"}},
        {"card's areas", {"idea/5/areas"}},
        {"picture", {"idea/5/areas/close", "board/picture", "idea/5", "weigh/chart", "idea/5"}},
        {"trial to write", {"weigh/back", "idea/6", "idea/6/to-test", "idea/6"}},
        {"start form", {"trial/write"}},
        {"start form's figures", {"start/baseline"}},
        {"start form's dates", {"start/done", "start/to/other"}},
        {"trials", {"start/to/other", "start/close", "trial/back", "idea/3"}},
        {"review", {"trial/review"}},
        {"review's figures", {"review/result"}},
        {"review's words", {"review/done", "review/happened"}},
        {"the other half", {"review/done", "review/back", "trial/share"}},
        {"two chains", {"right/trials/idea/6"}},
        {"a form beside a review", {"left/trial/review", "right/trial/write"}},
        {"two keyboards", {"left/review/result", "right/start/what"}},
        {"vote",
         {"left/review/done", "left/review/back", "right/start/close", "right/trial/back", "trial/back", "dock/vote"}},
        {"data", {"vote/back", "dock/more", "more/data"}},
        {"choose a PIN", {"more/back", "more/facilitator"}},
        {"export", pin_chosen},
        {"people", {"facilitator/people"}},
        {"history", {"course/back", "facilitator/history"}},
        {"history's search", {"history/search"}},
        {"erasing a person", {"facilitator/person"}},
        {"where the name stands", {"person/people/1"}},
        {"rules", {"facilitator/course", "course/part/5"}},
        {"closing", {"course/part/6"}},
        {"setting up", {"course/back", "facilitator/back", "dock/more", "more/course", "course/part/1"}},
        {"frames", {"course/part/2"}},
        {"who takes part", {"course/part/3", "people/2"}},
        {"days", {"course/part/4", "days/5"}},
        {"obstacles", {"course/back", "dock/more", "more/leader", "leader/1"}},
        {"a new obstacle", {"leader/new"}},
        {"an answer", {"leader/done", "leader/1/answer"}},
        {"coming meeting", {"leader/back", "dock/meeting", "meeting/step/3"}},
        {"since last", {"meeting/begin"}},
        {"meeting", {"meeting/agenda-back"}},
        {"a step", {"meeting/step/3"}},
        {"changing the agenda", {"meeting/edit", "meeting/step/3"}},
        {"round", {"meeting/edit", "meeting/round"}},
        {"a round under way", {"round/begin"}},
        {"farewell",
         {"round/stop", "round/back", "meeting/next", "meeting/next", "meeting/next", "meeting/next", "meeting/next",
          "meeting/next", "meeting/next", "meeting/finish"}}};
}

class MeasuredWall {
  public:
    MeasuredWall(TestFolder const& folder, Mounting const& mounting) : m_mounting(mounting) {
        auto const file = folder / (std::to_string(int(mounting.inches)) + "-" + std::to_string(int(mounting.px.x)) +
                                    "-" + std::to_string(mounting.text_step));
        auto setup = demo_wall(file, 12);
        setup.config.diagonal_inches = mounting.inches;
        setup.config.lower_edge_mm = mounting.lower_edge_mm;
        setup.config.text_step = mounting.text_step;
        setup.size = mounting.px;
        m_stage = open_stage(setup);
    }

    void tap(char const* id) {
        auto const item = m_stage->find(id);
        REQUIRE_MESSAGE(item, std::string(id), " is not there");
        m_stage->play({{.path = {m_stage->middle(*item)}, .seconds = 0.06}});
    }
    ui::Rect rect(char const* id) const {
        auto const item = m_stage->find(id);
        REQUIRE_MESSAGE(item, std::string(id), " is not there");
        return item->rect;
    }
    std::vector<ui::Item> targets() const {
        std::vector<ui::Item> found;
        for (ui::Item const& item : m_stage->app().ui().items())
            if (item.enabled && item.role != "panel" && item.role != "scroll" && item.role != "lane" &&
                !item.rect.clipped(item.clip).empty())
                found.push_back(item);
        return found;
    }
    float mm(float du) const { return du / m_stage->app().ui().theme().mm; }
    /// Of the screen's y above the floor.
    float height_mm(float y) const {
        return static_cast<float>(m_mounting.lower_edge_mm) + mm(m_stage->app().ui().screen().bottom() - y);
    }

  private:
    Mounting m_mounting;
    std::unique_ptr<app::Stage> m_stage;
};

bool is_one_of(std::string const& word, std::initializer_list<char const*> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}
/// As it is called where the wall is not shared by two trials.
std::string alone(std::string const& id) {
    for (std::string_view const half : {"left/", "right/"})
        if (id.starts_with(half))
            return id.substr(half.size());
    return id;
}
/// The part of the screen it belongs to. A card's panel stands over the board and is a part of its own.
std::string family(std::string const& item_id) {
    auto const id = alone(item_id);
    auto const first = id.find('/'), second = id.find('/', first + 1);
    return id.substr(0, id.starts_with("idea/") && second != std::string::npos ? second : first);
}
bool is_key(ui::Item const& item) { return item.role == "key" || item.role == "suggestion"; }
/// What nobody can do without: the dock, the keys, and the buttons of pads and panels.
bool essential(ui::Item const& item) {
    return is_key(item) || family(item.id) == "dock" ||
           (item.role == "button" && is_one_of(family(item.id), {"pad", "more", "find", "weigh", "start", "review"}));
}
/// What may stand above a pad's keys and at a panel's top: nobody has to say who the author is, and a panel is left
/// by the dock's own button as well. Rows of a list scroll down to the hand. A known measure can be written, too.
bool may_stand_high(ui::Item const& item) {
    return item.id == "more/back" || item.id.ends_with("/author") || item.id.ends_with("/active") ||
           alone(item.id) == "start/known" || item.id.starts_with("find/row/");
}

/// How far apart, du; nothing for one that stands on the other.
std::optional<float> gap(ui::Rect const& a, ui::Rect const& b) {
    float const across = std::max(a.x - b.right(), b.x - a.right());
    float const along = std::max(a.y - b.bottom(), b.y - a.bottom());
    return a.overlaps(b) ? std::nullopt : std::optional(std::max(across, along));
}

void measure_sizes(MeasuredWall const& wall, std::vector<ui::Item> const& targets) {
    for (ui::Item const& item : targets) {
        float const width_mm = wall.mm(item.rect.w), height_mm = wall.mm(item.rect.h);
        CAPTURE(item.id);
        CHECK(width_mm >= least_side_mm - rounding_mm);
        CHECK(height_mm >= least_side_mm - rounding_mm);
    }
}

/// Keys are one grid of a pitch; everything else keeps its distance from what belongs to the same part.
void measure_gaps(MeasuredWall const& wall, std::vector<ui::Item> const& targets) {
    for (std::size_t i = 0; i < targets.size(); ++i)
        for (std::size_t k = i + 1; k < targets.size(); ++k) {
            ui::Item const &a = targets[i], &b = targets[k];
            auto const between = gap(a.rect.clipped(a.clip), b.rect.clipped(b.clip)); // what can be touched of them
            if (family(a.id) != family(b.id) || (is_key(a) && is_key(b)) || !between)
                continue;
            CAPTURE(a.id);
            CAPTURE(b.id);
            CHECK(wall.mm(*between) >= least_gap_mm - rounding_mm);
        }
}

void measure_reach(MeasuredWall const& wall, std::vector<ui::Item> const& targets) {
    for (ui::Item const& item : targets) {
        if (!essential(item) || may_stand_high(item))
            continue;
        float const at_mm = wall.height_mm(item.rect.centre().y);
        CAPTURE(item.id);
        CHECK(at_mm >= lowest_mm);
        CHECK(at_mm <= highest_mm);
    }
}

} // namespace

TEST_CASE("What is touched is large enough, stands apart and lies within reach") {
    TestFolder const folder("reach");
    for (Mounting const& mounting : mountings) {
        MeasuredWall wall(folder, mounting);
        for (Place const& place : places()) {
            for (char const* id : place.taps)
                wall.tap(id);
            CAPTURE(mounting.inches);
            CAPTURE(mounting.px.x);
            CAPTURE(mounting.text_step);
            CAPTURE(place.name);
            auto const targets = wall.targets();
            CHECK(targets.size() > 3);
            measure_sizes(wall, targets);
            measure_gaps(wall, targets);
            measure_reach(wall, targets);
        }
    }
}

TEST_CASE("On a wall that hangs low the band stands where a hand reaches it") {
    TestFolder const folder("reach");
    MeasuredWall const wall(folder, {86, 150, {1080, 1920}});
    for (ui::Item const& item : wall.targets())
        if (family(item.id) == "dock")
            CHECK(wall.height_mm(item.rect.bottom()) >= lowest_mm - rounding_mm);
}

TEST_CASE("For a left hand menus unfold to the left, and keyboards and what ends a pad stand there") {
    TestFolder const folder("left-hand");
    MeasuredWall wall(folder, {86, 560, {2560, 1080}}); // so wide that a menu fits on either side
    auto const menu_is_left = [&] {
        for (char const* id : {"idea/6", "trial/move"})
            wall.tap(id);
        bool const left = wall.rect("idea/6/to-trial").right() < wall.rect("idea/6").x;
        wall.tap("idea/6/panel/close");
        return left;
    };
    for (char const* id : {"idea/6", "idea/6/to-test"})
        wall.tap(id);
    CHECK_FALSE(menu_is_left());
    for (char const* id : {"dock/more", "more/screen", "more/left-hand", "more/back", "more/close"})
        wall.tap(id);
    CHECK(menu_is_left());
    wall.tap("dock/new-idea");
    CHECK(wall.rect("pad/1/close").x > wall.rect("pad/1/place").x);
    for (char const* id : {"pad/1/close", "idea/6", "trial/write"})
        wall.tap(id);
    CHECK(wall.rect("start/key/l").right() < wall.rect("start/what").x);
}
