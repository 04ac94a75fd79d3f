// Ideas in a file from elsewhere: rows of a CSV or cards of a Trello board. Nothing of it is on a board yet, and no
// path, picture or person in it is taken.
#pragma once

#include "ui/screens/wall_wish.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// No larger file is read, and no more rows of one.
inline constexpr std::size_t most_import_bytes = 64 * 1024 * 1024, most_import_rows = 20'000;

struct FoundIdea {
    int row = 0; ///< of the file, or the card's place in it, from 1
    std::string text, problem, proposal;
};

struct FoundIdeas {
    std::vector<FoundIdea> ideas;
    int archived = 0;                 ///< cards that had been put away
    int overfull = 0;                 ///< rows with more cells than there are headings: what stands there is not read
    std::vector<std::string> columns; ///< headings, or kinds of content, that a board has no place for
};

struct CsvRow {
    int row = 0; ///< from 1, as a spreadsheet counts them
    std::vector<std::string> cells;
};
using CsvRows = std::vector<CsvRow>;
/// The rows of a CSV in any usual delimiter and encoding, at least one. The errors of all these are keys of sentences.
tl::expected<CsvRows, std::string> rows_in_csv(std::string_view bytes);
/// By their headings (Danish or English); without headings the one with the most words is the idea.
screens::BringColumns columns_of(CsvRows const& rows);
/// Whether the headings say which column is the idea, or there is only one column.
bool is_clear(CsvRows const& rows, screens::BringColumns const& columns);
/// The cells of those columns; columns that are not there give nothing.
FoundIdeas ideas_in(CsvRows const& rows, screens::BringColumns const& columns);

tl::expected<FoundIdeas, std::string> ideas_in_csv(std::string_view bytes);
/// A board exported from Trello as JSON: the open cards of open lists.
tl::expected<FoundIdeas, std::string> ideas_in_trello(std::string_view bytes);
/// Whichever of the two it is.
tl::expected<FoundIdeas, std::string> ideas_in(std::string_view bytes);

/// The records of a CSV by RFC 4180, quotes and line breaks in them included; without those that are empty, which count.
CsvRows csv_records(std::string_view text, char delimiter);
/// ; , tab or |: whichever gives the rows most often the same, and most, cells.
char delimiter_of(std::string_view text);

} // namespace app
