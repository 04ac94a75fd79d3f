// Fingers come, move and go: which item each captures, and what is told of it for one frame.
// What a movement means is in gestures.cpp.
#include "ui/kit/pointers.h"

#include <cassert>
#include <cmath>

namespace ui {

namespace {

Target const* topmost(std::vector<Target> const& targets, Vec2 at) {
    for (auto it = targets.rbegin(); it != targets.rend(); ++it)
        if (it->rect.contains(at))
            return &*it;
    return nullptr;
}

} // namespace

void Pointers::update(InputFrame const& input, std::vector<Target> const& targets, float px_per_du, float du_per_mm) {
    assert(px_per_du > 0 && du_per_mm > 0);
    m_du_per_mm = du_per_mm;
    forget_ended();
    m_scrolled.clear();
    run_momentum(input.now_s - m_now_s);
    m_now_s = input.now_s;
    for (Pointer& pointer : m_pointers)
        pointer.cancelled = m_cancel_all;
    m_cancel_all = false;
    for (PointerEvent const& event : input.pointers)
        take(event, event.at * (1 / px_per_du), targets);
    for (std::size_t i = 0; i < m_pointers.size(); ++i)
        ripen(i, m_now_s);
}

void Pointers::forget_ended() {
    for (std::size_t i = m_pointers.size(); i-- > 0;) {
        if (m_pointers[i].ended()) {
            m_pointers.erase(m_pointers.begin() + static_cast<std::ptrdiff_t>(i));
            m_tracks.erase(m_tracks.begin() + static_cast<std::ptrdiff_t>(i));
            continue;
        }
        Pointer& pointer = m_pointers[i];
        pointer.went_down = pointer.lifted = pointer.held = false;
        pointer.before = pointer.at;
    }
}

void Pointers::take(PointerEvent const& event, Vec2 at, std::vector<Target> const& targets) {
    if (event.phase == PointerPhase::Down) {
        if (!find_again(event, at))
            come_down(event, at, targets);
        return;
    }
    auto const i = live(event.pointer);
    if (!i)
        return; // its finger was cancelled before: what is left of the stroke means nothing
    ripen(*i, event.at_s);
    if (event.phase == PointerPhase::Cancel) {
        m_pointers[*i].cancelled = true;
        return;
    }
    follow(*i, at, event.at_s);
    if (event.phase == PointerPhase::Up)
        leave(*i, event.at_s);
}

void Pointers::come_down(PointerEvent const& event, Vec2 at, std::vector<Target> const& targets) {
    if (auto const i = live(event.pointer))
        m_pointers[*i].cancelled = true; // its end was never told
    std::erase_if(m_taps, [&](Tap const& tap) { return event.at_s - tap.at_s > m_limits.bounce_tap_s; });
    Pointer pointer;
    pointer.id = event.pointer;
    pointer.start = pointer.at = pointer.before = at;
    pointer.down_s = event.at_s;
    pointer.went_down = true;
    pointer.gesture = Gesture::Ignored;
    Track track;
    track.contact = event.pointer;
    track.path = {{event.at_s, at}};
    track.still_at = at;
    track.still_s = event.at_s;
    if (Target const* hit = topmost(targets, at)) {
        capture(pointer, track, *hit);
        stop_momentum(hit->scroller);
    }
    m_pointers.push_back(std::move(pointer));
    m_tracks.push_back(std::move(track));
    ignore_palms(at, event.at_s);
}

void Pointers::capture(Pointer& pointer, Track& track, Target const& hit) const {
    if (Pointer const* holder = holder_of(hit)) {
        pointer.tether = holder->id;
        return;
    }
    pointer.scroller = hit.scroller;
    if (!hit.enabled || hit.accepts == Accepts::Nothing)
        return; // ignored, but it may still scroll the area around it
    if (is_bounce(pointer, hit))
        return;
    pointer.gesture = Gesture::Pressed;
    // A touch on what rushes past is meant to stop it, not for the card that happened to be there.
    bool const catches = !hit.scroller.empty() && speed_mm_s(hit.scroller) > m_limits.flick_mm_s;
    pointer.owner = catches ? hit.scroller : hit.id;
    track.accepts = catches ? Accepts::Scroll : hit.accepts;
    pointer.grab = pointer.start - hit.corner;
    if (track.accepts == Accepts::Ink)
        pointer.gesture = Gesture::Dragging;
}

/// The frame lost the finger that touched this item for an instant: the item has answered already.
bool Pointers::is_bounce(Pointer const& pointer, Target const& hit) const {
    return std::any_of(m_taps.begin(), m_taps.end(), [&](Tap const& tap) {
        Vec2 const gap = pointer.start - tap.at;
        return tap.owner == hit.id && pointer.down_s - tap.at_s <= m_limits.bounce_tap_s &&
               std::hypot(gap.x, gap.y) <= m_limits.bounce_tap_mm * m_du_per_mm;
    });
}

/// The finger that already holds a card or a slider. Buttons, keys and ink take any number of fingers.
Pointer const* Pointers::holder_of(Target const& target) const {
    if (target.accepts != Accepts::Lift && target.accepts != Accepts::Drag)
        return nullptr;
    for (Pointer const& pointer : m_pointers) {
        bool const holds = pointer.gesture == Gesture::Pressed || pointer.gesture == Gesture::Dragging;
        if (!pointer.ended() && holds && pointer.owner == target.id)
            return &pointer;
    }
    return nullptr;
}

/// Touch frames lose a fast finger for some milliseconds. A card must not fall where that happens.
bool Pointers::find_again(PointerEvent const& event, Vec2 at) {
    for (std::size_t i = 0; i < m_pointers.size(); ++i) {
        Track& track = m_tracks[i];
        if (!track.lost_s || m_pointers[i].ended())
            continue;
        Vec2 const gap = at - m_pointers[i].at;
        bool const soon = event.at_s - *track.lost_s <= m_limits.bounce_back_s;
        if (!soon || std::hypot(gap.x, gap.y) > m_limits.bounce_back_mm * m_du_per_mm)
            continue;
        track.lost_s.reset();
        track.contact = event.pointer;
        follow(i, at, event.at_s);
        return true;
    }
    return false;
}

std::optional<std::size_t> Pointers::live(PointerId contact) const {
    for (std::size_t i = 0; i < m_pointers.size(); ++i)
        if (m_tracks[i].contact == contact && !m_tracks[i].lost_s && !m_pointers[i].ended())
            return i;
    return {};
}

Pointer const* Pointers::find(PointerId id) const {
    for (Pointer const& pointer : m_pointers)
        if (pointer.id == id && !pointer.ended())
            return &pointer;
    return nullptr;
}

bool Pointers::scrolling(std::string_view scroller) const {
    for (Pointer const& pointer : m_pointers)
        if (pointer.gesture == Gesture::Scrolling && pointer.owner == scroller && !pointer.ended())
            return true;
    return speed_mm_s(scroller) > 0;
}

void Pointers::cancel_all() {
    m_cancel_all = true;
    m_momentum.clear();
}

} // namespace ui
