// Several courses on one machine: none loses a thing when another is shown, and one that is deleted is gone, in name and
// in bytes.
#include "courses.h"

#include "at_the_wall.h"
#include "exporters/board_json.h"
#include "file.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;

struct Wall : AtTheWall {
    Wall() : AtTheWall("courses") {
        stage = open_stage(demo_wall(folder / "tavle.rundtbord"));
        open_facilitator();
    }
    void start(std::string const& name) {
        tap("facilitator/courses");
        tap("courses/new");
        stage->type(name);
        tap("courses/save");
    }
    /// The place of that course on the list, from 1.
    int place_of(std::string const& name) {
        for (int k = 1; k < 20; ++k)
            if (auto const row = stage->find("courses/" + std::to_string(k)); row && row->label == name)
                return k;
        return 0;
    }
    void choose(std::string const& name) {
        auto const k = place_of(name);
        REQUIRE_MESSAGE(k > 0, name, " is not listed");
        tap("courses/" + std::to_string(k));
    }
    std::string told() const { return label("courses/told"); }
};

/// Files below the folder that hold those bytes, anywhere in them or in their names.
std::vector<std::string> holding(fs::path const& folder, std::string const& bytes) {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        bool const named = entry.path().filename().string().find(bytes) != std::string::npos;
        auto const text = entry.is_regular_file() ? app::read_file(entry.path()).value_or("") : "";
        if (named || text.find(bytes) != std::string::npos)
            found.push_back(entry.path().string());
    }
    return found;
}

} // namespace

TEST_CASE("a new course is on the wall at once, the old one stays on the list, and a restart opens the last one") {
    Wall wall;
    auto const demo = exporters::to_json(wall.board());
    auto const demo_name = wall.board().course.name;
    wall.start("Ro til borgeren");
    CHECK(wall.board().course.name == "Ro til borgeren");
    CHECK(wall.board().ideas.empty());
    CHECK(fs::exists(wall.folder / "Ro-til-borgeren.rundtbord"));
    REQUIRE(wall.stage->restart());
    CHECK(wall.board().course.name == "Ro til borgeren");

    wall.open_facilitator();
    wall.tap("facilitator/courses");
    CHECK(wall.place_of("Ro til borgeren") == 1);
    wall.choose(demo_name);
    wall.tap("courses/show");
    CHECK(exporters::to_json(wall.board()) == demo);
}

TEST_CASE("what was being written when another course is shown lies there as a draft when it is shown again") {
    Wall wall;
    auto const demo_name = wall.board().course.name;
    wall.tap("facilitator/back");
    wall.tap("dock/new-idea");
    wall.stage->type("Mere lys");
    wall.stage->app().request(screens::WallWish(screens::StartCourse{"Nyt"}));
    wall.stage->wait(0.1);
    wall.type_pin();
    CHECK(wall.board().course.name == "Nyt");
    CHECK_FALSE(wall.stage->find("draft/1"));
    wall.open_facilitator();
    wall.tap("facilitator/courses");
    wall.choose(demo_name);
    wall.tap("courses/show");
    wall.tap("facilitator/back");
    CHECK(wall.board().course.name == demo_name);
    REQUIRE(wall.stage->find("draft/1"));
    CHECK(wall.stage->find("draft/1")->label.find("Mere lys") != std::string::npos);
}

TEST_CASE("a course is renamed on the wall and off it, laid in the archive and taken out again") {
    Wall wall;
    auto const demo_name = wall.board().course.name;
    wall.start("Nyt");
    for (std::string const name : {"Nyt", demo_name.c_str()}) {
        CAPTURE(name);
        wall.choose(name);
        wall.tap("courses/rename");
        wall.stage->type(" igen");
        wall.tap("courses/save");
        CHECK(wall.place_of(name + " igen") > 0);
    }
    CHECK(wall.board().course.name == "Nyt igen");
    wall.choose(demo_name + " igen");
    wall.tap("courses/archive");
    CHECK(fs::exists(wall.folder / "arkiv/tavle.rundtbord"));
    CHECK_FALSE(fs::exists(wall.folder / "tavle.rundtbord"));
    wall.choose(demo_name + " igen");
    CHECK_FALSE(wall.stage->find("courses/show"));
    wall.tap("courses/unarchive");
    CHECK(fs::exists(wall.folder / "tavle.rundtbord"));
    wall.choose(demo_name + " igen");
    wall.tap("courses/show");
    CHECK(wall.board().course.name == demo_name + " igen");
}

TEST_CASE("a name that cannot be is refused where it is written") {
    Wall wall;
    auto const name = wall.board().course.name;
    for (char const* wrong : {"", "   ", "010190-1234"}) {
        CAPTURE(wrong);
        wall.start(wrong);
        CHECK(wall.board().course.name == name);
        CHECK(wall.stage->find("courses/save"));
        wall.tap("courses/back");
    }
    CHECK(app::look_at_courses({wall.folder.path(), wall.folder / "eksport"}, wall.folder / "tavle.rundtbord",
                               wall.board())
              .size() == 1);
}

TEST_CASE("a deleted course is gone for good, on the wall or off it, with all that was made of it here") {
    for (bool const on_the_wall : {false, true}) {
        CAPTURE(on_the_wall);
        Wall wall;
        auto const demo_name = wall.board().course.name;
        wall.start("Hemmelig kanariefugl");
        wall.tap("facilitator/back");
        wall.tap("dock/new-idea");
        wall.stage->type("Gul kanariefugl i buret");
        wall.tap("pad/1/place");
        wall.tap("dock/new-idea");
        wall.stage->type("Halv kanariefugl"); // a draft
        wall.stage->wait(1);
        wall.open_facilitator();
        for (char const* file : {"home/minutes", "home/workbook"})
            if (wall.stage->find(file)->value == "on")
                wall.tap(file);
        wall.tap("home/data");
        wall.tap("home/tables");
        wall.tap("home/save");
        wall.stage->wait(1);
        fs::create_directories(wall.folder / "sikkerhedskopier/Hemmelig-kanariefugl/2026");
        std::ofstream(wall.folder / "sikkerhedskopier/Hemmelig-kanariefugl/2026/kopi.rundtbord") << "kanariefugl";
        std::ofstream(wall.folder / "Hemmelig-kanariefugl.rundtbord.abcdefgh.part") << "kanariefugl";
        std::ofstream(wall.folder / "Hemmelig-kanariefugl-2.rundtbord") << "another's";
        CHECK(holding(wall.folder.path(), "kanariefugl").size() > 8);
        wall.tap("facilitator/courses");
        if (!on_the_wall) {
            wall.choose(demo_name);
            wall.tap("courses/show");
        }
        wall.choose("Hemmelig kanariefugl");
        wall.tap("courses/delete");
        CHECK_FALSE(wall.stage->find("pin/done")->enabled); // nobody said yes yet
        wall.tap("courses/sure");
        wall.stage->type("604817");
        wall.tap("pin/done");
        CHECK(fs::exists(wall.folder / "Hemmelig-kanariefugl.rundtbord")); // the PIN was wrong
        wall.type_pin();
        CHECK(wall.told().find("Hemmelig kanariefugl") != std::string::npos);
        CHECK(wall.board().course.name == demo_name);
        auto left = holding(wall.folder.path(), "anariefugl");
        std::erase(left, (wall.folder / "Hemmelig-kanariefugl-2.rundtbord").string());
        CHECK(left == std::vector<std::string>());
        CHECK(fs::exists(wall.folder / "Hemmelig-kanariefugl-2.rundtbord"));
        REQUIRE(wall.stage->restart());
        CHECK(wall.board().course.name == demo_name);
    }
}

TEST_CASE("a deleting that is cut off in the middle leaves the course on the list while anything of it is left") {
    TestFolder const folder("delete-cut");
    app::CourseFolders const folders{folder.path(), folder / "eksport"};
    auto const file = folder / "slettes.rundtbord";
    for (int cut = 0; cut < 40; ++cut) {
        std::vector<fs::path> all{file};
        for (auto const& below : {folders.copies_of(file), folders.exports_of(file), folders.damaged_of(file)}) {
            fs::create_directories(below);
            for (int i = 0; i < 5; ++i)
                all.push_back(below / std::to_string(i));
        }
        all.push_back(file.string() + "-wal");
        for (auto const& one : all)
            std::ofstream(one) << "x";
        pid_t const child = fork();
        REQUIRE(child >= 0);
        if (child == 0)
            _exit(app::delete_course(file, folders).left.empty() ? 0 : 1);
        usleep(static_cast<useconds_t>(cut * 25));
        kill(child, SIGKILL);
        REQUIRE(waitpid(child, nullptr, 0) == child);
        bool const any_left = std::any_of(all.begin(), all.end(), [](fs::path const& one) { return fs::exists(one); });
        CHECK(fs::exists(file) == any_left);
    }
}

TEST_CASE("a course that should have been deleted says so on the list") {
    Wall wall;
    wall.stage->app().request(
        screens::Ask{.command = board::SetDeletionDate{std::chrono::year(2027) / std::chrono::March / 24}});
    wall.rest(0.3);
    REQUIRE(wall.board().course.delete_on);
    wall.tap("facilitator/courses");
    CHECK(wall.label("courses/1/about").find("Skulle slettes") == std::string::npos);
    wall.stage->set_moment(*app::parse_moment("2027-03-24T09:00"));
    wall.rest(0.3);
    CHECK(wall.label("courses/1/about").find("Skulle slettes senest 24. mar. 2027") == 0);
}

TEST_CASE("the only course can be deleted too: an empty one takes its place") {
    Wall wall;
    auto const demo_name = wall.board().course.name;
    wall.tap("facilitator/courses");
    wall.choose(demo_name);
    wall.tap("courses/delete");
    wall.tap("courses/sure");
    wall.type_pin();
    CHECK(wall.board().course.name == "Ny tavle");
    CHECK(wall.board().ideas.empty());
    CHECK_FALSE(fs::exists(wall.folder / "tavle.rundtbord"));
    CHECK(wall.place_of("Ny tavle") == 1);
    REQUIRE(wall.stage->restart());
    CHECK(wall.board().course.name == "Ny tavle");
}

TEST_CASE("files that are no boards are listed with why, or not at all, and never touched") {
    Wall wall;
    std::ofstream(wall.folder / "noter.txt") << "ikke en tavle";
    std::ofstream(wall.folder / "falsk.rundtbord") << "ikke en tavle";
    fs::create_directory(wall.folder / "mappe.rundtbord");
    wall.tap("facilitator/courses");
    CHECK(wall.place_of("falsk.rundtbord") > 0);
    wall.choose("falsk.rundtbord");
    CHECK_FALSE(wall.stage->find("courses/show"));
    CHECK_FALSE(wall.stage->find("courses/3"));
    CHECK(app::read_file(wall.folder / "falsk.rundtbord").value() == "ikke en tavle");
}

TEST_CASE("looking at a board leaves its file as it is") {
    TestFolder const folder("look");
    demo_wall(folder / "tavle.rundtbord");
    auto const before = app::read_file(folder / "tavle.rundtbord").value();
    auto const listed = app::look_at_courses({folder.path(), folder / "eksport"}, {}, {});
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].ideas > 0);
    CHECK(listed[0].first);
    CHECK(app::read_file(folder / "tavle.rundtbord").value() == before);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("any name makes a file's name that every system takes") {
    struct Row {
        char const* name;
        char const* file;
    };
    for (Row const row : {Row{"Ro til borgeren", "Ro-til-borgeren"},
                          {"Ældre, øl & ål", "Aeldre-oel-aal"},
                          {"CON", "CON-forloeb"},
                          {"com1", "com1-forloeb"},
                          {"a/b", "a-b"},
                          {"..", "forloeb"},
                          {"", "forloeb"},
                          {"slut.", "slut"},
                          {"日本", "forloeb"},
                          {"'; DROP TABLE", "DROP-TABLE"}})
        CHECK(app::safe_file_name(row.name) == row.file);
    CHECK(app::safe_file_name(std::string(500, 'a')).size() == 60);
}
