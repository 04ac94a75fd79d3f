// A language's words in a file of one word a line, found without reading the file: it is searched where it lies.
// Knows the order of Debian's files (wdanish, wbritish) and nothing of where they are.
#pragma once

#include "text/words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

class WordList {
  public:
    /// No words.
    WordList() = default;
    /// `lines`: UTF-8, in the file's own order; the caller keeps them for as long as the list is used. Lines in
    /// another order hide words, and do no other harm.
    WordList(Language language, std::string_view lines) : m_language(language), m_lines(lines) {}

    /// At most `most` words that begin with `folded` (text::search_fold): those first that most other words are
    /// made from, then the short ones; names last. Abbreviations, genitives and whatever holds a sign are left out.
    std::vector<std::string> beginning_with(std::string_view folded, std::size_t most) const;

  private:
    std::string_view line_at(std::size_t begin) const;
    std::string_view lines_beginning_with(std::string_view spelling) const;
    std::vector<std::string> spellings(std::string_view folded) const;

    Language m_language = Language::Danish;
    std::string_view m_lines;
};

} // namespace text
