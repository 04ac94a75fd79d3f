#include "bring_files.h"

#include "platform/sticks.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>

namespace app {
namespace {

using platform::Descriptor;
using platform::StickResult;
using screens::BringKind;
using screens::HomePlace;

constexpr std::size_t head_bytes = 512;

platform::StickWalk usual_walk() {
    platform::StickWalk walk;
    walk.depth = 3;
    walk.files = 200;
    walk.wanted = [](std::string_view name) { return kind_of(name, {}).has_value(); };
    return walk;
}

std::string ending_of(std::string_view name) {
    auto const dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? "" : name.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending;
}

template <std::size_t n> bool is_one_of(std::string const& word, std::array<std::string_view, n> const& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

StickResult<Descriptor> open_folder(std::filesystem::path const& folder) {
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened)
        return tl::unexpected(errno == ENOENT ? platform::StickFault::Pulled : platform::StickFault::Unreadable);
    return opened;
}

StickResult<Descriptor> open_root(BringFrom const& from, std::string const& stick) {
    return stick.empty() ? open_folder(from.folder) : platform::Sticks(from.sticks).open({stick, {}});
}

/// Up to `most` bytes; an errno.
tl::expected<std::string, int> read_from(int file, std::size_t most) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() < most) {
        ssize_t const got = ::read(file, buffer.data(), std::min(buffer.size(), most - bytes.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl::unexpected(errno);
        if (got == 0)
            break;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return bytes;
}

/// Another for each file on a place, whatever its name holds: a slash and a NUL stand in none.
std::string key_of(std::string const& stick, std::vector<std::string> const& path) {
    std::string key = stick;
    for (std::string const& name : path)
        key += "/" + name;
    return key;
}

std::optional<board::Date> day_of(std::int64_t seconds) {
    auto const day = std::chrono::floor<std::chrono::days>(board::Instant(std::chrono::seconds(seconds)));
    auto const year = std::chrono::year_month_day(day).year();
    bool const is_told = year > std::chrono::year(1980) && year < std::chrono::year(2200); // FAT without a clock
    return is_told ? std::optional<board::Date>(day) : std::nullopt;
}

void list(Descriptor const& root, std::string const& stick, screens::BringPlace& place, std::vector<BringPath>& paths) {
    auto listing = platform::list_files(root, usual_walk());
    place.looked = true;
    if (!listing) {
        place.place.state = HomePlace::State::Unreadable;
        return;
    }
    place.more = listing->more;
    for (auto& file : listing->files) {
        std::string head;
        if (auto const opened = platform::open_file(root, file.path))
            head = read_from(opened->number(), head_bytes).value_or("");
        auto const kind = kind_of(file.path.back(), head);
        if (!kind)
            continue;
        place.files.push_back({.key = key_of(stick, file.path),
                               .name = file.name,
                               .kind = *kind,
                               .bytes = file.bytes,
                               .changed = day_of(file.modified_s)});
        paths.push_back({stick, std::move(file.path)});
    }
}

} // namespace

std::optional<BringKind> kind_of(std::string_view name, std::string_view head) {
    constexpr auto tables = std::to_array<std::string_view>({"csv", "tsv", "txt", "json"});
    constexpr auto workbooks = std::to_array<std::string_view>({"xlsx", "xls", "xlsm", "ods", "numbers"});
    auto const ending = ending_of(name);
    bool const is_workbook = is_one_of(ending, workbooks);
    if (!is_workbook && !is_one_of(ending, tables))
        return {};
    bool const is_packed = head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0"); // new, and old
    if (is_workbook || is_packed)
        return BringKind::Workbook;
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    auto const first = head.find_first_not_of(" \t\r\n");
    bool const is_json = ending == "json" || (first != std::string_view::npos && head[first] == '{');
    if (!is_json)
        return BringKind::Table;
    bool const is_ours = head.find("\"format\"") != std::string_view::npos &&
                         head.find("\"rundt-bordet\"") != std::string_view::npos;
    return is_ours ? BringKind::Course : BringKind::Trello;
}

std::vector<HomePlace> find_places(BringFrom const& from) {
    std::vector<HomePlace> places;
    for (auto const& stick : platform::Sticks(from.sticks).list())
        places.push_back({.key = stick.folder, .name = stick.name});
    places.push_back({.name = platform::shown_name(from.folder.filename().string())});
    return places;
}

FoundFiles find_files(BringFrom const& from) {
    FoundFiles found;
    for (auto& place : find_places(from)) {
        std::string const stick = place.key;
        auto& here = found.places.emplace_back(screens::BringPlace{.place = std::move(place)});
        auto const root = open_root(from, stick);
        if (root)
            list(*root, stick, here, found.paths);
        else if (!stick.empty() || root.error() == platform::StickFault::Unreadable)
            here.place.state = HomePlace::State::Unreadable; // a folder that is not there yet is an empty one
        here.looked = true;
    }
    return found;
}

tl::expected<std::string, BringFault> read_whole(BringFrom const& from, BringPath const& path, std::size_t most_bytes) {
    auto const root = open_root(from, path.stick);
    if (!root)
        return tl::unexpected(path.stick.empty() ? BringFault::Gone : BringFault::Pulled);
    auto const file = platform::open_file(*root, path.path);
    if (!file)
        return tl::unexpected(file.error() == platform::StickFault::Unreadable ? BringFault::Unreadable
                                                                               : BringFault::Gone);
    struct stat about {};
    bool const known = ::fstat(file->number(), &about) == 0;
    if (known && static_cast<std::uint64_t>(about.st_size) > most_bytes)
        return tl::unexpected(BringFault::TooLarge);
    auto bytes = read_from(file->number(), most_bytes + 1); // one that grows meanwhile is too large as well
    if (!bytes)
        return tl::unexpected(path.stick.empty() ? BringFault::Unreadable : BringFault::Pulled);
    if (bytes->size() > most_bytes)
        return tl::unexpected(BringFault::TooLarge);
    return std::move(*bytes);
}

} // namespace app
