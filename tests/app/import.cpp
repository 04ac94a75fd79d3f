#include "import.h"

#include "board/apply.h"
#include "demo.h"
#include "exporters/board_json.h"
#include "paths.h"
#include "random_walk.h"
#include "replay.h"
#include "store/store.h"

#include <doctest/doctest.h>
#include <map>
#include <nlohmann/json.hpp>

using nlohmann::json;
using Records = std::vector<board::Record>;

namespace {

board::Now const now{board::Instant(app::demo_day), app::demo_day};

tl::expected<Records, std::string> import(std::string const& bytes) {
    app::IdSource ids(2);
    return app::import_json(bytes, words_in(text::Language::Danish), ids, now).map([](app::Import const& made) {
        return made.records;
    });
}

/// Exports, imports and exports again: nothing when the two exports are the same, else the refusal or what differs.
std::string lost_on_the_way(board::Board const& board) {
    std::string const exported = exporters::to_json(board);
    auto const records = import(exported);
    if (!records)
        return records.error();
    std::string const again = exporters::to_json(board::fold(*records));
    return again == exported ? "" : json::diff(json::parse(exported), json::parse(again)).dump();
}

board::Board demo_board(app::Demo demo) {
    app::IdSource ids(1);
    return board::fold(app::demo_records(assets / "demo_data.json", demo, ids).value());
}

/// The export of the jobcenter, changed by `change`, and what the import says to it.
template <class Change> std::string said_to(Change change) {
    json file = json::parse(exporters::to_json(demo_board(app::Demo::Jobcenter)));
    change(file);
    auto const records = import(file.dump());
    REQUIRE_FALSE(records.has_value());
    return records.error();
}

/// The file as that version wrote it.
json as_version(int version, json file) {
    auto const without = [](json& object, std::initializer_list<char const*> keys) {
        for (char const* key : keys)
            object.erase(key);
    };
    file["version"] = version;
    without(file["course"], {"agendas"});
    for (json& idea : file["ideas"])
        for (json& trial : idea["trials"])
            trial.erase("comparison");
    if (version == 3)
        return file;
    without(file, {"seats", "meetings", "obstacles", "pulses", "complete"});
    without(file["course"], {"coreTask", "frames", "deleteOn", "closedOn"});
    without(file["course"]["settings"], {"leaderLast", "smallestGroup", "meetingsStart"});
    for (json& idea : file["ideas"]) {
        idea.erase("photo");
        if (version == 1)
            without(idea, {"ink", "areas", "weighing", "mergedInto", "mergedAfterRound"});
        for (json& trial : idea["trials"]) {
            without(trial, {"checkIns", "points", "overLimitReason", "measureChanged", "measureChangeReason"});
            if (trial["result"].is_object())
                without(trial["result"], {"from", "to"});
            if (!trial["measure"].is_object())
                continue;
            without(trial["measure"], {"basis", "targetOn"});
            if (trial["measure"]["baseline"].is_object())
                without(trial["measure"]["baseline"], {"from", "to"});
        }
    }
    return file;
}

} // namespace

TEST_CASE("a demo that is exported and imported is the same board") {
    for (app::Demo const demo : {app::Demo::Jobcenter, app::Demo::Homecare, app::Demo::Roads, app::Demo::Library}) {
        auto const board = demo_board(demo);
        CHECK(lost_on_the_way(board) == "");
    }
}

TEST_CASE("an imported course is played in the order of its days") {
    auto const records = import(exporters::to_json(demo_board(app::Demo::Homecare))).value();
    for (std::size_t i = 1; i < records.size(); ++i)
        CHECK(board::to_iso(records[i].at).substr(0, 10) >= board::to_iso(records[i - 1].at).substr(0, 10));
    CHECK(broken_invariants(board::fold(records)) == std::vector<std::string>());
}

TEST_CASE("whatever a wall can come to is exported and imported whole") {
    std::map<board::Stage, int> seen;
    int with_later_trials = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        RandomWalk walk(seed);
        walk.walk(700);
        auto const board = walk.board();
        REQUIRE(broken_invariants(board) == std::vector<std::string>());
        REQUIRE(lost_on_the_way(board) == "");
        for (board::Idea const& idea : board.ideas) {
            ++seen[idea.stage];
            with_later_trials += idea.trials.size() > 2 ? 1 : 0;
        }
    }
    // The walk has been everywhere.
    for (int stage = 0; stage <= static_cast<int>(board::Stage::Merged); ++stage)
        CHECK(seen[static_cast<board::Stage>(stage)] > 20);
    CHECK(with_later_trials > 20);
}

TEST_CASE("nasty texts come back from the JSON as they are") {
    app::IdSource ids(3);
    app::Replay replay(ids);
    board::CreateCourse course;
    course.course.name = "=1+1; \"navn\"";
    REQUIRE(replay.ask(course, now).has_value());
    for (std::string const& text :
         {std::string("%s%n"), std::string("{{}}"), std::string("<script>"), std::string("'; DROP TABLE"),
          std::string("\\u0000"), std::string("a\nb"), std::string("\xC3\x28"), std::string("\xED\xA0\x80"),
          std::string("x\0y", 3), std::string("\u202Evendt\uFEFF"), std::string("👩‍🔧"), std::string("a\u2028b"),
          std::string(280, 'x')}) {
        board::AddIdea idea;
        idea.id = {ids.next(now.at)};
        idea.text = text;
        REQUIRE(replay.ask(idea, now).has_value());
    }
    CHECK(lost_on_the_way(replay.board()) == "");
    CHECK(replay.board().ideas.size() == 13);
}

TEST_CASE("a file of an older version is read as if it were of today") {
    auto const board = demo_board(app::Demo::Jobcenter);
    for (int const version : {1, 2, 3}) {
        json const file = as_version(version, json::parse(exporters::to_json(board)));
        auto const records = import(file.dump());
        REQUIRE_MESSAGE(records.has_value(), records.error());
        // of what came later an old file says nothing
        CHECK(as_version(version, json::parse(exporters::to_json(board::fold(*records)))) == file);
    }
}

TEST_CASE("what happened at meetings comes back from the JSON, but for who was away") {
    using namespace std::chrono;
    app::IdSource ids(4);
    app::Replay replay(ids);
    board::CreateCourse course;
    course.course.name = "Forløb";
    course.course.frames = {"Vores tid", "Åbningstider", "Loven"};
    course.course.meetings = board::meetings_on({now.today, now.today + days(21)});
    auto const ask = [&](board::Command const& command, int minute) {
        auto const done = replay.ask(command, {now.at + minutes(minute), now.today});
        REQUIRE(done.has_value());
    };
    ask(course, 0);
    ask(board::AddParticipant{{ids.next(now.at)}, "Gitte", board::Role::Leader}, 0);
    auto const who = replay.board().participants[0].id;
    ask(board::OpenMeeting{{{"Velkommen", "hint", 10, board::StepOpens::Frames}, {"Idéer", "", 20, {}}}, {who}}, 1);
    ask(board::BeginStep{1}, 8);
    ask(board::AddMinutes{5}, 9);
    ask(board::PauseClock{}, 20);
    ask(board::RaiseObstacle{{ids.next(now.at)}, "Ingen printer", {}}, 21);
    ask(board::PromiseAnswer{replay.board().obstacles[0].id, now.today + days(7)}, 21);
    ask(board::OpenPulse{{"Jeg har overblik", "Jeg når det"}}, 22);
    ask(board::ClosePulse{1, {{1, 2, 3, 4, 2}, {0, 0, 4, 0, 0}}}, 23);
    ask(board::CloseMeeting{}, 30);
    ask(board::SeatParticipants{{who}}, 31);
    ask(board::SetDeletionDate{now.today + days(400)}, 32);

    auto const records = import(exporters::to_json(replay.board()));
    REQUIRE_MESSAGE(records.has_value(), records.error());
    board::Board const again = board::fold(*records);
    REQUIRE(again.meetings.size() == 1);
    CHECK(again.meetings[0].away.empty());
    board::Board wanted = exporters::Takeaway(replay.board()).board();
    wanted.meetings[0].away.clear();
    CHECK(again.meetings == wanted.meetings);
    CHECK(again.obstacles == wanted.obstacles);
    CHECK(again.pulses == wanted.pulses);
    CHECK(again.seats == wanted.seats);
    CHECK(again.course == wanted.course);
    CHECK(again.pulses[0].counts[1] == std::vector<int>{0, 0, 0, 0, 0}); // too few to be told
}

TEST_CASE("a file of version 2 has no photos yet") {
    auto const board = demo_board(app::Demo::Jobcenter);
    json file = json::parse(exporters::to_json(board));
    file["version"] = 2;
    file.erase("photos");
    for (json& idea : file["ideas"])
        idea.erase("photo");
    auto const records = import(file.dump());
    REQUIRE(records.has_value());
    CHECK(exporters::to_json(board::fold(*records)) == exporters::to_json(board));
}

TEST_CASE("a photo goes with the board, byte for byte, and a wrong one is refused") {
    std::string const bytes("\xFF\xD8\xFF any\0 bytes", 14);
    auto const hash = store::photo_hash(bytes);
    app::IdSource ids(1);
    app::Replay replay(ids, app::demo_records(assets / "demo_data.json", app::Demo::Jobcenter, ids).value());
    board::AddIdea wish;
    wish.id = {ids.next(now.at)};
    wish.photo = board::Photo{hash, 40, 30};
    REQUIRE(replay.ask(wish, now).has_value());
    auto const exported = exporters::to_json({replay.board(), {{hash, bytes}, {std::string(64, 'b'), "nobody's"}}});
    auto const words = words_in(text::Language::Danish);
    auto const made = app::import_json(exported, words, ids, now);
    REQUIRE(made.has_value());
    CHECK(made->photos == exporters::PhotoBytes{{hash, bytes}});
    CHECK(exporters::to_json({board::fold(made->records), made->photos}) == exported);
    for (json const& wrong : {json("not base64!"), json("AAAA"), json(7), json("")}) {
        auto file = json::parse(exported);
        file["photos"][hash] = wrong;
        auto const refused = app::import_json(file.dump(), words, ids, now);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error() == "Feltet »/photos/" + hash + "« mangler eller har en forkert slags indhold.");
    }
}

TEST_CASE("files that are not ours are refused with a sentence") {
    CHECK(import("hej") == tl::unexpected(std::string("Det er ikke en JSON-fil (tegn 1).")));
    CHECK(import("").error().starts_with("Det er ikke en JSON-fil"));
    CHECK(import("{\"a\": \"\xFF\"}").error().starts_with("Det er ikke en JSON-fil"));
    CHECK(import("[]").error() == "Det er ikke en tavle eksporteret fra Rundt bordet.");
    CHECK(import("{\"format\": \"other\", \"version\": 1}").error() ==
          "Det er ikke en tavle eksporteret fra Rundt bordet.");
    CHECK(import("{\"format\": \"rundt-bordet\", \"version\": \"1\"}").error() ==
          "Det er ikke en tavle eksporteret fra Rundt bordet.");
    CHECK(import("{\"format\": \"rundt-bordet\", \"version\": 5}").error() ==
          "Eksporteret af en nyere version (5). Opdatér først.");
    CHECK(import("{\"format\": \"rundt-bordet\", \"version\": 1}").error() ==
          "Feltet »/course« mangler eller har en forkert slags indhold.");
    CHECK(import(std::string(200'000, '[')).error().starts_with("Det er ikke en JSON-fil"));
}

TEST_CASE("a file that was tampered with is refused at the place") {
    auto const kind = [](std::string const& path) {
        return "Feltet »" + path + "« mangler eller har en forkert slags indhold.";
    };
    auto const differs = [](std::string const& path) {
        return "Filen hænger ikke sammen: »" + path + "« passer ikke med resten.";
    };
    CHECK(said_to([](json& file) { file["ideas"][0]["no"] = "1"; }) == kind("/ideas/0/no"));
    CHECK(said_to([](json& file) { file["ideas"][0]["no"] = 1e300; }) == kind("/ideas/0/no"));
    CHECK(said_to([](json& file) { file["ideas"][1]["stage"] = "Scaling"; }) == kind("/ideas/1/stage"));
    CHECK(said_to([](json& file) { file["ideas"][1]["stageSince"] = "2026-02-31"; }) == kind("/ideas/1/stageSince"));
    CHECK(said_to([](json& file) { file["ideas"].erase(0); }).find("Afstemning 1") == 0);
    CHECK(said_to([](json& file) { file["ideas"][1]["id"] = file["ideas"][0]["id"]; }) ==
          "Feltet »/ideas/1/id« står der to gange eller i forkert rækkefølge.");
    CHECK(said_to([](json& file) { file["ideas"][7]["no"] = 2'000'000; }) ==
          "Det er ikke en tavle eksporteret fra Rundt bordet.");

    CHECK(said_to([](json& file) { file["ideas"][0]["text"] = ""; }) == "Idé 1 kan ikke læses ind: Skriv noget først.");
    CHECK(said_to([](json& file) { file["ideas"][0]["text"] = "Ring til 010190-1234"; }) ==
          "Idé 1 kan ikke læses ind: Det ligner et CPR-nummer. Det må ikke stå på tavlen.");
    CHECK(said_to([](json& file) { file["ideas"][0]["trials"][0]["learning"] = ""; }) ==
          "Idé 1 kan ikke læses ind: Stoppet er også et resultat. Hvad lærte vi?");
    CHECK(said_to([](json& file) {
              file["rounds"][0]["tallies"][0]["dots"] = 15;
          }).starts_with("Afstemning 1 kan ikke læses ind: "));
    CHECK(said_to([](json& file) { file["course"]["name"] = " "; }) ==
          "Forløbet kan ikke læses ind: Skriv noget først.");
    CHECK(said_to([](json& file) { file["participants"][0]["name"] = ""; }) ==
          "Deltageren »« kan ikke læses ind: Skriv noget først.");

    CHECK(said_to([](json& file) { file["ideas"][0]["dots"] = 99; }) == differs("/ideas/0/dots"));
    CHECK(said_to([](json& file) { file["ideas"][0]["areas"] = {"money", "time"}; }) == differs("/ideas/0/areas/0"));
    CHECK(said_to([](json& file) { file["ideas"][0]["areas"] = {"sun"}; }) == kind("/ideas/0/areas/0"));
    CHECK(said_to([](json& file) {
              file["ideas"][0]["ink"] = {{"height", 9}, {"strokes", {{{"colour", "red"}, {"points", "!"}}}}};
          }) == kind("/ideas/0/ink/strokes/0/points"));
    CHECK(said_to([](json& file) {
              file["ideas"][0]["weighing"] = {{"effect", 101}, {"effort", 1}};
          }).starts_with("Idé 1 kan ikke læses ind: "));
    for (std::size_t const other : {std::size_t{0}, std::size_t{1}}) // into itself, and into what is in test
        CHECK(said_to([other](json& file) {
                  file["ideas"][0]["mergedInto"] = file["ideas"][other]["id"];
              }).starts_with("Filen hænger ikke sammen: "));
    CHECK(said_to([](json& file) { file["ideas"][0]["mergedAfterRound"] = 9; }) ==
          differs("/ideas/0/mergedAfterRound"));
    CHECK(said_to([](json& file) { file["ideas"][0]["text"] = " Fast telefontid "; }) == differs("/ideas/0/text"));
    CHECK(said_to([](json& file) { file["ideas"][0]["stage"] = "merged"; }) == differs("/ideas/0/stage"));
    CHECK(said_to([](json& file) { file["ideas"][0]["trials"][0]["owner"]["name"] = "Ole"; }) ==
          differs("/ideas/0/trials/0/owner/name"));
    CHECK(said_to([](json& file) { file["order"].erase(0); }).starts_with("Filen hænger ikke sammen: »/order/"));
    CHECK(said_to([](json& file) { file["ideas"][0]["extra"] = 1; }) == differs("/ideas/0/extra"));
    CHECK(said_to([](json& file) {
              file["rounds"][0]["candidates"].push_back(file["rounds"][0]["candidates"][0]);
          }).starts_with("Filen hænger ikke sammen: "));
}

TEST_CASE("no single changed byte brings the import down") {
    std::string const whole = exporters::to_json(demo_board(app::Demo::Library));
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 1);
        auto const records = import(broken);
        if (records)
            CHECK(json::parse(exporters::to_json(board::fold(*records))) == json::parse(broken));
        else
            CHECK_FALSE(records.error().empty());
    }
}
