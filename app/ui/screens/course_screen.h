// *Forløbet*: the course set up by touch, and changed later: a list of what it needs with what is missing, and beside it
// the part that is being filled in. What is written is kept as it is written.
#pragma once

#include "ui/screens/fields.h"

#include <optional>

namespace screens {

inline constexpr int course_parts = static_cast<int>(CoursePart::Deletion) + 1;

struct CourseView {
    std::optional<CoursePart> part{}; ///< nothing: the first that lacks something
    Screen back = Screen::Board;      ///< where it was opened from
    Form form;
    bool filled = false; ///< the fields hold what the board says

    std::optional<board::ParticipantId> person{}; ///< the one being changed; nothing: somebody new
    board::Role role = board::Role::Employee;

    int meetings = 5;                   ///< while none is planned
    std::optional<std::size_t> day{};   ///< the row of days that the picker sets; the one after the last: follow-up
    std::optional<board::Date> month{}; ///< that the picker shows
};

/// It is gone to from another screen, perhaps to one of its parts.
void open_course(CourseView& view, std::optional<CoursePart> part, Screen from);
void course_screen(Context& c, CourseView& view);

} // namespace screens
