// The coming meeting: its agenda to be set right, who is there, and the button that begins it.
#include "board/so_far.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr int kinds = 6;

int coming_no(Context const& c) { return static_cast<int>(c.board.meetings.size()) + 1; }
int planned(Context const& c) { return static_cast<int>(c.board.course.meetings.size()); }

board::MeetingKind kind_of(Context const& c, MeetingView const& view) {
    return view.kind.value_or(board::kind_of_meeting(coming_no(c), planned(c)));
}

/// The agenda as it is written, in the language that is on, until somebody changes it.
void lay_out(Context const& c, MeetingView& view, Agendas const& agendas) {
    if (view.changed)
        return;
    auto steps = agenda_of(agendas, kind_of(c, view), planned(c));
    if (steps == view.steps)
        return;
    view.steps = std::move(steps);
    view.picked.reset();
}

std::string coming_name(Context const& c, MeetingView const& view) {
    return meeting_name(c, coming_no(c), kind_of(c, view)) + " · " + kind_name(c, kind_of(c, view));
}

/// What a stranger would miss before beginning; empty: nothing.
std::string missing(Context const& c) {
    if (std::none_of(c.board.participants.begin(), c.board.participants.end(), [](auto const& p) { return p.active; }))
        return c.words.get("meeting.missing_people");
    if (c.board.course.challenge.empty())
        return c.words.get("meeting.missing_challenge");
    return planned(c) == 0 ? c.words.get("meeting.missing_days") : std::string();
}

float line(Context& c, ui::Rect& inside, std::string const& words, ui::Type const& type, ui::Colour ink) {
    float const took = ui::label(c.ui, words, inside, type, ink, ui::Align::Left, 2);
    inside.cut_top(took, 6);
    return took;
}

void about(Context& c, MeetingView const& view, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    ui::Rect inside = meeting_card(c, rect, {});
    auto const kind = kind_of(c, view);
    line(c, inside, meeting_name(c, coming_no(c), kind), theme.title, ui::colour::ink);
    line(c, inside, kind_name(c, kind), theme.button, ui::colour::soft);
    inside.cut_top(6);
    auto const day = board::planned_day(c.board, coming_no(c));
    int const minutes = minutes_of(view.steps);
    if (day) {
        auto const when = text::relative_day(c.words, *day, c.now.today);
        line(c, inside, text::date(c.language(), *day, text::DateStyle::LongDay) + " · " + when, theme.body,
             ui::colour::ink);
    }
    line(c, inside,
         c.words.say("meeting.lasts", {{"n", std::int64_t{minutes}},
                                       {"span", time_span(c, c.board.course.settings.meetings_start, minutes)}}),
         theme.body, ui::colour::ink);
    if (auto const what = missing(c); !what.empty()) {
        inside.cut_top(8);
        c.ui.canvas().icon(ui::Icon::Info, {inside.x + 16, inside.y + 16}, 32, ui::colour::coral_text);
        inside.cut_left(46);
        line(c, inside, what, theme.label, ui::colour::coral_text);
    }
}

/// The six kinds, in the list's place.
void kinds_list(Context& c, MeetingView& view, ui::Rect area) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, c.words.get("meeting.which_agenda"), area.cut_top(std::max(theme.target, 76.0F), 12),
                      theme.heading, ui::colour::ink, ui::Align::Left);
    float const height = std::min(104.0F, (area.h - 5 * 16) / kinds);
    for (int i = 0; i < kinds; ++i) {
        auto const kind = static_cast<board::MeetingKind>(i);
        if (choice(c, "meeting/kind/" + std::to_string(i + 1), area.cut_top(height, 16), kind_name(c, kind),
                   kind == kind_of(c, view))) {
            view.kind = kind;
            view.choosing_kind = view.changed = false;
            c.ui.wake_now();
        }
    }
}

void list(Context& c, MeetingView& view, ui::Rect area) {
    if (view.choosing_kind)
        return kinds_list(c, view, area);
    std::vector<AgendaRow> rows;
    for (auto const& step : view.steps)
        rows.push_back({.step = step, .minutes = step.minutes, .may_change = true});
    auto const wish = agenda_list(c, view, area, rows);
    if (wish.kind != AgendaWish::Kind::None && !view.steps.empty())
        change_steps(c, view, view.steps, wish, 0);
}

void begin(Context& c, MeetingView& view, ui::Rect origin) {
    view.began = true;
    c.ask(board::OpenMeeting{.steps = view.steps, .away = view.away, .kind = kind_of(c, view)}, origin, {},
          c.words.get("meeting.begun"));
}

void ways(Context& c, MeetingView& view) {
    auto bands = meeting_bands(c);
    if (on_button(c, bands,
                  {.id = "meeting/begin",
                   .label = c.words.get("meeting.begin"),
                   .look = ui::ButtonLook::Primary,
                   .enabled = !view.steps.empty() && !view.choosing_kind}))
        begin(c, view, bands.on);
    if (away_button(c, bands, {.id = "meeting/back", .label = c.words.get("meeting.to_board")}))
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
    if (away_button(c, bands,
                    {.id = "meeting/course", .label = c.words.get("meeting.course"), .icon = ui::Icon::Calendar}))
        c.requests.emplace_back(GoTo{.screen = Screen::Course});
    if (away_button(c, bands, {.id = "meeting/other-agenda", .label = c.words.get("meeting.other_agenda")}))
        view.choosing_kind = !view.choosing_kind;
}

} // namespace

void meeting_prepare(Context& c, MeetingView& view, Agendas const& agendas) {
    lay_out(c, view, agendas);
    header(c, {.subtitle = coming_name(c, view)});
    ui::Rect area = content_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect cards = upright ? area.cut_bottom(std::min(480.0F, area.h * 0.36F), 28)
                             : area.cut_right(std::max(560.0F, std::round(area.w * 0.346F)), 60);
    float const people_h = std::min(attendance_height(c, cards.w), cards.h * 0.55F);
    ui::Rect const told = upright ? cards.cut_left(cards.w * 0.5F, 20)
                                  : cards.cut_top(std::min(cards.h - people_h - 20, 340.0F), 20);
    list(c, view, area);
    about(c, view, told);
    if (!upright)
        cards.h = people_h;
    attendance(c, cards, view.away);
    ways(c, view);
}

} // namespace screens
