// The rules for meetings as they are held: opened with an agenda, led step by step, closed.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <algorithm>
#include <cassert>

namespace board {

namespace {

constexpr int longest_step = 240; // minutes

} // namespace

std::vector<AgendaStep> taken_in(std::vector<AgendaStep> steps, Intake& intake) {
    for (AgendaStep& step : steps) {
        step.title = intake.needed_text(step.title, max_name_characters);
        step.hint = intake.text(step.hint, max_idea_characters);
        step.minutes = intake.number(step.minutes, 1, longest_step);
    }
    return steps;
}

namespace {

/// Each once; only people who take part.
std::vector<ParticipantId> known(Board const& board, std::vector<ParticipantId> const& ids) {
    std::vector<ParticipantId> kept;
    for (Participant const& who : board.participants)
        if (std::find(ids.begin(), ids.end(), who.id) != ids.end())
            kept.push_back(who.id);
    return kept;
}

/// The open meeting's event, or why there is none.
template <class Make> Answer in_open_meeting(Board const& board, Make make) {
    HeldMeeting const* meeting = open_meeting(board);
    if (!meeting)
        return refuse(Rule::NoOpenMeeting);
    return make(*meeting);
}

} // namespace

Answer answer(Board const& board, OpenMeeting const& wish, Now now) {
    if (board.course.closed_on)
        return refuse(Rule::CourseIsClosed);
    if (open_meeting(board))
        return refuse(Rule::MeetingAlreadyOpen);
    if (wish.steps.empty() || wish.steps.size() > most_agenda_steps)
        return refuse(Rule::AgendaOutOfRange, static_cast<std::int64_t>(most_agenda_steps));
    Intake intake;
    int const no = static_cast<int>(board.meetings.size()) + 1;
    MeetingOpened event{.no = no,
                        .kind = wish.kind.value_or(kind_of_meeting(no, static_cast<int>(board.course.meetings.size()))),
                        .steps = taken_in(wish.steps, intake),
                        .away = known(board, wish.away),
                        .on = now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, BeginStep const& wish, Now) {
    return in_open_meeting(board, [&](HeldMeeting const& meeting) -> Answer {
        if (wish.step < 0 || wish.step >= static_cast<int>(meeting.steps.size()))
            return refuse(Rule::NoSuchStep);
        return grant(StepBegun{meeting.no, wish.step});
    });
}

Answer answer(Board const& board, PauseClock const&, Now) {
    return in_open_meeting(board, [](HeldMeeting const& meeting) { return grant(ClockPaused{meeting.no}); });
}

Answer answer(Board const& board, ResumeClock const&, Now) {
    return in_open_meeting(board, [](HeldMeeting const& meeting) { return grant(ClockResumed{meeting.no}); });
}

Answer answer(Board const& board, AddMinutes const& wish, Now) {
    return in_open_meeting(board, [&](HeldMeeting const& meeting) -> Answer {
        int const given = meeting.steps[static_cast<std::size_t>(meeting.step)].extra_minutes;
        if (wish.minutes < 1 || given + wish.minutes > longest_step)
            return refuse(Rule::NumberOutOfRange, longest_step);
        return grant(MinutesAdded{meeting.no, meeting.step, wish.minutes});
    });
}

Answer answer(Board const& board, SetAway const& wish, Now) {
    return in_open_meeting(board, [&](HeldMeeting const& meeting) {
        return grant(AwaySet{meeting.no, known(board, wish.away)});
    });
}

Answer answer(Board const& board, ChangeAgenda const& wish, Now) {
    return in_open_meeting(board, [&](HeldMeeting const& meeting) -> Answer {
        if (wish.rest.size() + static_cast<std::size_t>(meeting.step) + 1 > most_agenda_steps)
            return refuse(Rule::AgendaOutOfRange, static_cast<std::int64_t>(most_agenda_steps));
        Intake intake;
        AgendaChanged event{meeting.no, taken_in(wish.rest, intake)};
        if (intake.refusal())
            return refuse(*intake.refusal());
        return grant(std::move(event));
    });
}

Answer answer(Board const& board, CloseMeeting const&, Now) {
    return in_open_meeting(board, [&](HeldMeeting const& meeting) -> Answer {
        if (open_round(board))
            return refuse(Rule::RoundIsOpen);
        return grant(MeetingClosed{meeting.no});
    });
}

Answer answer(Board const&, KeepAgenda const& wish, Now) {
    if (wish.steps.size() > most_agenda_steps)
        return refuse(Rule::AgendaOutOfRange, static_cast<std::int64_t>(most_agenda_steps));
    Intake intake;
    AgendaKept event{wish.kind, taken_in(wish.steps, intake)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer([[maybe_unused]] Board const& board, RaiseObstacle const& wish, Now now) {
    assert(!find_obstacle(board, wish.id)); // whoever asks makes a new id
    Intake intake{wish.personal};
    ObstacleRaised event{wish.id, intake.needed_text(wish.text, max_idea_characters), now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, PromiseAnswer const& wish, Now now) {
    Obstacle const* obstacle = find_obstacle(board, wish.id);
    if (!obstacle || obstacle->answered_on) // what is answered waits for no answer
        return refuse(Rule::NoSuchObstacle);
    if (wish.by < now.today)
        return refuse(Rule::RevisitInPast);
    return grant(AnswerPromised{wish.id, wish.by});
}

Answer answer(Board const& board, AnswerObstacle const& wish, Now now) {
    if (!find_obstacle(board, wish.id))
        return refuse(Rule::NoSuchObstacle);
    Intake intake;
    ObstacleAnswered event{wish.id, intake.needed_text(wish.answer, max_field_characters), now.today};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

} // namespace board
