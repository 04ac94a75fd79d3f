// The recovery code beside its screen: as a file on a stick and nowhere else, and a new one made at the machine.
#include "at_the_wall.h"
#include "file.h"
#include "pin_command.h"

#include <cctype>
#include <fstream>

namespace {

namespace fs = std::filesystem;

struct Wall : AtTheWall {
    Wall() : AtTheWall("recovery") {
        auto setup = demo_wall(folder / "tavle.rundtbord");
        setup.config.stick_folder = folder / "sticks";
        fs::create_directories(stick());
        stage = open_stage(setup);
        tap("dock/more");
        tap("more/facilitator");
        type_pin();
        type_pin();
        rest(2.5);
    }
    fs::path stick() const { return folder / "sticks/KINGSTON"; }
    std::string note() const { return app::read_file(stick() / "gendannelseskode.txt").value_or(""); }
};

/// »ABCD EFGH JKMN PQRS TVWX«
std::string code_in(std::string const& text) {
    for (std::size_t at = 0; at + 24 <= text.size(); ++at) {
        auto const part = text.substr(at, 24);
        bool fits = true;
        for (std::size_t i = 0; i < part.size(); ++i)
            fits = fits && (i % 5 == 4 ? part[i] == ' ' : std::isalnum(static_cast<unsigned char>(part[i])) != 0);
        if (fits)
            return part;
    }
    return {};
}

} // namespace

TEST_CASE("the code is saved on a stick, opens the way to a new PIN, and is in no file of the machine") {
    Wall wall;
    wall.tap("pin/save/0");
    CHECK(wall.stage->find("pin/code-file")->value == "done");
    auto const code = code_in(wall.note());
    REQUIRE(code.size() == 24);
    CHECK(wall.note().find("\r\n") != std::string::npos);
    for (auto const& entry : fs::recursive_directory_iterator(wall.folder.path()))
        if (entry.is_regular_file() && entry.path().parent_path() != wall.stick()) {
            auto const bytes = app::read_file(entry.path()).value_or("");
            CHECK(bytes.find(code) == std::string::npos);
            CHECK(bytes.find(code.substr(0, 4) + code.substr(5, 4)) == std::string::npos);
        }
    app::PinStore store(wall.folder / "wall.pin", app::PinCost::Least);
    std::string plain;
    for (char const c : code)
        plain += c == ' ' ? "" : std::string(1, c);
    if (fs::exists(wall.folder / "wall.pin"))
        CHECK(store.attempt(app::PinStore::Secret::RecoveryCode, plain).answer ==
              app::PinStore::Attempt::Answer::Right);
    wall.tap("pin/written");
    CHECK(wall.stage->app().screen_name() == "facilitator");
}

TEST_CASE("a stick that is pulled before the code is on it is told, and the code is still on the wall") {
    Wall wall;
    fs::rename(wall.folder / "sticks", wall.folder / "away");
    wall.tap("pin/save/0");
    CHECK(wall.stage->find("pin/code-file")->value == "failed");
    CHECK(wall.stage->find("pin/new-code"));
    fs::rename(wall.folder / "away", wall.folder / "sticks");
    wall.stage->wait(2.5);
    wall.tap("pin/save/0");
    CHECK(wall.stage->find("pin/code-file")->value == "done");
}

TEST_CASE("the code is carried nowhere but to a stick, and only while it is shown") {
    Wall wall;
    wall.stage->app().request(screens::WallWish(screens::CarryCode{screens::HomePlace{.key = "", .name = "eksport"}}));
    wall.stage->wait(0.5);
    wall.stage->settle();
    CHECK_FALSE(fs::exists(wall.folder / "eksport"));
    CHECK(wall.stage->find("pin/code-file")->value.empty());
    wall.tap("pin/written");
    wall.stage->app().request(
        screens::WallWish(screens::CarryCode{screens::HomePlace{.key = "KINGSTON", .name = "KINGSTON"}}));
    wall.stage->wait(0.5);
    wall.stage->settle();
    CHECK(wall.note().empty());
}

TEST_CASE("what a pulled stick left unfinished is offered to be finished when it is back") {
    Wall wall;
    wall.tap("pin/written");
    wall.stage->wait(2.5);
    fs::rename(wall.folder / "sticks", wall.folder / "away");
    screens::CarryHome wish{.place = {.key = "KINGSTON", .name = "KINGSTON"}};
    wish.meeting = 1;
    wish.files[0] = wish.files[3] = true;
    wall.stage->app().request(screens::WallWish(wish)); // the page still shows it when the finger comes down
    wall.stage->wait(2.5);
    wall.stage->settle();
    CHECK_FALSE(wall.stage->find("home/finish"));
    fs::rename(wall.folder / "away", wall.folder / "sticks");
    wall.stage->wait(2.5);
    wall.stage->settle();
    wall.tap("home/finish");
    wall.stage->wait(1);
    wall.stage->settle();
    int files = 0;
    for (auto const& entry : fs::directory_iterator(wall.stick()))
        files += entry.path().filename().string().starts_with(".") ? 0 : 1;
    CHECK(files == 2);
    CHECK_FALSE(wall.stage->find("home/finish"));
}

TEST_CASE("a new code is made at the machine: the old one opens nothing more, and the PIN is the same") {
    using Secret = app::PinStore::Secret;
    using Answer = app::PinStore::Attempt::Answer;
    TestFolder folder("pin-code");
    auto const words = words_in(text::Language::Danish);
    std::ostringstream out, err;
    app::Surroundings const in{words, assets, {}, out, err};
    CHECK(app::run_pin_code(folder.path(), in, app::PinCost::Least) == 1);
    CHECK(err.str().find("Der er ingen pinkode endnu.") != std::string::npos);
    app::PinStore store(app::pin_file_in(folder.path()), app::PinCost::Least);
    auto const old = store.set("740295").value();
    CHECK(app::run_pin_code(folder.path(), in, app::PinCost::Least) == 0);
    auto grouped = code_in(out.str());
    REQUIRE(grouped.size() == 24);
    std::erase(grouped, ' ');
    CHECK(store.attempt(Secret::RecoveryCode, old).answer == Answer::Wrong);
    CHECK(store.attempt(Secret::RecoveryCode, grouped).answer == Answer::Right);
    CHECK(store.attempt(Secret::Pin, "740295").answer == Answer::Right);
    std::ofstream(app::pin_file_in(folder.path())) << "{";
    CHECK(app::run_pin_code(folder.path(), in, app::PinCost::Least) == 1);
    CHECK(app::read_file(app::pin_file_in(folder.path())).value() == "{"); // left for who mends it
}
