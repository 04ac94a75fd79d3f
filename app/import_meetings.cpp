#include "import_meetings.h"

#include <algorithm>

namespace app {
namespace {

using board::Date;
using board::HeldMeeting;
using board::Instant;

constexpr int most_minutes_at_once = 240;

/// A meeting told with the clock that it had: each step gets its time in one piece.
class MeetingStory {
  public:
    explicit MeetingStory(HeldMeeting const& meeting)
        : m_meeting(meeting), m_step{.day = meeting.on, .order = StepOrder::Added} {}

    Step tell() {
        open();
        auto const current = static_cast<std::size_t>(std::max(0, m_meeting.step));
        for (std::size_t i = 0; i < m_meeting.steps.size(); ++i)
            if (i != current && (m_meeting.steps[i].used.count() > 0 || m_meeting.steps[i].extra_minutes > 0))
                spend(i);
        if (current < m_meeting.steps.size())
            spend(current);
        wish(board::PauseClock{});
        if (m_meeting.running_since && !m_meeting.closed_at)
            wish(board::ResumeClock{}, *m_meeting.running_since);
        if (m_meeting.closed_at)
            wish(board::CloseMeeting{}, *m_meeting.closed_at);
        return std::move(m_step);
    }

  private:
    void open() {
        std::vector<board::AgendaStep> steps;
        for (board::HeldStep const& step : m_meeting.steps)
            steps.push_back(step.plan);
        m_at = m_meeting.opened_at;
        wish(board::OpenMeeting{steps, {}});
        m_step.wishes.back().amend = [kind = m_meeting.kind](board::Event& event) { // by the plans of its day
            if (auto* opened = std::get_if<board::MeetingOpened>(&event))
                opened->kind = kind;
        };
    }
    void spend(std::size_t i) {
        if (static_cast<int>(i) != m_on)
            wish(board::BeginStep{static_cast<int>(i)});
        m_on = static_cast<int>(i);
        for (int left = m_meeting.steps[i].extra_minutes; left > 0; left -= most_minutes_at_once)
            wish(board::AddMinutes{std::min(left, most_minutes_at_once)});
        m_at += m_meeting.steps[i].used;
    }
    void wish(board::Command command) { wish(std::move(command), m_at); }
    void wish(board::Command command, Instant at) {
        m_step.wishes.push_back({std::move(command), {at, m_meeting.on}, {}});
    }

    HeldMeeting const& m_meeting;
    Step m_step;
    Instant m_at;
    int m_on = 0; ///< the step whose clock runs
};

Step step_on(Date day, board::Command command) {
    Step step{.day = day, .order = StepOrder::Added};
    step.wishes.push_back({std::move(command), noon_of(day), {}});
    return step;
}

} // namespace

Chain chain_of_meetings(board::Board const& board) {
    Chain chain;
    for (HeldMeeting const& meeting : board.meetings)
        chain.push_back(MeetingStory(meeting).tell());
    return chain;
}

Chain chain_of_pulses(board::Board const& board) {
    Chain chain;
    for (board::PulseRound const& round : board.pulses) {
        chain.push_back(step_on(round.opened_on, board::OpenPulse{round.statements}));
        chain.back().wishes.back().amend = [group = round.smallest_group](board::Event& event) {
            if (auto* opened = std::get_if<board::PulseOpened>(&event))
                opened->smallest_group = group;
        };
        if (round.state == board::RoundState::Closed)
            chain.push_back(
                step_on(round.closed_on.value_or(round.opened_on), board::ClosePulse{round.no, round.counts}));
        if (round.state == board::RoundState::Annulled)
            chain.push_back(step_on(round.opened_on, board::AnnulPulse{round.no}));
    }
    return chain;
}

std::vector<Chain> chains_of_obstacles(board::Board const& board) {
    std::vector<Chain> chains;
    for (board::Obstacle const& one : board.obstacles) {
        Chain chain;
        chain.push_back(step_on(one.raised_on, board::RaiseObstacle{one.id, one.text, board::PersonalData::Confirmed}));
        if (one.promised)
            chain.push_back(
                step_on(std::min(one.raised_on, *one.promised), board::PromiseAnswer{one.id, *one.promised}));
        if (one.answered_on)
            chain.push_back(step_on(*one.answered_on, board::AnswerObstacle{one.id, one.answer}));
        chains.push_back(std::move(chain));
    }
    return chains;
}

} // namespace app
