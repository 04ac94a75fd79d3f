// Two people act in two places: each has Fortryd beside what they did, and each takes back only their own.
#include "demo_wall.h"

#include <algorithm>

namespace {

class TwoAtTheWall {
  public:
    explicit TwoAtTheWall(TestFolder const& folder) : m_stage(open_stage(demo_wall(folder / "two.rundtbord"))) {}

    ui::Item item(std::string const& id) const {
        auto const found = m_stage->find(id);
        REQUIRE_MESSAGE(found, id, " is not there");
        return *found;
    }
    bool has(std::string const& id) const { return m_stage->find(id).has_value(); }
    ui::Vec2 middle(std::string const& id) const { return m_stage->middle(item(id)); }
    void tap(std::string const& id) { m_stage->play({{.path = {middle(id)}, .seconds = 0.06}}); }
    /// Both fingers come down at the same moment.
    void tap_both(std::string const& one, std::string const& other) {
        m_stage->play({{.path = {middle(one)}, .seconds = 0.06}, {.path = {middle(other)}, .seconds = 0.06}});
    }
    void type(std::string const& text) { m_stage->type(text); }
    void wait(double seconds) { m_stage->wait(seconds); }
    board::Idea const& idea(int no) const { return *board::find_idea(m_stage->app().board(), no); }
    /// The Fortryd nearest to a place, and the sentence it belongs to.
    struct Notice {
        std::string id, sentence;
        ui::Rect rect;
    };
    std::vector<Notice> notices() const {
        std::vector<Notice> all;
        for (auto const& one : m_stage->app().ui().items())
            if (one.role == "notice")
                all.push_back({one.id, one.label, one.rect});
        return all;
    }
    Notice nearest_notice(ui::Vec2 at) const {
        auto const all = notices();
        REQUIRE_FALSE(all.empty());
        auto const away = [at](Notice const& one) { return std::abs(one.rect.centre().x - at.x); };
        return *std::min_element(all.begin(), all.end(),
                                 [&](Notice const& a, Notice const& b) { return away(a) < away(b); });
    }

  private:
    std::unique_ptr<app::Stage> m_stage;
};

/// Puts idea 5 and idea 6 on other papers, at the same moment, in two places.
void recolour_both(TwoAtTheWall& wall) {
    wall.tap("idea/5");
    wall.tap("idea/5/paper/2");
    wall.tap("idea/5/panel/close");
    wall.tap("idea/6");
    wall.tap("idea/6/paper/3");
    wall.tap("idea/6/panel/close");
}

} // namespace

TEST_CASE("Two act at once; each takes back only their own") {
    TestFolder const folder("undo-by-two");
    TwoAtTheWall wall(folder);
    auto const blue = wall.idea(5).colour, was = wall.idea(6).colour;
    ui::Vec2 const left = wall.middle("idea/5"), right = wall.middle("idea/6");
    recolour_both(wall);
    REQUIRE(wall.notices().size() == 2);
    auto const hers = wall.nearest_notice(left), his = wall.nearest_notice(right);
    CHECK(hers.id != his.id);
    CHECK_FALSE(hers.rect.overlaps(his.rect));

    wall.tap(his.id + "/undo");
    CHECK(wall.idea(6).colour == was);
    CHECK(wall.idea(5).colour != blue);
    CHECK(wall.has(hers.id + "/undo"));
    CHECK_FALSE(wall.has(his.id + "/undo"));

    wall.tap(hers.id + "/undo");
    CHECK(wall.idea(5).colour == blue);
}

TEST_CASE("Both touch their Fortryd in the same moment") {
    TestFolder const folder("undo-at-once");
    TwoAtTheWall wall(folder);
    auto const five = wall.idea(5).colour, six = wall.idea(6).colour;
    ui::Vec2 const left = wall.middle("idea/5"), right = wall.middle("idea/6");
    recolour_both(wall);
    wall.tap_both(wall.nearest_notice(left).id + "/undo", wall.nearest_notice(right).id + "/undo");
    CHECK(wall.idea(5).colour == five);
    CHECK(wall.idea(6).colour == six);
}

TEST_CASE("What the other has built on is not taken back, and a sentence says so in its place") {
    TestFolder const folder("undo-stands");
    TwoAtTheWall wall(folder);
    wall.tap("dock/new-idea");
    wall.type("Fælles kalender");
    wall.tap("pad/1/place");
    auto const first = wall.notices().back();
    wall.tap("idea/9"); // the other one writes on
    wall.tap("idea/9/edit");
    wall.type(" for begge teams");
    wall.tap("pad/1/place");
    wall.tap(first.id + "/undo");
    CHECK(wall.idea(9).text == "Fælles kalender for begge teams");
    auto const said = wall.notices();
    auto const refusal = std::find_if(said.begin(), said.end(), [](auto const& one) {
        return one.sentence == "Det kan ikke fortrydes, for noget senere bygger på det.";
    });
    REQUIRE(refusal != said.end());
    CHECK(std::abs(refusal->rect.centre().x - first.rect.centre().x) < 200);
    CHECK_FALSE(wall.has(first.id + "/undo"));
}

TEST_CASE("Fortryd stands for ten seconds, each for its own") {
    TestFolder const folder("undo-ten-seconds");
    TwoAtTheWall wall(folder);
    wall.tap("idea/5");
    wall.tap("idea/5/paper/2");
    wall.tap("idea/5/panel/close");
    wall.wait(6);
    wall.tap("idea/6");
    wall.tap("idea/6/paper/3");
    wall.tap("idea/6/panel/close");
    REQUIRE(wall.notices().size() == 2);
    wall.wait(5);
    REQUIRE(wall.notices().size() == 1);
    auto const six = wall.idea(6).colour;
    wall.tap(wall.notices().front().id + "/undo");
    CHECK(wall.idea(6).colour != six);
    CHECK(wall.idea(5).colour == board::NoteColour::Orange);
}
