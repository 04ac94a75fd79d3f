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
};

struct NewBoard {
    std::filesystem::path file;
    std::optional<std::string> demo; ///< jobcenter, homecare, roads, library
    int made_up_ideas = 0;           ///< beside what the demo holds, 0–10,000
};
/// Makes a board file. Refuses when the file exists, and leaves none behind when it fails.
int run_new(NewBoard const& wish, Surroundings const& in);

/// Whether the file is whole, its events can be read, and the board they make breaks no invariant.
int run_check(std::filesystem::path const& file, Surroundings const& in);

struct Export {
    std::filesystem::path file;
    std::string format;         ///< csv, json
    std::filesystem::path into; ///< with csv, an existing folder: all tables; else one file
};
int run_export(Export const& wish, Surroundings const& in);

/// Makes the new board file `into` of an exported JSON file.
int run_import(std::filesystem::path const& json, std::filesystem::path const& into, Surroundings const& in);

} // namespace app
