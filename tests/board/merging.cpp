// Merging ideas, parting them again, and the quiet hint that one is like another.
#include "board/text_rules.h"
#include "board/wall.h"

#include <doctest/doctest.h>

using namespace board;
using namespace board_tests;

namespace {

std::vector<IdeaId> ids(std::vector<Idea const*> const& ideas) {
    std::vector<IdeaId> all;
    for (Idea const* idea : ideas)
        all.push_back(idea->id);
    return all;
}

} // namespace

TEST_CASE("a merged idea rests in another and comes back as it was") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("Telefontid"), b = wall.add_idea("Fast telefontid");
    Idea const before = wall.idea(a);
    wall.now.today += std::chrono::days{1};
    wall.must(MergeIdeas{a, b});
    CHECK(wall.idea(a).stage == Stage::Merged);
    CHECK(wall.idea(a).stage_since == wall.now.today);
    CHECK(wall.idea(a).merged_into == b);
    CHECK(wall.idea(b).text == "Fast telefontid");
    CHECK(wall.idea(b).stage == Stage::New);
    CHECK(ids(merged_ideas(wall.board, b)) == std::vector{a});
    CHECK(merged_ideas(wall.board, a).empty());
    CHECK(standing_for(wall.board, wall.idea(a)).id == b);

    wall.must(SplitIdea{a});
    CHECK(wall.idea(a).stage == Stage::New);
    CHECK_FALSE(wall.idea(a).merged_into);
    CHECK(wall.idea(a).text == before.text);
    CHECK(merged_ideas(wall.board, b).empty());
}

TEST_CASE("two ideas are merged where nothing is lost by it") {
    for (Given const given : all_givens) {
        CAPTURE(name_of(given));
        Wall wall = Wall::with_course();
        IdeaId const other = wall.add_idea("Telefontid");
        IdeaId const id = wall.idea_at(given);
        std::optional<Rule> expected = Rule::WrongStage;
        if (given == Given::New)
            expected = std::nullopt;
        if (given == Given::Candidate)
            expected = Rule::IdeaIsCandidate;
        CHECK(wall.rule(MergeIdeas{other, id}) == expected);
        if (expected)
            CHECK(wall.rule(MergeIdeas{id, other}) == expected);
    }
}

TEST_CASE("what stands in the way of a merge") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a"), b = wall.add_idea("b");
    SUBCASE("it is the same idea") { CHECK(wall.rule(MergeIdeas{a, a}) == Rule::MergedWithItself); }
    SUBCASE("one of them is gone") {
        CHECK(wall.rule(MergeIdeas{a, IdeaId{fresh_uuid()}}) == Rule::NoSuchIdea);
        CHECK(wall.rule(MergeIdeas{IdeaId{fresh_uuid()}, b}) == Rule::NoSuchIdea);
        CHECK(wall.rule(SplitIdea{IdeaId{fresh_uuid()}}) == Rule::NoSuchIdea);
    }
    SUBCASE("a round about others is open") {
        wall.idea_at(Given::Candidate);
        CHECK(wall.rule(MergeIdeas{a, b}) == Rule::RoundIsOpen);
        wall.must(AnnulRound{RoundNo{1}});
        CHECK_FALSE(wall.rule(MergeIdeas{a, b}));
    }
    SUBCASE("it has been tried; the other way round it goes") {
        IdeaId const tried = wall.idea_at(Given::Adjusted);
        wall.must(a_parking(tried));
        wall.must(ResumeIdea{tried});
        CHECK(wall.rule(MergeIdeas{tried, a}) == Rule::IdeaHasTrials);
        CHECK_FALSE(wall.rule(MergeIdeas{a, tried}));
    }
}

TEST_CASE("what was merged into an idea follows it into the next") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a"), b = wall.add_idea("b"), c = wall.add_idea("c");
    wall.must(MergeIdeas{a, b});
    wall.must(MergeIdeas{b, c});
    CHECK(ids(merged_ideas(wall.board, c)) == std::vector{a, b});
    CHECK(ids(merged_ideas(wall.board, b)) == std::vector{a});
    CHECK(standing_for(wall.board, wall.idea(a)).id == c);
    CHECK(wall.rule(MergeIdeas{c, a}) == Rule::WrongStage); // no way back into oneself
    wall.must(SplitIdea{b});
    CHECK(merged_ideas(wall.board, c).empty());
    CHECK(ids(merged_ideas(wall.board, b)) == std::vector{a});
}

TEST_CASE("a merge stands once a round has been opened") {
    Wall wall = Wall::with_course();
    IdeaId const a = wall.add_idea("a"), b = wall.add_idea("b");
    wall.idea_at(Given::Candidate);
    wall.must(AnnulRound{RoundNo{1}});
    OperationId const merged = wall.must(MergeIdeas{a, b}); // a round before it does not count
    CHECK_FALSE(merge_is_final(wall.board, wall.idea(a)));
    wall.must(a_round({wall.add_idea("c"), wall.add_idea("d")}));
    CHECK(merge_is_final(wall.board, wall.idea(a)));
    CHECK(wall.rule(SplitIdea{a}) == Rule::MergeIsFinal);
    wall.must(AnnulRound{RoundNo{2}});
    CHECK(wall.rule(SplitIdea{a}) == Rule::MergeIsFinal);
    CHECK(wall.rule(Undo{merged}) == Rule::SomethingStandsOnIt);
}

TEST_CASE("undo of a merge asks what has been done to the two") {
    Wall wall = Wall::with_course();
    AddIdea const first = an_idea(), second = an_idea();
    OperationId const added = wall.must(first);
    OperationId const other = wall.must(second);
    Board const before = wall.board;
    OperationId const merged = wall.must(MergeIdeas{first.id, second.id});
    CHECK(wall.rule(Undo{added}) == Rule::SomethingStandsOnIt);
    CHECK(wall.rule(Undo{other}) == Rule::SomethingStandsOnIt);
    SUBCASE("nothing") {
        wall.must(Undo{merged});
        CHECK(wall.board == before);
    }
    SUBCASE("the other was written on, which does not hold it") {
        wall.must(EditIdea{second.id, "Telefontid kl. 9"});
        CHECK_FALSE(wall.rule(Undo{merged}));
    }
    SUBCASE("a third was merged into the other, which does not hold it") {
        wall.must(MergeIdeas{wall.add_idea("c"), second.id});
        CHECK_FALSE(wall.rule(Undo{merged}));
    }
    SUBCASE("the other was selected") {
        OperationId const selected = wall.must(SelectIdea{second.id, "Vi vil i gang."});
        CHECK(wall.rule(Undo{merged}) == Rule::SomethingStandsOnIt);
        wall.must(Undo{selected});
        CHECK_FALSE(wall.rule(Undo{merged}));
    }
    SUBCASE("they were split") {
        OperationId const split = wall.must(SplitIdea{first.id});
        CHECK(wall.rule(Undo{merged}) == Rule::SomethingStandsOnIt);
        wall.must(Undo{split});
        CHECK(wall.idea(first.id).merged_into == second.id);
        CHECK_FALSE(wall.rule(Undo{merged}));
    }
    SUBCASE("they were split and merged the other way round") {
        OperationId const split = wall.must(SplitIdea{first.id});
        wall.must(MergeIdeas{second.id, first.id});
        CHECK(wall.rule(Undo{split}) == Rule::SomethingStandsOnIt);
    }
}

TEST_CASE("the like of an idea is found whatever its capitals and spaces") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea("Åbn på Ærø: kaffe ØL");
    struct Row {
        char const* text;
        bool like;
    };
    for (Row const& row :
         {Row{"åbn på ærø: KAFFE øl", true}, Row{" ÅBNPÅÆRØ:\nkaffe\u00A0øl ", true},
          Row{"Åbn på Ærø, kaffe øl", false}, Row{"Åbn på Ærø", false}, Row{"", false}, Row{" \u200B", false}}) {
        CAPTURE(row.text);
        CHECK((similar_idea(wall.board, row.text) == find_idea(wall.board, id)) == row.like);
        CHECK((similar_idea(wall.board, row.text) == nullptr) != row.like);
    }
    CHECK(likeness_of("Ü é Z") == "Üéz");
}

TEST_CASE("an idea that is merged or parked is no hint") {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.add_idea("Kaffe");
    SUBCASE("merged") { wall.must(MergeIdeas{id, wall.add_idea("Te")}); }
    SUBCASE("parked") { wall.must(a_parking(id)); }
    CHECK_FALSE(similar_idea(wall.board, "kaffe"));
}
