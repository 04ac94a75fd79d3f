// *Skriv i stilhed*: the minutes, notes that nobody can read before all are shown, and what is left when it is left.
#include "screens/wall.h"

#include <algorithm>

using test::team;
using test::VoteWall;

namespace {

VoteWall silent_wall(board::Board board = team(2, 3)) {
    return VoteWall(std::move(board), {1920, 1080}, screens::Screen::Silent);
}

/// Writes into the pad and hits its Enter.
void put_up(VoteWall& wall, std::size_t pad, std::string const& text) {
    REQUIRE(wall.silent.pads.open[pad - 1]);
    wall.silent.pads.open[pad - 1]->text.set(text);
    wall.tap("pad/" + std::to_string(pad) + "/key/enter");
}

bool is_told(VoteWall const& wall, std::string const& text) {
    auto const items = wall.items();
    return std::any_of(items.begin(), items.end(), [&](ui::Item const& item) {
        return item.label.find(text) != std::string::npos || item.value.find(text) != std::string::npos;
    });
}

} // namespace

TEST_CASE("the minutes are set between two and ten and counted down") {
    auto wall = silent_wall();
    for (int i = 0; i < 3; ++i)
        wall.tap("silent/minutes/less");
    CHECK_FALSE(wall.find("silent/minutes/less")->enabled);
    wall.tap("silent/start");
    CHECK(wall.find("silent/clock")->label == "02.00");
    wall.skip(30.5);
    wall.wait(0.1);
    CHECK(wall.find("silent/clock")->label == "01.30");
    SUBCASE("a pause stops the clock") {
        wall.tap("silent/pause");
        wall.skip(300);
        wall.wait(0.1);
        CHECK(wall.find("silent/clock")->label == "01.30");
        CHECK(wall.find("silent/clock")->value == "paused");
        wall.tap("silent/pause");
        wall.skip(10);
        wall.wait(0.1);
        CHECK(wall.find("silent/clock")->label < "01.21");
        CHECK(wall.find("silent/clock")->label > "01.17");
    }
    SUBCASE("a minute more") {
        wall.tap("silent/more-time");
        CHECK(wall.find("silent/clock")->label == "02.30");
    }
    SUBCASE("and the end is said") {
        wall.skip(90);
        wall.wait(0.1);
        CHECK(wall.find("silent/clock")->label == "Tiden er gået");
        wall.tap("silent/more-time");
        CHECK(wall.find("silent/clock")->label == "01.00");
    }
}

TEST_CASE("the wall shows the question and the clock and ways out, and nothing else") {
    auto wall = silent_wall();
    wall.tap("silent/start");
    for (auto const& item : wall.items()) {
        CAPTURE(item.id);
        CHECK(item.id.starts_with("silent/"));
    }
}

TEST_CASE("the agenda says how long") {
    auto board = team(2, 3);
    board::HeldMeeting meeting;
    meeting.no = 1;
    meeting.steps.push_back({.plan = {.title = "Idéer", .hint = {}, .minutes = 8, .opens = board::StepOpens::Silent}});
    board.meetings.push_back(meeting);
    auto wall = silent_wall(board);
    wall.tap("silent/start");
    CHECK(wall.find("silent/clock")->label == "08.00");
}

TEST_CASE("notes are put up masked and shown all at once") {
    auto wall = silent_wall();
    wall.tap("silent/write");
    wall.tap("silent/new-note");
    put_up(wall, 1, "Færre skemaer");
    put_up(wall, 2, "Fast telefontid");
    put_up(wall, 1, "Morgenmøde");
    REQUIRE(wall.board.ideas.size() == 5);
    for (std::size_t i = 2; i < 5; ++i) {
        CHECK(wall.board.ideas[i].masked);
        CHECK_FALSE(wall.board.ideas[i].author);
    }
    for (char const* text : {"Færre", "telefontid", "Morgenmøde"})
        CHECK_FALSE(is_told(wall, text));
    CHECK(wall.find("silent/note/3")->label == "Skjult idé");
    wall.tap("silent/show-all");
    wall.wait(3);
    for (auto const& idea : wall.board.ideas)
        CHECK_FALSE(idea.masked);
    CHECK(wall.find("silent/note/3")->label == "Færre skemaer");
    CHECK_FALSE(wall.has("pad/1"));
    wall.tap("silent/to-board");
    CHECK(wall.went == std::vector{screens::Screen::Board});
}

TEST_CASE("what is refused stays on the pad with its sentence") {
    auto wall = silent_wall();
    wall.tap("silent/write");
    put_up(wall, 1, "Ring til 010190-1234");
    CHECK(wall.board.ideas.size() == 2);
    REQUIRE(wall.silent.pads.open[0]);
    CHECK(wall.silent.pads.open[0]->refused->rule == board::Rule::LooksLikeCpr);
    CHECK(wall.silent.pads.open[0]->text.text() == "Ring til 010190-1234");
}

TEST_CASE("who leaves finds it again as it was, and still hidden") {
    auto wall = silent_wall();
    wall.tap("silent/write");
    put_up(wall, 1, "Færre skemaer");
    wall.silent.pads.open[0]->text.set("Halvt skrevet");
    wall.tap("silent/back");
    REQUIRE(wall.silent.pads.drafts.size() == 1);
    CHECK(wall.silent.pads.drafts[0].masked);
    wall.wait(0.1);
    CHECK(wall.has("silent/show-all")); // straight to the notes
    CHECK(wall.find("draft/1")->label == "Skjult kladde");
    CHECK_FALSE(is_told(wall, "Halvt"));
    wall.tap("draft/1");
    REQUIRE(wall.silent.pads.open[0]);
    CHECK(wall.silent.pads.open[0]->text.text() == "Halvt skrevet");
}

TEST_CASE("with nothing written there is nothing to show") {
    auto wall = silent_wall();
    wall.tap("silent/write");
    CHECK_FALSE(wall.find("silent/show-all")->enabled);
    wall.tap("silent/back");
    CHECK(wall.went == std::vector{screens::Screen::Board});
    wall.wait(0.1);
    CHECK(wall.has("silent/start"));
}
