// What waits, said in the lanes' heads: trials to take up, and what only the leader can answer. Quiet, and gone when
// nothing waits.
#include "ui/screens/board_lanes.h"

namespace screens {

namespace {

constexpr float height = 46;        // above the lane's hint; it is touched a little beyond
constexpr float idea_heading = 180; // the lane's name and how many it holds
constexpr float picture_gap = 18;   // to the button at its right

float pill_width(Context& c, std::string const& words) { return c.ui.type().width(words, c.ui.theme().small) + 84; }

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

HeadNotes head_notes(Context& c, board::Waiting const& waits, std::array<LaneLook, 3> const& all) {
    constexpr float icon_and_sides = 84;
    auto const counted = [&](char const* key, std::size_t n) {
        return n == 0 ? std::string() : c.words.say(key, {{"n", static_cast<std::int64_t>(n)}});
    };
    HeadNotes notes{.leader = counted("board.for_leader", waits.leader.size()),
                    .due = counted("board.due", waits.due.size())};
    if (!waits.due.empty())
        notes.first_due = waits.due.front().idea;
    float const whole = c.ui.type().width(c.words.get("board.picture"), c.ui.theme().label) + icon_and_sides;
    bool const both = notes.leader.empty() ||
                      pill_width(c, notes.leader) + idea_heading + whole + picture_gap <= all[0].rect.w;
    notes.picture_w = both ? whole : c.ui.theme().target + 12;
    return notes;
}

void board_notes(Context& c, std::array<LaneLook, 3> const& all, HeadNotes const& notes) {
    if (!notes.leader.empty())
        head_pill(c, all[0], idea_heading, notes.picture_w + picture_gap, "board/leader", notes.leader,
                  ui::Icon::People, ui::colour::test_text, {.screen = Screen::Leader});
    if (!notes.due.empty())
        head_pill(c, all[1], 300, 0, "board/due", notes.due, ui::Icon::Clock, ui::colour::idea_text,
                  {.screen = Screen::Trial, .idea = notes.first_due});
}

} // namespace screens
