// What is put on an idea beside its words: ink, effect areas, its place in the picture of indsats and effekt.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

Ink full_ink(std::size_t points) {
    return {.height = ink_grid, .strokes = {{InkColour::Ink, std::vector(points, InkPoint{1, 1, 1})}}};
}

} // namespace

TEST_CASE("an idea needs text or ink") {
    struct Row {
        char const* name;
        char const* text;
        std::optional<Ink> ink;
        std::optional<Rule> refused;
    };
    Ink const beside = {.height = 5, .strokes = some_ink().strokes};
    for (Row const& row : {
             Row{"text", "Kort brev", {}, {}},
             Row{"ink", "", some_ink(), {}},
             Row{"both", "Kort brev", some_ink(), {}},
             Row{"neither", " ", {}, Rule::TextEmpty},
             Row{"ink without strokes", "", Ink{}, Rule::TextEmpty},
             Row{"ink off its grid", "Kort brev", beside, Rule::InkOffGrid},
             Row{"all the ink there is room for", "", full_ink(max_ink_points), {}},
             Row{"more", "", full_ink(max_ink_points + 1), Rule::InkFull},
             Row{"a CPR number beside ink", "010101-1234", some_ink(), Rule::LooksLikeCpr},
         }) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        AddIdea wish = an_idea();
        wish.text = row.text;
        wish.ink = row.ink;
        CHECK(wall.rule(wish) == row.refused);
        if (!row.refused)
            CHECK(wall.idea(wish.id).ink == row.ink);
        CHECK(wall.board.ideas.size() == (row.refused ? 0 : 1));
    }
}

TEST_CASE("ink is changed and taken away while something stays on the note") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    wall.must(DrawOnIdea{id, some_ink()});
    CHECK(wall.idea(id).ink == some_ink());
    wall.must(EditIdea{id, ""});
    CHECK(wall.rule(DrawOnIdea{id, {}}) == Rule::TextEmpty);
    CHECK(wall.rule(DrawOnIdea{id, Ink{}}) == Rule::TextEmpty);
    CHECK(wall.rule(DrawOnIdea{id, full_ink(max_ink_points + 1)}) == Rule::InkFull);
    wall.must(EditIdea{id, "Kort brev"});
    wall.must(DrawOnIdea{id, Ink{}});
    CHECK_FALSE(wall.idea(id).ink);
    CHECK(wall.rule(EditIdea{id, ""}) == Rule::TextEmpty);
}

TEST_CASE("a drawn idea is added and undone as one") {
    Wall wall = Wall::with_course();
    AddIdea wish = an_idea();
    wish.ink = some_ink();
    OperationId const operation = wall.must(wish);
    wall.must(Undo{operation});
    CHECK(wall.board.ideas.empty());
}

TEST_CASE("effect areas stand once and in their order") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    wall.must(TagIdea{id, {EffectArea::Money, EffectArea::Time, EffectArea::Money}});
    CHECK(wall.idea(id).areas == std::vector{EffectArea::Time, EffectArea::Money});
    wall.must(TagIdea{id, {}});
    CHECK(wall.idea(id).areas.empty());
}

TEST_CASE("an idea lies within the picture or not in it") {
    struct Row {
        int effect, effort;
        std::optional<Rule> refused;
    };
    for (Row const& row :
         {Row{0, 0, {}}, Row{100, 100, {}}, Row{-1, 50, Rule::NumberOutOfRange}, Row{101, 50, Rule::NumberOutOfRange},
          Row{50, -1, Rule::NumberOutOfRange}, Row{50, 101, Rule::NumberOutOfRange}}) {
        CAPTURE(row.effect);
        CAPTURE(row.effort);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.add_idea();
        CHECK(wall.rule(WeighIdea{id, Weighing{row.effect, row.effort}}) == row.refused);
        CHECK(wall.idea(id).weighing.has_value() == !row.refused);
        wall.must(WeighIdea{id, {}});
        CHECK_FALSE(wall.idea(id).weighing);
    }
}

TEST_CASE("each change beside the words is undone") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    Board const before = wall.board;
    for (Command const& command : {Command{DrawOnIdea{id, some_ink()}}, Command{TagIdea{id, {EffectArea::Absence}}},
                                   Command{WeighIdea{id, Weighing{70, 30}}}})
        wall.must(Undo{wall.must(command)});
    CHECK(wall.board == before);
}

TEST_CASE("candidates keep what is on them") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(Given::Candidate);
    CHECK(wall.rule(DrawOnIdea{id, some_ink()}) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(TagIdea{id, {}}) == Rule::IdeaIsCandidate);
    CHECK(wall.rule(WeighIdea{id, {}}) == Rule::IdeaIsCandidate);
}
