// What a copy holds beside what is on the wall, in words, before anybody restores it.
#pragma once

#include "board/event.h"
#include "text/words.h"
#include "ui/screens/copies_facts.h"

#include <vector>

namespace app {

/// `copy` is what the list says of it, `in_copy` its records; `now` the records of the board on the wall, with the day.
screens::PreviewFacts preview_of(screens::CopyFacts copy, std::vector<board::Record> const& in_copy,
                                 std::vector<board::Record> const& now, board::Date today, text::Words const& words);

} // namespace app
