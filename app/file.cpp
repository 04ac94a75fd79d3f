#include "file.h"

#include "store/durable.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace app {
namespace {

FileFailure failure_of(int error, std::filesystem::path const& path, std::string_view otherwise) {
    std::string const detail = path.string() + ": " + std::generic_category().message(error);
    switch (error) {
    case ENOENT:
    case ENOTDIR: return {otherwise == "file.unreadable" ? "file.missing" : "file.not_a_folder", detail};
    case ENOSPC:
    case EDQUOT: return {"file.no_room", detail};
    case EACCES:
    case EPERM:
    case EROFS: return {otherwise == "file.unreadable" ? "file.unreadable" : "file.no_right", detail};
    default: return {otherwise, detail};
    }
}

/// Closes at the end of its scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }
    bool is_open() const { return m_number >= 0; }

  private:
    int m_number;
};

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Writes and fsyncs `part`; false leaves errno.
bool write_durably(std::filesystem::path const& part, std::string_view bytes, Readers readers) {
    mode_t const mode = readers == Readers::OwnerOnly ? 0600 : 0644;
    if (readers == Readers::OwnerOnly)
        ::unlink(part.c_str()); // one left by a pulled plug keeps its own mode
    Descriptor const file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    return file.is_open() && write_all(file.number(), bytes) && ::fsync(file.number()) == 0;
}

} // namespace

tl::expected<std::string, FileFailure> read_file(std::filesystem::path const& path) {
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open())
        return tl::unexpected(failure_of(errno, path, "file.unreadable"));
    std::string bytes;
    char buffer[65536];
    for (;;) {
        ssize_t const got = ::read(file.number(), buffer, sizeof buffer);
        if (got == 0)
            return bytes;
        if (got > 0)
            bytes.append(buffer, static_cast<std::size_t>(got));
        else if (errno != EINTR)
            return tl::unexpected(failure_of(errno, path, "file.unreadable"));
    }
}

tl::expected<void, FileFailure> move_file(std::filesystem::path const& from, std::filesystem::path const& to) {
    if (::rename(from.c_str(), to.c_str()) != 0)
        return tl::unexpected(failure_of(errno, to, "file.unwritable"));
    return store::sync_folder(to.parent_path()).map_error([&](store::Failure const& failure) {
        bool const full = failure.fault == store::Fault::DiskFull;
        return FileFailure{full ? "file.no_room" : "file.unwritable", to.string() + ": " + failure.detail};
    });
}

bool same_bytes(std::filesystem::path const& a, std::filesystem::path const& b) {
    std::error_code ec; // what has no size cannot be read
    auto const size = std::filesystem::file_size(a, ec);
    if (ec || size != std::filesystem::file_size(b, ec) || ec)
        return false;
    auto const one = read_file(a), other = read_file(b);
    return one && other && *one == *other;
}

tl::expected<void, FileFailure> write_file(std::filesystem::path const& path, std::string_view bytes, Readers readers) {
    std::filesystem::path part = path;
    part += ".part";
    auto done = write_durably(part, bytes, readers) ? move_file(part, path)
                                                    : tl::unexpected(failure_of(errno, path, "file.unwritable"));
    if (!done)
        ::unlink(part.c_str());
    return done;
}

} // namespace app
