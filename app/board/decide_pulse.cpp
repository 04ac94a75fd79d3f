// The rules for the pulse. Only counters come here, never an answer.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <algorithm>

namespace board {

namespace {

std::optional<Rule> pulse_must_be_open(Board const& board, int no) {
    PulseRound const* round = open_pulse(board);
    return round && round->no == no ? std::nullopt : std::optional(Rule::PulseNotOpen);
}

/// A row of five counters, none below nothing, for each statement.
bool fits(PulseRound const& round, std::vector<std::vector<int>> const& counts) {
    return counts.size() == round.statements.size() &&
           std::all_of(counts.begin(), counts.end(), [](std::vector<int> const& row) {
               return row.size() == static_cast<std::size_t>(pulse_steps) &&
                      std::all_of(row.begin(), row.end(), [](int count) { return count >= 0 && count <= max_ideas; });
           });
}

} // namespace

Answer answer(Board const& board, OpenPulse const& wish, Now now) {
    if (open_pulse(board))
        return refuse(Rule::PulseAlreadyOpen);
    if (wish.statements.empty() || wish.statements.size() > most_pulse_statements)
        return refuse(Rule::StatementsOutOfRange, most_pulse_statements);
    Intake intake;
    std::vector<std::string> statements;
    for (std::string const& statement : wish.statements)
        statements.push_back(intake.needed_text(statement, max_line_characters));
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(PulseOpened{.no = static_cast<int>(board.pulses.size()) + 1,
                             .statements = std::move(statements),
                             .smallest_group = board.course.settings.smallest_group,
                             .on = now.today});
}

Answer answer(Board const& board, ClosePulse const& wish, Now now) {
    if (auto const rule = pulse_must_be_open(board, wish.no))
        return refuse(*rule);
    if (!fits(*open_pulse(board), wish.counts))
        return refuse(Rule::NumberOutOfRange, max_ideas);
    return grant(PulseClosed{wish.no, wish.counts, now.today});
}

Answer answer(Board const& board, AnnulPulse const& wish, Now) {
    if (auto const rule = pulse_must_be_open(board, wish.no))
        return refuse(*rule);
    return grant(PulseAnnulled{wish.no});
}

} // namespace board
