// The whole board as JSON, for people who take their data elsewhere and for moving a course to another wall
// (import.h reads it back). An open round has no result here, since the board holds none.
#pragma once

#include "board/board.h"

#include <map>
#include <string>
#include <string_view>

namespace exporters {

/// What stands under "format" and "version"; a newer version is one that an older program cannot read.
inline constexpr std::string_view json_format = "rundt-bordet";
/// Since version 2 an idea has areas, weighing, ink and what it was merged into; since version 3 a photo.
inline constexpr int json_version = 3;

/// Photos by their hash. They stand in the same file, in base64: a file that is carried off alone is whole, and one
/// beside it would be lost.
using PhotoBytes = std::map<std::string, std::string>;

/// UTF-8, two spaces to a level, a line break at the end. The keys have a fixed order. Of `photos`, those that an idea
/// names.
std::string to_json(board::Board const& board, PhotoBytes const& photos = {});

} // namespace exporters
