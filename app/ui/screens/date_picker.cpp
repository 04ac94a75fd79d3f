// A month of days to tap. Meetings are marked, since dates here snap to them.
#include "ui/screens/fields.h"

#include <algorithm>
#include <chrono>

namespace screens {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr float gap = 6;
constexpr int columns = 7;
constexpr int rows = 6; // always six, so that nothing moves under the finger when the month turns
constexpr float weekdays_h = 24;
constexpr float least_day = 70, least_day_mm = 20;
constexpr float inside_x = 16, inside_top = 12, inside_bottom = 3; // the arrows stay within reach

board::Date first_of(board::Date date) {
    year_month_day const day(date);
    return board::Date(day.year() / day.month() / 1);
}

board::Date months_later(board::Date first, int count) {
    year_month_day const day(first);
    return board::Date(year_month_day(day.year() / day.month() / 1) + months(count));
}

/// Monday 0 … Sunday 6.
int column_of(board::Date date) { return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1; }

std::string month_name(Context const& c, board::Date first) {
    year_month_day const day(first);
    auto const key = "form.month_" + std::to_string(static_cast<unsigned>(day.month()));
    return c.words.get(key) + " " + std::to_string(static_cast<int>(day.year()));
}

void month_row(Context& c, std::string const& id, ui::Rect row, board::Date& month) {
    float const target = c.ui.theme().target;
    if (ui::button(c.ui, {.id = id + "/earlier",
                          .rect = row.cut_left(target),
                          .icon = ui::Icon::ArrowLeft,
                          .item_label = c.words.get("form.month_before")}))
        month = months_later(month, -1);
    if (ui::button(c.ui, {.id = id + "/later",
                          .rect = row.cut_right(target),
                          .icon = ui::Icon::ArrowRight,
                          .item_label = c.words.get("form.month_after")}))
        month = months_later(month, 1);
    ui::label_centred(c.ui, month_name(c, month), row, c.ui.theme().heading, ui::colour::ink);
}

void weekday_row(Context& c, ui::Rect row, float cell_w) {
    for (int i = 0; i < columns; ++i) {
        ui::Rect const cell = row.cut_left(cell_w, gap);
        ui::label_centred(c.ui, c.words.get("form.day_" + std::to_string(i + 1)), cell, c.ui.theme().small,
                          ui::colour::soft);
    }
}

struct DayLook {
    bool chosen = false, today = false, meeting = false;
};

bool day_cell(Context& c, std::string const& id, ui::Rect cell, board::Date day, DayLook const& look) {
    auto& canvas = c.ui.canvas();
    auto const label = text::date(c.language(), day, text::DateStyle::LongDay);
    auto const touch = c.ui.touch({.id = id + "/" + board::to_iso(day),
                                   .role = "choice",
                                   .label = label,
                                   .value = look.chosen ? "on" : "off",
                                   .rect = cell});
    if (look.chosen)
        canvas.rounded(cell, ui::radius::note, ui::colour::accent);
    else if (touch.pressed || look.meeting)
        canvas.rounded(cell, ui::radius::note, look.meeting ? ui::colour::test_ground : ui::colour::lane);
    if (look.today)
        canvas.outline(cell, ui::radius::note, 3, ui::colour::faint);
    ui::Type type = c.ui.theme().body;
    type.weight = look.chosen || look.meeting ? ui::Weight::Bold : ui::Weight::Medium;
    unsigned const number = static_cast<unsigned>(year_month_day(day).day());
    ui::label_centred(c.ui, std::to_string(number), cell, type, look.chosen ? ui::colour::white : ui::colour::ink);
    if (look.meeting)
        canvas.disc({cell.centre().x, cell.bottom() - 12}, 4, look.chosen ? ui::colour::white : ui::colour::test);
    return touch.tapped;
}

bool is_meeting(Context const& c, board::Date day) {
    auto const& meetings = c.board.course.meetings;
    return std::any_of(meetings.begin(), meetings.end(), [&](auto const& meeting) { return meeting.date == day; });
}

} // namespace

float date_picker_height(Context const& c) {
    auto const& theme = c.ui.theme();
    float const day_h = std::min(theme.target, std::max(least_day_mm * theme.mm, least_day));
    return inside_top + inside_bottom + weekdays_h + 4 + theme.target + day_h * rows + gap * (rows - 1);
}

std::optional<board::Date> date_picker(Context& c, std::string const& id, ui::Rect rect, board::Date& month,
                                       std::optional<board::Date> chosen) {
    month = first_of(month);
    field_ground(c, rect, FieldState::Resting);
    ui::Rect inside = rect.inset(inside_x, 0);
    inside.cut_top(inside_top);
    inside.cut_bottom(inside_bottom);
    month_row(c, id, inside.cut_top(c.ui.theme().target, 2), month);
    float const cell_w = (inside.w - gap * (columns - 1)) / columns;
    weekday_row(c, inside.cut_top(weekdays_h, 2), cell_w);
    float const cell_h = std::min((inside.h - gap * (rows - 1)) / rows, c.ui.theme().target * 1.2F);
    std::optional<board::Date> tapped;
    board::Date const end = months_later(month, 1);
    int slot = column_of(month);
    for (board::Date day = month; day < end; day += days(1), ++slot) {
        ui::Rect const cell{inside.x + static_cast<float>(slot % columns) * (cell_w + gap),
                            inside.y + static_cast<float>(slot / columns) * (cell_h + gap), cell_w, cell_h};
        if (day_cell(c, id, cell, day, {chosen == day, day == c.now.today, is_meeting(c, day)}))
            tapped = day;
    }
    return tapped;
}

} // namespace screens
