// *Afstemning* from the first tap to the choice: what it asks of the board, and what it never tells.
#include "screens/wall.h"

#include <algorithm>
#include <set>

using test::team;
using test::VoteWall;

namespace {

template <class Command> std::vector<Command> asked(VoteWall const& wall) {
    std::vector<Command> found;
    for (auto const& command : wall.asked)
        if (auto const* wanted = std::get_if<Command>(&command))
            found.push_back(*wanted);
    return found;
}

/// Opens a ballot for that person, sets a dot on each idea of the list, and hands it in.
void vote(VoteWall& wall, int person, std::vector<int> const& ideas, int place = 1) {
    auto const ballot = "ballot/" + std::to_string(place);
    wall.tap("vote/person/" + std::to_string(person));
    for (int const idea : ideas)
        wall.tap(ballot + "/idea/" + std::to_string(idea));
    wall.tap(ballot + "/cast");
}

/// What every item tells, but not where it stands: ballots are shuffled.
std::set<std::string> told(VoteWall const& wall) {
    std::set<std::string> lines;
    for (auto const& item : wall.items())
        lines.insert(item.id + "|" + item.role + "|" + item.label + "|" + item.value + "|" +
                     (item.enabled ? "enabled" : "disabled"));
    return lines;
}

std::vector<int> dots(board::VoteRound const& round) {
    std::vector<int> found;
    for (auto const& tally : round.tallies)
        found.push_back(tally.dots);
    return found;
}

} // namespace

TEST_CASE("the setup opens a round with the ideas that were not left out") {
    VoteWall wall(team(8, 3));
    wall.tap("vote/candidate/2");
    wall.tap("vote/candidate/5");
    wall.tap("vote/candidate/5");
    wall.tap("vote/dots/more");
    wall.tap("vote/max/more");
    wall.tap("vote/open");
    REQUIRE(wall.board.rounds.size() == 1);
    auto const& round = wall.board.rounds[0];
    CHECK(round.candidates.size() == 7);
    CHECK(std::count(round.candidates.begin(), round.candidates.end(), wall.board.ideas[1].id) == 0);
    CHECK(round.dots == 3);
    CHECK(round.max_per_idea == 2);
    CHECK(wall.has("vote/person/1"));
    CHECK(wall.refused.empty());
}

TEST_CASE("the recommended dots follow the number of candidates") {
    struct Case {
        int ideas, dots;
    };
    for (auto const& given : {Case{2, 2}, Case{10, 3}, Case{16, 4}, Case{20, 5}}) {
        CAPTURE(given.ideas);
        VoteWall wall(team(given.ideas, 2));
        wall.tap("vote/open");
        REQUIRE(wall.board.rounds.size() == 1);
        CHECK(wall.board.rounds[0].dots == given.dots);
        CHECK(wall.board.rounds[0].max_per_idea == 1);
    }
}

TEST_CASE("no vote can be opened with too few ideas or with nobody to vote") {
    SUBCASE("one idea") {
        VoteWall wall(team(1, 3));
        CHECK_FALSE(wall.has("vote/open"));
        CHECK_FALSE(wall.has("vote/participants"));
    }
    SUBCASE("nobody") {
        VoteWall wall(team(3, 0));
        CHECK_FALSE(wall.has("vote/open"));
        wall.tap("vote/participants");
        CHECK(wall.went.back() == screens::Screen::Facilitator);
    }
    SUBCASE("only one candidate left in") {
        VoteWall wall(team(2, 3));
        wall.tap("vote/candidate/1");
        REQUIRE(wall.has("vote/open"));
        CHECK_FALSE(wall.find("vote/open")->enabled);
    }
    SUBCASE("those who are no longer active") {
        auto board = team(3, 2);
        for (auto& person : board.participants)
            person.active = false;
        VoteWall wall(board);
        CHECK(wall.has("vote/participants"));
    }
}

TEST_CASE("leaders vote only when the team has set it so") {
    auto board = team(3, 2);
    board.participants[0].role = board::Role::Leader;
    board.course.settings.leader_votes = false;
    VoteWall wall(board);
    wall.tap("vote/open");
    CHECK_FALSE(wall.has("vote/person/1"));
    CHECK(wall.has("vote/person/2"));
}

TEST_CASE("three people vote at once and the sums are written when the round closes") {
    VoteWall wall(team(4, 3));
    wall.tap("vote/open");
    for (int const person : {1, 2, 3})
        wall.tap("vote/person/" + std::to_string(person));
    for (int const place : {1, 2, 3}) {
        auto const ballot = "ballot/" + std::to_string(place);
        wall.tap(ballot + "/idea/1");
        wall.tap(ballot + "/idea/" + std::to_string(place + 1));
    }
    for (int const place : {2, 1, 3})
        wall.tap("ballot/" + std::to_string(place) + "/cast");
    CHECK(asked<board::CloseRound>(wall).empty());
    CHECK(wall.board.rounds[0].tallies.empty());
    wall.tap("vote/close");
    REQUIRE(wall.board.rounds[0].state == board::RoundState::Closed);
    CHECK(wall.board.rounds[0].ballots == 3);
    CHECK(dots(wall.board.rounds[0]) == std::vector{3, 1, 1, 1});
    CHECK(wall.view.cast.empty());
    CHECK(wall.view.box.ballots() == 0);
}

TEST_CASE("dots are set and taken back within what a ballot holds") {
    VoteWall wall(team(5, 2));
    wall.tap("vote/max/more");
    wall.tap("vote/open");
    wall.tap("vote/person/1");
    auto const& ballot = wall.view.ballots[0];
    REQUIRE(ballot);
    CHECK_FALSE(wall.find("ballot/1/cast")->enabled);
    wall.tap("ballot/1/idea/3");
    CHECK(ballot->dots == std::vector{0, 0, 1, 0, 0});
    CHECK(wall.find("ballot/1/cast")->enabled);
    wall.tap("ballot/1/idea/3");
    CHECK(ballot->dots == std::vector{0, 0, 2, 0, 0});
    SUBCASE("a dot too many says so and sets nothing") {
        wall.tap("ballot/1/idea/1");
        CHECK(ballot->dots == std::vector{0, 0, 2, 0, 0});
        CHECK(ballot->hint == "Du har brugt alle prikkerne.");
        wall.wait(5);
        CHECK(ballot->hint.empty());
    }
    SUBCASE("a tap on a dot takes it back") {
        auto const rect = wall.find("ballot/1/idea/3")->rect;
        wall.tap_at({rect.right() - 100, rect.centre().y});
        CHECK(ballot->dots == std::vector{0, 0, 1, 0, 0});
    }
    SUBCASE("a closed ballot keeps nothing") {
        wall.tap("ballot/1/close");
        CHECK_FALSE(wall.view.ballots[0]);
        wall.tap("vote/person/1");
        REQUIRE(wall.view.ballots[0]);
        CHECK(wall.view.ballots[0]->dots == std::vector{0, 0, 0, 0, 0});
        CHECK(wall.view.box.ballots() == 0);
    }
}

TEST_CASE("a ballot opens in the place that was tapped and nobody votes twice") {
    VoteWall wall(team(3, 5));
    wall.tap("vote/open");
    wall.tap("vote/place/2");
    wall.tap("vote/person/4");
    REQUIRE(wall.view.ballots[1]);
    CHECK(wall.view.ballots[1]->voter == wall.board.participants[3].id);
    wall.tap("vote/person/4");
    CHECK(wall.view.told.size() == 1);
    vote(wall, 1, {2}, 1);
    wall.tap("vote/person/1");
    CHECK_FALSE(wall.view.ballots[0]);
    CHECK(wall.view.told.size() == 2);
    wall.tap("vote/person/2");
    wall.tap("vote/person/3");
    wall.tap("vote/person/5");
    REQUIRE(wall.view.told.size() == 3);
    CHECK(wall.view.told.back().sentence == "Alle pladser er i brug. Vent, til en bliver fri.");
    wall.wait(5);
    CHECK(wall.view.told.empty());
}

TEST_CASE("closing early is asked once") {
    VoteWall wall(team(3, 3));
    wall.tap("vote/open");
    SUBCASE("and can wait") {
        vote(wall, 1, {1});
        wall.tap("vote/close");
        CHECK(asked<board::CloseRound>(wall).empty());
        wall.tap("vote/keep-open");
        CHECK(wall.has("vote/close"));
        CHECK(wall.board.rounds[0].state == board::RoundState::Open);
    }
    SUBCASE("and is done") {
        vote(wall, 1, {1, 2});
        wall.tap("vote/close");
        wall.tap("vote/close-anyway");
        CHECK(wall.board.rounds[0].state == board::RoundState::Closed);
        CHECK(dots(wall.board.rounds[0]) == std::vector{1, 1, 0});
    }
    SUBCASE("and with no ballots the round is annulled") {
        wall.tap("vote/close");
        CHECK_FALSE(wall.has("vote/close-anyway"));
        wall.tap("vote/annul");
        CHECK(wall.board.rounds[0].state == board::RoundState::Annulled);
        CHECK(wall.has("vote/open"));
        CHECK(wall.find("vote/annulled")->label ==
              "Afstemning 1 er annulleret. Ingen stemmer er gemt. Stem igen, når I er klar.");
    }
}

TEST_CASE("nothing told of the wall depends on where the dots are") {
    auto const run = [](std::vector<int> const& ideas) {
        VoteWall wall(team(4, 3));
        wall.tap("vote/open");
        std::vector<std::set<std::string>> seen;
        wall.tap("vote/person/1");
        for (int const idea : ideas) {
            wall.tap("ballot/1/idea/" + std::to_string(idea));
            seen.push_back(told(wall));
        }
        wall.tap("ballot/1/cast");
        seen.push_back(told(wall));
        wall.wait(6);
        seen.push_back(told(wall));
        wall.tap("vote/person/2");
        seen.push_back(told(wall));
        return seen;
    };
    CHECK(run({1, 2}) == run({4, 3}));
    CHECK(run({1, 2}) == run({2, 3}));
}

TEST_CASE("the curtain falls before the result and tells no sums") {
    VoteWall wall(team(3, 2));
    wall.tap("vote/open");
    vote(wall, 1, {1, 2});
    vote(wall, 2, {2, 3});
    wall.tap("vote/close");
    CHECK(wall.has("vote/reveal"));
    CHECK_FALSE(wall.has("vote/result/1"));
    wall.tap("vote/reveal");
    CHECK_FALSE(wall.find("vote/result/2")->enabled); // nothing to choose while it rises
    wall.wait(4);
    CHECK(wall.find("vote/result/2")->enabled);
    CHECK(wall.find("vote/result/2")->value == "2");
    CHECK(wall.find("vote/result/1")->value == "1");
    CHECK(wall.find("vote/result/2")->rect.y < wall.find("vote/result/1")->rect.y);
}

TEST_CASE("up to three ideas are chosen from the result") {
    VoteWall wall(team(5, 2));
    wall.tap("vote/open");
    vote(wall, 1, {1, 2});
    vote(wall, 2, {2, 3});
    wall.tap("vote/close");
    wall.tap("vote/reveal");
    wall.wait(4);
    CHECK_FALSE(wall.find("vote/select")->enabled);
    for (int const idea : {1, 2, 3, 4})
        wall.tap("vote/result/" + std::to_string(idea));
    CHECK_FALSE(wall.find("vote/select")->enabled);
    wall.tap("vote/result/4");
    wall.tap("vote/result/1");
    wall.tap("vote/select");
    CHECK(asked<board::SelectIdea>(wall).size() == 2);
    CHECK(wall.board.ideas[1].stage == board::Stage::Selected);
    CHECK(wall.board.ideas[2].stage == board::Stage::Selected);
    CHECK(wall.board.ideas[0].stage == board::Stage::New);
    CHECK(wall.went == std::vector{screens::Screen::Board});
    CHECK(wall.refused.empty());

    wall.tap("vote/earlier");
    wall.tap("vote/round/1");
    CHECK_FALSE(wall.find("vote/result/2")->enabled);
    CHECK(wall.find("vote/result/1")->enabled);
}

TEST_CASE("a new round starts afresh") {
    VoteWall wall(team(4, 2));
    wall.tap("vote/open");
    vote(wall, 1, {1});
    wall.tap("vote/close");
    wall.tap("vote/close-anyway");
    wall.tap("vote/reveal");
    wall.tap("vote/back");
    wall.tap("vote/open");
    CHECK(wall.view.round == board::RoundNo{2});
    CHECK(wall.view.cast.empty());
    CHECK(wall.view.box.ballots() == 0);
    vote(wall, 1, {4});
    vote(wall, 2, {4});
    wall.tap("vote/close");
    CHECK(dots(wall.board.rounds[1]) == std::vector{0, 0, 0, 2});
}

TEST_CASE("leaving the screen throws open ballots away and keeps those handed in") {
    VoteWall wall(team(4, 3));
    wall.tap("vote/open");
    vote(wall, 1, {1});
    wall.tap("vote/person/2");
    wall.tap("ballot/1/idea/2");
    wall.tap("vote/back");
    CHECK(wall.went == std::vector{screens::Screen::Board});
    CHECK_FALSE(wall.view.ballots[0]);
    CHECK(wall.view.box.ballots() == 1);
    CHECK(wall.view.cast.size() == 1);
}

TEST_CASE("at least one ballot can be read on any wall") {
    for (auto const size : {ui::Vec2{1080, 1920}, ui::Vec2{1280, 720}, ui::Vec2{3840, 2160}, ui::Vec2{1024, 768}}) {
        CAPTURE(size.x);
        VoteWall wall(team(6, 4), size);
        wall.tap("vote/open");
        wall.tap("vote/person/1");
        REQUIRE(wall.view.ballots[0]);
        int const first = wall.view.ballots[0]->shuffled[0] + 1; // at the top, before anything is scrolled
        auto const row = "ballot/1/idea/" + std::to_string(first);
        CHECK(wall.find(row)->rect.w >= 360);
        wall.tap(row);
        wall.tap("ballot/1/cast");
        CHECK(wall.view.box.ballots() == 1);
    }
}

TEST_CASE("who is away is left out and votes when they come") {
    VoteWall wall(team(3, 4));
    wall.tap("vote/here/2");
    wall.tap("vote/here/3");
    wall.tap("vote/here/3");
    CHECK(wall.find("vote/here/2")->value == "away");
    wall.tap("vote/open");
    for (int const person : {1, 3})
        vote(wall, person, {1});
    CHECK(wall.find("vote/person/2")->value == "away");
    SUBCASE("nobody waits for them") {
        vote(wall, 4, {1});
        wall.tap("vote/close");
        CHECK(wall.board.rounds[0].state == board::RoundState::Closed);
        CHECK(wall.board.rounds[0].ballots == 3);
    }
    SUBCASE("late is not too late") {
        vote(wall, 2, {1});
        vote(wall, 4, {1});
        wall.tap("vote/close");
        CHECK(wall.board.rounds[0].ballots == 4);
    }
}

TEST_CASE("a leader who votes last waits for the others") {
    auto board = team(3, 3);
    board.participants[0].role = board::Role::Leader;
    board.course.settings.leader_last = true;
    VoteWall wall(board);
    SUBCASE("and is told so") {
        wall.tap("vote/open");
        vote(wall, 2, {1});
        wall.tap("vote/person/1");
        CHECK_FALSE(wall.view.ballots[0]);
        REQUIRE(wall.view.told.size() == 1);
        CHECK(wall.view.told[0].sentence == "Lederen stemmer sidst. Er de andre færdige, så tryk igen.");
        SUBCASE("until the others have voted") {
            vote(wall, 3, {1});
            vote(wall, 1, {2});
            CHECK(wall.view.box.ballots() == 3);
        }
        SUBCASE("until the leader says that they are done") {
            wall.tap("vote/person/1");
            CHECK(wall.view.ballots[0]);
        }
        SUBCASE("once more when some time has gone") {
            wall.wait(5);
            wall.tap("vote/person/1");
            CHECK_FALSE(wall.view.ballots[0]);
        }
    }
    SUBCASE("unless the team has set it otherwise") {
        wall.tap("vote/leader/1");
        REQUIRE(asked<board::ChangeSettings>(wall).size() == 1);
        CHECK_FALSE(wall.board.course.settings.leader_last);
        wall.tap("vote/open");
        vote(wall, 1, {1});
        CHECK(wall.view.box.ballots() == 1);
        CHECK(wall.board.course.settings.leader_votes);
    }
    SUBCASE("or not at all") {
        wall.tap("vote/leader/2");
        CHECK_FALSE(wall.board.course.settings.leader_votes);
        CHECK(wall.board.course.settings.leader_last);
        wall.tap("vote/open");
        CHECK_FALSE(wall.has("vote/person/1"));
    }
}

TEST_CASE("nobody is seen missing") {
    VoteWall wall(team(3, 3));
    wall.tap("vote/open");
    auto const people = [&] {
        std::set<std::string> seen;
        for (auto const& item : wall.items())
            if (item.id.starts_with("vote/person/"))
                seen.insert(item.id + "|" + item.label + "|" + item.value + "|" + (item.enabled ? "e" : "d"));
        return seen;
    };
    auto const before = people();
    vote(wall, 2, {1});
    CHECK(people() == before);
}

TEST_CASE("paper ballots are typed as totals") {
    VoteWall wall(team(3, 4));
    wall.tap("vote/method/1");
    wall.tap("vote/open");
    REQUIRE(wall.board.rounds[0].method == board::BallotMethod::Paper);
    auto const count = [&](std::string const& digits) {
        for (char const digit : digits)
            wall.tap(std::string("paper/key/") + digit);
    };
    CHECK_FALSE(wall.find("vote/close")->enabled);
    count("12");
    wall.tap("paper/next");
    count("12");
    wall.tap("paper/idea/3");
    count("9");
    SUBCASE("the sum is checked") {
        CHECK(wall.find("vote/close")->enabled);
        wall.tap("paper/idea/2");
        count("4");
        CHECK_FALSE(wall.find("vote/close")->enabled);
        CHECK(wall.find("paper/wrong")->label == "12 sedler med 2 prikker giver højst 24. Her er 25.");
        wall.tap("paper/key/backspace");
        count("3");
        CHECK_FALSE(wall.has("paper/wrong"));
        wall.tap("vote/close");
        REQUIRE(wall.board.rounds[0].state == board::RoundState::Closed);
        CHECK(wall.board.rounds[0].ballots == 12);
        CHECK(dots(wall.board.rounds[0]) == std::vector{12, 3, 9});
        CHECK(wall.has("vote/reveal"));
    }
    SUBCASE("one idea cannot have more than each may give") {
        count("9");
        CHECK(wall.find("paper/wrong")->label == "12 sedler med 1 prik giver højst 12. Her er 99.");
    }
    SUBCASE("it can be annulled") {
        wall.tap("paper/annul");
        wall.tap("vote/keep-open");
        wall.tap("paper/annul");
        wall.tap("vote/annul");
        CHECK(wall.board.rounds[0].state == board::RoundState::Annulled);
    }
    SUBCASE("what is typed stays while somebody looks at the board") {
        wall.tap("vote/back");
        CHECK(wall.find("paper/idea/3")->value == "9");
    }
}

namespace {

/// No 1 got three dots, 2 and 3 two each, and 4 one of five ideas; the result is on the wall.
void vote_to_result(VoteWall& wall) {
    wall.tap("vote/open");
    vote(wall, 1, {1, 2});
    vote(wall, 2, {1, 3});
    vote(wall, 3, {1, 2});
    vote(wall, 4, {3, 4});
    wall.tap("vote/close");
    wall.tap("vote/reveal");
    wall.wait(4);
}

} // namespace

TEST_CASE("a tie is said in words and left to people") {
    VoteWall wall(team(5, 4));
    vote_to_result(wall);
    REQUIRE(wall.has("vote/tie"));
    CHECK(wall.find("vote/tie")->label == "2 idéer deler 2. pladsen. Tavlen vælger ikke mellem dem. Det gør I.");
    wall.tap("vote/result/1");
    wall.tap("vote/result/3");
    wall.tap("vote/select");
    CHECK(wall.board.ideas[2].stage == board::Stage::Selected); // either of the tied: no reason is asked for
    CHECK(wall.refused.empty());
}

TEST_CASE("choosing past ideas with more dots asks for a written reason") {
    VoteWall wall(team(5, 4));
    vote_to_result(wall);
    wall.tap("vote/result/4");
    wall.tap("vote/result/1");
    wall.tap("vote/select");
    CHECK(asked<board::SelectIdea>(wall).empty());
    CHECK_FALSE(wall.find("vote/select")->enabled);
    SUBCASE("which goes with the idea that needs it") {
        wall.tap("vote/reason/easy");
        wall.tap("vote/select");
        CHECK(wall.board.ideas[3].selection_reason == "Den er let at prøve");
        CHECK(wall.board.ideas[0].selection_reason.empty());
        CHECK(wall.refused.empty());
    }
    SUBCASE("and one can go back") {
        wall.tap("vote/reason/back");
        CHECK(wall.has("vote/result/1"));
        wall.tap("vote/result/4");
        wall.tap("vote/select");
        CHECK(wall.board.ideas[0].stage == board::Stage::Selected);
    }
    SUBCASE("a CPR number is no reason") {
        wall.view.form.text("vote/reason").set("Det bad 010190-1234 om");
        wall.wait(0.1);
        wall.tap("vote/select");
        CHECK(asked<board::SelectIdea>(wall).empty());
        CHECK(wall.view.form.why == "Det ligner et CPR-nummer. Det må ikke stå på tavlen.");
    }
}

TEST_CASE("some are voted on once more and the first result stays") {
    VoteWall wall(team(5, 4));
    vote_to_result(wall);
    wall.tap("vote/result/2");
    CHECK_FALSE(wall.has("vote/again"));
    wall.tap("vote/result/3");
    wall.tap("vote/again");
    wall.tap("vote/open");
    REQUIRE(wall.board.rounds.size() == 2);
    CHECK(wall.board.rounds[1].candidates == std::vector{wall.board.ideas[1].id, wall.board.ideas[2].id});
    for (int const person : {1, 2, 3, 4})
        vote(wall, person, {person == 1 ? 2 : 3});
    wall.tap("vote/close");
    wall.tap("vote/reveal");
    wall.wait(4);
    CHECK(wall.find("vote/result/3")->value == "3");
    wall.tap("vote/back");
    wall.tap("vote/earlier");
    wall.tap("vote/round/1");
    CHECK(wall.find("vote/result/3")->value == "2");
    CHECK(wall.find("vote/result/1")->value == "3");
    CHECK(wall.has("vote/tie")); // at once: it has been seen to rise
}

TEST_CASE("an annulled round is listed and cannot be opened") {
    VoteWall wall(team(3, 2));
    wall.tap("vote/open");
    wall.tap("vote/close");
    wall.tap("vote/annul");
    wall.tap("vote/earlier");
    CHECK_FALSE(wall.find("vote/round/1")->enabled);
    wall.tap("vote/new");
    CHECK(wall.has("vote/open"));
    wall.tap("vote/back");
    CHECK_FALSE(wall.has("vote/annulled")); // it has been said
}
