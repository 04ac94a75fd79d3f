// The inner loops for callgrind, which counts instructions: a figure that does not depend on who else uses the machine,
// so that a creeping cost is seen. Each part is dumped under its name. Run by scripts/bench; nothing here passes or fails.
#include "bench/bench_wall.h"
#include "board/apply.h"
#include "board/decide.h"
#include "store/event_json.h"
#include "store/store.h"

#include <valgrind/callgrind.h>

namespace {

using namespace bench;

constexpr int rounds = 100;

/// So often `once`, and before each of them `before`, which is not counted.
template <class Before, class Once> void count(std::string const& name, Before before, Once once) {
    for (int i = 0; i < rounds; ++i) {
        before();
        CALLGRIND_START_INSTRUMENTATION;
        once();
        CALLGRIND_STOP_INSTRUMENTATION;
    }
    CALLGRIND_DUMP_STATS_AT(name.c_str());
}

void count_frames(int ideas) {
    auto const of = ", " + std::to_string(ideas) + " ideas";
    auto const nothing = [] {};
    Wall wall(ideas);
    count("a frame at rest" + of, nothing, [&] { wall.build(); });
    wall.take_up(wall.first_card());
    count(
        "building a frame of a drag" + of, [&] { wall.draw(); }, [&] { wall.carry_on(); });
    count(
        "drawing it" + of, [&] { wall.carry_on(); }, [&] { wall.draw(); });
}

void count_rules(int ideas) {
    auto const of = ", " + std::to_string(ideas) + " ideas";
    auto const nothing = [] {};
    auto const records = store::Store::open(board_file(ideas)).value().load().value();
    auto const board = board::fold(records);
    board::Command const command = board::RecolourIdea{board.ideas.back().id, board::NoteColour::Green};
    count("a decision" + of, nothing, [&] { (void)board::decide(board, command, moment.now); });
    count("the fold" + of, nothing, [&] { (void)board::fold(records); });
}

void count_reading() {
    auto const event = store::Store::open(board_file(50)).value().load().value().back().event;
    auto const body = store::to_json(event);
    count(
        "reading an event", [] {},
        [&] { (void)store::event_from_json(store::event_type(event), store::event_version(event), body); });
}

} // namespace

std::filesystem::path project() { return RUNDT_SOURCE; }

int main() {
    for (int const ideas : {50, 2000}) {
        count_frames(ideas);
        count_rules(ideas);
    }
    count_reading();
    std::cout << rounds << '\n';
}
