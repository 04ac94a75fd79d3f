// A wall to test on: commands go through decide and apply as in the product. Every accepted command is followed by
// a look at the invariants.
#pragma once

#include "board/apply.h"
#include "board/decide.h"

#include <chrono>
#include <optional>
#include <vector>

namespace board_tests {

using namespace std::chrono_literals;

inline constexpr board::Date monday{std::chrono::year{2026} / 11 / 23};

/// Where an idea can be when a command comes.
enum class Given {
    New,
    Candidate,
    Selected,
    Drafted,
    Running,
    Reviewed,
    Adjusted,
    Scaling,
    Operation,
    Parked,
    Stopped,
    Merged
};
inline constexpr Given all_givens[] = {Given::New,       Given::Candidate, Given::Selected, Given::Drafted,
                                       Given::Running,   Given::Reviewed,  Given::Adjusted, Given::Scaling,
                                       Given::Operation, Given::Parked,    Given::Stopped,  Given::Merged};
char const* name_of(Given given);

/// An id that no other call gives.
board::Uuid fresh_uuid();

class Wall {
  public:
    /// A course and one participant, nothing else.
    static Wall with_course();
    /// Nothing at all.
    Wall() = default;

    /// Nothing when the command was accepted, else why it was refused; the board has changed accordingly.
    std::optional<board::Refusal> ask(board::Command const& command);
    /// As `ask`, where only the rule matters.
    std::optional<board::Rule> rule(board::Command const& command);
    /// The command must be accepted. Returns its operation.
    board::OperationId must(board::Command const& command);

    board::IdeaId add_idea(std::string const& text = "Fast telefontid");
    /// An idea brought to that point, each step by commands.
    board::IdeaId idea_at(Given given);
    board::Idea const& idea(board::IdeaId id) const;
    /// The idea's last trial.
    board::TrialRef trial_of(board::IdeaId id) const;
    board::ParticipantId somebody() const { return board.participants.front().id; }

    board::Board board;
    std::vector<board::Record> records;
    board::Now now{board::Instant{monday} + 8h, monday};
};

// Commands that are complete and legal, to be spoiled by a test.
board::CreateCourse a_course();
board::AddParticipant a_participant();
board::AddIdea an_idea();
/// One stroke of two points.
board::Ink some_ink();
board::TrialPlan a_plan(Wall const& wall);
board::TrialOutcome an_outcome();
board::ScalePlan a_scale_plan();
board::OpenRound a_round(std::vector<board::IdeaId> candidates);
board::CloseRound a_count(board::VoteRound const& round);
board::DecideTrial a_decision(board::TrialRef trial, board::Decision decision);
board::ParkIdea a_parking(board::IdeaId idea);

} // namespace board_tests
