#include "errands.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace app {

struct Errands::Impl {
    std::function<void()> wake;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<Errand> waiting;
    std::vector<Report> ended;
    bool running = false, leaving = false;
    std::thread thread;

    void work() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [&] { return leaving || !waiting.empty(); });
            if (leaving)
                return;
            Errand errand = std::move(waiting.front());
            waiting.pop_front();
            running = true;
            lock.unlock();
            Report report = errand();
            errand = {}; // what it held goes on this thread
            lock.lock();
            running = false;
            ended.push_back(std::move(report));
            changed.notify_all();
            if (wake)
                wake();
        }
    }
};

Errands::Errands(std::function<void()> wake) : m_impl(std::make_unique<Impl>()) {
    m_impl->wake = std::move(wake);
    m_impl->thread = std::thread([impl = m_impl.get()] { impl->work(); });
}

Errands::~Errands() {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->leaving = true;
    }
    m_impl->changed.notify_all();
    m_impl->thread.join();
}

void Errands::run(Errand errand) {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->waiting.push_back(std::move(errand));
    }
    m_impl->changed.notify_all();
}

void Errands::report() {
    std::vector<Report> ended;
    {
        std::lock_guard const lock(m_impl->mutex);
        ended.swap(m_impl->ended);
    }
    for (auto const& report : ended)
        if (report)
            report();
}

bool Errands::idle() const {
    std::lock_guard const lock(m_impl->mutex);
    return m_impl->waiting.empty() && !m_impl->running && m_impl->ended.empty();
}

void Errands::drain() {
    std::unique_lock lock(m_impl->mutex);
    m_impl->changed.wait(lock, [&] { return m_impl->waiting.empty() && !m_impl->running; });
}

} // namespace app
