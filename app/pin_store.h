// The file that keeps the wall's PIN: hashes, never the PIN itself, and how many wrong ones were tried. A try is counted
// on the disk before it is judged, so that a pulled plug gives nobody another one. Slow on purpose: run it as an errand.
#pragma once

#include "file.h"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace app {

/// How hard a guess is made. `Least` is for scripts and tests, where nobody guesses.
enum class PinCost { Moderate, Least };

struct PinState {
    enum class Kind {
        NotSet,  ///< there is no file: whoever opens the facilitator's pages chooses one
        Set,     ///<
        Damaged, ///< the file cannot be read; only somebody at the machine gets on (`rundt-bordet pin reset`)
    } kind = Kind::NotSet;
    int wrong = 0;       ///< in a row
    bool waited = false; ///< the wait for them is over
};

/// Where a wall keeps it: beside its boards, one for all of them.
std::filesystem::path pin_file_in(std::filesystem::path const& folder);

class PinStore {
  public:
    PinStore(std::filesystem::path file, PinCost cost);

    /// Quick: it hashes nothing.
    PinState state() const;

    enum class Secret { Pin, RecoveryCode };
    struct Attempt {
        enum class Answer { Right, Wrong, NotSet, Damaged, Failed } answer = Answer::Failed;
        int wrong = 0; ///< in a row, with this one
    };
    /// Counts it durably, judges it, and takes the count back when it was right. On a disk that takes nothing it is
    /// counted in memory, and no try is free.
    Attempt attempt(Secret secret, std::string const& typed);
    /// Sets the PIN and returns the recovery code made for it, plain. What was there before no longer counts.
    tl::expected<std::string, FileFailure> set(std::string const& pin);
    /// Makes another recovery code for the PIN that is set, plain; the one before no longer counts.
    tl::expected<std::string, FileFailure> renew_code();
    /// The wait for the wrong ones is over: another start does not begin it again.
    void note_waited();

  private:
    std::filesystem::path m_file;
    PinCost m_cost;
    int m_uncounted = 0; ///< wrong ones the disk did not take
};

} // namespace app
