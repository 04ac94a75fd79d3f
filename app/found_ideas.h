// Ideas in a file from elsewhere: rows of a CSV or cards of a Trello board. Nothing of it is on a board yet, and no
// path, picture or person in it is taken.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct FoundIdea {
    int row = 0; ///< of the file, or the card's place in it, from 1
    std::string text, problem, proposal;
};

struct FoundIdeas {
    std::vector<FoundIdea> ideas;
    int archived = 0;                 ///< cards that had been put away
    std::vector<std::string> columns; ///< headings, or kinds of content, that a board has no place for
};

/// Any usual delimiter and encoding. The columns are known by their headings (Danish or English); without headings the
/// one with the most words is the idea. The error is the key of a sentence.
tl::expected<FoundIdeas, std::string> ideas_in_csv(std::string_view bytes);
/// A board exported from Trello as JSON: the open cards of open lists.
tl::expected<FoundIdeas, std::string> ideas_in_trello(std::string_view bytes);
/// Whichever of the two it is.
tl::expected<FoundIdeas, std::string> ideas_in(std::string_view bytes);

/// The records of a CSV by RFC 4180, quotes and line breaks in them included; without those that are empty.
std::vector<std::vector<std::string>> csv_records(std::string_view text, char delimiter);
/// ; , tab or |: whichever gives the rows most often the same, and most, cells.
char delimiter_of(std::string_view text);

} // namespace app
