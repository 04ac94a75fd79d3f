// What the parts of *Forløbet* and *Lederens side* share. Only for course_*.cpp and leader_*.cpp.
#pragma once

#include "ui/screens/course_screen.h"

namespace screens {

/// What the checklist says of a part.
struct PartState {
    bool done = false;
    std::string said; ///< what stands there, or what is missing
};
PartState state_of(Context const& c, CoursePart part);

void course_words(Context& c, CourseView& view, ui::Rect area);
void course_frames(Context& c, CourseView& view, ui::Rect area);
void course_people(Context& c, CourseView& view, ui::Rect area);
void course_meetings(Context& c, CourseView& view, ui::Rect area);
void course_rules(Context& c, ui::Rect area);
PartState closing_state(Context const& c);
void course_closing(Context& c, CourseView& view, ui::Rect area);

/// The four fields of the frames: core task, may decide, must ask, is fixed.
void fill_frames(Form& form, board::Course const& course);
void frames_fields(Context& c, Form& form, ui::Rect area);
/// Asks for what was written there, where it differs; refusals come back at the fields.
void save_frames(Context& c, Form const& form, ui::Rect origin);
void take_frames_answer(Context& c, Form& form);

/// A row in a list that can be picked: white, or with an accent outline; true when tapped.
bool pick_row(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool picked,
              std::string const& value = {});
float course_row_height(Context const& c);
std::string role_name(Context const& c, board::Role role);

} // namespace screens
