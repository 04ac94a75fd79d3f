// Bytes that changed on the disk by themselves: found, or without effect; never other words than people wrote.
#include "store/disk.h"
#include "store/opening.h"
#include "store/samples.h"

#include <doctest/doctest.h>
#include <random>

using namespace samples;
using store::Fault;
using store::Store;
namespace fs = std::filesystem;

namespace {

using Random = std::mt19937_64;

int never_fails(DiskCall const&) { return SQLITE_OK; } // and never syncs, which makes hundreds of openings quick

std::size_t below(Random& random, std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

std::string flipped(std::string bytes, Random& random) {
    bytes[below(random, bytes.size())] ^= static_cast<char>(1 << below(random, 8));
    return bytes;
}

std::string zeroed(std::string bytes, Random& random) {
    std::size_t const at = below(random, bytes.size() / 512) * 512;
    return bytes.replace(at, 512, 512, '\0');
}

std::string shortened(std::string bytes, Random& random) {
    bytes.resize(below(random, bytes.size()));
    return bytes;
}

/// The damaged text is valid and SQLite sees nothing wrong: only the row's own checksum can.
void check_found_by_checksum(std::string const& sql, std::string const& detail) {
    CAPTURE(sql);
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 3);
    {
        auto db = store::open_board(path);
        REQUIRE(db);
        REQUIRE(db->run(sql));
        CHECK(store::check_integrity(*db, store::Depth::Whole)->empty());
    }
    auto const board = Store::open(path);
    REQUIRE(board);
    auto const records = board->load();
    REQUIRE_FALSE(records);
    CHECK(records.error().fault == Fault::Damaged);
    CHECK(records.error().detail == detail);
    CHECK(board->check()->size() == 1);
}

} // namespace

TEST_CASE("damage anywhere in the file is found or changes nothing") {
    Disk const disk(never_fails);
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 40);
    std::string const whole = bytes_of(path);
    auto const expected = texts_of(*Store::open(path)->load());
    Random random(1);
    int found = 0;
    int changed = 0;
    for (int i = 0; i < 600; ++i) {
        fs::remove(path);
        fs::remove(path.string() + "-wal");
        write_bytes(path, i % 6 == 0   ? zeroed(whole, random)
                          : i % 6 == 1 ? shortened(whole, random)
                                       : flipped(whole, random));
        auto const board = Store::open(path);
        auto const records = board ? board->load() : tl::unexpected(board.error());
        found += records ? 0 : 1;
        changed += records && texts_of(*records) != expected ? 1 : 0;
    }
    MESSAGE("600 damages: " << found << " found, " << 600 - found - changed << " without effect, " << changed
                            << " unnoticed");
    CHECK(changed == 0);
    CHECK(found > 300);
}

TEST_CASE("damage in the log beside the file gives up its end but changes no word") {
    Disk const disk(never_fails);
    Folder const folder;
    Folder const copies;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board);
    for (int number = 1; number <= 20; ++number)
        REQUIRE(board->append(operation(number), instant(number), events_of(number)));
    auto const expected = texts_of(*board->load());
    std::string const file = bytes_of(path);
    std::string const log = bytes_of(path.string() + "-wal");
    Random random(2);
    for (int i = 0; i < 100; ++i) {
        fs::path const copy = copies / (std::to_string(i) + ".rundtbord");
        write_bytes(copy, file);
        write_bytes(copy.string() + "-wal", i % 2 == 0 ? flipped(log, random) : shortened(log, random));
        auto const opened = Store::open(copy);
        REQUIRE(opened);
        auto const texts = texts_of(*opened->load());
        REQUIRE(texts.size() <= expected.size());
        CHECK(texts.size() % 3 == 0);
        CHECK(std::equal(texts.begin(), texts.end(), expected.begin()));
    }
}

TEST_CASE("a row that changed is found though SQLite is content") {
    std::string const one = "1 problems beside 8 events, first: event 5: ";
    check_found_by_checksum("UPDATE event SET body = replace(body, 'green', 'pink') WHERE sequence = 5",
                            one + "the checksum differs");
    check_found_by_checksum("UPDATE event SET at = at + 1 WHERE sequence = 5", one + "the checksum differs");
    check_found_by_checksum("UPDATE event SET operation = zeroblob(16) WHERE sequence = 5",
                            one + "the checksum differs");
    check_found_by_checksum("UPDATE event SET device = zeroblob(16) WHERE sequence = 5", one + "the checksum differs");
    check_found_by_checksum("UPDATE event SET checksum = 0 WHERE sequence = 5", one + "the checksum differs");
    check_found_by_checksum("DELETE FROM event WHERE sequence = 5", one + "missing, 6 follows");
}

TEST_CASE("an index that says something else than its rows changes no word, and no copy is taken of it") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 40);
    std::string const whole = bytes_of(path);
    auto const expected = texts_of(*Store::open(path)->load());
    auto const id = operation(7).value.bytes;
    std::string const in_rows_and_index(id.begin(), id.end());
    int only_in_the_index = 0;
    for (auto at = whole.find(in_rows_and_index); at != std::string::npos; at = whole.find(in_rows_and_index, at + 1)) {
        std::string damaged = whole;
        damaged[at + id.size() - 1] ^= 1;
        fs::remove(path.string() + "-wal");
        write_bytes(path, damaged);
        auto const board = Store::open(path);
        REQUIRE(board);
        auto const records = board->load();
        if (!records)
            continue; // it was in a row
        ++only_in_the_index;
        CHECK(texts_of(*records) == expected);
        CHECK_FALSE(board->check()->empty());
        auto const copied = board->copy_into(folder / "copy.rundtbord");
        REQUIRE_FALSE(copied);
        CHECK(copied.error().fault == Fault::Damaged);
        CHECK_FALSE(fs::exists(folder / "copy.rundtbord"));
    }
    CHECK(only_in_the_index > 0);
}
