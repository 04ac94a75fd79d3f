// Where the course has come: which meeting is next, what has happened since the last one, what was decided at one,
// and what waits. All of it is worked out from the board; nothing is kept.
#pragma once

#include "board/board.h"

#include <optional>
#include <vector>

namespace board {

/// Hvor er vi, og hvornår mødes vi igen?
struct SoFar {
    int held = 0;               ///< meetings behind us, at most `planned`; the follow-up is not counted
    int planned = 0;            ///< in the course
    std::optional<int> open{};  ///< the number of the meeting that is under way
    std::optional<Date> next{}; ///< the day of the next meeting or the follow-up, also when it has passed
    bool follow_up = false;     ///< the next, or the open one, is the follow-up
    bool all_held = false;      ///< the follow-up as well
    bool operator==(SoFar const&) const = default;
};
/// By the meetings that were held at the wall; on a board where none was, by the days that have passed.
SoFar so_far(Board const& board, Date today);
/// The planned day of that meeting; the one after the last is the follow-up.
std::optional<Date> planned_day(Board const& board, int no);

/// Siden sidst: what happened after the last meeting's day, or since the beginning.
struct SinceLast {
    std::optional<Date> since{};
    int ideas = 0; ///< written, also those merged since
    int check_ins = 0;
    std::vector<TrialRef> started{}; ///< in the order of the ideas, as all that follows
    std::vector<TrialRef> decided{};
    std::vector<IdeaId> in_operation{};
    std::vector<ObstacleId> answered{};
    bool operator==(SinceLast const&) const = default;
};
SinceLast since_last_meeting(Board const& board);

/// What asks to be taken up now.
struct Waiting {
    std::vector<TrialRef> due{};      ///< klar til opsamling
    std::vector<IdeaId> revisit{};    ///< parked until a day that has come
    std::vector<ObstacleId> leader{}; ///< not answered; those promised earliest first, then those not promised
    bool operator==(Waiting const&) const = default;
};
Waiting waiting(Board const& board, Date today);

/// What was decided on the day of that meeting, to be read back.
struct Decided {
    std::vector<IdeaId> selected{}; ///< and not started yet
    std::vector<TrialRef> started{};
    std::vector<TrialRef> decided{};
    std::vector<IdeaId> parked{};        ///< those never tried; the others are in `decided`
    std::vector<ObstacleId> obstacles{}; ///< raised or answered
    bool empty() const {
        return selected.empty() && started.empty() && decided.empty() && parked.empty() && obstacles.empty();
    }
    bool operator==(Decided const&) const = default;
};
Decided decided_at(Board const& board, HeldMeeting const& meeting);

/// Days for so many meetings, `apart` days from each other, none on a Saturday or a Sunday.
std::vector<Date> spread(Date first, int meetings, int apart);
/// What the method asks of the days between: 14–30, and 8–12 weeks before the follow-up.
inline constexpr int least_days_between = 14, most_days_between = 30, usual_days_between = 21;
inline constexpr int least_follow_up_days = 56, most_follow_up_days = 84, usual_follow_up_days = 70;

} // namespace board
