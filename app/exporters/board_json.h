// The whole board as JSON, for people who take their data elsewhere and for moving a course to another wall
// (import.h reads it back). An open round has no result here, since the board holds none.
#pragma once

#include "exporters/takeaway.h"

#include <string>
#include <string_view>

namespace exporters {

/// What stands under "format" and "version"; a newer version is one that an older program cannot read.
inline constexpr std::string_view json_format = "rundt-bordet";
/// Since version 2 an idea has areas, weighing, ink and what it was merged into.
inline constexpr int json_version = 2;

/// UTF-8, two spaces to a level, a line break at the end. The keys have a fixed order.
std::string to_json(Takeaway const& takeaway);

} // namespace exporters
