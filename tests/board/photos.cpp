// A photo on an idea: with or without words and ink, put on, changed and taken away. Its bytes are the store's.
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

Photo a_photo(char digit = 'a') { return {std::string(64, digit), 2048, 1365}; }

} // namespace

TEST_CASE("an idea may be a photo and nothing else, when it is one") {
    struct Row {
        char const* name;
        char const* text;
        std::optional<Photo> photo;
        std::optional<Rule> refused;
    };
    for (Row const& row : {
             Row{"alone", "", a_photo(), {}},
             Row{"with words", "Ny tavle", a_photo(), {}},
             Row{"neither", "", {}, Rule::TextEmpty},
             Row{"a hash too short", "Ny tavle", Photo{"abc", 10, 10}, Rule::PhotoUnusable},
             Row{"a hash that is none", "Ny tavle", a_photo('x'), Rule::PhotoUnusable},
             Row{"capitals in it", "Ny tavle", a_photo('A'), Rule::PhotoUnusable},
             Row{"no width", "Ny tavle", Photo{std::string(64, 'a'), 0, 10}, Rule::PhotoUnusable},
             Row{"too high", "Ny tavle", Photo{std::string(64, 'a'), 10, 4097}, Rule::PhotoUnusable},
             Row{"a CPR number beside it", "010101-1234", a_photo(), Rule::LooksLikeCpr},
         }) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        AddIdea wish;
        wish.id = {fresh_uuid()};
        wish.text = row.text;
        wish.photo = row.photo;
        CHECK(wall.rule(wish) == row.refused);
        CHECK(wall.board.ideas.size() == (row.refused ? 0 : 1));
        if (!row.refused)
            CHECK(wall.idea(wish.id).photo == row.photo);
    }
}

TEST_CASE("a photo is changed and taken away while something stays on the note") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea();
    wall.must(PictureIdea{id, a_photo()});
    wall.must(PictureIdea{id, a_photo('b')});
    CHECK(wall.idea(id).photo == a_photo('b'));
    wall.must(EditIdea{id, ""});
    CHECK(wall.rule(PictureIdea{id, {}}) == Rule::TextEmpty);
    wall.must(EditIdea{id, "Ny tavle"});
    OperationId const taken_away = wall.must(PictureIdea{id, {}});
    CHECK_FALSE(wall.idea(id).photo);
    wall.must(Undo{taken_away});
    CHECK(wall.idea(id).photo == a_photo('b'));
}

TEST_CASE("an idea with a photo is added and undone as one") {
    Wall wall = Wall::with_course();
    AddIdea wish;
    wish.id = {fresh_uuid()};
    wish.photo = a_photo();
    wall.must(Undo{wall.must(wish)});
    CHECK(wall.board.ideas.empty());
}
