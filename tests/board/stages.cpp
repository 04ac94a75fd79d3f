// Which command may be given to an idea at which point of its way: the whole table, so that no combination is left
// to chance.
#include "board/wall.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace board;
using namespace board_tests;

namespace {

struct Row {
    char const* name;
    std::function<Command(Wall const&, IdeaId)> command;
    std::vector<Given> legal;
};

std::vector<Row> rows() {
    auto const here = [](Wall const& wall, IdeaId id) { return wall.trial_of(id); };
    auto const next = [](Wall const& wall, IdeaId id) { return TrialRef{id, wall.trial_of(id).no + 1}; };
    return {
        {"EditIdea",
         [](Wall const&, IdeaId id) {
             return EditIdea{id, "Anden tekst"};
         },
         {Given::New, Given::Selected, Given::Drafted}},
        {"RecolourIdea",
         [](Wall const&, IdeaId id) {
             return RecolourIdea{id, NoteColour::Blue};
         },
         {std::begin(all_givens), std::end(all_givens)}},
        {"DrawOnIdea",
         [](Wall const&, IdeaId id) {
             return DrawOnIdea{id, some_ink()};
         },
         {Given::New, Given::Selected, Given::Drafted}},
        {"TagIdea",
         [](Wall const&, IdeaId id) {
             return TagIdea{id, {EffectArea::Time}};
         },
         {Given::New, Given::Selected, Given::Drafted}},
        {"WeighIdea",
         [](Wall const&, IdeaId id) {
             return WeighIdea{id, Weighing{80, 20}};
         },
         {Given::New, Given::Selected, Given::Drafted}},
        {"PlaceIdea",
         [](Wall const&, IdeaId id) {
             return PlaceIdea{id, {}};
         },
         {std::begin(all_givens), std::end(all_givens)}},
        {"SelectIdea",
         [](Wall const&, IdeaId id) {
             return SelectIdea{id, "Vi vil i gang."};
         },
         {Given::New}},
        {"DeselectIdea", [](Wall const&, IdeaId id) { return DeselectIdea{id}; }, {Given::Selected}},
        {"ParkIdea",
         [](Wall const&, IdeaId id) { return a_parking(id); },
         {Given::New, Given::Selected, Given::Drafted, Given::Adjusted}},
        {"ResumeIdea", [](Wall const&, IdeaId id) { return ResumeIdea{id}; }, {Given::Parked}},
        {"SplitIdea", [](Wall const&, IdeaId id) { return SplitIdea{id}; }, {Given::Merged}},
        {"WriteTrialPlan, the latest",
         [=](Wall const& wall, IdeaId id) {
             return WriteTrialPlan{here(wall, id), a_plan(wall)};
         },
         {Given::Drafted, Given::Adjusted}},
        {"WriteTrialPlan, the next",
         [=](Wall const& wall, IdeaId id) {
             return WriteTrialPlan{next(wall, id), a_plan(wall)};
         },
         {Given::Selected}},
        {"StartTrial", [=](Wall const& wall, IdeaId id) { return StartTrial{here(wall, id)}; }, {Given::Drafted}},
        {"NoteOutcome",
         [=](Wall const& wall, IdeaId id) {
             return NoteOutcome{here(wall, id), an_outcome()};
         },
         {Given::Running, Given::Reviewed}},
        {"DecideTrial",
         [=](Wall const& wall, IdeaId id) { return a_decision(here(wall, id), Decision::Adjust); },
         {Given::Reviewed}},
        {"WriteScalePlan",
         [](Wall const&, IdeaId id) {
             return WriteScalePlan{id, a_scale_plan()};
         },
         {Given::Scaling, Given::Operation}},
        {"SetPlaceState",
         [](Wall const&, IdeaId id) {
             return SetPlaceState{id, 0, PlaceState::Taught};
         },
         {Given::Operation}},
        {"RollBack",
         [](Wall const&, IdeaId id) {
             return RollBack{id, "Det holdt ikke."};
         },
         {Given::Scaling}},
        {"NoteFollowUp",
         [](Wall const&, IdeaId id) {
             return NoteFollowUp{id, FollowUp{monday, Holds::Yes, 7.0}};
         },
         {Given::Operation}},
    };
}

} // namespace

TEST_CASE("each command is granted at the points where it belongs and nowhere else") {
    for (Row const& row : rows()) {
        for (Given const given : all_givens) {
            CAPTURE(row.name);
            CAPTURE(name_of(given));
            Wall wall = Wall::with_course();
            IdeaId const id = wall.idea_at(given);
            Board const before = wall.board;
            bool const granted = !wall.rule(row.command(wall, id));
            bool const legal = std::find(row.legal.begin(), row.legal.end(), given) != row.legal.end();
            CHECK(granted == legal);
            if (!granted)
                CHECK(wall.board == before);
        }
    }
}

TEST_CASE("each command to an idea that is gone says so") {
    for (Row const& row : rows()) {
        CAPTURE(row.name);
        Wall wall = Wall::with_course();
        IdeaId const id = wall.idea_at(Given::Drafted);
        Command const command = row.command(wall, id);
        wall.records.erase(wall.records.end() - 3, wall.records.end());
        wall.board = fold(wall.records);
        REQUIRE_FALSE(find_idea(wall.board, id));
        CHECK(wall.rule(command) == Rule::NoSuchIdea);
    }
}

TEST_CASE("without a course only a course can be made") {
    for (Row const& row : rows()) {
        CAPTURE(row.name);
        Wall const other = [] {
            Wall wall = Wall::with_course();
            wall.idea_at(Given::Drafted);
            return wall;
        }();
        Wall empty;
        CHECK(empty.rule(row.command(other, other.board.ideas.front().id)) == Rule::NoCourse);
    }
    Wall empty;
    CHECK(empty.rule(a_participant()) == Rule::NoCourse);
    CHECK(empty.rule(ChangeSettings{}) == Rule::NoCourse);
    CHECK(empty.rule(PlanMeetings{}) == Rule::NoCourse);
    CHECK(empty.rule(Undo{}) == Rule::NoCourse);
    CHECK_FALSE(empty.rule(a_course()));
    CHECK(empty.rule(a_course()) == Rule::CourseExists);
}
