// One course is one `.rundtbord` SQLite file: an append-only log of events. This is the file itself,
// used by one thread at a time; `writer.h` gives it a thread of its own. Knows the board's events and
// nothing of screens.
#pragma once

#include "board/event.h"
#include "store/rewriting.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace store {

/// What went wrong, as a person must be told it (assets/strings, [store]).
enum class Fault {
    NotFound,       ///< there is no such file
    AlreadyOpen,    ///< »Tavlen er allerede åben.«
    NotABoard,      ///< »Det er ikke en tavle fra Rundt bordet.« left untouched
    Newer,          ///< »Lavet af en nyere version. Opdatér først.« left untouched
    Damaged,        ///< integrity check or an unreadable event
    DiskFull,       ///< »Ikke gemt: disken er fuld.« the change is not there
    ReadOnly,       ///< no right to write, or a disk made read-only
    OutcomeUnknown, ///< the commit failed at the disk: reopen and look the operation up
    Exists,         ///< create: something is there already
    Broken,         ///< anything else; `detail` says what SQLite said
};

struct Failure {
    Fault fault;
    std::string detail; ///< for the log, in English; never holds what people wrote
};

template <class T> using Result = tl::expected<T, Failure>;

/// The newest schema this program writes (user_version).
inline constexpr int schema_version = 4;

/// What a board file holds, its records and photos: two files with the same hash hold the same. Drafts are not counted.
struct Contents {
    std::string hash; ///< 16 small hexadecimal digits; no secret, and no defence against forgery
    std::int64_t events = 0, photos = 0;
    bool operator==(Contents const&) const = default;
};

/// What a photo is called in events and in the file: SHA-256 of its bytes, 64 small hexadecimal digits.
std::string photo_hash(std::string_view bytes);

class Store {
  public:
    /// Makes a new, empty board file. Refuses when the path exists.
    static Result<Store> create(std::filesystem::path const& path);
    /// Opens with the sequence of checks in opening.cpp: lock, application_id, version, pragmas read back,
    /// integrity, migrations, a probing write. A board on a full disk opens, to be read.
    static Result<Store> open(std::filesystem::path const& path);

    /// All records of a board file, which stays as it is: no migration, no probe. For a list of boards.
    static Result<std::vector<board::Record>> look_at(std::filesystem::path const& path);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// All records, oldest first. Damaged, with counts, when one is unreadable, changed or missing.
    Result<std::vector<board::Record>> load() const;
    /// Writes the events of one operation (at least one) in one transaction and returns their records once COMMIT
    /// has returned. An operation that is stored already is not written again: its records are returned.
    /// After OutcomeUnknown this store writes nothing more: open the file again.
    Result<std::vector<board::Record>> append(board::OperationId operation, board::Instant at,
                                              std::vector<board::Event> const& events);
    /// Whether the operation is stored: how an unknown outcome is settled after reopening.
    Result<bool> has(board::OperationId operation) const;
    /// Keeps what has been begun but not put on the board, in place of what was kept before. Any UTF-8 text; empty
    /// forgets it. Not part of the course: it is in no export and no record. After OutcomeUnknown as `append`.
    Result<void> keep_drafts(std::string_view body);
    /// What was kept last; empty when nothing.
    Result<std::string> drafts() const;
    /// Keeps a photo (its file's bytes, at least one) under its `photo_hash`; one that is there already is left as it
    /// is. To be done before the event that names it. After OutcomeUnknown as `append`.
    Result<void> keep_photo(std::string_view bytes);
    /// The bytes. NotFound; Damaged when they are no longer what was kept.
    Result<std::string> photo(std::string_view hash) const;
    /// The hashes of all that are kept, sorted.
    Result<std::vector<std::string>> photo_hashes() const;
    /// Leaves nothing of the photo in the file.
    Result<void> forget_photo(std::string_view hash);
    Result<Contents> contents() const;
    /// Writes the board as it is now into a new file, and says what it holds. `to` must not exist. Damaged when the
    /// file is, its indexes included, which opening does not look at. It is not durable
    /// yet, still has the drafts, and is worth nothing before `finish_copy` and `prove` (copies.h) have seen it.
    Result<Contents> copy_into(std::filesystem::path const& to) const;
    /// Bytes that the file takes, without its log.
    Result<std::int64_t> size() const;
    /// Puts other words in the place of what is stored, in one transaction. NotFound when an event is not there or of
    /// another type: then nothing is changed. Something of the old may lie in the file until `compact` has returned.
    /// After OutcomeUnknown as `append`.
    Result<void> rewrite(Rewriting const& rewriting);
    /// Leaves nothing in the file and its log of what was changed or forgotten. Needs room for all of the file once
    /// more, on the disk and in memory. To be called again after a fault. After OutcomeUnknown as `append`.
    Result<void> compact();
    /// Whether all of it is stored: how an unknown outcome is settled after reopening.
    Result<bool> holds(Rewriting const& rewriting) const;
    /// Empties the write-ahead log into the file, so that nothing older stays readable in it.
    Result<void> checkpoint();
    /// Lays the room of an ordinary log down on the disk before it is needed (`Database::lengthen_log`).
    Result<void> make_room();
    /// integrity_check, foreign_key_check, every row's checksum and every photo's: what is wrong, empty when nothing.
    Result<std::vector<std::string>> check() const;
    /// Absolute.
    std::filesystem::path const& path() const;

  private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace store
