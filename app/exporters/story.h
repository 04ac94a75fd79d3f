// Fortælling: how one idea went from a problem to what the team does now, or to what it taught; for those who were not
// there and may want the same.
#pragma once

#include "exporters/takeaway.h"
#include "text/words.h"

#include <string>

namespace exporters {

/// A PDF. `idea` is of the takeaway's board.
std::string story_pdf(Takeaway const& takeaway, board::Idea const& idea, text::Words const& words, board::Now now);

} // namespace exporters
