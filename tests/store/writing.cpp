// The writer's thread: order, waiting, a slow disk, and telling the truth when the disk fails.
#include "store/disk.h"
#include "store/samples.h"
#include "store/writer.h"

#include <atomic>
#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>

using namespace samples;
using store::Fault;
using store::Store;
using store::Writer;
namespace fs = std::filesystem;
using Kind = DiskCall::Kind;

namespace {

/// A disk whose calls of one kind wait until they are let go, and then get the next answer.
class Gate {
  public:
    explicit Gate(Kind kind) : m_kind(kind) {}

    int operator()(DiskCall const& call) {
        if (call.kind != m_kind)
            return SQLITE_OK;
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_open; });
        int const answer = m_failures > 0 ? m_answer : SQLITE_OK;
        m_failures -= m_failures > 0 ? 1 : 0;
        return answer;
    }

    void shut() {
        set([&] {
            m_open = false;
            m_arrived = 0;
        });
    }
    void open() {
        set([&] { m_open = true; });
    }
    void fail(int answer, int times) {
        set([&] {
            m_answer = answer;
            m_failures = times;
        });
    }

    void await_arrival() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_arrived > 0; });
    }

  private:
    template <class Change> void set(Change change) {
        std::lock_guard const lock(m_mutex);
        change();
        m_changed.notify_all();
    }

    Kind m_kind;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = true;
    int m_arrived = 0;
    int m_answer = SQLITE_OK;
    int m_failures = 0;
};

/// A board on a gated disk with a writer.
struct Wall {
    explicit Wall(Kind kind) : gate(kind), disk([this](DiskCall const& call) { return gate(call); }) {
        make_board(path, 0);
        auto board = Store::open(path);
        REQUIRE(board);
        writer = std::make_unique<Writer>(std::move(*board), [this] { ++wakes; });
        writer->drain(); // the log has its room
    }

    std::vector<store::Saved> write(int number) {
        writer->push(job(number));
        writer->drain();
        return writer->take_saved();
    }

    std::vector<bool> stored(int most) {
        writer.reset();
        auto const board = Store::open(path);
        REQUIRE(board);
        std::vector<bool> found;
        for (int number = 1; number <= most; ++number)
            found.push_back(*board->has(operation(number)));
        return found;
    }

    Folder folder;
    fs::path path = folder / "board.rundtbord";
    Gate gate;
    Disk disk;
    std::atomic<int> wakes = 0;
    std::unique_ptr<Writer> writer;
};

} // namespace

TEST_CASE("jobs end in the order they came") {
    Wall wall(Kind::Sync);
    for (int number = 1; number <= 20; ++number)
        wall.writer->push(job(number));
    wall.writer->drain();
    auto const saved = wall.writer->take_saved();
    REQUIRE(saved.size() == 20);
    for (int number = 1; number <= 20; ++number) {
        CHECK(saved[static_cast<std::size_t>(number - 1)].operation == operation(number));
        CHECK_FALSE(saved[static_cast<std::size_t>(number - 1)].failure);
    }
    CHECK(wall.writer->take_saved().empty());
    CHECK(wall.writer->pending() == 0);
    CHECK(wall.stored(20) == std::vector<bool>(20, true));
    CHECK(wall.wakes == 20);
}

TEST_CASE("nothing is saved and nobody waits while the disk is slow") {
    Wall wall(Kind::Sync);
    wall.gate.shut();
    for (int number = 1; number <= 3; ++number)
        wall.writer->push(job(number));
    wall.gate.await_arrival();
    CHECK(wall.writer->pending() == 3);
    CHECK(wall.writer->take_saved().empty());
    CHECK(wall.wakes == 0);
    wall.gate.open();
    wall.writer->drain();
    CHECK(wall.writer->take_saved().size() == 3);
}

TEST_CASE("who gives way goes on when the disk is done, or in time all the same") {
    Wall wall(Kind::Sync);
    wall.writer->push(job(1));
    wall.writer->give_way(60);
    CHECK(wall.writer->pending() == 0);
    CHECK(wall.writer->take_saved().size() == 1);
    wall.gate.shut();
    wall.writer->push(job(2));
    wall.gate.await_arrival();
    wall.writer->give_way(0.001); // the gate is never opened meanwhile
    CHECK(wall.writer->pending() == 1);
    wall.gate.open();
    wall.writer->drain();
}

TEST_CASE("leaving waits for what was pushed") {
    Wall wall(Kind::Sync);
    for (int number = 1; number <= 10; ++number)
        wall.writer->push(job(number));
    CHECK(wall.stored(10) == std::vector<bool>(10, true));
}

TEST_CASE("a job that fails takes those with it that were decided on it and no others") {
    Wall wall(Kind::Write);
    wall.gate.shut();
    wall.gate.fail(SQLITE_FULL, 2); // the first job, and the checkpoint that would make room for it; no more
    for (int number = 1; number <= 3; ++number)
        wall.writer->push(job(number));
    wall.gate.open();
    wall.writer->drain();
    wall.writer->push(job(4)); // its owner has not heard of the failure yet
    wall.writer->drain();
    auto const saved = wall.writer->take_saved();
    REQUIRE(saved.size() == 4);
    for (store::Saved const& each : saved) {
        REQUIRE(each.failure);
        CHECK(each.failure->fault == Fault::DiskFull);
    }
    CHECK_FALSE(wall.write(5).at(0).failure);
    CHECK_FALSE(wall.write(1).at(0).failure); // the same operation again, now that there is room
    CHECK(wall.stored(5) == std::vector{true, false, false, false, true});
}

TEST_CASE("a disk that is full for a moment is tried once more") {
    Wall wall(Kind::Write);
    wall.gate.fail(SQLITE_FULL, 1);
    CHECK_FALSE(wall.write(1).at(0).failure);
    CHECK(wall.stored(1) == std::vector{true});
}

TEST_CASE("an unknown outcome that proves to be stored is told as saved") {
    Wall wall(Kind::Sync);
    wall.gate.fail(SQLITE_IOERR_FSYNC, 1); // the log is written, its sync fails
    CHECK_FALSE(wall.write(1).at(0).failure);
    CHECK_FALSE(wall.write(2).at(0).failure);
    CHECK(wall.stored(2) == std::vector{true, true});
}

TEST_CASE("an unknown outcome that proves not to be stored is told as failed") {
    Wall wall(Kind::Write);
    wall.gate.fail(SQLITE_IOERR_WRITE, 1);
    auto const saved = wall.write(1);
    REQUIRE(saved.at(0).failure);
    CHECK(saved[0].failure->fault == Fault::Broken);
    CHECK_FALSE(wall.write(2).at(0).failure);
    CHECK(wall.stored(2) == std::vector{false, true});
}

TEST_CASE("when the outcome cannot be found out nothing more is written") {
    Wall wall(Kind::Sync);
    wall.gate.fail(SQLITE_IOERR_FSYNC, 1'000);
    for (int number = 1; number <= 2; ++number)
        CHECK(wall.write(number).at(0).failure->fault == Fault::OutcomeUnknown);
    wall.gate.fail(SQLITE_OK, 0);
    CHECK(wall.write(3).at(0).failure->fault == Fault::OutcomeUnknown);
    auto const found = wall.stored(3);
    CHECK_FALSE(found[1]);
    CHECK_FALSE(found[2]);
}
