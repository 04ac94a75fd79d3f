#include "facilitation.h"

#include <utility>

namespace app {

bool Facilitation::pass(double now_s, bool touched) {
    bool const was_open = m_gate.is_open();
    m_gate.pass(now_s, touched);
    bool const locked = was_open && !m_gate.is_open();
    if (locked)
        leave();
    return locked;
}

void Facilitation::leave() {
    m_gate.lock();
    screens::close_pin(m_pin);
    m_pages = {};
    m_held.reset();
}

void Facilitation::forget_course() {
    screens::FacilitatorView fresh;
    fresh.page = m_pages.page;
    fresh.courses = std::move(m_pages.courses);
    m_pages = std::move(fresh);
}

void Facilitation::forget_words() {
    auto person = std::move(m_pages.person);
    forget_course();
    m_pages.person = std::move(person);
}

bool Facilitation::draw(screens::Context& c, screens::WallFacts facts) {
    double const now_s = c.ui.now_s();
    facts.pin = m_gate.facts(now_s);
    facts.locks_in_s = m_gate.locks_in_s(now_s);
    c.ui.wake_at(m_gate.next_change_s(now_s));
    m_code_shown = !facts.pin.new_code.empty();
    if (m_code_shown) {
        screens::close_pin(m_pin);
        screens::recovery_code_screen(c, facts);
        return false;
    }
    if (!m_gate.is_open())
        return screens::pin_screen(c, m_pin, facts.pin);
    screens::facilitator_screen(c, m_pages, facts);
    return false;
}

void Facilitation::wish(screens::WallWish const& wish, double now_s) { m_gate.wish(wish, now_s); }

void Facilitation::hold(screens::Request request, screens::Screen from) { m_held = Held{std::move(request), from}; }

std::optional<Facilitation::Held> Facilitation::take_held() {
    if (!m_gate.is_open() || m_code_shown)
        return {};
    return std::exchange(m_held, std::nullopt);
}

} // namespace app
