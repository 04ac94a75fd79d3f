// A wall whose board cannot be opened: the sentence is on the wall, it goes on when it can, and an empty board begins
// only behind the PIN, with the file that could not be read laid aside as it was.
#include "at_the_wall.h"
#include "board_file.h"
#include "file.h"

#include <sqlite3.h>

namespace {

namespace fs = std::filesystem;

struct Wall : FillingDisk, AtTheWall {
    app::Stage::Setup setup = demo_wall(folder / "tavle.rundtbord");
    app::CourseFolders folders{folder.path(), folder / "eksport"};

    Wall() : AtTheWall("start-trouble") {}
    void start() { stage = open_stage(setup); }
    std::string screen() const { return stage->scene().screen_name(); }
    void type_pin(char const* typed = pin) {
        stage->type(typed);
        tap("pin/done");
    }
    void write(std::string const& bytes) { REQUIRE(app::write_file(setup.file, bytes)); }
    /// Of all that was laid aside.
    std::vector<std::string> aside() const {
        std::vector<std::string> found;
        for (auto const& file : app::laid_aside_of(folders, setup.file))
            found.push_back(app::read_file(file).value());
        return found;
    }
    void set_version(int version) {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open_v2(setup.file.c_str(), &db, SQLITE_OPEN_READWRITE, disk.real()->zName) == SQLITE_OK);
        auto const pragma = "PRAGMA user_version = " + std::to_string(version);
        CHECK(sqlite3_exec(db, pragma.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
    }
};

} // namespace

TEST_CASE("nothing of a board can be read: an empty one begins with the PIN, and the file lies aside as it was") {
    for (std::string const lost : {"Det her er et brev.", ""}) {
        CAPTURE(lost);
        Wall wall;
        wall.write(lost);
        wall.start();
        CHECK(wall.screen() == "start-trouble");
        CHECK(wall.label("start/file").find("Intet er slettet.") == 0);
        wall.tap("start/again");
        CHECK(wall.screen() == "start-trouble");
        wall.stage->wait(120);
        CHECK(wall.screen() == "start-trouble");
        CHECK(app::read_file(wall.setup.file).value() == lost);

        wall.tap("start/begin");
        CHECK(wall.screen() == "pin");
        wall.type_pin();
        wall.type_pin();
        CHECK_FALSE(wall.stage->has_app()); // the recovery code is to be written down first
        wall.tap("pin/written");
        REQUIRE(wall.stage->has_app());
        CHECK(wall.stage->app().board().ideas.empty());
        CHECK(wall.aside() == std::vector<std::string>{lost});
        REQUIRE(wall.stage->restart());
        CHECK(wall.stage->has_app());
    }
}

TEST_CASE("a wrong PIN begins nothing, and a PIN that was chosen before is the one that is asked for") {
    Wall wall;
    wall.start();
    wall.open_facilitator();
    wall.stage.reset();
    wall.write("væk");
    wall.start();
    wall.tap("start/begin");
    wall.type_pin("118822");
    CHECK_FALSE(wall.stage->has_app());
    CHECK(app::read_file(wall.setup.file).value() == "væk");
    CHECK(wall.aside().empty());
    wall.type_pin();
    CHECK(wall.stage->has_app());
}

TEST_CASE("a board from a newer version is left untouched, and shown once the version fits, without a touch") {
    Wall wall;
    wall.set_version(store::schema_version + 1);
    auto const bytes = app::read_file(wall.setup.file).value();
    wall.start();
    CHECK(wall.screen() == "start-trouble");
    CHECK(wall.label("start/why").find("nyere version") != std::string::npos);
    CHECK_FALSE(wall.stage->find("start/begin"));
    wall.stage->wait(app::StartTrouble::again_after_s + 1);
    CHECK(wall.screen() == "start-trouble");
    CHECK(app::read_file(wall.setup.file).value() == bytes);
    wall.set_version(store::schema_version);
    wall.stage->wait(app::StartTrouble::again_after_s + 1);
    CHECK(wall.stage->has_app());
}

TEST_CASE("a board that is open already is shown when the other has closed it and somebody touches") {
    Wall wall;
    std::optional<store::Store> other = store::Store::open(wall.setup.file).value();
    wall.start();
    CHECK(wall.label("start/why").find("allerede åben") != std::string::npos);
    CHECK_FALSE(wall.stage->find("start/begin"));
    other.reset();
    wall.tap("start/again");
    CHECK(wall.stage->has_app());
    CHECK_FALSE(wall.stage->app().board().ideas.empty());
}

TEST_CASE("a folder where nothing may be written is told, and a board is made in it once it may") {
    if (geteuid() == 0)
        return; // whom no folder keeps out
    Wall wall;
    fs::remove(wall.setup.file);
    fs::permissions(wall.folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    wall.start();
    CHECK(wall.screen() == "start-trouble");
    CHECK_FALSE(wall.label("start/why").empty());
    fs::permissions(wall.folder.path(), fs::perms::owner_all);
    wall.tap("start/again");
    CHECK(wall.stage->has_app());
}

TEST_CASE("when the file cannot be laid aside nothing is begun, and that is said") {
    Wall wall;
    wall.write("væk");
    REQUIRE(app::write_file(wall.folder / "beskadiget", "i vejen")); // no folder can be made there
    wall.start();
    wall.tap("start/begin");
    wall.type_pin();
    wall.type_pin();
    wall.tap("pin/written");
    CHECK(wall.screen() == "start-trouble");
    CHECK(wall.label("start/told").find("Intet er ændret.") != std::string::npos);
    CHECK(app::read_file(wall.setup.file).value() == "væk");
}

/// The disk is full at the start: that is said, nothing else is offered, and what lies there is not touched. Then there
/// is room, and nobody touches.
static void goes_on_when_there_is_room(Wall& wall) {
    wall.full = true;
    wall.start();
    for (int tries = 0; tries < 25; ++tries) {
        REQUIRE(wall.screen() == "start-trouble");
        CHECK(wall.label("start/why") == "Der er ikke plads på maskinens disk. Gør plads, og prøv igen.");
        CHECK(wall.label("start/what") == "Tavlen prøver selv igen om lidt.");
        CHECK_FALSE(wall.stage->find("start/begin"));
        wall.stage->wait(app::StartTrouble::again_after_s + 1);
    }
    wall.tap("start/again");
    CHECK(wall.screen() == "start-trouble");
    wall.full = false;
    wall.stage->wait(app::StartTrouble::again_after_s + 1);
    REQUIRE(wall.stage->has_app());
}

TEST_CASE("the first start on a full disk: nothing is promised of a file, and a board is made once there is room") {
    Wall wall;
    app::remove_board(wall.setup.file);
    wall.full = true;
    wall.start();
    CHECK(wall.label("start/file").empty());
    CHECK_FALSE(fs::exists(wall.setup.file));
    goes_on_when_there_is_room(wall);
    CHECK(wall.board().course.name == "Ny tavle");
    REQUIRE(wall.stage->restart());
    CHECK(wall.stage->has_app());
}

TEST_CASE("a board of an older version on a full disk is not touched, and brought up to date once there is room") {
    Wall wall;
    fs::copy_file(project() / "tests/store/fixtures/v1.rundtbord", wall.setup.file,
                  fs::copy_options::overwrite_existing);
    auto const bytes = app::read_file(wall.setup.file).value();
    wall.full = true;
    wall.start();
    CHECK(wall.label("start/file").find("Filen er ikke rørt") != std::string::npos);
    CHECK(app::read_file(wall.setup.file).value() == bytes);
    goes_on_when_there_is_room(wall);
    CHECK_FALSE(wall.board().ideas.empty());
}

TEST_CASE("a damaged board on a full disk is not given up: its copy takes its place once there is room") {
    Wall wall;
    auto const board = board::fold(store::Store::look_at(wall.setup.file).value());
    {
        auto opened = app::open_course(wall.setup.file, wall.folders, wall.setup.moment, {});
        REQUIRE(opened);
        REQUIRE(app::take_copy(
            opened->table->copier(),
            {.folders = wall.folders, .board_file = wall.setup.file, .now = {wall.setup.moment.now.today, 9, 42}}));
    }
    wall.write("Det her er et brev.");
    goes_on_when_there_is_room(wall);
    CHECK(wall.board() == board);
    CHECK(wall.aside() == std::vector<std::string>{"Det her er et brev."});
}
