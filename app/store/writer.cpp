// One thread, one queue, one transaction a job. What cannot be told yet is never told: after a commit that
// failed at the disk the file is opened again and the operation looked up, and only then is it answered.
#include "store/writer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace store {

namespace {

using Outcome = std::optional<Failure>; ///< nothing: it is durable

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The store and what is done when it fails. Only the writer's thread uses it.
class Keeper {
  public:
    explicit Keeper(Store store) : m_store(std::move(store)) {}

    /// Nothing is written any more, because what the file holds could not be found out.
    bool lost() const { return !m_store; }

    Outcome write(Job const& job) {
        Outcome outcome = append(job);
        if (outcome && outcome->fault == Fault::DiskFull && m_store->checkpoint())
            outcome = append(job); // the emptied log may have left the room that was missing
        if (outcome && outcome->fault == Fault::OutcomeUnknown)
            outcome = settle(job.operation);
        return outcome;
    }

  private:
    Outcome append(Job const& job) {
        auto const records = m_store->append(job.operation, job.at, job.events);
        return records ? std::nullopt : Outcome(records.error());
    }

    Outcome settle(board::OperationId operation) {
        auto const path = m_store->path();
        m_store.reset();
        // After a failed sync the kernel may show pages that never reached the disk. The checkpoint writes
        // them again, into the file itself, so that what is found then is truly there.
        auto const found = Store::open(path).and_then([&](Store reopened) {
            return reopened.checkpoint().and_then([&] { return reopened.has(operation); }).map([&](bool stored) {
                m_store.emplace(std::move(reopened));
                return stored;
            });
        });
        if (!found)
            return Failure{Fault::OutcomeUnknown, "the file could not be opened again: " + found.error().detail};
        if (!*found)
            return Failure{Fault::Broken, "the disk failed; looked up afterwards: nothing was stored"};
        return std::nullopt;
    }

    std::optional<Store> m_store;
};

} // namespace

struct Writer::Impl {
    Impl(Store store, std::function<void()> call) : keeper(std::move(store)), wake(std::move(call)) {}

    void work();
    void end_all(Failure const& failure);

    Keeper keeper;
    std::function<void()> wake;
    std::mutex mutable mutex;
    std::condition_variable changed;
    std::deque<Job> jobs; ///< the one being written stays first until it has ended
    std::vector<Saved> ended;
    std::optional<Failure> refusing; ///< a failure that has not been taken yet, or never can be mended
    bool beyond_repair = false;
    bool stopping = false;
    std::thread thread;
};

void Writer::Impl::end_all(Failure const& failure) {
    for (Job const& job : jobs)
        ended.push_back({job.operation, failure, now_s()});
    jobs.clear();
}

void Writer::Impl::work() {
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [&] { return stopping || !jobs.empty(); });
        if (jobs.empty())
            return;
        if (!refusing) {
            Job const& job = jobs.front(); // push leaves references to the others in place
            lock.unlock();
            Outcome const outcome = keeper.write(job);
            lock.lock();
            ended.push_back({job.operation, outcome, now_s()});
            jobs.pop_front();
            refusing = outcome;
            beyond_repair = keeper.lost();
        }
        if (refusing)
            end_all(*refusing);
        lock.unlock();
        changed.notify_all();
        wake();
        lock.lock();
    }
}

Writer::Writer(Store store, std::function<void()> wake)
    : m_impl(std::make_unique<Impl>(std::move(store), std::move(wake))) {
    m_impl->thread = std::thread([impl = m_impl.get()] { impl->work(); });
}

Writer::~Writer() {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->stopping = true;
    }
    m_impl->changed.notify_all();
    m_impl->thread.join();
}

void Writer::push(Job job) {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->jobs.push_back(std::move(job));
    }
    m_impl->changed.notify_all();
}

std::vector<Saved> Writer::take_saved() {
    std::lock_guard const lock(m_impl->mutex);
    if (m_impl->refusing) {
        m_impl->end_all(*m_impl->refusing);
        if (!m_impl->beyond_repair)
            m_impl->refusing.reset();
        m_impl->changed.notify_all();
    }
    return std::exchange(m_impl->ended, {});
}

std::size_t Writer::pending() const {
    std::lock_guard const lock(m_impl->mutex);
    return m_impl->jobs.size();
}

void Writer::drain() {
    std::unique_lock lock(m_impl->mutex);
    m_impl->changed.wait(lock, [&] { return m_impl->jobs.empty(); });
}

} // namespace store
