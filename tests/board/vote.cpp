// The arithmetic of a vote, and the ballot box.
#include "board/vote.h"

#include <doctest/doctest.h>

using namespace board;

TEST_CASE("a quarter of the ideas in dots and between two and five") {
    struct Row {
        int candidates, dots;
    };
    for (Row const row : {Row{2, 2}, Row{4, 2}, Row{8, 2}, Row{9, 3}, Row{10, 3}, Row{12, 3}, Row{16, 4}, Row{17, 5},
                          Row{20, 5}, Row{40, 5}, Row{10'000, 5}}) {
        CAPTURE(row.candidates);
        CHECK(recommended_dots(row.candidates) == row.dots);
    }
}

TEST_CASE("the ballot box keeps sums in the round's order") {
    VoteRound round;
    round.dots = 3;
    round.max_per_idea = 2;
    for (std::uint8_t byte = 1; byte <= 3; ++byte)
        round.candidates.push_back(IdeaId{Uuid{{byte}}});

    BallotBox box{round};
    CHECK(box.ballots() == 0);
    CHECK(box.sums() ==
          std::vector<Tally>{{round.candidates[0], 0}, {round.candidates[1], 0}, {round.candidates[2], 0}});

    box.cast({1, 2, 0});
    box.cast({0, 1, 1});
    box.cast({0, 0, 0});
    CHECK(box.ballots() == 3);
    CHECK(box.sums() ==
          std::vector<Tally>{{round.candidates[0], 1}, {round.candidates[1], 3}, {round.candidates[2], 1}});
}

TEST_CASE("the order of ballots leaves no trace in the box") {
    VoteRound round;
    round.dots = 2;
    round.max_per_idea = 1;
    round.candidates = {IdeaId{Uuid{{1}}}, IdeaId{Uuid{{2}}}};
    BallotBox first{round};
    first.cast({1, 0});
    first.cast({1, 1});
    BallotBox second{round};
    second.cast({1, 1});
    second.cast({1, 0});
    CHECK(first.sums() == second.sums());
    CHECK(first.ballots() == second.ballots());
}
