// A row's checksum is of all its other columns, the sequence among them: a row changed or put
// in another's place is found. The sequence runs 1, 2, 3 … so a row taken out is found too.
#include "store/event_log.h"

#include "store/event_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <memory_resource>
#include <utility>
#include <xxhash.h>

namespace store {

namespace {

struct Row {
    std::int64_t sequence = 0;
    board::Uuid operation;
    board::Uuid device;
    std::int64_t at = 0; ///< milliseconds since 1970, UTC
    std::pmr::string type;
    std::int64_t version = 0;
    std::pmr::string body;
};

std::string_view bytes_of(board::Uuid const& uuid) {
    return {reinterpret_cast<char const*>(uuid.bytes.data()), uuid.bytes.size()};
}

// Numbers as text between line breaks, so that the sum is the same on every machine and no column runs into the next.
std::int64_t checksum(Row const& row) {
    std::array<char, 64> numbers{}; // each has 20 characters at most
    char* end = numbers.data();
    for (std::int64_t const number : {row.sequence, row.at, row.version}) {
        end = std::to_chars(end, numbers.data() + numbers.size(), number).ptr;
        *end++ = '\n';
    }
    thread_local std::string all; // its memory is used again: a start sums every row
    all.assign(numbers.data(), static_cast<std::size_t>(end - numbers.data())).append(row.type).push_back('\n');
    all.append(bytes_of(row.operation)).append(bytes_of(row.device)).append(row.body);
    return static_cast<std::int64_t>(XXH3_64bits(all.data(), all.size()));
}

constexpr std::string_view select_rows =
    "SELECT sequence, operation, device, at, type, version, body, checksum FROM event ";

// What is no id reads as zeros here, and then the checksum differs.
Row read_row(Statement const& row, std::pmr::memory_resource* words = std::pmr::get_default_resource()) {
    return {row.integer(0),
            row.uuid(1).value_or(board::Uuid{}),
            row.uuid(2).value_or(board::Uuid{}),
            row.integer(3),
            std::pmr::string(row.text(4), words),
            row.integer(5),
            std::pmr::string(row.text(6), words)};
}

/// A row as it stands in the file, its sum not yet compared.
struct Stored {
    Row row;
    std::int64_t checksum = 0;
};

Stored read_stored(Statement const& statement, std::pmr::memory_resource* words = std::pmr::get_default_resource()) {
    return {read_row(statement, words), statement.integer(7)};
}

/// Rows on end, their words in one piece of memory.
struct Share {
    std::pmr::monotonic_buffer_resource words{};
    std::vector<Stored> rows{};
    void clear() { rows.clear(), words.release(); }
};

tl::expected<board::Event, std::string> event_of(Stored const& stored) {
    Row const& row = stored.row;
    if (checksum(row) != stored.checksum)
        return tl::unexpected(std::string("the checksum differs"));
    return event_from_json(row.type, static_cast<int>(row.version), row.body);
}

board::Record record_of(Row const& row, board::Event event) {
    return {row.sequence, {row.operation}, board::Instant(std::chrono::milliseconds(row.at)), std::move(event)};
}

std::string about(std::int64_t sequence, std::string const& problem) {
    return "event " + std::to_string(sequence) + ": " + problem;
}

/// What rows say goes to the end of a log.
class LogReader {
  public:
    /// `next`: the sequence that the first row should have, and so on; nothing: any rows. About `expected` are there.
    LogReader(std::optional<std::int64_t> next, std::size_t expected) : m_next(next) {
        m_log.records.reserve(expected);
    }
    void take_in(std::vector<Stored> const& rows) {
        for (Stored const& stored : rows)
            take_in(stored);
    }
    Log end() { return std::move(m_log); }

  private:
    void take_in(Stored const& stored) {
        std::int64_t const sequence = stored.row.sequence;
        if (m_next && sequence != *m_next)
            m_log.problems.push_back(about(*m_next, "missing, " + std::to_string(sequence) + " follows"));
        if (m_next)
            m_next = sequence + 1;
        if (auto event = event_of(stored))
            m_log.records.push_back(record_of(stored.row, std::move(*event)));
        else
            m_log.problems.push_back(about(sequence, event.error()));
    }

    Log m_log;
    std::optional<std::int64_t> m_next;
};

/// Up to `most` rows; fewer when there are no more.
Result<void> fetch(Statement& statement, Share& share, std::size_t most) {
    share.clear();
    while (share.rows.size() < most) {
        Result<bool> const row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        share.rows.push_back(read_stored(statement, &share.words));
    }
    return {};
}

/// Reads all rows of a statement made of `select_rows`. In a long log another thread finds out what they say while the
/// next are fetched, since either takes about as long.
Result<Log> read_rows(Statement statement, LogReader reader) {
    constexpr std::size_t rows_in_share = 2048;
    std::array<Share, 3> shares;
    std::array<std::shared_future<void>, shares.size()> read; // each when its share has been
    std::shared_future<void> before;
    for (std::size_t turn = 0;; turn = (turn + 1) % shares.size()) {
        Share& share = shares[turn];
        if (read[turn].valid())
            read[turn].get();
        Result<void> const fetched = fetch(statement, share, rows_in_share);
        bool const last = !fetched || share.rows.size() < rows_in_share;
        if (last && before.valid())
            before.get();
        if (!fetched)
            return tl::unexpected(fetched.error());
        if (last) {
            reader.take_in(share.rows);
            return reader.end();
        }
        read[turn] = std::async(std::launch::async, [&reader, &share, before]() mutable {
            if (before.valid())
                std::exchange(before, {}).get(); // and let go of, or each would keep the one before it
            reader.take_in(share.rows);
        });
        before = read[turn];
    }
}

Result<std::int64_t> last_sequence(Database& db) {
    Statement select = db.again("SELECT coalesce(max(sequence), 0) FROM event");
    return select.step().map([&](bool) { return select.integer(0); });
}

Result<board::Uuid> device_of(Database& db) {
    Statement select = db.again("SELECT device FROM file WHERE id = 1");
    return select.step().and_then([&](bool row) -> Result<board::Uuid> {
        std::optional<board::Uuid> const device = row ? select.uuid(0) : std::nullopt;
        if (!device)
            return tl::unexpected(Failure{Fault::Damaged, "the file has no device"});
        return *device;
    });
}

Result<void> insert_row(Database& db, Row const& row) {
    Statement insert = db.again("INSERT INTO event (sequence, operation, device, at, type, version, body, checksum)"
                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(row.sequence).bind(row.operation).bind(row.device).bind(row.at);
    insert.bind(row.type).bind(row.version).bind(row.body).bind(checksum(row));
    return insert.step().map([](bool) {});
}

} // namespace

Result<Log> read_log(Database& db) {
    constexpr std::int64_t most_expected = 1 << 17; // a damaged number must not take the memory
    return last_sequence(db).and_then([&](std::int64_t last) {
        auto const expected = static_cast<std::size_t>(std::clamp(last, std::int64_t{0}, most_expected));
        return read_rows(db.prepare(std::string(select_rows) + "ORDER BY sequence"), LogReader(1, expected));
    });
}

Log read_what_is_left(Database& db) {
    constexpr int most_missing = 1000; // so many rows in a row that are not there: the end
    Log log;
    std::int64_t last = 0;
    for (std::int64_t sequence = 1; sequence <= last + most_missing; ++sequence) {
        Statement select = db.prepare(std::string(select_rows) + "WHERE sequence = ?");
        Result<bool> const row = select.bind(sequence).step();
        if (!row || !*row)
            continue;
        Stored const stored = read_stored(select);
        if (auto event = event_of(stored)) {
            for (std::int64_t gone = last + 1; gone < sequence; ++gone)
                log.problems.push_back(about(gone, "cannot be read"));
            log.records.push_back(record_of(stored.row, std::move(*event)));
            last = sequence;
        }
    }
    return log;
}

Result<void> copy_rows(Database& from, Database& to) {
    Statement rows = from.prepare(std::string(select_rows) + "ORDER BY sequence");
    for (;;) {
        Result<bool> const row = rows.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (Result<void> const done = insert_row(to, read_row(rows)); !done)
            return done;
    }
}

Result<std::vector<board::Record>> read_operation(Database& db, board::OperationId operation) {
    Statement select = db.again(std::string(select_rows) + "WHERE operation = ? ORDER BY sequence");
    select.bind(operation.value);
    return read_rows(std::move(select), LogReader(std::nullopt, 0))
        .and_then([](Log log) -> Result<std::vector<board::Record>> {
            if (!log.problems.empty())
                return tl::unexpected(Failure{Fault::Damaged, log.problems.front()});
            return std::move(log.records);
        });
}

Result<std::vector<board::Record>> insert_events(Database& db, board::OperationId operation, board::Instant at,
                                                 std::vector<board::Event> const& events) {
    Result<std::int64_t> const last = last_sequence(db);
    Result<board::Uuid> const device = device_of(db);
    if (!last || !device)
        return tl::unexpected(!last ? last.error() : device.error());
    std::vector<board::Record> records;
    for (board::Event const& event : events) {
        std::int64_t const sequence = *last + 1 + static_cast<std::int64_t>(records.size());
        Row const row{sequence,
                      operation.value,
                      *device,
                      at.time_since_epoch().count(),
                      std::pmr::string(event_type(event)),
                      event_version(event),
                      std::pmr::string(to_json(event))};
        if (Result<void> const done = insert_row(db, row); !done)
            return tl::unexpected(done.error());
        records.push_back({sequence, operation, at, event});
    }
    return records;
}

Result<void> replace_event(Database& db, std::int64_t sequence, board::Event const& event) {
    Statement select = db.prepare(std::string(select_rows) + "WHERE sequence = ?");
    select.bind(sequence);
    return select.step().and_then([&](bool found) -> Result<void> {
        if (!found || select.text(4) != event_type(event))
            return tl::unexpected(Failure{Fault::NotFound, about(sequence, "not there, or of another type")});
        Row row = read_row(select);
        row.version = event_version(event);
        row.body.assign(to_json(event));
        Statement update = db.prepare("UPDATE event SET version = ?, body = ?, checksum = ? WHERE sequence = ?");
        update.bind(row.version).bind(row.body).bind(checksum(row)).bind(sequence);
        return update.step().map([](bool) {});
    });
}

} // namespace store
