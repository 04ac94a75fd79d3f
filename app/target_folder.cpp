#include "target_folder.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace app {
namespace {

constexpr int new_file = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

class Folder final : public TargetFolder {
  public:
    explicit Folder(int descriptor) : m_folder(descriptor) {}
    ~Folder() override {
        close_file();
        ::close(m_folder);
    }

    Result<std::int64_t> room() override {
        struct statvfs about {};
        if (::fstatvfs(m_folder, &about) != 0)
            return tl::unexpected(errno);
        if (about.f_flag & ST_RDONLY)
            return tl::unexpected(EROFS);
        return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
    }
    bool has(std::string const& name) override {
        struct stat about {};
        return ::fstatat(m_folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0;
    }
    Result<> begin(std::string const& name) override {
        close_file();
        m_file = ::openat(m_folder, name.c_str(), new_file, 0644);
        if (m_file < 0 && errno == EEXIST) {
            remove(name);
            m_file = ::openat(m_folder, name.c_str(), new_file, 0644);
        }
        return said(m_file >= 0);
    }
    Result<> add(std::string_view bytes) override {
        while (!bytes.empty()) {
            ssize_t const written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return tl::unexpected(errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return said(::fdatasync(m_file) == 0);
    }
    Result<> end() override {
        bool const synced = ::fsync(m_file) == 0;
        int const error = errno;
        bool const closed = close_file();
        if (!synced)
            return tl::unexpected(error);
        return said(closed);
    }
    Result<std::string> read_back(std::string const& name) override {
        int const file = ::openat(m_folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (file < 0)
            return tl::unexpected(errno);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED); // what was written is on the device: forget the copy of it
        std::string bytes;
        char buffer[65536];
        ssize_t got = 0;
        while ((got = ::read(file, buffer, sizeof buffer)) > 0 || (got < 0 && errno == EINTR))
            if (got > 0)
                bytes.append(buffer, static_cast<std::size_t>(got));
        int const error = errno;
        ::close(file);
        if (got < 0)
            return tl::unexpected(error);
        return bytes;
    }
    Result<> rename(std::string const& from, std::string const& to) override {
        bool moved = ::renameat2(m_folder, from.c_str(), m_folder, to.c_str(), RENAME_NOREPLACE) == 0;
        if (!moved && errno == EINVAL && !has(to)) // a file system without that promise
            moved = ::renameat(m_folder, from.c_str(), m_folder, to.c_str()) == 0;
        return said(moved && ::fsync(m_folder) == 0 && ::syncfs(m_folder) == 0);
    }
    void remove(std::string const& name) override { ::unlinkat(m_folder, name.c_str(), 0); }

  private:
    static Result<> said(bool done) {
        if (!done)
            return tl::unexpected(errno);
        return {};
    }
    bool close_file() {
        bool const closed = m_file < 0 || ::close(m_file) == 0;
        m_file = -1;
        return closed;
    }

    int m_folder;
    int m_file = -1;
};

} // namespace

tl::expected<std::unique_ptr<TargetFolder>, int> open_target(std::filesystem::path const& folder) {
    int const opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0)
        return tl::unexpected(errno);
    return std::unique_ptr<TargetFolder>(new Folder(opened));
}

} // namespace app
