// USB sticks: the one place that finds them, and looks through them. What lies on a stick is hostile: names are shown
// and never followed, links are never taken, and nothing is without an end. Every call waits for the stick, so none
// belongs on the thread that draws. Knows nothing of what the files hold.
#pragma once

#include "platform/descriptor.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace platform {

/// Why a stick gives nothing.
enum class StickFault {
    Unreadable, ///< no file system that is read here: »Stikket kan ikke læses. Brug FAT32 eller exFAT.«
    Pulled,     ///< it was there: »Stikket blev taget ud. …«
};

template <class T> using StickResult = tl::expected<T, StickFault>;

struct Stick {
    std::string folder; ///< as the system names it, one name without a slash; never shown
    std::string name;   ///< for people: clean UTF-8, at most 40 characters, never empty
    bool operator==(Stick const&) const = default;
};

struct StickFile {
    std::vector<std::string> path; ///< folders and the file's own name, from the stick's root; never shown
    std::string name;              ///< for people, as a stick's
    std::int64_t bytes = 0;
    std::int64_t modified_s = 0; ///< seconds since 1970 by the stick's own account
    bool operator==(StickFile const&) const = default;
};

struct StickSpace {
    std::int64_t free_bytes = 0;
    bool read_only = false; ///< »Stikket er skrivebeskyttet.«
};

/// How far a stick is looked through.
struct StickWalk {
    int depth = 4;                                     ///< folders below the root
    int entries = 20'000;                              ///< names read in all
    int files = 2'000;                                 ///< files given, the newest
    std::chrono::seconds time{2};                      ///< then what has been found is given
    std::function<bool(std::string_view name)> wanted; ///< by the file's own name; nothing: every file
};

struct StickListing {
    std::vector<StickFile> files; ///< newest first
    bool more = false;            ///< there is more than was looked at
};

class Sticks {
  public:
    /// Every folder in `folder` is a stick: the kiosk mounts them there. A plain file is one too, which cannot be read:
    /// the kiosk puts it there for a file system that it does not mount. `folder` need not exist.
    explicit Sticks(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// The sticks that are in, by name.
    std::vector<Stick> list() const;
    bool is_in(Stick const& stick) const;
    /// The stick's root folder, for `openat` and the calls below.
    StickResult<Descriptor> open(Stick const& stick) const;

  private:
    std::filesystem::path m_folder;
};

/// Regular files only. Folders and files whose names begin with a dot are left out.
StickResult<StickListing> list_files(Descriptor const& root, StickWalk const& walk);
/// For reading. A file that has gone, or is no regular file any more, counts as pulled.
StickResult<Descriptor> open_file(Descriptor const& root, std::vector<std::string> const& path);
StickResult<StickSpace> space_on(Descriptor const& root);

/// A name from outside as people may see it: clean UTF-8 without line breaks, at most 40 characters of it,
/// and the last of them always.
std::string shown_name(std::string_view name);

} // namespace platform
