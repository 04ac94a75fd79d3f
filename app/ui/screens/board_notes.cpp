// What waits, said in the lanes' heads: trials to take up, and what only the leader can answer. Quiet, and gone when
// nothing waits.
#include "board/so_far.h"
#include "ui/screens/board_lanes.h"

namespace screens {

namespace {

constexpr float height = 46; // above the lane's hint; it is touched a little beyond

/// A pill in the lane's head, `right` du from its end; left out where the lane is too narrow for it beside `beside` du.
void head_pill(Context& c, LaneLook const& lane, float beside, float right, char const* id, std::string const& words,
               ui::Icon icon, ui::Colour ink, GoTo const& to) {
    auto const& type = c.ui.theme().small;
    float const width = c.ui.type().width(words, type) + 84;
    if (width + beside + right > lane.rect.w)
        return;
    ui::Rect const rect{lane.rect.right() - 18 - right - width, lane.rect.y + 13, width, height};
    auto const touch = c.ui.touch(
        {.id = id, .label = words, .rect = rect.inset(0, std::min(0.0F, (height - c.ui.theme().target) / 2))});
    c.ui.canvas().push_clip(rect.inset(-2));
    ui::Rect inside = ui::pill(c.ui, rect);
    if (touch.pressed)
        c.ui.canvas().rounded(rect, height / 2, ui::press_shade(1));
    c.ui.canvas().icon(icon, {inside.x + 12, rect.centre().y}, 28, ink);
    inside.cut_left(34);
    ui::label_centred(c.ui, words, inside, type, ui::colour::ink, ui::Align::Left);
    c.ui.canvas().pop_clip();
    if (touch.tapped)
        c.requests.emplace_back(to);
}

} // namespace

void board_notes(Context& c, std::array<LaneLook, 3> const& all) {
    auto const waits = board::waiting(c.board, c.now.today);
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    if (!waits.leader.empty())
        head_pill(c, all[0], 180, picture_button_width(c) + 18, "board/leader",
                  c.words.say("board.for_leader", {{"n", count(waits.leader.size())}}), ui::Icon::People,
                  ui::colour::test_text, {.screen = Screen::Leader});
    if (!waits.due.empty())
        head_pill(c, all[1], 300, 0, "board/due", c.words.say("board.due", {{"n", count(waits.due.size())}}),
                  ui::Icon::Clock, ui::colour::idea_text, {.screen = Screen::Trial, .idea = waits.due.front().idea});
}

} // namespace screens
