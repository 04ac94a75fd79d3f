#include "notices.h"

#include <algorithm>

namespace app {

namespace {

constexpr double undo_s = 10;    // product.md: ten seconds beside the place
constexpr double sentence_s = 7; // long enough to read two lines twice

/// Where a sentence that wide may stand: beside everything; over the pills; or, in a narrow room, over the name too.
ui::Rect span_of(Notices::Place const& where, float width) {
    ui::Rect span = where.beside;
    for (float const right : {span.right(), where.room.right() - 24}) {
        span.w = right - span.x;
        if (width <= span.w)
            return span;
    }
    return where.room.inset(24, 0);
}

/// As near to the middle of the origin as it comes in there.
float left_in(ui::Rect span, ui::Rect origin, float width) {
    return std::max(span.x, std::min(origin.centre().x - width / 2, span.right() - width));
}

/// On the origin's foot, inside the wall, no lower than `low`, above those that stand there already.
ui::Rect place(ui::Rect origin, ui::Vec2 size, ui::Rect span, ui::Rect screen, float low,
               std::vector<ui::Rect> const& taken) {
    float const foot = std::min(std::max(origin.bottom(), screen.y + 24 + size.y), low);
    ui::Rect rect{left_in(span, origin, size.x), std::max(foot - size.y, screen.y + 8), size.x, size.y};
    for (std::size_t i = 0; i < taken.size(); ++i)
        if (taken[i].overlaps(rect.inset(-4))) {
            rect.y = taken[i].y - rect.h - 10;
            i = static_cast<std::size_t>(-1); // it may now stand on another: look again from the first
        }
    return rect;
}

ui::Rect room_of(ui::Rect origin, std::vector<ui::Rect> const& rooms, ui::Rect screen) {
    auto const found = std::find_if(rooms.begin(), rooms.end(),
                                    [&](ui::Rect const& room) { return room.contains(origin.centre()); });
    return found == rooms.end() ? screen : *found;
}

} // namespace

void Notices::say(std::string sentence, ui::Rect origin, double now_s, std::optional<board::OperationId> undo,
                  std::optional<board::MergeIdeas> merge) {
    std::erase_if(m_notices, [&](Notice const& n) { return n.origin.overlaps(origin) && !n.undo && !undo; });
    m_notices.push_back(
        {m_next_no++, std::move(sentence), origin, now_s + (undo ? undo_s : sentence_s), undo, merge, {}});
}

void Notices::belong_to(screens::Screen screen) {
    for (auto& notice : m_notices)
        notice.screen = notice.screen.value_or(screen);
}

void Notices::drop(board::OperationId operation) {
    std::erase_if(m_notices, [&](Notice const& n) { return n.undo == operation; });
}

Notices::Answer Notices::draw(screens::Context& c, screens::Screen screen, std::vector<ui::Rect> const& rooms,
                              std::vector<ui::Rect> taken) {
    std::erase_if(m_notices, [&](Notice const& n) { return n.until_s <= c.ui.now_s(); });
    constexpr std::size_t most_at_once = 6;
    if (m_notices.size() > most_at_once)
        m_notices.erase(m_notices.begin(), m_notices.end() - most_at_once);
    Answer answer;
    c.ui.canvas().on(ui::Layer::Lifted); // under the pads: a sentence never stands in the way of one who writes
    for (auto newest = m_notices.rbegin(); newest != m_notices.rend(); ++newest) {
        c.ui.wake_at(newest->until_s);
        if (newest->screen == screen)
            draw_one(c, *newest, place_of(c, screen, room_of(newest->origin, rooms, c.ui.screen())), taken, answer);
    }
    c.ui.canvas().on(ui::Layer::Board);
    return answer;
}

/// The board's stand over no button of the bottom band. A form has its keyboard below: there they stand in the header,
/// beside the course's name and the pills.
Notices::Place Notices::place_of(screens::Context const& c, screens::Screen screen, ui::Rect room) {
    ui::Rect const whole = room.inset(24, 0);
    if (screen == screens::Screen::Board)
        return {room, whole, screens::bottom_band(c).y - 10};
    return {room, c.header_room.inset(20, 0).clipped(whole), c.header_room.bottom() + 22};
}

/// The sentence, and at its right what can be done about it.
void Notices::draw_one(screens::Context& c, Notice& notice, Place const& where, std::vector<ui::Rect>& taken,
                       Answer& answer) {
    auto& canvas = c.ui.canvas();
    auto const& type = c.ui.theme().label;
    auto const& merge_words = c.words.get("board.merge");
    auto const& button = c.ui.theme().button;
    float const undo_words = c.ui.type().width(c.words.get("notice.undo"), button) + 1.8F * button.size; // and its sign
    float const pad = 26, undo_w = notice.undo ? std::max(180.0F, undo_words + 44) : 0.0F;
    float const merge_w = notice.merge ? c.ui.type().width(merge_words, type) + 60 : 0.0F;
    float const buttons_w = undo_w + merge_w + (notice.merge ? 14.0F : 0.0F);
    constexpr float longest_line = 520, shortest_line = 260;
    float const beside = std::clamp(where.beside.w - 2 * pad - buttons_w, shortest_line, longest_line);
    auto const& words = c.ui.type().lay(notice.sentence, {.type = type, .width = beside});
    ui::Vec2 const size{words.width + 2 * pad + buttons_w,
                        std::max(words.height + 2 * pad - 8, notice.undo ? c.ui.theme().target + 16 : 0)};
    ui::Rect const rect = place(notice.origin, size, span_of(where, size.x), where.room, where.low, taken);
    if (rect.y < c.ui.screen().y)
        return; // more than the wall is high: the older ones give way
    taken.push_back(rect);
    canvas.shadow(rect, ui::radius::card, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::card, ui::colour::ink);
    canvas.paragraph(words, {rect.x + pad, rect.centre().y - words.height / 2}, ui::colour::paper);
    auto const id = "notice/" + std::to_string(notice.no);
    auto const touch = c.ui.touch({.id = id, .role = "notice", .label = notice.sentence, .rect = rect});
    if (!notice.undo) {
        if (touch.tapped)
            notice.until_s = c.ui.now_s();
        return;
    }
    ui::Rect row{rect.right() - buttons_w - 10, rect.centre().y - c.ui.theme().target / 2, buttons_w,
                 c.ui.theme().target};
    if (ui::button(c.ui, {.id = id + "/undo",
                          .rect = row.cut_right(undo_w, 14),
                          .label = c.words.get("notice.undo"),
                          .icon = ui::Icon::Undo}))
        answer.undone.push_back({*notice.undo, rect});
    if (notice.merge && ui::button(c.ui, {.id = id + "/merge", .rect = row, .label = merge_words, .type = type}))
        answer.merged.push_back({*notice.merge, *notice.undo, rect});
}

} // namespace app
