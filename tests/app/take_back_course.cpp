// *Fortryd* on a course that was just brought in: gone with all that is of it while nobody has touched it; kept, with a
// sentence, as soon as somebody has.
#include "courses.h"
#include "exporters/board_json.h"
#include "file.h"
#include "import_page.h"
#include "replay.h"
#include "store/copies.h"

#include <csignal>
#include <set>
#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;

constexpr char const* name = "Lys i kantinen";
constexpr char const* photo_bytes = "\xFF\xD8\xFF\xE0 kantinen en tirsdag";

/// Another wall's course with one photo, as it is exported.
std::string course_with_photo() {
    auto const now = app::parse_moment("2026-11-20T10:00")->now;
    app::IdSource ids(1);
    app::Replay replay(ids, app::new_course(name, ids, now).value());
    board::AddIdea idea;
    idea.id = {ids.next(now.at)};
    idea.photo = board::Photo{store::photo_hash(photo_bytes), 40, 30};
    REQUIRE(replay.ask(idea, now));
    return exporters::to_json({replay.board(), {{store::photo_hash(photo_bytes), photo_bytes}}});
}

/// It was brought in a moment ago.
struct Wall : ImportPage {
    std::set<fs::path> before;
    fs::path file = folder / "Lys-i-kantinen.rundtbord";
    store::Contents made;

    Wall() {
        put("kantinen.json", course_with_photo());
        open_page();
        before = files();
        tap("import/file/1");
        tap("import/bring");
        REQUIRE(fs::exists(file));
        made = store::prove(file).value();
        CHECK(made.photos == 1);
    }
    /// All on the machine but SQLite's log of the board on the wall.
    std::set<fs::path> files() const {
        std::set<fs::path> found;
        for (auto const& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.path() != fs::path(setup.file.string() + "-wal"))
                found.insert(entry.path());
        return found;
    }
    app::CourseFolders folders() const { return {folder.path(), folder / "eksport"}; }
    bool is_as_it_was() const { return store::prove(file).value() == made; }
    void is_kept(char const* why) const {
        CHECK(value("import/told") == "failed");
        CHECK(label("import/told").find(name) != std::string::npos);
        CHECK(label("import/told").find(why) != std::string::npos);
        CHECK_FALSE(stage->find("import/take-back"));
    }
    void rename_it() const {
        auto const now = app::parse_moment("2026-11-23T09:43")->now;
        REQUIRE(app::rename_course(file, "Andet navn", app::IdSource(2), now));
    }
};

} // namespace

TEST_CASE("taken back within ten seconds a course is gone, with its photos, and nothing else is") {
    Wall wall;
    auto const board = exporters::to_json(wall.board());
    wall.rest(5);
    wall.tap("import/take-back");
    CHECK(wall.value("import/told") == "done");
    CHECK(wall.label("import/told").find("Fortrudt. »" + std::string(name)) == 0);
    CHECK(wall.files() == wall.before);
    CHECK(exporters::to_json(wall.board()) == board);
    wall.tap("facilitator/courses");
    CHECK(wall.stage->find("courses/1"));
    CHECK_FALSE(wall.stage->find("courses/2"));
}

TEST_CASE("what was taken back can be brought in once more") {
    Wall wall;
    wall.tap("import/take-back");
    wall.tap("import/file/1");
    wall.tap("import/bring");
    CHECK(store::prove(wall.file)->photos == 1);
    wall.tap("import/take-back");
    CHECK(wall.files() == wall.before);
}

TEST_CASE("after ten seconds it can be shown, and no longer be taken back") {
    Wall wall;
    wall.rest(9);
    CHECK(wall.stage->find("import/take-back"));
    wall.rest(1);
    CHECK_FALSE(wall.stage->find("import/take-back"));
    wall.stage->app().request(screens::WallWish(screens::TakeBack{}));
    wall.rest(0.3);
    CHECK(wall.is_as_it_was());
    wall.tap("import/show-course");
    CHECK(wall.board().course.name == name);
}

TEST_CASE("a course that was written on since is kept, and that is said") {
    Wall wall;
    wall.rename_it();
    wall.tap("import/take-back");
    wall.is_kept("åbnet eller ændret");
    CHECK(board::fold(store::Store::look_at(wall.file).value()).course.name == "Andet navn");
    CHECK(store::Store::open(wall.file)->photo_hashes()->size() == 1);
}

TEST_CASE("a course on which a note was begun is kept, though the board holds what it held") {
    Wall wall;
    REQUIRE(store::Store::open(wall.file)->keep_drafts("[]"));
    wall.tap("import/take-back");
    wall.is_kept("åbnet eller ændret");
    CHECK(wall.is_as_it_was());
    CHECK(store::Store::open(wall.file)->drafts().value() == "[]");
}

TEST_CASE("a course that somebody has open is kept") {
    Wall wall;
    auto const other = store::Store::open(wall.file);
    REQUIRE(other);
    wall.tap("import/take-back");
    wall.is_kept("åbnet eller ændret");
    CHECK(fs::exists(wall.file));
}

TEST_CASE("shown and taken back by two people at once: it is shown, or gone, and never shown and gone") {
    for (bool const shown_first : {true, false}) {
        CAPTURE(shown_first);
        Wall wall;
        screens::WallWish const show = screens::ShowCourse{wall.file.filename().string()};
        screens::WallWish const take_back = screens::TakeBack{};
        wall.stage->app().request(shown_first ? show : take_back);
        wall.stage->app().request(shown_first ? take_back : show);
        wall.rest(1);
        bool const shown = wall.board().course.name == name;
        CHECK(shown == shown_first);
        CHECK(fs::exists(wall.file) == shown);
        CHECK(wall.board().exists());
    }
}

TEST_CASE("a course that was laid in the archive meanwhile stays there, and the sentence says where to look") {
    Wall wall;
    REQUIRE(app::move_course(wall.file, wall.folders().archive()));
    wall.tap("import/take-back");
    wall.is_kept("i arkivet");
    CHECK(store::prove(wall.folder / "arkiv/Lys-i-kantinen.rundtbord").value() == wall.made);
}

TEST_CASE("a facilitator who leaves leaves the course, and nobody else takes it back") {
    Wall wall;
    wall.tap("facilitator/back");
    wall.stage->app().request(screens::WallWish(screens::TakeBack{}));
    wall.rest(0.3);
    CHECK(wall.stage->app().screen_name() == "pin");
    wall.tap("pin/leave");
    wall.open_facilitator();
    wall.tap("facilitator/import");
    CHECK_FALSE(wall.stage->find("import/take-back"));
    CHECK(wall.is_as_it_was());
}

TEST_CASE("the program ends right after the touch: the course is there whole, or gone whole") {
    Wall wall;
    wall.stage->app().request(screens::WallWish(screens::TakeBack{}));
    wall.stage->wait(0.02);
    REQUIRE(wall.stage->restart());
    CHECK((!fs::exists(wall.file) || wall.is_as_it_was()));
    CHECK(wall.board().exists());
}

TEST_CASE("killed at any moment of the taking back, the course is there whole, or gone whole") {
    TestFolder const folder("take-back-cut");
    auto const whole = folder / "whole.rundtbord", file = folder / "cut.rundtbord";
    demo_wall(whole, 40);
    auto const made = store::prove(whole).value();
    for (int cut = 0; cut < 40; ++cut) {
        fs::copy_file(whole, file);
        pid_t const child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            bool const taken = app::take_back_course(file, made, {folder.path(), folder / "eksport"}).has_value();
            _exit(taken ? 0 : 1);
        }
        usleep(static_cast<useconds_t>(cut * 400));
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
        bool const is_there = fs::exists(file);
        if (is_there)
            CHECK(store::Store::open(file)->contents().value() == made);
        CHECK((is_there || !fs::exists(file.string() + "-wal"))); // it would be read into the next board of that name
        app::delete_course(file, {folder.path(), folder / "eksport"});
    }
}
