#include "ui/screens/leader_screen.h"

#include "board/so_far.h"
#include "board/text_rules.h"
#include "ui/screens/course_parts.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

using Doing = LeaderView::Doing;

constexpr char const* raised = "leader/raised";
constexpr char const* answered = "leader/answered";
constexpr char const* new_field = "leader/new";
constexpr char const* answer_field = "leader/answer-text";
constexpr int within_days = 7; // a leader promises to answer within a week (method.md 2.0)

bool writes_frames(LeaderView const& view) { return view.form.active.starts_with("frames/"); }

void rest(LeaderView& view) {
    view.doing = Doing::Nothing;
    view.form.stop_writing();
    view.month.reset();
    view.personal_asked = false;
}

void raise(Context& c, LeaderView& view, ui::Rect origin, board::PersonalData personal) {
    c.ask(board::RaiseObstacle{{}, view.form.value(new_field), personal}, origin, raised);
}

void take_answers(Context& c, LeaderView& view) {
    take_frames_answer(c, view.form);
    if (auto const* answer = c.answer_to(raised)) {
        view.personal_asked = answer->refusal && answer->refusal->rule == board::Rule::LooksPersonal;
        if (answer->refusal)
            view.form.refuse(new_field, c.words.refusal(*answer->refusal));
        else
            view.form.set(new_field, {}, board::max_idea_characters);
        view.form.write_in(new_field); // to put it right, or for the next
    }
    if (auto const* answer = c.answer_to(answered)) {
        if (answer->refusal) {
            view.form.refuse(answer_field, c.words.refusal(*answer->refusal));
        } else {
            rest(view);
            view.obstacle.reset();
        }
    }
}

// --- the obstacles ---

/// Waiting ones first, the answered last.
std::vector<board::ObstacleId> in_order(Context const& c) {
    auto all = board::waiting(c.board, c.now.today).leader;
    for (auto one = c.board.obstacles.rbegin(); one != c.board.obstacles.rend(); ++one)
        if (one->answered_on)
            all.push_back(one->id);
    return all;
}

float tools_height(Context const& c) { return c.ui.theme().target + 18; }

void begin_answer(LeaderView& view, board::Obstacle const& one) {
    view.doing = Doing::Answer;
    view.form.set(answer_field, one.answer, board::max_field_characters);
    view.form.write_in(answer_field);
}

void obstacle_tools(Context& c, LeaderView& view, board::Obstacle const& one, std::string const& id, ui::Rect row) {
    float const width = (row.w - 12) / 2;
    if (!one.answered_on &&
        ui::button(c.ui, {.id = id + "/promise",
                          .rect = row.cut_left(width, 12),
                          .label = c.words.get(one.promised ? "leader.promise_other" : "leader.promise"),
                          .icon = ui::Icon::Calendar,
                          .type = c.ui.theme().label})) {
        rest(view);
        view.doing = Doing::Promise;
        view.month = one.promised.value_or(c.now.today + std::chrono::days(within_days));
    }
    if (ui::button(c.ui, {.id = id + "/answer",
                          .rect = row,
                          .label = c.words.get(one.answered_on ? "leader.change_answer" : "leader.answer"),
                          .icon = ui::Icon::Pencil,
                          .type = c.ui.theme().label}))
        begin_answer(view, one);
}

/// What stands on the second line, and how it is to be taken.
Line line_of(Context const& c, board::ObstacleId id) { return obstacle_lines(c, {id}).front(); }

void obstacle_row(Context& c, LeaderView& view, board::Obstacle const& one, std::string const& id, ui::Rect row) {
    auto const& theme = c.ui.theme();
    auto const line = line_of(c, one.id);
    bool const picked = view.obstacle == one.id;
    if (pick_row(c, id, row, one.text, picked, line.under)) {
        rest(view);
        view.obstacle = picked ? std::nullopt : std::optional(one.id);
        c.ui.wake_now();
    }
    ui::Rect inside = row.inset(20, 12);
    if (picked)
        obstacle_tools(c, view, one, id, inside.cut_bottom(theme.target, 12));
    c.ui.canvas().icon(*line.icon, {inside.x + 16, inside.centre().y}, 34, line.ink);
    inside.cut_left(50);
    auto const& text = c.ui.type().lay(one.text, {.type = theme.body, .width = inside.w, .max_lines = 2});
    auto const& under = c.ui.type().lay(line.under, {.type = quiet(theme.small), .width = inside.w, .max_lines = 2});
    float const top = inside.centre().y - (text.height + under.height + 4) / 2;
    c.ui.canvas().paragraph(text, {inside.x, top}, ui::colour::ink);
    c.ui.canvas().paragraph(under, {inside.x, top + text.height + 4}, line.ink);
}

float row_height(Context& c, LeaderView const& view, board::Obstacle const& one, float width) {
    auto const& theme = c.ui.theme();
    auto const line = line_of(c, one.id);
    auto const lines = [&](std::string const& words, ui::Type const& type) {
        return c.ui.type().lay(words, {.type = type, .width = width - 90, .max_lines = 2}).height;
    };
    float const words = lines(one.text, theme.body) + lines(line.under, quiet(theme.small)) + 4 + 28;
    return std::max(words, theme.target) + (view.obstacle == one.id ? tools_height(c) : 0);
}

void obstacle_list(Context& c, LeaderView& view, ui::Rect area) {
    auto const all = in_order(c);
    auto const& theme = c.ui.theme();
    if (all.empty()) {
        ui::label(c.ui, c.words.get("leader.nothing_yet"), area.inset(8, 14), quiet(theme.body), ui::colour::soft,
                  ui::Align::Left, 4);
        return;
    }
    constexpr float gap = 12;
    float height = -gap;
    for (auto const id : all)
        height += row_height(c, view, *board::find_obstacle(c.board, id), area.w) + gap;
    float y = area.y - c.ui.begin_scroll("leader/obstacles", area, height, c.words.get("leader.obstacles"));
    for (std::size_t k = 0; k < all.size(); ++k) {
        auto const& one = *board::find_obstacle(c.board, all[k]);
        ui::Rect const row{area.x, y, area.w, row_height(c, view, one, area.w)};
        y += row.h + gap;
        if (row.overlaps(area))
            obstacle_row(c, view, one, "leader/" + std::to_string(k + 1), row);
    }
    c.ui.end_scroll();
}

void heading(Context& c, ui::Rect& area, char const* key) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, c.words.get(key), area.cut_top(line_height(theme.heading), 10), theme.heading,
                      ui::colour::ink, ui::Align::Left);
}

void obstacles_side(Context& c, LeaderView& view, ui::Rect area) {
    heading(c, area, "leader.obstacles");
    ui::Rect field = area.cut_top(field_height(c, 2), 14);
    float const add_w = c.ui.type().width(c.words.get("leader.add"), c.ui.theme().label) + 100;
    ui::Rect const add = field.cut_right(add_w, 14);
    view.form.text(new_field, board::max_idea_characters);
    text_field(c, view.form, new_field, field, c.words.get("leader.new"), c.words.get("leader.new_hint"));
    bool const written = !view.form.text(new_field).empty();
    if (ui::button(c.ui, {.id = "leader/add",
                          .rect = {add.x, add.centre().y - std::max(c.ui.theme().target, 84.0F) / 2, add.w,
                                   std::max(c.ui.theme().target, 84.0F)},
                          .label = c.words.get("leader.add"),
                          .icon = ui::Icon::Plus,
                          .look = ui::ButtonLook::Test,
                          .enabled = written,
                          .type = c.ui.theme().label}))
        raise(c, view, field, board::PersonalData::NotConfirmed);
    obstacle_list(c, view, area);
}

// --- what stands in the frames' place, or in the obstacles', while something is written ---

void promise_side(Context& c, LeaderView& view, board::Obstacle const& one, ui::Rect area) {
    heading(c, area, "leader.when_answered");
    auto const& theme = c.ui.theme();
    area.cut_top(ui::label(c.ui, one.text, area, quiet(theme.body), ui::colour::soft, ui::Align::Left, 2), 14);
    auto const promise = [&](board::Date day) {
        c.ask(board::PromiseAnswer{one.id, day}, area, {}, c.words.get("leader.done_promised"));
        rest(view);
    };
    ui::Rect const quick = area.cut_top(std::max(theme.target, 80.0F), 14);
    auto const week = c.now.today + std::chrono::days(within_days);
    if (ui::button(c.ui, {.id = "leader/in-a-week",
                          .rect = {quick.x, quick.y, std::min(quick.w, 520.0F), quick.h},
                          .label = c.words.say("leader.in_a_week",
                                               {{"date", text::date(c.language(), week, text::DateStyle::Short)}}),
                          .type = theme.label}))
        return promise(week);
    area.h = std::min(area.h, date_picker_height(c) + 40);
    if (auto const day = date_picker(c, "leader/day", area, *view.month, one.promised))
        promise(*day);
}

void answer_side(Context& c, LeaderView& view, board::Obstacle const& one, ui::Rect area) {
    heading(c, area, "leader.the_answer");
    auto const& theme = c.ui.theme();
    area.cut_top(ui::label(c.ui, one.text, area, quiet(theme.body), ui::colour::soft, ui::Align::Left, 2), 14);
    text_field(c, view.form, answer_field, area.cut_top(field_height(c, 3), 14), c.words.get("leader.answer_question"),
               c.words.get("leader.answer_hint"));
    float const save_h = std::max(theme.target, 84.0F);
    ui::Rect const keys = area.cut_bottom(keyboard_height(c, area.h - save_h - 14), 14);
    bool const enter = form_keyboard(c, view.form, "leader", keys);
    ui::Rect const save = area.cut_top(save_h);
    if (ui::button(c.ui, {.id = "leader/save-answer",
                          .rect = save,
                          .label = c.words.get("leader.save_answer"),
                          .icon = ui::Icon::Check,
                          .look = ui::ButtonLook::Test}) ||
        enter)
        c.ask(board::AnswerObstacle{one.id, view.form.value(answer_field)}, save, answered);
}

void keyboard_side(Context& c, LeaderView& view, ui::Rect area, bool raising) {
    area = area.cut_bottom(keyboard_height(c, area.h * 0.7F));
    if (form_keyboard(c, view.form, "leader", area) && raising)
        raise(c, view, area, board::PersonalData::NotConfirmed);
}

void frames_side(Context& c, LeaderView& view, ui::Rect area) {
    heading(c, area, "leader.frames");
    frames_fields(c, view.form, area);
}

void ways(Context& c, LeaderView& view) {
    ui::Rect band = page_band(c);
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    if (band_button(
            c, band, Side::Left,
            {.id = "leader/back", .label = c.words.get(in_meeting ? "round.to_meeting" : "meeting.to_board")})) {
        c.requests.emplace_back(GoTo{.screen = in_meeting ? Screen::Meeting : Screen::Board});
        return;
    }
    if (view.personal_asked &&
        band_button(c, band, Side::Right,
                    {.id = "form/not-personal", .label = c.words.get("form.not_personal"), .icon = ui::Icon::Check}))
        return raise(c, view, band, board::PersonalData::Confirmed);
    if (!view.form.active.empty() &&
        band_button(c, band, Side::Right,
                    {.id = "leader/done", .label = c.words.get("form.done"), .icon = ui::Icon::Check}))
        rest(view);
    band_line(c, band, c.words.get("leader.no_login"));
}

} // namespace

void leader_screen(Context& c, LeaderView& view) {
    if (!view.filled) {
        fill_frames(view.form, c.board.course);
        view.filled = true;
    }
    take_answers(c, view);
    auto const* one = view.obstacle ? board::find_obstacle(c.board, *view.obstacle) : nullptr;
    if (!one && view.doing != Doing::Nothing)
        rest(view);
    header(c, {.subtitle = c.words.get("leader.title"), .meetings = false});
    ui::Rect area = page_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect const left = upright ? area.cut_top(area.h * 0.48F, 28) : area.cut_left((area.w - 44) / 2, 44);
    if (view.doing == Doing::Promise)
        promise_side(c, view, *one, left);
    else if (view.doing == Doing::Answer)
        answer_side(c, view, *one, left);
    else if (view.form.active == new_field)
        keyboard_side(c, view, left, true);
    else
        frames_side(c, view, left);
    if (writes_frames(view))
        keyboard_side(c, view, area, false);
    else
        obstacles_side(c, view, area);
    ways(c, view);
    bool const leaves = std::any_of(c.requests.begin(), c.requests.end(),
                                    [](Request const& wish) { return std::holds_alternative<GoTo>(wish); });
    if (save_is_due(c, view.form) || leaves)
        save_frames(c, view.form, area);
    if (leaves)
        view = {};
}

} // namespace screens
