// All that is written about the ideas, folded once for searching; a change on the board folds only what changed.
// Knows nothing of drawing.
#pragma once

#include "board/board.h"
#include "text/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace screens {

/// Where in an idea words stand.
enum class Part { Title, Idea, Trial, Rest, Scaling, People };

struct Passage {
    Part part = Part::Title;
    int trial_no = 0; ///< for Part::Trial
    std::string text{};
    std::string folded{};
};

/// An idea that was found.
struct Hit {
    board::IdeaId idea;
    /// What says it, when the title does not; nothing otherwise.
    std::optional<Passage> where{};
};

class FindIndex {
  public:
    /// Brings it up to the board. Ideas whose words are as they were are not folded again.
    void update(board::Board const& board, text::Language language);
    /// The ideas that have every word of `query` somewhere and, when `areas` are named, at least one of them. A number
    /// finds the idea that has it, too. The one whose number was typed comes first, then those that say it in their
    /// title; each in the order of their numbers. Nothing asked finds nothing.
    std::vector<Hit> find(std::string_view query, std::vector<board::EffectArea> const& areas) const;

  private:
    struct Entry {
        board::IdeaId id;
        int no = 0;
        std::vector<board::EffectArea> areas;
        std::vector<Passage> passages; ///< the title first
    };
    std::vector<Entry> m_entries;
    text::Language m_language = text::Language::Danish;
};

} // namespace screens
