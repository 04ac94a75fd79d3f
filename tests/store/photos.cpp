// Photos lie in the board's file under the hash of their bytes: across opening, cuts, and bytes that changed.
#include "store/disk.h"
#include "store/opening.h"
#include "store/power.h"
#include "store/samples.h"

#include <atomic>
#include <doctest/doctest.h>

using namespace samples;
using store::Fault;
using store::photo_hash;
using store::Store;
using store::Writer;
namespace fs = std::filesystem;

namespace {

/// Bytes as a photo has them, any byte among them.
std::string photo(int number, std::size_t size = 20'000) {
    std::string bytes = "photo " + std::to_string(number) + '\0';
    while (bytes.size() < size)
        bytes += static_cast<char>(bytes.size() * static_cast<std::size_t>(number + 7) >> 3);
    return bytes;
}

store::Job photo_job(int number) { return {operation(1000 + number), instant(number), {}, photo(number)}; }

} // namespace

TEST_CASE("a photo's name is the SHA-256 of its bytes") {
    CHECK(photo_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(photo_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a photo is there when the file is opened again, once however often it is kept") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 1);
    {
        auto board = Store::open(path);
        REQUIRE(board);
        CHECK(board->photo_hashes()->empty());
        for (int time = 0; time < 3; ++time)
            REQUIRE(board->keep_photo(photo(1)));
        REQUIRE(board->keep_photo(photo(2, 3'000'000)));
    }
    auto const board = Store::open(path);
    REQUIRE(board);
    CHECK(board->photo_hashes()->size() == 2);
    CHECK(board->photo(photo_hash(photo(1))).value() == photo(1));
    CHECK(board->photo(photo_hash(photo(2, 3'000'000))).value() == photo(2, 3'000'000));
    CHECK(board->photo(photo_hash("another")).error().fault == Fault::NotFound);
    CHECK(board->photo("'; DROP TABLE photo; --").error().fault == Fault::NotFound);
    CHECK(board->check()->empty());
    CHECK(board->load()->size() == 3);
}

TEST_CASE("a photo that is forgotten can no longer be read in the file") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board->keep_photo(photo(1)));
    REQUIRE(board->forget_photo(photo_hash(photo(1))));
    REQUIRE(board->forget_photo(photo_hash(photo(1))));
    REQUIRE(board->checkpoint());
    CHECK(board->photo_hashes()->empty());
    CHECK(bytes_of(path).find("photo 1") == std::string::npos);
}

TEST_CASE("a byte that changed in a photo is found, and costs nothing but the photo") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 2);
    {
        auto board = Store::open(path);
        REQUIRE(board->keep_photo(photo(1)));
    }
    auto bytes = bytes_of(path);
    auto const at = bytes.find("photo 1");
    REQUIRE(at != std::string::npos);
    bytes[at + 500] = static_cast<char>(bytes[at + 500] ^ 1);
    write_bytes(path, bytes);
    auto const board = Store::open(path);
    REQUIRE(board);
    CHECK(board->photo(photo_hash(photo(1))).error().fault == Fault::Damaged);
    CHECK(board->check()->size() == 1);
    CHECK(board->load()->size() == 6);
}

TEST_CASE("the table takes nothing that is no photo") {
    Folder const folder;
    make_board(folder / "board.rundtbord", 0);
    auto db = store::open_board(folder / "board.rundtbord");
    REQUIRE(db);
    CHECK_FALSE(db->run("INSERT INTO photo (hash, bytes) VALUES ('short', x'00')"));
    CHECK_FALSE(db->run("INSERT INTO photo (hash, bytes) VALUES (NULL, x'00')"));
    CHECK_FALSE(db->run("INSERT INTO photo (hash, bytes) SELECT printf('%064d', 1), NULL"));
    CHECK_FALSE(db->run("INSERT INTO photo (hash, bytes) SELECT printf('%064d', 1), 'text'"));
}

TEST_CASE("whenever the plug is pulled, an event that is there has its photo") {
    for (int call = 1; call <= 24; ++call) {
        CAPTURE(call);
        Folder const folder;
        fs::create_directory(folder / "now");
        make_board(folder / "now/board.rundtbord", 0);
        int acknowledged = 0;
        {
            Power power(folder / "now", [](std::string const&) { return true; });
            Disk disk([&](DiskCall const& asked) { return power.note(asked); });
            auto board = Store::open(folder / "now/board.rundtbord");
            REQUIRE(board);
            power.cut_at(call, folder / "left", static_cast<std::uint64_t>(call));
            for (int number = 1; number <= 4; ++number)
                if (board->keep_photo(photo(number)) &&
                    board->append(operation(number), instant(number), events_of(number)))
                    acknowledged = number;
            power.cut(folder / "left", static_cast<std::uint64_t>(call));
        }
        auto const board = Store::open(folder / "left/board.rundtbord");
        REQUIRE(board);
        CHECK(board->check()->empty());
        for (int number = 1; number <= 4; ++number) {
            bool const there = *board->has(operation(number));
            CHECK(there >= (number <= acknowledged));
            if (there)
                CHECK(board->photo(photo_hash(photo(number))).value() == photo(number));
        }
    }
}

TEST_CASE("the writer keeps photos in their order among the jobs, and reads them") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    std::atomic<int> woken = 0;
    Writer writer(Store::open(path).value(), [&] { ++woken; });
    for (int number = 1; number <= 3; ++number) {
        writer.push(photo_job(number));
        writer.push(job(number));
        writer.fetch_photo(photo_hash(photo(number)));
    }
    writer.fetch_photo("nobody's");
    writer.drain();
    auto const saved = writer.take_saved();
    REQUIRE(saved.size() == 6);
    for (auto const& one : saved)
        CHECK_FALSE(one.failure);
    CHECK(saved[0].operation == operation(1001));
    auto const photos = writer.take_photos();
    REQUIRE(photos.size() == 4);
    for (int number = 1; number <= 3; ++number)
        CHECK(photos[static_cast<std::size_t>(number) - 1].bytes.value() == photo(number));
    CHECK(photos[3].bytes.error().fault == Fault::NotFound);
    CHECK(writer.take_photos().empty());
    CHECK(woken >= 7);
}

TEST_CASE("an idea whose photo found no room is not written either") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    std::atomic<int> failing = 0;
    Disk const disk([&](DiskCall const& call) {
        return call.kind == DiskCall::Kind::Write && failing-- > 0 ? SQLITE_FULL : SQLITE_OK;
    });
    {
        Writer writer(Store::open(path).value(), [] {});
        writer.drain(); // the log has its room
        failing = 2;    // the second try too
        writer.push(photo_job(1));
        writer.push(job(1));
        writer.drain();
        auto const saved = writer.take_saved();
        REQUIRE(saved.size() == 2);
        CHECK(saved[0].failure->fault == Fault::DiskFull);
        CHECK(saved[1].failure->fault == Fault::DiskFull);
        failing = 0;
        writer.push(photo_job(2));
        writer.push(job(2));
        writer.drain();
        CHECK(writer.take_saved().size() == 2);
    }
    auto const board = Store::open(path);
    CHECK_FALSE(*board->has(operation(1)));
    CHECK(*board->has(operation(2)));
    CHECK(board->photo_hashes()->size() == 1);
}
