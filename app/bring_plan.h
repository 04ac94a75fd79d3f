// A file from elsewhere, understood: what would come of it on a board, shown before it is done. Slow: run it as an
// errand. Changes nothing.
#pragma once

#include "import.h"
#include "import_ideas.h"

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

namespace app {

/// What a file holds: rows of a CSV, a Trello board's cards, or a course.
using BringSource = std::variant<CsvRows, FoundIdeas, Import>;
/// No larger file of that kind is read.
std::size_t most_bytes_of(screens::BringKind kind);
/// Or the sentence that says why not.
tl::expected<BringSource, std::string> understand(screens::BringKind kind, std::string_view bytes,
                                                  text::Words const& words, IdSource& ids, board::Now now);

struct BringPlan {
    std::shared_ptr<screens::BringPreview> preview;
    IdeaImport ideas; ///< for ideas
};
/// Onto `board`; a table by `columns`, or by its own headings when nothing is chosen.
BringPlan plan(BringSource const& source, board::Board const& board, std::optional<screens::BringColumns> columns,
               text::Words const& words, IdSource& ids, board::Now now);

} // namespace app
