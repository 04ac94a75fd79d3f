// Version 1: the event log, and one row about the file itself. Version 2: one row of unfinished drafts. Version 3:
// photos.
#include "store/schema.h"

#include <array>
#include <charconv>

namespace store {

namespace {

board::Uuid random_uuid() {
    board::Uuid uuid;
    sqlite3_randomness(static_cast<int>(uuid.bytes.size()), uuid.bytes.data());
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x40);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
    return uuid;
}

Result<void> write_file_row(Database& db) {
    Statement insert = db.prepare("INSERT INTO file (id, device, openings) VALUES (1, ?, 0)");
    return insert.bind(random_uuid()).step().map([](bool) {});
}

// `openings` is what the probing write counts. `checksum` is of all that stands before it (event_log.cpp).
Result<void> to_version_1(Database& db) {
    return db
        .run("CREATE TABLE file ("
             " id INTEGER PRIMARY KEY CHECK (id = 1),"
             " device BLOB NOT NULL CHECK (length(device) = 16),"
             " openings INTEGER NOT NULL) STRICT")
        .and_then([&] {
            return db.run("CREATE TABLE event ("
                          " sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),"
                          " operation BLOB NOT NULL CHECK (length(operation) = 16),"
                          " device BLOB NOT NULL CHECK (length(device) = 16),"
                          " at INTEGER NOT NULL," // milliseconds since 1970, UTC
                          " type TEXT NOT NULL,"
                          " version INTEGER NOT NULL CHECK (version >= 1),"
                          " body TEXT NOT NULL,"
                          " checksum INTEGER NOT NULL) STRICT");
        })
        .and_then([&] { return db.run("CREATE INDEX event_by_operation ON event (operation)"); })
        .and_then([&] { return write_file_row(db); });
}

// Also the version of the events that draw, tag, weigh, merge and split ideas.
Result<void> to_version_2(Database& db) {
    return db.run("CREATE TABLE draft (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT");
}

// An event names a photo by its hash. Also the version of the events of meetings, check-ins, pulse and obstacles.
Result<void> to_version_3(Database& db) {
    return db.run("CREATE TABLE photo ("
                  " hash TEXT PRIMARY KEY CHECK (length(hash) = 64)," // SHA-256 of the bytes
                  " bytes BLOB NOT NULL CHECK (length(bytes) > 0)) STRICT");
}

/// Own agendas and comparison groups are told by events alone; a program that knows neither must not read them.
Result<void> to_version_4(Database&) { return {}; }

constexpr std::array all_migrations{Migration{1, to_version_1}, Migration{2, to_version_2}, Migration{3, to_version_3},
                                    Migration{4, to_version_4}};
static_assert(all_migrations.back().version == schema_version);

Result<std::string> schema_text(Database& db) {
    return db.value("SELECT group_concat(text, char(10)) FROM"
                    " (SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS text FROM sqlite_schema ORDER BY 1)");
}

Result<std::string> expected_schema_text(int version) {
    Result<Database> fresh = Database::open({}, Database::How::InMemory);
    auto const until = std::span(all_migrations).first(static_cast<std::size_t>(version));
    return fresh.and_then([&](Database& db) { return migrate(db, until).and_then([&] { return schema_text(db); }); });
}

Result<void> run_all(Database& db, std::span<Migration const> list, int from) {
    for (Migration const& migration : list) {
        if (migration.version <= from)
            continue;
        if (Result<void> const done = migration.run(db); !done)
            return done;
    }
    return db.run("PRAGMA user_version = " + std::to_string(list.back().version));
}

} // namespace

std::span<Migration const> migrations() { return all_migrations; }

Result<int> user_version(Database& db) {
    return db.value("PRAGMA user_version").map([](std::string const& text) {
        int version = 0;
        std::from_chars(text.data(), text.data() + text.size(), version);
        return version;
    });
}

Result<void> migrate(Database& db, std::span<Migration const> list) {
    return user_version(db).and_then([&](int from) -> Result<void> {
        if (from == list.back().version)
            return {};
        Result<Transaction> transaction = Transaction::begin(db);
        return transaction.and_then(
            [&](Transaction& open) { return run_all(db, list, from).and_then([&] { return open.commit(); }); });
    });
}

Result<void> check_schema(Database& db) {
    Result<int> const version = user_version(db);
    if (!version)
        return tl::unexpected(version.error());
    if (*version < 1 || *version > schema_version)
        return tl::unexpected(Failure{Fault::Damaged, "no such schema version"});
    Result<std::string> const expected = expected_schema_text(*version);
    if (!expected)
        return tl::unexpected(expected.error());
    return schema_text(db).and_then([&](std::string const& found) -> Result<void> {
        if (found != *expected)
            return tl::unexpected(Failure{Fault::Damaged, "the tables are not those of a board"});
        return {};
    });
}

} // namespace store
