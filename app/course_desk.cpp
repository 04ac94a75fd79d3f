#include "course_desk.h"

#include "board/decide.h"
#include "board_file.h"
#include "recovery.h"
#include "replay.h"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;

/// What an errand may take with it of the wall: no reference, but for the words, which live as long as the app.
struct Copy {
    CourseFolders folders;
    fs::path shown;
    board::Board board;
    board::Now now;
    Moment moment;
};
Copy copy_of(CourseDesk::Wall const& wall) { return {wall.folders, wall.shown, wall.board, wall.now, wall.moment}; }

} // namespace

void CourseDesk::work(Errands::Errand errand) {
    m_working += 1;
    m_facts.working = true;
    m_facts.told.clear();
    m_errands.run([this, errand = std::move(errand)] {
        auto report = errand();
        return [this, report = std::move(report)] {
            m_working -= 1;
            m_facts.working = m_working > 0;
            if (report)
                report();
        };
    });
}

void CourseDesk::done(std::string sentence) {
    m_facts.told = std::move(sentence);
    m_facts.failed = false;
    m_facts.answers += 1;
}

void CourseDesk::refused(std::string sentence) {
    m_facts.told = std::move(sentence);
    m_facts.failed = true;
    m_facts.answers += 1;
}

void CourseDesk::look(Wall const& wall) {
    m_errands.run([this, at = copy_of(wall)]() -> Errands::Report {
        auto list = look_at_courses(at.folders, at.shown, at.board);
        return [this, list] {
            m_facts.list = list;
            m_facts.looked = true;
        };
    });
}

std::optional<CourseDesk::Next> CourseDesk::take_next() { return std::exchange(m_next, std::nullopt); }

bool CourseDesk::is_listed(std::string const& file) const {
    return std::any_of(m_facts.list.begin(), m_facts.list.end(), [&](auto const& one) { return one.file == file; });
}

std::string CourseDesk::name_of(std::string const& file) const {
    for (auto const& one : m_facts.list)
        if (one.file == file && !one.name.empty())
            return one.name;
    return fs::path(file).stem().string();
}

fs::path CourseDesk::path_of(std::string const& file, Wall const& wall) const { return wall.folders.boards / file; }

bool CourseDesk::is_shown(std::string const& file, Wall const& wall) const {
    std::error_code ec;
    return fs::equivalent(path_of(file, wall), wall.shown, ec);
}

/// Opened beside the frames; App takes it up when it can.
void CourseDesk::show(fs::path file, Wall const& wall, std::string told, Then then, Prepare prepare) {
    auto const* words = &wall.words;
    work([this, file = std::move(file), wake = m_wake, words, told = std::move(told), then = std::move(then),
          prepare = std::move(prepare), folders = wall.folders, moment = wall.moment]() -> Errands::Report {
        if (auto const why = prepare ? prepare() : std::string(); !why.empty())
            return [this, words, why] { refused(words->get(why)); };
        auto opened = open_course(file, folders, moment, wake);
        if (!opened)
            return [this, words, failure = opened.error()] {
                spdlog::error("{}", failure.detail);
                refused(words->get(store_key(failure.fault)));
            };
        auto course = std::make_shared<OpenedCourse>(std::move(*opened));
        return [this, file, course, told, then] {
            m_next = Next{file, std::move(course->table), std::move(course->recovered), std::move(course->not_copied),
                          then};
            if (!told.empty())
                done(told);
        };
    });
}

void CourseDesk::start(std::string const& name, Wall const& wall) {
    auto records = new_course(name, m_ids, wall.now);
    m_ids.next(wall.now.at);
    if (!records)
        return refused(wall.words.refusal(records.error()));
    show_new(name, std::move(*records), wall, wall.words.get("courses.started"), {});
}

void CourseDesk::show_new(std::string const& name, std::vector<board::Record> records, Wall const& wall,
                          std::string told, Then then) {
    auto const file = free_board_file(wall.folders, name);
    show(file, wall, std::move(told), std::move(then), [file, records = std::move(records)]() -> std::string {
        auto const made = make_board_file(file, records);
        if (!made)
            spdlog::error("{}: {}", file.string(), made.error());
        return made ? std::string() : std::string("courses.not_made");
    });
}

void CourseDesk::rename(screens::RenameCourse const& wish, Wall const& wall) {
    board::Board named;
    named.course.name = "x"; // the rules for a name are the course's own
    if (auto const may = board::decide(named, board::EditCourse{wish.name, {}, {}}, wall.now); !may)
        return refused(wall.words.refusal(may.error()));
    auto const* words = &wall.words;
    work([this, file = path_of(wish.file, wall), name = wish.name, ids = m_ids, at = copy_of(wall),
          words]() -> Errands::Report {
        auto const renamed = rename_course(file, name, ids, at.now);
        auto list = look_at_courses(at.folders, at.shown, at.board);
        return [this, renamed, list, words] {
            m_facts.list = list;
            if (renamed)
                done(words->get("courses.renamed"));
            else
                refused(words->get(renamed.error()));
        };
    });
}

void CourseDesk::move(std::string const& file, fs::path folder, Wall const& wall, char const* told) {
    auto const* words = &wall.words;
    work([this, path = path_of(file, wall), folder = std::move(folder), at = copy_of(wall), words,
          told]() -> Errands::Report {
        auto const moved = move_course(path, folder);
        auto list = look_at_courses(at.folders, at.shown, at.board);
        return [this, moved, list, words, told] {
            m_facts.list = list;
            if (moved)
                done(words->get(told));
            else
                refused(words->get(moved.error()));
        };
    });
}

void CourseDesk::erase_now(fs::path file, std::string name, Wall const& wall) {
    auto const* words = &wall.words;
    work([this, file = std::move(file), name = std::move(name), at = copy_of(wall), words]() -> Errands::Report {
        auto const deleted = delete_course(file, at.folders);
        auto list = look_at_courses(at.folders, at.shown, at.board);
        return [this, deleted, list, words, name] {
            m_facts.list = list;
            if (deleted.left.empty())
                done(words->say("courses.deleted", {{"name", name},
                                                    {"files", std::int64_t{deleted.files}},
                                                    {"copies", std::int64_t{deleted.copies}},
                                                    {"exports", std::int64_t{deleted.exports}}}));
            else
                refused(words->say("courses.not_all_deleted", {{"name", name},
                                                               {"n", static_cast<std::int64_t>(deleted.left.size())},
                                                               {"first", deleted.left.front()}}));
        };
    });
}

void CourseDesk::take_back(fs::path file, store::Contents const& made, Wall const& wall,
                           std::function<void(std::string)> then) {
    if (is_shown(file.filename().string(), wall))
        return then("import.course_changed");
    work([this, file = std::move(file), made, at = copy_of(wall), then = std::move(then)]() -> Errands::Report {
        auto const taken = take_back_course(file, made, at.folders);
        auto list = look_at_courses(at.folders, at.shown, at.board);
        return [this, list, then, why = taken ? std::string() : taken.error()] {
            m_facts.list = list;
            then(why);
        };
    });
}

/// Another course on the wall, so that this one can go: the one changed last, else a new one.
void CourseDesk::make_way_for(Wall const& wall, Then then) {
    for (auto const& one : m_facts.list)
        if (!one.shown && !one.archived && one.problem.empty())
            return show(path_of(one.file, wall), wall, {}, std::move(then));
    auto const name = wall.words.get("cli.new_course");
    if (auto records = new_course(name, m_ids, wall.now))
        show_new(name, std::move(*records), wall, {}, std::move(then));
}

void CourseDesk::erase(screens::DeleteCourse const& wish, Wall const& wall) {
    auto const file = path_of(wish.file, wall);
    auto const name = name_of(wish.file);
    bool const shown = is_shown(wish.file, wall);
    auto at = std::make_shared<Copy>(copy_of(wall));
    auto const* words = &wall.words;
    auto* gate = &wall.gate;
    wall.gate.confirm(wish.pin, wall.now_s, [this, file, name, shown, at, words, gate] {
        Wall const then{at->folders, at->shown, at->board, at->now, *words, *gate, 0, at->moment};
        if (!shown)
            return erase_now(file, name, then);
        make_way_for(then, [this, file, name](Wall const& after) { erase_now(file, name, after); });
    });
}

bool CourseDesk::wish(screens::WallWish const& wish, Wall const& wall) {
    auto const known = [&](std::string const& file) {
        if (!is_listed(file))
            refused(wall.words.get("courses.gone"));
        return is_listed(file);
    };
    auto const free_to_leave = [&] {
        if (board::open_round(wall.board))
            refused(wall.words.get("courses.round_open"));
        else if (board::open_pulse(wall.board)) // its answers lie in memory only
            refused(wall.words.get("courses.pulse_open"));
        return !board::open_round(wall.board) && !board::open_pulse(wall.board);
    };
    if (std::holds_alternative<screens::LookAtCourses>(wish)) {
        look(wall);
    } else if (auto const* shown = std::get_if<screens::ShowCourse>(&wish)) {
        if (known(shown->file) && free_to_leave() && !is_shown(shown->file, wall))
            show(path_of(shown->file, wall), wall, wall.words.say("courses.shown", {{"name", name_of(shown->file)}}),
                 {});
    } else if (auto const* fresh = std::get_if<screens::StartCourse>(&wish)) {
        if (free_to_leave())
            start(fresh->name, wall);
    } else if (auto const* named = std::get_if<screens::RenameCourse>(&wish)) {
        if (known(named->file) && !is_shown(named->file, wall)) // its own name is the board's to change
            rename(*named, wall);
    } else if (auto const* away = std::get_if<screens::ArchiveCourse>(&wish)) {
        if (is_shown(away->file, wall))
            refused(wall.words.get("courses.is_shown"));
        else if (known(away->file))
            move(away->file, wall.folders.archive(), wall, "courses.archived_now");
    } else if (auto const* back = std::get_if<screens::UnarchiveCourse>(&wish)) {
        if (known(back->file))
            move(back->file, wall.folders.boards, wall, "courses.unarchived");
    } else if (auto const* gone = std::get_if<screens::DeleteCourse>(&wish)) {
        if (known(gone->file) && free_to_leave())
            erase(*gone, wall);
    } else {
        return false;
    }
    return true;
}

} // namespace app
