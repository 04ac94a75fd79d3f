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
/// The same from a file that may be damaged anywhere: row by row, over what cannot be read.
Log read_what_is_left(Database& db);
/// Every row of `from` into `to`, whose log is empty, as it is, inside the caller's transaction. `from` has been read
/// with `read_log` and has no problems.
Result<void> copy_rows(Database& from, Database& to);
/// The records of one operation, oldest first; none when it is not stored. Damaged when one is unreadable.
Result<std::vector<board::Record>> read_operation(Database& db, board::OperationId operation);
/// Inserts the events after the last one, inside the caller's transaction, and returns their records.
Result<std::vector<board::Record>> insert_events(Database& db, board::OperationId operation, board::Instant at,
                                                 std::vector<board::Event> const& events);

/// Changes the body of one row and its checksum, inside the caller's transaction. NotFound when there is no such row of
/// the event's type.
Result<void> replace_event(Database& db, std::int64_t sequence, board::Event const& event);

} // namespace store
