// What has been begun on the wall is kept beside the course: across opening, killing, and a failing disk.
#include "store/disk.h"
#include "store/opening.h"
#include "store/power.h"
#include "store/samples.h"
#include "store/writer.h"

#include <atomic>
#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace samples;
using store::Fault;
using store::Store;
using store::Writer;
namespace fs = std::filesystem;
using Kind = DiskCall::Kind;

namespace {

std::string drafts_in(fs::path const& path) {
    auto const board = Store::open(path);
    REQUIRE(board);
    return board->drafts().value();
}

/// Answers so many writes, or syncs, with a fault.
class Failing {
  public:
    Failing(Kind kind, int answer) : m_kind(kind), m_answer(answer) {}
    int operator()(DiskCall const& call) { return call.kind == m_kind && m_times-- > 0 ? m_answer : SQLITE_OK; }
    void next(int times) { m_times = times; }

  private:
    Kind m_kind;
    int m_answer;
    std::atomic<int> m_times = 0;
};

} // namespace

TEST_CASE("drafts are there when the file is opened again and the last ones count") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 1);
    CHECK(drafts_in(path) == "");
    std::string const nasty = "{\"text\":\"'; DROP TABLE draft; -- \xC3\xA6\"}";
    for (std::string const& body : {std::string("first"), nasty, std::string(100'000, 'x'), std::string("last")}) {
        {
            auto board = Store::open(path);
            REQUIRE(board);
            REQUIRE(board->keep_drafts(body));
            CHECK(board->drafts().value() == body);
        }
        CHECK(drafts_in(path) == body);
    }
    auto board = Store::open(path);
    REQUIRE(board->keep_drafts(""));
    CHECK(board->drafts().value() == "");
    CHECK(board->load()->size() == 3);
    CHECK(board->check()->empty());
}

TEST_CASE("drafts that were forgotten cannot be read in the file") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 1);
    auto board = Store::open(path);
    REQUIRE(board->keep_drafts("begun and dropped"));
    REQUIRE(board->keep_drafts(""));
    REQUIRE(board->checkpoint());
    CHECK(bytes_of(path).find("begun and dropped") == std::string::npos);
}

TEST_CASE("there is one row of drafts and it is text") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 0);
    auto db = store::open_board(folder / "board.rundtbord");
    REQUIRE(db);
    CHECK_FALSE(db->run("INSERT INTO draft (id, body) VALUES (2, 'x')"));
    CHECK_FALSE(db->run("INSERT INTO draft (id, body) VALUES (1, x'00')"));
    CHECK_FALSE(db->run("INSERT INTO draft (id, body) VALUES (1, NULL)"));
}

TEST_CASE("drafts survive the program that is killed") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    pid_t const child = fork();
    if (child == 0) {
        auto board = Store::open(path);
        if (board && board->append(operation(1), instant(1), events_of(1)) && board->keep_drafts("half a word"))
            kill(getpid(), SIGKILL);
        _exit(1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(drafts_in(path) == "half a word");
}

TEST_CASE("drafts survive a power cut, wholly or as they were") {
    for (int call = 1; call <= 12; ++call) {
        CAPTURE(call);
        Folder const folder;
        fs::create_directory(folder / "now");
        make_board(folder / "now/board.rundtbord", 1);
        std::string acknowledged;
        {
            Power power(folder / "now", [](std::string const&) { return true; });
            Disk disk([&](DiskCall const& asked) { return power.note(asked); });
            auto board = Store::open(folder / "now/board.rundtbord");
            REQUIRE(board);
            power.cut_at(call, folder / "left", static_cast<std::uint64_t>(call));
            for (char const* body : {"1", "2", "3", "4"})
                if (board->keep_drafts(body))
                    acknowledged = body;
            power.cut(folder / "left", static_cast<std::uint64_t>(call));
        }
        std::string const found = drafts_in(folder / "left/board.rundtbord");
        CHECK(found >= acknowledged);
        CHECK(found.size() <= 1);
    }
}

TEST_CASE("the writer keeps the last drafts after the jobs before them") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    {
        Writer writer(Store::open(path).value(), [] {});
        CHECK(writer.drafts() == "");
        for (int number = 1; number <= 5; ++number) {
            writer.push(job(number));
            writer.keep_drafts("after " + std::to_string(number));
        }
        writer.drain();
        CHECK(writer.take_saved().size() == 5);
        CHECK_FALSE(writer.take_drafts_failure());
        writer.keep_drafts("when leaving");
    }
    Writer const again(Store::open(path).value(), [] {});
    CHECK(again.drafts() == "when leaving");
}

TEST_CASE("drafts that cannot be kept are told and cost no idea") {
    struct Case {
        Kind kind;
        int answer;
        int times; ///< enough that the second try fails too
        Fault fault;
    };
    for (auto const& [kind, answer, times, fault] : {Case{Kind::Write, SQLITE_FULL, 2, Fault::DiskFull},
                                                     Case{Kind::Write, SQLITE_IOERR_WRITE, 1, Fault::Broken}}) {
        Folder const folder;
        fs::path const path = folder / "board.rundtbord";
        make_board(path, 0);
        Failing failing(kind, answer);
        Disk const disk([&](DiskCall const& call) { return failing(call); });
        {
            Writer writer(Store::open(path).value(), [] {});
            writer.drain(); // the log has its room
            failing.next(times);
            writer.keep_drafts("lost");
            writer.drain();
            auto const failure = writer.take_drafts_failure();
            REQUIRE(failure);
            CHECK(failure->fault == fault);
            CHECK_FALSE(writer.take_drafts_failure());
            writer.push(job(1));
            writer.keep_drafts("kept");
            writer.drain();
            CHECK_FALSE(writer.take_saved().at(0).failure);
            CHECK_FALSE(writer.take_drafts_failure());
        }
        auto const board = Store::open(path);
        CHECK(*board->has(operation(1)));
        CHECK(board->drafts().value() == "kept");
    }
}

TEST_CASE("drafts whose outcome was unknown are looked up") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    Failing failing(Kind::Sync, SQLITE_IOERR_FSYNC);
    Disk const disk([&](DiskCall const& call) { return failing(call); });
    {
        auto board = Store::open(path);
        failing.next(1);
        CHECK(board->keep_drafts("x").error().fault == Fault::OutcomeUnknown);
        CHECK(board->keep_drafts("x").error().fault == Fault::OutcomeUnknown);
        CHECK(board->drafts().error().fault == Fault::OutcomeUnknown);
    }
    Writer writer(Store::open(path).value(), [] {});
    writer.drain(); // the log has its room
    failing.next(1);
    writer.keep_drafts("there");
    writer.drain();
    CHECK_FALSE(writer.take_drafts_failure());
    failing.next(1'000);
    writer.keep_drafts("not there");
    writer.drain();
    CHECK(writer.take_drafts_failure()->fault == Fault::OutcomeUnknown);
    failing.next(0);
    writer.push(job(1)); // nothing is written once the file could not be opened again
    writer.drain();
    CHECK(writer.take_saved().at(0).failure->fault == Fault::OutcomeUnknown);
}
