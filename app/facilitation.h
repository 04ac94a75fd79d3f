// Everything behind the PIN, as App sees it: the gate, the pages, and what was asked for while it was closed, which is
// done when it opens.
#pragma once

#include "gate.h"
#include "ui/screens/facilitator.h"
#include "ui/screens/pin_screen.h"

#include <optional>

namespace app {

class Facilitation {
  public:
    Facilitation(std::filesystem::path pin_file, PinCost cost, Errands& errands)
        : m_gate(std::move(pin_file), cost, errands) {}

    /// Once a frame, before drawing. True when it has just locked itself: nobody touched for too long.
    bool pass(double now_s, bool touched);
    bool is_open() const { return m_gate.is_open(); }
    /// The recovery code is on the wall; empty: it is not.
    std::string shown_code(double now_s) const { return m_gate.facts(now_s).new_code; }
    /// The facilitator has left: it locks, and nothing that was typed is kept.
    void leave();
    /// The PIN's page, the recovery code, or the pages. True when the board is to be shown again.
    bool draw(screens::Context& c, screens::WallFacts facts);
    void wish(screens::WallWish const& wish, double now_s);
    /// Another course is on the wall: what the pages held of the one before is gone.
    void forget_course();
    /// What the pages held of the board's words is gone; a person was erased.
    void forget_words();
    Gate& gate() { return m_gate; }
    screens::FacilitatorView& pages() { return m_pages; }

    /// Asked for with the gate closed, and where that was.
    struct Held {
        screens::Request request;
        screens::Screen from;
    };
    void hold(screens::Request request, screens::Screen from);
    /// What was held, once the gate is open.
    std::optional<Held> take_held();

  private:
    Gate m_gate;
    screens::PinView m_pin;
    screens::FacilitatorView m_pages;
    std::optional<Held> m_held;
    bool m_code_shown = false;
};

} // namespace app
