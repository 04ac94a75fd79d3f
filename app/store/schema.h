// The tables of a board file and the way from every older version to today's. A migration that has been
// released is never edited: a change is a new one. A new event, or a new version of one, is a new schema
// version too, so that an older program leaves the file alone.
#pragma once

#include "store/database.h"

#include <span>

namespace store {

struct Migration {
    int version; ///< what the file is afterwards: one more than before
    Result<void> (*run)(Database& db);
};

/// All migrations, first to last; the last one's version is `schema_version`.
std::span<Migration const> migrations();

/// Brings the file to the last version of `list` in one transaction: wholly, or not at all.
Result<void> migrate(Database& db, std::span<Migration const> list);

Result<int> user_version(Database& db);

/// Whether tables and indexes are as the migrations to the file's own version make them. Damaged when something lacks,
/// differs or was added.
Result<void> check_schema(Database& db);

} // namespace store
