// What a finger's movement means: tap, hold, pull, drag, scroll, fling or palm. The reasons for the limits:
// - slop 8 mm: a straight arm at a wall shakes more than a hand on a phone, and many hands are old;
// - lift 220 ms: longer than a flick's contact, shorter than what feels like waiting;
// - pull 10 mm: clearly past the slop, so that a shaky tap never lifts;
// - velocity over 80 ms: long enough to forgive one odd report, short enough to follow a turn;
// - fling above 150 mm/s, friction 0.35 s: a slow release stays where it was put, a flick runs one lane;
// - bounce 60 ms: frames lose a finger for some milliseconds; nobody taps twice that fast with one finger;
// - jitter 2 mm and stuck 20 s: IR frames tremble by a millimetre, and no hand stands still for so long. Dirt, a
//   sticker or a broken beam does, and then blocks nothing but itself;
// - palm, three fingers in 60 ms and 90 mm: a hand laid flat, an elbow. A key has answered already, so fast
//   typing loses nothing;
// - arm, seven in 200 mm: more than one hand has, however slowly they came.
// Very short contacts are not filtered: touches are stamped when they are fetched, so that a tap while the wall
// was busy may seem to have taken no time at all. The outer margin holds nothing to touch (tokens: space).
#include "ui/kit/pointers.h"

#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
/// The finger that moves an area keeps the lead over another for this long after its last movement.
constexpr double lead_s = 0.1;
/// Reports closer than this say nothing about velocity.
constexpr double least_span_s = 0.008;

float length(Vec2 v) { return std::hypot(v.x, v.y); }
bool upright(Vec2 v) { return std::abs(v.y) > std::abs(v.x); }

} // namespace

void Pointers::follow(std::size_t i, Vec2 at, double at_s) {
    Pointer& pointer = m_pointers[i];
    Vec2 const moved = at - pointer.at;
    pointer.at = at;
    pointer.within_slop = length(at - pointer.start) <= m_limits.slop_mm * m_du_per_mm;
    if (length(at - m_tracks[i].still_at) > m_limits.jitter_mm * m_du_per_mm) {
        m_tracks[i].still_at = at;
        m_tracks[i].still_s = at_s;
    }
    if (moved != Vec2{}) // the last report repeats the place, and is no movement
        m_tracks[i].path.emplace_back(at_s, at);
    std::erase_if(m_tracks[i].path, [&](auto const& step) { return step.first < at_s - m_limits.flick_window_s; });
    if (pointer.gesture == Gesture::Scrolling)
        scroll(i, moved.y, at_s);
    else if (pointer.gesture != Gesture::Dragging)
        recognise(i, at_s);
}

void Pointers::recognise(std::size_t i, double at_s) {
    Pointer const& pointer = m_pointers[i];
    Vec2 const moved_mm = (pointer.at - pointer.start) * (1 / m_du_per_mm);
    bool const scrolls = !pointer.scroller.empty() && upright(moved_mm);
    switch (m_tracks[i].accepts) {
    case Accepts::Ink:        // it drags already
    case Accepts::Key: break; // it has fired already
    case Accepts::Nothing:
    case Accepts::Tap:
        if (scrolls && std::abs(moved_mm.y) > m_limits.slop_mm)
            begin_scroll(i, m_limits.slop_mm, at_s);
        break;
    case Accepts::Scroll:
        if (scrolls && std::abs(moved_mm.y) > m_limits.drag_mm)
            begin_scroll(i, m_limits.drag_mm, at_s);
        break;
    case Accepts::Drag:
        if (length(moved_mm) > m_limits.drag_mm)
            begin_drag(i);
        break;
    case Accepts::Lift: recognise_lift(i, moved_mm, at_s); break;
    }
}

void Pointers::recognise_lift(std::size_t i, Vec2 moved_mm, double at_s) {
    if (m_pointers[i].scroller.empty()) { // nothing to scroll: any pull is meant for the card
        if (length(moved_mm) >= m_limits.pull_mm)
            begin_drag(i);
    } else if (upright(moved_mm)) {
        if (std::abs(moved_mm.y) > m_limits.slop_mm)
            begin_scroll(i, m_limits.slop_mm, at_s);
    } else if (std::abs(moved_mm.x) >= m_limits.pull_mm) {
        begin_drag(i);
    }
}

void Pointers::ripen(std::size_t i, double at_s) {
    Pointer& pointer = m_pointers[i];
    Track& track = m_tracks[i];
    if (at_s >= stuck_at(i)) {
        pointer.cancelled = true; // what it holds is let go of; the rest of the contact means nothing
        return;
    }
    if (at_s < ripe_at(i))
        return;
    if (track.lost_s)
        pointer.up = true;
    else if (track.accepts == Accepts::Lift)
        begin_drag(i);
    else
        pointer.held = track.hold_told = true;
}

double Pointers::ripe_at(std::size_t i) const {
    Pointer const& pointer = m_pointers[i];
    Track const& track = m_tracks[i];
    if (pointer.ended())
        return never;
    if (track.lost_s)
        return *track.lost_s + m_limits.bounce_back_s;
    if (pointer.gesture != Gesture::Pressed || !pointer.within_slop || track.hold_told)
        return never;
    return pointer.down_s + (track.accepts == Accepts::Lift ? m_limits.lift_hold_s : m_limits.hold_s);
}

/// A contact that holds nothing may stand for ever.
double Pointers::stuck_at(std::size_t i) const {
    bool const holds = !m_pointers[i].ended() && !m_pointers[i].owner.empty();
    return holds ? m_tracks[i].still_s + m_limits.stuck_s : never;
}

double Pointers::next_deadline_s() const {
    double next = never;
    for (std::size_t i = 0; i < m_pointers.size(); ++i)
        next = std::min({next, ripe_at(i), stuck_at(i)});
    return next;
}

bool Pointers::busy() const {
    for (std::size_t i = 0; i < m_pointers.size(); ++i)
        if (ripe_at(i) < never)
            return true;
    return gliding();
}

void Pointers::begin_drag(std::size_t i) {
    m_pointers[i].gesture = Gesture::Dragging;
    m_pointers[i].lifted = true;
}

/// The area takes the finger over; what it had pressed will not fire. The slack is not scrolled, so that
/// nothing jumps.
void Pointers::begin_scroll(std::size_t i, float slack_mm, double at_s) {
    Pointer& pointer = m_pointers[i];
    pointer.gesture = Gesture::Scrolling;
    pointer.owner = pointer.scroller;
    float const moved = pointer.at.y - pointer.start.y;
    scroll(i, moved - std::copysign(slack_mm * m_du_per_mm, moved), at_s);
}

/// Two fingers on one area must not scroll it twice, and one that stands still must not hold it: the
/// finger that moved last leads until it rests.
void Pointers::scroll(std::size_t i, float moved_du, double at_s) {
    if (moved_du == 0)
        return;
    Pointer const& pointer = m_pointers[i];
    auto lead = std::find_if(m_leads.begin(), m_leads.end(),
                             [&](Lead const& l) { return l.scroller == pointer.owner; });
    if (lead == m_leads.end())
        lead = m_leads.insert(lead, {pointer.owner, pointer.id, at_s});
    if (lead->pointer != pointer.id && find(lead->pointer) && at_s - lead->moved_s <= lead_s)
        return;
    *lead = {pointer.owner, pointer.id, at_s};
    stop_momentum(pointer.owner);
    add_scroll(pointer.owner, -moved_du);
}

void Pointers::leave(std::size_t i, double at_s) {
    Pointer& pointer = m_pointers[i];
    Track& track = m_tracks[i];
    bool const flies = length(velocity_mm_s(i, at_s)) > m_limits.rest_mm_s;
    if (pointer.gesture == Gesture::Dragging && track.accepts == Accepts::Lift && flies) {
        track.lost_s = at_s; // it may come back; else it is put down when the deadline passes
        return;
    }
    pointer.up = true;
    pointer.tapped = pointer.gesture == Gesture::Pressed && pointer.within_slop && track.accepts != Accepts::Key;
    if (pointer.gesture == Gesture::Pressed)
        m_taps.push_back({pointer.owner, pointer.at, at_s});
    if (pointer.gesture == Gesture::Scrolling)
        fling(i, at_s);
}

void Pointers::fling(std::size_t i, double at_s) {
    std::string const& area = m_pointers[i].owner;
    bool led = false;
    std::erase_if(m_leads, [&](Lead const& lead) {
        bool const mine = lead.scroller == area && lead.pointer == m_pointers[i].id;
        led = led || mine;
        return mine;
    });
    float const velocity = velocity_mm_s(i, at_s).y;
    if (!led || std::abs(velocity) < m_limits.flick_mm_s)
        return;
    stop_momentum(area);
    m_momentum.push_back({area, -velocity * m_du_per_mm});
}

/// A palm came down together around `newest`; an arm is a crowd that came as it liked.
void Pointers::ignore_palms(Vec2 newest, double at_s) {
    std::vector<std::size_t> palm, arm;
    for (std::size_t i = 0; i < m_pointers.size(); ++i) {
        Pointer const& pointer = m_pointers[i];
        if (pointer.ended())
            continue;
        if (at_s - pointer.down_s <= m_limits.palm_window_s &&
            length(pointer.start - newest) <= m_limits.palm_mm * m_du_per_mm)
            palm.push_back(i);
        if (length(pointer.at - newest) <= m_limits.arm_mm * m_du_per_mm)
            arm.push_back(i);
    }
    ignore(std::move(palm), m_limits.palm_contacts, m_limits.palm_mm);
    ignore(std::move(arm), m_limits.arm_contacts, m_limits.arm_mm);
}

/// Those of a crowd that lie in one circle, when they are enough. What they hold is let go of; keys they hit
/// have fired, as keys do.
void Pointers::ignore(std::vector<std::size_t> crowd, int least, float circle_mm) {
    Vec2 sum;
    for (std::size_t const i : crowd)
        sum = sum + m_pointers[i].at;
    Vec2 const centre = sum * (1 / static_cast<float>(std::max<std::size_t>(crowd.size(), 1)));
    std::erase_if(crowd,
                  [&](std::size_t i) { return length(m_pointers[i].at - centre) > circle_mm / 2 * m_du_per_mm; });
    if (crowd.size() < static_cast<std::size_t>(least))
        return;
    for (std::size_t const i : crowd) {
        Pointer& pointer = m_pointers[i];
        // A dragged item is told; the rest is nobody's, and stays, to be counted with what comes down next. So does
        // ink, where every finger drags at once.
        pointer.cancelled = pointer.gesture == Gesture::Dragging && m_tracks[i].accepts != Accepts::Ink;
        if (pointer.cancelled)
            continue;
        pointer.gesture = Gesture::Ignored;
        pointer.owner.clear();
        pointer.scroller.clear();
        m_tracks[i].accepts = Accepts::Nothing;
    }
}

/// From what was reported in the last `flick_window_s`; a finger that rested before it left has none.
Vec2 Pointers::velocity_mm_s(std::size_t i, double at_s) const {
    auto const& path = m_tracks[i].path;
    if (path.size() < 2)
        return {};
    double const span_s = std::max(at_s - path.front().first, least_span_s);
    return (path.back().second - path.front().second) * static_cast<float>(1 / (span_s * m_du_per_mm));
}

float Pointers::speed_mm_s(std::string_view scroller) const {
    for (Momentum const& momentum : m_momentum)
        if (momentum.scroller == scroller)
            return std::abs(momentum.velocity) / m_du_per_mm;
    return 0;
}

void Pointers::run_momentum(double seconds) {
    auto const left = static_cast<float>(std::exp(-seconds / m_limits.friction_s));
    for (Momentum& momentum : m_momentum) {
        add_scroll(momentum.scroller, momentum.velocity * static_cast<float>(m_limits.friction_s) * (1 - left));
        momentum.velocity *= left;
    }
    std::erase_if(m_momentum, [&](Momentum const& momentum) {
        return std::abs(momentum.velocity) < m_limits.stop_mm_s * m_du_per_mm;
    });
}

void Pointers::stop_momentum(std::string_view scroller) {
    std::erase_if(m_momentum, [&](Momentum const& momentum) { return momentum.scroller == scroller; });
}

void Pointers::add_scroll(std::string const& scroller, float du) {
    for (auto& [name, sum] : m_scrolled)
        if (name == scroller) {
            sum += du;
            return;
        }
    m_scrolled.emplace_back(scroller, du);
}

float Pointers::scrolled_by(std::string_view scroller) const {
    for (auto const& [name, sum] : m_scrolled)
        if (name == scroller)
            return sum;
    return 0;
}

} // namespace ui
