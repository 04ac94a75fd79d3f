#include "copy_clock.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace app {

void CopyClock::see(Seen const& seen, double now_s) {
    bool const changed = m_seen_any ? seen.version != m_seen.version : !m_copied;
    if (changed && !m_changed)
        m_first_change_s = now_s;
    if (changed)
        m_last_change_s = now_s;
    m_changed = m_changed || changed;
    m_meeting_ended = m_meeting_ended || (m_seen_any && m_seen.meeting && !seen.meeting);
    m_seen = seen;
    m_seen_any = true;
}

double CopyClock::due_at_s() const {
    double const rested = std::min(m_last_change_s + after_change_s, m_first_change_s + at_the_latest_s);
    return std::max(m_not_before_s, m_meeting_ended ? 0 : rested);
}

std::optional<screens::CopyReason> CopyClock::due(double now_s) const {
    bool const wanted = m_changed || m_meeting_ended;
    if (m_under_way || m_seen.secret || !wanted || now_s < due_at_s())
        return {};
    return m_meeting_ended ? screens::CopyReason::Meeting : screens::CopyReason::Change;
}

void CopyClock::begun() {
    m_under_way = true;
    m_changed = false;
    m_begun_for_meeting = std::exchange(m_meeting_ended, false);
}

void CopyClock::done(bool taken, double now_s) {
    m_under_way = false;
    if (taken)
        return;
    if (!m_changed)
        m_first_change_s = m_last_change_s = now_s;
    m_changed = true;
    m_meeting_ended = m_meeting_ended || m_begun_for_meeting;
    m_not_before_s = now_s + again_s;
}

double CopyClock::next_s() const {
    bool const wanted = m_changed || m_meeting_ended;
    return wanted && !m_under_way && !m_seen.secret ? due_at_s() : std::numeric_limits<double>::infinity();
}

} // namespace app
