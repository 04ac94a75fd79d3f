// *Møde*: the coming meeting with its agenda, and the meeting under way with its steps, its clock and who is there.
// The clock is the board's; this only shows it.
#pragma once

#include "ui/screens/agendas.h"
#include "ui/screens/context.h"

#include <optional>
#include <vector>

namespace screens {

enum class MeetingPage { Agenda, Since, Trials, Scaling, Farewell };

struct MeetingView {
    MeetingPage page = MeetingPage::Agenda;
    int open_no = -1;   ///< the meeting that was open in the last frame; 0: none, −1: nobody has looked
    bool began = false; ///< it was begun at this wall just now

    // the coming meeting
    std::optional<board::MeetingKind> kind{}; ///< nothing: the one that is due
    std::vector<board::AgendaStep> steps{};
    bool changed = false; ///< somebody has changed them: they stay as they are
    bool choosing_kind = false;
    std::vector<board::ParticipantId> away{};

    // its list of steps
    bool editing = false;          ///< of the meeting under way
    std::optional<int> picked{};   ///< the step with its tools out
    bool adding = false;           ///< a step is chosen to come after it
    std::optional<int> in_sight{}; ///< the step that the list was last scrolled to
    std::optional<int> held{};     ///< the step in a hand
    int held_to = 0;               ///< where it would come to lie

    std::optional<board::Date> month{}; ///< of the picker of the next meeting's day; nothing: it is not shown
};

void meeting_screen(Context& c, MeetingView& view, Agendas const& agendas);

} // namespace screens
