#include "ui/kit/crew.h"

namespace ui {

Crew::Crew(int hands) {
    for (int hand = 1; hand < hands; ++hand)
        m_threads.emplace_back([this, hand] { stand_by(hand); });
}

Crew::~Crew() {
    {
        std::lock_guard const lock(m_mutex);
        m_stopping = true;
    }
    m_begin.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void Crew::stand_by(int hand) {
    unsigned done = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_begin.wait(lock, [&] { return m_stopping || m_round != done; });
        if (m_stopping)
            return;
        done = m_round;
        lock.unlock();
        (*m_work)(hand);
        lock.lock();
        if (--m_working == 0)
            m_end.notify_one();
    }
}

void Crew::all(std::function<void(int)> const& work) {
    {
        std::lock_guard const lock(m_mutex);
        m_work = &work;
        m_working = hands() - 1;
        ++m_round;
    }
    m_begin.notify_all();
    work(0);
    std::unique_lock lock(m_mutex);
    m_end.wait(lock, [&] { return m_working == 0; });
}

} // namespace ui
