// Tavlen on one page, whole: its lanes with every idea, as large as there is room for. The same sheet is printed (PDF)
// and shown (PNG).
#pragma once

#include "exporters/exports.h"
#include "exporters/takeaway.h"
#include "text/words.h"

#include <string>

namespace exporters {

std::string board_pdf(Takeaway const& takeaway, PaperSize size, text::Words const& words, board::Now now);
/// 3840 pixels wide.
std::string board_png(Takeaway const& takeaway, text::Words const& words, board::Now now);

} // namespace exporters
