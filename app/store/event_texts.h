// Every text that people wrote in an event, whatever its type: by the one list of fields (event_fields.h), so that a new
// field cannot be forgotten.
#pragma once

#include "board/event.h"

#include <functional>
#include <string>

namespace store {

/// Calls `visit` with each; what it changes is changed in the event. Hashes and enumerators are no texts.
void visit_texts(board::Event& event, std::function<void(std::string& text)> const& visit);

} // namespace store
