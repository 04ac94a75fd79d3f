// The courses on a machine: board files in one folder, the archive beside them, and the files that were made of each.
// Slow, and without a screen: run it as an errand.
#pragma once

#include "board/board.h"
#include "config.h"
#include "id_source.h"
#include "store/store.h"
#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// Where courses and what belongs to them lie. Whoever makes a file of a course puts it where these say, so that it is
/// deleted with the course.
struct CourseFolders {
    std::filesystem::path boards;   ///< the data folder
    std::filesystem::path exports;  ///< what is taken home
    std::filesystem::path second{}; ///< where backups lie once more; empty: nowhere

    std::filesystem::path archive() const { return boards / "arkiv"; }
    /// Backups of that board.
    std::filesystem::path copies_of(std::filesystem::path const& board_file) const {
        return boards / "sikkerhedskopier" / board_file.stem();
    }
    /// The same in the second place; empty when there is none.
    std::filesystem::path second_copies_of(std::filesystem::path const& board_file) const {
        return second.empty() ? std::filesystem::path() : second / board_file.stem();
    }
    /// That board's file as it was whenever it could not be read.
    std::filesystem::path damaged_of(std::filesystem::path const& board_file) const {
        return boards / "beskadiget" / board_file.stem();
    }
    /// A board from outside, while it is looked into or rewritten; nothing of it is needed after a start.
    std::filesystem::path brought() const { return boards / "udefra.rundtbord.part"; }
    /// Files of that board that were taken home.
    std::filesystem::path exports_of(std::filesystem::path const& board_file) const {
        return exports / board_file.stem();
    }
};

/// By the settings, with the data folder of the board on the wall.
CourseFolders folders_of(std::filesystem::path const& boards, Config const& config);

/// What people call a course, as a file's name that every system takes; never empty. Without an ending.
std::string safe_file_name(std::string_view name);
/// A name for a new board file of that course that is free here and in the archive.
std::filesystem::path free_board_file(CourseFolders const& folders, std::string_view name);

/// Every board file in the folder and its archive, read. The one on the wall is `shown`: it is not opened again.
std::vector<screens::CourseFacts> look_at_courses(CourseFolders const& folders, std::filesystem::path const& shown,
                                                  board::Board const& on_the_wall);
/// What the list says of a board.
screens::CourseFacts facts_of(board::Board const& board);

/// The errors are keys of sentences.
tl::expected<void, std::string> rename_course(std::filesystem::path const& file, std::string const& name, IdSource ids,
                                              board::Now now);
/// Moves the board, with all that was written to its log, into that folder.
tl::expected<void, std::string> move_course(std::filesystem::path const& file, std::filesystem::path const& folder);

/// Every file below a folder, links too but never through them; none when there is no folder.
std::vector<std::filesystem::path> files_below(std::filesystem::path const& folder);
bool is_board_file(std::filesystem::path const& path);
/// What a pulled plug left half written beside that board.
std::vector<std::filesystem::path> leftovers_of(std::filesystem::path const& file);

struct DeletedCourse {
    int files = 0;                 ///< all that are gone…
    int copies = 0;                ///< …of these backups…
    int exports = 0;               ///< …and of these files that were taken home to this machine
    std::vector<std::string> left; ///< those that could not be removed
};
/// The board, its log, its drafts (they are in it), its backups, its exports on this machine. The board must be open
/// nowhere.
DeletedCourse delete_course(std::filesystem::path const& file, CourseFolders const& folders);
/// Deletes a course that was made here a moment ago and held `made` then, unless it is open somewhere, or anything was
/// written on it or begun since. The error is a sentence's key; then it lies where it is, unless that says otherwise.
tl::expected<void, std::string> take_back_course(std::filesystem::path const& file, store::Contents const& made,
                                                 CourseFolders const& folders);

} // namespace app
