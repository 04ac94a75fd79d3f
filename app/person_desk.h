// *Slet en person*, as App sees it: the search, the PIN asked for once more, and the erasing in its order: exports and
// backups first, as errands, and the board on the wall last. So a cut in the middle leaves the name on the board, where
// the next search finds it and the next erasing completes it.
#pragma once

#include "erasing.h"
#include "errands.h"
#include "gate.h"
#include "id_source.h"
#include "text/words.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

/// What was found, as it is shown.
std::vector<screens::FoundName> in_words(Traces const& traces, std::vector<board::Record> const& history,
                                         text::Words const& words);
/// What was made of the board on this machine.
struct Belongings {
    int copies = 0, laid_aside = 0;
    std::vector<std::string> exports{}; ///< file names, within their folder
};
Belongings belongings_of(std::filesystem::path const& file, CourseFolders const& folders);

class PersonDesk {
  public:
    PersonDesk(Errands& errands, IdSource ids) : m_errands(errands), m_ids(ids) {}

    /// The wall as it is while a wish is taken.
    struct Wall {
        CourseFolders folders;
        std::filesystem::path shown; ///< the board's file
        std::vector<board::Record> const& history;
        std::string drafts; ///< all that is begun, as it is kept beside the board
        std::string contact;
        board::Now now;
        text::Words const& words; ///< as long as the app
        Gate& gate;
        double now_s = 0;
        bool carrying = false;  ///< files are on their way home
        std::string counting{}; ///< the key of the sentence that votes or answers lie in memory only; empty: none do
    };
    /// False when the wish is about nobody.
    bool wish(screens::WallWish const& wish, Wall const& wall);
    screens::PersonFacts const& facts() const { return m_facts; }

    /// The PIN was right: until it has ended nothing else may copy, carry or change what lies on the disk.
    bool is_erasing() const { return m_erasing; }
    /// Exports and backups are to be done, as soon as nothing else uses them.
    bool wants_files() const { return m_wanted.has_value(); }
    void begin_files(Wall const& wall);
    /// Nothing is done instead, and that is why: before the files are begun.
    void give_up(std::string sentence) {
        m_wanted.reset();
        refused(std::move(sentence));
    }
    /// The files are done, and the board is to be rewritten as soon as nothing is on its way. Once.
    std::optional<Erasing> take_due() { return std::exchange(m_due, std::nullopt); }
    bool is_due() const { return m_due.has_value(); }
    /// How the board's rewriting ended: `fault` when it did not, `remains` when something of the old may be left.
    void ended(std::optional<store::Failure> const& fault, std::optional<store::Failure> const& remains,
               text::Words const& words);
    /// Another course is on the wall.
    void forget_course();

  private:
    void search(std::string const& name, Wall const& wall);
    void erase(screens::ErasePerson const& wish, Wall const& wall);
    void refused(std::string sentence);

    Errands& m_errands;
    IdSource m_ids;
    screens::PersonFacts m_facts;
    Traces m_traces;
    bool m_erasing = false;
    std::optional<Erasing> m_wanted, m_due;
    std::size_t m_chosen = 0;
    ErasedFiles m_files;
    int m_course = 0; ///< what an errand brings of a course before is dropped
};

} // namespace app
