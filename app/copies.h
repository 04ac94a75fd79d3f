// Backups of a course's board: what they are called, which are kept, and how one is taken. Slow: run it as an errand.
// A copy has its name only when it has been read again and holds what the board held; the name says when, why and what,
// and its number the order, since a wall's clock can jump.
#pragma once

#include "courses.h"
#include "store/copies.h"
#include "table.h"
#include "text/words.h"
#include "ui/screens/copies_facts.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// »000042-2026-11-23-0942-moede-3f9a2c11d0e4b7a6.rundtbord«
struct CopyName {
    std::int64_t no = 0; ///< from 1; each is higher than all before it
    screens::Stamp taken{};
    screens::CopyReason reason = screens::CopyReason::Change;
    std::string hash{}; ///< of what it holds (store::Contents)
    bool operator==(CopyName const&) const = default;
};
std::string file_name_of(CopyName const& name);
/// Nothing when the file is none of ours.
std::optional<CopyName> parse_copy_name(std::string_view file_name);

struct LyingCopy {
    CopyName name{};
    std::filesystem::path file{};
    std::int64_t bytes = 0;
};
/// The copies in a folder, newest first; none when it is not there.
std::vector<LyingCopy> copies_in(std::filesystem::path const& folder);
/// Every copy of the board there is: beside the boards, and in the second place while it is there.
std::vector<std::filesystem::path> all_copies_of(CourseFolders const& folders, std::filesystem::path const& board_file);

/// Which copies are kept: the newest, the last of each day, and the last of each month, as far as they take no more than
/// `most_bytes`; the newest `least` in any case. A day counts once, wherever it stands in the order.
struct KeepRule {
    int recent = 24, daily = 30, monthly = 12;
    std::int64_t most_bytes = std::int64_t{2} << 30;
    int least = 3;
};
/// Those that are not, in no order. `lying` in any order.
std::vector<LyingCopy> copies_to_drop(std::vector<LyingCopy> lying, KeepRule const& rule);

/// Why there is no copy, or not where it should be.
struct CopyTrouble {
    std::string key;                ///< of the sentence
    std::int64_t missing_bytes = 0; ///< its {missing}
    std::string detail{};           ///< in English, for the log
};

std::string sentence_of(text::Words const& words, CopyTrouble const& trouble);

struct CopyOrder {
    CourseFolders folders;
    std::filesystem::path board_file;
    screens::Stamp now{};
    screens::CopyReason reason = screens::CopyReason::Change;
    KeepRule rule{};
    std::int64_t left_free = std::int64_t{64} << 20; ///< bytes that a copy leaves free on the disk
};
struct TakenCopy {
    CopyName name{};
    std::filesystem::path file{};
    store::Contents contents{};
    bool fresh = true;                   ///< else that one holds the same already, and no other was taken
    std::optional<CopyTrouble> second{}; ///< why it does not lie in the second place too
};
/// Takes a copy, proves it, names it, lays it in the second place if there is one, and drops those that are not kept. When
/// the reason is `Change` or `Meeting`, and a copy holds what the board holds, no other is taken.
tl::expected<TakenCopy, CopyTrouble> take_copy(Table::Copier const& copier, CopyOrder const& order);
/// The same before a file is opened that is of an older version; nothing when it is of today's.
tl::expected<std::optional<TakenCopy>, CopyTrouble> take_copy_before_migration(CopyOrder const& order);
/// Lays the file in that folder under that name, read back before it has it, and makes the folder, but not what it lies
/// in; a file that has the name stays as it is. Nothing when it lies there, else why not.
std::optional<CopyTrouble> lay_in(std::filesystem::path const& folder, std::string const& name,
                                  std::filesystem::path const& file);
/// What an earlier try left half.
void sweep_copies(CourseFolders const& folders, std::filesystem::path const& board_file);

/// The copy is whole and holds what it held when it was named.
bool is_what_its_name_says(LyingCopy const& copy);

/// How many ideas, trials that began and meetings that were held a board has.
struct Counts {
    int ideas = 0, trials = 0, meetings = 0;
};
Counts counts_of(board::Board const& board, board::Date today);

/// What copies hold does not change: read once. For one thread at a time.
using KnownCopies = std::map<std::string, screens::CopyFacts>;
/// The copies of the board in both places, newest first, each read and compared with what its name says.
std::vector<screens::CopyFacts> look_at_copies(CourseFolders const& folders, std::filesystem::path const& board_file,
                                               KnownCopies& known);
/// Where the file lies that a page means; nothing for one that is not there.
std::optional<std::filesystem::path> path_of(screens::CopyPlace const& place, CourseFolders const& folders,
                                             std::filesystem::path const& board_file);
/// What is said of a board that was read.
void tell_board(screens::CopyFacts& facts, std::vector<board::Record> const& records);

} // namespace app
