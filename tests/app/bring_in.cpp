// *Import* on the wall: from a file on a stick to ideas on the board and back again, and everything a stick can do wrong.
#include "bring_in.h"

#include "exporters/board_json.h"
#include "file.h"
#include "import_page.h"

#include <fstream>

namespace {

namespace fs = std::filesystem;
using screens::BringKind;
using Step = screens::BringFacts::Step;

constexpr char const* ideas_csv = "Idé;Problem\nFast telefontid hver formiddag;x\nRing til 010190-1234;\n"
                                  "Mødefri onsdage i lige uger;y\nMødefri onsdage i lige uger;z\n";

} // namespace

TEST_CASE("ideas come from a stick in one operation, are told of before, and are taken back as one") {
    ImportPage wall;
    wall.put("idéer.csv", ideas_csv);
    wall.open_page();
    auto const before = exporters::to_json(wall.board());
    wall.tap("import/file/1");
    CHECK(wall.label("import/coming") == "2 idéer kommer med.");
    CHECK(wall.label("import/left-out") == "2 kommer ikke med:");
    CHECK(wall.label("import/left/1") == "Række 3: – – Det ligner et CPR-nummer. Det må ikke stå på tavlen.");
    CHECK(wall.label("import/left/2") == "Række 5: Mødefri onsdage i lige uger – Står der allerede.");
    CHECK(exporters::to_json(wall.board()) == before);
    fs::remove_all(wall.stick()); // all that is needed has been read
    wall.tap("import/bring");
    CHECK(wall.label("import/told").starts_with("2 idéer er hentet ind."));
    CHECK(wall.board().ideas.back().text == "Mødefri onsdage i lige uger");
    CHECK(wall.board().ideas.back().problem == "y");
    CHECK(broken_invariants(wall.board()).empty());
    wall.tap("import/take-back");
    CHECK(wall.label("import/told").starts_with("Fortrudt."));
    CHECK(exporters::to_json(wall.board()) == before);
    REQUIRE(wall.stage->restart());
    CHECK(exporters::to_json(wall.board()) == before);
}

TEST_CASE("what was brought in is on the disk when it is told") {
    ImportPage wall;
    wall.put("a.csv", ideas_csv);
    wall.open_page();
    wall.tap("import/file/1");
    wall.tap("import/bring");
    auto const with = exporters::to_json(wall.board());
    REQUIRE(wall.stage->restart());
    CHECK(exporters::to_json(wall.board()) == with);
}

TEST_CASE("what stands on an import keeps it from being taken back, and says so") {
    ImportPage wall;
    wall.put("a.csv", "idé\nEn ny og god idé om lys\n");
    wall.open_page();
    wall.tap("import/file/1");
    wall.tap("import/bring");
    auto const id = wall.board().ideas.back().id;
    wall.stage->app().request(screens::Ask{.command = board::EditIdea{id, "Noget andet"}});
    wall.stage->wait(0.2);
    wall.tap("import/take-back");
    CHECK(wall.stage->find("import/told")->value == "failed");
    CHECK(wall.board().ideas.back().text == "Noget andet");
}

TEST_CASE("a course from another wall becomes a course of its own, and this board is as it was") {
    ImportPage wall;
    auto const json = exporters::to_json(wall.board());
    wall.put("tavle.json", json);
    wall.open_page();
    wall.tap("import/file/1");
    CHECK(wall.stage->find("import/course"));
    wall.tap("import/bring");
    CHECK(wall.label("import/told").find("som et forløb for sig") != std::string::npos);
    CHECK(exporters::to_json(wall.board()) == json);
    int files = 0;
    for (auto const& entry : fs::directory_iterator(wall.folder.path()))
        files += entry.path().extension() == ".rundtbord" ? 1 : 0;
    CHECK(files == 2);
    wall.tap("import/show-course");
    CHECK(exporters::to_json(wall.board()) == json);
    CHECK(wall.stage->app().screen_name() == "facilitator");
}

TEST_CASE("each file that is wrong gets its own sentence, and nothing comes of it") {
    ImportPage wall;
    auto const json = exporters::to_json(wall.board());
    struct Row {
        char const* name;
        std::string bytes;
        char const* said;
    };
    for (Row const& row :
         {Row{"a.csv", "", "Der er ingen rækker i filen."}, Row{"a.csv", "\n;;\n\n", "Der er ingen rækker i filen."},
          Row{"a.xlsx", "PK\x03\x04", "Regneark kan ikke læses direkte."},
          Row{"a.csv", "PK\x03\x04 et regneark med et andet navn", "Regneark kan ikke læses direkte."},
          Row{"a.csv", std::string(3000, '\x01'), "Det er ikke en tekstfil."},
          Row{"a.json", "{}", "Det er ikke en tavle eksporteret fra Trello."},
          Row{"a.json", "[1,2", "Det er ikke en tavle eksporteret fra Trello."},
          Row{"a.json", std::string(200'000, '['), "Det er ikke en tavle eksporteret fra Trello."},
          Row{"a.json", json.substr(0, json.size() / 2), "Filen er ikke hel"},
          Row{"a.json", R"({"format":"rundt-bordet","version":99})", "Eksporteret af en nyere version"},
          Row{"a.json", R"({"format": "rundt-bordet", "version": 3})", "Feltet »"}}) {
        CAPTURE(row.name);
        CAPTURE(row.said);
        wall.put(row.name, row.bytes);
        if (!wall.stage->find("facilitator/import"))
            wall.open_page();
        wall.stage->wait(12);
        wall.stage->settle();
        wall.tap("import/file/1");
        CHECK(wall.label("import/told").starts_with(row.said));
        CHECK_FALSE(wall.stage->find("import/bring"));
        CHECK(exporters::to_json(wall.board()) == json);
        fs::remove(wall.stick() / row.name);
    }
}

TEST_CASE("a stick pulled between the look and the touch is told, and a new one is found") {
    ImportPage wall;
    wall.put("a.csv", ideas_csv);
    wall.open_page();
    fs::rename(wall.folder / "sticks", wall.folder / "away");
    wall.tap("import/file/1");
    CHECK(wall.label("import/told") == "Stikket blev taget ud. Intet er hentet ind. Sæt det i igen.");
    fs::rename(wall.folder / "away", wall.folder / "sticks");
    wall.stage->wait(2.5);
    wall.stage->settle();
    wall.tap("import/file/1");
    CHECK(wall.label("import/coming") == "2 idéer kommer med.");
}

TEST_CASE("the board may change between the preview and the bringing in") {
    ImportPage wall;
    wall.put("a.csv", ideas_csv);
    wall.open_page();
    wall.tap("import/file/1");
    board::AddIdea add;
    add.text = "fast TELEFONTID hver formiddag";
    wall.stage->app().request(screens::Ask{.command = add});
    wall.stage->wait(0.2);
    wall.tap("import/bring");
    CHECK(wall.label("import/told").starts_with("1 idé er hentet ind."));
    CHECK(wall.board().ideas.back().text == "Mødefri onsdage i lige uger");
    CHECK(broken_invariants(wall.board()).empty());
}

TEST_CASE("the page rests between two looks at what is there") {
    ImportPage wall;
    wall.put("a.csv", ideas_csv);
    wall.open_page();
    REQUIRE(wall.stage->settle());
    double const first_s = wall.stage->scene().next_frame_s();
    wall.stage->wait(3); // past the next look, before the files are listed anew
    REQUIRE(wall.stage->settle());
    CHECK(wall.stage->scene().next_frame_s() - first_s < 6);
}

TEST_CASE("leaving the pages lets go of what was read") {
    ImportPage wall;
    wall.put("a.csv", ideas_csv);
    wall.open_page();
    wall.tap("import/file/1");
    wall.tap("facilitator/back");
    wall.tap("dock/more");
    wall.tap("more/facilitator");
    wall.stage->type("740295");
    wall.tap("pin/done");
    wall.tap("facilitator/import");
    CHECK_FALSE(wall.stage->find("import/bring"));
    CHECK(wall.stage->find("import/file/1"));
}

// --- finding and reading, without a wall ---

TEST_CASE("links, folders, hidden and foreign files are not listed, and names are only shown") {
    TestFolder folder("bring-files");
    auto const stick = folder / "sticks/A";
    fs::create_directories(stick / "undermappe");
    std::ofstream(folder / "hemmelig.csv") << "idé\nhemmelig\n";
    fs::create_symlink(folder / "hemmelig.csv", stick / "link.csv");
    fs::create_directory_symlink(folder.path(), stick / "mappe");
    fs::create_directories(stick / "mappe.csv");
    std::ofstream(stick / ".skjult.csv") << "idé\nA\n";
    std::ofstream(stick / "billede.jpg") << "x";
    std::ofstream(stick / "undermappe/b.CSV") << "idé\nA\n";
    std::ofstream(stick / "\xFF\xFE%s%n\n.csv") << "idé\nA\n";
    auto const found = app::find_files({folder / "sticks", folder / "eksport"});
    REQUIRE(found.places.size() == 2);
    REQUIRE(found.places[0].files.size() == 2);
    for (auto const& file : found.places[0].files) {
        CHECK(file.kind == BringKind::Table);
        CHECK(file.name.find('\n') == std::string::npos);
    }
    CHECK(found.places[1].files.empty()); // the folder is not there yet: empty, and no fault
    CHECK(found.places[1].place.state == screens::HomePlace::State::Ready);
    CHECK(app::read_whole({folder / "sticks", {}}, {"A", {"..", "..", "hemmelig.csv"}}, 100).error() ==
          app::BringFault::Gone);
    CHECK_FALSE(app::read_whole({folder / "sticks", {}}, {"A", {"link.csv"}}, 100));
    CHECK(app::read_whole({folder / "sticks", {}}, {"A", {"undermappe", "b.CSV"}}, 3).error() ==
          app::BringFault::TooLarge);
    CHECK(app::read_whole({folder / "sticks", {}}, {"B", {"b.csv"}}, 3).error() == app::BringFault::Pulled);
}

TEST_CASE("a folder with ten thousand files lists the newest, and says that there are more") {
    TestFolder folder("bring-many");
    auto const stick = folder / "sticks/A";
    fs::create_directories(stick);
    for (int i = 0; i < 10'000; ++i)
        std::ofstream(stick / (std::to_string(i) + ".csv")) << "idé\n";
    fs::last_write_time(stick / "4711.csv", fs::file_time_type::clock::now() + std::chrono::hours(1));
    auto const found = app::find_files({folder / "sticks", folder / "eksport"});
    CHECK(found.places[0].files.size() == 200);
    CHECK(found.places[0].more);
    CHECK(found.places[0].files[0].name == "4711.csv");
    CHECK(found.paths.size() == 200);
}

TEST_CASE("a file is what its first bytes say") {
    struct Row {
        char const *name, *head;
        std::optional<BringKind> kind;
    };
    for (Row const& row : {Row{"a.csv", "Idé;Problem", BringKind::Table},
                           {"a.txt", "  { \"cards\": [", BringKind::Trello},
                           {"a.json", "{\n  \"format\": \"rundt-bordet\"", BringKind::Course},
                           {"a.csv", "{\"format\":\"rundt-bordet\"", BringKind::Course},
                           {"a.json", "\xEF\xBB\xBF{\"id\":1", BringKind::Trello},
                           {"A.XLSX", "", BringKind::Workbook},
                           {"a.csv", "\xD0\xCF\x11\xE0", BringKind::Workbook},
                           {"a.pdf", "%PDF", std::nullopt},
                           {"a", "Idé", std::nullopt},
                           {"a.rundtbord", "SQLite", std::nullopt}})
        CHECK(app::kind_of(row.name, row.head) == row.kind);
}
