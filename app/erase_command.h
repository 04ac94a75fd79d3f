// `rundt-bordet erase-person`: the same as on the wall, at the machine. Without a yes it only says what it finds.
#pragma once

#include "commands.h"

#include <filesystem>
#include <string>

namespace app {

struct ErasePersonWish {
    std::filesystem::path file;
    std::string name;
    std::filesystem::path exports{}; ///< where files that are taken home go; empty: beside the board
    std::filesystem::path second{};  ///< where backups lie once more; empty: nowhere
    bool yes = false;
};
/// What is doubtful is listed and left; a person judges it on the wall.
int run_erase_person(ErasePersonWish const& wish, Surroundings const& in);

} // namespace app
