// Photos on the real wall: from a stick through the child process to the file, and what happens when any of them fails.
#include "at_the_wall.h"
#include "photos/pixels.h"

#include <fstream>

namespace {

namespace fs = std::filesystem;

/// A JPEG with a colour of its own in each quarter.
std::string jpeg(int number, int w = 400, int h = 300) {
    photos::Pixels pixels{w, h, {}};
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            for (int channel = 0; channel < 3; ++channel)
                pixels.rgb.push_back(
                    static_cast<std::uint8_t>((x * 2 / w + 1) * 50 + (y * 2 / h) * 60 + number * 7 + channel * 20));
    return photos::as_jpeg(pixels);
}

struct Wall : FillingDisk, AtTheWall {
    Wall() : AtTheWall("photos") {
        auto setup = demo_wall(folder / "board.rundtbord");
        setup.decoder = RUNDT_PROGRAM;
        setup.config.stick_folder = folder / "sticks";
        for (int number = 1; number <= 5; ++number)
            put("IMG_" + std::to_string(number) + ".jpg", jpeg(number));
        stage = open_stage(setup);
    }
    fs::path stick() const { return folder / "sticks/FERIE"; }
    void put(std::string const& name, std::string const& bytes) const {
        fs::create_directories(stick());
        std::ofstream(stick() / name, std::ios::binary) << bytes;
    }
    void open_picker() {
        tap("dock/new-idea");
        tap("pad/1/picture");
        stage->wait(1.5);
        stage->settle();
    }
    bool shows(std::string const& part) const {
        for (auto const& item : stage->app().ui().items())
            if (item.label.find(part) != std::string::npos)
                return true;
        return false;
    }
};

std::size_t photos_in(fs::path const& file) {
    auto const store = store::Store::open(file);
    REQUIRE(store);
    return store->photo_hashes()->size();
}

} // namespace

TEST_CASE("a photo goes from the stick to the note, the file, the export and another board") {
    Wall wall;
    wall.open_picker();
    wall.tap("pad/1/photo/1");
    wall.tap("pad/1/place");
    auto const& idea = wall.board().ideas.back();
    REQUIRE(idea.photo);
    CHECK(idea.photo->width == 400);
    CHECK(idea.text.empty());
    auto const board = wall.board();
    wall.stage.reset();

    auto const words = words_in(text::Language::Danish);
    std::ostringstream out, err;
    app::Surroundings const in{words, assets, {}, out, err};
    CHECK(app::run_check(wall.folder / "board.rundtbord", in) == 0);
    REQUIRE(app::run_export({wall.folder / "board.rundtbord", "json", wall.folder / "out.json"}, in) == 0);
    REQUIRE(app::run_import(wall.folder / "out.json", wall.folder / "again.rundtbord", in) == 0);
    auto const again = store::Store::open(wall.folder / "again.rundtbord");
    REQUIRE(again);
    auto const first = store::Store::open(wall.folder / "board.rundtbord");
    CHECK(again->photo(board.ideas.back().photo->hash).value() == first->photo(board.ideas.back().photo->hash).value());
}

TEST_CASE("a photo that was picked and never put up is gone with the draft that named it") {
    Wall wall;
    wall.open_picker();
    wall.tap("pad/1/photo/2");
    wall.stage->wait(1);
    REQUIRE(wall.stage->restart());
    REQUIRE(wall.stage->find("draft/1"));
    wall.tap("draft/1");
    CHECK(wall.stage->find("pad/1/remove_photo"));
    wall.tap("pad/1/remove_photo");
    wall.tap("pad/1/close");
    wall.stage->wait(1);
    REQUIRE(wall.stage->restart());
    wall.stage.reset();
    CHECK(photos_in(wall.folder / "board.rundtbord") == 0);
}

TEST_CASE("a photo that the full disk did not take is told and is on no note") {
    Wall wall;
    wall.open_picker();
    wall.full = true;
    wall.tap("pad/1/photo/1");
    CHECK(wall.shows("disken er fuld"));
    CHECK_FALSE(wall.stage->find("pad/1/remove_photo"));
    wall.full = false;
    wall.stage->wait(12);
    wall.tap("pad/1/photo/1");
    CHECK(wall.stage->find("pad/1/remove_photo"));
    wall.tap("pad/1/place");
    CHECK(wall.board().ideas.back().photo);
}

TEST_CASE("a stick that is pulled between the look and the touch is told, and the wall goes on") {
    Wall wall;
    wall.open_picker();
    fs::remove_all(wall.stick());
    wall.tap("pad/1/photo/1");
    CHECK_FALSE(wall.stage->find("pad/1/remove_photo"));
    wall.stage->wait(2.5);
    wall.stage->settle();
    CHECK_FALSE(wall.stage->find("pad/1/photo/1"));
    wall.put("IMG_9.jpg", jpeg(9));
    wall.stage->wait(2.5);
    wall.stage->settle();
    wall.tap("pad/1/photo/1");
    CHECK(wall.stage->find("pad/1/remove_photo"));
}

TEST_CASE("what is no photo is refused and leaves the note alone") {
    Wall wall;
    fs::remove_all(wall.stick());
    wall.put("a.jpg", "");
    wall.put("b.jpg", jpeg(1).substr(0, 900));
    wall.put("c.png", "GIF89a.........");
    wall.put("d.jpg", "\x89PNG\r\n\x1A\n");
    wall.open_picker();
    for (char const* id : {"pad/1/photo/1", "pad/1/photo/2", "pad/1/photo/3", "pad/1/photo/4"}) {
        auto const item = wall.stage->find(id);
        REQUIRE(item);
        CHECK(item->value == "broken");
        wall.tap(id);
        CHECK_FALSE(wall.stage->find("pad/1/remove_photo"));
    }
}

TEST_CASE("a photo damaged in the file leaves a mark on its card, and the board works") {
    Wall wall;
    wall.open_picker();
    wall.tap("pad/1/photo/1");
    wall.tap("pad/1/place");
    auto const hash = wall.board().ideas.back().photo->hash;
    auto const ideas = wall.board().ideas.size();
    wall.stage->app().drain();
    auto setup = demo_wall(wall.folder / "other.rundtbord");
    wall.stage.reset();
    {
        auto store = store::Store::open(wall.folder / "board.rundtbord");
        REQUIRE(store);
        REQUIRE(store->forget_photo(hash));
    }
    setup.file = wall.folder / "board.rundtbord";
    setup.decoder = RUNDT_PROGRAM;
    wall.stage = open_stage(setup);
    CHECK(wall.board().ideas.size() == ideas);
    wall.stage->settle();
    CHECK(wall.stage->find("idea/" + std::to_string(wall.board().ideas.back().no)));
    auto const words = words_in(text::Language::Danish);
    wall.stage.reset();
    std::ostringstream out, err;
    CHECK(app::run_check(wall.folder / "board.rundtbord", {words, assets, {}, out, err}) == 1);
    CHECK(err.str().find("its photo is missing") != std::string::npos);
}

TEST_CASE("a decoder that is not there costs the photos and nothing else") {
    TestFolder folder("no-decoder");
    auto setup = demo_wall(folder / "board.rundtbord");
    setup.decoder = "/no/such/program";
    setup.config.stick_folder = folder / "sticks";
    fs::create_directories(folder / "sticks/FERIE");
    std::ofstream(folder / "sticks/FERIE/a.jpg", std::ios::binary) << jpeg(1);
    auto stage = open_stage(setup);
    for (char const* id : {"dock/new-idea", "pad/1/picture", "pad/1/photo/1", "pad/1/close"}) {
        CAPTURE(id);
        auto const item = stage->find(id);
        REQUIRE(item);
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
        stage->wait(1.2);
        stage->settle();
    }
}
