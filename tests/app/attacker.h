// Somebody who reads every file that a wall leaves, during a vote and after it, and tries to say who voted for what.
// It knows who went to the wall and when, and what the result was; nothing of the program's formats but that a file
// may be an SQLite database.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attacker {

/// Every file of a folder, by name.
using Files = std::map<std::string, std::string>;
Files read_all(std::filesystem::path const& folder);

/// A round as it was seen from outside: each voter gave one dot, in the order in which they stood at the wall.
struct Watched {
    std::vector<std::vector<std::string>> marks; ///< of each candidate: all that may stand for it in a file
    std::vector<int> sums;                       ///< the result
    std::vector<std::vector<Files>> moments{};   ///< for each voter: before, while and after they voted
    Files before_closing{}, after{};
};

/// Whom each voter voted for, as a place among the candidates.
using Guess = std::vector<int>;

/// A way to attack. It guesses for every voter, by what it found, or else the winner.
struct Way {
    std::string name;
    std::function<Guess(Watched const&)> guess;
};
/// The ways to attack a wall that leaves files of those names.
std::vector<Way> ways_against(std::vector<std::string> const& file_names);

} // namespace attacker
