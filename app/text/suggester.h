// The words that somebody may be about to write: first the board's own, then those of a list. Knows no keyboard.
#pragma once

#include "text/word_list.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace text {

class Suggester {
  public:
    explicit Suggester(Language language, WordList list = {}) : m_language(language), m_list(list) {}

    /// The texts whose words come first, in the place of those learned before. What holds a digit is no word.
    void learn(std::vector<std::string_view> const& texts);
    /// At most `most` words that begin as `written` does, in its case, the likeliest first; never `written` itself.
    /// The board's words are suggested from two letters on, the list's from three; nothing where a digit stands.
    std::vector<std::string> suggest(std::string_view written, std::size_t most = 3) const;

  private:
    struct Known {
        std::string word;
        std::string folded;
        int count = 0;
    };
    void learn_text(std::string_view text, std::unordered_map<std::string, std::size_t>& places);
    std::vector<std::string> from_board(std::string_view folded) const;

    Language m_language;
    WordList m_list;
    std::vector<Known> m_known;
    std::unordered_map<std::string, std::string> m_folded; ///< each word is folded once
};

} // namespace text
