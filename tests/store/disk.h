// A disk between SQLite and the real one. It tells a test of every call that changes something, before it
// happens, and lets the test answer in the disk's place: slow, full, failing, or cut off.
// It never really syncs: a sync only means something to whoever listens.
#pragma once

#include <functional>
#include <span>
#include <sqlite3.h>
#include <string>

struct DiskCall {
    enum class Kind { Create, Write, Truncate, Sync, Delete } kind;
    std::string path;
    std::span<char const> bytes;  ///< for Write
    std::int64_t at = 0;          ///< for Write: offset; for Truncate: the new size
    bool syncs_directory = false; ///< for Sync and Delete
};

/// SQLITE_OK lets the call happen; anything else is its answer, and nothing happens.
using DiskListener = std::function<int(DiskCall const&)>;

/// While it lives, every database that is opened lies on this disk.
class Disk {
  public:
    explicit Disk(DiskListener listener);
    ~Disk();
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;

    int ask(DiskCall const& call) const { return m_listener(call); }
    sqlite3_vfs* real() const { return m_real; }

  private:
    DiskListener m_listener;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs;
};
