// The order matters. Until the header has been read through SQLite's own file handle, nothing is locked or
// written; our own open() and close() of the file would drop SQLite's POSIX locks. The exclusive lock is
// the guard against a second instance: it lives in the kernel, so it goes with the process, however it ends.
#include "store/opening.h"

#include "store/durable.h"
#include "store/schema.h"

#include <array>
#include <cstring>

namespace store {

namespace {

namespace fs = std::filesystem;

// Exclusive before WAL: then there is no shared memory, and one connection can never race another.
// WAL with FULL loses nothing that was acknowledged when the plug is pulled; NORMAL does.
constexpr std::array board_pragmas{
    Pragma{"locking_mode", "EXCLUSIVE", "exclusive"},
    Pragma{"trusted_schema", "OFF", "0"},
    Pragma{"mmap_size", "0", "0"},
    Pragma{"cell_size_check", "ON", "1"},
    Pragma{"temp_store", "MEMORY", "2"},
    Pragma{"journal_mode", "WAL", "wal"},
    Pragma{"synchronous", "FULL", "2"},
    Pragma{"wal_autocheckpoint", "1000", "1000"}, // `log_pages`
    Pragma{"journal_size_limit", "8388608", "8388608"},
    Pragma{"foreign_keys", "ON", "1"},
    Pragma{"secure_delete", "ON", "1"},
};

constexpr std::int64_t log_pages = 1000, page = 4096, page_head = 24; // bytes

constexpr std::array looking_pragmas{Pragma{"locking_mode", "EXCLUSIVE", "exclusive"},
                                     Pragma{"trusted_schema", "OFF", "0"}, Pragma{"mmap_size", "0", "0"},
                                     Pragma{"cell_size_check", "ON", "1"}, Pragma{"temp_store", "MEMORY", "2"}};

Result<void> fail(Fault fault, std::string detail) { return tl::unexpected(Failure{fault, std::move(detail)}); }

Result<void> check_is_file(fs::path const& path) {
    std::error_code error;
    fs::file_status const status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return fail(Fault::NotFound, "no such file");
    if (error)
        return tl::unexpected(system_failure(error.value(), "look at the file"));
    if (status.type() != fs::file_type::regular)
        return fail(Fault::NotABoard, "not a file");
    return {};
}

std::int64_t big_endian_32(std::array<unsigned char, 100> const& header, std::size_t at) {
    return std::int64_t{header[at]} << 24 | std::int64_t{header[at + 1]} << 16 | std::int64_t{header[at + 2]} << 8 |
           header[at + 3];
}

Result<void> check_version(std::int64_t version) {
    if (version > schema_version)
        return fail(Fault::Newer, "schema version " + std::to_string(version));
    if (version < 1)
        return fail(Fault::NotABoard, "no schema version");
    return {};
}

// Bytes 60 and 68 of the file format are user_version and application_id.
Result<void> check_header(Database& db) {
    sqlite3_file* file = nullptr;
    std::array<unsigned char, 100> header{};
    sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    int const code = file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return fail(fault_of(code), "read the header: SQLite " + std::to_string(code));
    if (std::memcmp(header.data(), "SQLite format 3", 16) != 0)
        return fail(Fault::NotABoard, "not a database");
    if (big_endian_32(header, 68) != application_id)
        return fail(Fault::NotABoard, "a database of another program");
    return check_version(big_endian_32(header, 60));
}

struct Limit {
    int what;
    int most;
};

// Far above what a board needs. A row that claims more is not read into memory.
constexpr std::array limits{Limit{SQLITE_LIMIT_LENGTH, 16 << 20}, Limit{SQLITE_LIMIT_SQL_LENGTH, 10'000},
                            Limit{SQLITE_LIMIT_ATTACHED, 1}};

struct Switch {
    int option;
    int on;
};

// A refused file must stay as it is, so closing does not clean up its log until all checks have passed.
constexpr std::array switches{
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},       Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0},         Switch{SQLITE_DBCONFIG_DQS_DML, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},  Switch{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    Switch{SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}};

Result<void> set_switch(Database& db, Switch wanted) {
    int now = -1;
    int const code = sqlite3_db_config(db.handle(), wanted.option, wanted.on, &now);
    if (code != SQLITE_OK || now != wanted.on)
        return fail(Fault::Broken, "SQLite refused the switch " + std::to_string(wanted.option));
    return {};
}

Result<void> restrict_sqlite(Database& db) {
    for (Limit const& limit : limits)
        sqlite3_limit(db.handle(), limit.what, limit.most);
    for (Switch const& wanted : switches)
        if (Result<void> const done = set_switch(db, wanted); !done)
            return done;
    return {};
}

Result<void> check_writable(Database& db) {
    if (sqlite3_db_readonly(db.handle(), "main") != 0)
        return fail(Fault::ReadOnly, "no right to write the file");
    return {};
}

// A disk that cannot be written is found when the wall opens, not when someone has written something. A full
// disk is no reason to hide the board: it can be read, and each change will say why it was not kept.
Result<void> probe(Database& db) {
    return db.run("UPDATE file SET openings = openings + 1 WHERE id = 1")
        .or_else([](Failure const& failure) -> Result<void> {
            if (failure.fault == Fault::DiskFull)
                return {};
            return tl::unexpected(failure);
        });
}

Result<void> prepare_board(Database& db) {
    return check_header(db)
        .and_then([&] { return check_writable(db); })
        .and_then([&] { return restrict_sqlite(db); })
        .and_then([&] { return set_pragmas(db, board_pragmas); })
        .and_then([&] { return user_version(db); }) // a log left by a newer program may hold a newer version
        .and_then([&](int version) { return check_version(version); })
        // An index holds nothing that its rows, each with a checksum, do not: it is compared when a copy is taken.
        .and_then([&] { return require_integrity(db, Depth::Structure); })
        .and_then([&] { return migrate(db, migrations()); })
        .and_then([&] { return check_schema(db); })
        .and_then([&] { return probe(db); })
        .and_then([&] {
            return set_switch(db, {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0});
        });
}

Result<void> fill_new(Database& db) {
    return restrict_sqlite(db)
        .and_then([&] { return set_pragmas(db, board_pragmas); })
        .and_then([&] { return db.run("PRAGMA application_id = " + std::to_string(application_id)); })
        .and_then([&] { return migrate(db, migrations()); })
        .and_then([&] { return db.checkpoint(); })
        .and_then([&] {
            return set_switch(db, {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0});
        });
}

Result<void> build(fs::path const& path) {
    Result<Database> db = Database::open(path, Database::How::New);
    return db.and_then([](Database& open) { return fill_new(open); });
}

std::string random_letters() {
    std::array<unsigned char, 8> bytes{};
    sqlite3_randomness(static_cast<int>(bytes.size()), bytes.data());
    std::string letters;
    for (unsigned char const byte : bytes)
        letters += static_cast<char>('a' + byte % 26);
    return letters;
}

} // namespace

void remove_leftovers(fs::path const& part) {
    std::error_code ignored; // what cannot be removed is a file that nobody reads
    for (char const* suffix : {"", "-wal", "-journal"})
        fs::remove(part.string() + suffix, ignored);
}

Result<void> make_room(Database& db) { return db.lengthen_log(log_pages * (page + page_head)); }

Result<void> set_pragmas(Database& db, std::span<Pragma const> list) {
    for (Pragma const& pragma : list) {
        std::string const read = std::string("PRAGMA ") + pragma.name;
        Result<std::string> const answer = db.run(read + " = " + pragma.asked).and_then([&] { return db.value(read); });
        if (!answer)
            return tl::unexpected(answer.error());
        if (*answer != pragma.answer)
            return fail(Fault::Broken, std::string(pragma.name) + " is " + *answer + ", not " + pragma.answer);
    }
    return {};
}

Result<Database> open_board(fs::path const& path) {
    return check_is_file(path)
        .and_then([&] { return Database::open(path, Database::How::Existing); })
        .and_then([](Database db) -> Result<Database> {
            if (Result<void> const ready = prepare_board(db); !ready)
                return tl::unexpected(ready.error());
            return db;
        });
}

Result<Database> open_to_look(fs::path const& path) {
    return check_is_file(path)
        .and_then([&] { return Database::open(path, Database::How::Existing); })
        .and_then([&](Database db) -> Result<Database> {
            Result<void> const ready = check_header(db)
                                           .and_then([&] { return restrict_sqlite(db); })
                                           .and_then([&] { return set_pragmas(db, looking_pragmas); })
                                           .and_then([&] { return require_integrity(db, Depth::Whole); })
                                           .and_then([&] { return check_schema(db); })
                                           .and_then([&] {
                                               return set_switch(db, {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0});
                                           });
            if (!ready)
                return tl::unexpected(ready.error());
            return db;
        });
}

Result<Database> open_damaged(fs::path const& path) {
    return check_is_file(path)
        .and_then([&] { return Database::open(path, Database::How::Existing); })
        .and_then([&](Database db) -> Result<Database> {
            Result<void> const ready = check_header(db).and_then([&] { return restrict_sqlite(db); }).and_then([&] {
                return set_pragmas(db, looking_pragmas);
            });
            if (!ready)
                return tl::unexpected(ready.error());
            return db;
        });
}

Result<void> create_board(fs::path const& path) {
    fs::path const whole = fs::absolute(path);
    std::error_code error;
    if (fs::exists(fs::symlink_status(whole, error)))
        return fail(Fault::Exists, "something has that name");
    if (!fs::is_directory(whole.parent_path(), error))
        return fail(Fault::NotFound, "no such folder");
    fs::path const part = whole.string() + '.' + random_letters() + ".part";
    Result<void> const made = build(part).and_then([&] { return give_name(part, whole); });
    remove_leftovers(part);
    return made;
}

namespace {

Result<std::vector<std::string>> problems_by(Database& db, std::string_view check) {
    std::vector<std::string> problems;
    Statement integrity = db.prepare(check);
    Result<bool> row = integrity.step();
    for (; row && *row; row = integrity.step())
        if (integrity.text(0) != "ok")
            problems.emplace_back(integrity.text(0));
    if (!row)
        return tl::unexpected(row.error());
    Statement keys = db.prepare("PRAGMA foreign_key_check");
    for (row = keys.step(); row && *row; row = keys.step())
        problems.push_back("foreign key of " + std::string(keys.text(0)));
    if (!row)
        return tl::unexpected(row.error());
    return problems;
}

} // namespace

Result<std::vector<std::string>> check_integrity(Database& db, Depth depth) {
    if (depth == Depth::Whole)
        return problems_by(db, "PRAGMA integrity_check");
    return db.run("PRAGMA ignore_check_constraints = ON")
        .and_then([&] { return problems_by(db, "PRAGMA quick_check"); })
        .and_then([&](std::vector<std::string> problems) {
            return db.run("PRAGMA ignore_check_constraints = OFF").map([&] { return std::move(problems); });
        });
}

Result<void> require_integrity(Database& db, Depth depth) {
    return check_integrity(db, depth).and_then([](std::vector<std::string> const& problems) -> Result<void> {
        if (problems.empty())
            return {};
        return fail(Fault::Damaged, std::to_string(problems.size()) + " problems, first: " + problems.front());
    });
}

} // namespace store
