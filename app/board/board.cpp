// Looking things up on a board. Nothing here decides or changes anything.
#include "board/board.h"

#include <algorithm>

namespace board {

namespace {

/// The element that `matches`, or nothing.
template <class T, class Matches> T const* find_where(std::vector<T> const& all, Matches matches) {
    auto const found = std::find_if(all.begin(), all.end(), matches);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

std::vector<Meeting> meetings_on(std::vector<Date> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Meeting> meetings;
    for (Date const day : days)
        meetings.push_back({.no = static_cast<int>(meetings.size()) + 1, .date = day});
    return meetings;
}

Trial const* latest_trial(Idea const& idea) { return idea.trials.empty() ? nullptr : &idea.trials.back(); }

Trial const* running_trial(Idea const& idea) {
    return find_where(idea.trials, [](Trial const& trial) { return trial.state == TrialState::Running; });
}

Idea const* find_idea(Board const& board, IdeaId id) {
    return find_where(board.ideas, [id](Idea const& idea) { return idea.id == id; });
}

Idea const* find_idea(Board const& board, int no) {
    return find_where(board.ideas, [no](Idea const& idea) { return idea.no == no; });
}

Participant const* find_participant(Board const& board, ParticipantId id) {
    return find_where(board.participants, [id](Participant const& participant) { return participant.id == id; });
}

Trial const* find_trial(Board const& board, TrialRef ref) {
    Idea const* idea = find_idea(board, ref.idea);
    return idea ? find_where(idea->trials, [ref](Trial const& trial) { return trial.no == ref.no; }) : nullptr;
}

VoteRound const* open_round(Board const& board) {
    return find_where(board.rounds, [](VoteRound const& round) { return round.state == RoundState::Open; });
}

VoteRound const* find_round(Board const& board, RoundNo no) {
    return find_where(board.rounds, [no](VoteRound const& round) { return round.no == no; });
}

int running_trials(Board const& board) {
    return static_cast<int>(std::count_if(board.ideas.begin(), board.ideas.end(),
                                          [](Idea const& idea) { return running_trial(idea) != nullptr; }));
}

std::optional<int> dots_of(Board const& board, IdeaId id) {
    for (auto round = board.rounds.rbegin(); round != board.rounds.rend(); ++round) {
        auto const* tally = find_where(round->tallies, [id](Tally const& given) { return given.idea == id; });
        if (round->state == RoundState::Closed && tally)
            return tally->dots;
    }
    return std::nullopt;
}

Meeting const* next_meeting(Board const& board, Date today) {
    return find_where(board.course.meetings, [today](Meeting const& meeting) { return meeting.date >= today; });
}

} // namespace board
