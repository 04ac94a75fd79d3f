// *Afslutning*: the day the board is deleted on, which is agreed at the first meeting, and the end of the course.
#include "board/text_rules.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <chrono>

namespace screens {

namespace {

using std::chrono::days;

constexpr int usual_days_kept = 30;    // after the follow-up (method.md 3.5)
constexpr int usual_course_days = 180; // where no follow-up is planned yet

std::string full(Context const& c, board::Date day) { return text::date(c.language(), day, text::DateStyle::Full); }

std::optional<board::Date> usual_day(Context const& c) {
    auto const& follow_up = c.board.course.follow_up;
    return follow_up ? std::optional(*follow_up + days(usual_days_kept)) : std::nullopt;
}

void set_day(Context& c, std::optional<board::Date> day, ui::Rect origin) {
    c.ask(board::SetDeletionDate{day}, origin, {}, c.words.get(day ? "course.day_set" : "course.day_unset"));
}

/// Lines under each other; returns what is left under them.
void line(Context& c, ui::Rect& room, std::string const& words, ui::Type const& type, ui::Colour ink, float after) {
    room.cut_top(ui::label(c.ui, words, room, type, ink) + after);
}

void deletion(Context& c, ui::Rect& room) {
    auto const& theme = c.ui.theme();
    auto const& day = c.board.course.delete_on;
    bool const due = day && *day <= c.now.today;
    line(c, room,
         day ? c.words.say("course.deleted_on", {{"date", full(c, *day)}}) : c.words.get("course.deleted_never"),
         theme.heading, ui::colour::ink, 12);
    auto const why = c.words.get("course.deletion_why") + " " + c.words.get("course.deletion_about");
    line(c, room, due ? c.words.get("course.deletion_due") : why, quiet(theme.label),
         due ? ui::colour::coral_text : ui::colour::soft, 18);
    float const row = course_row_height(c);
    auto const usual = usual_day(c);
    if (usual && usual != day && *usual >= c.now.today &&
        ui::button(c.ui, {.id = "course/usual-day",
                          .rect = room.cut_top(row, 12),
                          .label = c.words.say("course.usual_day",
                                               {{"date", text::date(c.language(), *usual, text::DateStyle::Card)}}),
                          .icon = ui::Icon::Calendar,
                          .type = theme.label}))
        set_day(c, usual, room);
    if (day && ui::button(c.ui, {.id = "course/no-day",
                                 .rect = room.cut_top(row, 12),
                                 .label = c.words.get("course.no_deletion_day"),
                                 .type = theme.label}))
        set_day(c, {}, room);
}

void end(Context& c, ui::Rect room) {
    auto const& theme = c.ui.theme();
    auto const& closed = c.board.course.closed_on;
    auto const words = closed ? c.words.say("course.closed_on", {{"date", full(c, *closed)}})
                              : c.words.get("course.close_hint");
    float const height = c.ui.type().lay(words, {.type = quiet(theme.label), .width = room.w}).height;
    float const button = closed ? 0 : course_row_height(c) + 12;
    room.cut_top(std::max(0.0F, room.h - height - button));
    line(c, room, words, quiet(theme.label), ui::colour::soft, 12);
    if (!closed && ui::button(c.ui, {.id = "course/close",
                                     .rect = room.cut_top(course_row_height(c)),
                                     .label = c.words.get("course.close"),
                                     .icon = ui::Icon::Check,
                                     .type = theme.label}))
        c.ask(board::CloseCourse{}, room, {}, c.words.get("course.done_closed"));
}

} // namespace

PartState closing_state(Context const& c) {
    auto const& day = c.board.course.delete_on;
    if (!day)
        return {false, c.words.get("course.needs_deletion")};
    auto const date = text::date(c.language(), *day, text::DateStyle::Card);
    return {*day > c.now.today, c.words.say("course.deleted_on_short", {{"date", date}})};
}

void course_closing(Context& c, CourseView& view, ui::Rect area) {
    bool const wide = !c.ui.portrait();
    if (!view.month) {
        auto const last = c.board.course.follow_up.value_or(c.now.today + days(usual_course_days));
        auto const day = c.board.course.delete_on.value_or(std::max(last, c.now.today) + days(usual_days_kept));
        view.month = day;
    }
    float const picker = date_picker_height(c) + 60;
    ui::Rect calendar = wide ? area.cut_right(std::min(area.w * 0.5F, 700.0F), 36)
                             : area.cut_bottom(std::min(area.h * 0.52F, picker), 20);
    calendar.h = std::min(calendar.h, picker);
    deletion(c, area);
    end(c, area);
    if (auto const picked = date_picker(c, "course/deletion", calendar, *view.month, c.board.course.delete_on))
        set_day(c, *picked, calendar);
}

} // namespace screens
