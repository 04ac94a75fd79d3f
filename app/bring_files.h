// What may be brought in from a stick or from the folder of the exports: found, told what it is by what it begins with,
// and read. All of it is hostile, and all of it waits for the disk: run it as an errand.
#pragma once

#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// Where to look. Neither need exist.
struct BringFrom {
    std::filesystem::path sticks; ///< where USB sticks are mounted
    std::filesystem::path folder; ///< of the exports
};

/// A file's place; opened again for reading, name by name and through no link.
struct BringPath {
    std::string stick; ///< the folder's own name; empty: the folder of the exports
    std::vector<std::string> path;
};

struct FoundFiles {
    std::vector<screens::BringPlace> places; ///< sticks first, the folder last
    std::vector<BringPath> paths;            ///< of the files of all places, in their order
};
FoundFiles find_files(BringFrom const& from);
/// The sticks that are in, and the folder: quick, without their files.
std::vector<screens::HomePlace> find_places(BringFrom const& from);

/// What a file is by its name and its first bytes; nothing when no file of that name is ever brought in.
std::optional<screens::BringKind> kind_of(std::string_view name, std::string_view head);

enum class BringFault {
    Pulled,     ///< the stick is not there any more
    Gone,       ///< the stick is, and the file is not
    Unreadable, ///<
    TooLarge,   ///< more than `most_bytes`
};
/// The whole file, or why not.
tl::expected<std::string, BringFault> read_whole(BringFrom const& from, BringPath const& path, std::size_t most_bytes);

} // namespace app
