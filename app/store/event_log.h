// The rows of the event table: written once, read with a checksum, since SQLite itself would not notice
// a letter that changed on the disk.
#pragma once

#include "store/database.h"

#include <vector>

namespace store {

/// What lies in a log: the records that can be read, and a line for each thing that is wrong.
struct Log {
    std::vector<board::Record> records;
    std::vector<std::string> problems; ///< for the log, in English; never what people wrote
};

Result<Log> read_log(Database& db);
/// The records of one operation, oldest first; none when it is not stored. Damaged when one is unreadable.
Result<std::vector<board::Record>> read_operation(Database& db, board::OperationId operation);
/// Inserts the events after the last one, inside the caller's transaction, and returns their records.
Result<std::vector<board::Record>> insert_events(Database& db, board::OperationId operation, board::Instant at,
                                                 std::vector<board::Event> const& events);

/// Changes the body of one row and its checksum, inside the caller's transaction. NotFound when there is no such row of
/// the event's type.
Result<void> replace_event(Database& db, std::int64_t sequence, board::Event const& event);

} // namespace store
