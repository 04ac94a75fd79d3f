// What a frame is made of grows with what is in sight, not with what there is.
#include "demo_wall.h"

namespace {

/// What the board announces: its cards in sight, its lanes and buttons.
std::size_t things_on_the_wall(int made_up_ideas) {
    TestFolder const folder("growth");
    auto const stage = open_stage(demo_wall(folder / "a.rundtbord", made_up_ideas));
    REQUIRE(stage->settle());
    auto const& ideas = stage->app().board().ideas;
    REQUIRE(static_cast<int>(ideas.size()) >= made_up_ideas);
    return stage->app().ui().items().size();
}

} // namespace

TEST_CASE("a board of two thousand ideas puts no more on the wall than one of fifty") {
    auto const few = things_on_the_wall(50);
    CHECK(few > 20); // the lanes, the dock and a screenful of cards
    CHECK(things_on_the_wall(2000) == few);
}
