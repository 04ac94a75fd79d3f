// The rules for the course itself: its words, its meetings, its settings and who takes part.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <algorithm>
#include <cassert>

namespace board {

namespace {

constexpr int highest_setting = 5;
constexpr int largest_smallest_group = 20;

bool in_range(Settings const& settings) {
    auto const is_setting = [](int value) { return value >= 1 && value <= highest_setting; };
    return is_setting(settings.wip_limit) && is_setting(settings.max_dots_per_idea);
}

/// Too small a group would tell who answered what (method.md 3.4); and a day has 24 hours.
std::optional<Refusal> out_of_range(Settings const& settings) {
    constexpr int last_minute = 24 * 60 - 1;
    if (settings.smallest_group < fewest_pulse_answers || settings.smallest_group > largest_smallest_group)
        return refuse(Rule::SmallestGroupOutOfRange, largest_smallest_group, fewest_pulse_answers).value();
    if (settings.meetings_start < 0 || settings.meetings_start > last_minute)
        return refuse(Rule::NumberOutOfRange, last_minute).value();
    return std::nullopt;
}

Frames taken_in(Frames const& frames, Intake& intake) {
    return {.can_decide = intake.text(frames.can_decide, max_field_characters),
            .must_ask = intake.text(frames.must_ask, max_field_characters),
            .fixed = intake.text(frames.fixed, max_field_characters)};
}

/// An idea that is being tried, or about to be.
bool is_loose(Idea const& idea) { return idea.stage == Stage::Selected || idea.stage == Stage::Test; }

std::vector<Date> days_of(std::vector<Meeting> const& meetings) {
    std::vector<Date> days;
    for (Meeting const& meeting : meetings)
        days.push_back(meeting.date);
    return days;
}

} // namespace

Answer answer(Board const&, CreateCourse const& wish, Now) {
    Intake intake;
    Course course = wish.course;
    course.name = intake.needed_text(course.name, max_name_characters);
    course.workplace = intake.text(course.workplace, max_name_characters);
    course.challenge = intake.text(course.challenge, max_field_characters);
    course.core_task = intake.text(course.core_task, max_idea_characters);
    course.frames = taken_in(course.frames, intake);
    for (OwnAgenda& own : course.agendas)
        own.steps = taken_in(std::move(own.steps), intake);
    course.meetings = meetings_on(days_of(course.meetings));
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (!in_range(course.settings))
        return refuse(Rule::SettingOutOfRange, highest_setting);
    if (auto refusal = out_of_range(course.settings))
        return refuse(std::move(*refusal));
    return grant(CourseCreated{std::move(course)});
}

Answer answer(Board const&, EditCourse const& wish, Now) {
    Intake intake;
    CourseEdited event{.name = intake.needed_text(wish.name, max_name_characters),
                       .workplace = intake.text(wish.workplace, max_name_characters),
                       .challenge = intake.text(wish.challenge, max_field_characters)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const&, PlanMeetings const& wish, Now) {
    return grant(MeetingsPlanned{days_of(meetings_on(wish.dates)), wish.follow_up});
}

Answer answer(Board const& board, ChangeSettings const& wish, Now) {
    int const running = running_trials(board);
    if (!in_range(wish.settings) || wish.settings.wip_limit < running)
        return refuse(Rule::SettingOutOfRange, highest_setting, running);
    if (auto refusal = out_of_range(wish.settings))
        return refuse(std::move(*refusal));
    return grant(SettingsChanged{wish.settings});
}

Answer answer(Board const&, WriteFrames const& wish, Now) {
    Intake intake;
    FramesWritten event{.core_task = intake.text(wish.core_task, max_idea_characters),
                        .frames = taken_in(wish.frames, intake)};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const&, SetDeletionDate const& wish, Now now) {
    if (wish.on && *wish.on < now.today)
        return refuse(Rule::RevisitInPast);
    return grant(DeletionDateSet{wish.on});
}

/// Invariant 18 of method.md 7.5.
Answer answer(Board const& board, CloseCourse const&, Now now) {
    if (board.course.closed_on)
        return refuse(Rule::CourseIsClosed);
    if (open_meeting(board))
        return refuse(Rule::MeetingAlreadyOpen);
    if (open_round(board))
        return refuse(Rule::RoundIsOpen);
    if (open_pulse(board))
        return refuse(Rule::PulseAlreadyOpen);
    auto const loose = std::count_if(board.ideas.begin(), board.ideas.end(), is_loose);
    if (loose > 0)
        return refuse(Rule::LooseEnds, 0, loose);
    return grant(CourseClosed{now.today});
}

Answer answer(Board const& board, SeatParticipants const& wish, Now) {
    for (ParticipantId const id : wish.around)
        if (!find_participant(board, id))
            return refuse(Rule::NoSuchParticipant);
    return grant(ParticipantsSeated{wish.around});
}

Answer answer([[maybe_unused]] Board const& board, AddParticipant const& wish, Now) {
    assert(!find_participant(board, wish.id)); // whoever asks makes a new id
    Intake intake;
    ParticipantAdded event{wish.id, intake.needed_text(wish.name, max_name_characters), wish.role};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

Answer answer(Board const& board, EditParticipant const& wish, Now) {
    if (!find_participant(board, wish.id))
        return refuse(Rule::NoSuchParticipant);
    Intake intake;
    ParticipantEdited event{wish.id, intake.needed_text(wish.name, max_name_characters), wish.role, wish.active};
    if (intake.refusal())
        return refuse(*intake.refusal());
    return grant(std::move(event));
}

} // namespace board
