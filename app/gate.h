// Whether the facilitator's pages are open: the PIN asked for, the waits after wrong ones, and the lock that falls by
// itself. Time is the frame's clock, which nobody can set; a wait that a restart cut short begins again. Knows no page.
#pragma once

#include "errands.h"
#include "pin_store.h"
#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

class Gate {
  public:
    static constexpr double open_for_s = 120; ///< without a touch

    Gate(std::filesystem::path file, PinCost cost, Errands& errands);

    bool is_open() const { return m_open; }
    /// Once a frame, before anything else. `now_s` as in every call: seconds on the frame's clock. `touched`: a finger or a key moves. Locks when nobody has touched for too long.
    void pass(double now_s, bool touched);
    void lock();
    /// What was asked for with a PIN in it; anything else about the PIN is told by the facts.
    void wish(screens::WallWish const& wish, double now_s);

    screens::PinFacts facts(double now_s) const;
    double locks_in_s(double now_s) const { return m_open ? m_locks_at_s - now_s : 0; }
    /// When the facts change by themselves; infinity: they do not.
    double next_change_s(double now_s) const;

    /// A PIN given again for one thing only, e.g. to delete: counted as every try, and `then` is run if it was right.
    void confirm(std::string pin, double now_s, std::function<void()> then);

  private:
    void try_secret(PinStore::Secret secret, std::string typed, double now_s, std::function<void()> right);
    void judged(PinStore::Attempt const& attempt, double now_s, std::function<void()> const& right);
    void set(std::string pin, screens::PinFacts::Said then);

    std::shared_ptr<PinStore> m_store; ///< the errands' alone, but for `state`
    Errands& m_errands;
    std::optional<double> m_unfinished_wait_s; ///< from before the start
    double m_now_s = 0;
    PinState::Kind m_kind = PinState::Kind::NotSet;
    int m_wrong = 0;
    double m_wait_until_s = 0;
    bool m_wait_noted = true;
    bool m_open = false, m_choosing = false;
    int m_working = 0;
    double m_locks_at_s = 0;
    std::string m_new_code;
    screens::PinFacts::Said m_said = screens::PinFacts::Said::Nothing;
};

} // namespace app
