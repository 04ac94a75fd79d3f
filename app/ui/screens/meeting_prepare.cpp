// The coming meeting: its agenda to be set right, who is there, and the button that begins it.
#include "board/so_far.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr int kinds = 6;
constexpr char const* keep_tag = "meeting/keep";

int coming_no(Context const& c) { return static_cast<int>(c.board.meetings.size()) + 1; }
int planned(Context const& c) { return static_cast<int>(c.board.course.meetings.size()); }

board::MeetingKind kind_of(Context const& c, MeetingView const& view) {
    return view.kind.value_or(board::kind_of_meeting(coming_no(c), planned(c)));
}

/// The agenda as it is written, in the language that is on, until somebody changes it.
void lay_out(Context const& c, MeetingView& view, Agendas const& agendas) {
    if (view.changed)
        return;
    auto steps = agenda_of(agendas, c.board.course, kind_of(c, view));
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
        auto name = kind_name(c, kind);
        if (board::own_agenda(c.board.course, kind))
            name += " · " + c.words.get("meeting.own_mark");
        if (choice(c, "meeting/kind/" + std::to_string(i + 1), area.cut_top(height, 16), name,
                   kind == kind_of(c, view))) {
            view.kind = kind;
            view.choosing_kind = view.changed = false;
            c.ui.wake_now();
        }
    }
}

/// Under the list, when it is not as the program brings it: kept for the coming meetings, or back again.
void keeping(Context& c, MeetingView& view, Agendas const& agendas, ui::Rect& area) {
    auto const kind = kind_of(c, view);
    bool const own = board::own_agenda(c.board.course, kind) != nullptr;
    bool const changed = view.changed && view.steps != agenda_of(agendas, c.board.course, kind);
    if (!own && !changed)
        return;
    auto const& theme = c.ui.theme();
    ui::Rect row = area.cut_bottom(std::max(theme.target, 76.0F), 16);
    auto const button = [&](char const* id, char const* word, std::optional<ui::Icon> icon, ui::ButtonLook look) {
        auto const& label = c.words.get(word);
        float const width = c.ui.type().width(label, theme.label) + (icon ? 120.0F : 60.0F);
        return ui::button(c.ui, {.id = id,
                                 .rect = row.cut_right(std::min(row.w, width), 16),
                                 .label = label,
                                 .icon = icon,
                                 .look = look,
                                 .type = theme.label});
    };
    if (changed && button("meeting/keep", "meeting.keep_agenda", ui::Icon::Check, ui::ButtonLook::Test)) {
        c.ask(board::KeepAgenda{kind, view.steps}, row, keep_tag, c.words.get("meeting.agenda_kept"));
    } else if (button("meeting/usual", "meeting.usual_agenda", std::nullopt, ui::ButtonLook::Plain)) {
        view.changed = false;
        view.picked.reset();
        if (own)
            c.ask(board::KeepAgenda{kind, {}}, row, {}, c.words.get("meeting.agenda_usual"));
        c.ui.wake_now();
    }
    ui::label_centred(c.ui, c.words.get(changed ? "meeting.agenda_changed" : "meeting.agenda_own"), row,
                      quiet(theme.label), ui::colour::soft, ui::Align::Left);
}

void list(Context& c, MeetingView& view, Agendas const& agendas, ui::Rect area) {
    if (view.choosing_kind)
        return kinds_list(c, view, area);
    keeping(c, view, agendas, area);
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
    if (auto const* answer = c.answer_to(keep_tag)) {
        view.changed = view.changed && answer->refusal;
        if (answer->refusal)
            c.requests.emplace_back(Say{c.words.refusal(*answer->refusal), bottom_band(c)});
    }
    lay_out(c, view, agendas);
    header(c, {.subtitle = coming_name(c, view)});
    ui::Rect area = content_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect cards = upright ? area.cut_bottom(std::min(480.0F, area.h * 0.36F), 28)
                             : area.cut_right(std::max(560.0F, std::round(area.w * 0.346F)), 60);
    float const people_h = std::min(attendance_height(c, cards.w), cards.h * 0.55F);
    ui::Rect const told = upright ? cards.cut_left(cards.w * 0.5F, 20)
                                  : cards.cut_top(std::min(cards.h - people_h - 20, 340.0F), 20);
    list(c, view, agendas, area);
    about(c, view, told);
    if (!upright)
        cards.h = people_h;
    attendance(c, cards, view.away);
    ways(c, view);
}

} // namespace screens
