// All that can be taken home, in one list: the command line and the wall offer the same, made the same way.
#pragma once

#include "board/date.h"
#include "exporters/takeaway.h"
#include "text/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace exporters {

enum class Format {
    Minutes,  ///< Referat of a meeting, PDF
    Board,    ///< Tavlen on one page, PDF
    Story,    ///< Fortælling of one idea, PDF
    Workbook, ///< Regneark, XLSX
    Tables,   ///< CSV, a file for each table
    Data,     ///< JSON, to be read in again
    Picture,  ///< Billede af tavlen, PNG
    Calendar, ///< ICS
};
inline constexpr int format_count = 8;

/// What the command line calls a format: "minutes", "board", "story", "xlsx", "csv", "json", "png", "ics".
std::string_view name_of(Format format);
/// Nothing for a name that no format has.
std::optional<Format> format_named(std::string_view name);

enum class PaperSize { Fitting, A4, A3 }; ///< Fitting: A4 unless the letters would become too small

struct Wish {
    Format format = Format::Board;
    int meeting = 0; ///< for Minutes; 0: the last that has been
    int idea = 0;    ///< its number, for Story; 0: what has come furthest
    PaperSize paper = PaperSize::Fitting;
};

struct File {
    std::string name; ///< safe on any file system; »ro-til-sagsarbejdet_2026-11-23_referat_moede_4.pdf«
    std::string bytes;
};

/// The key of the sentence that says why nothing was made.
struct Refused {
    std::string_view key;
};

/// The meeting the minutes are of when none is named: the last on or before that day, else the first; 0 when none is
/// planned.
int usual_meeting(board::Board const& board, board::Date today);
/// The idea whose story is told when none is named: the last in operation, else scaling, else stopped with what it
/// taught, else under test; 0 when no idea has been tried.
int usual_story(board::Board const& board);

/// One file, but for Tables. `words` is used on the thread of the call only.
tl::expected<std::vector<File>, Refused> make_files(Wish const& wish, Takeaway const& takeaway,
                                                    text::Words const& words, board::Now now);

} // namespace exporters
