// Carries files to a stick or a folder on a thread of its own, so that a slow stick stops no finger. A name is given
// to a file only when all its bytes lie there and have been read back; whatever happens, nothing half has one
// (reliability.md 4.3).
#pragma once

#include "target_folder.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct Cargo {
    std::string name; ///< of the file; made safe by whoever made it
    std::string bytes;
    std::string
        given{}; ///< the name an earlier try gave it; while a file of that name is there it is not carried again
};

/// Why it did not arrive.
enum class CarryFault {
    NotMade,   ///< there was nothing to carry; `key` says why
    NoRoom,    ///< `missing` and `free` say how much
    Protected, ///< nothing may be written there
    Gone,      ///< the stick was taken out, or the folder is not there
    Failed,    ///< the disk said no, or gave back other bytes than it got
};

struct Carried {
    enum class Step { Making, Writing, Checking, Done, Stopped, Failed } step = Step::Making;
    std::string file;                ///< the one that is being written
    int files_done = 0, files = 0;   ///< with their names, and in all
    std::vector<std::string> given;  ///< their names, in the order of the cargo
    std::int64_t bytes_done = 0;     ///< written and on the device
    std::int64_t bytes = 0;          ///< in all
    std::optional<CarryFault> fault; ///< when failed
    std::string key;                 ///< of the sentence, when there was nothing to carry
    std::int64_t missing = 0, free = 0;

    bool ended() const { return step == Step::Done || step == Step::Stopped || step == Step::Failed; }
    /// Whether a stick may be taken out: nothing is being written, and what was is on it.
    bool may_be_taken_out() const { return step == Step::Done; }
    /// 0 … 1
    double part() const { return bytes > 0 ? static_cast<double>(bytes_done) / static_cast<double>(bytes) : 0; }
    bool operator==(Carried const&) const = default;
};

/// Makes what is to be carried, on the carrier's thread; or the key of the sentence that says why it cannot.
using MakeCargo = std::function<tl::expected<std::vector<Cargo>, std::string>()>;

/// The same on the thread of the call: every step is told to `tell`, and it ends early once `stopped` is set.
Carried carry(TargetFolder& target, MakeCargo const& make, std::atomic<bool> const& stopped,
              std::function<void(Carried const&)> const& tell);

class Carrier {
  public:
    using Open = std::function<tl::expected<std::unique_ptr<TargetFolder>, int>()>;
    /// Begins at once; `open` and `make` are called on the carrier's thread, and `woken` whenever `state` has changed.
    Carrier(Open open, MakeCargo make, std::function<void()> woken);
    /// Stops, and waits until the file being written has been taken away again.
    ~Carrier();
    Carrier(Carrier const&) = delete;
    Carrier& operator=(Carrier const&) = delete;

    void stop() { m_stopped = true; }
    Carried state() const;
    /// Waits until it has ended (scripts, leaving).
    void wait();

  private:
    void set(Carried const& state);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Carried m_state;
    std::atomic<bool> m_stopped = false;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace app
