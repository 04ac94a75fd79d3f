// Boards that no one would think of: many commands with arguments drawn by chance, most of them legal, undo among them.
#pragma once

#include "replay.h"

#include <random>

class RandomWalk {
  public:
    explicit RandomWalk(std::uint64_t seed);
    /// Asks for so many commands; what is refused does not count.
    void walk(int steps);
    board::Board board() const { return board::fold(m_replay.records()); }

  private:
    board::Command any();
    board::Command any_about_ideas();
    board::Command any_beside_words();
    board::Command any_about_merging();
    board::Command any_about_trials();
    board::Command any_about_scaling();
    board::Command any_about_meetings();
    board::Command any_about_the_course();
    board::Command any_on_the_way();
    board::Command open_round();
    board::Command close_round();
    board::VoteRound const* open_round_of_board() const;
    board::TrialPlan plan();
    board::TrialOutcome outcome();
    board::Ink ink();
    board::Command undo();

    int below(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }
    bool chance(int percent) { return below(100) < percent; }
    std::string words();
    board::IdeaId some_idea();
    std::optional<board::ParticipantId> some_person();
    board::Idea const* find_idea_in(board::Stage stage);
    board::TrialRef latest_trial_ref();

    std::mt19937_64 m_random;
    app::IdSource m_ids;
    app::Replay m_replay;
    board::Date m_today;
    std::int64_t m_minute = 0;
};
