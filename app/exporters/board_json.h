// The whole board as JSON, for people who take their data elsewhere and for moving a course to another wall
// (import.h reads it back). An open round has no result here, since the board holds none.
#pragma once

#include "exporters/takeaway.h"

#include <string>
#include <string_view>

namespace exporters {

/// What stands under "format" and "version"; a newer version is one that an older program cannot read.
inline constexpr std::string_view json_format = "rundt-bordet";
/// Since version 2 an idea has areas, weighing, ink and what it was merged into; since 3 there are meetings as they
/// were held, check-ins, the pulse, obstacles, frames and photos; since 4 own agendas and comparison groups. assets/rundt-bordet.schema.json describes it.
inline constexpr int json_version = 4;

/// UTF-8, two spaces to a level, a line break at the end. The keys have a fixed order. Photos stand in the same file, in
/// base64: a file that is carried off alone is whole, and one beside it would be lost.
std::string to_json(Takeaway const& takeaway);

} // namespace exporters
