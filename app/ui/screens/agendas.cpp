#include "ui/screens/agendas.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int without_obstacles_meeting = 4;

bool opens(board::AgendaStep const& step, board::StepOpens what) { return step.opens == what; }

} // namespace

std::vector<board::AgendaStep> agenda_of(Agendas const& agendas, board::MeetingKind kind, int planned) {
    using board::MeetingKind;
    auto steps = agendas.of[static_cast<std::size_t>(kind)];
    if (kind != MeetingKind::Learning || planned != without_obstacles_meeting)
        return steps;
    auto const& other = agendas.of[static_cast<std::size_t>(MeetingKind::Obstacles)];
    auto const moved = std::find_if(other.begin(), other.end(),
                                    [](auto const& step) { return opens(step, board::StepOpens::Obstacles); });
    auto const review = std::find_if(steps.begin(), steps.end(),
                                     [](auto const& step) { return opens(step, board::StepOpens::Trials); });
    if (moved != other.end())
        steps.insert(review == steps.end() ? review : review + 1, *moved);
    return steps;
}

std::vector<board::AgendaStep> agenda_of(Agendas const& agendas, board::Course const& course, board::MeetingKind kind) {
    auto const* own = board::own_agenda(course, kind);
    return own ? own->steps : agenda_of(agendas, kind, static_cast<int>(course.meetings.size()));
}

int minutes_of(std::vector<board::AgendaStep> const& steps) {
    int all = 0;
    for (auto const& step : steps)
        all += step.minutes;
    return all;
}

} // namespace screens
