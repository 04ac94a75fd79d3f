// *Stop* at the wall while the board is on its way home, held up where the test says: at a photo that is being read.
#include "take_home.h"

#include "demo_wall.h"

#include <future>

namespace {

namespace fs = std::filesystem;

/// A board with a photo that is read when the test lets it be.
struct Way {
    TestFolder folder{"take-home"};
    app::Stage::Setup setup = demo_wall(folder / "tavle.rundtbord");
    text::Words words = words_in(text::Language::Danish);
    board::Board board = board::fold(store::Store::look_at(setup.file).value());
    app::Errands errands;
    app::TakeHome home{{assets / "strings", folder / "sticks", folder / "hjem", {}}, errands};
    std::promise<void> reads, may_read;

    Way() { board.ideas.front().photo = board::Photo{std::string(64, 'a'), 40, 30}; }
    ~Way() { home.drain(); }
    void carry() {
        screens::CarryHome wish;
        wish.files[static_cast<std::size_t>(screens::HomeFile::Data)] = true;
        wish.files[static_cast<std::size_t>(screens::HomeFile::Tables)] = true;
        auto const read = [this](std::string const&) -> std::optional<std::string> {
            reads.set_value();
            may_read.get_future().wait();
            return {};
        };
        home.carry(wish, board, read, text::Language::Danish, setup.moment.now);
        reads.get_future().wait();
    }
    screens::CarryFacts told() const {
        screens::WallFacts facts;
        home.tell(facts, words);
        return facts.carry;
    }
    bool has_files() const { return fs::exists(folder / "hjem") && !fs::is_empty(folder / "hjem"); }
};

} // namespace

TEST_CASE("stopped while it is made, nothing comes of it, and it can be begun anew") {
    Way way;
    way.carry();
    CHECK(way.told().under_way());
    CHECK_FALSE(way.home.idle());
    way.home.stop();
    way.may_read.set_value();
    way.home.drain();
    CHECK(way.told().step == screens::CarryFacts::Step::Stopped);
    CHECK(way.told().done == 0);
    CHECK_FALSE(way.has_files());

    way.reads = {}, way.may_read = {};
    way.may_read.set_value();
    way.carry();
    way.home.drain();
    CHECK(way.told().step == screens::CarryFacts::Step::Done);
    CHECK(way.has_files());
}

TEST_CASE("a second wish while one is under way is not begun") {
    Way way;
    way.carry();
    way.home.carry({}, way.board, {}, text::Language::Danish, way.setup.moment.now);
    way.may_read.set_value();
    way.home.drain();
    CHECK(way.told().step == screens::CarryFacts::Step::Done);
    CHECK(way.told().done > 1);
}
