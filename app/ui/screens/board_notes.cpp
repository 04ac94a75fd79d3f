// What waits, said in the lanes' heads: trials to take up, and what only the leader can answer. Quiet, and gone when
// nothing waits.
#include "board/so_far.h"
#include "ui/screens/board_lanes.h"

namespace screens {

namespace {

constexpr float height = 46;        // above the lane's hint; it is touched a little beyond
constexpr float idea_heading = 180; // the lane's name and how many it holds
constexpr float picture_gap = 18;   // to the button at its right

float pill_width(Context& c, std::string const& words) { return c.ui.type().width(words, c.ui.theme().small) + 84; }

/// Empty when nothing waits for the leader.
std::string leader_note(Context& c) {
    auto const n = static_cast<std::int64_t>(board::waiting(c.board, c.now.today).leader.size());
    return n == 0 ? std::string() : c.words.say("board.for_leader", {{"n", n}});
}

/// A pill in the lane's head, `right` du from its end; left out where the lane is too narrow for it beside `beside` du.
void head_pill(Context& c, LaneLook const& lane, float beside, float right, char const* id, std::string const& words,
               ui::Icon icon, ui::Colour ink, GoTo const& to) {
    auto const& type = c.ui.theme().small;
    float const width = pill_width(c, words);
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

float picture_button_width(Context& c) {
    constexpr float icon_and_sides = 84;
    float const whole = c.ui.type().width(c.words.get("board.picture"), c.ui.theme().label) + icon_and_sides;
    auto const note = leader_note(c);
    bool const both = note.empty() || pill_width(c, note) + idea_heading + whole + picture_gap <= lanes(c)[0].rect.w;
    return both ? whole : c.ui.theme().target + 12;
}

void board_notes(Context& c, std::array<LaneLook, 3> const& all) {
    auto const waits = board::waiting(c.board, c.now.today);
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    if (auto const note = leader_note(c); !note.empty())
        head_pill(c, all[0], idea_heading, picture_button_width(c) + picture_gap, "board/leader", note,
                  ui::Icon::People, ui::colour::test_text, {.screen = Screen::Leader});
    if (!waits.due.empty())
        head_pill(c, all[1], 300, 0, "board/due", c.words.say("board.due", {{"n", count(waits.due.size())}}),
                  ui::Icon::Clock, ui::colour::idea_text, {.screen = Screen::Trial, .idea = waits.due.front().idea});
}

} // namespace screens
