#include "ui/screens/rest_screen.h"

#include "ui/screens/charts.h"
#include "ui/screens/check_in_screen.h"

#include <algorithm>

namespace screens {

namespace {

/// A slow round within 24 by 16 du, one step a minute.
ui::Vec2 drift(Context const& c) {
    int const minute = c.hour * 60 + c.minute;
    return {static_cast<float>((minute % 7 - 3) * 8), static_cast<float>((minute / 7 % 5 - 2) * 8)};
}

ui::Colour face_on_dark(board::CheckInState state) {
    switch (state) {
    case board::CheckInState::OnTrack: return ui::colour::rest_good;
    case board::CheckInState::Trouble: return ui::colour::rest_even;
    case board::CheckInState::Stuck: break;
    }
    return ui::colour::rest_bad;
}

void clock_and_day(Context& c, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    ui::Type clock{
        .size = c.ui.portrait() ? 190.0F : 230.0F, .weight = ui::Weight::Bold, .line_height = 1, .tracking = -0.025F};
    ui::label_centred(c.ui, text::clock(c.language(), c.hour, c.minute), rect.cut_top(clock.size, 28), clock,
                      ui::colour::rest_ink, ui::Align::Left);
    ui::Type day = theme.title;
    day.weight = ui::Weight::Medium;
    auto const line = text::date(c.language(), c.now.today, text::DateStyle::LongDay) + " · " +
                      c.words.say("rest.week", {{"n", std::int64_t{text::week(c.now.today)}}});
    ui::label_centred(c.ui, line, rect.cut_top(day.size * 1.4F), day, ui::colour::rest_soft, ui::Align::Left);
}

void next_meeting(Context& c, ui::Rect rect, ui::Align align) {
    auto const& theme = c.ui.theme();
    auto const& course = c.board.course;
    auto const* next = board::next_meeting(c.board, c.now.today);
    auto const date = next                                                   ? std::optional(next->date)
                      : course.follow_up && *course.follow_up >= c.now.today ? course.follow_up
                                                                             : std::nullopt;
    if (!date)
        return;
    ui::label_centred(c.ui, c.words.get(next ? "rest.next_meeting" : "rest.follow_up"),
                      rect.cut_top(theme.body.size * 1.5F), quiet(theme.body), ui::colour::rest_soft, align);
    ui::Type large = theme.title;
    large.size *= 1.25F;
    int const start = course.settings.meetings_start;
    auto const when = c.words.say("rest.at", {{"date", text::date(c.language(), *date, text::DateStyle::LongDay)},
                                              {"time", text::clock(c.language(), start / 60, start % 60)}});
    large = sized_to(c, when, large, rect.w, {theme.title.size, theme.heading.size, theme.body.size});
    ui::label_centred(c.ui, when, rect.cut_top(large.size * 1.4F), large, ui::colour::rest_ink, align);
    auto const in = text::relative_day(c.words, *date, c.now.today);
    auto const which = next ? c.words.say("rest.meeting_no", {{"no", std::int64_t{next->no}},
                                                              {"n", static_cast<std::int64_t>(course.meetings.size())},
                                                              {"when", in}})
                            : in;
    ui::Type bold = theme.body;
    bold.weight = ui::Weight::SemiBold;
    ui::label_centred(c.ui, which, rect.cut_top(bold.size * 1.5F), bold, ui::colour::rest_even, align);
}

/// »Kører · for 3 dage siden«, on two lines where it is narrow.
void how_it_goes(Context& c, board::Trial const& trial, ui::Rect row, bool two_lines) {
    auto const type = quiet(two_lines ? c.ui.theme().small : c.ui.theme().label);
    auto const line = [&](std::string const& words, ui::Rect rect) {
        ui::label_centred(c.ui, words, rect, type, ui::colour::rest_soft, ui::Align::Left);
    };
    if (trial.check_ins.empty() || board::is_due(trial, c.now.today))
        return line(standing(c, trial), row);
    auto const& face = face_word(c, trial.check_ins.back().state);
    auto const when = text::relative_day(c.words, trial.check_ins.back().on, c.now.today);
    if (!two_lines)
        return line(face + " · " + when, row);
    float const h = line_height(type);
    line(face, {row.x, row.centre().y - h, row.w, h});
    line(when, {row.x, row.centre().y, row.w, h});
}

void trial_card(Context& c, Running const& one, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.touch({.id = "rest/trial/" + std::to_string(one.idea->no),
                .role = "card",
                .label = title_of(c, *one.idea),
                .rect = rect});
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::rest_card);
    constexpr float foot = 68;
    bool const narrow = rect.w < 470;
    ui::Type name = theme.label, title = narrow ? theme.body : theme.heading;
    name.weight = ui::Weight::SemiBold;
    title.weight = ui::Weight::Bold;
    float const head = name.size * 1.4F;
    bool const low = rect.h < 2 * 28 + head + 6 + line_height(title) + 8 + foot;
    ui::Rect inside = rect.inset(narrow ? 24 : 34, low ? 16 : 28);
    float const size = narrow ? 48 : 60;
    ui::Rect row = low ? inside : inside.cut_bottom(foot, 8);
    ui::Vec2 const at{row.right() - size / 2, row.centre().y};
    if (one.trial->check_ins.empty())
        c.ui.canvas().dashed_ring(at, size * 0.43F, 3.5F, ui::colour::rest_faint);
    else
        c.ui.canvas().icon(face_icon(one.trial->check_ins.back().state), at, size,
                           face_on_dark(one.trial->check_ins.back().state));
    row.w -= size + 16;
    if (low) { // the face beside all that is said
        inside.w = row.w;
        row = inside.cut_bottom(line_height(theme.label));
    }
    ui::label_centred(c.ui, c.words.say("trial.name", {{"no", std::int64_t{one.trial->no}}}),
                      inside.cut_top(head, low ? 0 : 6), name, ui::colour::rest_test, ui::Align::Left);
    auto const lines = std::max(1, static_cast<int>((inside.h + 2) / line_height(title)));
    ui::label(c.ui, title_of(c, *one.idea), inside, title, ui::colour::rest_ink, ui::Align::Left, lines);
    how_it_goes(c, *one.trial, row, narrow && !low);
}

void trials(Context& c, ui::Rect rect) {
    auto const running = running_on(c.board);
    if (running.empty()) {
        ui::label(c.ui, c.board.course.challenge, rect, quiet(c.ui.theme().title), ui::colour::rest_soft,
                  ui::Align::Left, 3);
        return;
    }
    constexpr float gap = 32;
    for (std::size_t i = 0; i < running.size(); ++i) {
        auto const left = static_cast<float>(running.size() - i);
        trial_card(c, running[i],
                   c.ui.portrait() ? rect.cut_top(std::min(300.0F, (rect.h - gap * (left - 1)) / left), gap)
                                   : rect.cut_left(std::min(700.0F, (rect.w - gap * (left - 1)) / left), gap));
    }
}

/// In the place of the invitation: a touch on it goes to *Tjek ind*.
void open_pulse_line(Context& c, ui::Rect foot) {
    auto const& words = c.words.get("rest.pulse_open");
    ui::Type type = c.ui.theme().body;
    type.weight = ui::Weight::SemiBold;
    constexpr float icon = 44;
    float const width = std::min(foot.w, c.ui.type().width(words, type) + icon + 96);
    float const height = std::max(c.ui.theme().target, foot.h + 20);
    ui::Rect const rect{foot.centre().x - width / 2, foot.centre().y - height / 2, width, height};
    c.ui.touch({.id = "rest/pulse", .label = words, .rect = rect});
    c.ui.canvas().rounded(rect, rect.h / 2, ui::colour::rest_card);
    ui::Rect inside = rect.inset(40, 0);
    c.ui.canvas().icon(ui::Icon::Pulse, inside.cut_left(icon, 16).centre(), icon, ui::colour::rest_test);
    ui::label_centred(c.ui, words, inside, type, ui::colour::rest_ink, ui::Align::Left);
}

} // namespace

void rest_screen(Context& c, bool dimmed) {
    auto const& theme = c.ui.theme();
    ui::Rect const screen = c.ui.screen();
    c.ui.canvas().fill(screen, ui::colour::rest_ground);
    ui::Vec2 const moved = drift(c);
    float const side = c.ui.portrait() ? 70 : 110;
    ui::Rect area = ui::Rect{screen.x + moved.x, screen.y + moved.y, screen.w, screen.h}.inset(side, 100);
    c.ui.touch({.id = "rest", .role = "panel", .label = c.words.get("rest.touch"), .rect = screen});
    ui::Rect const foot = area.cut_bottom(theme.body.size * 1.6F, 24);
    if (board::open_pulse(c.board))
        open_pulse_line(c, foot);
    else
        ui::label_centred(c.ui, c.words.get("rest.touch"), foot, quiet(theme.body), ui::colour::rest_soft);
    if (c.ui.portrait()) {
        clock_and_day(c, area.cut_top(320, 40));
        next_meeting(c, area.cut_top(230, 50), ui::Align::Left);
        trials(c, area);
    } else {
        ui::Rect top = area.cut_top(340, 80);
        next_meeting(c, top.cut_right(top.w * 0.46F, 40), ui::Align::Right);
        clock_and_day(c, top);
        float const tallest = running_on(c.board).size() > 3 ? 370 : 300; // many are narrow
        trials(c, {area.x, area.y, area.w, std::min(area.h, tallest)});
    }
    if (dimmed)
        c.ui.canvas().fill(screen, ui::colour::rest_ground.faded(0.55F));
}

} // namespace screens
