#include "idle.h"

#include <algorithm>

namespace app {

namespace {

constexpr double held_s = 600; // as long as people talk in front of a wall that they use

} // namespace

void Idle::see(ui::InputFrame const& input, bool held) {
    m_now_s = input.now_s;
    m_held = held;
    m_woke = false;
    bool const touched = !input.pointers.empty() || !input.keys.empty();
    if (touched || m_touched_s < 0) {
        m_woke = m_resting;
        m_touched_s = input.now_s;
        m_closed = m_resting = false;
        return;
    }
    m_resting = m_resting || m_now_s >= rests_at_s();
}

bool Idle::closes_now() {
    if (m_closed || m_now_s < closes_at_s())
        return false;
    m_closed = true;
    return true;
}

double Idle::closes_at_s() const {
    return m_touched_s + (m_held ? std::max(held_s, m_close_after_s) : m_close_after_s);
}

double Idle::rests_at_s() const { return closes_at_s() + m_rest_after_s; }

ui::InputFrame Idle::without_waking(ui::InputFrame input) {
    if (m_woke) {
        for (auto const& event : input.pointers)
            m_waking.push_back(event.pointer);
        input.keys.clear();
    }
    if (m_waking.empty())
        return input;
    std::vector<ui::PointerId> lifted;
    std::erase_if(input.pointers, [&](ui::PointerEvent const& event) {
        if (std::find(m_waking.begin(), m_waking.end(), event.pointer) == m_waking.end())
            return false;
        if (event.phase == ui::PointerPhase::Up || event.phase == ui::PointerPhase::Cancel)
            lifted.push_back(event.pointer);
        return true;
    });
    std::erase_if(m_waking,
                  [&](ui::PointerId id) { return std::find(lifted.begin(), lifted.end(), id) != lifted.end(); });
    return input;
}

} // namespace app
