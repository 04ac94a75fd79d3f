// The order: laid aside and durable first; then a whole board beside the damaged one; last the names. A cut anywhere
// leaves the damaged file where it was, and the next start begins again.
#include "recovery.h"

#include "board_file.h"
#include "file.h"
#include "foreign_boards.h"
#include "store/durable.h"

#include <algorithm>
#include <limits>
#include <map>
#include <spdlog/spdlog.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr int most_laid_aside = 20; // folders; then the disk is kept, not one more of the same

fs::path recovered_part(fs::path const& file) { return file.string() + ".reddet.part"; }

std::vector<fs::path> laid_aside(fs::path const& folder) {
    std::vector<fs::path> found;
    std::error_code ec;
    for (auto at = fs::directory_iterator(folder, ec); !ec && at != fs::directory_iterator(); at.increment(ec))
        found.push_back(at->path());
    std::sort(found.begin(), found.end());
    return found;
}

/// »003-2026-11-23-0942«: numbered, since a clock can jump.
std::string folder_name(std::size_t no, Moment const& now) {
    std::chrono::year_month_day const day{now.now.today};
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%03zu-%04d-%02u-%02u-%02d%02d", no, static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), now.hour, now.minute);
    return text.data();
}

store::Failure failed(std::string detail) { return {store::Fault::Damaged, std::move(detail)}; }

store::Result<void> copy_durably(fs::path const& from, fs::path const& to) {
    std::error_code ec;
    if (!fs::exists(from, ec))
        return {};
    return read_file(from)
        .and_then([&](std::string const& bytes) { return write_file(to, bytes, Readers::OwnerOnly); })
        .map_error([](FileFailure const& failure) {
            return failure.key == "file.no_room" ? store::Failure{store::Fault::DiskFull, failure.detail}
                                                 : failed(failure.detail);
        });
}

/// The damaged file and its log in a folder of their own.
store::Result<fs::path> lay_aside(fs::path const& file, CourseFolders const& folders, Moment const& now,
                                  std::size_t most = most_laid_aside) {
    auto const all = folders.damaged_of(file);
    auto const before = laid_aside(all);
    for (auto const& folder : before)
        if (same_bytes(folder / file.filename(), file))
            return folder / file.filename(); // an earlier start came no further
    if (before.size() >= most)
        return tl::unexpected(failed("as many files lie aside as may"));
    auto const folder = all / folder_name(before.size() + 1, now);
    std::error_code ec;
    bool const is_new = fs::create_directories(folder, ec);
    auto const aside = folder / file.filename();
    auto const wal = [](fs::path const& path) { return fs::path(path.string() + "-wal"); };
    if (ec)
        return tl::unexpected(ec == std::errc::no_space_on_device ? store::Failure{store::Fault::DiskFull, ec.message()}
                                                                  : failed(folder.string() + ": " + ec.message()));
    return copy_durably(wal(file), wal(aside))
        .and_then([&] { return copy_durably(file, aside); })
        .and_then([&] { return store::sync_folder(folder); })
        .and_then([&] { return store::sync_folder(all); })
        .and_then([&] { return store::sync_folder(all.parent_path()); })
        .and_then([&] { return store::sync_folder(folders.boards); })
        .map([&] { return aside; })
        .map_error([&](store::Failure failure) {
            std::error_code left; // half of it, which the next try would count
            if (is_new)
                fs::remove_all(folder, left);
            return failure;
        });
}

/// The records that both have by number are the same.
bool is_of(std::vector<board::Record> const& copy, std::vector<board::Record> const& left) {
    return std::all_of(left.begin(), left.end(), [&](board::Record const& record) {
        auto const at = static_cast<std::size_t>(record.sequence) - 1;
        return at >= copy.size() || copy[at].operation == record.operation;
    });
}

struct Base {
    fs::path file;
    std::vector<board::Record> records;
};

/// The newest copy that is whole and that the damaged board came from; else the newest that is whole.
std::optional<Base> find_base(fs::path const& file, CourseFolders const& folders,
                              std::vector<board::Record> const& left) {
    std::optional<Base> newest;
    for (auto const& copy : copies_in(folders.copies_of(file))) {
        auto found = store::read_still(copy.file);
        if (!found || found->contents.hash != copy.name.hash)
            continue;
        if (is_of(found->records, left))
            return Base{copy.file, std::move(found->records)};
        if (!newest)
            newest = Base{copy.file, std::move(found->records)};
    }
    if (newest)
        return newest;
    for (auto const& copy : copies_in(folders.second_copies_of(file))) { // others may write there
        auto const part = folders.brought();
        if (!bring(copy.file, part))
            continue;
        if (auto found = store::read_still(part); found && found->contents.hash == copy.name.hash)
            return Base{part, std::move(found->records)};
    }
    return {};
}

/// What was read after the copy, as far as it makes a board that keeps its rules: all of it, or until the first gap.
store::Salvage after(Base const& base, store::Salvage left) {
    auto const last = base.records.empty() ? 0 : base.records.back().sequence;
    if (!is_of(base.records, left.records))
        left.records.clear();
    std::erase_if(left.records, [&](board::Record const& record) { return record.sequence <= last; });
    auto const is_sound = [&] {
        auto all = base.records;
        all.insert(all.end(), left.records.begin(), left.records.end());
        auto const board = board::fold(all);
        return board.exists() && board::broken_invariants(board).empty();
    };
    if (is_sound())
        return left;
    std::size_t whole = 0;
    while (whole < left.records.size() && left.records[whole].sequence == last + 1 + static_cast<std::int64_t>(whole))
        ++whole;
    left.records.resize(whole);
    if (!is_sound())
        left.records.clear();
    return left;
}

/// By the wall's clock, which is so much off UTC as it is now.
screens::Stamp stamp_of(board::Instant at, Moment const& now) {
    using namespace std::chrono;
    auto const local_now = sys_time<minutes>(now.now.today) + hours(now.hour) + minutes(now.minute);
    auto const local = floor<minutes>(at) + (local_now - floor<minutes>(now.now.at));
    auto const day = floor<days>(local);
    auto const since = static_cast<int>((local - day).count());
    return {day, since / 60, since % 60};
}

store::Result<void> build(fs::path const& part, std::optional<Base> const& base, store::Salvage const& later,
                          fs::path const& aside) {
    remove_board(part);
    auto const made = base ? store::rebuild(base->file, part).map([](auto const&) {})
                           : store::Store::create(part).map([](auto const&) {});
    return made.and_then([&] { return store::append_salvaged(part, later, aside); });
}

/// The new board takes the name; the damaged file lies aside with its log, so neither is needed here any more.
store::Result<void> take_place(fs::path const& part, fs::path const& file) {
    std::error_code ec;
    if (fs::exists(part.string() + "-wal", ec))
        return tl::unexpected(failed("the recovered board's log is not empty"));
    fs::remove(file.string() + "-wal", ec);
    if (ec || !store::sync_folder(file.parent_path()) || !move_file(part, file))
        return tl::unexpected(failed("the recovered board could not take its place"));
    return {};
}

tl::expected<OpenedCourse, store::Failure> recover(fs::path const& file, CourseFolders const& folders,
                                                   Moment const& now, store::Failure const& failure,
                                                   std::function<void()> wake) {
    // Of a board that can be recovered, and cannot be written for want of room, it is the room that is told.
    auto const why = [&](store::Failure const& hindrance) {
        spdlog::error("{}: {}", file.string(), hindrance.detail);
        return tl::unexpected(hindrance.fault == store::Fault::DiskFull ? hindrance : failure);
    };
    auto const aside = lay_aside(file, folders, now);
    if (!aside)
        return why(aside.error());
    auto left = store::salvage(*aside);
    auto const base = find_base(file, folders, left.records);
    auto const all_unread = left.unreadable;
    auto const all_read = left.records.size();
    auto const later = after(base.value_or(Base{}), std::move(left));
    if (!base && later.records.empty())
        return tl::unexpected(failure);
    auto const part = recovered_part(file);
    auto const built = build(part, base, later, *aside).and_then([&] { return take_place(part, file); });
    remove_board(folders.brought());
    if (!built) {
        remove_board(part);
        return why(built.error());
    }
    auto table = open_table(file, std::move(wake));
    if (!table)
        return tl::unexpected(table.error());
    auto const& history = (*table)->history();
    screens::RecoveryFacts facts;
    facts.ideas = static_cast<int>((*table)->board().ideas.size());
    if (!history.empty())
        facts.last = stamp_of(history.back().at, now);
    auto const known = base ? base->records.size() : 0;
    auto const rows = all_read + static_cast<std::size_t>(all_unread);
    facts.lost = rows > history.size() ? static_cast<int>(rows - std::max(history.size(), known)) : 0;
    facts.folder = aside->parent_path().string();
    spdlog::warn("{} was damaged ({}); {} records are back, {} are not", file.string(), failure.detail, history.size(),
                 facts.lost);
    return OpenedCourse{std::move(*table), std::move(facts)};
}

} // namespace

store::Result<void> put_in_place(fs::path const& file, CourseFolders const& folders, Moment const& now,
                                 std::vector<board::Record> const& records) {
    std::error_code ec;
    bool const is_there = fs::exists(fs::symlink_status(file, ec));
    if (is_there && !lay_aside(file, folders, now, std::numeric_limits<std::size_t>::max()))
        return tl::unexpected(failed("the file could not be laid aside"));
    auto const part = recovered_part(file);
    remove_board(part);
    if (auto const made = make_board_file(part, records); !made)
        return tl::unexpected(failed(made.error()));
    auto placed = take_place(part, file);
    if (!placed)
        remove_board(part);
    return placed;
}

void sweep_at_start(CourseFolders const& folders) {
    remove_board(folders.brought());
    remove_board(folders.boards / "ny.rundtbord.part");
}

std::vector<fs::path> laid_aside_of(CourseFolders const& folders, fs::path const& board_file) {
    std::vector<fs::path> found;
    std::error_code ec;
    for (auto at = fs::recursive_directory_iterator(folders.damaged_of(board_file), ec);
         !ec && at != fs::recursive_directory_iterator(); at.increment(ec))
        if (at->is_regular_file(ec))
            found.push_back(at->path());
    return found;
}

bool was_there(fs::path const& file, CourseFolders const& folders) {
    std::error_code ec;
    return fs::exists(file, ec) || !all_copies_of(folders, file).empty();
}

tl::expected<OpenedCourse, store::Failure> open_course(fs::path const& file, CourseFolders const& folders,
                                                       Moment const& now, std::function<void()> wake) {
    sweep_copies(folders, file);
    for (char const* part : {".gendannet.part", ".reddet.part"}) // a cut before the names were exchanged, or after
        remove_board(file.string() + part);
    CopyOrder const order{.folders = folders,
                          .board_file = file,
                          .now = {now.now.today, now.hour, now.minute},
                          .reason = screens::CopyReason::Start};
    auto copied = take_copy_before_migration(order);
    if (!copied)
        spdlog::error("{}: no copy before it is opened: {}", file.string(), copied.error().detail);
    auto table = open_table(file, wake);
    if (table)
        return OpenedCourse{.table = std::move(*table),
                            .not_copied = copied ? std::nullopt : std::optional(std::move(copied.error()))};
    using store::Fault;
    auto const fault = table.error().fault;
    bool const gone = fault == Fault::NotFound || fault == Fault::NotABoard;
    bool const recoverable = fault == Fault::Damaged || (gone && !all_copies_of(folders, file).empty());
    if (!recoverable)
        return tl::unexpected(table.error());
    return recover(file, folders, now, table.error(), std::move(wake));
}

} // namespace app
