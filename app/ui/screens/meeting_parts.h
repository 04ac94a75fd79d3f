// What the pages of *Møde* share. Only for meeting_*.cpp.
#pragma once

#include "ui/screens/meeting_clock.h"
#include "ui/screens/meeting_screen.h"

namespace screens {

void meeting_prepare(Context& c, MeetingView& view, Agendas const& agendas);
void meeting_open(Context& c, MeetingView& view, board::HeldMeeting const& meeting);
void meeting_since(Context& c, MeetingView& view, board::HeldMeeting const& meeting);
void meeting_trials(Context& c, MeetingView& view);
void meeting_scaling(Context& c, MeetingView& view);
void meeting_farewell(Context& c, MeetingView& view, board::HeldMeeting const& meeting);

/// One row of an agenda.
enum class RowState { Coming, On, Done };
struct AgendaRow {
    board::AgendaStep step;
    int minutes = 0; ///< with those given on the way
    RowState state = RowState::Coming;
    bool may_change = false; ///< moved, shortened, taken out
    bool may_go = false;     ///< the meeting can go there
};
/// What somebody did to the list.
struct AgendaWish {
    enum class Kind { None, Open, GoTo, Up, Down, Move, Shorter, Longer, Remove, Add } kind = Kind::None;
    int row = 0;
    int to = 0;                                         ///< of the row that is moved
    board::StepOpens opens = board::StepOpens::Nothing; ///< of the step to add
};
AgendaWish agenda_list(Context& c, MeetingView& view, ui::Rect area, std::vector<AgendaRow> const& rows);
/// Carries out a change of the list on steps of which the first `fixed` stay; the picked row follows its step.
void change_steps(Context const& c, MeetingView& view, std::vector<board::AgendaStep>& steps, AgendaWish const& wish,
                  int fixed);

/// The words on the button that opens what a step needs; empty where it opens nothing.
std::string door_words(Context const& c, board::StepOpens opens);
/// Goes there.
void open_door(Context& c, MeetingView& view, board::StepOpens opens);

/// A white card with a heading; returns its inside.
ui::Rect meeting_card(Context& c, ui::Rect rect, std::string const& heading);
/// Who is there: a tap says so, or takes it back. True when `away` was changed.
bool attendance(Context& c, ui::Rect rect, std::vector<board::ParticipantId>& away);
/// What it needs in height at that width, du.
float attendance_height(Context const& c, float width);

/// A line of a list: what, and quieter what more; with `to` it can be tapped.
struct Line {
    std::string text;
    std::string under{};
    std::optional<ui::Icon> icon{};
    ui::Colour ink = ui::colour::soft;
    std::optional<GoTo> to{};
};
/// A card with a heading and lines that scroll; `empty` stands there when there are none. Rows are `id`/1, `id`/2, …
void lines_card(Context& c, std::string const& id, ui::Rect rect, std::string const& heading,
                std::vector<Line> const& lines, std::string const& empty);
std::vector<Line> trial_lines(Context const& c, std::vector<board::TrialRef> const& trials);
std::vector<Line> obstacle_lines(Context const& c, std::vector<board::ObstacleId> const& obstacles);

/// The rows of the bottom band: what leads away at the left, what goes on at the right. Upright they are two.
struct Bands {
    ui::Rect away; ///< cut from the left
    ui::Rect on;   ///< cut from the right
    bool two = false;
};
Bands meeting_bands(Context const& c);
/// A button at the left of the way out, or at the right of what goes on; both cut the same row where there is one.
bool away_button(Context& c, Bands& bands, ui::Button button);
bool on_button(Context& c, Bands& bands, ui::Button button);

} // namespace screens
