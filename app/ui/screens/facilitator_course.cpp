// *Møder og forløb*: what the course is called and asks, when the team meets, and the rules it set itself.
#include "board/text_rules.h"
#include "ui/screens/facilitator.h"

#include <algorithm>

namespace screens {

namespace {

constexpr char const* tag = "facilitator/course";
constexpr char const* core_tag = "facilitator/core-task";

void fill(Context const& c, CoursePage& page) {
    auto const& course = c.board.course;
    page.form.set("course/name", course.name, board::max_name_characters);
    page.form.set("course/workplace", course.workplace, board::max_name_characters);
    page.form.set("course/challenge", course.challenge, board::max_idea_characters);
    page.form.set("course/core-task", course.core_task, board::max_idea_characters);
    page.form.write_in("course/name");
    page.filled = true;
}

void take_answers(Context& c, CoursePage& page) {
    if (auto const* answer = c.answer_to(tag); answer && answer->refusal) {
        bool const no_name = page.form.value("course/name").empty();
        page.form.refuse(no_name || page.form.active.empty() ? "course/name" : page.form.active,
                         c.words.refusal(*answer->refusal));
    }
    if (auto const* answer = c.answer_to(core_tag); answer && answer->refusal)
        page.form.refuse("course/core-task", c.words.refusal(*answer->refusal));
}

bool changed(board::Course const& course, Form const& form) {
    return form.value("course/name") != course.name || form.value("course/workplace") != course.workplace ||
           form.value("course/challenge") != course.challenge;
}

} // namespace

void keep_course(Context& c, CoursePage const& page, ui::Rect origin) {
    auto const& form = page.form;
    if (!page.filled)
        return;
    if (changed(c.board.course, form))
        c.ask(board::EditCourse{form.value("course/name"), form.value("course/workplace"),
                                form.value("course/challenge")},
              origin, tag);
    if (form.value("course/core-task") != c.board.course.core_task)
        c.ask(board::WriteFrames{form.value("course/core-task"), c.board.course.frames}, origin, core_tag);
}

namespace {

void words_part(Context& c, CoursePage& page, PageRoom& room) {
    take_answers(c, page);
    bool const wide = !c.ui.portrait();
    float const keys_h = wide ? room.area.h : std::min(keyboard_height(c, room.area.h), room.area.h * 0.5F);
    ui::Rect keys = wide ? room.area.cut_right(room.area.w * 0.54F, 28) : room.area.cut_bottom(keys_h, 20);
    ui::Rect& fields = room.area;
    constexpr float gap = 12;
    float const one = field_height(c, 1), rest = std::max(one, (fields.h - 2 * (one + gap) - gap) / 2);
    text_field(c, page.form, "course/name", fields.cut_top(one, gap), c.words.get("facilitator.course_name"));
    text_field(c, page.form, "course/workplace", fields.cut_top(one, gap), c.words.get("facilitator.workplace"));
    text_field(c, page.form, "course/challenge", fields.cut_top(std::min(rest, field_height(c, 4)), gap),
               c.words.get("facilitator.challenge"), c.words.get("facilitator.challenge_hint"));
    text_field(c, page.form, "course/core-task", fields.cut_top(std::min(rest, field_height(c, 3)), gap),
               c.words.get("facilitator.core_task"), c.words.get("facilitator.core_task_hint"));
    if (wide)
        keys = keys.cut_bottom(std::min(keys.h, keyboard_height(c, keys.h)));
    form_keyboard(c, page.form, "course", keys);
    ui::Rect const origin = room.band;
    bool const saves = page_button(c, room, "course/save", c.words.get("common.save"));
    if (saves)
        page.form.stop_writing();
    if (save_is_due(c, page.form) || saves) // as it is written: nothing is lost when the pages lock themselves
        keep_course(c, page, origin);
}

} // namespace

void course_page(Context& c, FacilitatorView& view, WallFacts const&, PageRoom room) {
    auto& page = view.course;
    if (!page.filled)
        fill(c, page);
    page_heading(c, room.area, c.words.get("facilitator.course"), c.words.get("facilitator.course_about"));
    int const part = page_parts(c, "course/part", room.area,
                                {c.words.get("facilitator.part_words"), c.words.get("facilitator.part_meetings"),
                                 c.words.get("facilitator.part_rules")},
                                static_cast<int>(page.part));
    if (part >= 0)
        page.part = static_cast<CoursePage::Part>(part);
    switch (page.part) {
    case CoursePage::Part::Words: return words_part(c, page, room);
    case CoursePage::Part::Meetings: return meetings_part(c, page, room);
    case CoursePage::Part::Rules: return rules_part(c, room.area);
    }
}

} // namespace screens
