// The rules for the course itself: its words, its meetings, its settings and who takes part.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <cassert>

namespace board {

namespace {

constexpr int highest_setting = 5;

bool in_range(Settings const& settings) {
    auto const is_setting = [](int value) { return value >= 1 && value <= highest_setting; };
    return is_setting(settings.wip_limit) && is_setting(settings.max_dots_per_idea);
}

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
    course.meetings = meetings_on(days_of(course.meetings));
    if (intake.refusal())
        return refuse(*intake.refusal());
    if (!in_range(course.settings))
        return refuse(Rule::SettingOutOfRange, highest_setting);
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
    return grant(SettingsChanged{wish.settings});
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
