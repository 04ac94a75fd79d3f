// From an older file to today's: wholly or not at all. The ways after version 3 are made up here.
#include "project.h"
#include "store/opening.h"
#include "store/samples.h"
#include "store/schema.h"

#include <cstdlib>
#include <doctest/doctest.h>

using namespace samples;
using store::Database;
using store::Migration;
using store::Result;
using store::Store;
namespace fs = std::filesystem;

namespace {

Result<void> untouched(Database& db) {
    return db.run("SELECT no_such_column FROM file");
} // what the file has been through is never run again
Result<void> add_column(Database& db) { return db.run("ALTER TABLE file ADD COLUMN room TEXT NOT NULL DEFAULT ''"); }
Result<void> fill_column(Database& db) { return db.run("UPDATE file SET room = 'Storebælt'"); }
Result<void> break_down(Database& db) {
    return db.run("DELETE FROM event").and_then([&] { return db.run("SELECT no_such_column FROM file"); });
}

Database open_with_events(fs::path const& path) {
    make_board(path, 2);
    auto db = store::open_board(path);
    REQUIRE(db);
    return std::move(*db);
}

} // namespace

TEST_CASE("the migrations run from 1 without a gap to the version that is written") {
    int version = 0;
    for (Migration const& migration : store::migrations())
        CHECK(migration.version == ++version);
    CHECK(version == store::schema_version);
}

TEST_CASE("a file is brought through all the versions that it lacks") {
    Folder const folder;
    Database db = open_with_events(folder / "board.rundtbord");
    Migration const list[] = {{1, untouched}, {2, untouched},  {3, untouched},
                              {4, untouched}, {5, add_column}, {6, fill_column}};
    REQUIRE(store::migrate(db, list));
    CHECK(*store::user_version(db) == 6);
    CHECK(*db.value("SELECT room FROM file") == "Storebælt");
    CHECK(*db.value("SELECT count(*) FROM event") == "6");
    REQUIRE(store::migrate(db, list));
    CHECK(*store::user_version(db) == 6);
}

TEST_CASE("a migration that fails leaves the file as it was") {
    Folder const folder;
    Database db = open_with_events(folder / "board.rundtbord");
    Migration const list[] = {{1, untouched}, {2, untouched},  {3, untouched},
                              {4, untouched}, {5, add_column}, {6, break_down}};
    CHECK_FALSE(store::migrate(db, list));
    CHECK(*store::user_version(db) == 4);
    CHECK(*db.value("SELECT count(*) FROM event") == "6");
    CHECK_FALSE(db.value("SELECT room FROM file"));
    CHECK(store::check_schema(db));
}

namespace {

/// RUNDT_WRITE_FIXTURE=tests/store/fixtures/v4.rundtbord keeps the file, when a new version is to be remembered.
fs::path fixture_to_write(Folder const& folder) {
    char const* const asked = std::getenv("RUNDT_WRITE_FIXTURE");
    return asked == nullptr ? folder / "fixture.rundtbord" : fs::path(asked);
}

void check_holds_every_record(fs::path const& path, int version) {
    auto const board = Store::open(path);
    REQUIRE_MESSAGE(board, (board ? "" : board.error().detail));
    auto const records = board->load();
    REQUIRE(records);
    auto expected = every_record();
    expected.resize(events_in_version(version));
    CHECK(texts_of(*records) == texts_of(expected));
    CHECK(board->photo_hashes()->size() == (version < 3 ? 0U : 1U));
    CHECK(board->check()->empty());
}

} // namespace

TEST_CASE("a fixture of this version can be written") {
    Folder const folder;
    fs::path const path = fixture_to_write(folder);
    {
        auto board = Store::create(path);
        REQUIRE(board);
        for (board::Record const& record : every_record())
            REQUIRE(board->append(record.operation, record.at, {record.event}));
        REQUIRE(board->keep_photo("a photo"));
    }
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
    check_holds_every_record(path, store::schema_version);
}

TEST_CASE("a file of every version opens and holds what it held") {
    for (int version = 1; version <= store::schema_version; ++version) {
        CAPTURE(version);
        Folder const folder;
        std::string const name = "v" + std::to_string(version) + ".rundtbord";
        fs::copy_file(project() / "tests/store/fixtures" / name, folder / name);
        check_holds_every_record(folder / name, version);
    }
}
