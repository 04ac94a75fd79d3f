// Files that are not opened: said why, and left as they were to the last byte.
#include "store/disk.h"
#include "store/opening.h"
#include "store/samples.h"
#include "store/schema.h"

#include <doctest/doctest.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace samples;
using store::Database;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;

namespace {

/// Another program's database, and if asked its log with what is not in the file yet.
void make_foreign(fs::path const& path, std::string const& first, bool with_log) {
    Folder const elsewhere;
    fs::path const made = elsewhere / path.filename().string();
    auto db = Database::open(made, Database::How::New);
    REQUIRE(db);
    REQUIRE(db->run(first));
    if (with_log) {
        REQUIRE(db->run("PRAGMA journal_mode = WAL"));
        REQUIRE(db->run("CREATE TABLE in_the_log (x)"));
        write_bytes(path.string() + "-wal", bytes_of(made.string() + "-wal"));
    }
    REQUIRE(db->run("CREATE TABLE theirs (x)"));
    write_bytes(path, bytes_of(made));
}

/// A board whose log says version 4 while its file still says 3, as a killed newer program leaves it.
void make_newer_in_log(fs::path const& path) {
    Folder const elsewhere;
    fs::path const made = elsewhere / "board.rundtbord";
    make_board(made, 2);
    auto db = store::open_board(made);
    REQUIRE(db);
    REQUIRE(db->run("PRAGMA user_version = 5"));
    write_bytes(path, bytes_of(made));
    write_bytes(path.string() + "-wal", bytes_of(made.string() + "-wal"));
}

void change_board(fs::path const& path, char const* sql) {
    make_board(path, 2);
    auto db = Database::open(path, Database::How::Existing);
    REQUIRE(db);
    REQUIRE(db->run(sql));
}

} // namespace

TEST_CASE("a file that is not ours to open is left as it was") {
    struct Case {
        char const* what;
        std::function<void(fs::path const&)> make;
        Fault fault;
    };
    Case const cases[] = {
        {"empty", [](auto const& p) { write_bytes(p, ""); }, Fault::NotABoard},
        {"text", [](auto const& p) { write_bytes(p, "Kære dagbog"); }, Fault::NotABoard},
        {"long text", [](auto const& p) { write_bytes(p, std::string(9000, 'x')); }, Fault::NotABoard},
        {"half a header", [](auto const& p) { write_bytes(p, std::string("SQLite format 3\0", 16)); },
         Fault::NotABoard},
        {"a folder", [](auto const& p) { fs::create_directory(p); }, Fault::NotABoard},
        {"foreign", [](auto const& p) { make_foreign(p, "PRAGMA user_version = 1", false); }, Fault::NotABoard},
        {"foreign with its id", [](auto const& p) { make_foreign(p, "PRAGMA application_id = 7", false); },
         Fault::NotABoard},
        {"foreign with a log", [](auto const& p) { make_foreign(p, "PRAGMA application_id = 7", true); },
         Fault::NotABoard},
        {"newer", [](auto const& p) { change_board(p, "PRAGMA user_version = 5"); }, Fault::Newer},
        {"newer in its log", make_newer_in_log, Fault::Newer},
        {"no version", [](auto const& p) { change_board(p, "PRAGMA user_version = 0"); }, Fault::NotABoard},
        {"missing", [](auto const&) {}, Fault::NotFound},
    };
    for (Case const& given : cases) {
        CAPTURE(given.what);
        Folder const folder;
        given.make(folder / "file.rundtbord");
        auto const before = files_in(folder.path());
        auto const opened = Store::open(folder / "file.rundtbord");
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == given.fault);
        CHECK(files_in(folder.path()) == before);
    }
}

TEST_CASE("a board with other tables than ours is damaged") {
    for (char const* sql : {"CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
                            "CREATE VIEW v AS SELECT 1", "CREATE TABLE more (x)", "DROP INDEX event_by_operation",
                            "DROP TABLE event", "ALTER TABLE file ADD COLUMN more TEXT"}) {
        CAPTURE(std::string(sql));
        Folder const folder;
        change_board(folder / "board.rundtbord", sql);
        auto const opened = Store::open(folder / "board.rundtbord");
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == Fault::Damaged);
    }
}

TEST_CASE("a file without the right to write is said to be so") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 1);
    auto const before = files_in(folder.path());
    fs::permissions(folder / "board.rundtbord", fs::perms::owner_read | fs::perms::others_read);
    fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    pid_t const child = fork();
    REQUIRE(child >= 0);
    if (child == 0) { // as nobody, since root may write everything
        bool const is_nobody = geteuid() != 0 || seteuid(65534) == 0;
        auto const opened = Store::open(folder / "board.rundtbord");
        _exit(is_nobody && !opened && opened.error().fault == Fault::ReadOnly ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("a disk that takes no new file is said to be read-only") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 1);
    auto const before = files_in(folder.path());
    Disk disk([](DiskCall const& call) { return call.kind == DiskCall::Kind::Create ? SQLITE_CANTOPEN : SQLITE_OK; });
    CHECK(Store::open(folder / "board.rundtbord").error().fault == Fault::ReadOnly);
    CHECK(Store::create(folder / "other.rundtbord").error().fault == Fault::ReadOnly);
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("a board that cannot be made whole is not there at all") {
    for (int const answer : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
        int calls = 0;
        bool made = false;
        for (int failing = 1; !made; ++failing) {
            Folder const folder;
            calls = 0;
            Disk disk([&](DiskCall const& call) {
                bool const counts = call.path.ends_with(".part") || call.path.ends_with(".part-wal");
                return counts && call.kind != DiskCall::Kind::Delete && ++calls >= failing ? answer : SQLITE_OK;
            });
            made = Store::create(folder / "board.rundtbord").has_value();
            CHECK(made == (calls < failing));
            CHECK(files_in(folder.path()).size() == (made ? 1 : 0));
        }
        CHECK(calls > 5);
    }
}
