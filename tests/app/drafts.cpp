#include "drafts.h"

#include <doctest/doctest.h>

using screens::Draft;

TEST_CASE("drafts come back as they were left") {
    board::IdeaId const idea{{{1, 2, 3, 4, 5, 6, 0x70, 8, 0x80, 10, 11, 12, 13, 14, 15, 16}}};
    Draft written{.text = "Blåbær\n\"til alle\"", .colour = board::NoteColour::Pink};
    Draft edits{.text = "Rettet", .colour = board::NoteColour::Blue, .edits = idea};
    Draft drawn{.text = "", .colour = board::NoteColour::Green, .builds_on = idea};
    drawn.ink = board::Ink{.height = 3000, .strokes = {{board::InkColour::Red, {{1, 2, 3}, {40, 50, 60}}}}};
    Draft const pictured{.text = "", .photo = board::Photo{std::string(64, 'a'), 2048, 1365}};
    auto const back = app::drafts_from_text(app::to_text({written, edits, drawn, pictured}));
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
    CHECK(app::to_text({Draft{.text = "Borger 010203-1234 ringer"}}).empty());
    CHECK(app::drafts_from_text("")->empty());
}

TEST_CASE("what is no drafts is told, not guessed at") {
    for (char const* text : {"{", "[1]", "[{}]", "{\"text\":3}", "[{\"text\":\"a\",\"colour\":\"b\"}]",
                             "[{\"text\":\"a\",\"colour\":1,\"ink\":{}}]"})
        CHECK_FALSE(app::drafts_from_text(text));
    CHECK(app::drafts_from_text("[{\"text\":\"a\",\"colour\":77}]")->front().colour == board::NoteColour::Yellow);
}

TEST_CASE("a draft of silent writing comes back hidden") {
    auto const back = app::drafts_from_text(app::to_text({Draft{.text = "a", .masked = true}, Draft{.text = "b"}}));
    REQUIRE(back);
    CHECK((*back)[0].masked);
    CHECK_FALSE((*back)[1].masked);
}
