#include "ui/screens/where_we_are.h"

#include "board/so_far.h"
#include "ui/screens/meeting_clock.h"
#include "ui/screens/pulse_panel.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float dot_step = 28;

/// How much of the line there is room for.
enum class Brevity { Whole, Brief, Day };

/// Question 1 of the five the board answers (method.md 8). In brief it leaves where we are to the dots, and at last it
/// says the day alone.
std::string line_of(Context const& c, board::SoFar const& far, Brevity brevity) {
    auto const total = std::int64_t{far.planned}, held = std::int64_t{far.held};
    auto const day = [&](board::Date date) { return text::date(c.language(), date, text::DateStyle::ShortDay); };
    auto const when = [&](board::Date date) { return text::relative_day(c.words, date, c.now.today); };
    if (far.open)
        return far.follow_up ? c.words.get("meeting.follow_up")
                             : c.words.say("meeting.no_of", {{"no", std::int64_t{*far.open}}, {"total", total}});
    if (c.board.course.closed_on)
        return c.words.get("header.closed");
    if (!far.next)
        return c.words.get("header.after_all");
    bool const today = *far.next == c.now.today;
    if (far.follow_up && today)
        return c.words.get("header.follow_up_today");
    if (far.follow_up)
        return c.words.say("header.follow_up", {{"date", day(*far.next)}, {"when", when(*far.next)}});
    if (today)
        return c.words.say("header.meeting_today", {{"no", held + 1}, {"total", total}});
    if (*far.next < c.now.today)
        return c.words.say("header.meeting_passed", {{"no", held + 1}, {"date", day(*far.next)}});
    if (held == 0)
        return c.words.say("header.first_meeting", {{"date", day(*far.next)}, {"when", when(*far.next)}});
    if (brevity == Brevity::Day)
        return c.words.say("header.next_meeting_day", {{"date", day(*far.next)}});
    if (brevity == Brevity::Brief)
        return c.words.say("header.next_meeting_brief", {{"date", day(*far.next)}, {"when", when(*far.next)}});
    return c.words.say("header.next_meeting",
                       {{"no", held}, {"total", total}, {"date", day(*far.next)}, {"when", when(*far.next)}});
}

/// White ground that can be touched; returns its inside.
ui::Rect pill_to(Context& c, ui::Rect rect, char const* id, std::string const& label, std::string const& value,
                 Screen screen) {
    ui::Rect const target = rect.inset(0, std::min(0.0F, (rect.h - c.ui.theme().target) / 2));
    auto const touch = c.ui.touch({.id = id, .label = label, .value = value, .rect = target});
    ui::Rect const inside = ui::pill(c.ui, rect);
    if (touch.pressed)
        c.ui.canvas().rounded(rect, rect.h / 2, ui::press_shade(1));
    if (touch.tapped)
        c.requests.emplace_back(GoTo{.screen = screen});
    return inside;
}

/// "Nye idéer  8 min.": only this pill is drawn again when a minute has gone.
void step_pill(Context& c, ui::Rect& free, float room, board::HeldMeeting const& meeting) {
    auto const& step = meeting.steps[static_cast<std::size_t>(meeting.step)].plan;
    auto const left = left_in_words(c, meeting);
    auto const& type = c.ui.theme().label;
    constexpr float icon = 34, gap = 16;
    float const left_w = c.ui.type().width(left, type) + 4;
    float const wished = c.ui.type().width(step.title, quiet(type)) + 4 + icon + 2 * gap + left_w + 2 * 27;
    float const width = std::clamp(wished, 0.0F, std::max(room, icon + 2 * gap + left_w + 60 + 140));
    ui::Rect const rect{free.right() - width, free.y, width, free.h};
    free.w -= width + 24;
    c.ui.canvas().push_clip(rect.inset(-2));
    ui::Rect inside = pill_to(c, rect, "header/meeting", step.title, left, Screen::Meeting);
    c.ui.canvas().icon(ui::Icon::Clock, {inside.x + icon / 2 - 4, rect.centre().y}, icon, ui::colour::accent);
    inside.cut_left(icon, gap / 2);
    ui::label_centred(c.ui, left, inside.cut_right(left_w, gap), type, ui::colour::ink, ui::Align::Right);
    ui::label_centred(c.ui, step.title, inside, quiet(type), ui::colour::ink, ui::Align::Left);
    c.ui.canvas().pop_clip();
    wake_when_changed(c, meeting, std::chrono::minutes(1));
}

void setup_pill(Context& c, ui::Rect& free) {
    auto const& words = c.words.get("header.set_up");
    auto const& type = c.ui.theme().label;
    float const width = c.ui.type().width(words, type) + 54 + 48;
    ui::Rect const rect{free.right() - width, free.y, width, free.h};
    free.w -= width + 24;
    ui::Rect inside = pill_to(c, rect, "header/set-up", words, {}, Screen::Course);
    c.ui.canvas().outline(rect, rect.h / 2, 3, ui::colour::accent); // the one filled button is *Ny idé*
    c.ui.canvas().icon(ui::Icon::Calendar, {inside.x + 14, rect.centre().y}, 32, ui::colour::accent);
    inside.cut_left(44);
    ui::label_centred(c.ui, words, inside, type, ui::colour::accent, ui::Align::Left);
}

void dots_pill(Context& c, ui::Rect& free, float room) {
    auto const far = board::so_far(c.board, c.now.today);
    auto const& type = c.ui.theme().label;
    float const dots_w = static_cast<float>(far.planned) * dot_step,
                beside_words = dots_w + 66; // sides, a gap, a spare
    auto line = line_of(c, far, Brevity::Whole);
    for (Brevity const shorter : {Brevity::Brief, Brevity::Day})
        if (c.ui.type().width(line, type) + beside_words > room)
            line = line_of(c, far, shorter);
    float width = std::min(c.ui.type().width(line, type) + beside_words, room);
    width = std::max(width, c.ui.type().width(line_of(c, far, Brevity::Day), type) + beside_words); // the day is whole
    ui::Rect const rect{free.right() - width, free.y, width, free.h};
    free.w -= width + 24;
    ui::Rect const inside = pill_to(c, rect, "header/meetings", line, {}, Screen::Meeting);
    meeting_dots(c, c.board, {inside.x, rect.centre().y});
    ui::label_centred(c.ui, line, {inside.x + dots_w + 10, rect.y, inside.w - dots_w - 10, rect.h}, type,
                      ui::colour::ink, ui::Align::Left);
}

/// "3,4", or "3,4 / 2,9" of more statements; empty where too few have answered.
std::string means_of(Context const& c, board::PulseRound const& round) {
    std::string said;
    for (std::size_t i = 0; i < round.statements.size(); ++i)
        if (auto const mean = board::pulse_mean(round, i))
            said += (said.empty() ? "" : " / ") + text::number(c.language(), *mean);
    return said;
}

/// What the pulse's pill says, the longest first.
std::vector<std::string> pulse_lines(Context const& c) {
    if (board::open_pulse(c.board))
        return {c.words.get("header.pulse_open"), c.words.get("header.pulse_open_brief")};
    auto const* last = last_closed_pulse(c.board);
    if (!last)
        return {};
    auto const means = means_of(c, *last);
    if (means.empty())
        return {c.words.get("header.pulse_hidden")};
    auto const brief = c.words.say("header.pulse", {{"value", means}});
    std::int64_t const n = board::pulse_answers(*last, 0);
    return {brief + " · " + c.words.say("pulse.answers", {{"n", n}}), brief};
}

} // namespace

void pulse_pill(Context& c, ui::Rect& free, float room) {
    constexpr float icon = 34, sides = 54;
    auto const& type = c.ui.theme().label;
    bool const open = board::open_pulse(c.board) != nullptr;
    auto const lines = pulse_lines(c);
    for (auto const& line : lines) {
        float const width = c.ui.type().width(line, type) + icon + 12 + sides;
        if (width > room && !(open && &line == &lines.back())) // an open one is never hidden
            continue;
        ui::Rect const rect{free.right() - width, free.y, width, free.h};
        free.w -= width + 24;
        ui::Rect inside = pill_to(c, rect, "header/pulse", line, open ? "open" : "closed", Screen::CheckIn);
        if (open)
            c.ui.canvas().outline(rect, rect.h / 2, 3, ui::colour::test);
        c.ui.canvas().icon(ui::Icon::Pulse, {inside.x + icon / 2 - 4, rect.centre().y}, icon, ui::colour::test);
        inside.cut_left(icon, 8);
        ui::label_centred(c.ui, line, inside, type, ui::colour::test_text, ui::Align::Left);
        return;
    }
}

float meeting_dots(Context& c, board::Board const& board, ui::Vec2 from) {
    auto const far = board::so_far(board, c.now.today);
    float x = from.x + 12;
    for (int i = 0; i < far.planned; ++i, x += dot_step) {
        ui::Vec2 const at{x, from.y};
        if (i == far.held && !far.follow_up)
            c.ui.canvas().ring(at, 11, 4, ui::colour::accent);
        else
            c.ui.canvas().disc(at, 9, i < far.held ? ui::colour::accent : ui::colour::line);
    }
    return x;
}

void where_pill(Context& c, ui::Rect& free, float room, HeaderLook const& look) {
    auto const* open = board::open_meeting(c.board);
    if (open && look.meeting)
        return step_pill(c, free, room, *open);
    if (!look.meetings)
        return;
    if (c.board.course.meetings.empty() && !open)
        return setup_pill(c, free);
    dots_pill(c, free, room);
}

} // namespace screens
