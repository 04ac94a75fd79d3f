// The pulse (puls): one to three positive statements, answered from 1 to 5 by whoever passes. While a round is open
// the answers are in memory only; counters are written once, when it closes (method.md 7.5 no. 11–12).
#pragma once

#include "board/date.h"
#include "board/vote.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace board {

inline constexpr int pulse_steps = 5;          ///< from »i meget ringe grad« to »i meget høj grad«
inline constexpr int fewest_pulse_answers = 5; ///< the floor under the smallest group that is shown
inline constexpr int most_pulse_statements = 3;

/// Pulsrunde.
struct PulseRound {
    int no = 0; ///< 1 … n in its course
    std::vector<std::string> statements;
    Date opened_on;
    std::optional<Date> closed_on{};
    int smallest_group = fewest_pulse_answers; ///< fewer answers are never shown, exported or summed
    RoundState state = RoundState::Open;
    std::vector<std::vector<int>> counts{}; ///< for each statement the answers 1 … 5; empty until closed
    bool operator==(PulseRound const&) const = default;
};

/// The answers to the open pulse, in memory only. It keeps sums: never a person, an order or a time.
class PulseBox {
  public:
    PulseBox() = default;
    explicit PulseBox(PulseRound const& round);

    /// One answer, 1–5, to that statement (from 0). What is out of range is a bug.
    void answer(std::size_t statement, int step);
    /// How many answered that statement.
    int answers(std::size_t statement) const;
    /// For each statement how many gave 1 … 5, as ClosePulse takes them.
    std::vector<std::vector<int>> const& counts() const { return m_counts; }

  private:
    std::vector<std::vector<int>> m_counts;
};

/// From this many answers on it is shown how they fell; below it only the mean and n (method.md 3.4).
inline constexpr int fewest_for_distribution = 10;

/// How many answered that statement (from 0); 0 until the round is closed.
int pulse_answers(PulseRound const& round, std::size_t statement);
/// The mean of the answers, 1–5; nothing while the round is open or there are too few.
std::optional<double> pulse_mean(PulseRound const& round, std::size_t statement);

} // namespace board
