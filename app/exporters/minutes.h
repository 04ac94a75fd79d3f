// Referat: what a meeting decided and began, for a leader who was not there. It covers the days from the meeting to
// the next one; the first covers what came before it too.
#pragma once

#include "exporters/takeaway.h"
#include "text/words.h"

#include <string>

namespace exporters {

/// `meeting`: 1 … as many as are planned. A PDF.
std::string minutes_pdf(Takeaway const& takeaway, int meeting, text::Words const& words, board::Now now);

} // namespace exporters
