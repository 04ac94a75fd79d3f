// A path is walked name by name, each opened in the folder before it with O_NOFOLLOW: so no link is followed, and no
// name leads out of the stick, whatever changes on it meanwhile.
#include "platform/sticks.h"

#include "board/text_rules.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <tuple>

namespace platform {

namespace {

constexpr std::size_t most_shown = 40, last_shown = 15; // characters; the last ones say what kind of file it is

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

StickFault fault_of(int error) {
    bool const refused = error == EACCES || error == EPERM || error == EINVAL;
    return refused ? StickFault::Unreadable : StickFault::Pulled;
}

tl::unexpected<StickFault> failed() { return tl::unexpected(fault_of(errno)); }

/// One name, never a way.
bool is_plain(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos;
}

Descriptor open_below(int folder, std::string const& name, int flags) {
    if (!is_plain(name)) {
        errno = ENOENT;
        return {};
    }
    return Descriptor(openat(folder, name.c_str(), flags | O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

/// Reads the names of an open folder; the descriptor stays the caller's.
Folder names_in(int folder) {
    int const again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (again < 0)
        return {};
    DIR* const names = fdopendir(again);
    if (!names)
        ::close(again);
    return Folder(names);
}

bool is_hidden(dirent const& entry) { return entry.d_name[0] == '.'; }

/// Looks through one stick until it, the patience or the room is at an end.
class Walk {
  public:
    explicit Walk(StickWalk const& limits)
        : m_limits(limits), m_until(std::chrono::steady_clock::now() + limits.time) {}

    StickResult<void> through(int folder, int depth) {
        Folder const names = names_in(folder);
        if (!names)
            return failed();
        for (;;) {
            errno = 0;
            dirent const* const entry = readdir(names.get());
            if (!entry && errno != 0)
                return failed();
            if (!entry)
                return {};
            if (tired())
                return {};
            if (!is_hidden(*entry))
                look_at(folder, entry->d_name, depth);
        }
    }

    StickListing take() {
        auto& files = m_found.files;
        std::stable_sort(files.begin(), files.end(), [](StickFile const& a, StickFile const& b) {
            return a.modified_s != b.modified_s ? a.modified_s > b.modified_s : a.path < b.path;
        });
        if (files.size() > static_cast<std::size_t>(m_limits.files)) {
            files.resize(static_cast<std::size_t>(m_limits.files));
            m_found.more = true;
        }
        return std::move(m_found);
    }

  private:
    bool tired() {
        m_found.more |= ++m_entries > m_limits.entries || std::chrono::steady_clock::now() > m_until;
        return m_found.more;
    }

    void look_at(int folder, std::string const& name, int depth) {
        struct stat about {};
        if (fstatat(folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0)
            return;
        m_path.push_back(name);
        if (S_ISREG(about.st_mode) && (!m_limits.wanted || m_limits.wanted(name))) {
            m_found.files.push_back({m_path, shown_name(name), about.st_size, about.st_mtim.tv_sec});
        } else if (S_ISDIR(about.st_mode) && depth < m_limits.depth) {
            // a folder that cannot be read hides only what is in it
            if (Descriptor const below = open_below(folder, name, O_DIRECTORY))
                std::ignore = through(below.number(), depth + 1);
        }
        m_path.pop_back();
    }

    StickWalk const& m_limits;
    std::chrono::steady_clock::time_point m_until;
    int m_entries = 0;
    std::vector<std::string> m_path;
    StickListing m_found;
};

} // namespace

std::string shown_name(std::string_view name) {
    std::string shown = board::clean_text(name.substr(0, 8 * most_shown)); // a file system's own limit is lower
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    std::vector<std::size_t> begins; // of its characters
    for (std::size_t at = 0; at < shown.size(); ++at)
        if ((shown[at] & 0xC0) != 0x80)
            begins.push_back(at);
    if (begins.size() > most_shown)
        shown = shown.substr(0, begins[most_shown - last_shown - 1]) + "…" +
                shown.substr(begins[begins.size() - last_shown]);
    return shown.empty() ? "?" : shown;
}

std::vector<Stick> Sticks::list() const {
    Descriptor const all(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    Folder const names = all ? names_in(all.number()) : Folder();
    std::vector<Stick> sticks;
    while (names && sticks.size() < 20) {
        dirent const* const entry = readdir(names.get());
        if (!entry)
            break;
        struct stat about {};
        bool const stick = fstatat(all.number(), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
                           (S_ISDIR(about.st_mode) || S_ISREG(about.st_mode));
        if (stick && !is_hidden(*entry))
            sticks.push_back({entry->d_name, shown_name(entry->d_name)});
    }
    std::sort(sticks.begin(), sticks.end(), [](Stick const& a, Stick const& b) { return a.folder < b.folder; });
    return sticks;
}

bool Sticks::is_in(Stick const& stick) const {
    auto const sticks = list();
    return std::find(sticks.begin(), sticks.end(), stick) != sticks.end();
}

StickResult<Descriptor> Sticks::open(Stick const& stick) const {
    Descriptor const all(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!all)
        return tl::unexpected(StickFault::Pulled);
    Descriptor root = open_below(all.number(), stick.folder, O_DIRECTORY);
    if (!root && errno == ENOTDIR)
        return tl::unexpected(StickFault::Unreadable);
    if (!root)
        return failed();
    return root;
}

StickResult<StickListing> list_files(Descriptor const& root, StickWalk const& limits) {
    Walk walk(limits);
    return walk.through(root.number(), 0).map([&] { return walk.take(); });
}

StickResult<Descriptor> open_file(Descriptor const& root, std::vector<std::string> const& path) {
    Descriptor below;
    for (std::size_t i = 0; i < path.size(); ++i) {
        int const folder = i == 0 ? root.number() : below.number();
        Descriptor next = open_below(folder, path[i], i + 1 < path.size() ? O_DIRECTORY : 0);
        if (!next)
            return failed();
        below = std::move(next);
    }
    struct stat about {};
    if (!below || fstat(below.number(), &about) != 0 || !S_ISREG(about.st_mode))
        return tl::unexpected(StickFault::Pulled);
    return below;
}

StickResult<StickSpace> space_on(Descriptor const& root) {
    struct statvfs about {};
    if (fstatvfs(root.number(), &about) != 0)
        return failed();
    auto const free = static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
    return StickSpace{free, (about.f_flag & ST_RDONLY) != 0};
}

} // namespace platform
