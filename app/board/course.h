// The course (forløb) around the ideas: who takes part, when the team meets, and the rules it set.
#pragma once

#include "board/date.h"
#include "board/ids.h"
#include "board/meeting.h"

#include <optional>
#include <string>
#include <vector>

namespace board {

/// Rolle.
enum class Role { Employee, Leader, Facilitator };

/// Deltager: a display name and a role. Nothing else is kept about a person.
struct Participant {
    ParticipantId id;
    std::string name;
    Role role = Role::Employee;
    bool active = true;
    bool operator==(Participant const&) const = default;
};

/// Møde: one of the 4–5 meetings, as it is planned. How it was held: board/meeting.h.
struct Meeting {
    int no = 0; ///< 1 … n in the order of their dates
    Date date;
    bool operator==(Meeting const&) const = default;
};

/// Indstillinger: what a team may set for itself.
struct Settings {
    int wip_limit = 3;         ///< trials running at once, 1–5
    int max_dots_per_idea = 1; ///< a person's dots on one idea, 1–5
    bool leader_votes = true;
    bool leader_last = true;     ///< the leader's ballot comes after the others'
    int smallest_group = 5;      ///< fewer pulse answers are never shown; 5–20
    int meetings_start = 9 * 60; ///< minutes after midnight, the wall's local time
    bool operator==(Settings const&) const = default;
};

/// Rammer: what the leader has said may be decided here.
struct Frames {
    std::string can_decide; ///< det kan vi selv bestemme
    std::string must_ask;   ///< det skal vi spørge om
    std::string fixed;      ///< det ligger fast
    bool operator==(Frames const&) const = default;
};

/// Egen dagsorden: what the team has for that kind of meeting in place of the one the program brings.
struct OwnAgenda {
    MeetingKind kind = MeetingKind::Start;
    std::vector<AgendaStep> steps; ///< 1–20
    bool operator==(OwnAgenda const&) const = default;
};

/// Forløb.
struct Course {
    std::string name;
    std::string workplace; ///< arbejdsplads
    std::string challenge; ///< udfordring, »Hvordan kan vi …?«
    std::vector<Meeting> meetings;
    std::optional<Date> follow_up; ///< opfølgning
    Settings settings;
    std::string core_task{}; ///< kerneopgave
    Frames frames{};
    std::optional<Date> delete_on{};  ///< slettedato
    std::optional<Date> closed_on{};  ///< afsluttet
    std::vector<OwnAgenda> agendas{}; ///< one a kind at most, in the order of the kinds
    bool fictional = false;           ///< »Fiktive eksempeldata« is shown while this holds
    bool operator==(Course const&) const = default;
};

/// The course's own agenda for that kind of meeting, or null.
OwnAgenda const* own_agenda(Course const& course, MeetingKind kind);
/// Meetings on these days, numbered in the order of the days; a day counts once.
std::vector<Meeting> meetings_on(std::vector<Date> days);

} // namespace board
