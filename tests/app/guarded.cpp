// Each thing on the one list, asked for without the PIN: nothing happens but that the PIN is asked for.
#include "guarded.h"

#include "demo_wall.h"
#include "exporters/board_json.h"
#include "file.h"

#include <map>
#include <typeinfo>

namespace {

namespace fs = std::filesystem;

constexpr char const* pin = "740295";

/// Every file below a folder, with its bytes; the board's own change at every opening and are told by the board.
std::map<std::string, std::string> files_in(fs::path const& folder) {
    std::map<std::string, std::string> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().string().find(".rundtbord-wal") == std::string::npos &&
            entry.path().extension() != ".rundtbord")
            files[entry.path().string()] = app::read_file(entry.path()).value_or("");
        else
            files[entry.path().string()];
    return files;
}

struct Wall {
    TestFolder folder{"guarded"};
    std::unique_ptr<app::Stage> stage = open_stage(demo_wall(folder / "tavle.rundtbord"));

    void tap(std::string const& id) {
        auto const item = stage->find(id);
        REQUIRE_MESSAGE(item, id, " is not there");
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
    }
    void type_pin() {
        stage->type(pin);
        tap("pin/done");
    }
    void choose_pin() {
        tap("dock/more");
        tap("more/facilitator");
        type_pin();
        type_pin();
        tap("pin/written");
    }
    void request(screens::Request request) {
        stage->app().request(std::move(request));
        stage->wait(0.1);
        stage->settle();
    }
    std::string board() { return exporters::to_json(stage->app().board()); }
    std::string screen() { return stage->app().screen_name(); }
};

/// What would be changed, if it were granted.
template <class T> T filled(T one) { return one; }
template <> board::EditCourse filled(board::EditCourse) { return {"Et andet navn", "", ""}; }
template <> board::AddParticipant filled(board::AddParticipant) { return {{}, "Ny"}; }
template <> board::ChangeSettings filled(board::ChangeSettings) {
    board::ChangeSettings change;
    change.settings.wip_limit = 5;
    return change;
}
template <> board::KeepAgenda filled(board::KeepAgenda) {
    return {board::MeetingKind::Closing, {{"Runde", "", 10, board::StepOpens::Round}}};
}
template <> screens::ChangePin filled(screens::ChangePin) { return {pin, "604817"}; }
template <> screens::ChangeSetting filled(screens::ChangeSetting) { return {"data.contact", std::string("Nogen")}; }
template <> screens::StartCourse filled(screens::StartCourse) { return {"Nyt"}; }
template <> screens::ErasePerson filled(screens::ErasePerson) { return {"Aase", {}, pin}; }
template <> screens::FindPerson filled(screens::FindPerson) { return {"Aase"}; }
template <> screens::DeleteCourse filled(screens::DeleteCourse) { return {"tavle.rundtbord", pin}; }

void is_refused(Wall& wall, screens::Request const& request) {
    auto const board = wall.board();
    auto const files = files_in(wall.folder.path());
    CHECK(app::needs_pin(request, app::SetUp::Done));
    wall.request(request);
    CHECK(wall.screen() == "pin");
    CHECK(wall.board() == board);
    CHECK(files_in(wall.folder.path()) == files);
    wall.tap("pin/leave");
    CHECK(wall.screen() == "board");
    wall.stage->wait(0.2);
    CHECK(wall.board() == board);
}

} // namespace

TEST_CASE("nothing on the list is done without the PIN, before one is chosen and after") {
    Wall wall;
    for (bool const chosen : {false, true}) {
        CAPTURE(chosen);
        if (chosen) {
            wall.choose_pin();
            wall.tap("facilitator/back");
        }
        app::GuardedCommands::each([&](auto command) {
            CAPTURE(typeid(command).name());
            is_refused(wall, screens::Ask{.command = filled(command)});
        });
        app::SetUpCommands::each([&](auto command) {
            CAPTURE(typeid(command).name());
            is_refused(wall, screens::Ask{.command = filled(command)});
        });
        app::GuardedRequests::each([&](auto request) { is_refused(wall, filled(request)); });
        app::GuardedWishes::each([&](auto wish) {
            CAPTURE(typeid(wish).name());
            is_refused(wall, screens::WallWish(filled(wish)));
        });
        is_refused(wall, screens::Ask{.command = board::StartTrial{{}, "Det haster"}});
    }
}

TEST_CASE("until its first meeting a course is set up without the PIN") {
    app::SetUpCommands::each([](auto command) { CHECK_FALSE(app::needs_pin(command, app::SetUp::UnderWay)); });
    app::GuardedCommands::each([](auto command) { CHECK(app::needs_pin(command, app::SetUp::UnderWay)); });
}

TEST_CASE("what was asked for is done once the PIN has been given, and the wall is where it was") {
    Wall wall;
    wall.choose_pin();
    wall.tap("facilitator/lock");
    CHECK(wall.screen() == "board");
    wall.request(screens::Ask{.command = filled(board::EditCourse{})});
    CHECK(wall.screen() == "pin");
    wall.type_pin();
    wall.stage->wait(0.3);
    CHECK(wall.screen() == "board");
    CHECK(wall.stage->app().board().course.name == "Et andet navn");
    is_refused(wall, screens::Ask{.command = board::EditCourse{"Et tredje", "", ""}}); // it was good for one
}

TEST_CASE("a wrong PIN does nothing, and leaving forgets what was asked for") {
    Wall wall;
    wall.choose_pin();
    wall.tap("facilitator/back");
    auto const before = wall.board();
    wall.request(screens::Ask{.command = filled(board::EditCourse{})});
    wall.stage->type("604817");
    wall.tap("pin/done");
    CHECK(wall.board() == before);
    wall.tap("pin/leave");
    wall.tap("dock/more");
    wall.tap("more/facilitator");
    wall.type_pin();
    CHECK(wall.screen() == "facilitator");
    CHECK(wall.board() == before);
}

TEST_CASE("the pages lock themselves, and the board never does") {
    Wall wall;
    wall.choose_pin();
    wall.stage->wait(121);
    CHECK(wall.screen() == "board");
    is_refused(wall, screens::Ask{.command = filled(board::EditCourse{})});
    wall.tap("dock/new-idea"); // anybody goes on writing
    CHECK(wall.screen() == "compose");
}

TEST_CASE("a clock that is set back shortens no wait") {
    Wall wall;
    wall.choose_pin();
    wall.tap("facilitator/back");
    wall.tap("dock/more");
    wall.tap("more/facilitator");
    for (int i = 0; i < 3; ++i) {
        wall.stage->type("604817");
        wall.tap("pin/done");
    }
    wall.stage->set_moment(*app::parse_moment("1970-01-01T00:00"));
    wall.stage->type(pin);
    CHECK_FALSE(wall.stage->find("pin/done")->enabled);
    wall.stage->set_moment(*app::parse_moment("2038-01-01T00:00"));
    wall.stage->wait(0.1);
    CHECK_FALSE(wall.stage->find("pin/done")->enabled);
    REQUIRE(wall.stage->restart());
    wall.tap("dock/more");
    wall.tap("more/facilitator");
    wall.stage->type(pin);
    CHECK_FALSE(wall.stage->find("pin/done")->enabled);
    wall.stage->wait(5.2);
    wall.type_pin();
    CHECK(wall.screen() == "facilitator");
}
