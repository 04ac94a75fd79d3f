// Copies of a board file: taken from one that is open, proved, and read again without trust. Each of these opens a file
// that lies still, and leaves it as it is.
#pragma once

#include "store/store.h"

namespace store {

/// Makes a copy that `Store::copy_into` began worth its name: takes the drafts out of it, which are not the course's,
/// and makes it durable.
Result<void> finish_copy(std::filesystem::path const& copy);

/// What a file holds, once it has been found whole: its tables are those of its version and no others, SQLite's own
/// checks pass, and every record and photo is what its checksum says. Damaged, Newer, NotABoard or NotFound otherwise.
Result<Contents> prove(std::filesystem::path const& file);

/// A file that was proved by its rows alone: nothing else of it is ever used.
struct Found {
    Contents contents;
    std::vector<board::Record> records; ///< oldest first
};
Result<Found> read_still(std::filesystem::path const& file);

/// Copies the records and photos of `from` into a new board file, row by row, each looked over on the way; the new file
/// holds the same contents, and nothing else of `from`. Refuses when `to` exists; leaves none behind when it fails.
Result<Contents> rebuild(std::filesystem::path const& from, std::filesystem::path const& to);

/// Whether opening the board file would migrate it.
Result<bool> is_older(std::filesystem::path const& file);
/// Before a board of an older version is opened, and so migrated: a copy of it as it lies, to be finished and proved as
/// one that `Store::copy_into` made. What it holds.
Result<Contents> copy_before_migration(std::filesystem::path const& file, std::filesystem::path const& to);

/// What can still be read of a damaged file, in the order of its rows. Never fails: in the worst case there is nothing.
struct Salvage {
    std::vector<board::Record> records; ///< those whose checksum holds
    int unreadable = 0;                 ///< rows that are there and cannot be read
    std::string drafts{};
};
Salvage salvage(std::filesystem::path const& file);
/// Adds records, with their own operations and times, and drafts to a board file, and the photos of the file they were
/// read from, as far as they are whole.
Result<void> append_salvaged(std::filesystem::path const& file, Salvage const& salvage,
                             std::filesystem::path const& damaged);

} // namespace store
