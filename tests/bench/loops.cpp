// The inner loops: a frame with one card in a hand, the fold, a decision, an event read. Growth is what to look at:
// a frame must cost what changed, not what there is. Run by scripts/bench; nothing here passes or fails.
#include "bench/bench_wall.h"
#include "board/apply.h"
#include "board/decide.h"
#include "replay.h"
#include "store/event_json.h"

#include <atomic>
#include <benchmark/benchmark.h>
#include <new>

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

using bench::assets, bench::board_file, bench::fail, bench::moment, bench::Wall;

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
