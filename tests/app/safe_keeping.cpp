// Copies at the wall: taken by themselves, restored without losing the present, and files from a stick, some of them bad.
#include "safe_keeping.h"

#include "at_the_wall.h"
#include "exporters/board_json.h"
#include "file.h"
#include "foreign_boards.h"

#include <fstream>
#include <sqlite3.h>

namespace {

namespace fs = std::filesystem;

struct Wall : FillingDisk, AtTheWall {
    fs::path sticks = folder / "stik";
    app::Stage::Setup setup = make_setup();

    Wall() : AtTheWall("keeping") { stage = open_stage(setup); }
    app::Stage::Setup make_setup() {
        fs::create_directories(folder / "data");
        auto made = demo_wall(folder / "data" / "tavle.rundtbord");
        made.config.stick_folder = sticks;
        return made;
    }
    /// The facilitator's page of copies.
    void open_copies() {
        open_facilitator();
        tap("facilitator/copies");
    }
    void add_idea(std::string const& text) {
        tap("dock/new-idea");
        stage->type(text);
        tap("pad/1/place");
    }
    std::string json() const { return exporters::to_json(board()); }
    std::vector<app::LyingCopy> copies() { return app::copies_in(folder / "data" / "sikkerhedskopier" / "tavle"); }
    fs::path on_stick(std::string const& name) {
        fs::create_directories(sticks / "KINGSTON");
        return sticks / "KINGSTON" / name;
    }
};

} // namespace

TEST_CASE("ten minutes after a change the wall has copied itself, without a touch") {
    Wall wall;
    wall.add_idea("Mere lys");
    wall.stage->wait(590);
    CHECK(wall.copies().empty());
    wall.stage->wait(30);
    REQUIRE(wall.copies().size() == 1);
    CHECK(wall.copies()[0].name.reason == screens::CopyReason::Change);
    wall.stage->wait(3000);
    CHECK(wall.copies().size() == 1);
}

TEST_CASE("while a round is open nothing is copied, not even when asked for, and afterwards it is") {
    Wall wall;
    wall.tap("dock/vote");
    wall.tap("vote/open");
    wall.stage->wait(4000);
    CHECK(wall.copies().empty());
    wall.stage->app().request(screens::WallWish(screens::TakeCopy{}));
    wall.stage->wait(1);
    CHECK(wall.copies().empty());
}

TEST_CASE("a copy is restored, the board as it was lies first in the list, and it is taken back") {
    Wall wall;
    auto const at_first = wall.json();
    wall.open_copies();
    wall.tap("copies/take");
    CHECK(wall.value("copies/told") == "done");
    wall.tap("facilitator/back");
    wall.add_idea("Det her må ikke gå tabt");
    auto const later = wall.json();
    CHECK(later != at_first);
    wall.open_copies();
    wall.tap("copies/look");
    REQUIRE(wall.stage->find("copies/restore"));
    wall.tap("copies/restore");
    CHECK(wall.value("copies/told") == "done");
    CHECK(wall.json() == at_first);
    REQUIRE(wall.copies().size() == 2);
    CHECK(wall.copies()[0].name.reason == screens::CopyReason::Restore);
    REQUIRE(wall.stage->restart()); // the restored one is what the wall shows from now on
    CHECK(wall.json() == at_first);
    wall.open_copies();
    wall.tap("copies/undo-restore");
    CHECK(wall.json() == later);
    REQUIRE(wall.stage->restart());
    CHECK(wall.json() == later);
    CHECK(wall.copies().size() == 3);
}

TEST_CASE("what was begun stays begun when a copy is restored, also where it was about something that is gone") {
    Wall wall;
    wall.open_copies();
    wall.tap("copies/take");
    wall.tap("facilitator/back");
    wall.add_idea("Kun bagefter");
    auto const no = std::to_string(wall.board().ideas.back().no);
    wall.tap("idea/" + no);
    wall.tap("idea/" + no + "/edit");
    wall.stage->type(" og mere");
    wall.stage->wait(45); // folds to a draft
    REQUIRE(wall.stage->find("draft/1"));
    wall.open_copies();
    wall.tap("copies/look");
    wall.tap("copies/restore");
    wall.tap("facilitator/back");
    REQUIRE(wall.stage->find("draft/1"));
    CHECK(wall.label("draft/1").find("Kun bagefter og mere") != std::string::npos);
    REQUIRE(wall.stage->restart());
    wall.stage->wait(0.5);
    REQUIRE(wall.stage->find("draft/1"));
    wall.tap("draft/1");
    wall.tap("pad/1/place");
    CHECK(wall.board().ideas.back().text == "Kun bagefter og mere");
}

TEST_CASE("on a full disk nothing is restored, and a sentence says so") {
    Wall wall;
    wall.open_copies();
    wall.tap("copies/take");
    wall.tap("facilitator/back");
    wall.add_idea("Bliver");
    auto const before = wall.json();
    wall.open_copies();
    wall.tap("copies/look");
    wall.full = true;
    wall.tap("copies/restore");
    CHECK(wall.value("copies/told") == "failed");
    CHECK(wall.json() == before);
    wall.full = false;
    REQUIRE(wall.stage->restart());
    CHECK(wall.json() == before);
    CHECK(wall.copies().size() == 1);
    for (auto const& entry : fs::directory_iterator(wall.folder / "data"))
        CHECK_MESSAGE(entry.path().extension() != ".part", entry.path().string());
}

TEST_CASE("a full disk is told on the page, and the next copy takes the sentence away") {
    Wall wall;
    wall.open_copies();
    wall.full = true;
    wall.tap("copies/take");
    CHECK(wall.value("copies/told") == "failed");
    CHECK(wall.value("copies/last").find("Ingen ny kopi") != std::string::npos);
    wall.full = false;
    wall.tap("copies/take");
    CHECK(wall.value("copies/told") == "done");
    CHECK(wall.value("copies/last").find("Ingen ny kopi") == std::string::npos);
}

TEST_CASE("a copy that broke on the disk is told of at the next start, and another is taken") {
    Wall wall;
    wall.open_copies();
    wall.tap("copies/take");
    REQUIRE(app::write_file(wall.copies()[0].file, "i stykker"));
    REQUIRE(wall.stage->restart());
    wall.open_copies();
    CHECK(wall.value("copies/last").find("gået i stykker") != std::string::npos);
    wall.tap("facilitator/back");
    wall.stage->wait(620);
    REQUIRE(wall.copies().size() == 2);
    CHECK(app::is_what_its_name_says(wall.copies()[0]));
    wall.stage->play({{.path = {{960, 500}}, .seconds = 0.05}}); // it rests: a touch wakes it
    wall.stage->wait(0.5);
    wall.open_copies();
    CHECK(wall.value("copies/last").find("gået i stykker") == std::string::npos);
}

TEST_CASE("a copy that lies in the second place only is looked into and restored from there") {
    Wall wall;
    auto const second = wall.folder / "drev";
    fs::create_directories(second);
    std::ofstream(wall.setup.file.string() + ".wall.toml") << "[backup]\nfolder = \"" << second.string() << "\"\n";
    REQUIRE(wall.stage->restart());
    wall.open_copies();
    wall.tap("copies/take");
    auto const before = wall.json();
    fs::remove_all(wall.folder / "data" / "sikkerhedskopier");
    wall.tap("facilitator/back");
    wall.add_idea("Bagefter");
    wall.open_copies();
    CHECK(wall.value("copies/1") == "Ligger kun det andet sted");
    wall.tap("copies/look");
    wall.tap("copies/restore");
    CHECK(wall.value("copies/told") == "done");
    CHECK(wall.json() == before);
    CHECK(wall.copies().size() == 1);
    CHECK_FALSE(fs::exists(wall.folder / "data" / "udefra.rundtbord.part"));
}

TEST_CASE("a board on a stick becomes a course of its own, and the one on the wall stays") {
    Wall wall;
    auto const before = wall.json();
    wall.open_copies();
    wall.tap("copies/take");
    fs::copy_file(wall.copies()[0].file, wall.on_stick("Fra et andet hus.rundtbord"));
    wall.tap("facilitator/back");
    wall.add_idea("Kun her");
    auto const here = wall.json();
    wall.open_copies();
    wall.tap("copies/part/1");
    wall.stage->wait(2.5);
    CHECK(wall.label("copies/1") == "Fra et andet hus.rundtbord");
    wall.tap("copies/look");
    wall.tap("copies/restore");
    wall.stage->wait(1);
    CHECK(wall.json() == before);
    CHECK(fs::exists(wall.folder / "data" / "Ro-til-sagsarbejdet.rundtbord"));
    CHECK(exporters::to_json(board::fold(store::Store::look_at(wall.folder / "data" / "tavle.rundtbord").value())) ==
          here);
    REQUIRE(wall.stage->restart());
    CHECK(wall.json() == before);
    wall.open_copies();
    wall.tap("copies/part/1");
    wall.stage->wait(2.5);
    wall.tap("copies/look");
    wall.tap("copies/restore"); // once more: never over the one that is there
    wall.stage->wait(1);
    CHECK(fs::exists(wall.folder / "data" / "Ro-til-sagsarbejdet-2.rundtbord"));
}

namespace {

void run_sql(fs::path const& file, char const* sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

} // namespace

TEST_CASE("bad files on a stick each get their sentence, and change nothing") {
    Wall wall;
    wall.open_copies();
    wall.tap("copies/take");
    auto const good = app::read_file(wall.copies()[0].file).value();
    auto const bad = wall.on_stick("slem.rundtbord");
    auto const refuse = [&](std::string const& sentence) {
        auto const board = wall.json();
        wall.stage->wait(2.5);
        wall.tap("copies/look");
        CHECK(wall.label("copies/told") == sentence);
        CHECK(wall.value("copies/told") == "failed");
        CHECK_FALSE(wall.stage->find("copies/restore"));
        CHECK(wall.json() == board);
        CHECK_FALSE(fs::exists(wall.folder / "data" / "Ro-til-sagsarbejdet.rundtbord"));
    };
    wall.tap("copies/part/1");
    std::ofstream(bad) << "Det her er et brev.";
    refuse("Det er ikke en tavle fra Rundt bordet.");
    std::ofstream(bad, std::ios::trunc | std::ios::binary) << good.substr(0, good.size() / 2);
    refuse("Filen er beskadiget.");
    std::ofstream(bad, std::ios::trunc | std::ios::binary) << good;
    run_sql(bad, "PRAGMA user_version = 99");
    refuse("Lavet af en nyere version. Opdatér først.");
    std::ofstream(bad, std::ios::trunc | std::ios::binary) << good;
    run_sql(bad, "CREATE TABLE slem (x)");
    refuse("Filen er beskadiget.");
    std::ofstream(bad, std::ios::trunc | std::ios::binary) << good;
    run_sql(bad, "DELETE FROM event");
    refuse("Filen følger ikke tavlens regler og kan ikke bruges.");
    wall.stage->wait(2.5);
    fs::remove_all(wall.sticks / "KINGSTON"); // between what is listed and what is looked into
    wall.tap("copies/look");
    CHECK(wall.label("copies/told") == "Stikket blev taget ud. Intet er tabt på tavlen. Sæt det i igen.");
}

TEST_CASE("a file from outside is brought home as bytes, as far as they are not too many, and never through a link") {
    TestFolder const folder("bring");
    fs::create_directories(folder / "stik/A/mappe");
    std::ofstream(folder / "stik/A/mappe/x.rundtbord") << std::string(1000, 'x');
    std::ofstream(folder / "hemmelig.rundtbord") << "ikke på stikket";
    fs::create_symlink(folder / "hemmelig.rundtbord", folder / "stik/A/link.rundtbord");
    auto const to = folder / "hjemme.part";
    auto const listed = app::boards_on_sticks(folder / "stik");
    CHECK(listed.stick);
    REQUIRE(listed.list.size() == 1);
    auto const key = listed.list[0].place.key;
    REQUIRE(app::bring_from_stick(folder / "stik", key, to));
    CHECK(fs::file_size(to) == 1000);
    CHECK((fs::status(to).permissions() & fs::perms::others_read) == fs::perms::none);
    CHECK(app::bring_from_stick(folder / "stik", key, to, 999).error() == "copies.too_large");
    CHECK_FALSE(fs::exists(to));
    CHECK(app::bring_from_stick(folder / "stik", "A/link.rundtbord", to).error() == "home.pulled");
    CHECK(app::bring_from_stick(folder / "stik", "A/../../hemmelig.rundtbord", to).error() == "home.pulled");
    CHECK(app::bring(folder / "stik/A/link.rundtbord", to).error() == "copies.gone");
    CHECK_FALSE(app::boards_on_sticks(folder / "ingen").stick);
}
