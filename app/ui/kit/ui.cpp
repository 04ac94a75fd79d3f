// A frame from its first item to its last, and what fingers do to each.
// Motion and scroll areas are in motion.cpp.
#include "ui/kit/ui.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace ui {

namespace {

/// A contact that ended, or one that matters less, gives way to this one.
bool means_more(Pointer const& pointer, Touch const& so_far) {
    return so_far.pointer == 0 || pointer.gesture == Gesture::Dragging || pointer.went_down || pointer.tapped;
}

} // namespace

Ui::Ui(Typesetter& type, text::Words const& words) : m_type(type), m_words(&words), m_canvas(type) {}

void Ui::begin(InputFrame const& input, float mm_per_px, int text_step) {
    m_input = &input;
    m_now_s = input.now_s;
    m_mm_per_px = mm_per_px;
    ++m_frame;
    bool const upright = input.size.y > input.size.x;
    // a window without a size draws nothing, but must not divide by it
    float const px_per_du = std::max(1.0F, upright ? input.size.x : input.size.y) / 1080;
    m_screen = {0, 0, input.size.x / px_per_du, input.size.y / px_per_du};
    m_theme = Theme::fit(mm_per_px * px_per_du, px_per_du, text_step);
    m_type.set_language(m_words->language());
    m_pointers.update(input, m_last_targets, px_per_du, m_theme.mm);
    m_items.clear();
    m_targets.clear();
    m_wake_s = std::numeric_limits<double>::infinity();
    m_settled = true;
    if (!input.pointers.empty() || !input.keys.empty())
        wake_now(); // what they changed outside is drawn, and can be touched, in the next frame
    m_canvas.begin(input.size, px_per_du);
}

ImDrawData* Ui::end() {
    assert(m_open_scrolls.empty() && m_part.empty());
    order_targets();
    forget_unseen();
    if (m_pointers.gliding() || m_canvas.incomplete())
        wake_now();
    wake_at(m_pointers.next_deadline_s());
    m_settled = m_settled && !m_pointers.busy();
    ImDrawData* const drawn = m_canvas.finish();
    m_type.end_frame();
    return drawn;
}

void Ui::order_targets() {
    std::ranges::stable_sort(m_targets, {}, &std::pair<Layer, Target>::first);
    m_last_targets.clear();
    for (auto& [layer, target] : m_targets)
        m_last_targets.push_back(std::move(target));
}

void Ui::begin_part(std::string const& name, Rect rect, bool keys) {
    assert(m_part.empty() && !name.empty());
    m_part = name + "/";
    m_part_keys = keys;
    if (!keys) {
        m_keyless = *m_input;
        m_keyless.keys.clear();
    }
    m_whole_screen = std::exchange(m_screen, rect);
    Layer const before = m_canvas.layer();
    for (int layer = 0; layer < layer_count; ++layer) {
        m_canvas.on(static_cast<Layer>(layer));
        m_canvas.push_clip(rect);
    }
    m_canvas.on(before);
}

void Ui::end_part() {
    assert(!m_part.empty());
    Layer const before = m_canvas.layer();
    for (int layer = 0; layer < layer_count; ++layer) {
        m_canvas.on(static_cast<Layer>(layer));
        m_canvas.pop_clip();
    }
    m_canvas.on(before);
    m_screen = m_whole_screen;
    m_part.clear();
    m_part_keys = true;
}

std::string_view Ui::owner_of(Pointer const& pointer) const {
    std::string_view const owner = pointer.owner;
    return owner.starts_with(m_part) ? owner.substr(m_part.size()) : std::string_view();
}

Touch Ui::touch(Interactive const& item) {
    if (m_part.empty())
        return touch_on_wall(item);
    Interactive named = item;
    named.id = id_on_wall(item.id);
    return touch_on_wall(named);
}

Touch Ui::touch_on_wall(Interactive const& item) {
    Rect const clip = m_canvas.clip();
    Rect const seen = item.rect.clipped(clip);
    m_items.push_back({item.id, item.role, item.label, item.value, item.rect, seen, item.enabled});
    if (!seen.empty())
        m_targets.emplace_back(m_canvas.layer(), Target{item.id, seen, item.accepts, m_scroller, item.enabled,
                                                        Vec2{item.rect.x, item.rect.y}});
    return touch_of(item);
}

Touch Ui::touch_of(Interactive const& item) const {
    Touch touch;
    for (Pointer const& pointer : m_pointers.all()) {
        if (pointer.owner != item.id)
            continue;
        bool const drags = pointer.gesture == Gesture::Dragging;
        bool const near = pointer.within_slop || item.accepts == Accepts::Key;
        touch.dropped |= drags && pointer.up;
        touch.cancelled |= drags && pointer.cancelled;
        touch.dragging |= drags && !pointer.ended();
        if (item.enabled) { // it may have been, when the finger came down
            touch.pressed |= pointer.gesture == Gesture::Pressed && near && !pointer.ended();
            touch.downs += pointer.went_down ? 1 : 0;
            touch.tapped |= pointer.tapped;
            touch.held |= pointer.held;
            touch.lifted |= pointer.lifted;
        }
        if (means_more(pointer, touch))
            touch.pointer = pointer.id, touch.at = pointer.at, touch.grab = pointer.grab;
    }
    return touch;
}

bool Ui::is_dragging(std::string_view id) const {
    return std::ranges::any_of(m_pointers.all(), [&](Pointer const& pointer) {
        return owner_of(pointer) == id && pointer.gesture == Gesture::Dragging && !pointer.ended();
    });
}

bool Ui::is_touched(std::string_view id) const {
    return std::ranges::any_of(m_pointers.all(), [&](Pointer const& pointer) {
        std::string_view const owner = owner_of(pointer);
        return owner.starts_with(id) && (owner.size() == id.size() || owner[id.size()] == '/');
    });
}

void Ui::wake_at(double when_s) {
    if (when_s >= m_now_s) // else this frame has seen it
        m_wake_s = std::min(m_wake_s, when_s);
}

void Ui::wake_now() {
    wake_at(m_now_s);
    m_settled = false;
}

} // namespace ui
