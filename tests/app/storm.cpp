// Storms of fingers over the real app: whatever hands do, the board stays sound, nothing sticks, and what is
// on the wall is what is in the file.
#include "demo_wall.h"
#include "store/store.h"

#include <random>

namespace {

constexpr int strokes_a_storm = 2500, strokes_at_once = 10;

class Storm {
  public:
    Storm(unsigned seed, ui::Vec2 size) : m_random(seed), m_size(size) {}

    /// Up to ten hands' doings, begun within a second.
    std::vector<app::Stroke> gust(app::Stage const& stage) {
        std::vector<app::Stroke> strokes;
        for (int i = 1 + below(strokes_at_once); i > 0; --i)
            strokes.push_back(stroke(stage));
        return strokes;
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

  private:
    ui::Vec2 anywhere() {
        return {static_cast<float>(below(static_cast<int>(m_size.x))),
                static_cast<float>(below(static_cast<int>(m_size.y)))};
    }

    /// Mostly on something that answers.
    ui::Vec2 somewhere(app::Stage const& stage) {
        auto const& items = stage.app().ui().items();
        if (items.empty() || below(10) < 2)
            return anywhere();
        return stage.middle(items[static_cast<std::size_t>(below(static_cast<int>(items.size())))]);
    }

    app::Stroke stroke(app::Stage const& stage) {
        app::Stroke stroke{.path = {somewhere(stage)}, .seconds = 0.03 + 0.01 * below(20)};
        stroke.starts_s = 0.01 * below(100);
        int const kind = below(10);
        if (kind < 5) // a tap
            return stroke;
        if (kind < 6) { // a hand that rests
            stroke.hold_s = 0.1 * below(15);
            return stroke;
        }
        stroke.rest_s = kind < 8 ? 0.3 : 0; // carried, or flicked
        for (int i = 1 + below(3); i > 0; --i)
            stroke.path.push_back(somewhere(stage));
        return stroke;
    }

    std::mt19937 m_random;
    ui::Vec2 m_size;
};

board::Board board_in(std::filesystem::path const& file) {
    auto store = store::Store::open(file);
    REQUIRE(store);
    auto const records = store->load();
    REQUIRE(records);
    return board::fold(*records);
}

/// With `Picture::Kept` the frames are drawn too, as a wall does, and now and then held against a whole one.
enum class Picture { None, Kept };

void weather(unsigned seed, ui::Vec2 size, Picture picture) {
    CAPTURE(seed);
    TestFolder const folder("storm-" + std::to_string(seed));
    auto const file = folder / "board.rundtbord";
    auto setup = demo_wall(file);
    setup.size = size;
    setup.keep_picture = picture == Picture::Kept;
    auto stage = open_stage(setup);
    Storm storm(seed, size);
    for (int left = strokes_a_storm; left > 0;) {
        auto const gust = storm.gust(*stage);
        left -= static_cast<int>(gust.size());
        stage->play(gust);
        if (storm.below(20) == 0)
            stage->type("Æ" + std::to_string(left));
        if (storm.below(20) == 0)
            REQUIRE(stage->kept_wrongly().value_or("") == "");
        REQUIRE(stage->app().ui().pointers().all().empty());
        REQUIRE(board::broken_invariants(stage->app().board()).empty());
    }
    auto const on_the_wall = stage->app().board();
    stage.reset();
    CHECK(on_the_wall == board_in(file));
    CHECK(on_the_wall.done.size() > 60); // it was not all refused
}

} // namespace

TEST_CASE("a storm of fingers on a full-HD wall leaves the board sound") { weather(1, {1920, 1080}, Picture::None); }
TEST_CASE("a storm of fingers on a 4K wall leaves the board sound") { weather(2, {3840, 2160}, Picture::None); }
TEST_CASE("a storm of fingers on an upright wall leaves the board sound") { weather(3, {1080, 1920}, Picture::Kept); }
TEST_CASE("a storm of fingers on a small wall leaves the board sound") { weather(4, {1280, 720}, Picture::Kept); }
