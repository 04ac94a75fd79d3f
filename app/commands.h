// The command line's work without a window. main.cpp reads the arguments; here they come as plain values, and what is
// to be said goes to streams. Each returns the exit status: 0, or 1 with a sentence on `err`.
#pragma once

#include "board/date.h"
#include "board_file.h"
#include "store/store.h"
#include "text/words.h"

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>

namespace app {

/// What every command is given.
struct Surroundings {
    text::Words const& words;
    std::filesystem::path assets; ///< the folder with demo_data.json
    board::Now now;
    std::ostream& out;
    std::ostream& err;
    std::filesystem::path decoder = "/proc/self/exe"; ///< this program, which decodes photos
};

struct NewBoard {
    std::filesystem::path file;
    std::optional<std::string> demo; ///< jobcenter, homecare, roads, library
    int made_up_ideas = 0;           ///< beside what the demo holds, 0–10,000
    int events = 0;                  ///< the last idea changes colour until there are as many, 0–1,000,000
};
/// Makes a board file. Refuses when the file exists, and leaves none behind when it fails.
int run_new(NewBoard const& wish, Surroundings const& in);

/// Whether the file is whole, its events can be read, and the board they make breaks no invariant.
int run_check(std::filesystem::path const& file, Surroundings const& in);

struct Export {
    std::filesystem::path file;
    std::string format;         ///< minutes, board, story, xlsx, csv, json, png, ics
    std::filesystem::path into; ///< a file, or an existing folder; csv into a folder: all tables, else the ideas
    int meeting = 0;            ///< for minutes; 0: the last that has been
    int idea = 0;               ///< for story, its number; 0: what has come furthest
    std::string paper = {};     ///< for board: a4, a3, or what fits
};
int run_export(Export const& wish, Surroundings const& in);

/// Makes the new board file `into` of an exported JSON file.
int run_import(std::filesystem::path const& json, std::filesystem::path const& into, Surroundings const& in);

struct IdeasImport {
    std::filesystem::path file; ///< CSV, or a board exported from Trello
    std::filesystem::path into; ///< a board; made when it is not there
    bool only_preview = false;  ///< says what would come, and changes nothing
};
int run_import_ideas(IdeasImport const& wish, Surroundings const& in);
/// Whether the file is a board exported by us as JSON; else its ideas are looked for.
bool is_our_export(std::filesystem::path const& file);

} // namespace app
