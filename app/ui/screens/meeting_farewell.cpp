// How a meeting closes: what was decided is read back, and the next day is agreed. After the follow-up it is the day
// the board is deleted on.
#include "board/so_far.h"
#include "ui/screens/fields.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

using std::chrono::days;

/// What the card at the right asks for.
enum class Asked { Meeting, FollowUp, Deletion };

Asked asked(Context const& c, board::HeldMeeting const& meeting) {
    if (meeting.kind == board::MeetingKind::FollowUp)
        return Asked::Deletion;
    auto const far = board::so_far(c.board, c.now.today);
    return far.held + 1 < far.planned ? Asked::Meeting : Asked::FollowUp;
}

std::vector<Line> decisions(Context const& c, board::HeldMeeting const& meeting) {
    auto const found = board::decided_at(c.board, meeting);
    std::vector<Line> lines = trial_lines(c, found.decided);
    auto const add = [&](std::vector<Line> const& more) { lines.insert(lines.end(), more.begin(), more.end()); };
    add(trial_lines(c, found.started));
    auto const ideas = [&](std::vector<board::IdeaId> const& all, char const* key, ui::Icon icon) {
        for (auto const id : all)
            if (auto const* idea = board::find_idea(c.board, id))
                lines.push_back({.text = title_of(c, *idea),
                                 .under = c.words.get(key),
                                 .icon = icon,
                                 .ink = ui::colour::test_text,
                                 .to = GoTo{.screen = Screen::Trial, .idea = id}});
    };
    ideas(found.selected, "stage.selected", ui::Icon::Check);
    ideas(found.parked, "stage.parked", ui::Icon::Park);
    add(obstacle_lines(c, found.obstacles));
    return lines;
}

std::optional<board::Date> day_of(Context const& c, Asked what) {
    if (what == Asked::Deletion)
        return c.board.course.delete_on;
    if (what == Asked::FollowUp)
        return c.board.course.follow_up;
    auto const far = board::so_far(c.board, c.now.today);
    return board::planned_day(c.board, far.held + 2);
}

/// The chosen day takes the place of the one planned.
void agree_on(Context& c, Asked what, board::Date day, ui::Rect origin) {
    if (what == Asked::Deletion)
        return c.ask(board::SetDeletionDate{day}, origin);
    std::vector<board::Date> dates;
    for (auto const& meeting : c.board.course.meetings)
        dates.push_back(meeting.date);
    auto follow_up = c.board.course.follow_up;
    auto const next = static_cast<std::size_t>(board::so_far(c.board, c.now.today).held) + 1;
    if (what == Asked::FollowUp)
        follow_up = day;
    else if (next < dates.size())
        dates[next] = day;
    c.ask(board::PlanMeetings{std::move(dates), follow_up}, origin);
}

/// »Der plejer at gå 14–30 dage mellem møderne.« where the day is nearer or farther.
std::string hint(Context const& c, Asked what, std::optional<board::Date> day) {
    if (what == Asked::Deletion || !day)
        return {};
    auto const between = board::days_between(c.now.today, *day);
    if (what == Asked::FollowUp)
        return between < board::least_follow_up_days || between > board::most_follow_up_days
                   ? c.words.get("course.follow_up_hint")
                   : std::string();
    return between < board::least_days_between || between > board::most_days_between
               ? c.words.get("course.interval_hint")
               : std::string();
}

char const* heading(Asked what) {
    switch (what) {
    case Asked::Meeting: return "meeting.next_meeting";
    case Asked::FollowUp: return "meeting.next_follow_up";
    case Asked::Deletion: break;
    }
    return "meeting.deletion";
}

void next_day(Context& c, MeetingView& view, board::HeldMeeting const& meeting, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const what = asked(c, meeting);
    auto const day = day_of(c, what);
    ui::Rect inside = meeting_card(c, rect, c.words.get(heading(what)));
    auto const said = day ? text::date(c.language(), *day, text::DateStyle::LongDay) : c.words.get("meeting.no_day");
    ui::label_centred(c.ui, said, inside.cut_top(line_height(theme.title), 2), theme.title,
                      day ? ui::colour::ink : ui::colour::coral_text, ui::Align::Left);
    if (day) {
        auto under = text::relative_day(c.words, *day, c.now.today);
        int const start = c.board.course.settings.meetings_start;
        if (what != Asked::Deletion)
            under += " · " + c.words.say("meeting.at", {{"time", text::clock(c.language(), start / 60, start % 60)}});
        ui::label_centred(c.ui, under, inside.cut_top(line_height(theme.body), 8), quiet(theme.body), ui::colour::soft,
                          ui::Align::Left);
    }
    if (auto const remark = hint(c, what, day); !remark.empty())
        inside.cut_top(ui::label(c.ui, remark, inside, theme.label, ui::colour::idea_text, ui::Align::Left, 2), 8);
    if (!view.month) {
        ui::Rect const button = inside.cut_top(std::max(theme.target, 84.0F));
        if (ui::button(c.ui, {.id = "meeting/other-day",
                              .rect = {button.x, button.y, std::min(button.w, 420.0F), button.h},
                              .label = c.words.get(day ? "meeting.other_day" : "meeting.choose_day"),
                              .icon = ui::Icon::Calendar,
                              .type = theme.label}))
            view.month = day.value_or(c.now.today + days(board::usual_days_between));
        return;
    }
    inside.h = std::min(inside.h, date_picker_height(c) + 60);
    if (auto const picked = date_picker(c, "meeting/day", inside, *view.month, day)) {
        agree_on(c, what, *picked, inside);
        view.month.reset();
    }
}

/// On the board people see that it is closed, and can take it back.
void close(Context& c, ui::Rect origin) {
    c.ask(board::CloseMeeting{}, origin, {}, c.words.get("meeting.closed"));
    c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

} // namespace

void meeting_farewell(Context& c, MeetingView& view, board::HeldMeeting const& meeting) {
    ui::Rect area = content_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect const next = upright ? area.cut_bottom(std::max(area.h * 0.5F, date_picker_height(c) + 240), 24)
                                  : area.cut_right((area.w - 24) * 0.44F, 24);
    lines_card(c, "meeting/decided", area, c.words.get("meeting.decided"), decisions(c, meeting),
               c.words.get("meeting.nothing_decided"));
    next_day(c, view, meeting, next);
    auto bands = meeting_bands(c);
    if (on_button(c, bands,
                  {.id = "meeting/close", .label = c.words.get("meeting.close"), .look = ui::ButtonLook::Primary}))
        close(c, bands.on);
    if (meeting.kind == board::MeetingKind::FollowUp) {
        if (on_button(
                c, bands,
                {.id = "meeting/take-home", .label = c.words.get("facilitator.take_home"), .icon = ui::Icon::Export}))
            c.requests.emplace_back(GoTo{.screen = Screen::Facilitator});
    }
    if (away_button(c, bands, {.id = "meeting/agenda-back", .label = c.words.get("meeting.to_agenda")}))
        view.page = MeetingPage::Agenda, view.month.reset(), c.ui.wake_now();
    bool const open = board::open_pulse(c.board) != nullptr; // the last step of many agendas is out, with a pulse
    if (away_button(c, bands,
                    {.id = "meeting/pulse",
                     .label = c.words.get(open ? "header.pulse_open" : "meeting.take_pulse"),
                     .icon = ui::Icon::Pulse}))
        c.requests.emplace_back(GoTo{.screen = Screen::CheckIn});
}

} // namespace screens
