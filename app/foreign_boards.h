// Board files from outside, on USB sticks and wherever others may write: found, brought home as bytes, and only then read,
// as a stranger's. Nothing of such a file is ever used but its rows. Slow: run it as an errand.
#pragma once

#include "store/copies.h"
#include "ui/screens/copies_facts.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct BoardsOnSticks {
    std::vector<screens::CopyFacts> list; ///< the newest of each stick first
    bool stick = false;                   ///< one is in
};
/// Every `.rundtbord` file on the sticks that are mounted in that folder.
BoardsOnSticks boards_on_sticks(std::filesystem::path const& sticks);

/// Larger files are not brought home.
inline constexpr std::int64_t most_foreign_bytes = std::int64_t{512} << 20;

/// Copies the bytes of that file on a stick into the file `to`, which only we may read. The error is a sentence's key;
/// nothing is left at `to` then.
tl::expected<void, std::string> bring_from_stick(std::filesystem::path const& sticks, std::string const& key,
                                                 std::filesystem::path const& to,
                                                 std::int64_t most_bytes = most_foreign_bytes);
/// The same from a folder of ours that others may write to.
tl::expected<void, std::string> bring(std::filesystem::path const& from, std::filesystem::path const& to,
                                      std::int64_t most_bytes = most_foreign_bytes);

/// What a file that was brought home holds, found whole by the store and a board by our own rules; or a sentence's key.
tl::expected<store::Found, std::string> read_foreign(std::filesystem::path const& file);

} // namespace app
