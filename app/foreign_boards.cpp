#include "foreign_boards.h"

#include "board/apply.h"
#include "board_file.h"
#include "platform/sticks.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using Brought = tl::expected<void, std::string>;
using platform::Descriptor;

constexpr std::string_view ending = ".rundtbord";
constexpr std::size_t piece = 256 * 1024;

constexpr std::size_t most_records = 200'000; // far above what any team writes

/// Whether the records are a board by our own rules.
bool is_sound(std::vector<board::Record> const& records) {
    constexpr auto first = board::Instant{}, last = board::Instant(std::chrono::days(100'000)); // until 2243
    bool const in_time = std::all_of(records.begin(), records.end(),
                                     [&](auto const& record) { return record.at >= first && record.at < last; });
    if (!in_time || records.size() > most_records)
        return false;
    auto const board = board::fold(records);
    return board.exists() && board::broken_invariants(board).empty();
}

/// A name without a slash cannot hold this either, so that no two files have the same key.
std::string key_of(platform::Stick const& stick, platform::StickFile const& file) {
    std::string key = stick.folder;
    for (auto const& part : file.path)
        key += '/' + part;
    return key;
}

platform::StickWalk board_walk() {
    platform::StickWalk walk;
    walk.files = 100;
    walk.wanted = [](std::string_view name) { return name.ends_with(ending); };
    return walk;
}

using Visit = std::function<bool(platform::Stick const&, Descriptor const&, platform::StickFile const&)>;
/// Each board file on each stick, until one is enough; whether a stick is in.
bool each_board(fs::path const& folder, Visit const& visit) {
    platform::Sticks const sticks(folder);
    auto const in = sticks.list();
    for (auto const& stick : in) {
        auto const root = sticks.open(stick);
        auto const found = root ? platform::list_files(*root, board_walk())
                                : tl::unexpected(platform::StickFault::Unreadable);
        if (!found)
            continue;
        for (auto const& file : found->files)
            if (visit(stick, *root, file))
                return true;
    }
    return !in.empty();
}

Brought fail(char const* key) { return tl::unexpected(std::string(key)); }

Brought fail_writing(int error) {
    return fail(error == ENOSPC || error == EDQUOT ? "file.no_room" : "file.unwritable");
}

Brought write_all(Descriptor const& to, char const* bytes, std::size_t size) {
    while (size > 0) {
        auto const written = ::write(to.number(), bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail_writing(errno);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return {};
}

/// What a file is said to be long is not believed: it is read until its end, or until it is too long.
Brought copy_bytes(Descriptor const& from, Descriptor const& to, std::int64_t most_bytes, char const* gone) {
    std::vector<char> buffer(piece);
    std::int64_t all = 0;
    for (;;) {
        auto const got = ::read(from.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(gone);
        if (got == 0)
            return ::fsync(to.number()) == 0 ? Brought() : fail_writing(errno);
        all += got;
        if (all > most_bytes)
            return fail("copies.too_large");
        if (auto const written = write_all(to, buffer.data(), static_cast<std::size_t>(got)); !written)
            return written;
    }
}

Brought bring(Descriptor const& from, fs::path const& to, std::int64_t most_bytes, char const* gone) {
    ::unlink(to.c_str()); // one left by a pulled plug
    Descriptor const made(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (made.number() < 0)
        return fail_writing(errno);
    auto const done = copy_bytes(from, made, most_bytes, gone);
    if (!done)
        ::unlink(to.c_str());
    return done;
}

} // namespace

BoardsOnSticks boards_on_sticks(fs::path const& sticks) {
    BoardsOnSticks found;
    found.stick = each_board(sticks, [&](auto const& stick, auto const&, auto const& file) {
        screens::CopyFacts facts;
        facts.place = {screens::CopyPlace::Where::Stick, key_of(stick, file)};
        facts.name = file.name;
        facts.bytes = file.bytes;
        found.list.push_back(std::move(facts));
        return false;
    });
    return found;
}

Brought bring_from_stick(fs::path const& sticks, std::string const& key, fs::path const& to, std::int64_t most_bytes) {
    Brought brought = fail("home.pulled");
    each_board(sticks, [&](auto const& stick, auto const& root, auto const& file) {
        if (key_of(stick, file) != key)
            return false;
        auto const opened = platform::open_file(root, file.path);
        if (opened)
            brought = bring(*opened, to, most_bytes, "home.pulled");
        return true;
    });
    return brought;
}

Brought bring(fs::path const& from, fs::path const& to, std::int64_t most_bytes) {
    Descriptor const opened(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (opened.number() < 0 || ::fstat(opened.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail("copies.gone");
    return bring(opened, to, most_bytes, "copies.gone");
}

tl::expected<store::Found, std::string> read_foreign(fs::path const& file) {
    auto found = store::read_still(file);
    if (!found)
        return tl::unexpected(store_key(found.error().fault));
    if (!is_sound(found->records))
        return tl::unexpected(std::string("copies.not_sound"));
    return std::move(*found);
}

} // namespace app
