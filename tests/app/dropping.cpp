// Cards that hands let go of, frame by frame.
#include "board_file.h"
#include "demo_wall.h"
#include "id_source.h"
#include "table.h"

#include <algorithm>

namespace {

void select_last_idea(app::Table& table, board::Now now) {
    app::IdSource ids(7);
    auto const last = table.board().ideas.back().id;
    REQUIRE(
        table.ask(board::OperationId{ids.next(now.at)}, board::SelectIdea{.id = last, .reason = "fra testen"}, now));
}

/// The demo with a long idea lane on a full-HD wall, and one finger.
class Wall {
  public:
    Wall() {
        auto const setup = demo_wall(m_folder / "dropping.rundtbord", 60);
        auto table = app::open_table(setup.file, {});
        REQUIRE(table);
        select_last_idea(**table, setup.moment.now);
        auto assets = app::load_assets(setup.assets, setup.fonts);
        REQUIRE(assets);
        m_app = std::make_unique<app::App>(
            app::AppSetup{.assets = setup.assets, .config = {}, .board_file = setup.file}, std::move(*assets),
            std::move(*table), app::IdSource(1));
        m_moment = setup.moment;
        rest();
    }
    void frame(std::vector<ui::PointerEvent> fingers = {}) {
        m_now_s += 1.0 / 60;
        for (auto& finger : fingers)
            finger.at_s = m_now_s;
        m_app->frame({.now_s = m_now_s, .size = {1920, 1080}, .pointers = std::move(fingers), .keys = {}}, m_moment,
                     0.75F);
    }
    void rest() {
        for (int i = 0; i < 60; ++i)
            frame();
    }
    void down(ui::Vec2 at) { frame({{1, ui::PointerPhase::Down, at, 0}}); }
    void move(ui::Vec2 at) { frame({{1, ui::PointerPhase::Move, at, 0}}); }
    void up(ui::Vec2 at) { frame({{1, ui::PointerPhase::Up, at, 0}}); }

    ui::Rect rect_of(std::string const& id) const {
        auto const& items = m_app->ui().items();
        auto const found = std::find_if(items.begin(), items.end(),
                                        [&](ui::Item const& item) { return item.id == id; });
        REQUIRE_MESSAGE(found != items.end(), id, " is not there");
        return found->rect;
    }
    board::Board const& board() const { return m_app->board(); }

  private:
    TestFolder m_folder{"dropping"};
    std::unique_ptr<app::App> m_app;
    app::Moment m_moment;
    double m_now_s = 1;
};

bool near(ui::Rect const& card, ui::Vec2 hand) { return card.inset(-8).contains(hand); }

board::Stage stage_of(board::Board const& board, int no) {
    auto const found = std::find_if(board.ideas.begin(), board.ideas.end(),
                                    [&](auto const& one) { return one.no == no; });
    REQUIRE(found != board.ideas.end());
    return found->stage;
}

} // namespace

TEST_CASE("A card let go has its new place in the frame that lets it go, and falls there from the hand") {
    Wall wall;
    auto const lane = wall.rect_of("lane/idea");
    // the lane is scrolled far down: what falls must not come from its top
    ui::Vec2 const low{lane.x + 8, lane.bottom() - 60};
    wall.down(low);
    for (int i = 1; i <= 30; ++i)
        wall.move({low.x, low.y - static_cast<float>(20 * i)});
    wall.up({low.x, low.y - 600});
    wall.rest();

    auto const& board = wall.board();
    auto const selected = std::find_if(board.ideas.begin(), board.ideas.end(),
                                       [](auto const& idea) { return idea.stage == board::Stage::Selected; });
    REQUIRE(selected != board.ideas.end());
    int const no = selected->no;
    auto const card = "idea/" + std::to_string(no);
    ui::Vec2 const from = wall.rect_of(card).centre();
    ui::Vec2 const there{lane.x + 300, lane.y + 500};
    wall.down(from);
    for (int i = 1; i <= 40; ++i)
        wall.move(from + (there - from) * (static_cast<float>(i) / 40));
    wall.rest();
    REQUIRE(stage_of(wall.board(), no) == board::Stage::Selected);

    wall.up(there);
    REQUIRE(stage_of(wall.board(), no) != board::Stage::Selected);
    CHECK(near(wall.rect_of(card), there));
}

TEST_CASE("A card is let go on the board as it was drawn last") {
    Wall wall;
    auto const lane = wall.rect_of("lane/idea");
    auto const order = wall.board().order;
    auto const number = [&](board::IdeaId id) {
        return std::find_if(wall.board().ideas.begin(), wall.board().ideas.end(),
                            [&](auto const& idea) { return idea.id == id; })
            ->no;
    };
    std::vector<board::IdeaId> seen;
    for (auto const id : order)
        if (stage_of(wall.board(), number(id)) == board::Stage::New)
            seen.push_back(id);
    REQUIRE(seen.size() > 4);
    ui::Rect const first = wall.rect_of("idea/" + std::to_string(number(seen[0])));
    ui::Rect const third = wall.rect_of("idea/" + std::to_string(number(seen[2])));
    REQUIRE(lane.contains(third.centre()));
    ui::Vec2 const from = first.centre(), there{third.x + 20, third.y + 20}; // over an edge: not to be merged
    wall.down(from);
    for (int i = 1; i <= 40; ++i)
        wall.move(from + (there - from) * (static_cast<float>(i) / 40));
    wall.rest();
    CHECK(wall.board().order == order);
    wall.up(there);
    CHECK(wall.board().order != order);
    CHECK(near(wall.rect_of("idea/" + std::to_string(number(seen[0]))), there));
}
