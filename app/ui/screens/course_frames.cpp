// *Rammer*: what the leader has said may be decided here, beside the core task. One form, in the setup and on the
// leader's page.
#include "board/text_rules.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

constexpr char const* tag = "course/frames";

struct Field {
    char const* id;
    char const* question;
    char const* hint;
};
constexpr Field fields[] = {
    {"frames/can-decide", "frames.can_decide", "frames.can_decide_hint"},
    {"frames/must-ask", "frames.must_ask", "frames.must_ask_hint"},
    {"frames/fixed", "frames.fixed", "frames.fixed_hint"},
    {"frames/core-task", "frames.core_task", "frames.core_task_hint"},
};

} // namespace

void fill_frames(Form& form, board::Course const& course) {
    form.set("frames/can-decide", course.frames.can_decide, board::max_field_characters);
    form.set("frames/must-ask", course.frames.must_ask, board::max_field_characters);
    form.set("frames/fixed", course.frames.fixed, board::max_field_characters);
    form.set("frames/core-task", course.core_task, board::max_idea_characters);
}

void frames_fields(Context& c, Form& form, ui::Rect area) {
    constexpr float gap = 14;
    auto const n = static_cast<float>(std::size(fields));
    float const height = std::min((area.h - gap * (n - 1)) / n, field_height(c, 4));
    for (auto const& field : fields)
        text_field(c, form, field.id, area.cut_top(height, gap), c.words.get(field.question), c.words.get(field.hint));
}

void save_frames(Context& c, Form const& form, ui::Rect origin) {
    board::WriteFrames const wish{.core_task = form.value("frames/core-task"),
                                  .frames = {.can_decide = form.value("frames/can-decide"),
                                             .must_ask = form.value("frames/must-ask"),
                                             .fixed = form.value("frames/fixed")}};
    if (wish.core_task != c.board.course.core_task || wish.frames != c.board.course.frames)
        c.ask(wish, origin, tag);
}

void take_frames_answer(Context& c, Form& form) {
    auto const* answer = c.answer_to(tag);
    if (!answer || !answer->refusal)
        return;
    auto const blamed = field_to_blame(form, answer->refusal->rule,
                                       {"frames/can-decide", "frames/must-ask", "frames/fixed", "frames/core-task"});
    form.refuse(blamed.empty() ? "frames/core-task" : blamed, c.words.refusal(*answer->refusal));
}

void course_frames(Context& c, CourseView& view, ui::Rect area) {
    if (!view.filled) {
        fill_frames(view.form, c.board.course);
        view.form.write_in("frames/can-decide");
        view.filled = true;
    }
    take_frames_answer(c, view.form);
    ui::Rect const keys = area.cut_bottom(std::min(keyboard_height(c, area.h * 0.42F), area.h * 0.5F), 18);
    constexpr float gap = 14;
    // Two beside each other: with the keyboard under them four in a column would be a line high.
    float const height = (area.h - gap) / 2, width = (area.w - gap) / 2;
    for (std::size_t i = 0; i < std::size(fields); ++i) {
        auto const across = static_cast<float>(i % 2), down = static_cast<float>(i / 2);
        text_field(c, view.form, fields[i].id,
                   {area.x + across * (width + gap), area.y + down * (height + gap), width, height},
                   c.words.get(fields[i].question), c.words.get(fields[i].hint));
    }
    form_keyboard(c, view.form, "frames", keys);
    if (save_is_due(c, view.form))
        save_frames(c, view.form, area);
}

} // namespace screens
