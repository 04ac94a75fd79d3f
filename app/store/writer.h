// The store on a thread of its own, so that a slow disk never stops a finger. The tick a person sees
// means that `Saved` came back, and `Saved` means that COMMIT returned.
#pragma once

#include "store/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Job {
    board::OperationId operation;
    board::Instant at;
    std::vector<board::Event> events;
    std::string photo{};                          ///< the bytes of one to keep, instead of events; empty: none
    std::shared_ptr<Rewriting const> rewriting{}; ///< of what is stored, instead of events; nothing: none
};

/// What became of `Writer::fetch_photo`.
struct Fetched {
    std::string hash;
    Result<std::string> bytes;
};

/// How a job ended: durable, or the fault that kept it from being so. Jobs end in the order they came.
/// OutcomeUnknown is only told when the file could not be opened again either; nothing is written from then on.
struct Saved {
    board::OperationId operation;
    std::optional<Failure> failure;
    double at_s = 0; ///< when it ended, seconds of std::chrono::steady_clock
    /// Of a rewriting that is durable: why something of the old may still lie in the file.
    std::optional<Failure> remains{};
};

class Writer {
  public:
    /// Takes the store over. `wake` is called from the writer's thread whenever something ended.
    Writer(Store store, std::function<void()> wake);
    /// Waits until all jobs have ended and the drafts are kept.
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

    /// When a job fails, those pushed before its failure has been taken fail with it: they were decided on a
    /// board that had its change.
    void push(Job job);
    /// Lets the writer have the processor until all jobs have ended, for `most_s` seconds at most. An ordinary disk is
    /// quicker than the kernel gives a busy core back.
    void give_way(double most_s);
    /// Reads a photo that is kept, after the jobs pushed so far; `take_photos` has it then. Never waits.
    void fetch_photo(std::string hash);
    std::vector<Fetched> take_photos();
    /// The same, waiting for it: for a thread that may wait (an export). Damaged or NotFound as `Store::photo`.
    Result<std::string> read_photo(std::string hash);
    /// `Store::copy_into` after the jobs pushed so far, waiting for it: for a thread that may wait. With `room`, in bytes,
    /// as the most that the file may take for it to be copied: DiskFull when it takes more.
    Result<Contents> copy_into(std::filesystem::path to, std::int64_t room);
    /// Puts a whole board file of the same folder, open nowhere, in the place of the one that is written to; what has been
    /// begun (the drafts) goes with it, the rest of the file before is gone. Refused when the file before holds something
    /// else than `expected`, or the other cannot be opened: then everything is as it was. Never waits; jobs pushed
    /// before `take_replaced` has the answer fail, since they were decided on a board that is no more.
    void replace_with(std::filesystem::path other, Contents expected);
    /// The records of the board that is there now, or why it is the one before; told once.
    std::optional<Result<std::vector<board::Record>>> take_replaced();
    /// Keeps the drafts (`Store::keep_drafts`) after the jobs pushed so far; of several that wait the last counts.
    /// Never waits, and keeps no job from being written.
    void keep_drafts(std::string body);
    /// The drafts that were in the file when the writer took it over; empty when none.
    std::string const& drafts() const;
    /// Why the drafts last asked for, or those in the file, could not be kept or read; told once.
    std::optional<Failure> take_drafts_failure();
    /// What ended since the last call. Never waits.
    std::vector<Saved> take_saved();
    /// Jobs that have not ended.
    std::size_t pending() const;
    /// Waits until all jobs have ended, photos are read and the drafts are kept (tests, leaving).
    void drain();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace store
