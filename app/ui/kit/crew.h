// A few threads that do one piece of work together and sleep between. For drawing without a GPU, where the processor's
// other cores would look on.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ui {

class Crew {
  public:
    /// So many hands, the caller's among them: at least 1.
    explicit Crew(int hands);
    ~Crew();
    Crew(Crew const&) = delete;
    Crew& operator=(Crew const&) = delete;

    int hands() const { return static_cast<int>(m_threads.size()) + 1; }
    /// Calls `work` with 0, 1, … `hands()` − 1, each on a thread of its own, and returns when all have ended.
    void all(std::function<void(int)> const& work);

  private:
    void stand_by(int hand);

    std::mutex m_mutex;
    std::condition_variable m_begin, m_end;
    std::function<void(int)> const* m_work = nullptr; ///< of this round
    unsigned m_round = 0;
    int m_working = 0; ///< threads that have not ended it
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace ui
