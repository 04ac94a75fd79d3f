// The meetings (møder) as they are held: the agenda, the step that is on, and its clock. Times come from the
// events, so that a clock is right again after a pulled plug.
#pragma once

#include "board/date.h"
#include "board/ids.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace board {

/// Opstart, læring, forhindringer, skalering, afslutning, opfølgning: method.md 2.1–2.6.
enum class MeetingKind { Start, Learning, Obstacles, Scaling, Closing, FollowUp };

/// What a step of the agenda opens on the wall.
enum class StepOpens {
    Nothing,
    Frames,
    Round,
    Silent,
    Board,
    Vote,
    Trials,
    Pulse,
    Obstacles,
    Scaling,
    Effect,
    Farewell ///< decisions read back, and the next date
};

/// An agenda has 1 to so many steps.
inline constexpr std::size_t most_agenda_steps = 20;

/// Punkt på dagsordenen.
struct AgendaStep {
    std::string title;
    std::string hint; ///< what the facilitator does; may be empty
    int minutes = 5;  ///< 1–240
    StepOpens opens = StepOpens::Nothing;
    bool operator==(AgendaStep const&) const = default;
};

/// A step of a meeting under way.
struct HeldStep {
    AgendaStep plan;
    int extra_minutes = 0;             ///< given to it on the way
    std::chrono::milliseconds used{0}; ///< before its clock was started last
    bool operator==(HeldStep const&) const = default;
};

/// Møde, holdt eller i gang.
struct HeldMeeting {
    int no = 0; ///< 1, 2, 3 … as they were held; the follow-up is the last
    MeetingKind kind = MeetingKind::Start;
    Date on;
    Instant opened_at;
    std::vector<HeldStep> steps;
    int step = 0;                         ///< the one that is on, from 0
    std::optional<Instant> running_since; ///< of the step's clock; nothing: paused, or closed
    std::vector<ParticipantId> away;      ///< who is not there today; exports tell only how many are
    std::optional<Instant> closed_at;
    bool operator==(HeldMeeting const&) const = default;
};

/// What the step's clock shows at `at`: never negative, whatever the wall's clock did.
std::chrono::milliseconds time_used(HeldMeeting const& meeting, int step, Instant at);
/// Its minutes with those given on the way, less what is used; negative when it has run over.
std::chrono::milliseconds time_left(HeldMeeting const& meeting, int step, Instant at);

/// The kind of meeting `no` in a course with that many meetings, five where none are planned; the one after the last
/// is the follow-up.
MeetingKind kind_of_meeting(int no, int meetings);

/// Forhindring: what only the leader can remove.
struct Obstacle {
    ObstacleId id;
    std::string text;
    Date raised_on;
    std::optional<Date> promised{}; ///< lovet svar
    std::string answer{};           ///< empty until it is answered
    std::optional<Date> answered_on{};
    bool operator==(Obstacle const&) const = default;
};

} // namespace board
