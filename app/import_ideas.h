// Ideas from elsewhere onto a board: first a preview of what will come and what will not, and why; then the records.
// Every rule holds as for what is written at the wall.
#pragma once

#include "board/board.h"
#include "board/event.h"
#include "found_ideas.h"
#include "id_source.h"
#include "text/words.h"
#include "ui/screens/wall_wish.h"

#include <string>
#include <vector>

namespace app {

struct IdeaImport {
    std::vector<std::string> coming; ///< the texts, in their order
    std::vector<screens::BringRow> left_out;
    int personal = 0;                  ///< of those left out: with a CPR number
    int archived = 0;                  ///< cards that had been put away
    int overfull = 0;                  ///< rows with more cells than there are headings
    std::vector<std::string> no_place; ///< kinds of content that do not come, for people
    board::OperationId operation;      ///< all of it is one, so that it is undone as one
    std::vector<board::Event> events;  ///< of that operation; empty when nothing comes
};

/// Onto `board`; a text that stands there already does not come twice. What looks personal is left out: it is for
/// people to judge, one by one. Colours follow each other as on a pad.
IdeaImport import_ideas(FoundIdeas const& found, board::Board board, text::Words const& words, IdSource& ids,
                        board::Now now);
/// The records that its events become.
std::vector<board::Record> records_of(IdeaImport const& import, board::Now now);

/// What else is not coming: »3 arkiverede kort kommer ikke med.« A line each, with what is counted first.
std::vector<std::string> besides(IdeaImport const& import, text::Words const& words);
/// »12 idéer kommer med. 2 kommer ikke med: …«, a line each.
std::vector<std::string> said(IdeaImport const& import, text::Words const& words);

} // namespace app
