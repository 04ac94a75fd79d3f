// A board that is damaged when the wall starts: nothing is deleted, what can be found is on the wall, and it is said.
#include "recovery.h"

#include "demo_wall.h"
#include "exporters/board_json.h"
#include "file.h"

#include <random>

namespace {

namespace fs = std::filesystem;

/// The demo's board, copied, then changed `later` times and closed.
struct Wall {
    TestFolder folder{"recovery"};
    fs::path file = folder / "tavle.rundtbord";
    app::CourseFolders folders{folder.path(), folder / "eksport"};
    app::Moment now = *app::parse_moment("2026-11-23T14:05");
    std::string at_copy, at_last;
    std::string bytes;

    explicit Wall(int later = 3, bool copied = true) {
        demo_wall(file, 40);
        auto opened = open();
        REQUIRE(opened);
        REQUIRE_FALSE(opened->recovered);
        auto& table = *opened->table;
        at_copy = exporters::to_json(table.board());
        if (copied)
            REQUIRE(app::take_copy(table.copier(),
                                   {.folders = folders, .board_file = file, .now = {now.now.today, 9, 42}}));
        app::IdSource ids;
        for (int i = 0; i < later; ++i) {
            board::AddIdea idea;
            idea.id = {ids.next(now.now.at)};
            idea.text = "Senere " + std::to_string(i);
            REQUIRE(table.ask({ids.next(now.now.at)}, idea, now.now));
        }
        table.keep_drafts("[]");
        table.drain();
        table.settle();
        at_last = exporters::to_json(table.board());
        opened->table.reset();
        bytes = app::read_file(file).value();
    }
    tl::expected<app::OpenedCourse, store::Failure> open() { return app::open_course(file, folders, now, {}); }
    void write(std::string const& damaged) { REQUIRE(app::write_file(file, damaged)); }
    /// The one that was laid aside; its bytes.
    std::string aside() {
        for (auto const& entry : fs::recursive_directory_iterator(folders.damaged_of(file)))
            if (entry.path().filename() == file.filename())
                return app::read_file(entry.path()).value();
        return "";
    }
    /// With one page of SQLite's overwritten.
    std::string with_bad_page(std::size_t page) const {
        auto damaged = bytes;
        std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\x5a');
        return damaged;
    }
};

} // namespace

TEST_CASE("a board that is whole is opened as it is, and nothing is laid aside") {
    Wall wall;
    auto const opened = wall.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->recovered);
    CHECK(exporters::to_json(opened->table->board()) == wall.at_last);
    CHECK_FALSE(fs::exists(wall.folder / "beskadiget"));
}

TEST_CASE("wherever a page is damaged, the copy is back and as much after it as can be read, and the file lies aside") {
    Wall wall;
    int recovered = 0, all_back = 0;
    for (std::size_t page = 1; page < wall.bytes.size() / 4096; ++page) {
        CAPTURE(page);
        auto const damaged = wall.with_bad_page(page);
        wall.write(damaged);
        fs::remove_all(wall.folder / "beskadiget");
        auto const opened = wall.open();
        REQUIRE(opened);
        auto const board = exporters::to_json(opened->table->board());
        if (!opened->recovered) { // a page that nobody uses
            CHECK(board == wall.at_last);
            continue;
        }
        ++recovered;
        all_back += board == wall.at_last ? 1 : 0;
        CHECK(opened->table->board().ideas.size() >=
              board::fold(store::read_still(app::all_copies_of(wall.folders, wall.file)[0]).value().records)
                  .ideas.size());
        CHECK(wall.aside() == damaged);
        CHECK(opened->recovered->ideas == static_cast<int>(opened->table->board().ideas.size()));
        CHECK(opened->recovered->last);
        CHECK(broken_invariants(opened->table->board()).empty());
    }
    CHECK(recovered > 5);
    CHECK(all_back > 0);
}

TEST_CASE("a file that is cut short, emptied, a letter, or gone is taken from the copy") {
    std::string const letter = "Det her er et brev.";
    for (int what = 0; what < 4; ++what) {
        CAPTURE(what);
        Wall wall;
        auto const damaged = what == 0 ? wall.bytes.substr(0, 4096 * 3 + 17) : what == 1 ? std::string() : letter;
        wall.write(damaged);
        if (what == 3)
            fs::remove(wall.file);
        CHECK(app::was_there(wall.file, wall.folders));
        auto const opened = wall.open();
        REQUIRE(opened);
        REQUIRE(opened->recovered);
        if (what > 0)
            CHECK(exporters::to_json(opened->table->board()) == wall.at_copy);
        if (what < 3)
            CHECK(wall.aside() == damaged);
    }
}

TEST_CASE("without a copy what can be read is put together, and a file of which nothing can stays where it is") {
    Wall wall(3, false);
    wall.write(wall.with_bad_page(wall.bytes.size() / 4096 / 2));
    auto const opened = wall.open();
    if (opened) {
        REQUIRE(opened->recovered);
        CHECK(opened->table->board().exists());
    }
    Wall lost(0, false);
    lost.write("Det her er et brev.");
    auto const refused = lost.open();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == store::Fault::NotABoard);
    CHECK(app::read_file(lost.file).value() == "Det her er et brev.");
}

TEST_CASE("a second start after a recovery opens what was recovered, and lays nothing more aside") {
    Wall wall;
    wall.write(wall.bytes.substr(0, 4096 * 3 + 17));
    std::string board;
    {
        auto const opened = wall.open();
        REQUIRE(opened);
        board = exporters::to_json(opened->table->board());
    }
    auto const again = wall.open();
    REQUIRE(again);
    CHECK_FALSE(again->recovered);
    CHECK(exporters::to_json(again->table->board()) == board);
}

TEST_CASE("a start that came no further lays the same file aside once") {
    Wall wall(0, false);
    wall.write(wall.bytes.substr(0, 4096 + 17));
    for (int start = 0; start < 3; ++start)
        static_cast<void>(wall.open());
    int folders = 0;
    if (fs::exists(wall.folders.damaged_of(wall.file)))
        for ([[maybe_unused]] auto const& entry : fs::directory_iterator(wall.folders.damaged_of(wall.file)))
            ++folders;
    CHECK(folders <= 1);
}

TEST_CASE("the newest copy is damaged too: the one before it is taken") {
    Wall wall;
    {
        auto opened = wall.open();
        REQUIRE(opened);
        REQUIRE(app::take_copy(opened->table->copier(),
                               {.folders = wall.folders, .board_file = wall.file, .now = {wall.now.now.today, 14, 0}}));
    }
    auto const copies = app::copies_in(wall.folders.copies_of(wall.file));
    REQUIRE(copies.size() == 2);
    REQUIRE(app::write_file(copies[0].file, "væk"));
    wall.write("væk");
    auto const opened = wall.open();
    REQUIRE(opened);
    CHECK(exporters::to_json(opened->table->board()) == wall.at_copy);
}

TEST_CASE("another program's database, and a board that is open, are left alone") {
    Wall wall(0, false);
    auto const held = wall.open();
    REQUIRE(held);
    CHECK(wall.open().error().fault == store::Fault::AlreadyOpen);
    CHECK_FALSE(fs::exists(wall.folder / "beskadiget"));
}

TEST_CASE("an older board that cannot be copied first is opened, and that is said until somebody has read it, and on "
          "the page") {
    TestFolder const folder("recovery-older");
    auto setup = demo_wall(folder / "demo.rundtbord");
    setup.file = folder / "tavle.rundtbord";
    fs::copy_file(project() / "tests/store/fixtures/v1.rundtbord", setup.file);
    REQUIRE(app::write_file(folder / "sikkerhedskopier", "i vejen")); // no folder can be made there
    auto const stage = open_stage(setup);
    auto const tap = [&](std::string const& id) {
        auto const item = stage->find(id);
        REQUIRE_MESSAGE(item, id, " is not there");
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
        stage->wait(0.3);
        stage->settle();
    };
    auto const value = [&](std::string const& id) {
        auto const item = stage->find(id);
        return item ? item->value : "";
    };
    auto const banner = stage->find("not-copied");
    REQUIRE(banner);
    CHECK(banner->label.find("uden at der først blev taget en sikkerhedskopi") != std::string::npos);
    CHECK(banner->label.find("der må ikke skrives i mappen med kopier") != std::string::npos);
    tap("not-copied/read");
    CHECK_FALSE(stage->find("not-copied"));
    tap("dock/more");
    tap("more/facilitator");
    for (int twice = 0; twice < 2; ++twice)
        stage->type("740295"), tap("pin/done");
    tap("pin/written");
    tap("facilitator/copies");
    CHECK(value("copies/last").find("uden at der først blev taget") != std::string::npos);
    fs::remove(folder / "sikkerhedskopier");

    fs::copy_file(project() / "tests/store/fixtures/v1.rundtbord",
                  folder / "anden.rundtbord"); // one that can be is no news
    setup.file = folder / "anden.rundtbord";
    auto const other = open_stage(setup);
    CHECK_FALSE(other->find("not-copied"));
    CHECK(app::copies_in(folder / "sikkerhedskopier/anden").size() == 1);
}

TEST_CASE("the wall says what was found, until somebody has read it") {
    TestFolder const folder("recovery-wall");
    auto const setup = demo_wall(folder / "tavle.rundtbord");
    {
        auto const stage = open_stage(setup);
        stage->wait(700);
    }
    REQUIRE(app::write_file(setup.file, "væk"));
    auto const stage = open_stage(setup);
    stage->wait(0.5);
    auto const banner = stage->find("recovery");
    REQUIRE(banner);
    CHECK(banner->label.find("8 idéer er fundet") != std::string::npos);
    CHECK(banner->label.find("Intet er slettet.") != std::string::npos);
    auto const read = stage->find("recovery/read");
    REQUIRE(read);
    stage->play({{.path = {stage->middle(*read)}, .seconds = 0.05}});
    stage->wait(0.5);
    CHECK_FALSE(stage->find("recovery"));
}
