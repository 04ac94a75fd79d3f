// The file itself: making, opening, writing, reading again.
#include "store/event_json.h"
#include "store/opening.h"
#include "store/samples.h"
#include "store/schema.h"

#include <doctest/doctest.h>

using namespace samples;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;

TEST_CASE("a new board is empty and whole and alone in its folder") {
    Folder const folder;
    {
        auto const board = Store::create(folder / "course.rundtbord");
        REQUIRE(board);
        CHECK(board->load()->empty());
        CHECK(board->check()->empty());
    }
    CHECK(files_in(folder.path()).size() == 1);
}

TEST_CASE("a board is made only where nothing is") {
    Folder const folder;
    write_bytes(folder / "taken", "something of mine");
    fs::create_symlink("nowhere", folder / "link");
    auto const before = files_in(folder.path());
    CHECK(Store::create(folder / "taken").error().fault == Fault::Exists);
    CHECK(Store::create(folder / "link").error().fault == Fault::Exists);
    CHECK(Store::create(folder.path()).error().fault == Fault::Exists);
    CHECK(Store::create(folder / "no/such/folder").error().fault == Fault::NotFound);
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("a name that SQLite would read as something else is a name") {
    Folder const folder;
    fs::path const here = fs::current_path();
    fs::current_path(folder.path());
    for (char const* name : {":memory:", "file:x?mode=memory", "æøå 100% #1.rundtbord"}) {
        CAPTURE(name);
        make_board(name, 1);
        CHECK(fs::exists(folder.path() / name));
        CHECK(Store::open(name)->load()->size() == 3);
    }
    fs::current_path(here);
}

TEST_CASE("every event is there when the file is opened again") {
    Folder const folder;
    fs::path const path = folder / "course.rundtbord";
    auto const expected = every_record();
    {
        auto board = Store::create(path);
        REQUIRE(board);
        for (board::Record const& record : expected) {
            auto const stored = board->append(record.operation, record.at, {record.event});
            REQUIRE(stored);
            CHECK(texts_of(*stored) == std::vector{text_of(record)});
        }
        CHECK(texts_of(*board->load()) == texts_of(expected));
    }
    auto const board = Store::open(path);
    REQUIRE(board);
    CHECK(texts_of(*board->load()) == texts_of(expected));
    CHECK(board->check()->empty());
}

TEST_CASE("the same operation twice is stored once") {
    Folder const folder;
    fs::path const path = folder / "course.rundtbord";
    make_board(path, 2);
    auto board = Store::open(path);
    REQUIRE(board);
    auto const before = texts_of(*board->load());
    auto const again = board->append(operation(1), instant(99), events_of(7));
    REQUIRE(again);
    CHECK(texts_of(*again) == std::vector(before.begin(), before.begin() + 3));
    CHECK(texts_of(*board->load()) == before);
    CHECK(*board->has(operation(2)));
    CHECK_FALSE(*board->has(operation(3)));
}

TEST_CASE("every event names the device of its file") {
    Folder const folder;
    for (char const* name : {"a.rundtbord", "b.rundtbord"})
        make_board(folder / name, 2);
    auto a = store::open_board(folder / "a.rundtbord");
    auto b = store::open_board(folder / "b.rundtbord");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(*a->value("SELECT count(DISTINCT device) FROM event") == "1");
    CHECK(*a->value("SELECT hex(device) FROM event") == *a->value("SELECT hex(device) FROM file"));
    CHECK(*a->value("SELECT hex(device) FROM file") != *b->value("SELECT hex(device) FROM file"));
}

TEST_CASE("a checkpoint empties the log into the file") {
    Folder const folder;
    fs::path const path = folder / "course.rundtbord";
    auto board = Store::create(path);
    REQUIRE(board);
    REQUIRE(board->append(operation(1), instant(1), events_of(1)));
    CHECK(fs::file_size(path.string() + "-wal") > 0);
    REQUIRE(board->checkpoint());
    CHECK(fs::file_size(path.string() + "-wal") == 0);
    CHECK(board->load()->size() == 3);
}

TEST_CASE("the settings are what they should be on a board's connection") {
    Folder const folder;
    make_board(folder / "course.rundtbord", 1);
    auto db = store::open_board(folder / "course.rundtbord");
    REQUIRE(db);
    struct Case {
        char const* pragma;
        char const* value;
    };
    Case const cases[] = {{"journal_mode", "wal"},  {"locking_mode", "exclusive"},
                          {"synchronous", "2"},     {"wal_autocheckpoint", "1000"},
                          {"foreign_keys", "1"},    {"journal_size_limit", "8388608"},
                          {"cell_size_check", "1"}, {"secure_delete", "1"},
                          {"temp_store", "2"},      {"mmap_size", "0"},
                          {"trusted_schema", "0"},  {"application_id", "1382315074"},
                          {"user_version", "4"}};
    for (Case const& given : cases) {
        CAPTURE(std::string(given.pragma));
        CHECK(*db->value(std::string("PRAGMA ") + given.pragma) == given.value);
    }
    CHECK(*db->value("SELECT openings FROM file") == "2"); // the probing write: once when made, once now
    CHECK_FALSE(fs::exists(folder / "course.rundtbord-shm"));
    CHECK_FALSE(db->run("PRAGMA writable_schema = ON").and_then([&] { return db->run("DELETE FROM sqlite_schema"); }));
    CHECK_FALSE(db->run("SELECT \"no such column\""));
}

TEST_CASE("a setting that SQLite does not take is not passed over") {
    auto db = store::Database::open({}, store::Database::How::InMemory);
    REQUIRE(db);
    // An in-memory database keeps no write-ahead log, and says nothing of it.
    store::Pragma const log[] = {{"journal_mode", "WAL", "wal"}};
    CHECK(store::set_pragmas(*db, log).error().detail == "journal_mode is memory, not wal");
    store::Pragma const unknown[] = {{"no_such_pragma", "1", "1"}};
    CHECK(store::set_pragmas(*db, unknown).error().fault == Fault::Broken);
}

TEST_CASE("the tables take only what belongs in them") {
    Folder const folder;
    make_board(folder / "course.rundtbord", 1);
    auto db = store::open_board(folder / "course.rundtbord");
    REQUIRE(db);
    std::string const insert = "INSERT INTO event (sequence, operation, device, at, type, version, body, checksum) ";
    REQUIRE(db->run(insert + "VALUES (4, zeroblob(16), zeroblob(16), 1, 'x', 1, '{}', 0)"));
    for (char const* values : {"(4, zeroblob(16), zeroblob(16), 1, 'x', 1, '{}', 0)",     // again
                               "(0, zeroblob(16), zeroblob(16), 1, 'x', 1, '{}', 0)",     // from 1
                               "(5, zeroblob(15), zeroblob(16), 1, 'x', 1, '{}', 0)",     // no id
                               "(5, zeroblob(16), NULL, 1, 'x', 1, '{}', 0)",             // no device
                               "(5, zeroblob(16), zeroblob(16), 'now', 'x', 1, '{}', 0)", // text for a number
                               "(5, zeroblob(16), zeroblob(16), 1, 'x', 0, '{}', 0)"})    // no version
    {
        CAPTURE(values);
        CHECK_FALSE(db->run(insert + "VALUES " + values));
    }
}
