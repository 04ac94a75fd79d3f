// A SQLite VFS that passes on to the default one. Version 1 of the methods: no shared memory and no mmap,
// so a store that needed either would not open here.
#include "store/disk.h"

#include <new>

namespace {

struct File {
    sqlite3_file base;
    Disk* disk;
    char const* path;      ///< SQLite keeps it for as long as the file is open
    bool new_in_directory; ///< its first sync syncs the directory too, as SQLite does on Unix
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }

int close_file(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, size, at);
}

int write(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
    DiskCall const call{
        DiskCall::Kind::Write, of(file).path, {static_cast<char const*>(from), static_cast<std::size_t>(size)}, at};
    int const answer = of(file).disk->ask(call);
    return answer != SQLITE_OK ? answer : real(file)->pMethods->xWrite(real(file), from, size, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    int const answer = of(file).disk->ask({DiskCall::Kind::Truncate, of(file).path, {}, size});
    return answer != SQLITE_OK ? answer : real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file* file, int) {
    int const answer = of(file).disk->ask({DiskCall::Kind::Sync, of(file).path, {}, 0, of(file).new_in_directory});
    if (answer == SQLITE_OK)
        of(file).new_in_directory = false;
    return answer;
}

int size(sqlite3_file* file, sqlite3_int64* bytes) { return real(file)->pMethods->xFileSize(real(file), bytes); }
int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int is_reserved(sqlite3_file* file, int* out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int control(sqlite3_file* file, int what, void* value) {
    return real(file)->pMethods->xFileControl(real(file), what, value);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

constexpr sqlite3_io_methods methods{
    1,           close_file,      read,    write,   truncate, sync,    size,    lock,   unlock, is_reserved, control,
    sector_size, characteristics, nullptr, nullptr, nullptr,  nullptr, nullptr, nullptr};

Disk& disk_of(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, char const* path, sqlite3_file* file, int flags, int* out_flags) {
    Disk& disk = disk_of(vfs);
    int exists = 1;
    disk.real()->xAccess(disk.real(), path, SQLITE_ACCESS_EXISTS, &exists);
    bool const is_new = exists == 0 && (flags & SQLITE_OPEN_CREATE) != 0;
    file->pMethods = nullptr;
    if (is_new)
        if (int const answer = disk.ask({DiskCall::Kind::Create, path, {}}); answer != SQLITE_OK)
            return answer;
    bool const is_log = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    File* made = new (file) File{{nullptr}, &disk, path, is_new && is_log};
    int const code = disk.real()->xOpen(disk.real(), path, made->real(), flags, out_flags);
    made->base.pMethods = code == SQLITE_OK ? &methods : nullptr;
    return code;
}

int delete_file(sqlite3_vfs* vfs, char const* path, int sync_directory) {
    Disk& disk = disk_of(vfs);
    int const answer = disk.ask({DiskCall::Kind::Delete, path, {}, 0, sync_directory != 0});
    return answer != SQLITE_OK ? answer : disk.real()->xDelete(disk.real(), path, 0);
}

} // namespace

Disk::Disk(DiskListener listener) : m_listener(std::move(listener)), m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real) {
    m_vfs.zName = "rundt-test-disk";
    m_vfs.pAppData = this;
    m_vfs.szOsFile += static_cast<int>(sizeof(File));
    m_vfs.xOpen = open_file;
    m_vfs.xDelete = delete_file;
    sqlite3_vfs_register(&m_vfs, 1);
}

Disk::~Disk() {
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}
