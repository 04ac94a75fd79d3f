// Every text that people wrote in an event, whatever its type: by the one list of fields (event_fields.h), so that a new
// field cannot be forgotten.
#pragma once

#include "board/event.h"

#include <functional>
#include <string>
#include <string_view>

namespace store {

/// Given the name of the field it stands in, as in the file (a list's for each of its texts), and the text.
using VisitText = std::function<void(std::string_view field, std::string& text)>;
/// Calls `visit` with each; what it changes is changed in the event. Hashes and enumerators are no texts.
void visit_texts(board::Event& event, VisitText const& visit);

} // namespace store
