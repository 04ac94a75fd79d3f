// Files as a whole, their bytes and their names, made to outlast a pulled plug.
#pragma once

#include "store/store.h"

namespace store {

/// What the system's errno says, as a failure; `doing` in English, for the log.
Failure system_failure(int error, std::string const& doing);

/// Makes what was written to a file durable. Never a file that SQLite has open: closing it would drop its locks.
Result<void> sync_file(std::filesystem::path const& file);
/// Makes the names in a folder durable: those that were given, and those that were taken away. Empty: the working folder.
Result<void> sync_folder(std::filesystem::path const& folder);
/// Gives a durable file another name in its folder, durably. Exists when something has it already.
Result<void> give_name(std::filesystem::path const& from, std::filesystem::path const& to);
/// Two files of one folder, neither of them open, each get the other's name: both, or neither, also after a cut.
Result<void> exchange_names(std::filesystem::path const& one, std::filesystem::path const& other);

} // namespace store
