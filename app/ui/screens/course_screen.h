// *Forløbet*: the course set up by touch, and changed later: a list of what it needs with what is missing, and beside it
// the part that is being filled in. What is written is kept as it is written.
#pragma once

#include "ui/screens/fields.h"

#include <optional>

namespace screens {

enum class CoursePart { Words, Frames, People, Meetings, Deletion };
inline constexpr int course_parts = 5;

struct CourseView {
    std::optional<CoursePart> part{}; ///< nothing: the first that lacks something
    Form form;
    bool filled = false; ///< the fields hold what the board says

    std::optional<board::ParticipantId> person{}; ///< the one being changed; nothing: somebody new
    board::Role role = board::Role::Employee;

    int meetings = 5;                   ///< while none is planned
    std::optional<std::size_t> day{};   ///< the row of days that the picker sets; the one after the last: follow-up
    std::optional<board::Date> month{}; ///< that the picker shows
};

void course_screen(Context& c, CourseView& view);

} // namespace screens
