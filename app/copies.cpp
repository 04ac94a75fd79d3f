#include "copies.h"

#include "board/so_far.h"
#include "board_file.h"
#include "carrier.h"
#include "file.h"
#include "store/durable.h"
#include "text/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <set>
#include <spdlog/spdlog.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using screens::CopyReason;

constexpr char const* ending = ".rundtbord";
/// In the order of CopyReason.
constexpr std::array<std::string_view, 5> reasons = {"moede", "aendring", "start", "bedt-om", "foer-gendannelse"};
constexpr std::size_t digits_of_hash = 16, most_digits = 12;

/// A number of exactly those digits at the front, cut off with the sign after it; nothing when it is none.
std::optional<int> cut_number(std::string_view& text, std::size_t digits, char sign) {
    int number = 0;
    auto const front = text.substr(0, digits);
    auto const read = std::from_chars(front.data(), front.data() + front.size(), number);
    bool const whole = front.size() == digits && read.ec == std::errc() && read.ptr == front.data() + digits &&
                       number >= 0 && text.size() > digits && text[digits] == sign;
    if (!whole)
        return {};
    text.remove_prefix(digits + 1);
    return number;
}

std::optional<screens::Stamp> cut_stamp(std::string_view& text) {
    auto const year = cut_number(text, 4, '-'), month = cut_number(text, 2, '-'), day = cut_number(text, 2, '-'),
               clock = cut_number(text, 4, '-');
    if (!year || !month || !day || !clock)
        return {};
    std::chrono::year_month_day const date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *clock / 100 > 23 || *clock % 100 > 59)
        return {};
    return screens::Stamp{std::chrono::sys_days(date), *clock / 100, *clock % 100};
}

std::pair<int, unsigned> month_of(board::Date day) {
    std::chrono::year_month_day const date{day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month())};
}

bool is_newer(LyingCopy const& a, LyingCopy const& b) {
    return a.name.no != b.name.no ? a.name.no > b.name.no : a.file > b.file;
}

CopyTrouble trouble_of(store::Failure const& failure) {
    switch (failure.fault) {
    case store::Fault::DiskFull: return {"copies.no_room", 0, failure.detail};
    case store::Fault::ReadOnly: return {"copies.no_right", 0, failure.detail};
    default: return {"copies.not_taken", 0, failure.detail};
    }
}

CopyTrouble trouble_of(FileFailure const& failure) {
    return {failure.key == "file.no_right" ? "copies.no_right" : "copies.not_taken", 0, failure.detail};
}

void remove_part(fs::path const& part) {
    std::error_code ignored; // swept again before the next
    for (char const* beside : {"", "-journal", "-wal"})
        fs::remove(part.string() + beside, ignored);
}

fs::path part_in(fs::path const& folder) { return folder / ("kopi" + std::string(ending) + ".part"); }

bool make_folder(fs::path const& folder) {
    std::error_code ec;
    if (fs::is_directory(folder, ec))
        return true;
    fs::create_directories(folder, ec);
    return !ec && store::sync_folder(folder.parent_path()) && store::sync_folder(folder.parent_path().parent_path());
}

std::int64_t size_of(fs::path const& file) {
    std::error_code ec;
    auto const size = fs::file_size(file, ec);
    return ec ? 0 : static_cast<std::int64_t>(size);
}

/// What a copy may take.
std::int64_t room_in(fs::path const& folder, std::int64_t left_free) {
    std::error_code ec;
    auto const space = fs::space(folder, ec);
    return ec ? 0 : static_cast<std::int64_t>(space.available) - left_free;
}

void drop(fs::path const& folder, KeepRule const& rule) {
    auto const gone = copies_to_drop(copies_in(folder), rule);
    for (auto const& copy : gone) {
        std::error_code ec;
        fs::remove(copy.file, ec);
        if (ec)
            spdlog::warn("{}: {}", copy.file.string(), ec.message());
    }
    if (!gone.empty())
        store::sync_folder(folder);
}

CopyTrouble second_trouble(Carried const& carried) {
    switch (carried.fault.value_or(CarryFault::Failed)) {
    case CarryFault::NoRoom: return {"copies.second_no_room", carried.missing};
    case CarryFault::Protected: return {"copies.second_no_right"};
    case CarryFault::Gone: return {"copies.second_missing"};
    default: return {"copies.second_failed"};
    }
}

/// The second place itself is never made: a share that is not mounted is no place.
std::optional<CopyTrouble> lay_in_second(fs::path const& copy, CopyOrder const& order) {
    if (order.folders.second.empty())
        return {};
    std::error_code ec;
    if (!fs::is_directory(order.folders.second, ec))
        return CopyTrouble{"copies.second_missing"};
    auto const folder = order.folders.second_copies_of(order.board_file);
    auto trouble = lay_in(folder, copy.filename().string(), copy);
    if (!trouble)
        drop(folder, order.rule);
    return trouble;
}

/// From a part that holds `live` to a copy that is proved and has its name.
tl::expected<TakenCopy, CopyTrouble> name_copy(fs::path const& part, store::Contents const& live, std::int64_t last_no,
                                               CopyOrder const& order) {
    auto const proved = store::finish_copy(part).and_then([&] { return store::prove(part); });
    if (!proved)
        return tl::unexpected(trouble_of(proved.error()));
    if (*proved != live)
        return tl::unexpected(CopyTrouble{"copies.not_taken", 0, "the copy does not hold what the board holds"});
    TakenCopy taken{.name = {last_no + 1, order.now, order.reason, live.hash}, .contents = live};
    taken.file = part.parent_path() / file_name_of(taken.name);
    if (auto const moved = move_file(part, taken.file); !moved)
        return tl::unexpected(trouble_of(moved.error()));
    drop(part.parent_path(), order.rule);
    taken.second = lay_in_second(taken.file, order);
    return taken;
}

/// The highest number in either place: one that was dropped is not given again while a later one lies anywhere.
std::int64_t last_number(CopyOrder const& order) {
    std::int64_t last = 0;
    for (auto const& folder :
         {order.folders.copies_of(order.board_file), order.folders.second_copies_of(order.board_file)})
        for (auto const& copy : copies_in(folder))
            last = std::max(last, copy.name.no);
    return last;
}

using WriteCopy = std::function<store::Result<store::Contents>(fs::path const& part)>;

tl::expected<TakenCopy, CopyTrouble> take(CopyOrder const& order, bool only_when_changed, WriteCopy const& write) {
    auto const folder = order.folders.copies_of(order.board_file);
    if (!make_folder(folder))
        return tl::unexpected(CopyTrouble{"copies.no_right", 0, folder.string() + " cannot be made"});
    auto const part = part_in(folder);
    remove_part(part);
    auto const live = write(part);
    if (!live) {
        remove_part(part);
        return tl::unexpected(trouble_of(live.error()));
    }
    auto const before = copies_in(folder);
    auto const same = std::find_if(before.begin(), before.end(), [&](LyingCopy const& copy) {
        return copy.name.hash == live->hash && is_what_its_name_says(copy);
    });
    if (only_when_changed && same != before.end()) {
        remove_part(part);
        return TakenCopy{same->name, same->file, *live, false, lay_in_second(same->file, order)};
    }
    auto taken = name_copy(part, *live, last_number(order), order);
    remove_part(part);
    return taken;
}

} // namespace

std::string file_name_of(CopyName const& name) {
    std::chrono::year_month_day const day{name.taken.day};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%06lld-%04d-%02u-%02u-%02d%02d-", static_cast<long long>(name.no),
                  static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                  name.taken.hour, name.taken.minute);
    return text.data() + std::string(reasons[static_cast<std::size_t>(name.reason)]) + "-" + name.hash + ending;
}

std::optional<CopyName> parse_copy_name(std::string_view text) {
    CopyName name;
    auto const digits = text.find('-');
    if (!text.ends_with(ending) || digits == std::string_view::npos || digits < 6 || digits > most_digits)
        return {};
    text.remove_suffix(std::string_view(ending).size());
    auto const read = std::from_chars(text.data(), text.data() + digits, name.no);
    if (read.ec != std::errc() || read.ptr != text.data() + digits || name.no < 1)
        return {};
    text.remove_prefix(digits + 1);
    auto const stamp = cut_stamp(text);
    auto const dash = text.rfind('-');
    if (!stamp || dash == std::string_view::npos)
        return {};
    auto const reason = std::find(reasons.begin(), reasons.end(), text.substr(0, dash));
    name.taken = *stamp;
    name.hash = text.substr(dash + 1);
    bool const is_hash = name.hash.size() == digits_of_hash &&
                         name.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (reason == reasons.end() || !is_hash)
        return {};
    name.reason = static_cast<CopyReason>(reason - reasons.begin());
    return name;
}

std::string sentence_of(text::Words const& words, CopyTrouble const& trouble) {
    double const mega = std::max(0.1, static_cast<double>(trouble.missing_bytes) / 1e6);
    return words.say(trouble.key, {{"missing", text::amount(words.language(), std::ceil(mega * 10) / 10, "MB")}});
}

std::vector<LyingCopy> copies_in(fs::path const& folder) {
    std::vector<LyingCopy> found;
    std::error_code ec;
    for (auto at = fs::directory_iterator(folder, ec); !ec && at != fs::directory_iterator(); at.increment(ec)) {
        std::error_code gone;
        auto name = parse_copy_name(at->path().filename().string());
        if (name && at->symlink_status(gone).type() == fs::file_type::regular)
            found.push_back({std::move(*name), at->path(), size_of(at->path())});
    }
    std::sort(found.begin(), found.end(), is_newer);
    return found;
}

std::vector<fs::path> all_copies_of(CourseFolders const& folders, fs::path const& board_file) {
    std::vector<fs::path> all;
    for (auto const& folder : {folders.copies_of(board_file), folders.second_copies_of(board_file)})
        for (auto const& copy : copies_in(folder))
            all.push_back(copy.file);
    return all;
}

std::vector<LyingCopy> copies_to_drop(std::vector<LyingCopy> lying, KeepRule const& rule) {
    std::sort(lying.begin(), lying.end(), is_newer);
    std::set<board::Date> days;
    std::set<std::pair<int, unsigned>> months;
    std::vector<LyingCopy> dropped;
    std::int64_t bytes = 0;
    int kept = 0;
    bool full = false;
    for (std::size_t at = 0; at < lying.size(); ++at) {
        auto& copy = lying[at];
        bool const recent = at < static_cast<std::size_t>(rule.recent);
        bool const of_day = days.size() < static_cast<std::size_t>(rule.daily) &&
                            days.insert(copy.name.taken.day).second;
        bool const of_month = months.size() < static_cast<std::size_t>(rule.monthly) &&
                              months.insert(month_of(copy.name.taken.day)).second;
        bool const wanted = recent || of_day || of_month;
        full = full || (wanted && kept >= rule.least && bytes + copy.bytes > rule.most_bytes);
        if (wanted && !full) {
            bytes += copy.bytes;
            ++kept;
        } else {
            dropped.push_back(std::move(copy));
        }
    }
    return dropped;
}

namespace {

/// How much room a full disk lacks.
void tell_missing(tl::expected<TakenCopy, CopyTrouble>& taken, CopyOrder const& order) {
    if (!taken && taken.error().key == "copies.no_room")
        taken.error().missing_bytes = std::max<std::int64_t>(
            1, size_of(order.board_file) - room_in(order.board_file.parent_path(), order.left_free));
}

} // namespace

tl::expected<TakenCopy, CopyTrouble> take_copy(Table::Copier const& copier, CopyOrder const& order) {
    bool const only_when_changed = order.reason == CopyReason::Change || order.reason == CopyReason::Meeting;
    auto taken = take(order, only_when_changed,
                      [&](fs::path const& part) { return copier(part, room_in(part.parent_path(), order.left_free)); });
    tell_missing(taken, order);
    return taken;
}

tl::expected<std::optional<TakenCopy>, CopyTrouble> take_copy_before_migration(CopyOrder const& order) {
    auto const older = store::is_older(order.board_file);
    if (!older || !*older)
        return std::nullopt; // what is wrong is said when it is opened
    auto taken = take(order, false,
                      [&](fs::path const& part) { return store::copy_before_migration(order.board_file, part); });
    tell_missing(taken, order);
    if (!taken)
        return tl::unexpected(std::move(taken.error()));
    return std::move(*taken);
}

std::optional<CopyTrouble> lay_in(fs::path const& folder, std::string const& name, fs::path const& file) {
    std::error_code there; // said when it cannot be opened
    fs::create_directory(folder, there);
    auto const target = open_target(folder);
    if (!target)
        return CopyTrouble{"copies.second_no_right"};
    if ((*target)->has(name))
        return {};
    auto bytes = read_file(file);
    if (!bytes)
        return CopyTrouble{"copies.second_failed", 0, bytes.error().detail};
    std::vector<Cargo> cargo;
    cargo.push_back({name, std::move(*bytes)});
    std::atomic<bool> const stopped = false;
    auto const carried = carry(
        **target, [&]() -> tl::expected<std::vector<Cargo>, std::string> { return std::move(cargo); }, stopped,
        [](Carried const&) {});
    return carried.step == Carried::Step::Done ? std::nullopt : std::optional(second_trouble(carried));
}

void sweep_copies(CourseFolders const& folders, fs::path const& board_file) {
    remove_part(part_in(folders.copies_of(board_file)));
    std::error_code ignored; // taken away before the next is written, too
    auto const second = folders.second_copies_of(board_file);
    for (auto at = fs::directory_iterator(second, ignored); !ignored && at != fs::directory_iterator();
         at.increment(ignored)) {
        auto const name = at->path().filename().string();
        bool const ours = name.starts_with(".") && name.ends_with(".part") &&
                          parse_copy_name(std::string_view(name).substr(1, name.size() - 6));
        std::error_code left;
        if (ours)
            fs::remove(at->path(), left);
    }
}

bool is_what_its_name_says(LyingCopy const& copy) {
    auto const found = store::prove(copy.file);
    return found && found->hash == copy.name.hash;
}

Counts counts_of(board::Board const& board, board::Date today) {
    Counts counts{.ideas = static_cast<int>(board.ideas.size()), .meetings = board::so_far(board, today).held};
    for (board::Idea const& idea : board.ideas)
        counts.trials += static_cast<int>(
            std::count_if(idea.trials.begin(), idea.trials.end(),
                          [](board::Trial const& trial) { return trial.state != board::TrialState::Draft; }));
    return counts;
}

void tell_board(screens::CopyFacts& facts, std::vector<board::Record> const& records) {
    auto const board = board::fold(records);
    if (!records.empty())
        facts.changed = std::chrono::floor<std::chrono::days>(records.back().at);
    auto const day = facts.taken ? facts.taken->day : facts.changed.value_or(board::Date());
    auto const counts = counts_of(board, day);
    facts.course = board.course.name;
    facts.ideas = counts.ideas;
    facts.trials = counts.trials;
    facts.meetings = counts.meetings;
    facts.known = true;
}

namespace {

screens::CopyFacts read_copy(LyingCopy const& copy) {
    screens::CopyFacts facts;
    facts.taken = copy.name.taken;
    facts.reason = copy.name.reason;
    facts.bytes = copy.bytes;
    auto const found = store::read_still(copy.file);
    if (!found)
        facts.problem = store_key(found.error().fault);
    else if (found->contents.hash != copy.name.hash)
        facts.problem = store_key(store::Fault::Damaged);
    else
        tell_board(facts, found->records);
    if (!facts.problem.empty())
        spdlog::warn("{}: {}", copy.file.string(), found ? "does not hold what its name says" : found.error().detail);
    return facts;
}

/// From the second place only its name is believed: what lies there is not opened where it lies.
screens::CopyFacts listed(LyingCopy const& copy) {
    screens::CopyFacts facts;
    facts.taken = copy.name.taken;
    facts.reason = copy.name.reason;
    facts.bytes = copy.bytes;
    return facts;
}

} // namespace

std::vector<screens::CopyFacts> look_at_copies(CourseFolders const& folders, fs::path const& board_file,
                                               KnownCopies& known) {
    using Where = screens::CopyPlace::Where;
    auto const here = copies_in(folders.copies_of(board_file)), there = copies_in(folders.second_copies_of(board_file));
    std::set<std::string> names, names_there;
    for (auto const& copy : there)
        names_there.insert(copy.file.filename().string());
    std::vector<std::pair<std::int64_t, screens::CopyFacts>> all;
    for (auto const& copy : here) {
        auto const key = copy.file.filename().string();
        names.insert(key);
        auto facts = known.contains(key) ? known[key] : read_copy(copy);
        if (facts.problem.empty())
            known[key] = facts;
        facts.place = {Where::Here, key};
        facts.second_too = names_there.contains(key);
        all.emplace_back(copy.name.no, std::move(facts));
    }
    for (auto const& copy : there) {
        auto const key = copy.file.filename().string();
        if (names.contains(key))
            continue;
        auto facts = listed(copy);
        facts.place = {Where::Second, key};
        facts.second_too = true;
        all.emplace_back(copy.name.no, std::move(facts));
    }
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    std::vector<screens::CopyFacts> list;
    for (auto& one : all)
        list.push_back(std::move(one.second));
    return list;
}

std::optional<fs::path> path_of(screens::CopyPlace const& place, CourseFolders const& folders,
                                fs::path const& board_file) {
    if (place.where == screens::CopyPlace::Where::Stick || !parse_copy_name(place.key))
        return {};
    bool const here = place.where == screens::CopyPlace::Where::Here;
    for (auto const& copy : copies_in(here ? folders.copies_of(board_file) : folders.second_copies_of(board_file)))
        if (copy.file.filename() == place.key)
            return copy.file;
    return {};
}

} // namespace app
