// The agendas that meetings are opened with, as they were read from assets/agendas. Knows no file.
#pragma once

#include "board/course.h"

#include <array>
#include <vector>

namespace screens {

struct Agendas {
    std::array<std::vector<board::AgendaStep>, 6> of{}; ///< by MeetingKind
};

/// The agenda of that kind of meeting in a course with `planned` meetings: with four, the obstacles are taken at the
/// second (method.md 2).
std::vector<board::AgendaStep> agenda_of(Agendas const& agendas, board::MeetingKind kind, int planned);
/// The course's own agenda for that kind of meeting, or else the one the program brings.
std::vector<board::AgendaStep> agenda_of(Agendas const& agendas, board::Course const& course, board::MeetingKind kind);
/// What all its steps take, minutes.
int minutes_of(std::vector<board::AgendaStep> const& steps);

} // namespace screens
