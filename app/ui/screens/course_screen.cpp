#include "board/so_far.h"
#include "board/text_rules.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/meeting_clock.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr char const* words_tag = "course/words";
constexpr int fewest_meetings = 4;
constexpr float list_gap = 14, tallest_row = 120;

std::string part_name(Context const& c, CoursePart part) {
    constexpr std::array keys = {"course.words",    "course.frames", "course.people",
                                 "course.meetings", "course.rules",  "course.closing"};
    return c.words.get(keys[static_cast<std::size_t>(part)]);
}

std::string short_day(Context const& c, board::Date day) {
    return text::date(c.language(), day, text::DateStyle::Short);
}

PartState words_state(Context const& c) {
    auto const& course = c.board.course;
    if (course.name == c.words.get("cli.new_course"))
        return {false, c.words.get("course.needs_name")};
    if (course.challenge.empty())
        return {false, c.words.get("course.needs_challenge")};
    return {true, course.challenge};
}

PartState frames_state(Context const& c) {
    auto const& frames = c.board.course.frames;
    auto const written = static_cast<std::int64_t>(!frames.can_decide.empty()) + !frames.must_ask.empty() +
                         !frames.fixed.empty();
    if (written == 0)
        return {false, c.words.get("course.needs_frames")};
    return {written == 3, c.words.say("course.frames_written", {{"n", written}})};
}

PartState people_state(Context const& c) {
    std::int64_t people = 0;
    bool leader = false;
    for (auto const& who : c.board.participants)
        if (who.active)
            ++people, leader = leader || who.role == board::Role::Leader;
    if (people == 0)
        return {false, c.words.get("course.needs_people")};
    if (!leader)
        return {false, c.words.say("course.needs_leader", {{"n", people}})};
    return {true, c.words.say("course.people_are", {{"n", people}})};
}

PartState meetings_state(Context const& c) {
    auto const& course = c.board.course;
    if (course.meetings.empty())
        return {false, c.words.get("course.needs_days")};
    auto const n = static_cast<std::int64_t>(course.meetings.size());
    auto const first = short_day(c, course.meetings.front().date), last = short_day(c, course.meetings.back().date);
    if (!course.follow_up)
        return {false, c.words.say("course.needs_follow_up", {{"n", n}})};
    return {n >= fewest_meetings, c.words.say("course.meetings_are", {{"n", n}, {"first", first}, {"last", last}})};
}

/// A team that has set nothing has the usual rules: nothing is missing.
PartState rules_state(Context const& c) {
    return {true, c.words.say("course.rules_are", {{"n", std::int64_t{c.board.course.settings.wip_limit}}})};
}

std::optional<CoursePart> first_missing(Context const& c, int from = 0) {
    for (int i = 0; i < course_parts; ++i) {
        auto const part = static_cast<CoursePart>((from + i) % course_parts);
        if (!state_of(c, part).done)
            return part;
    }
    return {};
}

void save_words(Context& c, CourseView const& view, ui::Rect origin) {
    auto const& course = c.board.course;
    board::EditCourse wish{view.form.value("course/name"), view.form.value("course/workplace"),
                           view.form.value("course/challenge")};
    if (wish.name.empty() && course.name == c.words.get("cli.new_course"))
        wish.name = course.name; // the rest is kept, though nobody has named it yet
    if (view.filled &&
        (wish.name != course.name || wish.workplace != course.workplace || wish.challenge != course.challenge))
        c.ask(wish, origin, words_tag);
}

void save(Context& c, CourseView const& view, ui::Rect origin) {
    if (view.part == CoursePart::Words)
        save_words(c, view, origin);
    if (view.part == CoursePart::Frames && view.filled)
        save_frames(c, view.form, origin);
}

void turn_to_part(Context& c, CourseView& view, CoursePart part, ui::Rect origin) {
    save(c, view, origin);
    view = {.part = part, .back = view.back, .form = {}, .meetings = view.meetings};
    c.ui.wake_now();
}

void checklist_row(Context& c, CourseView& view, CoursePart part, ui::Rect row) {
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    auto const state = state_of(c, part);
    if (pick_row(c, "course/part/" + std::to_string(static_cast<int>(part) + 1), row, part_name(c, part),
                 view.part == part, state.done ? "done" : "missing"))
        turn_to_part(c, view, part, row);
    ui::Vec2 const mark{row.x + 52, row.centre().y};
    if (state.done) {
        canvas.disc(mark, 26, ui::colour::scale);
        canvas.icon(ui::Icon::Check, mark, 30, ui::colour::white);
    } else {
        canvas.dashed_ring(mark, 25, 4, ui::colour::coral);
    }
    ui::Rect words{row.x + 100, 0, row.w - 124, line_height(theme.button)};
    words.y = row.centre().y - (words.h + line_height(theme.small)) / 2;
    ui::label_centred(c.ui, part_name(c, part), words, theme.button, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, state.said, {words.x, words.bottom(), words.w, line_height(theme.small)},
                      quiet(theme.small), state.done ? ui::colour::soft : ui::colour::coral_text, ui::Align::Left);
}

/// At the left, or on an upright wall above the part in two columns.
void checklist(Context& c, CourseView& view, ui::Rect area) {
    int const columns = c.ui.portrait() ? 2 : 1, rows = (course_parts + columns - 1) / columns;
    auto const height = (area.h - list_gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    float const width = (area.w - list_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (int i = 0; i < course_parts; ++i)
        checklist_row(c, view, static_cast<CoursePart>(i),
                      {area.x + static_cast<float>(i % columns) * (width + list_gap),
                       area.y + static_cast<float>(i / columns) * (std::min(height, tallest_row) + list_gap), width,
                       std::min(height, tallest_row)});
}

void ways(Context& c, CourseView& view) {
    ui::Rect band = page_band(c);
    ui::Rect const whole = band;
    auto const missing = first_missing(c, view.part ? static_cast<int>(*view.part) + 1 : 0);
    auto const next = missing && missing != view.part ? missing : std::nullopt;
    if (next) {
        if (band_button(c, band, Side::Right,
                        {.id = "course/next",
                         .label = c.words.say("course.next", {{"part", part_name(c, *next)}}),
                         .look = ui::ButtonLook::Primary}))
            turn_to_part(c, view, *next, whole);
    } else if (band_button(c, band, Side::Right,
                           {.id = "course/to-meeting",
                            .label = c.words.get("course.to_meeting"),
                            .look = ui::ButtonLook::Primary})) {
        c.requests.emplace_back(GoTo{.screen = Screen::Meeting});
    }
    auto const& back = c.words.get(view.back == Screen::Board ? "meeting.to_board" : "common.back");
    if (band_button(c, band, Side::Left, {.id = "course/back", .label = back}))
        c.requests.emplace_back(GoTo{.screen = view.back});
}

} // namespace

PartState state_of(Context const& c, CoursePart part) {
    switch (part) {
    case CoursePart::Words: return words_state(c);
    case CoursePart::Frames: return frames_state(c);
    case CoursePart::People: return people_state(c);
    case CoursePart::Meetings: return meetings_state(c);
    case CoursePart::Rules: return rules_state(c);
    case CoursePart::Deletion: break;
    }
    return closing_state(c);
}

float course_row_height(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

bool pick_row(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool picked,
              std::string const& value) {
    auto const touch = c.ui.touch({.id = id, .label = label, .value = value, .rect = rect});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, touch.pressed ? ui::colour::lane : ui::colour::white);
    canvas.outline(rect, ui::radius::card, picked ? 4.0F : 2.0F, picked ? ui::colour::accent : ui::colour::line);
    return touch.tapped;
}

void course_words(Context& c, CourseView& view, ui::Rect area) {
    auto& form = view.form;
    auto const& course = c.board.course;
    if (!view.filled) {
        bool const unnamed = course.name == c.words.get("cli.new_course");
        form.set("course/name", course.name, board::max_name_characters);
        form.set("course/workplace", course.workplace, board::max_name_characters);
        form.set("course/challenge", course.challenge, board::max_field_characters);
        if (unnamed) // a ready name would only have to be rubbed out
            form.set("course/name", {}, board::max_name_characters);
        form.write_in(unnamed || !course.challenge.empty() ? "course/name" : "course/challenge");
        view.filled = true;
    }
    if (auto const* answer = c.answer_to(words_tag); answer && answer->refusal) {
        auto const blamed = field_to_blame(form, answer->refusal->rule,
                                           {"course/name", "course/workplace", "course/challenge"});
        form.refuse(blamed.empty() ? "course/name" : blamed, c.words.refusal(*answer->refusal));
    }
    float const keys = keyboard_height(c, area.h * 0.46F);
    ui::Rect const below = area.cut_bottom(std::min(keys, area.h * 0.5F), 18);
    float const one = std::min(field_height(c, 1), (area.h - 2 * 14) / 3);
    ui::Rect row = area.cut_top(one, 14);
    text_field(c, form, "course/name", row.cut_left((row.w - 14) / 2, 14), c.words.get("course.course_name"));
    text_field(c, form, "course/workplace", row, c.words.get("course.workplace"));
    text_field(c, form, "course/challenge", area.cut_top(std::min(area.h, field_height(c, 4))),
               c.words.get("course.challenge"), c.words.get("course.challenge_hint"));
    form_keyboard(c, form, "course", below);
    if (save_is_due(c, form))
        save_words(c, view, row);
}

void open_course(CourseView& view, std::optional<CoursePart> part, Screen from) {
    if (part)
        view = {.part = part, .form = {}, .meetings = view.meetings};
    bool const leads_back = from == Screen::Facilitator || from == Screen::Round || from == Screen::Meeting;
    view.back = leads_back ? from : Screen::Board;
}

void course_screen(Context& c, CourseView& view) {
    if (!view.part)
        view.part = first_missing(c).value_or(CoursePart::Words);
    header(c, {.subtitle = c.words.get("course.title"), .meetings = false});
    ui::Rect area = page_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect const list = upright ? area.cut_top(std::min(area.h * 0.3F, 3 * (tallest_row + list_gap) - list_gap), 24)
                                  : area.cut_left(std::round(area.w * 0.3F), 36);
    checklist(c, view, list);
    switch (*view.part) {
    case CoursePart::Words: course_words(c, view, area); break;
    case CoursePart::Frames: course_frames(c, view, area); break;
    case CoursePart::People: course_people(c, view, area); break;
    case CoursePart::Meetings: course_meetings(c, view, area); break;
    case CoursePart::Rules: course_rules(c, area); break;
    case CoursePart::Deletion: course_closing(c, view, area); break;
    }
    ways(c, view);
    bool const leaves = std::any_of(c.requests.begin(), c.requests.end(),
                                    [](Request const& wish) { return std::holds_alternative<GoTo>(wish); });
    if (leaves) // also by the header: nothing written is left behind
        save(c, view, area);
}

} // namespace screens
