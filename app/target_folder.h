// A folder that files are carried to, a step at a time, as a disk does it: on a stick, on a share, or one that fails in
// a test.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace app {

/// Every call waits for the disk. An error is an errno.
class TargetFolder {
  public:
    template <class T = void> using Result = tl::expected<T, int>;

    virtual ~TargetFolder() = default;
    /// Free bytes for us.
    virtual Result<std::int64_t> room() = 0;
    virtual bool has(std::string const& name) = 0;
    /// A new, empty file; one that an earlier try left under that name is replaced.
    virtual Result<> begin(std::string const& name) = 0;
    /// To the file that was begun last; when it returns the bytes are on the device.
    virtual Result<> add(std::string_view bytes) = 0;
    /// Closes the file that was begun last, durably.
    virtual Result<> end() = 0;
    /// What is on the device, not what is remembered of it.
    virtual Result<std::string> read_back(std::string const& name) = 0;
    /// Durably. Never in the place of a file that is there: EEXIST.
    virtual Result<> rename(std::string const& from, std::string const& to) = 0;
    virtual void remove(std::string const& name) = 0;
};

/// A real folder. It is opened once, so that its name may change or be taken over without harm; links are not followed.
/// ENOENT and the like when it is not there.
tl::expected<std::unique_ptr<TargetFolder>, int> open_target(std::filesystem::path const& folder);

} // namespace app
