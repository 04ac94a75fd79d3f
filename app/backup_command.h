// Backups on the command line: one taken now, and one made a board of again.
#pragma once

#include "commands.h"
#include "moment.h"

namespace app {

struct Backup {
    std::filesystem::path file;   ///< the board; nobody may have it open
    std::filesystem::path second; ///< laid there once more; empty: nowhere
    Moment now;
};
/// A proved copy among the board's others, beside it.
int run_backup(Backup const& wish, Surroundings const& in);

/// Makes the new board file `into` of a copy, or of any board file, looked over as a stranger's.
int run_restore(std::filesystem::path const& copy, std::filesystem::path const& into, Surroundings const& in);

} // namespace app
