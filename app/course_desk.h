// What the page of courses asks for, carried out: files are read, moved and deleted as errands, and another course is put
// on the wall when nothing of the one before is on its way to the disk any more.
#pragma once

#include "copies.h"
#include "courses.h"
#include "errands.h"
#include "gate.h"
#include "moment.h"
#include "table.h"
#include "text/words.h"

#include <functional>
#include <memory>
#include <optional>

namespace app {

class CourseDesk {
  public:
    CourseDesk(Errands& errands, IdSource ids, std::function<void()> wake)
        : m_errands(errands), m_ids(ids), m_wake(std::move(wake)) {}

    /// The wall as it is while a wish is taken.
    struct Wall {
        CourseFolders folders;
        std::filesystem::path shown; ///< the board's file
        board::Board const& board;
        board::Now now;
        text::Words const& words; ///< as long as the app
        Gate& gate;
        double now_s = 0;
        Moment moment{};
    };
    /// False when the wish is about no course.
    bool wish(screens::WallWish const& wish, Wall const& wall);
    screens::CoursesFacts const& facts() const { return m_facts; }

    /// A course to be put on the wall, and what is to be done when the one before is closed.
    struct Next {
        std::filesystem::path file;
        std::unique_ptr<Table> table;
        std::optional<screens::RecoveryFacts> recovered; ///< its file could not be read: what was found instead
        std::optional<CopyTrouble> not_copied;           ///< as OpenedCourse has it
        std::function<void(Wall const&)> then;           ///< given the wall with the course on it; may be empty
    };
    /// Shows a course that was made elsewhere; `told` is said then.
    void show_made(std::filesystem::path file, Wall const& wall, std::string told) {
        show(std::move(file), wall, std::move(told), {});
    }
    /// Deletes a course that was just made and is as it was (take_back_course). `then` is given the key of the sentence
    /// why not, or nothing when it is gone.
    void take_back(std::filesystem::path file, store::Contents const& made, Wall const& wall,
                   std::function<void(std::string)> then);
    /// Waits for the wall to have nothing on its way.
    std::optional<Next> take_next();
    bool has_next() const { return m_next.has_value(); }
    /// Looks up what is listed.
    void look(Wall const& wall);

  private:
    using Then = std::function<void(Wall const&)>;
    /// Makes what is to be shown; the key of the sentence why not, or empty.
    using Prepare = std::function<std::string()>;
    void work(Errands::Errand errand);
    void done(std::string sentence);
    void refused(std::string sentence);
    std::filesystem::path path_of(std::string const& file, Wall const& wall) const;
    bool is_listed(std::string const& file) const;
    bool is_shown(std::string const& file, Wall const& wall) const;
    std::string name_of(std::string const& file) const;
    void show(std::filesystem::path file, Wall const& wall, std::string told, Then then, Prepare prepare = {});
    void start(std::string const& name, Wall const& wall);
    void show_new(std::string const& name, std::vector<board::Record> records, Wall const& wall, std::string told,
                  Then then);
    void rename(screens::RenameCourse const& wish, Wall const& wall);
    void move(std::string const& file, std::filesystem::path folder, Wall const& wall, char const* told);
    void erase(screens::DeleteCourse const& wish, Wall const& wall);
    void erase_now(std::filesystem::path file, std::string name, Wall const& wall);
    void make_way_for(Wall const& wall, Then then);

    Errands& m_errands;
    IdSource m_ids;
    std::function<void()> m_wake;
    screens::CoursesFacts m_facts;
    std::optional<Next> m_next;
    int m_working = 0;
};

} // namespace app
