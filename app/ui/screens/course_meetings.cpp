// *Møder*: four or five meetings spread over the weeks from one day, each of which can be moved; the follow-up; and the
// time of day they begin.
#include "board/so_far.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/meeting_clock.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

using std::chrono::days;

constexpr int quarter = 15, last_quarter = 24 * 60 - quarter;

std::vector<board::Date> planned_days(Context const& c) {
    std::vector<board::Date> dates;
    for (auto const& meeting : c.board.course.meetings)
        dates.push_back(meeting.date);
    return dates;
}

std::size_t held(Context const& c) {
    return board::open_meeting(c.board) || !c.board.meetings.empty()
               ? std::min(c.board.meetings.size(), c.board.course.meetings.size())
               : 0;
}

/// A follow-up that would come too soon, or none, is set ten weeks after the last meeting.
std::optional<board::Date> follow_up_after(Context const& c, board::Date last) {
    auto const& day = c.board.course.follow_up;
    if (day && board::days_between(last, *day) >= board::least_follow_up_days)
        return day;
    return board::spread(last + days(board::usual_follow_up_days), 1, 0).front();
}

void plan(Context& c, std::vector<board::Date> dates, ui::Rect origin) {
    auto const last = *std::max_element(dates.begin(), dates.end());
    c.ask(board::PlanMeetings{std::move(dates), follow_up_after(c, last)}, origin);
}

/// So many meetings: the last fall away, or come three weeks after.
void count_to(Context& c, CourseView& view, std::size_t n, ui::Rect origin) {
    view.meetings = static_cast<int>(n);
    auto dates = planned_days(c);
    if (dates.empty() || n < held(c))
        return;
    while (dates.size() > n)
        dates.pop_back();
    while (dates.size() < n)
        dates.push_back(board::spread(dates.back() + days(board::usual_days_between), 1, 0).front());
    view.day.reset();
    plan(c, std::move(dates), origin);
}

/// Those not held yet, that many days apart.
void spread_by(Context& c, int apart, ui::Rect origin) {
    auto dates = planned_days(c);
    std::size_t const from = std::max<std::size_t>(held(c), 1) - 1;
    if (from >= dates.size())
        return;
    auto const rest = board::spread(dates[from], static_cast<int>(dates.size() - from), apart);
    std::copy(rest.begin(), rest.end(), dates.begin() + static_cast<std::ptrdiff_t>(from));
    plan(c, std::move(dates), origin);
}

void set_day(Context& c, CourseView& view, board::Date day, ui::Rect origin) {
    auto dates = planned_days(c);
    if (dates.empty()) {
        view.day = 0;
        return plan(c, board::spread(day, view.meetings, board::usual_days_between), origin);
    }
    std::size_t const at = view.day.value_or(0);
    if (at >= dates.size())
        return c.ask(board::PlanMeetings{std::move(dates), day}, origin);
    dates[at] = day;
    plan(c, std::move(dates), origin);
}

/// »Der plejer at gå 14–30 dage …« where a row's day is nearer to the one before, or farther.
std::string remark(Context const& c, std::size_t row) {
    auto const dates = planned_days(c);
    if (row == dates.size()) {
        if (dates.empty() || !c.board.course.follow_up)
            return {};
        int const after = board::days_between(dates.back(), *c.board.course.follow_up);
        bool const usual = after >= board::least_follow_up_days && after <= board::most_follow_up_days;
        return usual ? std::string() : c.words.get("course.follow_up_hint");
    }
    auto const odd = [&](std::size_t i) {
        int const between = board::days_between(dates[i - 1], dates[i]);
        return between < board::least_days_between || between > board::most_days_between;
    };
    bool const any = (row > 0 && odd(row)) || (row + 1 < dates.size() && odd(row + 1));
    return any ? c.words.get("course.interval_hint") : std::string();
}

void day_row(Context& c, CourseView& view, ui::Rect row, std::size_t i) {
    auto const& theme = c.ui.theme();
    auto const& meetings = c.board.course.meetings;
    bool const follow_up = i == meetings.size();
    bool const locked = !follow_up && i < held(c);
    auto const day = follow_up ? c.board.course.follow_up : std::optional(meetings[i].date);
    auto const name = follow_up ? c.words.get("meeting.follow_up")
                                : c.words.say("meeting.no", {{"no", static_cast<std::int64_t>(i + 1)}});
    auto const said = day ? text::date(c.language(), *day, text::DateStyle::ShortDay) : c.words.get("meeting.no_day");
    auto const id = follow_up ? std::string("days/follow-up") : "days/" + std::to_string(i + 1);
    bool const picked = view.day == i;
    bool const tapped = pick_row(c, id, row, name, picked, day ? board::to_iso(*day) : std::string());
    if (tapped && !locked) {
        view.day = i;
        view.month = day.value_or(meetings.back().date + days(board::usual_follow_up_days));
        c.ui.wake_now();
    }
    ui::Rect inside = row.inset(22, 0);
    bool const odd = !locked && !remark(c, i).empty();
    ui::Rect const mark = inside.cut_right(40, 8);
    if (locked)
        c.ui.canvas().icon(ui::Icon::Check, mark.centre(), 30, ui::colour::scale);
    else if (odd)
        c.ui.canvas().icon(ui::Icon::Info, mark.centre(), 32, ui::colour::idea_text);
    ui::label_centred(c.ui, name, inside.cut_left(inside.w * 0.42F, 8), theme.label, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, said, inside, theme.body, day ? ui::colour::ink : ui::colour::coral_text, ui::Align::Left);
}

void start_time(Context& c, ui::Rect rect) {
    auto settings = c.board.course.settings;
    int& start = settings.meetings_start;
    auto const said = c.words.say("meeting.at", {{"time", text::clock(c.language(), start / 60, start % 60)}});
    float const side = std::max(c.ui.theme().target, rect.h);
    ui::Rect const whole = rect;
    bool const earlier = ui::button(c.ui, {.id = "days/time/less",
                                           .rect = rect.cut_left(side),
                                           .label = "−",
                                           .enabled = start >= quarter,
                                           .item_label = c.words.get("course.begin_earlier")});
    bool const later = ui::button(c.ui, {.id = "days/time/more",
                                         .rect = rect.cut_right(side),
                                         .label = "+",
                                         .enabled = start < last_quarter,
                                         .item_label = c.words.get("course.begin_later")});
    ui::label_centred(c.ui, said, rect.inset(6, 0), c.ui.theme().button, ui::colour::ink);
    if (!earlier && !later)
        return;
    start += later ? quarter : -quarter;
    c.ask(board::ChangeSettings{settings}, whole);
}

void rows(Context& c, CourseView& view, ui::Rect area) {
    auto const n = c.board.course.meetings.size();
    if (n == 0) {
        ui::label(c.ui, c.words.get("course.first_day"), area.inset(4, 10), c.ui.theme().body, ui::colour::ink,
                  ui::Align::Left, 4);
        return;
    }
    float const gap = 12, least = c.ui.theme().target;
    auto const all = static_cast<float>(n + 1);
    float const height = std::clamp((area.h - gap * (all - 1)) / all, least, std::max(least, 84.0F));
    float y = area.y - c.ui.begin_scroll("days/list", area, all * (height + gap) - gap, c.words.get("course.meetings"));
    for (std::size_t i = 0; i <= n; ++i, y += height + gap)
        day_row(c, view, {area.x, y, area.w, height}, i);
    c.ui.end_scroll();
}

void picker(Context& c, CourseView& view, ui::Rect area) {
    auto const& theme = c.ui.theme();
    auto const& meetings = c.board.course.meetings;
    std::size_t const row = view.day.value_or(held(c));
    bool const follow_up = row == meetings.size() && !meetings.empty();
    auto const day = follow_up               ? c.board.course.follow_up
                     : row < meetings.size() ? std::optional(meetings[row].date)
                                             : std::nullopt;
    if (!view.month)
        view.month = day.value_or(c.now.today);
    auto const asked = meetings.empty() ? c.words.get("course.when_first")
                       : follow_up      ? c.words.get("course.when_follow_up")
                                   : c.words.say("course.when_meeting", {{"no", static_cast<std::int64_t>(row + 1)}});
    ui::label_centred(c.ui, asked, area.cut_top(line_height(theme.button), 10), theme.button, ui::colour::ink,
                      ui::Align::Left);
    ui::Rect const said = area.cut_bottom(2 * line_height(theme.label), 8);
    area.h = std::min(area.h, date_picker_height(c) + 40);
    if (!view.day)
        view.day = row;
    if (auto const picked = date_picker(c, "days/day", area, *view.month, day))
        set_day(c, view, *picked, area);
    auto const hint = meetings.empty() ? std::string() : remark(c, row);
    ui::Rect const below{said.x, area.bottom() + 10, said.w, said.h};
    ui::label(c.ui, hint, below, theme.label, ui::colour::idea_text, ui::Align::Left, 2);
}

} // namespace

void course_meetings(Context& c, CourseView& view, ui::Rect area) {
    auto const n = c.board.course.meetings.size();
    bool const upright = c.ui.portrait();
    ui::Rect const calendar = upright ? area.cut_bottom(std::min(area.h * 0.5F, date_picker_height(c) + 120), 20)
                                      : area.cut_right(std::min(area.w * 0.52F, 700.0F), 32);
    auto const count = n > 0 ? n : static_cast<std::size_t>(view.meetings);
    ui::Rect first = area.cut_top(course_row_height(c), 14);
    // Upright the rows of days need the height.
    ui::Rect const time = upright ? first.cut_right(first.w / 2, 20) : area.cut_top(course_row_height(c), 14);
    int const how_many = choices(c, "days/count", first, {c.words.get("course.four"), c.words.get("course.five")},
                                 count == 4   ? 0
                                 : count == 5 ? 1
                                              : -1);
    if (how_many >= 0)
        count_to(c, view, static_cast<std::size_t>(4 + how_many), area);
    start_time(c, time);
    if (n > 0) {
        ui::Rect const row = area.cut_bottom(course_row_height(c), 14);
        constexpr int weeks[] = {2, 3, 4};
        int const apart = n > 1 ? board::days_between(c.board.course.meetings[n - 2].date,
                                                      c.board.course.meetings[n - 1].date)
                                : 0;
        int const chosen = apart == 14 ? 0 : apart == 21 ? 1 : apart == 28 ? 2 : -1;
        int const picked = choices(
            c, "days/apart", row,
            {c.words.get("course.two_weeks"), c.words.get("course.three_weeks"), c.words.get("course.four_weeks")},
            chosen);
        if (picked >= 0)
            spread_by(c, 7 * weeks[picked], row);
    }
    rows(c, view, area);
    picker(c, view, calendar);
}

} // namespace screens
