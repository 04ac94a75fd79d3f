// A board that cannot be opened: its file is laid aside as it lies, and the newest copy takes its place, with all that
// can still be read after it. Nothing is ever deleted here. Slow, and without a screen.
#pragma once

#include "copies.h"
#include "moment.h"

#include <functional>
#include <memory>
#include <optional>

namespace app {

struct OpenedCourse {
    std::unique_ptr<Table> table;
    std::optional<screens::RecoveryFacts> recovered{}; ///< the board could not be read, and this is what was found
    std::optional<CopyTrouble> not_copied{}; ///< it was brought up to date, and why there is no copy of before
};
/// Opens a board for the wall. One of an older version is copied before it is migrated,
/// as far as it can be; one that is damaged, or has gone
/// while copies of it lie there, is recovered. The failure is the file's own, when there is nothing to recover it from.
tl::expected<OpenedCourse, store::Failure> open_course(std::filesystem::path const& file, CourseFolders const& folders,
                                                       Moment const& now, std::function<void()> wake);

/// A board of those records in the place of a file that cannot be read, which is laid aside first, whatever it holds. It
/// must be open nowhere. After a failure the file is where it was.
store::Result<void> put_in_place(std::filesystem::path const& file, CourseFolders const& folders, Moment const& now,
                                 std::vector<board::Record> const& records);

/// At the program's start, before any board is opened: takes away what was brought from outside and never became a
/// course.
void sweep_at_start(CourseFolders const& folders);

/// The files that were laid aside when that board could not be read. They hold what it held then; nothing can be taken
/// out of them, they can only be deleted.
std::vector<std::filesystem::path> laid_aside_of(CourseFolders const& folders, std::filesystem::path const& board_file);

/// Whether a board lies there, or did: copies of it are left. Then no empty one is made in its place.
bool was_there(std::filesystem::path const& file, CourseFolders const& folders);

} // namespace app
