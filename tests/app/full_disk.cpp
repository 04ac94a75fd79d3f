// A disk that takes no more: what somebody wrote and drew stays on the wall, to be put up again.
#include "at_the_wall.h"

namespace {

/// The demo's wall on a disk that can be full.
struct Wall : FillingDisk, AtTheWall {
    Wall() : AtTheWall("full-disk") { stage = open_stage(demo_wall(folder / "board.rundtbord")); }
    void draw(std::string const& id) {
        auto const sheet = stage->find(id);
        REQUIRE(sheet);
        stage->play({{.path = {stage->within(*sheet, {80, 60}), stage->within(*sheet, {400, 200})}}});
    }
};

} // namespace

TEST_CASE("a note that the full disk did not take comes back whole and is put up when there is room") {
    Wall wall;
    auto const ideas = wall.board().ideas.size();
    wall.tap("dock/new-idea");
    wall.stage->type("Mere lys");
    wall.tap("pad/1/colour/4");
    wall.tap("pad/1/draw");
    wall.draw("pad/1/ink");
    wall.full = true;
    wall.tap("pad/1/place");
    CHECK(wall.board().ideas.size() == ideas);
    REQUIRE(wall.stage->find("draft/1"));

    wall.full = false;
    wall.tap("draft/1");
    wall.tap("pad/1/place");
    REQUIRE(wall.board().ideas.size() == ideas + 1);
    auto const& idea = wall.board().ideas.back();
    CHECK(idea.text == "Mere lys");
    CHECK(idea.colour == board::NoteColour{3});
    REQUIRE(idea.ink);
    CHECK(idea.ink->strokes.size() == 1);
    CHECK_FALSE(wall.stage->find("draft/1"));
}

TEST_CASE("an edit that the full disk did not take is one draft, and loses neither colour nor drawing") {
    Wall wall;
    auto const id = wall.board().ideas.back().id;
    auto const before = wall.board().ideas.back();
    auto const name = "idea/" + std::to_string(before.no);
    wall.tap(name);
    wall.tap(name + "/edit");
    wall.stage->type(" også her");
    wall.tap("pad/1/draw");
    wall.draw("pad/1/ink");
    wall.full = true;
    wall.tap("pad/1/place");
    CHECK(*board::find_idea(wall.board(), id) == before);
    REQUIRE(wall.stage->find("draft/1"));
    CHECK_FALSE(wall.stage->find("draft/2"));

    wall.full = false;
    wall.tap("draft/1");
    wall.tap("pad/1/place");
    auto const* after = board::find_idea(wall.board(), id);
    CHECK(after->text == before.text + " også her");
    CHECK(after->colour == before.colour);
    REQUIRE(after->ink);
    CHECK(after->ink->strokes.size() == 1);
}

TEST_CASE("drafts that the full disk did not take are kept once there is room, without another touch") {
    Wall wall;
    wall.full = true;
    wall.tap("dock/new-idea");
    wall.stage->type("Mere lys");
    wall.stage->wait(1);
    wall.full = false;
    wall.stage->wait(6);
    REQUIRE(wall.stage->restart());
    wall.stage->wait(0.5);
    REQUIRE(wall.stage->find("draft/1"));
    CHECK(wall.stage->find("draft/1")->label.find("Mere lys") != std::string::npos);
}
