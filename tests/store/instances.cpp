// Two programs and one file, and a program that is killed.
#include "store/samples.h"

#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace samples;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;

namespace {

/// A process of its own that opens the board and writes one operation after another until it is killed,
/// telling the number of each that was acknowledged.
class Other {
  public:
    Other(fs::path const& board, int operations) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        m_child = fork();
        REQUIRE(m_child >= 0);
        if (m_child == 0)
            write_until_killed(board, operations, ends[1]);
        close(ends[1]);
        m_told = ends[0];
    }

    ~Other() {
        kill();
        close(m_told);
    }

    Other(Other const&) = delete;
    Other& operator=(Other const&) = delete;

    /// The next number it told; 0 when it has the board open; -1 when it is dead and no more comes.
    int hear() const {
        int number = 0;
        return read(m_told, &number, sizeof number) == static_cast<ssize_t>(sizeof number) ? number : -1;
    }

    void kill() {
        if (m_child > 0) {
            ::kill(m_child, SIGKILL);
            waitpid(m_child, nullptr, 0);
        }
        m_child = -1;
    }

  private:
    [[noreturn]] static void write_until_killed(fs::path const& path, int operations, int out) {
        auto board = Store::open(path);
        for (int number = 0; board && number <= operations; ++number) {
            if (number > 0 && !board->append(operation(number), instant(number), events_of(number)))
                break;
            if (write(out, &number, sizeof number) < 0)
                break;
        }
        for (;;)
            pause();
    }

    pid_t m_child = -1;
    int m_told = -1;
};

} // namespace

TEST_CASE("a second opener in the same program is refused and the first goes on") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 1);
    auto first = Store::open(folder / "board.rundtbord");
    REQUIRE(first);
    for (int i = 0; i < 2; ++i) {
        auto const second = Store::open(folder / "board.rundtbord");
        REQUIRE_FALSE(second);
        CHECK(second.error().fault == Fault::AlreadyOpen);
        REQUIRE(first->append(operation(10 + i), instant(10), events_of(10 + i)));
    }
    CHECK(first->load()->size() == 9);
}

TEST_CASE("a second program is refused until the first is gone however it went") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 1);
    Other other(folder / "board.rundtbord", 0);
    REQUIRE(other.hear() == 0);
    auto const before = files_in(folder.path());
    for (int i = 0; i < 2; ++i)
        CHECK(Store::open(folder / "board.rundtbord").error().fault == Fault::AlreadyOpen);
    CHECK(files_in(folder.path()) == before);
    other.kill();
    CHECK(Store::open(folder / "board.rundtbord")->load()->size() == 3);
}

TEST_CASE("what was acknowledged is there after a kill in the middle") {
    Folder const folder;
    for (int round = 1; round <= 6; ++round) {
        fs::path const path = folder / (std::to_string(round) + ".rundtbord");
        make_board(path, 0);
        Other other(path, 100000);
        int acknowledged = 0;
        while (acknowledged >= 0 && acknowledged < 7 * round)
            acknowledged = other.hear();
        REQUIRE(acknowledged == 7 * round);
        other.kill();
        for (int more = other.hear(); more > 0; more = other.hear())
            acknowledged = more;
        auto const board = Store::open(path);
        REQUIRE(board);
        auto const records = board->load();
        REQUIRE(records);
        CHECK(records->size() % 3 == 0);
        CHECK(records->size() >= static_cast<std::size_t>(3 * acknowledged));
        CHECK(records->size() <= static_cast<std::size_t>(3 * (acknowledged + 1)));
        CHECK(*board->has(operation(acknowledged)));
    }
}
