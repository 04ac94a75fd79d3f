// What an open board file holds, as one number to compare with, and the statement that writes it to another file.
#pragma once

#include "store/database.h"

namespace store {

/// Of all rows of records and photos, in their order; of an older version those it has. Reads them all.
Result<Contents> contents_of(Database& db);
/// The whole file, drafts and all, into a new one that is not durable yet.
Result<void> write_copy(Database& db, std::filesystem::path const& to);
/// Bytes in use by the file's pages.
Result<std::int64_t> size_of(Database& db);

} // namespace store
