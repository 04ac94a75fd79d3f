// What the keyboards of one language suggest: words of the board at hand, and of a list on the disk. Nothing is
// read before somebody writes.
#pragma once

#include "board/board.h"
#include "mapped_file.h"
#include "text/suggester.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class Suggestions {
  public:
    /// `list`: one word a line; without it only the board's words are suggested, and the log says so once.
    Suggestions(text::Language language, std::filesystem::path list);

    /// At most three words for who has written that much of one.
    std::vector<std::string> suggest(board::Board const& board, std::string_view written);
    /// The board says something else though nothing was done: a person was erased.
    void forget() { m_learned = {}; }

  private:
    /// Differs whenever something was done or undone.
    struct Version {
        std::size_t operations = 0;
        board::OperationId last;
        bool operator==(Version const&) const = default;
    };
    void open();

    text::Language m_language;
    std::filesystem::path m_file;
    MappedFile m_list;
    std::optional<text::Suggester> m_suggester; ///< from the first word on
    Version m_learned;
};

/// What people wrote on the board, but for names.
std::vector<std::string_view> written_texts(board::Board const& board);

} // namespace app
