// A log of more rows than one thread fetches at a time: nothing is lost, doubled or out of order where they meet.
#include "store/disk.h"
#include "store/opening.h"
#include "store/samples.h"

#include <doctest/doctest.h>

#include <fstream>
#include <initializer_list>

using namespace samples;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;

namespace {

std::string text_no(std::size_t number) { return "Idé " + std::to_string(number); }

/// A board whose log is one operation of so many edits, each told apart by its text.
void make_long_board(fs::path const& path, std::size_t events) {
    auto made = Store::create(path);
    REQUIRE(made);
    std::vector<board::Event> edits;
    for (std::size_t number = 1; number <= events; ++number)
        edits.push_back(board::IdeaEdited{{uuid(1)}, text_no(number)});
    REQUIRE(made->append(operation(1), instant(1), edits));
}

void run_sql(fs::path const& path, std::string const& sql) {
    auto db = store::open_board(path);
    REQUIRE(db);
    REQUIRE(db->run(sql));
}

} // namespace

TEST_CASE("a long log is read as it was written, whatever its length") {
    for (std::size_t const events : std::initializer_list<std::size_t>{2047, 2048, 2049, 4096, 10'000}) {
        CAPTURE(events);
        Folder const folder;
        make_long_board(folder / "board.rundtbord", events);
        auto const board = Store::open(folder / "board.rundtbord");
        REQUIRE(board);
        auto const records = board->load();
        REQUIRE(records);
        REQUIRE(records->size() == events);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < events; ++i) {
            auto const& record = (*records)[i];
            auto const& edit = std::get<board::IdeaEdited>(record.event);
            wrong += record.sequence != static_cast<std::int64_t>(i) + 1 || edit.text != text_no(i + 1) ? 1 : 0;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("what is wrong in a long log is found wherever it lies, and told in the order of the rows") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_long_board(path, 9000);
    run_sql(path, "DELETE FROM event WHERE sequence IN (2049, 6000)");
    run_sql(path, "UPDATE event SET at = at + 1 WHERE sequence IN (1, 4097, 9000)");
    auto const board = Store::open(path);
    REQUIRE(board);
    auto const records = board->load();
    REQUIRE_FALSE(records);
    CHECK(records.error().fault == Fault::Damaged);
    CHECK(*board->check() ==
          std::vector<std::string>{"event 1: the checksum differs", "event 2049: missing, 2050 follows",
                                   "event 4097: the checksum differs", "event 6000: missing, 6001 follows",
                                   "event 9000: the checksum differs"});
}

TEST_CASE("a page that breaks while a long log is read is told of") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_long_board(path, 60'000); // more than SQLite keeps in memory
    auto const board = Store::open(path);
    REQUIRE(board);
    REQUIRE(board->load());
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(fs::file_size(path) / 2 / 4096 * 4096));
    file << std::string(4096, '\xff') << std::flush;
    auto const records = board->load();
    REQUIRE_FALSE(records);
    CHECK(records.error().fault == Fault::Damaged);
}
