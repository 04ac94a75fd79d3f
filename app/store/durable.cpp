#include "store/durable.h"

#include <cerrno>
#include <cstdio> // renameat2
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace store {

namespace fs = std::filesystem;

namespace {

Result<void> sync(fs::path const& path, int flags, std::string const& what) {
    int const descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0)
        return tl::unexpected(system_failure(errno, "open the " + what));
    int const error = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    if (error != 0)
        return tl::unexpected(system_failure(error, "sync the " + what));
    return {};
}

} // namespace

Failure system_failure(int error, std::string const& doing) {
    Fault fault = Fault::Broken;
    if (error == EACCES || error == EPERM || error == EROFS)
        fault = Fault::ReadOnly;
    else if (error == ENOSPC || error == EDQUOT)
        fault = Fault::DiskFull;
    else if (error == EEXIST)
        fault = Fault::Exists;
    return {fault, doing + ": " + std::strerror(error)};
}

Result<void> sync_file(fs::path const& file) { return sync(file, 0, "file"); }

Result<void> sync_folder(fs::path const& folder) { return sync(folder.empty() ? "." : folder, O_DIRECTORY, "folder"); }

Result<void> give_name(fs::path const& from, fs::path const& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
        return tl::unexpected(system_failure(errno, "name the file"));
    return sync_folder(to.parent_path());
}

Result<void> exchange_names(fs::path const& one, fs::path const& other) {
    if (renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) != 0)
        return tl::unexpected(system_failure(errno, "exchange the files"));
    return sync_folder(other.parent_path());
}

} // namespace store
