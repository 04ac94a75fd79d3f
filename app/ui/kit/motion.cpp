// What moves by itself: eased numbers and places, and areas that scroll. All of it depends on the frame's
// time alone, so that a test can say when it is.
#include "ui/kit/ui.h"

#include <algorithm>
#include <cassert>

namespace ui {

namespace {

/// Frames without being asked for after which motion starts afresh.
constexpr std::uint64_t forgotten_after = 10;

constexpr float bar_width = 6, bar_inset = 5, least_bar = 48;
constexpr float bar_opacity = 0.16F, moving_bar_opacity = 0.4F;

float eased_out(float part) {
    float const left = 1 - part;
    return 1 - left * left * left;
}

} // namespace

float Ui::ease(std::string_view id, float target, double seconds) {
    return move("ease/" + id_on_wall(id), {target, 0}, seconds).x;
}

Vec2 Ui::glide(std::string_view id, Vec2 target, double seconds) {
    return move("glide/" + id_on_wall(id), target, seconds);
}

void Ui::still(std::string_view id) {
    m_motion.erase("ease/" + id_on_wall(id));
    m_motion.erase("glide/" + id_on_wall(id));
}

/// A new target starts from where the motion is now: it can be interrupted anywhere.
Vec2 Ui::move(std::string key, Vec2 target, double seconds) {
    auto const [it, fresh] = m_motion.try_emplace(std::move(key), Motion{target, target, m_now_s, 0, m_frame});
    Motion& motion = it->second;
    if (motion.to != target)
        motion = {place(motion), target, m_now_s, seconds, m_frame};
    motion.seen = m_frame;
    Vec2 const now = place(motion);
    if (now != motion.to)
        wake_now();
    return now;
}

Vec2 Ui::place(Motion const& motion) const {
    double const passed_s = m_now_s - motion.began_s;
    if (calm_motion || passed_s >= motion.seconds)
        return motion.to;
    float const part = eased_out(static_cast<float>(std::max(0.0, passed_s) / motion.seconds));
    return motion.from + (motion.to - motion.from) * part;
}

float& Ui::kept(std::string_view id, float first) {
    Kept& kept = m_kept.try_emplace(id_on_wall(id), Kept{first, m_frame}).first->second;
    kept.seen = m_frame;
    return kept.value;
}

void Ui::forget_unseen() {
    auto const unseen = [&](auto const& entry) { return m_frame - entry.second.seen > forgotten_after; };
    std::erase_if(m_motion, unseen);
    std::erase_if(m_kept, unseen);
}

float Ui::begin_scroll(std::string const& name, Rect rect, float content_height, std::string const& label) {
    std::string const id = id_on_wall(name);
    Scroll& scroll = m_scroll[id];
    scroll.rect = rect;
    scroll.content = content_height;
    m_open_scrolls.push_back({id, m_scroller});
    if (scroll.end() > 0) // else fingers belong to the area around it
        m_scroller = id;
    touch_on_wall({.id = id, .role = "scroll", .label = label, .value = {}, .rect = rect, .accepts = Accepts::Scroll});
    m_canvas.push_clip(rect);
    float const wanted = scroll.offset + m_pointers.scrolled_by(id);
    scroll.offset = std::clamp(wanted, 0.0F, scroll.end());
    if (scroll.offset != wanted || calm_motion)
        m_pointers.stop_momentum(id);
    return m_canvas.snapped(scroll.offset);
}

void Ui::end_scroll() {
    assert(!m_open_scrolls.empty());
    OpenScroll const open = std::move(m_open_scrolls.back());
    m_open_scrolls.pop_back();
    if (Scroll const& scroll = m_scroll[open.id]; scroll.end() > 0)
        draw_indicator(open.id, scroll);
    m_canvas.pop_clip();
    m_scroller = open.outer;
}

void Ui::draw_indicator(std::string const& id, Scroll const& scroll) {
    Rect const& area = scroll.rect;
    float const height = std::min(area.h, std::max(least_bar, area.h * area.h / scroll.content));
    float const y = area.y + (area.h - height) * scroll.offset / scroll.end();
    float const opacity = ease(id + "/bar", m_pointers.scrolling(id) ? moving_bar_opacity : bar_opacity);
    Rect const bar{area.right() - bar_width - bar_inset, y, bar_width, height};
    m_canvas.rounded(bar.inset(0, bar_inset), bar_width / 2, colour::ink.faded(opacity));
}

void Ui::scroll_to(std::string const& name, float offset) {
    std::string const id = id_on_wall(name);
    m_scroll[id].offset = offset; // kept within its ends when it is drawn
    m_pointers.stop_momentum(id);
    wake_now();
}

void Ui::scroll_by(std::string const& id, float by) {
    if (by != 0)
        scroll_to(id, scroll_offset(id) + by);
}

float Ui::scroll_offset(std::string_view id) const {
    auto const found = m_scroll.find(id_on_wall(id));
    return found == m_scroll.end() ? 0 : found->second.offset;
}

} // namespace ui
