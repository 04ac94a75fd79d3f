// What may honestly be said of a figure (method.md 2.11): on what level it is claimed, how far it moved, on how
// little it rests, and whether it may be chance. Plain arithmetic; the sentences stand in the strings.
#pragma once

#include "board/board.h"

#include <optional>
#include <string>
#include <vector>

namespace board {

/// Fewer observations than this in either period is »lille grundlag«.
inline constexpr int small_basis = 20;

/// Påstand, the weakest first: ikke målt, oplevet, skønnet, målt, målt og holdt ved, sammenlignet.
enum class ClaimLevel { NotMeasured, Experienced, Estimated, Measured, MeasuredAndHeld, Compared };
/// What the trial's result may be called; its idea knows whether it still held at the follow-up.
ClaimLevel claim_of(Idea const& idea, Trial const& trial);

/// What is known last: the result, or while the trial runs the point of its latest day.
std::optional<Reading> latest_reading(Trial const& trial);
/// The points by their days; those of one day as they were noted.
std::vector<MeasurePoint> points_by_day(Trial const& trial);

struct Interval {
    double low = 0, high = 0;
};

/// From the baseline to a later reading.
struct Effect {
    double moved = 0;                 ///< in the measure's unit; for shares in percentage points
    bool improved = false;            ///< in the direction that was wished for
    bool small = false;               ///< »lille grundlag«
    bool unknown = false;             ///< the observations of a period were not counted
    std::optional<Interval> interval; ///< rough, 95 %, of the difference of two shares, percentage points
    bool may_be_chance = false;       ///< the interval holds 0
};
/// Nothing without a baseline, or while a share lacks its counts.
std::optional<Effect> effect_of(Measure const& measure, Reading const& later);

/// How far those moved who did not try it, in the measure's unit; nothing where nobody was compared with.
std::optional<double> moved_elsewhere(Trial const& trial);

/// One line of the ledger (effektregnskab): a solution in use and the trial it stands on.
struct LedgerLine {
    IdeaId idea;
    int trial_no = 0;
    ClaimLevel level = ClaimLevel::NotMeasured;
};
/// In the order of the ideas' numbers.
std::vector<LedgerLine> ledger(Board const& board);

/// The sum of what moved, over lines of one level, one unit, and (but for kroner) one definition.
struct Total {
    ClaimLevel level = ClaimLevel::NotMeasured;
    std::string unit;
    double moved = 0;
    int lines = 0;
};
/// Only where two lines or more can be added; shares and scales never are.
std::vector<Total> totals(Board const& board);

/// The middle value; 0 of none.
double median(std::vector<double> values);

/// Whether a run of points moves more than chance lets it: the rules of shift and crossings, and no other.
struct RunSignal {
    int useful = 0;           ///< points that do not lie on the median
    int longest_run = 0;      ///< on one side of the median
    int most_in_run = 0;      ///< more than that is a shift
    int crossings = 0;        ///< of the median
    int fewest_crossings = 0; ///< fewer than that is a signal
    bool enough = false;      ///< there are points enough to say anything
    bool shift = false;
    bool few_crossings = false;
};
RunSignal run_signal(std::vector<double> const& values);

} // namespace board
