// The rows of the photo table: bytes under the hash of what they are, so that one photo lies there once and a changed
// byte is found. Knows nothing of pictures.
#pragma once

#include "store/database.h"

#include <vector>

namespace store {

/// These two change the file inside the caller's transaction.
Result<bool> insert_photo(Database& db, std::string_view bytes);
Result<bool> delete_photo(Database& db, std::string_view hash);
Result<std::string> read_photo(Database& db, std::string_view hash);
Result<std::vector<std::string>> read_photo_hashes(Database& db);
/// A line for each photo that is not what its hash says.
Result<std::vector<std::string>> check_photos(Database& db);

} // namespace store
