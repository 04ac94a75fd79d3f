// The inner loops: a frame with one card in a hand, the fold, a decision, an event read. Growth is what to look at:
// a frame must cost what changed, not what there is. Run by scripts/bench; nothing here passes or fails.
#include "board/apply.h"
#include "board/decide.h"
#include "board_file.h"
#include "commands.h"
#include "project.h"
#include "replay.h"
#include "stage.h"
#include "store/event_json.h"
#include "ui/kit/raster.h"

#include <atomic>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <iostream>
#include <new>
#include <sstream>

namespace {

std::atomic<long> allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

[[noreturn]] void fail(std::string const& why) {
    std::cerr << why << '\n';
    std::exit(1);
}

app::Moment const moment = *app::parse_moment("2026-11-23T09:42");
std::filesystem::path const assets = project() / "assets";

/// An empty folder, gone with the program.
class Folder {
  public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "rundt-loops-XXXXXX";
        if (!mkdtemp(name.data()))
            fail("no folder for the boards");
        m_path = name;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::filesystem::path const& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

/// A board file with so many made-up ideas.
std::filesystem::path board_file(std::int64_t ideas) {
    static Folder const folder;
    auto const file = folder.path() / (std::to_string(ideas) + ".rundtbord");
    if (!std::filesystem::exists(file)) {
        std::ostringstream out, err;
        auto const words = text::Words::load(assets / "strings", text::Language::Danish);
        app::NewBoard const wish{.file = file, .demo = {}, .made_up_ideas = static_cast<int>(ideas)};
        if (!words || app::run_new(wish, {*words, assets, moment.now, out, err}) != 0)
            fail("no board: " + err.str());
    }
    return file;
}

/// The app at a full-HD wall, its frames drawn as a wall without a GPU draws them.
class Wall {
  public:
    explicit Wall(std::int64_t ideas) : m_pixels(static_cast<std::size_t>(width) * height) {
        auto const file = board_file(ideas);
        auto table = app::open_table(file, {});
        if (!table)
            fail(table.error().detail);
        auto app = app::App::open(
            {.assets = assets, .fonts = "/usr/share/fonts/opentype/inter", .config = {}, .board_file = file},
            std::move(*table), app::IdSource(1));
        if (!app)
            fail(app.error());
        m_app = std::move(*app);
        for (int i = 0; i < 120; ++i)
            build(), draw();
    }
    void build(std::vector<ui::PointerEvent> fingers = {}) {
        m_now_s += 1.0 / 60;
        ui::InputFrame input{.now_s = m_now_s, .size = {width, height}, .pointers = std::move(fingers), .keys = {}};
        for (auto& finger : input.pointers)
            finger.at_s = m_now_s;
        m_drawn = m_app->frame(input, moment, 0.75F);
    }
    void draw() {
        m_raster.draw(*m_drawn, m_app->atlas(), {m_pixels.data(), width, height, width}, &m_app->pictures());
    }

    ui::Vec2 middle_of(std::string const& id) const {
        for (auto const& item : m_app->ui().items())
            if (item.id == id)
                return item.rect.clipped(item.clip).centre();
        fail(id + " is not on the wall");
    }
    /// The number of the topmost card that can be seen whole.
    std::string first_card() const {
        for (auto const& item : m_app->ui().items())
            if (item.id.starts_with("idea/") && item.id.find('/', 5) == std::string::npos &&
                item.clip.contains(item.rect.centre()))
                return item.id;
        fail("no card on the wall");
    }
    /// A finger takes the card and carries it a little further with every frame; back and forth.
    void take_up(std::string const& id) {
        m_at = middle_of(id);
        build({{1, ui::PointerPhase::Down, m_at, 0}});
        for (int i = 0; i < 40; ++i)
            build(), draw();
    }
    void carry_on() {
        m_step = m_at.x > 1500 ? -7.0F : m_at.x < 500 ? 7.0F : m_step;
        m_at.x += m_step;
        build({{1, ui::PointerPhase::Move, m_at, 0}});
    }

  private:
    static constexpr int width = 1920, height = 1080;
    std::unique_ptr<app::App> m_app;
    ui::Raster m_raster;
    std::vector<std::uint32_t> m_pixels;
    ImDrawData* m_drawn = nullptr;
    double m_now_s = 1;
    ui::Vec2 m_at;
    float m_step = 7;
};

void count_allocations(benchmark::State& state, long before) {
    state.counters["allocations"] = benchmark::Counter(static_cast<double>(allocations - before),
                                                       benchmark::Counter::kAvgIterations);
}

void frame_at_rest(benchmark::State& state) {
    Wall wall(state.range(0));
    long const before = allocations;
    for (auto _ : state)
        wall.build();
    count_allocations(state, before);
}

void frame_of_a_drag(benchmark::State& state) {
    Wall wall(state.range(0));
    wall.take_up(wall.first_card());
    long const before = allocations;
    for (auto _ : state)
        wall.carry_on(), wall.draw();
    count_allocations(state, before);
}

/// So many edits of one idea after the other.
std::vector<board::Record> history(std::int64_t events) {
    app::IdSource ids(1);
    app::Replay replay(ids);
    auto const ask = [&](board::Command const& command) {
        if (!replay.ask(command, moment.now))
            fail("a command was refused");
    };
    board::AddIdea idea;
    idea.id = {ids.next(moment.now.at)};
    idea.text = "Ring til borgeren før brevet";
    ask(board::CreateCourse{{.name = "Forløb"}});
    ask(idea);
    for (std::int64_t i = 2; i < events; ++i)
        ask(board::RecolourIdea{idea.id, static_cast<board::NoteColour>(i % 5)});
    return replay.records();
}

void fold(benchmark::State& state) {
    auto const records = history(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(board::fold(records));
}

void decide(benchmark::State& state) {
    auto store = store::Store::open(board_file(state.range(0)));
    auto const board = board::fold(store->load().value());
    board::Command const command = board::RecolourIdea{board.ideas.back().id, board::NoteColour::Green};
    for (auto _ : state)
        benchmark::DoNotOptimize(board::decide(board, command, moment.now));
}

void read_event(benchmark::State& state) {
    auto const event = history(2).back().event;
    auto const body = store::to_json(event);
    for (auto _ : state)
        benchmark::DoNotOptimize(store::event_from_json(store::event_type(event), store::event_version(event), body));
}

BENCHMARK(frame_at_rest)->Arg(50)->Arg(300)->Arg(2000)->Unit(benchmark::kMicrosecond);
BENCHMARK(frame_of_a_drag)->Arg(50)->Arg(300)->Arg(2000)->Unit(benchmark::kMicrosecond);
BENCHMARK(fold)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(decide)->Arg(50)->Arg(2000)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_event)->Unit(benchmark::kMicrosecond);

} // namespace

std::filesystem::path project() { return RUNDT_SOURCE; }

BENCHMARK_MAIN();
