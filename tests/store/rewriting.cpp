// What was stored is put in other words: it opens, it checks, and not a byte of the old is left on the disk. The search
// for those bytes is itself tried on words that are there.
#include "store/rewriting.h"

#include "store/disk.h"
#include "store/event_json.h"
#include "store/event_texts.h"
#include "store/power.h"
#include "store/samples.h"
#include "store/writer.h"

#include <doctest/doctest.h>

using namespace samples;
using store::Fault;
using store::Rewriting;
using store::Store;
namespace fs = std::filesystem;

namespace {

constexpr char const* secret = "Søren Ærlig";
constexpr char const* neutral = "slettet person";

bool lies_in(fs::path const& folder, std::string const& bytes) {
    for (auto const& [name, content] : files_in(folder))
        if (content.find(bytes) != std::string::npos)
            return true;
    return false;
}

board::Event idea(int number, std::string text) {
    return board::IdeaAdded{.id = {uuid(3000 + number)},
                            .no = number,
                            .text = std::move(text),
                            .author = {},
                            .builds_on = {},
                            .problem = {},
                            .proposal = {},
                            .on = {}};
}

/// Three ideas, of which the second names somebody, a draft and a photo that do, too.
void fill(Store& board) {
    REQUIRE(board.append(operation(1), instant(1), {idea(1, "Ro")}));
    REQUIRE(board.append(operation(2), instant(2), {idea(2, std::string("Spørg ") + secret), idea(3, "Tid")}));
    REQUIRE(board.keep_drafts(std::string("[") + secret + "]"));
    REQUIRE(board.keep_photo(std::string("a photo of ") + secret));
}

Rewriting rewriting() {
    Rewriting all;
    all.events.push_back({2, idea(2, std::string("Spørg ") + neutral)});
    all.drafts = "[]";
    all.photos = {store::photo_hash(std::string("a photo of ") + secret)};
    all.operation = operation(9);
    all.at = instant(9);
    all.appended = {board::CourseClosed{}};
    return all;
}

/// The new words with all around them as it was; the appended once.
void check_rewritten(Store const& board) {
    auto const records = board.load();
    REQUIRE(records);
    REQUIRE(records->size() == 4);
    CHECK(std::get<board::IdeaAdded>((*records)[0].event).text == "Ro");
    CHECK(std::get<board::IdeaAdded>((*records)[1].event).text == std::string("Spørg ") + neutral);
    CHECK((*records)[1].operation == operation(2));
    CHECK((*records)[1].at == instant(2));
    CHECK(std::get<board::IdeaAdded>((*records)[2].event).text == "Tid");
    CHECK((*records)[3].operation == operation(9));
    CHECK(board.drafts() == "[]");
    CHECK(board.photo_hashes()->empty());
    CHECK(board.check()->empty());
}

} // namespace

TEST_CASE("what is rewritten is found in no file of the board, its log and its free pages") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board);
    fill(*board);
    CHECK(lies_in(folder.path(), secret)); // the search finds it while it is there
    REQUIRE(board->rewrite(rewriting()));
    REQUIRE(board->compact());
    CHECK_FALSE(lies_in(folder.path(), secret));
    CHECK(lies_in(folder.path(), neutral));
    check_rewritten(*board);
    board = tl::unexpected(store::Failure{Fault::Broken, "closed"});
    CHECK_FALSE(lies_in(folder.path(), secret));
    auto const again = Store::open(path);
    REQUIRE(again);
    check_rewritten(*again);
    CHECK(again->holds(rewriting()).value());
}

TEST_CASE("rewriting again does no harm, and what does not fit changes nothing") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board);
    fill(*board);
    auto wrong = rewriting();
    wrong.events.push_back({1, board::CourseClosed{}}); // an idea stands there
    CHECK(board->rewrite(wrong).error().fault == Fault::NotFound);
    wrong.events.back() = {99, board::CourseClosed{}};
    CHECK(board->rewrite(wrong).error().fault == Fault::NotFound);
    CHECK(board->load()->size() == 3);
    CHECK(std::get<board::IdeaAdded>((*board->load())[1].event).text == std::string("Spørg ") + secret);
    CHECK_FALSE(board->holds(rewriting()).value());
    for (int times = 0; times < 2; ++times) {
        REQUIRE(board->rewrite(rewriting()));
        REQUIRE(board->compact());
        check_rewritten(*board);
    }
}

TEST_CASE("a log that a program left behind when it was killed is emptied, and nothing of the old with it") {
    Folder const folder, image;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board);
    fill(*board);
    REQUIRE(board->rewrite(rewriting())); // and then the plug is pulled: what lies there is copied as it lies
    fs::copy(folder.path(), image.path(), fs::copy_options::recursive);
    {
        auto found = Store::open(image / "board.rundtbord");
        REQUIRE(found);
        check_rewritten(*found);
        REQUIRE(found->checkpoint());
        CHECK_FALSE(lies_in(image.path(), secret)); // also without a `compact`
    }
}

TEST_CASE("a disk that fails at any call leaves the old or the new, whole, and a second time completes it") {
    using Kind = DiskCall::Kind;
    for (auto const kind : {Kind::Write, Kind::Sync, Kind::Truncate})
        for (int const answer : {SQLITE_FULL, SQLITE_IOERR_WRITE})
            for (int fails_at = 1, reached = fails_at; reached == fails_at; ++fails_at) {
                CAPTURE(static_cast<int>(kind));
                CAPTURE(answer);
                CAPTURE(fails_at);
                Folder const folder;
                fs::path const path = folder / "board.rundtbord";
                bool on = false;
                int calls = 0;
                Disk disk([&](DiskCall const& call) {
                    if (!on || call.kind != kind || ++calls != fails_at)
                        return SQLITE_OK;
                    return answer;
                });
                make_board(path, 0);
                {
                    auto board = Store::open(path);
                    REQUIRE(board);
                    fill(*board);
                    on = true;
                    bool const done = board->rewrite(rewriting()) && board->compact();
                    on = false;
                    CHECK((done || calls >= fails_at));
                }
                reached = std::min(calls, fails_at) == fails_at ? fails_at : 0;
                auto again = Store::open(path);
                REQUIRE(again);
                CHECK(again->check()->empty());
                auto const held = again->holds(rewriting());
                REQUIRE(held);
                auto const records = again->load();
                CHECK(records->size() == (*held ? 4U : 3U));
                REQUIRE(again->rewrite(rewriting()));
                REQUIRE(again->compact());
                check_rewritten(*again);
                CHECK_FALSE(lies_in(folder.path(), secret));
            }
}

TEST_CASE("the writer rewrites in its turn, and keeps what comes after") {
    Folder const folder;
    fs::path const path = folder / "board.rundtbord";
    make_board(path, 0);
    auto board = Store::open(path);
    REQUIRE(board);
    fill(*board);
    {
        store::Writer writer(std::move(*board), [] {});
        store::Job job{operation(9), instant(9), {}};
        job.rewriting = std::make_shared<Rewriting const>(rewriting());
        writer.push(job);
        writer.push({operation(10), instant(10), {idea(4, "Efter")}});
        writer.drain();
        auto const saved = writer.take_saved();
        REQUIRE(saved.size() == 2);
        CHECK_FALSE(saved[0].failure);
        CHECK_FALSE(saved[0].remains);
        CHECK_FALSE(saved[1].failure);
        CHECK_FALSE(lies_in(folder.path(), secret));
    }
    auto const again = Store::open(path);
    REQUIRE(again);
    CHECK(again->load()->size() == 5);
}

TEST_CASE("every text of every event is visited, and nothing else") {
    for (auto event : every_event()) {
        std::string const before = store::to_json(event);
        CAPTURE(before);
        std::size_t letters = 0;
        store::visit_texts(event, [&](std::string_view, std::string& text) {
            letters += text.size();
            text = text.empty() ? "" : "*";
        });
        std::string const after = store::to_json(event);
        auto const read = store::event_from_json(store::event_type(event), 1, after);
        CHECK_MESSAGE(read, read.error());
        // What is left between quotes in a value are words of the format, ids, days, ink and hashes.
        CHECK((letters == 0) == (before == after));
        CHECK(after.find("Æ") == std::string::npos);
        CHECK(after.find("ø") == std::string::npos);
        CHECK(after.find(' ') == std::string::npos);
    }
}
