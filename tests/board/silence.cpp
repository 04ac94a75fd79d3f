// Notes written in silence: masked until they are all shown at once, and until then nobody does anything with them.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

IdeaId add_masked(Wall& wall, std::string const& text = "Skrevet i stilhed") {
    AddIdea wish = an_idea();
    wish.text = text;
    wish.masked = true;
    wall.must(wish);
    return wish.id;
}

} // namespace

TEST_CASE("nothing is done with an idea that nobody can read yet") {
    Wall wall = Wall::with_course();
    IdeaId const hidden = add_masked(wall), open = wall.add_idea(), other = wall.add_idea();
    AddIdea built = an_idea();
    built.builds_on = hidden;
    struct Row {
        char const* name;
        Command wish;
    };
    std::vector<Row> const rows{
        {"edited", EditIdea{hidden, "Noget andet"}},
        {"recoloured", RecolourIdea{hidden, NoteColour::Pink}},
        {"drawn on", DrawOnIdea{hidden, some_ink()}},
        {"tagged", TagIdea{hidden, {EffectArea::Time}}},
        {"weighed", WeighIdea{hidden, Weighing{50, 50}}},
        {"selected", SelectIdea{.id = hidden, .reason = "Vi vil i gang."}},
        {"parked", a_parking(hidden)},
        {"merged into another", MergeIdeas{hidden, open}},
        {"merged with another", MergeIdeas{open, hidden}},
        {"voted on", a_round({open, other, hidden})},
        {"built on", built},
    };
    for (auto const& row : rows) {
        CAPTURE(row.name);
        CHECK(wall.rule(row.wish) == Rule::IdeaIsMasked);
    }
    wall.must(RevealIdeas{{hidden}});
    for (auto const& row : rows) {
        Wall here = wall;
        CAPTURE(row.name);
        CHECK_FALSE(here.rule(row.wish));
    }
}

TEST_CASE("all that is hidden is shown at once, in the order it was shuffled to") {
    Wall wall = Wall::with_course();
    IdeaId const a = add_masked(wall), open = wall.add_idea(), b = add_masked(wall), c = add_masked(wall);
    CHECK(wall.rule(RevealIdeas{{a, b}}) == Rule::NoSuchIdea);
    CHECK(wall.rule(RevealIdeas{{a, b, c, open}}) == Rule::NoSuchIdea);
    CHECK(wall.rule(RevealIdeas{{a, b, b}}) == Rule::NoSuchIdea);
    CHECK(wall.board.order == std::vector{a, open, b, c});
    wall.must(RevealIdeas{{c, a, b}});
    CHECK(wall.board.order == std::vector{c, open, a, b});
    for (IdeaId const id : {a, b, c}) {
        CHECK_FALSE(wall.idea(id).masked);
        CHECK_FALSE(wall.idea(id).author);
    }
    CHECK(wall.rule(RevealIdeas{{}}) == Rule::NothingMasked);
}

TEST_CASE("a hidden note is taken back by whoever put it up, until it is shown") {
    Wall wall = Wall::with_course();
    AddIdea wish = an_idea();
    wish.masked = true;
    OperationId const added = wall.must(wish);
    SUBCASE("before") { CHECK_FALSE(wall.rule(Undo{added})); }
    SUBCASE("after") {
        wall.must(RevealIdeas{{wish.id}});
        CHECK(wall.rule(Undo{added}) == Rule::SomethingStandsOnIt);
    }
}
