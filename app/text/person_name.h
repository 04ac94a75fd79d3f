// A person's name in running text: whole words only, with or without the genitive's -s, each part of the name by itself
// or all of it together. Whether »Bo« is a man or a place to live is for people to judge: what is doubtful is marked so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

class PersonName {
  public:
    /// Parts of one letter (»Mette K.«) and parts in small letters of a name with capitals (»Ida von Holm«) only count
    /// beside another part.
    explicit PersonName(std::string_view name);
    /// Nothing in it can be looked for: no part has two letters.
    bool empty() const;
    /// Someone else who bears that name: parts they share are doubtful where they stand alone.
    void someone_else(std::string_view name);

    /// Where it stands, bytes of the text.
    struct Mark {
        int begin = 0, end = 0; ///< with the genitive's ending
        bool sure = true;       ///< a capital, no compound, nobody else's
        bool genitive = false;  ///< »Mettes«
        std::size_t parts = 1;  ///< how many parts of the name stand together
    };
    std::vector<Mark> in(std::string_view text) const;
    /// Whether `text` is this very name, but for capitals and accents.
    bool is(std::string_view text) const;
    /// Whether all parts of this name stand in it.
    bool stands_in(std::string_view text) const;

  private:
    struct Part {
        std::vector<std::string> words; ///< folded; more than one in »Anne-Mette«
        bool alone = true;              ///< counts where no other part stands beside it
        bool shared = false;            ///< someone else has it too
    };
    std::vector<Part> m_parts;
};

/// The text with something neutral in each marked place; a genitive keeps its -s.
std::string without(std::string_view text, std::vector<PersonName::Mark> const& marks, std::string_view neutral);

} // namespace text
