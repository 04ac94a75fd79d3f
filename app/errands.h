// Work that takes longer than a frame may: hashing, reading and deleting files. It is run elsewhere, one piece after the
// other, and what came of it is taken in between two frames. A finger never waits for it.
#pragma once

#include <functional>
#include <memory>

namespace app {

class Errands {
  public:
    /// Taken in on the thread that asked.
    using Report = std::function<void()>;
    /// Run on the errands' own thread; must touch nothing that the asking thread has, but through its report.
    using Errand = std::function<Report()>;

    /// `wake` is called on the errands' thread when one has ended; empty: nobody sleeps.
    explicit Errands(std::function<void()> wake = {});
    /// Lets what was begun end; its report, and what had not begun, is dropped.
    ~Errands();
    Errands(Errands const&) = delete;
    Errands& operator=(Errands const&) = delete;

    void run(Errand errand);
    /// Takes in what has ended since the last call. Never waits.
    void report();
    /// Nothing runs, waits or is to be taken in.
    bool idle() const;
    /// Waits until all have ended; their reports wait for `report` (scripts, leaving).
    void drain();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app
