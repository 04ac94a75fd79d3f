// Bookkeeping only; what a finger means is the kit's.
#include "platform/contacts.h"

namespace platform {

void Contacts::down(FingerName name, ui::Vec2 at, double at_s, Events& out) {
    if (auto const lost = m_down.find(name); lost != m_down.end()) {
        out.push_back({lost->second.id, ui::PointerPhase::Cancel, lost->second.at, at_s});
    }
    m_down[name] = {++m_last, at};
    out.push_back({m_last, ui::PointerPhase::Down, at, at_s});
}

void Contacts::move(FingerName name, ui::Vec2 at, double at_s, Events& out) {
    if (auto const found = m_down.find(name); found != m_down.end()) {
        found->second.at = at;
        out.push_back({found->second.id, ui::PointerPhase::Move, at, at_s});
    }
}

void Contacts::up(FingerName name, ui::Vec2 at, double at_s, Events& out) {
    if (auto const found = m_down.find(name); found != m_down.end()) {
        out.push_back({found->second.id, ui::PointerPhase::Up, at, at_s});
        m_down.erase(found);
    }
}

void Contacts::cancel_all(double at_s, Events& out) {
    for (auto const& [name, contact] : m_down) {
        out.push_back({contact.id, ui::PointerPhase::Cancel, contact.at, at_s});
    }
    m_down.clear();
}

} // namespace platform
