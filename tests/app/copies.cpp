// Which copies are kept, when one is due, and that one has its name only when it holds what the board holds.
#include "copies.h"

#include "board_file.h"
#include "copy_clock.h"
#include "demo_wall.h"
#include "exporters/board_json.h"
#include "file.h"
#include "store/disk.h"

#include <algorithm>
#include <atomic>
#include <set>

using app::CopyName;
using screens::CopyReason;
namespace fs = std::filesystem;
using namespace std::chrono;

namespace {

screens::Stamp stamp(int year, int month, int day, int hour = 9, int minute = 42) {
    return {sys_days(std::chrono::year(year) / month / day), hour, minute};
}

app::LyingCopy lying(std::int64_t no, screens::Stamp taken, std::int64_t bytes = 1000) {
    CopyName const name{no, taken, CopyReason::Change, "0123456789abcdef"};
    return {name, app::file_name_of(name), bytes};
}

/// The numbers of those that stay, ascending.
std::vector<std::int64_t> kept(std::vector<app::LyingCopy> const& all, app::KeepRule const& rule) {
    std::set<std::int64_t> numbers;
    for (auto const& copy : all)
        numbers.insert(copy.name.no);
    for (auto const& gone : app::copies_to_drop(all, rule))
        numbers.erase(gone.name.no);
    return {numbers.begin(), numbers.end()};
}

using Numbers = std::vector<std::int64_t>;
constexpr std::int64_t no_cap = std::int64_t{1} << 50;

} // namespace

TEST_CASE("a copy's name says number, time, reason and contents, and is read back") {
    CopyName const name{42, stamp(2026, 11, 3, 9, 5), CopyReason::Meeting, "3f9a2c11d0e4b7a6"};
    CHECK(app::file_name_of(name) == "000042-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord");
    for (auto const reason :
         {CopyReason::Meeting, CopyReason::Change, CopyReason::Start, CopyReason::Asked, CopyReason::Restore}) {
        CopyName const one{1'234'567, stamp(1970, 1, 1, 0, 0), reason, "0000000000000000"};
        CHECK(app::parse_copy_name(app::file_name_of(one)) == one);
    }
}

TEST_CASE("what is not a copy's name is none") {
    for (char const* name :
         {"", "tavle.rundtbord", "kopi.rundtbord.part", "000042-2026-11-03-0905-moede-3f9a2c11d0e4b7a6",
          "000042-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord.part",
          "000042-2026-02-31-0905-moede-3f9a2c11d0e4b7a6.rundtbord",
          "000042-2026-11-03-2405-moede-3f9a2c11d0e4b7a6.rundtbord",
          "000042-2026-11-03-0960-moede-3f9a2c11d0e4b7a6.rundtbord",
          "000042-2026-11-03-0905-andet-3f9a2c11d0e4b7a6.rundtbord",
          "000042-2026-11-03-0905-moede-3F9A2C11D0E4B7A6.rundtbord",
          "000042-2026-11-03-0905-moede-3f9a2c11d0e4b7a.rundtbord",
          "000000-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord",
          "-00042-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord",
          "9999999999999-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord",
          "42-2026-11-03-0905-moede-3f9a2c11d0e4b7a6.rundtbord", "000042-2026-11-03-0905-moede-../../etc/x.rundtbord"})
        CHECK_MESSAGE(!app::parse_copy_name(name), name);
}

TEST_CASE("which copies are kept") {
    struct Row {
        char const* what;
        std::vector<app::LyingCopy> all;
        app::KeepRule rule;
        Numbers kept;
    };
    auto const day = [](int d, int hour = 9) { return stamp(2026, 11, d, hour); };
    Row const rows[] = {
        {"nothing lies there", {}, {}, {}},
        {"fewer than are recent", {lying(1, day(1)), lying(2, day(1))}, {2, 0, 0, no_cap, 1}, {1, 2}},
        {"the recent ones by number",
         {lying(1, day(1)), lying(2, day(1, 10)), lying(3, day(1, 11)), lying(4, day(1, 12))},
         {2, 0, 0, no_cap, 1},
         {3, 4}},
        {"the last of each day",
         {lying(1, day(1)), lying(2, day(1, 10)), lying(3, day(2)), lying(4, day(2, 10)), lying(5, day(3))},
         {1, 3, 0, no_cap, 1},
         {2, 4, 5}},
        {"no more days than that",
         {lying(1, day(1)), lying(2, day(2)), lying(3, day(3)), lying(4, day(4))},
         {1, 2, 0, no_cap, 1},
         {3, 4}},
        {"the last of each month beyond",
         {lying(1, stamp(2026, 8, 3)), lying(2, stamp(2026, 8, 20)), lying(3, stamp(2026, 9, 1)),
          lying(4, stamp(2026, 10, 1)), lying(5, day(1))},
         {1, 1, 3, no_cap, 1},
         {3, 4, 5}},
        {"the same month of another year is another",
         {lying(1, stamp(2025, 11, 3)), lying(2, day(3))},
         {1, 1, 2, no_cap, 1},
         {1, 2}},
        {"a clock that said 1970 takes one day, and no more",
         {lying(1, day(1)), lying(2, stamp(1970, 1, 1)), lying(3, stamp(1970, 1, 1)), lying(4, day(2)),
          lying(5, stamp(1970, 1, 1)), lying(6, day(3))},
         {1, 4, 0, no_cap, 1},
         {1, 4, 5, 6}},
        {"a clock that said 2036 keeps nothing from being newest",
         {lying(1, stamp(2036, 1, 1)), lying(2, day(1)), lying(3, day(2)), lying(4, day(3))},
         {2, 2, 0, no_cap, 1},
         {3, 4}},
        {"a clock set back an hour changes no order",
         {lying(1, day(1, 12)), lying(2, day(1, 11))},
         {1, 1, 0, no_cap, 1},
         {2}},
        {"as many as there is room for, the oldest going first",
         {lying(1, day(1), 400), lying(2, day(2), 400), lying(3, day(3), 400), lying(4, day(4), 400)},
         {9, 9, 9, 1000, 1},
         {3, 4}},
        {"nothing older than one that had no room",
         {lying(1, day(1), 1), lying(2, day(2), 900), lying(3, day(3), 400)},
         {9, 9, 9, 1000, 1},
         {3}},
        {"the newest few whatever they take",
         {lying(1, day(1), 5000), lying(2, day(2), 5000), lying(3, day(3), 5000)},
         {9, 9, 9, 1000, 2},
         {2, 3}},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        CHECK(kept(row.all, row.rule) == row.kept);
        auto turned = row.all;
        std::reverse(turned.begin(), turned.end());
        CHECK(kept(turned, row.rule) == row.kept);
    }
}

TEST_CASE("a year of copies leaves at most 24, 30 and 12, and dropping again drops nothing") {
    std::vector<app::LyingCopy> all;
    std::int64_t no = 0;
    for (auto day = sys_days(2026y / 1 / 1); day < sys_days(2027y / 1 / 1); day += days(1))
        for (int hour = 8; hour < 16; ++hour) {
            all.push_back(lying(++no, {day, hour, 0}));
            auto const gone = app::copies_to_drop(all, {});
            std::erase_if(all, [&](auto const& copy) {
                return std::any_of(gone.begin(), gone.end(), [&](auto const& one) { return one.name == copy.name; });
            });
            REQUIRE(all.size() <= 24 + 30 + 12);
            REQUIRE(app::copies_to_drop(all, {}).empty());
        }
    std::set<unsigned> months;
    std::set<sys_days> last_days;
    for (auto const& copy : all) {
        months.insert(static_cast<unsigned>(year_month_day(copy.name.taken.day).month()));
        last_days.insert(copy.name.taken.day);
    }
    CHECK(months.size() == 12);
    CHECK(last_days.size() >= 30 + 10);
}

// --- when ---

TEST_CASE("a copy is due ten minutes after the last change, at the latest half an hour after the first") {
    app::CopyClock clock;
    clock.forget(app::CopyClock::Copied::Yes);
    clock.see({.version = 1}, 0);
    CHECK_FALSE(clock.due(10'000));
    clock.see({.version = 2}, 10'000);
    CHECK_FALSE(clock.due(10'599));
    CHECK(clock.next_s() == 10'600);
    CHECK(clock.due(10'600) == CopyReason::Change);
    std::uint64_t version = 2;
    for (double at = 10'300; at < 11'800; at += 300) {
        clock.see({.version = ++version}, at);
        CHECK_FALSE(clock.due(at));
    }
    CHECK(clock.due(11'800) == CopyReason::Change);
    clock.begun();
    CHECK_FALSE(clock.due(11'800));
    clock.done(true, 11'801);
    clock.see({.version = version}, 20'000);
    CHECK_FALSE(clock.due(90'000));
}

TEST_CASE("what changes while a copy is taken is in the next one") {
    app::CopyClock clock;
    clock.see({.version = 1}, 0);
    CHECK(clock.due(600));
    clock.begun();
    clock.see({.version = 2}, 601);
    clock.done(true, 602);
    CHECK_FALSE(clock.due(1200));
    CHECK(clock.due(1201) == CopyReason::Change);
}

TEST_CASE("a meeting that ended is copied at once") {
    app::CopyClock clock;
    clock.see({.version = 1, .meeting = true}, 0);
    clock.see({.version = 2, .meeting = false}, 5);
    CHECK(clock.due(5) == CopyReason::Meeting);
}

TEST_CASE("nothing is copied while a round or a pulse is open, and then at once what was due") {
    app::CopyClock clock;
    clock.see({.version = 1, .meeting = true, .secret = true}, 0);
    clock.see({.version = 2, .meeting = false, .secret = true}, 5);
    CHECK_FALSE(clock.due(100'000));
    CHECK(clock.next_s() > 1e300);
    clock.see({.version = 3}, 100'000);
    CHECK(clock.due(100'000) == CopyReason::Meeting);
}

TEST_CASE("a copy that was not taken is tried again, and is still a meeting's") {
    app::CopyClock clock;
    clock.see({.version = 1, .meeting = true}, 0);
    clock.see({.version = 2}, 5);
    clock.begun();
    clock.done(false, 10);
    CHECK_FALSE(clock.due(609));
    CHECK(clock.due(610) == CopyReason::Meeting);
}

// --- how ---

namespace {

/// The demo's board in a store of its own, and where its copies go.
struct Board {
    TestFolder folder{"copies"};
    fs::path file = folder / "tavle.rundtbord";
    std::atomic<bool> full = false;
    Disk disk{
        [this](DiskCall const& call) { return full && call.kind == DiskCall::Kind::Write ? SQLITE_FULL : SQLITE_OK; }};
    app::CopyOrder order{
        .folders = {folder.path(), folder / "eksport"}, .board_file = file, .now = stamp(2026, 11, 23)};
    std::optional<store::Store> store;

    Board() {
        demo_wall(file);
        open();
    }
    void open() { store.emplace(store::Store::open(file).value()); }
    app::Table::Copier copier() {
        return [this](fs::path to, std::int64_t room) -> store::Result<store::Contents> {
            if (*store->size() > room)
                return tl::unexpected(store::Failure{store::Fault::DiskFull, ""});
            return store->copy_into(to);
        };
    }
    auto take(CopyReason reason = CopyReason::Asked) {
        order.reason = reason;
        return app::take_copy(copier(), order);
    }
    fs::path copies() const { return order.folders.copies_of(file); }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        if (fs::exists(copies()))
            for (auto const& entry : fs::directory_iterator(copies()))
                all.push_back(entry.path().filename().string());
        return all;
    }
    void change() {
        board::Board const board = board::fold(*store->load());
        app::IdSource ids;
        board::AddIdea idea;
        board::Now const now{board::Instant(order.now.day), order.now.day};
        idea.id = {ids.next(now.at)};
        idea.text = "Ny";
        REQUIRE(store->append({ids.next(now.at)}, now.at, *board::decide(board, idea, now)));
    }
};

std::string as_json(fs::path const& file) {
    return exporters::to_json(board::fold(store::read_still(file).value().records));
}

} // namespace

TEST_CASE("a copy lies beside the board under a name, alone, and is the board") {
    Board at;
    auto const taken = at.take();
    REQUIRE(taken);
    CHECK(taken->fresh);
    CHECK(taken->name.no == 1);
    CHECK(at.names() == std::vector{taken->file.filename().string()});
    CHECK(as_json(taken->file) == exporters::to_json(board::fold(*at.store->load())));
    CHECK(app::all_copies_of(at.order.folders, at.file) == std::vector{taken->file});
}

TEST_CASE("of a board that has not changed no other is taken by itself, but when asked for") {
    Board at;
    REQUIRE(at.take());
    CHECK_FALSE(at.take(CopyReason::Change)->fresh);
    CHECK(at.names().size() == 1);
    CHECK(at.take(CopyReason::Asked)->fresh);
    CHECK(at.names().size() == 2);
    at.change();
    auto const changed = at.take(CopyReason::Change);
    CHECK(changed->fresh);
    CHECK(changed->name.no == 3);
}

TEST_CASE("a full disk leaves the copies that are there, and says so") {
    Board at;
    REQUIRE(at.take());
    at.full = true;
    auto const refused = at.take();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "copies.no_room");
    CHECK(at.names().size() == 1);
    at.full = false;
    CHECK(at.take());
    CHECK(at.names().size() == 2);
}

TEST_CASE("a copy leaves room on the disk for the board") {
    Board at;
    at.order.left_free = std::int64_t{1} << 60;
    auto const refused = at.take();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "copies.no_room");
    CHECK(refused.error().missing_bytes > 0);
    CHECK(at.names().empty());
}

TEST_CASE("what a cut left half is swept, and never listed") {
    Board at;
    REQUIRE(at.take());
    auto const whole = at.names();
    REQUIRE(app::write_file(at.copies() / "kopi.rundtbord", "halvt"));
    fs::rename(at.copies() / "kopi.rundtbord", at.copies() / "kopi.rundtbord.part");
    CHECK(app::copies_in(at.copies()).size() == 1);
    app::sweep_copies(at.order.folders, at.file);
    CHECK(at.names() == whole);
}

TEST_CASE("a copy lies in the second place too, or it is said why not, and nothing is lost") {
    Board at;
    auto const second = at.folder / "drev";
    at.order.folders.second = second;
    auto taken = at.take();
    REQUIRE(taken);
    REQUIRE(taken->second);
    CHECK(taken->second->key == "copies.second_missing");
    CHECK_FALSE(fs::exists(second)); // a share that is not mounted is never made
    fs::create_directories(second);
    taken = at.take();
    REQUIRE(taken);
    CHECK_FALSE(taken->second);
    auto const there = app::copies_in(at.order.folders.second_copies_of(at.file));
    REQUIRE(there.size() == 1);
    CHECK(as_json(there[0].file) == as_json(taken->file));
    CHECK(app::all_copies_of(at.order.folders, at.file).size() == 3);
    if (::geteuid() != 0) { // root may write anywhere
        fs::permissions(at.order.folders.second_copies_of(at.file), fs::perms::owner_read | fs::perms::owner_exec);
        taken = at.take();
        REQUIRE(taken);
        CHECK(taken->second->key == "copies.second_no_right");
        fs::permissions(at.order.folders.second_copies_of(at.file), fs::perms::owner_all);
    }
    auto const deleted = app::delete_course(at.file, at.order.folders);
    CHECK(deleted.left.empty());
    CHECK(app::all_copies_of(at.order.folders, at.file).empty());
}

TEST_CASE("a folder of copies that cannot be written to is told, and the copies stay") {
    Board at;
    REQUIRE(app::write_file(at.folder / "sikkerhedskopier", "en fil, ikke en mappe"));
    auto const refused = at.take();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "copies.no_right");
}

TEST_CASE("the list says what each copy holds, and finds one that is not what its name says") {
    Board at;
    REQUIRE(at.take(CopyReason::Meeting));
    at.change();
    auto const second = at.take();
    REQUIRE(second);
    app::KnownCopies known;
    auto list = app::look_at_copies(at.order.folders, at.file, known);
    REQUIRE(list.size() == 2);
    CHECK(list[0].ideas == list[1].ideas + 1);
    CHECK(list[1].reason == CopyReason::Meeting);
    CHECK(list[0].known);
    CHECK(list[0].problem.empty());
    auto bytes = app::read_file(second->file).value();
    auto const at_text = bytes.rfind("Ny\"");
    REQUIRE(at_text != std::string::npos);
    bytes[at_text] = 'M';
    REQUIRE(app::write_file(second->file, bytes));
    known.clear();
    list = app::look_at_copies(at.order.folders, at.file, known);
    CHECK(list[0].problem == "store.damaged");
    CHECK(list[1].problem.empty());
}

TEST_CASE("a page can name a copy, and nothing else") {
    Board at;
    auto const taken = at.take();
    REQUIRE(taken);
    using Where = screens::CopyPlace::Where;
    auto const find = [&](Where where, std::string const& key) {
        return app::path_of({where, key}, at.order.folders, at.file);
    };
    CHECK(find(Where::Here, taken->file.filename().string()) == taken->file);
    CHECK_FALSE(find(Where::Second, taken->file.filename().string()));
    CHECK_FALSE(find(Where::Here, "../../tavle.rundtbord"));
    CHECK_FALSE(find(Where::Here, ""));
    CHECK_FALSE(find(Where::Stick, taken->file.filename().string()));
}
