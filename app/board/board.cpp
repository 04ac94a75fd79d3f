// Looking things up on a board. Nothing here decides or changes anything.
#include "board/board.h"

#include "board/text_rules.h"

#include <algorithm>

namespace board {

namespace {

/// The element that `matches`, or nothing.
template <class T, class Matches> T const* find_where(std::vector<T> const& all, Matches matches) {
    auto const found = std::find_if(all.begin(), all.end(), matches);
    return found == all.end() ? nullptr : &*found;
}

/// Where the way from idea to what it was merged into ends, or where it no longer `goes_on`. A way of more steps than
/// there are ideas is a circle, which only a broken board has.
template <class GoesOn> Idea const* last_on_way(Board const& board, Idea const& idea, GoesOn goes_on) {
    Idea const* at = &idea;
    for (std::size_t steps = 0; goes_on(*at) && steps < board.ideas.size(); ++steps) {
        Idea const* next = find_idea(board, *at->merged_into);
        if (!next)
            return at;
        at = next;
    }
    return at;
}

} // namespace

OwnAgenda const* own_agenda(Course const& course, MeetingKind kind) {
    return find_where(course.agendas, [kind](OwnAgenda const& own) { return own.kind == kind; });
}

std::vector<Meeting> meetings_on(std::vector<Date> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Meeting> meetings;
    for (Date const day : days)
        meetings.push_back({.no = static_cast<int>(meetings.size()) + 1, .date = day});
    return meetings;
}

bool is_sound(Photo const& photo) {
    constexpr int longest_side = 4096;
    auto const is_side = [](int pixels) { return pixels >= 1 && pixels <= longest_side; };
    bool const is_hash = photo.hash.size() == 64 &&
                         photo.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return is_hash && is_side(photo.width) && is_side(photo.height);
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

Idea const& standing_for(Board const& board, Idea const& idea) {
    return *last_on_way(board, idea, [](Idea const& at) { return at.merged_into.has_value(); });
}

std::vector<Idea const*> merged_ideas(Board const& board, IdeaId id) {
    std::vector<Idea const*> merged;
    for (Idea const& idea : board.ideas) {
        auto const goes_by = [id](Idea const& at) { return at.merged_into && at.merged_into != id; };
        if (last_on_way(board, idea, goes_by)->merged_into == id)
            merged.push_back(&idea);
    }
    return merged;
}

bool merge_is_final(Board const& board, Idea const& merged) {
    return merged.merged_after.value < static_cast<int>(board.rounds.size());
}

Idea const* similar_idea(Board const& board, std::string_view text) {
    std::string const wanted = likeness_of(text);
    if (wanted.empty())
        return nullptr;
    return find_where(board.ideas, [&wanted](Idea const& idea) {
        return idea.stage != Stage::Merged && idea.stage != Stage::Parked && likeness_of(idea.text) == wanted;
    });
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

HeldMeeting const* open_meeting(Board const& board) {
    return find_where(board.meetings, [](HeldMeeting const& meeting) { return !meeting.closed_at; });
}

PulseRound const* open_pulse(Board const& board) {
    return find_where(board.pulses, [](PulseRound const& round) { return round.state == RoundState::Open; });
}

Obstacle const* find_obstacle(Board const& board, ObstacleId id) {
    return find_where(board.obstacles, [id](Obstacle const& obstacle) { return obstacle.id == id; });
}

std::vector<ParticipantId> around_the_table(Board const& board) {
    std::vector<ParticipantId> around;
    auto const sit = [&](ParticipantId id) {
        auto const* who = find_participant(board, id);
        if (who && who->active && std::find(around.begin(), around.end(), id) == around.end())
            around.push_back(id);
    };
    for (ParticipantId const id : board.seats)
        sit(id);
    for (Participant const& who : board.participants)
        sit(who.id);
    return around;
}

Meeting const* next_meeting(Board const& board, Date today) {
    return find_where(board.course.meetings, [today](Meeting const& meeting) { return meeting.date >= today; });
}

} // namespace board
