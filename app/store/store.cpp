// The log of one board, and what an error means for what was asked.
#include "store/store.h"

#include "store/contents.h"
#include "store/event_json.h"
#include "store/event_log.h"
#include "store/opening.h"
#include "store/photos.h"

#include <algorithm>
#include <cassert>

namespace store {

namespace {

Failure reopen_first() { return {Fault::OutcomeUnknown, "an earlier commit failed: reopen the file"}; }

// After an error from the disk the transaction may be there all the same when the file is opened again. Only
// a full disk is sure to have kept it out: the frame that makes it count was never written.
Failure after_commit(Failure failure) {
    if (failure.fault != Fault::DiskFull)
        failure.fault = Fault::OutcomeUnknown;
    return failure;
}

Result<bool> put_drafts(Database& db, std::string_view body) {
    Statement insert = db.prepare("INSERT INTO draft (id, body) VALUES (1, ?)"
                                  " ON CONFLICT (id) DO UPDATE SET body = excluded.body");
    return insert.bind(body).step();
}

} // namespace

struct Store::Impl {
    Database db;
    std::filesystem::path path;
    bool doubtful = false; ///< a commit failed: this connection no longer knows what is on the disk

    /// From now on nothing more is written, not even when closing: the log must be read again as it lies there.
    void distrust() {
        doubtful = true;
        sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }

    /// What `change` makes of the file, in one transaction.
    template <class Change> Result<void> write(Change change) {
        if (doubtful)
            return tl::unexpected(reopen_first());
        Result<Transaction> transaction = Transaction::begin(db);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (Result<bool> const done = change(db); !done)
            return tl::unexpected(done.error());
        return commit(*transaction);
    }

    Result<void> commit(Transaction& transaction) {
        return transaction.commit().map_error([&](Failure const& error) { return told(error); });
    }

    /// A fault of something that has written to the file.
    Failure told(Failure const& error) {
        Failure failure = after_commit(error);
        if (failure.fault == Fault::OutcomeUnknown)
            distrust();
        return failure;
    }
};

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::create(std::filesystem::path const& path) {
    return create_board(path).and_then([&] { return open(path); });
}

Result<Store> Store::open(std::filesystem::path const& path) {
    return open_board(path).map([&](Database db) {
        return Store(std::make_unique<Impl>(Impl{std::move(db), std::filesystem::absolute(path)}));
    });
}

Result<std::vector<board::Record>> Store::look_at(std::filesystem::path const& path) {
    return open_to_look(path).and_then([](Database db) {
        return read_log(db).and_then([](Log log) -> Result<std::vector<board::Record>> {
            if (log.problems.empty())
                return std::move(log.records);
            return tl::unexpected(Failure{Fault::Damaged, log.problems.front()});
        });
    });
}

std::filesystem::path const& Store::path() const { return m_impl->path; }

Result<std::vector<board::Record>> Store::load() const {
    return read_log(m_impl->db).and_then([](Log log) -> Result<std::vector<board::Record>> {
        if (log.problems.empty())
            return std::move(log.records);
        std::string const counts = std::to_string(log.problems.size()) + " problems beside " +
                                   std::to_string(log.records.size()) + " events";
        return tl::unexpected(Failure{Fault::Damaged, counts + ", first: " + log.problems.front()});
    });
}

Result<std::vector<board::Record>> Store::append(board::OperationId operation, board::Instant at,
                                                 std::vector<board::Event> const& events) {
    assert(!events.empty());
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    Result<Transaction> transaction = Transaction::begin(m_impl->db);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Result<std::vector<board::Record>> records = read_operation(m_impl->db, operation);
    if (!records || !records->empty())
        return records;
    records = insert_events(m_impl->db, operation, at, events);
    if (!records)
        return records;
    return m_impl->commit(*transaction).map([&] { return std::move(*records); });
}

Result<void> Store::keep_drafts(std::string_view body) {
    return m_impl->write([&](Database& db) { return put_drafts(db, body); });
}

Result<std::string> Store::drafts() const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return m_impl->db.value("SELECT body FROM draft WHERE id = 1");
}

Result<void> Store::keep_photo(std::string_view bytes) {
    return m_impl->write([&](Database& db) { return insert_photo(db, bytes); });
}

Result<std::string> Store::photo(std::string_view hash) const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return read_photo(m_impl->db, hash);
}

Result<std::vector<std::string>> Store::photo_hashes() const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return read_photo_hashes(m_impl->db);
}

Result<void> Store::forget_photo(std::string_view hash) {
    return m_impl->write([&](Database& db) { return delete_photo(db, hash); });
}

namespace {

Result<bool> change(Database& db, Rewriting const& rewriting) {
    for (auto const& changed : rewriting.events)
        if (Result<void> const done = replace_event(db, changed.sequence, changed.event); !done)
            return tl::unexpected(done.error());
    for (auto const& hash : rewriting.photos)
        if (Result<bool> const done = delete_photo(db, hash); !done)
            return done;
    if (rewriting.drafts)
        if (Result<bool> const done = put_drafts(db, *rewriting.drafts); !done)
            return done;
    if (rewriting.appended.empty())
        return true;
    Result<std::vector<board::Record>> const there = read_operation(db, rewriting.operation);
    if (!there || !there->empty())
        return there.map([](auto const&) { return true; });
    return insert_events(db, rewriting.operation, rewriting.at, rewriting.appended).map([](auto const&) {
        return true;
    });
}

} // namespace

Result<void> Store::rewrite(Rewriting const& rewriting) {
    return m_impl->write([&](Database& db) { return change(db, rewriting); });
}

Result<void> Store::compact() {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return m_impl->db.vacuum().map_error([&](Failure const& error) { return m_impl->told(error); });
}

Result<bool> Store::holds(Rewriting const& rewriting) const {
    return load().map([&](std::vector<board::Record> const& records) {
        bool const appended = rewriting.appended.empty() ||
                              std::any_of(records.begin(), records.end(), [&](board::Record const& record) {
                                  return record.operation == rewriting.operation;
                              });
        return appended && std::all_of(rewriting.events.begin(), rewriting.events.end(), [&](auto const& changed) {
                   auto const at = static_cast<std::size_t>(changed.sequence) - 1; // the first is 1
                   return at < records.size() && to_json(records[at].event) == to_json(changed.event);
               });
    });
}

Result<bool> Store::has(board::OperationId operation) const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return read_operation(m_impl->db, operation).map([](auto const& records) { return !records.empty(); });
}

Result<Contents> Store::contents() const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return contents_of(m_impl->db);
}

Result<Contents> Store::copy_into(std::filesystem::path const& to) const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return require_integrity(m_impl->db, Depth::Whole)
        .and_then([&] { return write_copy(m_impl->db, to); })
        .and_then([&] { return contents_of(m_impl->db); });
}

Result<std::int64_t> Store::size() const {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return size_of(m_impl->db);
}

Result<void> Store::checkpoint() {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return m_impl->db.checkpoint();
}

Result<void> Store::make_room() {
    if (m_impl->doubtful)
        return tl::unexpected(reopen_first());
    return store::make_room(m_impl->db);
}

Result<std::vector<std::string>> Store::check() const {
    auto problems = check_integrity(m_impl->db, Depth::Whole);
    auto const log = read_log(m_impl->db);
    auto const photos = check_photos(m_impl->db);
    if (!problems || !log || !photos)
        return tl::unexpected(!problems ? problems.error() : !log ? log.error() : photos.error());
    problems->insert(problems->end(), log->problems.begin(), log->problems.end());
    problems->insert(problems->end(), photos->begin(), photos->end());
    return problems;
}

} // namespace store
