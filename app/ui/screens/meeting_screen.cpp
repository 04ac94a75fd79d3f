#include "ui/screens/meeting_parts.h"

#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

board::HeldMeeting const* find_meeting(board::Board const& board, int no) {
    for (auto const& meeting : board.meetings)
        if (meeting.no == no)
            return &meeting;
    return nullptr;
}

/// A meeting that was opened shows what happened since the last; one that has ended leads back to the board.
void follow(Context& c, MeetingView& view) {
    auto const* open = board::open_meeting(c.board);
    int const now = open ? open->no : 0;
    if (now == view.open_no)
        return;
    auto const* before = find_meeting(c.board, view.open_no);
    bool const ended = before && before->closed_at;
    bool const begun = view.began && open && open->no > 1;
    view = {};
    view.open_no = now;
    if (begun)
        view.page = MeetingPage::Since;
    if (ended && !open)
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

void head(Context& c, board::HeldMeeting const& meeting) {
    header(c, {.subtitle = meeting_name(c, meeting.no, meeting.kind) + " · " + kind_name(c, meeting.kind),
               .meeting = false});
}

} // namespace

void meeting_screen(Context& c, MeetingView& view, Agendas const& agendas) {
    follow(c, view);
    auto const* open = board::open_meeting(c.board);
    if (!open)
        return meeting_prepare(c, view, agendas);
    head(c, *open);
    switch (view.page) {
    case MeetingPage::Agenda: return meeting_open(c, view, *open);
    case MeetingPage::Since: return meeting_since(c, view, *open);
    case MeetingPage::Trials: return meeting_trials(c, view);
    case MeetingPage::Scaling: return meeting_scaling(c, view);
    case MeetingPage::Farewell: return meeting_farewell(c, view, *open);
    }
}

std::string door_words(Context const& c, board::StepOpens opens) {
    // In the order of StepOpens.
    constexpr std::array keys = {"",
                                 "meeting.open_frames",
                                 "meeting.open_round",
                                 "meeting.open_silent",
                                 "meeting.open_board",
                                 "meeting.open_vote",
                                 "meeting.open_trials",
                                 "meeting.open_pulse",
                                 "meeting.open_obstacles",
                                 "meeting.open_scaling",
                                 "meeting.open_effect",
                                 "meeting.open_farewell"};
    if (opens == board::StepOpens::Pulse && board::open_pulse(c.board))
        return c.words.get("header.pulse_open");
    std::string const key = keys[static_cast<std::size_t>(opens)];
    return key.empty() ? std::string() : c.words.get(key);
}

void open_door(Context& c, MeetingView& view, board::StepOpens opens) {
    using board::StepOpens;
    auto const go = [&](Screen screen) { c.requests.emplace_back(GoTo{.screen = screen}); };
    switch (opens) {
    case StepOpens::Nothing: return;
    case StepOpens::Pulse: return go(Screen::CheckIn);
    case StepOpens::Frames:
    case StepOpens::Obstacles: return go(Screen::Leader);
    case StepOpens::Round: return go(Screen::Round);
    case StepOpens::Silent: return go(Screen::Silent);
    case StepOpens::Board: return go(Screen::Board);
    case StepOpens::Vote: return go(Screen::Vote);
    case StepOpens::Trials: view.page = MeetingPage::Trials; break;
    case StepOpens::Scaling: view.page = MeetingPage::Scaling; break;
    case StepOpens::Effect: return go(Screen::Effect);
    case StepOpens::Farewell: view.page = MeetingPage::Farewell; break;
    }
    c.ui.wake_now();
}

Bands meeting_bands(Context const& c) {
    ui::Rect band = bottom_band(c);
    if (!c.ui.portrait())
        return {band, band, false};
    float const height = (band.h - 16) / 2;
    ui::Rect const above = band.cut_top(height, 16);
    return {above, band, true};
}

bool away_button(Context& c, Bands& bands, ui::Button button) {
    bool const tapped = band_button(c, bands.away, Side::Left, std::move(button));
    if (!bands.two)
        bands.on = bands.away;
    return tapped;
}

bool on_button(Context& c, Bands& bands, ui::Button button) {
    bool const tapped = band_button(c, bands.on, Side::Right, std::move(button));
    if (!bands.two)
        bands.away = bands.on;
    return tapped;
}

ui::Rect meeting_card(Context& c, ui::Rect rect, std::string const& heading) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::card, ui::Shadow::Resting);
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    ui::Rect inside = rect.inset(30, 22);
    if (heading.empty())
        return inside;
    auto const& type = c.ui.theme().button;
    ui::label_centred(c.ui, heading, inside.cut_top(line_height(type), 12), type, ui::colour::ink, ui::Align::Left);
    return inside;
}

namespace {

constexpr float disc_gap = 14;

int discs_a_row(Context const& c, float width) {
    return std::max(1, static_cast<int>((width - 60 + disc_gap) / (c.ui.theme().target + disc_gap)));
}

int takes_part(Context const& c) {
    return static_cast<int>(std::count_if(c.board.participants.begin(), c.board.participants.end(),
                                          [](auto const& who) { return who.active; }));
}

} // namespace

float attendance_height(Context const& c, float width) {
    auto const& theme = c.ui.theme();
    int const rows = std::max(1, (takes_part(c) + discs_a_row(c, width) - 1) / discs_a_row(c, width));
    return 44 + line_height(theme.button) + 12 + static_cast<float>(rows) * (theme.target + disc_gap) +
           line_height(theme.small) + 4;
}

bool attendance(Context& c, ui::Rect rect, std::vector<board::ParticipantId>& away) {
    auto const& theme = c.ui.theme();
    int const all = takes_part(c);
    int here = 0;
    for (auto const& who : c.board.participants)
        here += who.active && std::find(away.begin(), away.end(), who.id) == away.end() ? 1 : 0;
    ui::Rect inside = meeting_card(
        c, rect, c.words.say("meeting.here", {{"n", std::int64_t{here}}, {"all", std::int64_t{all}}}));
    ui::Rect const hint = inside.cut_bottom(line_height(theme.small), 2);
    ui::label_centred(c.ui, c.words.get(all == 0 ? "meeting.nobody" : "meeting.here_hint"), hint, quiet(theme.small),
                      ui::colour::soft, ui::Align::Left);
    float const step = theme.target + disc_gap;
    int const per_row = discs_a_row(c, rect.w), rows = std::max(1, (all + per_row - 1) / per_row);
    float const content = static_cast<float>(rows) * step;
    float const top = inside.y - c.ui.begin_scroll("meeting/people", inside.inset(-6, 0), content,
                                                   c.words.get("meeting.here_hint"));
    bool changed = false;
    int at = 0;
    for (auto const& who : c.board.participants) {
        if (!who.active)
            continue;
        ui::Vec2 const centre{inside.x + theme.target / 2 + step * static_cast<float>(at % per_row),
                              top + theme.target / 2 + step * static_cast<float>(at / per_row)};
        auto const gone = std::find(away.begin(), away.end(), who.id);
        bool const is_away = gone != away.end();
        if (ui::avatar(c.ui, {.id = "meeting/person/" + std::to_string(++at),
                              .centre = centre,
                              .radius = theme.target * 0.5F,
                              .initials = text::initials(who.name),
                              .name = who.name,
                              .colour = colour_of(c.board, who.id),
                              .faded = is_away,
                              .value = is_away ? "away" : "here"})) {
            changed = true;
            if (is_away)
                away.erase(gone);
            else
                away.push_back(who.id);
        }
        if (is_away) { // never by colour alone
            float const r = theme.target * 0.5F;
            c.ui.canvas().line({centre.x - r * 0.7F, centre.y + r * 0.7F}, {centre.x + r * 0.7F, centre.y - r * 0.7F},
                               4, ui::colour::soft);
        }
    }
    c.ui.end_scroll();
    return changed;
}

} // namespace screens
