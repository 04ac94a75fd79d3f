// A copy holds what the board holds, and is told apart from one that does not; whatever fails on the way, nothing half is
// taken for a whole. A foreign file gives its rows and nothing else.
#include "store/copies.h"

#include "project.h"
#include "store/disk.h"
#include "store/opening.h"
#include "store/samples.h"

#include <doctest/doctest.h>
#include <mutex>

using namespace samples;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;
using Kind = DiskCall::Kind;

namespace {

std::string const photo = std::string(200'000, 'p') + "hoto";

/// A board with four operations, a photo and drafts.
Store make_rich_board(fs::path const& path) {
    make_board(path, 4);
    auto board = Store::open(path);
    REQUIRE(board);
    REQUIRE(board->keep_photo(photo));
    REQUIRE(board->keep_drafts("en kladde om Grethe"));
    return std::move(*board);
}

/// All that a copy goes through before it gets a name.
store::Result<store::Contents> copy_whole(Store const& board, fs::path const& to) {
    return board.copy_into(to).and_then([&](store::Contents const& live) {
        return store::finish_copy(to).and_then([&] { return store::prove(to); }).map([&](store::Contents const& found) {
            CHECK(found == live);
            return found;
        });
    });
}

void run(fs::path const& file, char const* sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

Fault fault_of_file(fs::path const& file) {
    auto const found = store::prove(file);
    REQUIRE_FALSE(found);
    return found.error().fault;
}

} // namespace

TEST_CASE("a copy holds every record and photo of the board, none of its drafts, and is one file") {
    Folder const folder;
    auto const board = make_rich_board(folder / "board.rundtbord");
    auto const copied = copy_whole(board, folder / "copy.part");
    REQUIRE(copied);
    CHECK(*copied == *board.contents());
    CHECK(copied->events == 12);
    CHECK(copied->photos == 1);
    CHECK_FALSE(fs::exists(folder / "copy.part-wal"));
    CHECK_FALSE(fs::exists(folder / "copy.part-journal"));
    CHECK(bytes_of(folder / "copy.part").find("Grethe") == std::string::npos);
    auto const opened = Store::open(folder / "copy.part");
    REQUIRE(opened);
    CHECK(texts_of(*opened->load()) == texts_of(*board.load()));
    CHECK(*opened->photo(store::photo_hash(photo)) == photo);
    CHECK(opened->drafts()->empty());
}

TEST_CASE("a copy is never written over what has its name") {
    Folder const folder;
    auto const board = make_rich_board(folder / "board.rundtbord");
    write_bytes(folder / "copy.part", "noget andet");
    CHECK(board.copy_into(folder / "copy.part").error().fault == Fault::Exists);
    CHECK(bytes_of(folder / "copy.part") == "noget andet");
}

TEST_CASE("contents differ when a record, its order or a photo does, and not by drafts") {
    Folder const folder;
    auto board = make_rich_board(folder / "board.rundtbord");
    auto const before = *board.contents();
    REQUIRE(board.keep_drafts("noget andet"));
    CHECK(*board.contents() == before);
    REQUIRE(board.append(operation(9), instant(9), events_of(9)));
    auto const after = *board.contents();
    CHECK(after.hash != before.hash);
    REQUIRE(board.forget_photo(store::photo_hash(photo)));
    CHECK(board.contents()->hash != after.hash);
}

TEST_CASE("proving finds a letter that changed, and a file that is none of ours") {
    Folder const folder;
    auto const copy = folder / "copy.part";
    {
        auto const board = make_rich_board(folder / "board.rundtbord");
        REQUIRE(copy_whole(board, copy));
    }
    auto const whole = bytes_of(copy);
    auto const at = whole.find("hoto");
    REQUIRE(at != std::string::npos);
    auto bytes = whole;
    bytes[at] = 'X';
    write_bytes(copy, bytes);
    CHECK(fault_of_file(copy) == Fault::Damaged);
    write_bytes(copy, whole.substr(0, whole.size() / 2));
    CHECK(fault_of_file(copy) == Fault::Damaged);
    write_bytes(copy, "Det her er et brev.");
    CHECK(fault_of_file(copy) == Fault::NotABoard);
    write_bytes(copy, "");
    CHECK(fault_of_file(copy) == Fault::NotABoard);
    CHECK(fault_of_file(folder / "ingen") == Fault::NotFound);
    write_bytes(copy, whole);
    CHECK(store::prove(copy));
}

TEST_CASE("a file with tables, views or triggers of its own is refused, and left as it is") {
    for (char const* sql :
         {"CREATE TABLE andet (x)", "CREATE VIEW v AS SELECT 1",
          "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END",
          "ALTER TABLE event RENAME TO e; CREATE VIEW event AS SELECT * FROM e", "CREATE INDEX i ON event (at)",
          "ALTER TABLE event ADD COLUMN x INTEGER AS (length(body)) VIRTUAL"}) {
        CAPTURE(sql);
        Folder const folder;
        auto const file = folder / "fremmed.rundtbord";
        make_board(file, 2);
        run(file, sql);
        auto const before = bytes_of(file);
        CHECK(fault_of_file(file) == Fault::Damaged);
        CHECK(store::rebuild(file, folder / "ny.rundtbord").error().fault == Fault::Damaged);
        CHECK_FALSE(fs::exists(folder / "ny.rundtbord"));
        CHECK(bytes_of(file) == before);
    }
}

TEST_CASE("a file from a newer version is refused as that") {
    Folder const folder;
    auto const file = folder / "ny.rundtbord";
    make_board(file, 2);
    run(file, "PRAGMA user_version = 4000");
    CHECK(fault_of_file(file) == Fault::Newer);
}

TEST_CASE("a file is built again from its rows alone") {
    Folder const folder;
    auto const copy = folder / "copy.part", fresh = folder / "ny.rundtbord";
    auto const board = make_rich_board(folder / "board.rundtbord");
    REQUIRE(copy_whole(board, copy));
    auto const made = store::rebuild(copy, fresh);
    REQUIRE(made);
    CHECK(*made == *board.contents());
    CHECK_FALSE(fs::exists(folder / "ny.rundtbord-wal"));
    CHECK(store::rebuild(copy, fresh).error().fault == Fault::Exists);
    CHECK(*store::prove(fresh) == *made);
    CHECK(texts_of(*Store::open(fresh)->load()) == texts_of(*board.load()));
}

TEST_CASE("a board of an older version is copied before it is opened, and proves as it was") {
    for (int const version : {1, 2}) {
        CAPTURE(version);
        Folder const folder;
        auto const file = folder / "gammel.rundtbord";
        fs::copy_file(project() / "tests/store/fixtures" / ("v" + std::to_string(version) + ".rundtbord"), file);
        CHECK(*store::is_older(file));
        auto const copied = store::copy_before_migration(file, folder / "copy.part");
        REQUIRE(copied);
        REQUIRE(store::finish_copy(folder / "copy.part"));
        CHECK(*store::prove(folder / "copy.part") == *copied);
        CHECK(*store::is_older(file));
        REQUIRE(Store::open(file));
        CHECK_FALSE(*store::is_older(file));
        auto const rebuilt = store::rebuild(folder / "copy.part", folder / "ny.rundtbord");
        REQUIRE(rebuilt);
        CHECK(texts_of(*Store::open(folder / "ny.rundtbord")->load()) == texts_of(*Store::open(file)->load()));
    }
}

TEST_CASE("whichever call of the disk fails, a copy is proved or refused, and the board goes on") {
    for (auto const& fault : {std::pair{Kind::Create, SQLITE_CANTOPEN}, std::pair{Kind::Write, SQLITE_FULL},
                              std::pair{Kind::Write, SQLITE_IOERR_WRITE}, std::pair{Kind::Sync, SQLITE_IOERR_FSYNC},
                              std::pair{Kind::Truncate, SQLITE_IOERR}}) {
        auto const kind = fault.first;
        auto const answer = fault.second;
        bool reached = true;
        int refused = 0;
        for (int call = 1; reached; ++call) {
            CAPTURE(static_cast<int>(kind));
            CAPTURE(call);
            Folder const folder;
            int calls = 0;
            bool on = false;
            std::mutex mutex;
            reached = false;
            Disk disk([&](DiskCall const& asked) {
                std::lock_guard const lock(mutex);
                if (!on || asked.kind != kind || ++calls < call)
                    return SQLITE_OK;
                reached = true;
                return answer;
            });
            auto board = make_rich_board(folder / "board.rundtbord");
            on = true;
            auto const copied = copy_whole(board, folder / "copy.part");
            on = false;
            if (!copied)
                ++refused;
            else
                CHECK(*copied == *board.contents());
            REQUIRE(board.append(operation(9), instant(9), events_of(9)));
            fs::remove(folder / "copy.part");
            fs::remove(folder / "copy.part-journal");
            CHECK(copy_whole(board, folder / "copy.part"));
        }
        if (kind == Kind::Write || kind == Kind::Create)
            CHECK(refused > 0);
    }
}

namespace {

struct Replacing {
    Folder folder;
    fs::path live = folder / "board.rundtbord", other = folder / "board.rundtbord.part";
    std::unique_ptr<store::Writer> writer;
    store::Contents contents;

    Replacing() {
        make_board(other, 2);
        auto board = make_rich_board(live);
        contents = *board.contents();
        writer = std::make_unique<store::Writer>(std::move(board), [] {});
    }
    std::optional<store::Result<std::vector<board::Record>>> replace() {
        writer->replace_with(other, contents);
        writer->drain();
        return writer->take_replaced();
    }
};

} // namespace

TEST_CASE("another board takes the place of the one that is written to, and what had been begun goes with it") {
    Replacing at;
    auto const records = at.replace();
    REQUIRE(records);
    REQUIRE(*records);
    CHECK((*records)->size() == 6);
    CHECK_FALSE(fs::exists(at.other));
    at.writer->push(job(7));
    at.writer->drain();
    CHECK_FALSE(at.writer->take_saved().at(0).failure);
    at.writer.reset();
    auto const board = Store::open(at.live);
    REQUIRE(board);
    CHECK(board->load()->size() == 9);
    CHECK(*board->drafts() == "en kladde om Grethe");
}

TEST_CASE("a board that changed meanwhile is not replaced, nor by a file that is of no use") {
    SUBCASE("changed") {
        Replacing at;
        at.writer->push(job(7));
        auto const records = at.replace();
        REQUIRE(records);
        CHECK_FALSE(*records);
        at.writer.reset();
        CHECK(Store::open(at.live)->load()->size() == 15);
    }
    SUBCASE("of no use") {
        Replacing at;
        write_bytes(at.other, "Det her er et brev.");
        auto const records = at.replace();
        REQUIRE(records);
        CHECK_FALSE(*records);
        at.writer->push(job(7));
        at.writer->drain();
        CHECK_FALSE(at.writer->take_saved().at(0).failure);
        at.writer.reset();
        CHECK(Store::open(at.live)->load()->size() == 15);
        CHECK(bytes_of(at.other) == "Det her er et brev.");
    }
    SUBCASE("not there") {
        Replacing at;
        fs::remove(at.other);
        CHECK_FALSE(*at.replace());
        at.writer.reset();
        CHECK(Store::open(at.live)->load()->size() == 12);
    }
}

TEST_CASE("what was decided on the board before is not written to the one that took its place") {
    Replacing at;
    at.writer->replace_with(at.other, at.contents);
    at.writer->drain();
    at.writer->push(job(7)); // nobody has seen yet that the board is another
    at.writer->drain();
    REQUIRE(at.writer->take_saved().at(0).failure);
    REQUIRE(at.writer->take_replaced());
    at.writer->push(job(8));
    at.writer->drain();
    CHECK_FALSE(at.writer->take_saved().at(0).failure);
    at.writer.reset();
    CHECK(Store::open(at.live)->load()->size() == 9);
}

TEST_CASE("of a damaged file all that can be read is found, in its order") {
    Folder const folder;
    auto const file = folder / "board.rundtbord";
    make_board(file, 400);
    auto bytes = bytes_of(file);
    CHECK(store::salvage(file).records.size() == 1200);
    auto const at = bytes.size() / 2 / 4096 * 4096;
    for (std::size_t i = at; i < at + 4096; ++i)
        bytes[i] = '\x5a';
    write_bytes(file, bytes);
    CHECK(Store::open(file).error().fault == Fault::Damaged);
    auto const found = store::salvage(file);
    CHECK(found.records.size() > 800);
    CHECK(found.records.size() < 1200);
    CHECK(static_cast<int>(found.records.size()) + found.unreadable == 1200);
    write_bytes(file, "Det her er et brev.");
    CHECK(store::salvage(file).records.empty());
}
