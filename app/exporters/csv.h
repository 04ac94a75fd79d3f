// Tables for Danish Excel (method.md 4.4): UTF-8 with BOM, semicolons, CRLF, decimal comma, ISO dates.
#pragma once

#include "board/board.h"
#include "text/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace exporters {

/// One cell of text: quoted where needed, and with a leading ' where a spreadsheet would calculate (= + - @, tab,
/// CR) or make a date of it (1-2, 3/4).
std::string csv_text(std::string_view text);
/// One cell with a number: decimal comma, no thousands separator, no exponent.
std::string csv_number(double value);

/// One row for each idea, in the order of their numbers.
std::string ideas_csv(board::Board const& board, text::Words const& words);
/// One row for each trial.
std::string trials_csv(board::Board const& board, text::Words const& words);
/// One row for each measure and one for each guard.
std::string measures_csv(board::Board const& board, text::Words const& words);
/// One row for each decision, oldest first.
std::string decisions_csv(board::Board const& board, text::Words const& words);
/// One row for each place of a scale plan; one without a place for a plan that has none yet.
std::string places_csv(board::Board const& board, text::Words const& words);
/// One row for each idea in each closed round.
std::string votes_csv(board::Board const& board, text::Words const& words);

struct CsvFile {
    std::string name; ///< "ideer.csv", in the language of the words
    std::string bytes;
};
/// All of the above.
std::vector<CsvFile> csv_files(board::Board const& board, text::Words const& words);

} // namespace exporters
