// A board file as a whole: made of records, opened for the wall, and what the store says of it as a sentence's key.
#pragma once

#include "board/event.h"
#include "exporters/board_json.h"
#include "store/store.h"
#include "table.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// The sentence for what the store says: [store] in the strings file.
std::string store_key(store::Fault fault);

/// Makes the file with these records, whole or not at all. Refuses when something has its name. The error is a
/// sentence's key. `photos`: what the records name.
tl::expected<void, std::string> make_board_file(std::filesystem::path const& file,
                                                std::vector<board::Record> const& records,
                                                exporters::PhotoBytes const& photos = {});
/// The records of each operation as one transaction, and the log emptied into the file.
store::Result<void> append_all(store::Store& store, std::span<board::Record const> records);
/// Takes a board file's name away, with its log: SQLite would read an old one into a new file.
void remove_board(std::filesystem::path const& file);

/// Opens and reads the file; its writer calls `wake` from its own thread.
tl::expected<std::unique_ptr<Table>, store::Failure> open_table(std::filesystem::path const& file,
                                                                std::function<void()> wake);

} // namespace app
