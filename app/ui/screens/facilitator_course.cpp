// *Møder og forløb*: what the course is called and asks, when the team meets, and the rules it set itself.
#include "board/text_rules.h"
#include "ui/screens/facilitator.h"

namespace screens {

namespace {

constexpr char const* tag = "facilitator/course";

void fill(Context const& c, CoursePage& page) {
    auto const& course = c.board.course;
    page.form.set("course/name", course.name, board::max_name_characters);
    page.form.set("course/workplace", course.workplace, board::max_name_characters);
    page.form.set("course/challenge", course.challenge, board::max_idea_characters);
    page.form.write_in("course/name");
    page.filled = true;
}

void words_part(Context& c, CoursePage& page, PageRoom& room) {
    if (auto const* answer = c.answer_to(tag); answer && answer->refusal)
        page.form.refuse("course/name", c.words.refusal(*answer->refusal));
    ui::Rect fields = c.ui.portrait() ? room.area.cut_top(room.area.h * 0.45F, 20)
                                      : room.area.cut_left(room.area.w * 0.44F, 28);
    text_field(c, page.form, "course/name", fields.cut_top(field_height(c, 1), 14),
               c.words.get("facilitator.course_name"));
    text_field(c, page.form, "course/workplace", fields.cut_top(field_height(c, 1), 14),
               c.words.get("facilitator.workplace"));
    text_field(c, page.form, "course/challenge", fields.cut_top(std::min(fields.h, field_height(c, 4))),
               c.words.get("facilitator.challenge"), c.words.get("facilitator.challenge_hint"));
    form_keyboard(c, page.form, "course", room.area.cut_top(std::min(room.area.h, keyboard_height(c, room.area.h))));
    ui::Rect const origin = room.band;
    if (page_button(c, room, "course/save", c.words.get("common.save")))
        c.ask(board::EditCourse{page.form.value("course/name"), page.form.value("course/workplace"),
                                page.form.value("course/challenge")},
              origin, tag);
}

} // namespace

void course_page(Context& c, FacilitatorView& view, WallFacts const&, PageRoom room) {
    auto& page = view.course;
    if (!page.filled)
        fill(c, page);
    page_heading(c, room.area, c.words.get("facilitator.course"), c.words.get("facilitator.course_about"));
    words_part(c, page, room);
}

} // namespace screens
