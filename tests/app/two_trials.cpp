// Two trials side by side: neither half hears the other's answers, and nothing that was written is lost.
#include "demo_wall.h"

#include <algorithm>

namespace {

class SharedWall {
  public:
    explicit SharedWall(TestFolder const& folder, ui::Vec2 size = {1920, 1080}, double inches = 65) {
        auto setup = demo_wall(folder / (std::to_string(int(size.x)) + "-" + std::to_string(int(inches))));
        setup.size = size;
        setup.config.diagonal_inches = inches;
        m_stage = open_stage(setup);
        for (char const* id : {"idea/6", "idea/6/to-test"})
            tap(id);
    }

    bool has(std::string const& id) const { return m_stage->find(id).has_value(); }
    ui::Item item(std::string const& id) const {
        auto const found = m_stage->find(id);
        REQUIRE_MESSAGE(found, id, " is not there");
        return *found;
    }
    ui::Vec2 middle(std::string const& id) const { return m_stage->middle(item(id)); }
    void tap(std::string const& id) { m_stage->play({{.path = {middle(id)}, .seconds = 0.06}}); }
    void tap_all(std::initializer_list<char const*> ids) {
        for (char const* id : ids)
            tap(id);
    }
    void tap_both(std::string const& one, std::string const& other) {
        m_stage->play({{.path = {middle(one)}, .seconds = 0.06}, {.path = {middle(other)}, .seconds = 0.06}});
    }
    void type(std::string const& text) { m_stage->type(text); }
    void wait(double seconds) { m_stage->wait(seconds); }
    std::string screen() const { return m_stage->app().screen_name(); }
    board::Idea const& idea(int no) const { return *board::find_idea(m_stage->app().board(), no); }
    board::Trial const* draft(int no) const { return board::latest_trial(idea(no)); }
    /// The field with the caret in that half.
    bool writes_in(std::string const& id) const { return has(id + "/scroll"); }

    /// Where a sentence stands, the only one there is.
    ui::Rect notice() const {
        auto const& items = m_stage->app().ui().items();
        auto const found = std::find_if(items.begin(), items.end(),
                                        [](auto const& one) { return one.role == "notice"; });
        REQUIRE(found != items.end());
        return found->rect;
    }

    /// Two start forms, of ideas 6 and 5.
    void share_two_forms() {
        tap_all({"idea/5", "idea/5/to-test"});
        wait(11);
        tap_all({"idea/6", "trial/write", "trial/share", "right/trials/idea/5", "right/trial/write"});
    }

  private:
    std::unique_ptr<app::Stage> m_stage;
};

} // namespace

TEST_CASE("Two start forms are refused in the same frame, and each for what it lacks") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.share_two_forms();
    wall.tap("right/start/assumption");
    wall.type("ro giver hurtigere sager");
    wall.tap("right/start/key/enter");
    wall.tap_both("left/start/start", "right/start/start");
    CHECK(wall.writes_in("left/start/assumption"));
    CHECK_FALSE(wall.writes_in("left/start/what"));
    CHECK(wall.writes_in("right/start/what"));
    CHECK_FALSE(wall.writes_in("right/start/assumption"));
}

TEST_CASE("Two forms are written by two hands and saved each on its own idea") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.share_two_forms();
    wall.tap_both("left/start/assumption", "right/start/what");
    wall.tap_both("left/start/key/a", "right/start/key/b");
    wall.tap_both("left/start/key/n", "right/start/key/o");
    wall.wait(2);
    REQUIRE(wall.draft(6));
    REQUIRE(wall.draft(5));
    CHECK(wall.draft(6)->plan.assumption == "An");
    CHECK(wall.draft(6)->plan.what.empty());
    CHECK(wall.draft(5)->plan.what == "Bo");
    CHECK(wall.draft(5)->plan.assumption.empty());
}

TEST_CASE("The half that is closed leaves the other as it was, and takes the wall only from hands that rest") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.share_two_forms();
    wall.tap("left/start/assumption");
    wall.type("vi tror");
    wall.tap_all({"right/start/close", "right/trial/back"});
    CHECK(wall.item("left/start/assumption").value == "vi tror");
    CHECK(wall.has("left/start/key/a")); // where it was
    CHECK(wall.has("right/trials/idea/5"));
    CHECK_FALSE(wall.has("right/trials/idea/6")); // it is open already
    wall.tap("right/trials/close");
    CHECK(wall.item("start/assumption").value == "vi tror");
    wall.tap_all({"start/close", "trial/share", "right/trials/idea/5", "right/trial/back"});
    CHECK(wall.has("trial/share")); // nobody wrote: it has the whole wall again
    wall.tap("trial/back");
    CHECK(wall.screen() == "board");
}

TEST_CASE("One hand keeps both halves open; when nobody is there both close, and what was refused is there again") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.share_two_forms();
    wall.tap("left/start/scope");
    wall.type("fru Hansen 010203-1234");
    wall.tap("right/start/assumption");
    for (int i = 0; i < 4; ++i) {
        wall.wait(25);
        wall.tap("right/start/key/a");
    }
    CHECK(wall.item("left/start/scope").value == "fru Hansen 010203-1234");
    wall.wait(60);
    CHECK(wall.screen() == "board");
    CHECK(wall.draft(5)->plan.assumption == "Aaaa");
    CHECK((!wall.draft(6) || wall.draft(6)->plan.scope.empty())); // no board keeps a CPR number
    wall.tap("idea/6");
    CHECK(wall.item("start/scope").value == "fru Hansen 010203-1234");
    CHECK_FALSE(wall.has("right/trials/close"));
}

TEST_CASE("What was just written is saved when the header leads to the meeting, in both halves") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.tap_all({"dock/meeting", "meeting/begin", "meeting/agenda-back", "meeting/back"});
    wall.share_two_forms();
    wall.tap_both("left/start/what", "right/start/what");
    wall.tap_both("left/start/key/j", "right/start/key/n");
    wall.tap("header/meeting");
    CHECK(wall.screen() == "meeting");
    CHECK(wall.draft(6)->plan.what == "J");
    CHECK(wall.draft(5)->plan.what == "N");
}

TEST_CASE("What was done is said, and can be undone, in the half where it was done") {
    TestFolder const folder("two-trials");
    SharedWall wall(folder);
    wall.wait(11);
    wall.tap_all({"idea/6", "trial/write", "trial/share", "right/trials/idea/1", "right/trial/scale-plan",
                  "left/start/assumption", "right/scale/roll-back"});
    wall.type("Det holdt ikke.");
    wall.tap("right/scale/roll-back");
    CHECK(wall.idea(1).stage == board::Stage::Test);
    CHECK(wall.notice().x >= 960);
    CHECK(wall.notice().right() <= 1920);
    CHECK(wall.item("left/start/assumption").value.empty()); // it was typed in the half touched last
    wall.tap("Fortryd");
    CHECK(wall.idea(1).stage == board::Stage::Scaling);
    CHECK(wall.notice().x >= 960);
}

TEST_CASE("The wall is not shared where half of it is too narrow") {
    TestFolder const folder("two-trials");
    struct Small {
        ui::Vec2 size;
        double inches;
    };
    for (Small const& small : {Small{{1080, 1920}, 65}, Small{{1920, 1080}, 20}, Small{{1280, 1024}, 65}}) {
        CAPTURE(small.size.x);
        SharedWall wall(folder, small.size, small.inches);
        wall.tap("idea/6");
        CHECK(wall.has("trial/write"));
        CHECK_FALSE(wall.has("trial/share"));
    }
}
