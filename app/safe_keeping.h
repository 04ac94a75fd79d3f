// Backups of the course on the wall, as App sees them: taken by themselves and when asked for, listed, looked into and
// restored. Files are read and written on a thread of its own; a finger never waits for it.
#pragma once

#include "copies.h"
#include "copy_clock.h"
#include "errands.h"
#include "moment.h"
#include "table.h"
#include "text/words.h"
#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

class SafeKeeping {
  public:
    /// `sticks`: where USB sticks are mounted. `wake`: a frame is due; empty: nobody sleeps.
    SafeKeeping(std::filesystem::path sticks, std::function<void()> wake);

    /// The wall as it is in this frame. Table and words outlive what is begun: App waits for `idle` before it changes them.
    struct Wall {
        CourseFolders folders;
        std::filesystem::path shown; ///< the board's file
        Table& table;
        Moment moment;
        text::Words const& words;
        double now_s = 0;
    };
    /// Once a frame: takes in what has ended, and takes a copy when one is due.
    void pass(Wall const& wall);
    /// False when the wish is about no copy.
    bool wish(screens::WallWish const& wish, Wall const& wall);
    screens::CopiesFacts facts(Wall const& wall) const;
    /// When something is to be done without a touch; infinity: nothing.
    double next_s() const { return m_clock.next_s(); }
    bool idle() const { return m_errands.idle() && !m_swap && !m_swapping; }
    void drain() { m_errands.drain(); }
    /// Another course is on the wall.
    void forget_course();
    /// The board was brought up to date without a copy of what it was: told until one is taken.
    void not_copied(CopyTrouble const& trouble, text::Words const& words);

    /// A board that is to take the place of the one on the wall (Table::replace_with), ready beside it.
    struct Swap {
        std::filesystem::path part;
        store::Contents before; ///< what the board on the wall holds
    };
    std::optional<Swap> take_swap();
    bool has_swap() const { return m_swap.has_value(); }
    /// What became of it.
    void swapped(bool done, Wall const& wall);
    /// A course that was made of a file from a stick, with the sentence to say when it is shown.
    struct NewCourse {
        std::filesystem::path file;
        std::string told;
    };
    std::optional<NewCourse> take_new_course() { return std::exchange(m_new_course, std::nullopt); }

  private:
    CopyOrder order(Wall const& wall, screens::CopyReason reason) const;
    void take(Wall const& wall, screens::CopyReason reason);
    void taken(tl::expected<TakenCopy, CopyTrouble> const& result, text::Words const& words, bool asked);
    void drill(Wall const& wall);
    void look(Wall const& wall);
    void look_for_boards(Wall const& wall);
    void preview(screens::CopyPlace const& place, Wall const& wall);
    void restore(screens::CopyPlace const& place, Wall const& wall);
    void restore_from_stick(Wall const& wall);
    bool is_secret(Wall const& wall) const;
    void say(std::string sentence, bool failed);
    void work(Errands::Errand errand);
    screens::CopyFacts const* find(screens::CopyPlace const& place) const;

    std::filesystem::path m_sticks;
    CopyClock m_clock;
    screens::CopiesFacts m_facts;
    std::shared_ptr<KnownCopies> m_known = std::make_shared<KnownCopies>(); ///< the errands' alone
    std::optional<Swap> m_swap;
    bool m_swapping = false;
    std::string m_swap_told;
    std::optional<NewCourse> m_new_course;
    std::optional<screens::CopyPlace> m_brought; ///< what lies at `brought_part`
    double m_now_s = 0, m_told_s = 0, m_looked_for_boards_s = -1e9;
    bool m_drilled = false; ///< the newest copy of the course on the wall has been read since the start
    bool m_listed = false;  ///< the list has been asked for
    int m_working = 0;
    Errands m_errands; ///< last: it ends before what it reports to
};

} // namespace app
