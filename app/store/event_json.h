// Events as JSON, as they lie in the file. Each type has a name and a version; an old version is lifted
// when it is read, so that a file from the first day opens for ever.
#pragma once

#include "board/event.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace store {

/// The event's stable type name, e.g. "idea-added".
std::string_view event_type(board::Event const& event);
/// The version of that type which `to_json` writes.
int event_version(board::Event const& event);
std::string to_json(board::Event const& event);
/// The event, or in English why it cannot be read. Never throws.
tl::expected<board::Event, std::string> event_from_json(std::string_view type, int version, std::string_view json);

} // namespace store
