// *Hent ind*, as App sees it: what can be brought in from a stick or the folder, a preview of one file, and the bringing
// in, which is one operation on the board or a course of its own. Reading is done on a thread of its own, so that a slow
// stick stops neither a finger nor the PIN.
#pragma once

#include "bring_files.h"
#include "bring_plan.h"
#include "courses.h"
#include "errands.h"
#include "table.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

class BringIn {
  public:
    struct Setup {
        std::filesystem::path strings; ///< words, read again on the errands' thread
        std::filesystem::path sticks;  ///< where USB sticks are mounted
        std::function<void()> wake;    ///< a frame is due; empty: nobody sleeps
    };
    /// `ids` outlives it.
    BringIn(Setup setup, IdSource& ids) : m_setup(std::move(setup)), m_ids(ids), m_errands(m_setup.wake) {}

    /// The wall as it is while a wish is taken.
    struct Wall {
        CourseFolders folders;
        Table& table;
        text::Words const& words;
        board::Now now;
        double now_s = 0; ///< on the frames' clock
    };
    /// Once a frame, before wishes. `open`: the facilitator is there; else everything is let go of.
    void pass(Wall const& wall, bool open);
    void wish(screens::WallWish const& wish, Wall const& wall);
    /// The disk did not keep that operation.
    void lost(board::OperationId operation, std::string const& sentence);
    /// Another course is on the wall.
    void forget() { leave(); }
    /// A course was made since the last call: the list of courses is another.
    bool take_made() { return std::exchange(m_made, false); }
    /// A course that was brought in and is to be taken back, with what it held when it was made.
    struct Unwanted {
        std::filesystem::path file;
        store::Contents made;
    };
    /// Asked for since the last call; the answer is given to `taken_back`.
    std::optional<Unwanted> take_unwanted() { return std::exchange(m_unwanted, std::nullopt); }
    /// `why`: the key of the sentence why it was not; empty: it is gone.
    void taken_back(std::string const& why, text::Words const& words);

    screens::BringFacts const& facts() const { return m_facts; }
    bool idle() const { return m_errands.idle() && !is_bringing(); }
    /// Something is on its way onto the board or into a new file.
    bool is_bringing() const { return m_facts.step == screens::BringFacts::Step::Bringing || m_facts.taking_back; }
    void drain() { m_errands.drain(); }

  private:
    using Step = screens::BringFacts::Step;
    void look(Wall const& wall);
    void read(std::string const& key, Wall const& wall);
    void make_plan(std::optional<screens::BringColumns> columns, Wall const& wall, bool then_bring);
    void bring(Wall const& wall);
    void bring_ideas(Wall const& wall);
    void bring_course(Wall const& wall);
    void take_back(Wall const& wall);
    void take_back_ideas(Wall const& wall);
    void leave();
    void tell(Step step, std::string sentence, bool failed);
    BringFrom from(Wall const& wall) const { return {m_setup.sticks, wall.folders.exports}; }

    Setup m_setup;
    IdSource& m_ids;
    screens::BringFacts m_facts;
    std::vector<BringPath> m_paths;              ///< of the files of all places, in their order
    double m_looked_s = -1e9, m_listed_s = -1e9; ///< at the places, and at the files on them
    bool m_listing = false;
    std::vector<screens::HomePlace> m_listed; ///< the places as they were then

    int m_file = 0; ///< another for every file that is read; what belongs to one before is dropped
    std::shared_ptr<BringSource const> m_source;
    std::optional<BringPlan> m_plan;
    std::uint64_t m_planned_on = 0; ///< the board's version
    bool m_then_bring = false;
    std::optional<board::OperationId> m_operation; ///< the ideas that were brought in
    std::optional<Unwanted> m_course;              ///< the course that was brought in
    std::optional<Unwanted> m_unwanted;
    bool m_made = false;

    Errands m_errands; ///< last: it ends before what it reports to
};

} // namespace app
