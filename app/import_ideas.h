// Ideas from elsewhere onto a board: first a preview of what will come and what will not, and why; then the records.
// Every rule holds as for what is written at the wall.
#pragma once

#include "board/event.h"
#include "found_ideas.h"
#include "id_source.h"
#include "text/words.h"

#include <string>
#include <vector>

namespace app {

struct LeftOut {
    int row = 0;
    std::string text;     ///< of the idea; empty where it holds what may not be shown
    std::string sentence; ///< why
};

struct IdeaImport {
    std::vector<std::string> coming; ///< the texts, in their order
    std::vector<LeftOut> left_out;
    int personal = 0;                   ///< of those left out: with a CPR number
    int archived = 0;                   ///< cards that had been put away
    std::vector<std::string> no_place;  ///< kinds of content that do not come, for people
    std::vector<board::Record> records; ///< what to append to the board's
};

/// On top of `records`, which are a board's; a text that stands there already does not come twice. What looks
/// personal is left out: it is for people to judge, one by one. Colours follow each other as on a pad.
IdeaImport import_ideas(FoundIdeas const& found, std::vector<board::Record> records, text::Words const& words,
                        IdSource& ids, board::Now now);

/// »12 idéer kommer med. 2 kommer ikke med: …«, a line each.
std::vector<std::string> said(IdeaImport const& import, text::Words const& words);

} // namespace app
