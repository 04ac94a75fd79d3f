// *Tjek ind*: ten seconds in passing. A face for each running trial, when wanted a line and a figure, and the
// anonymous pulse. Nobody's name is asked for.
#pragma once

#include "ui/screens/pulse_panel.h"

#include <optional>
#include <vector>

namespace screens {

enum class CheckInWrites { Nothing, Line, Figure };

/// One trial's card, as somebody stands before it now.
struct CheckInCard {
    board::TrialRef trial{};
    std::optional<board::CheckInState> state{};
    std::optional<board::OperationId> said{};     ///< their check-in; the next face they tap takes its place
    std::optional<board::OperationId> replaces{}; ///< the one before, until the new one stands
    double said_s = 0;
    CheckInWrites writes = CheckInWrites::Nothing;
    Form form{}; ///< the line and the figure
    bool personal_asked = false;
    bool personal_confirmed = false;
};

struct CheckInView {
    std::vector<CheckInCard> cards;
    PulseView pulse;
};

void check_in_screen(Context& c, CheckInView& view);
/// Nobody stands there any more: who has said what is forgotten, but not what is half written.
void leave_check_in(CheckInView& view);

/// Running trials in the order of the wall, with their ideas.
struct Running {
    board::Idea const* idea;
    board::Trial const* trial;
};
std::vector<Running> running_on(board::Board const& board);
/// "stille i 9 dage", "klar til opsamling", "sidst tjekket i fredags"; how it stands with the trial, said calmly.
std::string standing(Context const& c, board::Trial const& trial);

} // namespace screens
