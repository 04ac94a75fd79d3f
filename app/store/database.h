// SQLite with owners: a connection, a statement and a transaction that end by themselves, and what a
// result code means to a person. Knows no table.
#pragma once

#include "store/store.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace store {

/// How a statement ends: for good, or reset for the next time.
struct StatementEnd {
    bool kept = false;
    void operator()(sqlite3_stmt* statement) const;
};

/// One SQL statement. Its first error sticks: whatever comes after does nothing, and `step` tells it. Ends before the
/// database that it came from.
class Statement {
  public:
    Statement(sqlite3* db, std::string_view sql);
    /// One that somebody keeps: it is only reset in the end.
    Statement(sqlite3* db, sqlite3_stmt* kept);

    /// Binds the next parameter, first to last. Text and bytes are copied.
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(board::Uuid const& uuid);
    Statement& bind_blob(std::string_view bytes);

    /// True when a row is there to read, false when the statement is done.
    Result<bool> step();

    /// Columns of the current row, from 0. NULL reads as 0 or empty.
    std::int64_t integer(int column) const;
    std::string_view text(int column) const; ///< until the next step
    std::string_view blob(int column) const; ///< until the next step
    /// Nothing when the column does not hold 16 bytes.
    std::optional<board::Uuid> uuid(int column) const;

  private:
    void note(int code);

    sqlite3* m_db;
    std::unique_ptr<sqlite3_stmt, StatementEnd> m_statement;
    int m_next = 1;
    int m_code = SQLITE_OK;
};

class Database {
  public:
    enum class How { Existing, New, InMemory };
    /// Opens for reading and writing, without touching the file yet. `path` is not used for InMemory.
    static Result<Database> open(std::filesystem::path const& path, How how);
    Database(Database&&) = default;
    Database& operator=(Database&&) = delete; // what is kept must end before the connection does

    Statement prepare(std::string_view sql) { return {handle(), sql}; }
    /// The same, and it stays prepared for the next time: for what is done again and again, since preparing takes longer
    /// than what most statements do.
    Statement again(std::string_view sql);
    /// Runs one statement to its end, whatever rows it gives.
    Result<void> run(std::string_view sql);
    /// The first column of the first row as text; empty when there is no row.
    Result<std::string> value(std::string_view sql);
    /// Empties the write-ahead log into the file and cuts it to nothing.
    Result<void> checkpoint();
    /// Lengthens the log to so many bytes before they are needed, durably. A commit that writes over what is there is
    /// synced in half the time of one that lets the file grow, and finds its room on a disk that has filled up since.
    Result<void> lengthen_log(std::int64_t bytes);
    /// Writes the file anew without anything that is no longer in it, and empties the log into it. Needs room for all
    /// of the file once more, on the disk and in memory.
    Result<void> vacuum();
    sqlite3* handle() { return m_db.get(); }

  private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    Database() = default;
    std::unique_ptr<sqlite3, Close> m_db;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> m_kept; ///< by their SQL
};

/// A write transaction. What is not committed when this ends is rolled back.
class Transaction {
  public:
    static Result<Transaction> begin(Database& db);
    Result<void> commit();

  private:
    struct Rollback {
        void operator()(Database* db) const;
    };
    std::unique_ptr<Database, Rollback> m_db;
};

/// What SQLite's (extended) result code means to a person.
Fault fault_of(int code);
/// The same with SQLite's own words. They name tables and columns, never what these hold.
Failure failure_of(sqlite3* db, int code);

} // namespace store
