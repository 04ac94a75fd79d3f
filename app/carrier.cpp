#include "carrier.h"

#include <algorithm>
#include <cerrno>

namespace app {
namespace {

constexpr std::size_t piece = 256 * 1024;  // written between two looks at *Stop*
constexpr std::int64_t spare = 128 * 1024; // for names and what a file system keeps beside

using Step = Carried::Step;
using Error = tl::expected<void, int>;

CarryFault fault_of(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return CarryFault::NoRoom;
    case EROFS:
    case EACCES:
    case EPERM: return CarryFault::Protected;
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case ENOTDIR:
    case ESTALE:
    case EIO: return CarryFault::Gone; // a stick that is pulled answers with any of these
    default: return CarryFault::Failed;
    }
}

/// »referat.pdf«, and where that is taken »referat_2.pdf«.
std::string free_name(TargetFolder& target, std::string const& wished) {
    auto const dot = wished.rfind('.');
    std::string const stem = wished.substr(0, dot);
    std::string const extension = dot == std::string::npos ? "" : wished.substr(dot);
    std::string name = wished;
    for (int no = 2; no < 1000 && target.has(name); ++no)
        name = stem + "_" + std::to_string(no) + extension;
    return name;
}

class Journey {
  public:
    Journey(TargetFolder& target, std::atomic<bool> const& stopped, std::function<void(Carried const&)> const& tell)
        : m_target(target), m_stopped(stopped), m_tell(tell) {}

    Carried run(MakeCargo const& make) {
        tell(Step::Making);
        auto const cargo = make();
        if (!cargo) {
            m_state.fault = CarryFault::NotMade;
            m_state.key = cargo.error();
            return tell(Step::Failed);
        }
        if (m_stopped)
            return tell(Step::Stopped);
        for (Cargo const& one : *cargo)
            m_state.bytes += static_cast<std::int64_t>(one.bytes.size());
        m_state.files = static_cast<int>(cargo->size());
        if (auto const room = look_for_room(); !room)
            return fail(room.error());
        for (Cargo const& one : *cargo) {
            if (m_stopped)
                return tell(Step::Stopped);
            if (is_there(one))
                continue;
            if (auto const carried = carry_one(one); !carried)
                return fail(carried.error());
            if (m_stopped_within)
                return tell(Step::Stopped);
            ++m_state.files_done;
        }
        return tell(Step::Done);
    }

  private:
    Carried const& tell(Step step) {
        m_state.step = step;
        m_tell(m_state);
        return m_state;
    }
    Carried const& fail(int error) {
        m_state.fault = fault_of(error);
        if (m_state.fault == CarryFault::NoRoom && m_state.missing == 0) { // it filled up on the way
            m_state.free = m_target.room().value_or(0);
            m_state.missing = std::max<std::int64_t>(1, m_state.bytes - m_state.bytes_done - m_state.free);
        }
        return tell(Step::Failed);
    }
    /// Carried by an earlier try, to this very stick.
    bool is_there(Cargo const& one) {
        if (one.given.empty() || !m_target.has(one.given))
            return false;
        m_state.bytes_done += static_cast<std::int64_t>(one.bytes.size());
        m_state.given.push_back(one.given);
        ++m_state.files_done;
        return true;
    }
    Error look_for_room() {
        auto const room = m_target.room();
        if (!room)
            return tl::unexpected(room.error());
        m_state.free = *room;
        m_state.missing = std::max<std::int64_t>(0, m_state.bytes + spare * m_state.files - *room);
        if (m_state.missing > 0)
            return tl::unexpected(ENOSPC);
        return {};
    }
    Error carry_one(Cargo const& one) {
        std::string const part = "." + one.name + ".part";
        auto const done = write(one, part);
        if (!done || m_stopped_within)
            m_target.remove(part); // a stick that is gone keeps it; it has no name that anybody opens
        return done;
    }
    Error write(Cargo const& one, std::string const& part) {
        m_state.file = one.name;
        tell(Step::Writing);
        if (auto begun = m_target.begin(part); !begun)
            return begun;
        for (std::string_view rest = one.bytes; !rest.empty();) {
            if (m_stopped) {
                m_stopped_within = true;
                return m_target.end();
            }
            auto const now = rest.substr(0, piece);
            if (auto added = m_target.add(now); !added)
                return added;
            rest.remove_prefix(now.size());
            m_state.bytes_done += static_cast<std::int64_t>(now.size());
            tell(Step::Writing);
        }
        if (auto ended = m_target.end(); !ended)
            return ended;
        return give_name(one, part);
    }
    Error give_name(Cargo const& one, std::string const& part) {
        tell(Step::Checking);
        auto const there = m_target.read_back(part);
        if (!there)
            return tl::unexpected(there.error());
        if (*there != one.bytes)
            return tl::unexpected(EBADMSG);
        auto const name = free_name(m_target, one.name);
        if (auto renamed = m_target.rename(part, name); !renamed)
            return renamed;
        m_state.given.push_back(name);
        return {};
    }

    TargetFolder& m_target;
    std::atomic<bool> const& m_stopped;
    std::function<void(Carried const&)> const& m_tell;
    Carried m_state;
    bool m_stopped_within = false;
};

} // namespace

Carried carry(TargetFolder& target, MakeCargo const& make, std::atomic<bool> const& stopped,
              std::function<void(Carried const&)> const& tell) {
    return Journey(target, stopped, tell).run(make);
}

Carrier::Carrier(Open open, MakeCargo make, std::function<void()> woken)
    : m_thread([this, open = std::move(open), make = std::move(make), woken = std::move(woken)] {
          auto const tell = [&](Carried const& state) {
              set(state);
              woken();
          };
          auto const target = open();
          if (target) {
              carry(**target, make, m_stopped, tell);
              return;
          }
          Carried lost;
          lost.step = Step::Failed;
          lost.fault = fault_of(target.error());
          tell(lost);
      }) {}

Carrier::~Carrier() {
    stop();
    m_thread.join();
}

void Carrier::set(Carried const& state) {
    {
        std::lock_guard const lock(m_mutex);
        m_state = state;
    }
    m_changed.notify_all();
}

Carried Carrier::state() const {
    std::lock_guard const lock(m_mutex);
    return m_state;
}

void Carrier::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_state.ended(); });
}

} // namespace app
