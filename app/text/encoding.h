// Files from elsewhere: bytes in whatever encoding they were written, as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// By its byte order mark; else UTF-8 where it is valid; else Windows-1252, as an old Danish Excel writes.
std::string utf8_from_file(std::string_view bytes);

} // namespace text
