// One thread, one queue, one transaction a job. What cannot be told yet is never told: after a commit that
// failed at the disk the file is opened again and the operation looked up, and only then is it answered.
#include "store/writer.h"

#include "store/durable.h"
#include "store/opening.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
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
        if (job.rewriting)
            return write([&](Store& store) { return store.rewrite(*job.rewriting); },
                         [&](Store const& store) { return store.holds(*job.rewriting); });
        if (!job.photo.empty())
            return write([&](Store& store) { return store.keep_photo(job.photo); },
                         [hash = photo_hash(job.photo)](Store const& store) {
                             return store.photo_hashes().map(
                                 [&](auto const& all) { return std::find(all.begin(), all.end(), hash) != all.end(); });
                         });
        return write([&](Store& store) { return store.append(job.operation, job.at, job.events); },
                     [&](Store const& store) { return store.has(job.operation); });
    }

    /// After a rewriting: nothing of the old is to lie in the file.
    Outcome compact() {
        if (lost())
            return Failure{Fault::OutcomeUnknown, "the file is not open"};
        Outcome const outcome = outcome_of(m_store->compact());
        if (outcome && outcome->fault == Fault::OutcomeUnknown)
            settle([](Store const&) { return Result<bool>(true); }); // opens it again
        return outcome;
    }

    /// Whatever keeps a disk from it keeps it from the next change too, and is told then.
    void make_room() {
        if (!lost())
            (void)m_store->make_room();
    }

    Outcome keep_drafts(std::string const& body) {
        return write([&](Store& store) { return store.keep_drafts(body); },
                     [&](Store const& store) {
                         return store.drafts().map([&](std::string const& kept) { return kept == body; });
                     });
    }

    Result<std::string> photo(std::string const& hash) const {
        return lost() ? tl::unexpected(Failure{Fault::OutcomeUnknown, "the file is not open"}) : m_store->photo(hash);
    }

    Result<Contents> copy_into(std::filesystem::path const& to, std::int64_t room) const {
        if (lost())
            return tl::unexpected(Failure{Fault::OutcomeUnknown, "the file is not open"});
        return m_store->size().and_then([&](std::int64_t size) -> Result<Contents> {
            if (size > room)
                return tl::unexpected(Failure{Fault::DiskFull, std::to_string(size - room) + " bytes are missing"});
            return m_store->copy_into(to);
        });
    }

    Result<std::vector<board::Record>> replace_with(std::filesystem::path const& other, Contents const& expected) {
        if (lost())
            return tl::unexpected(Failure{Fault::OutcomeUnknown, "the file is not open"});
        auto const holds = m_store->contents();
        if (!holds || *holds != expected)
            return tl::unexpected(holds ? Failure{Fault::Broken, "the board has changed meanwhile"} : holds.error());
        auto const begun = begun_in(*m_store);
        auto const path = m_store->path();
        m_store.reset();
        if (auto const moved = take_place(other, path); !moved) {
            open_again(path);
            return tl::unexpected(moved.error());
        }
        auto replaced = open_with(path, begun);
        if (replaced) {
            remove_leftovers(other);
        } else if (take_place(other, path)) { // as it was
            open_again(path);
        }
        return replaced;
    }

  private:
    /// What has been begun on a board, with the photos that it names.
    struct Begun {
        std::string drafts;
        std::vector<std::string> photos;
    };
    static Begun begun_in(Store const& store) {
        Begun begun;
        begun.drafts = store.drafts().value_or("");
        for (auto const& hash : store.photo_hashes().value_or(std::vector<std::string>()))
            if (begun.drafts.find(hash) != std::string::npos)
                if (auto bytes = store.photo(hash))
                    begun.photos.push_back(std::move(*bytes));
        return begun;
    }

    /// A log that could not be emptied belongs to the file before: nothing is moved then.
    static Result<void> take_place(std::filesystem::path const& other, std::filesystem::path const& path) {
        std::error_code error;
        if (std::filesystem::exists(path.string() + "-wal", error))
            return tl::unexpected(Failure{Fault::Broken, "the log is not empty"});
        return exchange_names(other, path);
    }

    Result<std::vector<board::Record>> open_with(std::filesystem::path const& path, Begun const& begun) {
        return Store::open(path).and_then([&](Store opened) {
            return opened.load().and_then([&](auto records) -> Result<std::vector<board::Record>> {
                for (auto const& photo : begun.photos)
                    if (auto const kept = opened.keep_photo(photo); !kept)
                        return tl::unexpected(kept.error());
                if (auto const kept = opened.keep_drafts(begun.drafts); !kept)
                    return tl::unexpected(kept.error());
                m_store.emplace(std::move(opened));
                return records;
            });
        });
    }

    void open_again(std::filesystem::path const& path) {
        if (auto before = Store::open(path))
            m_store.emplace(std::move(*before));
    }

    template <class Attempt, class Look> Outcome write(Attempt attempt, Look is_stored) {
        if (lost())
            return Failure{Fault::OutcomeUnknown, "the file could not be opened again"};
        Outcome outcome = outcome_of(attempt(*m_store));
        if (outcome && outcome->fault == Fault::DiskFull && m_store->checkpoint())
            outcome = outcome_of(attempt(*m_store)); // the emptied log may have left the room that was missing
        if (outcome && outcome->fault == Fault::OutcomeUnknown)
            outcome = settle(is_stored);
        return outcome;
    }

    template <class T> static Outcome outcome_of(Result<T> const& result) {
        return result ? std::nullopt : Outcome(result.error());
    }

    template <class Look> Outcome settle(Look is_stored) {
        auto const path = m_store->path();
        m_store.reset();
        // After a failed sync the kernel may show pages that never reached the disk. The checkpoint writes
        // them again, into the file itself, so that what is found then is truly there.
        auto const found = Store::open(path).and_then([&](Store reopened) {
            return reopened.checkpoint().and_then([&] { return is_stored(reopened); }).map([&](bool stored) {
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
    Impl(Result<std::string> found, Store store, std::function<void()> call)
        : keeper(std::move(store)), wake(std::move(call)) {
        if (found)
            drafts_found = std::move(*found);
        else
            drafts_failure = found.error();
    }

    using Lock = std::unique_lock<std::mutex>;
    void work();
    void write_job(Lock& lock);
    void read_photo(Lock& lock);
    void make_copy(Lock& lock);
    void replace(Lock& lock);
    void write_drafts(Lock& lock);
    void make_room(Lock& lock);
    void end_all(Failure const& failure);
    bool is_asked() const {
        return !jobs.empty() || !photos_wanted.empty() || !copies_wanted.empty() || replacement || drafts;
    }
    bool is_idle() const { return !is_asked() && !room_wanted; }

    Keeper keeper;
    std::function<void()> wake;
    std::mutex mutable mutex;
    std::condition_variable changed;
    std::deque<Job> jobs; ///< the one being written stays first until it has ended
    struct Wanted {
        std::string hash;
        std::promise<Result<std::string>>* waits = nullptr; ///< nobody: it goes to `photos`
    };
    std::deque<Wanted> photos_wanted; ///< the one being read stays first until it is there
    std::vector<Fetched> photos;
    struct CopyWanted {
        std::filesystem::path to;
        std::int64_t room;
        std::promise<Result<Contents>>* waits;
    };
    std::deque<CopyWanted> copies_wanted; ///< the one being made stays first until it is there
    struct Replacement {
        std::filesystem::path other;
        Contents expected;
    };
    std::optional<Replacement> replacement; ///< stays here while it is carried out
    std::optional<Result<std::vector<board::Record>>> replaced;
    std::optional<std::string> drafts; ///< to be kept; they stay here while they are being written
    std::uint64_t drafts_asked = 0;    ///< how often, to see whether newer ones came meanwhile
    std::string drafts_found;
    std::optional<Failure> drafts_failure;
    std::vector<Saved> ended;
    std::optional<Failure> refusing; ///< a failure that has not been taken yet, or never can be mended
    bool beyond_repair = false;
    bool room_wanted = true; ///< in the log, when there is nothing else to do: at the start, and when it was emptied
    bool stopping = false;
    std::thread thread;
};

void Writer::Impl::end_all(Failure const& failure) {
    for (Job const& job : jobs)
        ended.push_back({job.operation, failure, now_s(), {}});
    jobs.clear();
}

void Writer::Impl::write_job(Lock& lock) {
    if (!refusing) {
        Job const& job = jobs.front(); // push leaves references to the others in place
        lock.unlock();
        Outcome const outcome = keeper.write(job);
        Outcome const remains = job.rewriting && !outcome ? keeper.compact() : std::nullopt;
        lock.lock();
        ended.push_back({job.operation, outcome, now_s(), remains});
        room_wanted = room_wanted || job.rewriting;
        jobs.pop_front();
        refusing = outcome;
        beyond_repair = keeper.lost();
    }
    if (refusing)
        end_all(*refusing);
}

void Writer::Impl::read_photo(Lock& lock) {
    Wanted const wanted = photos_wanted.front();
    lock.unlock();
    auto bytes = keeper.photo(wanted.hash);
    lock.lock();
    if (wanted.waits)
        wanted.waits->set_value(std::move(bytes));
    else
        photos.push_back({wanted.hash, std::move(bytes)});
    photos_wanted.pop_front();
}

void Writer::Impl::make_copy(Lock& lock) {
    CopyWanted const wanted = copies_wanted.front();
    lock.unlock();
    auto made = keeper.copy_into(wanted.to, wanted.room);
    lock.lock();
    wanted.waits->set_value(std::move(made));
    copies_wanted.pop_front();
}

void Writer::Impl::replace(Lock& lock) {
    Replacement const wanted = *replacement;
    lock.unlock();
    auto records = keeper.replace_with(wanted.other, wanted.expected);
    lock.lock();
    if (records && !refusing)
        refusing = Failure{Fault::Broken, "another board has taken the place of this one"};
    beyond_repair = keeper.lost();
    if (beyond_repair)
        refusing = Failure{Fault::OutcomeUnknown, "the file could not be opened again"};
    room_wanted = true;
    replaced = std::move(records);
    replacement.reset();
}

void Writer::Impl::write_drafts(Lock& lock) {
    std::string const body = *drafts;
    std::uint64_t const asked = drafts_asked;
    lock.unlock();
    Outcome const outcome = keeper.keep_drafts(body);
    lock.lock();
    if (asked == drafts_asked) {
        drafts.reset();
        drafts_failure = outcome;
    }
    if (keeper.lost()) { // then no job can be written either
        refusing = outcome;
        beyond_repair = true;
    }
}

void Writer::Impl::make_room(Lock& lock) {
    lock.unlock();
    keeper.make_room();
    lock.lock();
    room_wanted = false;
}

// Jobs first: a draft that has become an idea is only forgotten when the idea is there.
void Writer::Impl::work() {
    Lock lock(mutex);
    for (;;) {
        changed.wait(lock, [&] { return stopping || !is_idle(); });
        if (is_idle())
            return;
        bool const for_itself = !is_asked();
        if (!jobs.empty())
            write_job(lock);
        else if (!photos_wanted.empty())
            read_photo(lock);
        else if (!copies_wanted.empty())
            make_copy(lock);
        else if (drafts)
            write_drafts(lock);
        else if (replacement)
            replace(lock);
        else
            make_room(lock);
        lock.unlock();
        changed.notify_all();
        if (!for_itself)
            wake();
        lock.lock();
    }
}

Writer::Writer(Store store, std::function<void()> wake) {
    auto drafts = store.drafts();
    m_impl = std::make_unique<Impl>(std::move(drafts), std::move(store), std::move(wake));
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

void Writer::give_way(double most_s) {
    Impl::Lock lock(m_impl->mutex);
    m_impl->changed.wait_for(lock, std::chrono::duration<double>(most_s), [&] { return m_impl->jobs.empty(); });
}

void Writer::fetch_photo(std::string hash) {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->photos_wanted.push_back({std::move(hash)});
    }
    m_impl->changed.notify_all();
}

Result<std::string> Writer::read_photo(std::string hash) {
    std::promise<Result<std::string>> bytes;
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->photos_wanted.push_back({std::move(hash), &bytes});
    }
    m_impl->changed.notify_all();
    return bytes.get_future().get();
}

Result<Contents> Writer::copy_into(std::filesystem::path to, std::int64_t room) {
    std::promise<Result<Contents>> made;
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->copies_wanted.push_back({std::move(to), room, &made});
    }
    m_impl->changed.notify_all();
    return made.get_future().get();
}

void Writer::replace_with(std::filesystem::path other, Contents expected) {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->replacement = Impl::Replacement{std::move(other), std::move(expected)};
    }
    m_impl->changed.notify_all();
}

std::optional<Result<std::vector<board::Record>>> Writer::take_replaced() {
    std::lock_guard const lock(m_impl->mutex);
    if (m_impl->replaced && m_impl->refusing) {
        m_impl->end_all(*m_impl->refusing);
        if (!m_impl->beyond_repair)
            m_impl->refusing.reset();
        m_impl->changed.notify_all();
    }
    return std::exchange(m_impl->replaced, {});
}

std::vector<Fetched> Writer::take_photos() {
    std::lock_guard const lock(m_impl->mutex);
    return std::exchange(m_impl->photos, {});
}

void Writer::keep_drafts(std::string body) {
    {
        std::lock_guard const lock(m_impl->mutex);
        m_impl->drafts = std::move(body);
        ++m_impl->drafts_asked;
    }
    m_impl->changed.notify_all();
}

std::string const& Writer::drafts() const { return m_impl->drafts_found; }

std::optional<Failure> Writer::take_drafts_failure() {
    std::lock_guard const lock(m_impl->mutex);
    return std::exchange(m_impl->drafts_failure, {});
}

std::vector<Saved> Writer::take_saved() {
    std::lock_guard const lock(m_impl->mutex);
    if (m_impl->refusing) {
        m_impl->end_all(*m_impl->refusing);
        if (!m_impl->beyond_repair && !m_impl->replaced) // else whoever asks still decides on the board before
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
    m_impl->changed.wait(lock, [&] { return m_impl->is_idle(); });
}

} // namespace store
