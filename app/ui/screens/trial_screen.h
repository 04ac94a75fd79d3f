// *Prøvehandlinger*: the whole chain of one idea, and from it the forms that start a trial, review it, and
// carry a solution into daily use.
#pragma once

#include "ui/screens/fields.h"

#include <optional>

namespace screens {

enum class TrialPage { Chain, Start, Measure, Review, ScalePlan };

struct TrialView {
    board::IdeaId idea;
    TrialPage page = TrialPage::Chain;
    int first_shown = 0; ///< the first trial of the chain that is shown
    int opened = 0;      ///< the trial whose card is opened large; 0: none
    Form form;           ///< of the page
    std::string loaded;  ///< which trial the form holds
    std::optional<board::Decision> decision;
    board::TrialPlan plan;                               ///< the choices of the start form that are not text
    board::TrialOutcome outcome;                         ///< the choices of the review that are not text
    std::optional<board::Date> counted_from, counted_to; ///< the days the baseline was counted over
    bool over_limit = false;                             ///< the board was full: the reason for one more is asked for
    bool leader_says_yes = false;
    bool comparing = false; ///< the review asks how it went with those who did not try
    std::optional<board::Date> revisit;
    std::optional<board::Date> picking_month; ///< the date picker is open at this month
    std::string picking;                      ///< for which date
    bool personal_asked = false;              ///< a text waits for somebody to say that it is no personal data
    bool personal_confirmed = false;          ///< somebody said it
    bool acting = false;                      ///< a start or a decision was asked for, with the save before it
    bool closing = false;                     ///< the page closes when the save is granted
    bool saved = false;                       ///< the form's last save was granted
    bool rolling_back = false;                ///< the scale plan asks why
    bool place_sent = false;                  ///< the new place is on its way into the plan
    std::string in_sight;                     ///< what was last brought into sight on a page in one column
    bool may_share = false;                   ///< the wall may be shared with another trial, and `share` asked for
    bool share = false;
};

/// Starts the view on that idea; with a decision, on the review with it chosen.
void open_trial(TrialView& view, board::Board const& board, board::IdeaId idea,
                std::optional<board::Decision> decision = {});
/// `known`: measures that can be chosen ready.
void trial_screen(Context& c, TrialView& view, std::vector<board::Measure> const& known);

} // namespace screens
