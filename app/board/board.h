// A board is the fold of its events. This is all that a screen or an export may read.
#pragma once

#include "board/course.h"
#include "board/idea.h"
#include "board/meeting.h"
#include "board/pulse.h"
#include "board/vote.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace board {

/// What a change concerned. Undo asks whether something later stands on the same subjects.
struct Subject {
    enum class Kind {
        Course,
        Meetings,
        Settings,
        Idea,
        Participant,
        Round,
        HeldMeeting,
        Obstacle,
        Pulse,
        Seats
    } kind = Kind::Course;
    Uuid uuid;      ///< for ideas, participants and obstacles
    int number = 0; ///< for rounds, held meetings and pulses
    bool operator==(Subject const&) const = default;
};

/// One operation that was applied, as undo needs to know it.
struct Done {
    OperationId operation;
    std::vector<Subject> subjects; ///< what it changed
    std::vector<Subject> leans_on; ///< what it names and would be wrong without
    bool undoable = true;
    int room = 0; ///< places for running trials it made: a decided trial, a raised limit; negative when it took some
    bool operator==(Done const&) const = default;
};

struct Board {
    Course course;
    std::vector<Participant> participants; ///< in the order they were added
    std::vector<Idea> ideas;               ///< in the order of their numbers
    std::vector<IdeaId> order;             ///< as they lie on the wall, all ideas
    int last_idea_no = 0;                  ///< the highest number given, also to ideas undone since
    std::vector<VoteRound> rounds;         ///< No 1 first
    std::vector<ParticipantId> seats;      ///< around the table, as far as it was said
    std::vector<HeldMeeting> meetings;     ///< as they were held, the first first
    std::vector<Obstacle> obstacles;       ///< in the order they were raised
    std::vector<PulseRound> pulses;        ///< No 1 first
    std::vector<Done> done;                ///< oldest first; undone ones are gone
    bool exists() const { return !course.name.empty(); }
    bool operator==(Board const&) const = default;
};

Idea const* find_idea(Board const& board, IdeaId id);
Idea const* find_idea(Board const& board, int no);
/// The idea that stands for `idea`: itself, or at the end of what it was merged into.
Idea const& standing_for(Board const& board, Idea const& idea);
/// The ideas that were merged into that one, also by way of others, in the order of their numbers.
std::vector<Idea const*> merged_ideas(Board const& board, IdeaId id);
/// Whether a round has been opened since the idea was merged, so that it is not split off again.
bool merge_is_final(Board const& board, Idea const& merged);
/// An idea that says the same, but for capitals and spaces, and is neither merged nor parked; or nothing.
Idea const* similar_idea(Board const& board, std::string_view text);
Participant const* find_participant(Board const& board, ParticipantId id);
Trial const* find_trial(Board const& board, TrialRef ref);
/// The open round, or nothing. At most one is open.
VoteRound const* open_round(Board const& board);
VoteRound const* find_round(Board const& board, RoundNo no);
int running_trials(Board const& board);
/// The dots the idea got in the last closed round that had it as a candidate; nothing if none had.
std::optional<int> dots_of(Board const& board, IdeaId id);
/// The first meeting on or after `today`, or nothing.
Meeting const* next_meeting(Board const& board, Date today);

/// The meeting that is held now, or nothing. At most one is.
HeldMeeting const* open_meeting(Board const& board);
/// The open pulse, or nothing. At most one is open.
PulseRound const* open_pulse(Board const& board);
Obstacle const* find_obstacle(Board const& board, ObstacleId id);
/// Active participants as they sit around the table; those without a seat last, in the order they came.
std::vector<ParticipantId> around_the_table(Board const& board);

/// What on the board breaks a rule that must always hold, in English, one sentence each; empty is good.
std::vector<std::string> broken_invariants(Board const& board);

} // namespace board
