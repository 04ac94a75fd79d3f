// Reading and writing whole files. A written file is either there with all its bytes or not there at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace app {

struct FileFailure {
    std::string_view key; ///< of its sentence, e.g. "file.no_room"
    std::string detail;   ///< in English, for the log
};

tl::expected<std::string, FileFailure> read_file(std::filesystem::path const& path);
/// Both can be read, and hold the same.
bool same_bytes(std::filesystem::path const& a, std::filesystem::path const& b);
/// Who may read a file that is written: whoever the umask lets, or its owner alone (mode 0600).
enum class Readers { Usual, OwnerOnly };
/// Writes "<path>.part", makes it durable and gives it its name, in the place of what had that name before.
tl::expected<void, FileFailure> write_file(std::filesystem::path const& path, std::string_view bytes,
                                           Readers readers = Readers::Usual);
/// Gives a file that is durable another name in the same folder, durably.
tl::expected<void, FileFailure> move_file(std::filesystem::path const& from, std::filesystem::path const& to);

} // namespace app
