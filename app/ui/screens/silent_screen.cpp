// Which page of *Skriv i stilhed* is shown, how long it is to last, and the quiet minutes themselves.
#include "ui/screens/silent_parts.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr double second_s = 1;

/// Notes that are masked already are gone on with: somebody has looked at the board, or the plug was pulled.
void follow(Context const& c, SilentView& view) {
    if (view.page == SilentPage::Setup && !masked_ideas(c.board).empty())
        view.page = SilentPage::Write;
}

/// What the agenda has left for it, when that is the step that is on.
int agenda_minutes(Context const& c) {
    auto const* meeting = board::open_meeting(c.board);
    if (!meeting || meeting->step >= static_cast<int>(meeting->steps.size()))
        return usual_silent_minutes;
    auto const& step = meeting->steps[static_cast<std::size_t>(meeting->step)];
    if (step.plan.opens != board::StepOpens::Silent)
        return usual_silent_minutes;
    auto const left = board::time_left(*meeting, meeting->step, c.now.at);
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count());
}

int minutes_of(Context const& c, SilentView const& view) {
    return std::clamp(view.minutes.value_or(agenda_minutes(c)), least_silent_minutes, most_silent_minutes);
}

void minutes_stepper(Context& c, SilentView& view, ui::Rect row) {
    auto const& theme = c.ui.theme();
    int const now = minutes_of(c, view);
    float const side = std::max(theme.target, 120.0F);
    auto const& question = c.words.get("silent.minutes");
    if (ui::button(c.ui, {.id = "silent/minutes/less",
                          .rect = row.cut_left(side),
                          .label = "−",
                          .enabled = now > least_silent_minutes,
                          .item_label = question + " −",
                          .type = theme.title}))
        view.minutes = now - 1;
    if (ui::button(c.ui, {.id = "silent/minutes/more",
                          .rect = row.cut_right(side),
                          .label = "+",
                          .enabled = now < most_silent_minutes,
                          .item_label = question + " +",
                          .type = theme.title}))
        view.minutes = now + 1;
    ui::label_centred(c.ui, c.words.say("silent.n_minutes", {{"n", std::int64_t{now}}}), row, theme.figure,
                      ui::colour::ink);
}

void start(Context& c, SilentView& view) {
    view.page = SilentPage::Clock;
    view.ends_at_s = c.ui.now_s() + 60.0 * minutes_of(c, view);
    view.paused_s.reset();
    view.shown.clear();
    c.ui.wake_now();
}

double left_s(Context const& c, SilentView const& view) {
    return std::max(0.0, view.paused_s.value_or(view.ends_at_s - c.ui.now_s()));
}

/// The next second is due a moment after it has begun.
void wake_for_next_second(Context& c, double left) {
    double const whole = std::ceil(left);
    c.ui.wake_at(c.ui.now_s() + std::max(left - (whole - second_s), 0.001));
}

std::string clock_words(double left) {
    auto const seconds = static_cast<int>(std::ceil(left - 1e-6));
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(seconds / 60) + "." + two(seconds % 60);
}

/// Figures that stand still while they change, and a point that keeps close to them.
void draw_clock(Context& c, std::string const& words, ui::Rect rect, ui::Type type, ui::Colour colour) {
    type.tabular = true;
    auto const point = words.find('.');
    ui::Type plain = type;
    plain.tabular = false;
    float const gap = c.ui.type().width(".", plain), middle = rect.centre().x;
    ui::label_centred(c.ui, words.substr(0, point), {rect.x, rect.y, middle - gap / 2 - rect.x, rect.h}, type, colour,
                      ui::Align::Right);
    ui::label_centred(c.ui, ".", {middle - gap, rect.y, 2 * gap, rect.h}, plain, colour);
    ui::label_centred(c.ui, words.substr(point + 1),
                      {middle + gap / 2, rect.y, rect.right() - middle - gap / 2, rect.h}, type, colour,
                      ui::Align::Left);
}

void toggle_pause(Context const& c, SilentView& view) {
    if (view.paused_s) {
        view.ends_at_s = c.ui.now_s() + *view.paused_s;
        view.paused_s.reset();
    } else {
        view.paused_s = left_s(c, view);
    }
}

void add_minute(Context const& c, SilentView& view) {
    double const left = left_s(c, view) + 60;
    if (view.paused_s)
        view.paused_s = left;
    else
        view.ends_at_s = c.ui.now_s() + left;
}

/// Quiet while time runs: nothing but the question and the clock is to be looked at.
void clock_buttons(Context& c, SilentView& view, bool over) {
    ui::Rect band = bottom_band(c);
    auto const& write = c.words.get("silent.write");
    float const width = silent_button_width(c, write, true) + 40;
    ui::Rect const primary = c.ui.portrait() ? band.cut_bottom(std::max(ui::space::dock, c.ui.theme().target), 16)
                                             : band.cut_right(width, ui::space::gap);
    if (ui::button(c.ui, {.id = "silent/write",
                          .rect = primary,
                          .label = write,
                          .icon = ui::Icon::Pencil,
                          .look = over ? ui::ButtonLook::Primary : ui::ButtonLook::Quiet}))
        return go_to_write(c, view);
    auto const& back = c.words.get("common.back");
    if (ui::button(c.ui, {.id = "silent/back",
                          .rect = band.cut_left(silent_button_width(c, back), ui::space::gap),
                          .label = back,
                          .look = ui::ButtonLook::Quiet}))
        return leave_silent(c, view);
    auto const& more = c.words.get("silent.more_time");
    if (ui::button(c.ui, {.id = "silent/more-time",
                          .rect = band.cut_left(silent_button_width(c, more), ui::space::gap),
                          .label = more,
                          .look = ui::ButtonLook::Quiet}))
        add_minute(c, view);
    auto const& pause = c.words.get(view.paused_s ? "silent.go_on" : "silent.pause");
    if (!over && ui::button(c.ui, {.id = "silent/pause",
                                   .rect = band.cut_left(silent_button_width(c, pause), ui::space::gap),
                                   .label = pause,
                                   .look = ui::ButtonLook::Quiet}))
        toggle_pause(c, view);
}

void setup_buttons(Context& c, SilentView& view) {
    ui::Rect band = bottom_band(c);
    auto const& begin = c.words.get("silent.start");
    float const width = silent_button_width(c, begin, true) + 40;
    ui::Rect const primary = c.ui.portrait() ? band.cut_bottom(std::max(ui::space::dock, c.ui.theme().target), 16)
                                             : band.cut_right(width, ui::space::gap);
    if (ui::button(c.ui, {.id = "silent/start",
                          .rect = primary,
                          .label = begin,
                          .icon = ui::Icon::Clock,
                          .look = ui::ButtonLook::Primary}))
        return start(c, view);
    auto const& back = c.words.get("common.back");
    if (ui::button(
            c.ui,
            {.id = "silent/back", .rect = band.cut_left(silent_button_width(c, back), ui::space::gap), .label = back}))
        return leave_silent(c, view);
    auto const& write = c.words.get("silent.write_now");
    if (ui::button(c.ui, {.id = "silent/write",
                          .rect = band.cut_left(silent_button_width(c, write, true), ui::space::gap),
                          .label = write,
                          .icon = ui::Icon::Pencil}))
        go_to_write(c, view);
}

} // namespace

std::vector<board::Idea const*> masked_ideas(board::Board const& board) {
    std::vector<board::Idea const*> found;
    for (auto const id : board.order)
        if (auto const* idea = board::find_idea(board, id); idea && idea->masked)
            found.push_back(idea);
    return found;
}

std::string const& question_of(board::Board const& board) {
    auto const& course = board.course;
    return course.challenge.empty() ? course.name : course.challenge;
}

ui::Type largest_type(Context& c, std::string_view text, ui::Rect rect, float most, std::size_t lines) {
    ui::Type type = c.ui.theme().figure;
    type.tabular = false;
    for (float const part : {1.0F, 0.8F, 0.64F, 0.5F, 0.4F}) { // a few sizes, not any: each size of a letter is kept
        type.size = std::round(std::max(c.ui.theme().heading.size, most * part));
        auto const& laid = c.ui.type().lay(text, {.type = type, .width = rect.w});
        if (laid.lines.size() <= lines && laid.height <= rect.h)
            break;
    }
    return type;
}

float silent_button_width(Context& c, std::string_view label, bool icon) {
    return c.ui.type().width(label, c.ui.theme().button) + 72 + (icon ? 48.0F : 0.0F);
}

void silent_setup(Context& c, SilentView& view) {
    header(c, {.subtitle = c.words.get("silent.title"), .meetings = false});
    ui::Rect area = content_area(c);
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(area, ui::radius::lane, ui::colour::lane);
    ui::Rect middle = area.inset(std::max(40.0F, area.w * 0.08F), 40);
    ui::Rect low = middle.cut_bottom(std::max(120.0F, theme.target) + theme.label.size * 2 + theme.body.size * 3, 24);
    auto const& question = question_of(c.board);
    auto const type = largest_type(c, question, middle, 84, 4);
    auto const& laid = c.ui.type().lay(question, {.type = type, .width = middle.w, .align = ui::Align::Centre});
    c.ui.canvas().paragraph(laid, {middle.x, middle.centre().y - laid.height / 2}, ui::colour::ink);
    ui::label_centred(c.ui, c.words.get("silent.minutes"), low.cut_top(theme.label.size * 1.4F, 12), theme.label,
                      ui::colour::soft);
    float const width = std::min(low.w, 620.0F);
    ui::Rect const row = low.cut_top(std::max(100.0F, theme.target), 24);
    minutes_stepper(c, view, {row.centre().x - width / 2, row.y, width, row.h});
    ui::label(c.ui, c.words.get("silent.how"), low, theme.body, ui::colour::soft, ui::Align::Centre, 2);
    setup_buttons(c, view);
}

void silent_clock(Context& c, SilentView& view) {
    double const left = left_s(c, view);
    bool const over = left <= 0;
    if (!over && !view.paused_s)
        wake_for_next_second(c, left);
    ui::Rect const screen = c.ui.screen();
    ui::Rect area{screen.x + 60, screen.y + 40, screen.w - 120, bottom_band(c).y - 20 - screen.y - 40};
    ui::Rect const clock = area.cut_bottom(area.h * (c.ui.portrait() ? 0.4F : 0.5F), 10);
    auto const& question = question_of(c.board);
    auto const type = largest_type(c, question, area, 110, 4);
    auto const& laid = c.ui.type().lay(question, {.type = type, .width = area.w, .align = ui::Align::Centre});
    c.ui.canvas().paragraph(laid, {area.x, area.centre().y - laid.height / 2}, ui::colour::ink);
    auto const words = over ? c.words.get("silent.over") : clock_words(left);
    ui::Type const figures = largest_type(c, words, clock, over ? 150 : 360, 1);
    c.ui.touch({.id = "silent/clock",
                .role = "sentence",
                .label = words,
                .value = view.paused_s ? "paused" : "",
                .rect = clock,
                .accepts = ui::Accepts::Nothing});
    auto const ink = view.paused_s ? ui::colour::soft : ui::colour::accent;
    if (over)
        ui::label_centred(c.ui, words, clock, figures, ink);
    else
        draw_clock(c, words, clock, figures, ink);
    if (view.paused_s)
        ui::label_centred(c.ui, c.words.get("silent.paused"), {clock.x, clock.bottom() - 60, clock.w, 50},
                          c.ui.theme().heading, ui::colour::soft);
    clock_buttons(c, view, over);
}

void go_to_write(Context& c, SilentView& view) {
    view.page = SilentPage::Write;
    view.shown.clear();
    ui::Rect const band = bottom_band(c);
    open_pad(c, view.pads, {.at = {band.centre().x, band.y}});
    c.ui.wake_now();
}

void leave_silent(Context& c, SilentView& view) {
    fold_pads(c, view.pads);
    view.shown.clear();
    view.page = SilentPage::Setup;
    c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

void silent_screen(Context& c, SilentView& view) {
    view.pads.masks = true;
    follow(c, view);
    switch (view.page) {
    case SilentPage::Setup: return silent_setup(c, view);
    case SilentPage::Clock: return silent_clock(c, view);
    case SilentPage::Write: return silent_write(c, view);
    }
}

} // namespace screens
