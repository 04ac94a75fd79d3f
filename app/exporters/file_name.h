// What people call things, as a name of a file on any file system (reliability.md 4.3).
#pragma once

#include <string>
#include <string_view>

namespace exporters {

/// At most 60 characters, without separators, control characters, what FAT and Windows forbid, a dot or blank at an
/// end, or a name that Windows keeps for itself. Never empty.
std::string safe_file_name(std::string_view text);

} // namespace exporters
