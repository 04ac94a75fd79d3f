// What is left on the disk when the power goes: a model of a strict POSIX file system. A write is durable
// once its file is synced, a new or deleted name once its folder is. At the cut, what is not durable yet is
// there, is gone, or is there in 512-byte pieces.
#pragma once

#include "store/disk.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

class Power {
  public:
    /// All that lies in `folder` is durable. `obeys_sync` says whether a sync of that path does anything.
    Power(std::filesystem::path const& folder, std::function<bool(std::string const&)> obeys_sync);

    /// Notes the call; to be the listener of a `Disk`.
    int note(DiskCall const& call);
    /// Cuts at the n-th call from now, into `left`: that call and all later ones fail.
    void cut_at(int call, std::filesystem::path const& left, std::uint64_t seed);
    /// Cuts now, unless it has been cut.
    void cut(std::filesystem::path const& left, std::uint64_t seed);
    bool is_cut() const { return m_cut; }

  private:
    struct Change {
        bool is_truncate;
        std::size_t at;
        std::string bytes;
    };
    struct Content {
        std::string durable;
        std::vector<Change> pending;
    };
    using Directory = std::map<std::string, std::shared_ptr<Content>>;
    struct Renamed {
        std::string path;
        std::shared_ptr<Content> content; ///< nothing: deleted
    };

    void apply(DiskCall const& call);
    static void apply(std::string& bytes, Change const& change);
    static std::string torn(Content const& content, std::mt19937_64& random);
    static void apply(Directory& directory, Renamed const& change);
    void sync_directory();

    Directory m_now;
    Directory m_durable;
    std::vector<Renamed> m_pending;
    std::function<bool(std::string const&)> m_obeys_sync;
    int m_calls_left = -1;
    std::filesystem::path m_left;
    std::uint64_t m_seed = 0;
    bool m_cut = false;
};
