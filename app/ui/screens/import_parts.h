// The parts of *Import*: the files (facilitator_import.cpp) and the preview of one (import_preview.cpp).
#pragma once

#include "ui/screens/facilitator.h"

#include <string>

namespace screens {

/// What came of the last wish, cut off the area; nothing when there is nothing to say.
void import_told(Context& c, BringFacts const& facts, ui::Rect& area);
void import_sentence(Context& c, char const* id, std::string const& said, bool bad, ui::Rect& area);
/// What will come and what will not, and the columns of a table. `facts.bring.preview` is there.
void import_preview(Context& c, ImportPage& page, WallFacts const& facts, PageRoom& room);

} // namespace screens
