#include "drafts.h"

#include <doctest/doctest.h>

#include <chrono>

using screens::Draft;
using screens::RoundView;

namespace {

std::optional<std::vector<Draft>> from(std::string_view text) {
    auto begun = app::begun_from_text(text);
    return begun ? std::optional(std::move(begun->drafts)) : std::nullopt;
}

board::ParticipantId person(unsigned char no) {
    return {{{1, 2, 3, 4, 5, 6, 0x70, 8, 0x80, 10, 11, 12, 13, 14, 15, no}}};
}

} // namespace

TEST_CASE("drafts come back as they were left") {
    board::IdeaId const idea{{{1, 2, 3, 4, 5, 6, 0x70, 8, 0x80, 10, 11, 12, 13, 14, 15, 16}}};
    Draft written{.text = "Blåbær\n\"til alle\"", .colour = board::NoteColour::Pink};
    Draft edits{.text = "Rettet", .colour = board::NoteColour::Blue, .edits = idea};
    Draft drawn{.text = "", .colour = board::NoteColour::Green, .builds_on = idea};
    drawn.ink = board::Ink{.height = 3000, .strokes = {{board::InkColour::Red, {{1, 2, 3}, {40, 50, 60}}}}};
    Draft const pictured{.text = "", .photo = board::Photo{std::string(64, 'a'), 2048, 1365}};
    auto const back = from(app::to_text({{written, edits, drawn, pictured}}));
    REQUIRE(back);
    REQUIRE(back->size() == 4);
    CHECK((*back)[3].photo == pictured.photo);
    CHECK((*back)[0].text == written.text);
    CHECK((*back)[0].colour == written.colour);
    CHECK_FALSE((*back)[0].edits);
    CHECK((*back)[1].edits == idea);
    CHECK((*back)[2].builds_on == idea);
    CHECK((*back)[2].ink == drawn.ink);
}

TEST_CASE("no drafts are no text, and a CPR number is never kept") {
    CHECK(app::to_text({}).empty());
    CHECK(app::to_text({{Draft{.text = "Borger 010203-1234 ringer"}}}).empty());
    CHECK(from("")->empty());
}

TEST_CASE("what is no drafts is told, not guessed at") {
    for (char const* text : {"{", "3", "[1]", "{\"drafts\":3}", "{\"round\":{}}", "[{}]", "{\"text\":3}",
                             "[{\"text\":\"a\",\"colour\":\"b\"}]", "[{\"text\":\"a\",\"colour\":1,\"ink\":{}}]"})
        CHECK_FALSE(app::begun_from_text(text));
    CHECK(from("[{\"text\":\"a\",\"colour\":77}]")->front().colour == board::NoteColour::Yellow);
}

TEST_CASE("a draft of silent writing comes back hidden") {
    auto const back = from(app::to_text({{Draft{.text = "a", .masked = true}, Draft{.text = "b"}}}));
    REQUIRE(back);
    CHECK((*back)[0].masked);
    CHECK_FALSE((*back)[1].masked);
}

TEST_CASE("a round comes back at the one who had the word") {
    using namespace std::chrono;
    RoundView round{.state = RoundView::State::Running, .minutes = 2};
    round.turns = {{person(1), 61s, true, false}, {person(2), 0s, true, true}, {person(3), 7s}};
    round.on = 2;
    round.since = board::Instant(days(20'000)) + 9h + 1234ms;
    round.meeting = 3;
    auto back = app::begun_from_text(app::to_text({.drafts = {Draft{.text = "a"}}, .round = round}));
    REQUIRE(back);
    CHECK(back->drafts.size() == 1);
    CHECK(back->round.state == RoundView::State::Running);
    CHECK(back->round.minutes == 2);
    CHECK(back->round.turns == round.turns);
    CHECK(back->round.on == 2);
    CHECK(back->round.since == round.since);
    CHECK(back->round.meeting == 3);
    round.state = RoundView::State::Done;
    round.since.reset();
    back = app::begun_from_text(app::to_text({.round = round}));
    CHECK(back->round.state == RoundView::State::Done);
    CHECK_FALSE(back->round.since);
    round.state = RoundView::State::Ready;
    CHECK(app::to_text({.round = round}).empty()); // one that is over is forgotten
}

TEST_CASE("a round in which nobody has the word is none") {
    auto const text = [](char const* turns, int on) {
        return std::string(R"({"round":{"state":"running","minutes":99,"meeting":0,"turns":)") + turns +
               ",\"on\":" + std::to_string(on) + "}}";
    };
    CHECK(app::begun_from_text(text("[]", 0))->round.state == RoundView::State::Ready);
    CHECK_FALSE(app::begun_from_text(text("[{}]", 0)));
    CHECK_FALSE(app::begun_from_text(text("[]", -1)).value_or(app::Begun{}).round.state == RoundView::State::Running);
    auto const one = app::begun_from_text(
        text(R"([{"who":"x","usedMs":-5,"had":false,"passed":false}])", 0)); // out of range is drawn in
    REQUIRE(one);
    CHECK(one->round.minutes == screens::most_turn_minutes);
    CHECK(one->round.turns[0].used.count() == 0);
}
