// The one place where result codes are taken from SQLite.
#include "store/database.h"

#include <array>
#include <cassert>
#include <cstring>

namespace store {

Fault fault_of(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::AlreadyOpen;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::Damaged;
    case SQLITE_FULL: return Fault::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return Fault::ReadOnly;
    default: return Fault::Broken;
    }
}

Failure failure_of(sqlite3* db, int code) {
    return {fault_of(code), std::string("SQLite ") + std::to_string(code) + ": " + sqlite3_errmsg(db)};
}

Statement::Statement(sqlite3* db, std::string_view sql) : m_db(db) {
    sqlite3_stmt* statement = nullptr;
    note(sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    m_statement.reset(statement);
}

Statement::Statement(sqlite3* db, sqlite3_stmt* kept) : m_db(db), m_statement(kept, StatementEnd{.kept = true}) {}

void StatementEnd::operator()(sqlite3_stmt* statement) const {
    if (!kept) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement); // its error, if any, `step` has told
    sqlite3_clear_bindings(statement);
}

void Statement::note(int code) {
    if (m_code == SQLITE_OK)
        m_code = code;
}

Statement& Statement::bind(std::int64_t value) {
    note(sqlite3_bind_int64(m_statement.get(), m_next++, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    note(sqlite3_bind_text64(m_statement.get(), m_next++, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(board::Uuid const& uuid) {
    return bind_blob({reinterpret_cast<char const*>(uuid.bytes.data()), uuid.bytes.size()});
}

Statement& Statement::bind_blob(std::string_view bytes) {
    note(sqlite3_bind_blob64(m_statement.get(), m_next++, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

Result<bool> Statement::step() {
    if (m_code == SQLITE_OK) {
        int const code = sqlite3_step(m_statement.get());
        if (code == SQLITE_ROW || code == SQLITE_DONE)
            return code == SQLITE_ROW;
        m_code = code;
    }
    return tl::unexpected(failure_of(m_db, m_code));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

std::string_view Statement::text(int column) const {
    sqlite3_value* value = sqlite3_column_value(m_statement.get(), column); // one thread has the connection
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_value_text(value));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string_view Statement::blob(int column) const {
    sqlite3_value* value = sqlite3_column_value(m_statement.get(), column);
    auto const* bytes = static_cast<char const*>(sqlite3_value_blob(value));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::optional<board::Uuid> Statement::uuid(int column) const {
    board::Uuid uuid;
    std::string_view const bytes = blob(column);
    if (bytes.size() != uuid.bytes.size())
        return std::nullopt;
    std::memcpy(uuid.bytes.data(), bytes.data(), uuid.bytes.size());
    return uuid;
}

Result<Database> Database::open(std::filesystem::path const& path, How how) {
    // A connection is one thread's at a time, so it needs no locks of its own.
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                      (how == How::Existing ? 0 : SQLITE_OPEN_CREATE);
    // An absolute path is never taken for a URI or for ":memory:".
    std::string const name = how == How::InMemory ? ":memory:" : std::filesystem::absolute(path).string();
    sqlite3* handle = nullptr;
    int const code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database db;
    db.m_db.reset(handle);
    if (code != SQLITE_OK)
        return tl::unexpected(failure_of(handle, code));
    return db;
}

void Database::Close::operator()(sqlite3* db) const {
    [[maybe_unused]] int const code = sqlite3_close(db);
    assert(code == SQLITE_OK && "a statement outlived its connection");
}

Statement Database::again(std::string_view sql) {
    auto found = m_kept.find(sql);
    if (found == m_kept.end()) {
        sqlite3_stmt* statement = nullptr;
        constexpr unsigned flags = SQLITE_PREPARE_PERSISTENT;
        if (sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), flags, &statement, nullptr) !=
            SQLITE_OK)
            return prepare(sql); // which tells why it cannot be
        found = m_kept.emplace(sql, statement).first;
    }
    if (sqlite3_stmt_busy(found->second.get()) != 0)
        return prepare(sql);
    return {handle(), found->second.get()};
}

Result<void> Database::run(std::string_view sql) {
    Statement statement = prepare(sql);
    for (;;) {
        Result<bool> const row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
    }
}

Result<std::string> Database::value(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step().map([&](bool row) { return row ? std::string(statement.text(0)) : std::string(); });
}

Result<void> Database::checkpoint() {
    int const code = sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(failure_of(handle(), code));
    return {};
}

// SQLite reads a log up to the first frame whose sum is wrong, which zeros are.
Result<void> Database::lengthen_log(std::int64_t bytes) {
    static constexpr std::array<char, 1 << 16> zeros{};
    sqlite3_file* log = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (code != SQLITE_OK || !log || !log->pMethods)
        return tl::unexpected(Failure{Fault::Broken, "there is no log"});
    code = log->pMethods->xFileSize(log, &size);
    for (; code == SQLITE_OK && size < bytes; size += zeros.size())
        code = log->pMethods->xWrite(log, zeros.data(), static_cast<int>(zeros.size()), size);
    if (code == SQLITE_OK)
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    if (code != SQLITE_OK)
        return tl::unexpected(Failure{fault_of(code), "lengthen the log: SQLite " + std::to_string(code)});
    return {};
}

Result<void> Database::vacuum() {
    return run("VACUUM").and_then([this] { return checkpoint(); });
}

Result<Transaction> Transaction::begin(Database& db) {
    return db.again("BEGIN IMMEDIATE").step().map([&](bool) {
        Transaction transaction;
        transaction.m_db.reset(&db);
        return transaction;
    });
}

Result<void> Transaction::commit() {
    Result<bool> const done = m_db->again("COMMIT").step();
    if (!done)
        return tl::unexpected(done.error());
    [[maybe_unused]] Database* const kept = m_db.release();
    return {};
}

void Transaction::Rollback::operator()(Database* db) const {
    // A full disk or a failed write may have rolled back already. If the rollback itself fails, SQLite keeps
    // the connection from writing, and the next change reports it.
    if (sqlite3_get_autocommit(db->handle()) == 0)
        sqlite3_exec(db->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace store
