// A disk that fails at the n-th call, once or from then on: no false tick, nothing twice, nothing in halves.
#include "store/disk.h"
#include "store/samples.h"
#include "store/writer.h"

#include <doctest/doctest.h>
#include <map>
#include <mutex>
#include <set>

using namespace samples;
using store::Fault;
using store::Store;
using store::Writer;
namespace fs = std::filesystem;
using Kind = DiskCall::Kind;

namespace {

/// Fails calls of one kind, from the n-th on.
class Failing {
  public:
    Failing(Kind kind, int answer, int first, int times)
        : m_kind(kind), m_answer(answer), m_first(first), m_times(times) {}

    int operator()(DiskCall const& call) {
        std::lock_guard const lock(m_mutex);
        if (!m_on || call.kind != m_kind || ++m_calls < m_first || m_calls >= m_first + m_times)
            return SQLITE_OK;
        m_failed = true;
        return m_answer;
    }

    void start() {
        std::lock_guard const lock(m_mutex);
        m_on = true;
    }

    void heal() {
        std::lock_guard const lock(m_mutex);
        m_on = false;
    }

    bool failed() {
        std::lock_guard const lock(m_mutex);
        return m_failed;
    }

  private:
    Kind m_kind;
    int m_answer;
    int m_first;
    int m_times;
    std::mutex m_mutex;
    int m_calls = 0;
    bool m_on = false;
    bool m_failed = false;
};

constexpr int for_ever = 1'000'000;
constexpr int operations = 4;

store::Job job(int number) { return {operation(number), instant(number), events_of(number)}; }

/// Writes the operations one by one, as people do who wait for the tick.
std::set<int> write_all(Writer& writer) {
    std::set<int> ticked;
    for (int number = 1; number <= operations; ++number) {
        writer.push(job(number));
        writer.drain();
        auto const saved = writer.take_saved();
        REQUIRE(saved.size() == 1);
        CHECK(saved[0].operation == operation(number));
        if (!saved[0].failure)
            ticked.insert(number);
    }
    return ticked;
}

std::map<board::OperationId, int> events_in(Store const& board) {
    std::map<board::OperationId, int> found;
    auto const records = board.load();
    REQUIRE(records);
    for (board::Record const& record : *records)
        ++found[record.operation];
    return found;
}

/// One failure at one call, and all that must hold whatever it did. False when the call was never reached.
bool check_truthful(Kind kind, int answer, int call, int times) {
    CAPTURE(static_cast<int>(kind));
    CAPTURE(answer);
    CAPTURE(call);
    CAPTURE(times);
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    Failing failing(kind, answer, call, times);
    Disk disk([&](DiskCall const& asked) { return failing(asked); });
    make_board(path, 0);
    std::set<int> ticked;
    {
        auto board = Store::open(path);
        REQUIRE(board);
        Writer writer(std::move(*board), [] {});
        failing.start();
        ticked = write_all(writer);
    }
    failing.heal();
    auto again = Store::open(path);
    REQUIRE(again);
    auto const found = events_in(*again);
    for (int const number : ticked)
        CHECK(found.contains(operation(number)));
    for (auto const& [id, events] : found)
        CHECK(events == 3);
    for (int number = 1; number <= operations; ++number) // people try again what got no tick
        REQUIRE(again->append(operation(number), instant(number), events_of(number)));
    for (auto const& [id, events] : events_in(*again))
        CHECK(events == 3);
    CHECK(again->load()->size() == 3 * operations);
    return failing.failed();
}

} // namespace

TEST_CASE("the tick is truthful whichever call fails") {
    struct Case {
        Kind kind;
        int answer;
        int at_least; ///< calls that can fail while four operations are written
    };
    for (auto const& [kind, answer, at_least] :
         {Case{Kind::Write, SQLITE_IOERR_WRITE, 8}, Case{Kind::Write, SQLITE_FULL, 8},
          Case{Kind::Sync, SQLITE_IOERR_FSYNC, 5}, Case{Kind::Sync, SQLITE_IOERR_DIR_FSYNC, 5}}) {
        for (int const times : {1, 2, for_ever}) {
            int call = 1;
            while (check_truthful(kind, answer, call, times))
                ++call;
            CHECK(call > at_least);
        }
    }
}

TEST_CASE("opening fails or succeeds at every failing call and the next opening finds all") {
    for (Kind const kind : {Kind::Create, Kind::Write, Kind::Sync, Kind::Truncate, Kind::Delete}) {
        bool reached = true;
        for (int call = 1; reached; ++call) {
            Folder const folder;
            fs::path const path = folder / "board.rundtbord";
            Failing failing(kind, kind == Kind::Create ? SQLITE_CANTOPEN : SQLITE_IOERR, call, for_ever);
            Disk disk([&](DiskCall const& asked) { return failing(asked); });
            make_board(path, 2);
            failing.start();
            static_cast<void>(Store::open(path));
            reached = failing.failed();
            failing.heal();
            auto const board = Store::open(path);
            REQUIRE(board);
            CHECK(board->load()->size() == 6);
        }
    }
}

TEST_CASE("a full disk keeps nothing of the change and takes it when there is room") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 2);
    Failing full(Kind::Write, SQLITE_FULL, 1, for_ever);
    Disk disk([&](DiskCall const& call) { return full(call); });
    auto board = Store::open(folder / "board.rundtbord");
    REQUIRE(board);
    full.start();
    CHECK(board->append(operation(3), instant(3), events_of(3)).error().fault == Fault::DiskFull);
    CHECK(board->load()->size() == 6);
    CHECK_FALSE(*board->has(operation(3)));
    full.heal();
    CHECK(board->append(operation(3), instant(3), events_of(3)));
    CHECK(board->load()->size() == 9);
}

TEST_CASE("a board on a full disk opens and is read") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 2);
    Failing full(Kind::Write, SQLITE_FULL, 1, for_ever);
    Disk disk([&](DiskCall const& call) { return full(call); });
    full.start();
    auto board = Store::open(folder / "board.rundtbord");
    REQUIRE(board);
    CHECK(board->load()->size() == 6);
    CHECK(board->append(operation(3), instant(3), events_of(3)).error().fault == Fault::DiskFull);
}

TEST_CASE("after a commit whose outcome is unknown the store writes no more until it is opened again") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 0);
    Failing failing(Kind::Sync, SQLITE_IOERR_FSYNC, 1, 1);
    Disk disk([&](DiskCall const& call) { return failing(call); });
    {
        auto board = Store::open(folder / "board.rundtbord");
        REQUIRE(board);
        failing.start();
        CHECK(board->append(operation(1), instant(1), events_of(1)).error().fault == Fault::OutcomeUnknown);
        CHECK(board->append(operation(2), instant(2), events_of(2)).error().fault == Fault::OutcomeUnknown);
        CHECK(board->has(operation(1)).error().fault == Fault::OutcomeUnknown);
        CHECK(board->checkpoint().error().fault == Fault::OutcomeUnknown);
    }
    auto const board = Store::open(folder / "board.rundtbord");
    REQUIRE(board);
    CHECK_FALSE(*board->has(operation(2)));
}
