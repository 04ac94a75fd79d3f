// How a board file is made and how it is opened: the lock, the settings that keep what is written through
// a pulled plug, and the checks, in the order that leaves a file alone which is not ours to touch.
#pragma once

#include "store/database.h"

#include <span>

namespace store {

/// Stands in the header of every board file, "RdtB".
inline constexpr std::int64_t application_id = 0x52647442;

/// A setting: what is asked for, and what SQLite then says it is.
struct Pragma {
    char const* name;
    char const* asked;
    char const* answer;
};

/// Sets each and reads it back; Broken when one differs, since SQLite ignores in silence what it will not do.
Result<void> set_pragmas(Database& db, std::span<Pragma const> list);

Result<Database> open_board(std::filesystem::path const& path);
/// To be read and no more: nothing is migrated, probed or left beside it.
Result<Database> open_to_look(std::filesystem::path const& path);
/// A file that cannot be opened so, for what can still be read of it: nothing is checked but its header.
Result<Database> open_damaged(std::filesystem::path const& path);
/// Makes the file under another name and renames it when it is whole, so a cut leaves it whole or absent.
Result<void> create_board(std::filesystem::path const& path);

/// Takes a board file away that is open nowhere, with what SQLite lays beside it.
void remove_leftovers(std::filesystem::path const& part);
/// Lays the room of an ordinary log down on the disk before it is needed (`Database::lengthen_log`).
Result<void> make_room(Database& db);

/// Structure: SQLite's quick_check, each page and row, but for the CHECK constraints: what an event's row holds its
/// checksum tells. Whole: integrity_check, which compares the indexes with their tables too, and takes six times as long.
enum class Depth { Structure, Whole };
/// That and foreign_key_check: one line for each thing that is wrong.
Result<std::vector<std::string>> check_integrity(Database& db, Depth depth);
/// Damaged when there is such a thing.
Result<void> require_integrity(Database& db, Depth depth);

} // namespace store
