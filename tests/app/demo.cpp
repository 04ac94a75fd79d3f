#include "demo.h"

#include "board/apply.h"
#include "board/so_far.h"
#include "paths.h"
#include "replay.h"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

using board::Decision;
using board::Stage;

namespace {

board::Board demo_board(app::Demo demo) {
    app::IdSource ids(1);
    auto const records = app::demo_records(assets / "demo_data.json", demo, ids);
    if (!records)
        FAIL(records.error());
    return board::fold(*records);
}

board::Idea const& idea_called(board::Board const& board, std::string const& text) {
    for (board::Idea const& idea : board.ideas)
        if (idea.text == text)
            return idea;
    FAIL("no idea called " << text);
    return board.ideas.front();
}

constexpr app::Demo all_demos[] = {app::Demo::Jobcenter, app::Demo::Homecare, app::Demo::Roads, app::Demo::Library};

} // namespace

TEST_CASE("each demo is a sound board with its course") {
    struct Row {
        app::Demo demo;
        char const* workplace;
        std::size_t ideas;
        std::size_t people; ///< with the leader and the facilitator
        std::size_t rounds;
        int running;
    };
    for (Row const& row : {
             Row{app::Demo::Jobcenter, "Jobcenter Eksempelby – Team Sygedagpenge", 8, 16, 1, 1},
             Row{app::Demo::Homecare, "Hjemmeplejen Eksempelby Syd", 9, 24, 3, 1},
             Row{app::Demo::Roads, "Vej og Park Eksempelby", 7, 18, 1, 0},
             Row{app::Demo::Library, "Eksempelby Bibliotek", 3, 13, 0, 0},
         }) {
        auto const board = demo_board(row.demo);
        CAPTURE(row.workplace);
        CHECK(broken_invariants(board) == std::vector<std::string>());
        CHECK(board.course.workplace == row.workplace);
        CHECK(board.course.fictional);
        CHECK(board.course.meetings.size() == 5);
        CHECK(board.course.follow_up.has_value());
        CHECK(board.ideas.size() == row.ideas);
        CHECK(board.participants.size() == row.people);
        CHECK(board.rounds.size() == row.rounds);
        CHECK(running_trials(board) == row.running);
        CHECK(open_round(board) == nullptr);
    }
}

TEST_CASE("each idea has come as far as the data says") {
    struct Row {
        app::Demo demo;
        char const* text;
        Stage stage;
        std::vector<std::optional<Decision>> decisions; ///< of its trials; nothing for one that is open
    };
    std::optional<Decision> const open;
    for (Row const& row : {
             Row{app::Demo::Jobcenter, "Fast telefontid", Stage::Scaling, {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Jobcenter,
                 "Indkaldelsesbrev på én side",
                 Stage::Scaling,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Jobcenter, "Sagsmakker ved svære sager", Stage::Test, {Decision::Adjust, open}},
             Row{app::Demo::Jobcenter,
                 "Fælles skabelon til statusnotat",
                 Stage::Operation,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Homecare,
                 "Kørelisten klar fredag kl. 12",
                 Stage::Scaling,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Homecare, "Kort og mærkater i depotet", Stage::Operation, {Decision::Scale}},
             Row{app::Demo::Homecare,
                 "Skriftlig overlevering i stedet for morgenmøde",
                 Stage::Stopped,
                 {Decision::Stop}},
             Row{app::Demo::Homecare,
                 "Stående tavlemøde på 15 minutter",
                 Stage::Scaling,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Homecare, "10 minutters makkersparring midt på vagten", Stage::Test, {open}},
             Row{app::Demo::Roads,
                 "Foto og sted, før vi kører ud",
                 Stage::Scaling,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Roads,
                 "Ét fælles bestillingsark for reservedele",
                 Stage::Operation,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Roads, "Elcykler til tilsyn i byen", Stage::Parked, {}},
             Row{app::Demo::Library,
                 "Selvafhentning af reserverede bøger",
                 Stage::Operation,
                 {Decision::Adjust, Decision::Scale}},
             Row{app::Demo::Library, "It-hjælp ved fast bord", Stage::Parked, {Decision::Adjust, Decision::Park}},
             Row{app::Demo::Library, "Returautomaten ubemandet kl. 17–19", Stage::Test, {Decision::Scale, open}},
             Row{app::Demo::Jobcenter, "Mødefri onsdag formiddag", Stage::New, {}},
             Row{app::Demo::Roads, "Opsamlingsdag for småopgaver", Stage::New, {}},
         }) {
        CAPTURE(row.text);
        auto const board = demo_board(row.demo);
        auto const& idea = idea_called(board, row.text);
        CHECK(idea.stage == row.stage);
        REQUIRE(idea.trials.size() == row.decisions.size());
        for (std::size_t i = 0; i < idea.trials.size(); ++i)
            CHECK(idea.trials[i].decision == row.decisions[i]);
    }
}

TEST_CASE("the demo holds the figures of the data") {
    auto const jobcenter = demo_board(app::Demo::Jobcenter);
    auto const& letter = idea_called(jobcenter, "Indkaldelsesbrev på én side");
    CHECK(letter.trials[0].outcome.result == board::share(3, 20));
    CHECK(letter.trials[1].outcome.result == board::share(11, 60));
    CHECK(letter.trials[0].plan.measure->baseline == board::share(14, 50));
    CHECK(dots_of(jobcenter, letter.id) == 7);

    auto const& phone = idea_called(jobcenter, "Fast telefontid");
    CHECK(target_met(phone.trials[0]) == true);
    CHECK(guard_held(phone.trials[0]) == false);
    CHECK(find_participant(jobcenter, *phone.trials[0].plan.owner)->name == "Gitte");
    CHECK(board::to_iso(*phone.trials[1].started_on) == "2026-09-29");
    CHECK(board::to_iso(*phone.trials[1].decided_on) == "2026-10-19");
    CHECK(phone.scale_plan->responsible == "Teamleder");

    auto const homecare = demo_board(app::Demo::Homecare);
    auto const& standing = idea_called(homecare, "Stående tavlemøde på 15 minutter");
    CHECK(find_idea(homecare, *standing.builds_on)->text == "Skriftlig overlevering i stedet for morgenmøde");
    CHECK(dots_of(homecare, standing.id) == 10);

    auto const library = demo_board(app::Demo::Library);
    auto const& machine = idea_called(library, "Returautomaten ubemandet kl. 17–19");
    REQUIRE(machine.scale_plan->follow_ups.size() == 1);
    CHECK(machine.scale_plan->follow_ups[0].holds == board::Holds::No);
    CHECK(machine.scale_plan->follow_ups[0].value == 11);
    CHECK(machine.trials[1].state == board::TrialState::Draft);
    CHECK(machine.trials[1].plan.changed == "Ny skærmtekst på automaten og telefon til vagten kl. 17–19.");
}

TEST_CASE("the meetings of a demo were held on their days, and what stood in the way waits for the leader") {
    struct Row {
        app::Demo demo;
        std::size_t held;
        std::size_t obstacles, waiting;
    };
    for (Row const& row : {Row{app::Demo::Jobcenter, 4, 4, 2}, Row{app::Demo::Homecare, 4, 2, 1},
                           Row{app::Demo::Roads, 4, 2, 1}, Row{app::Demo::Library, 6, 1, 0}}) {
        auto const board = demo_board(row.demo);
        CAPTURE(board.course.name);
        REQUIRE(board.meetings.size() == row.held);
        for (std::size_t i = 0; i < board.meetings.size(); ++i) {
            auto const& meeting = board.meetings[i];
            CHECK(meeting.closed_at.has_value());
            CHECK(meeting.on == planned_day(board, meeting.no));
            CHECK(meeting.kind == board::kind_of_meeting(meeting.no, 5));
            CHECK(meeting.away.empty());
        }
        CHECK(board.obstacles.size() == row.obstacles);
        CHECK(waiting(board, app::demo_day).leader.size() == row.waiting);
        CHECK_FALSE(board.course.frames.can_decide.empty());
        CHECK_FALSE(board.course.core_task.empty());
    }
}

TEST_CASE("the targets and guards of the demo come out as the data has computed them") {
    auto const data = nlohmann::json::parse(std::ifstream(assets / "demo_data.json"));
    int compared = 0;
    for (app::Demo const demo : all_demos) {
        auto const board = demo_board(demo);
        for (board::Idea const& idea : board.ideas)
            for (auto const& in_data : data["ideer"])
                if (in_data["titel"] == idea.text)
                    for (std::size_t i = 0; i < in_data["t"].size(); ++i, ++compared) {
                        CAPTURE(idea.text);
                        auto const expected = [&](char const* key) {
                            auto const& value = in_data["t"][i][key];
                            return value.is_null() ? std::nullopt : std::optional(value.get<bool>());
                        };
                        CHECK(target_met(idea.trials[i]) == expected("maal_naaet"));
                        CHECK(guard_held(idea.trials[i]) == expected("vaern_holdt"));
                    }
    }
    CHECK(compared == 24);
}

TEST_CASE("nothing in a demo happens after its day and never are there more than three trials") {
    for (app::Demo const demo : all_demos) {
        app::IdSource ids(1);
        auto const records = app::demo_records(assets / "demo_data.json", demo, ids).value();
        board::Board board;
        for (board::Record const& record : records) {
            board::apply(board, record);
            CHECK(record.at < board::Instant(app::demo_day + std::chrono::days(1)));
            REQUIRE(running_trials(board) <= 3);
            REQUIRE(broken_invariants(board) == std::vector<std::string>());
        }
    }
}

TEST_CASE("a seed gives the same demo and no seed another one of the same content") {
    app::IdSource first(7);
    app::IdSource second(7);
    app::IdSource random;
    auto const path = assets / "demo_data.json";
    auto const a = board::fold(app::demo_records(path, app::Demo::Roads, first).value());
    CHECK(a == board::fold(app::demo_records(path, app::Demo::Roads, second).value()));
    auto const b = board::fold(app::demo_records(path, app::Demo::Roads, random).value());
    CHECK(a.ideas[0].id != b.ideas[0].id);
    CHECK(a.ideas[0].text == b.ideas[0].text);
}

TEST_CASE("broken demo data is an error and not a crash") {
    TestFolder const folder("demo");
    app::IdSource ids(1);
    CHECK(app::demo_records(folder / "none.json", app::Demo::Roads, ids).error().ends_with("none.json cannot be read"));
    std::ofstream(folder / "bad.json") << "{\"forloeb\": {}}";
    CHECK_FALSE(app::demo_records(folder / "bad.json", app::Demo::Roads, ids).has_value());
    CHECK_FALSE(app::parse_demo("Jobcenter").has_value());
    CHECK(app::parse_demo("roads") == app::Demo::Roads);
}

TEST_CASE("made-up ideas are all different and all accepted") {
    constexpr int n = 3000;
    auto const ideas = app::made_up_ideas(n);
    CHECK(ideas.size() == n);
    CHECK(std::set<std::string>(ideas.begin(), ideas.end()).size() == n);
    app::IdSource ids(1);
    board::Now const now{board::Instant(app::demo_day), app::demo_day};
    app::Replay replay(ids);
    board::CreateCourse course;
    course.course.name = "Prøve";
    REQUIRE(replay.ask(course, now).has_value());
    for (std::string const& text : ideas) {
        board::AddIdea idea;
        idea.id = {ids.next(now.at)};
        idea.text = text;
        CAPTURE(text);
        REQUIRE(replay.ask(idea, now).has_value());
    }
    CHECK(replay.board().ideas.back().text == ideas.back());
    CHECK(app::made_up_ideas(0).empty());
}
