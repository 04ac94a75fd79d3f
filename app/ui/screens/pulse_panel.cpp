#include "ui/screens/pulse_panel.h"

#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

constexpr double between_s = 0.9; // from one statement to the next
constexpr double thanks_s = 3;    // from one person to the next
constexpr auto own = "pulse/own";

constexpr char const* steps[] = {"pulse.step_1", "pulse.step_2", "pulse.step_3", "pulse.step_4", "pulse.step_5"};
/// Positive all of them, so that high is good everywhere (method.md 3.1).
constexpr char const* ready[] = {"pulse.ready_tasks", "pulse.ready_overview", "pulse.ready_help",
                                 "pulse.ready_calm",  "pulse.ready_job",      "pulse.ready_ideas"};

ui::Type bold(ui::Type type) {
    type.weight = ui::Weight::Bold;
    return type;
}

std::string secret_line(Context const& c, board::PulseRound const& round) {
    return c.words.say("pulse.anonymous", {{"n", std::int64_t{round.smallest_group}}});
}

/// Two lines of words in the middle of the panel.
void say(Context& c, ui::Rect rect, std::string const& head, std::string const& more) {
    auto const& theme = c.ui.theme();
    auto const& top = c.ui.type().lay(head, {.type = bold(theme.heading), .width = rect.w});
    auto const& low = c.ui.type().lay(more, {.type = theme.label, .width = rect.w});
    float y = rect.centre().y - (top.height + 10 + low.height) / 2;
    c.ui.canvas().paragraph(top, {rect.x, y}, ui::colour::ink);
    c.ui.canvas().paragraph(low, {rect.x, y + top.height + 10}, ui::colour::soft);
}

bool tile(Context& c, std::size_t step, ui::Rect rect) {
    auto const& word = c.words.get(steps[step]);
    auto const touch = c.ui.touch(
        {.id = "pulse/" + std::to_string(step + 1), .label = std::to_string(step + 1) + " " + word, .rect = rect});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::note, ui::colour::pulse[step]);
    if (touch.pressed)
        canvas.rounded(rect, ui::radius::note, ui::colour::ink.faded(0.10F));
    auto const& theme = c.ui.theme();
    auto const& below = c.ui.type().lay(
        word, {.type = theme.small, .width = rect.w - 16, .max_lines = 2, .align = ui::Align::Centre});
    float const figure = theme.figure.size * 1.1F;
    float const y = rect.centre().y - (figure + below.height) / 2;
    ui::label_centred(c.ui, std::to_string(step + 1), {rect.x, y, rect.w, figure}, theme.figure, ui::colour::ink);
    canvas.paragraph(below, {rect.x + 8, y + figure}, ui::colour::ink);
    return touch.tapped;
}

void answer(Context& c, PulseView& view, board::PulseRound const& round, int step) {
    view.box.answer(view.statement, step);
    view.thanks_all = view.statement + 1 == round.statements.size();
    view.statement = view.thanks_all ? 0 : view.statement + 1;
    view.thanks_until_s = c.ui.now_s() + (view.thanks_all ? thanks_s : between_s);
    view.closing_asked = false;
    c.ui.wake_at(view.thanks_until_s);
}

void question(Context& c, PulseView& view, board::PulseRound const& round, ui::Rect inside) {
    ui::Rect words = c.ui.portrait() ? inside.cut_top(inside.h * 0.42F, 12) : inside.cut_left(inside.w * 0.32F, 32);
    std::string more = secret_line(c, round);
    if (round.statements.size() > 1)
        more = c.words.say("pulse.of", {{"no", static_cast<std::int64_t>(view.statement + 1)},
                                        {"n", static_cast<std::int64_t>(round.statements.size())}}) +
               " · " + more;
    say(c, words, round.statements[view.statement], more);
    constexpr float gap = 20;
    float const width = (inside.w - 4 * gap) / 5;
    for (std::size_t step = 0; step < std::size(steps); ++step)
        if (tile(c, step, inside.cut_left(width, gap)))
            answer(c, view, round, static_cast<int>(step) + 1);
}

/// What the last round said, frozen; hidden where too few have answered.
void result(Context& c, board::PulseRound const& round, ui::Rect inside) {
    auto const& theme = c.ui.theme();
    float const width = inside.w / static_cast<float>(round.statements.size());
    for (std::size_t i = 0; i < round.statements.size(); ++i) {
        ui::Rect column = inside.cut_left(width);
        column.w -= 24;
        auto const mean = board::pulse_mean(round, i);
        std::int64_t const n = board::pulse_answers(round, i);
        auto const& words = c.ui.type().lay(round.statements[i],
                                            {.type = bold(theme.body), .width = column.w, .max_lines = 2});
        c.ui.canvas().paragraph(words, {column.x, column.y}, ui::colour::ink);
        column.cut_top(words.height + 6);
        ui::Rect const foot = column.cut_bottom(line_height(theme.small));
        if (mean)
            ui::label_centred(c.ui, c.words.say("pulse.mean", {{"value", text::number(c.language(), *mean)}}), column,
                              theme.figure, ui::colour::test_text, ui::Align::Left);
        else
            ui::label_centred(c.ui, c.words.say("pulse.hidden", {{"n", std::int64_t{round.smallest_group}}}), column,
                              theme.label, ui::colour::soft, ui::Align::Left);
        ui::label_centred(
            c.ui,
            c.words.say("pulse.answers", {{"n", n}}) + " · " +
                text::date(c.language(), round.closed_on.value_or(round.opened_on), text::DateStyle::Short),
            foot, theme.small, ui::colour::soft, ui::Align::Left);
    }
}

bool is_chosen(PulseView const& view, std::string const& statement) {
    return std::find(view.chosen.begin(), view.chosen.end(), statement) != view.chosen.end();
}

void choose(Context& c, PulseView& view, std::string const& statement) {
    if (is_chosen(view, statement))
        std::erase(view.chosen, statement);
    else
        view.chosen.push_back(statement);
    view.form.touch(c);
}

std::vector<std::string> statements_of(PulseView const& view) {
    auto all = view.chosen;
    if (auto const written = view.form.value(own); !written.empty())
        all.push_back(written);
    return all;
}

} // namespace

board::PulseRound const* last_closed_pulse(board::Board const& board) {
    for (auto round = board.pulses.rbegin(); round != board.pulses.rend(); ++round)
        if (round->state == board::RoundState::Closed)
            return &*round;
    return nullptr;
}

void follow_pulse(board::Board const& board, PulseView& view) {
    auto const* open = board::open_pulse(board);
    if (open && view.round != open->no)
        view = {.round = open->no, .box = board::PulseBox(*open)};
    if (!open && view.round != 0) {
        bool const choosing = view.choosing;
        view = {};
        view.choosing = choosing;
    }
}

float pulse_panel_height(Context const& c) {
    auto const& theme = c.ui.theme();
    if (!board::open_pulse(c.board) && !last_closed_pulse(c.board)) // two lines say that there is none
        return 2 * 32 + line_height(theme.heading) + line_height(theme.label) + 16;
    float const tiles = std::max(150.0F, theme.figure.size * 1.1F + 2 * theme.small.size * 1.3F + 28);
    return 2 * 32 + (c.ui.portrait() ? tiles * 1.8F : tiles);
}

void pulse_panel(Context& c, PulseView& view, ui::Rect rect) {
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::lane, 2, ui::colour::line);
    ui::Rect const inside = rect.inset(44, 32);
    if (auto const* open = board::open_pulse(c.board); open && view.round == open->no) {
        bool const calm = c.ui.now_s() < view.thanks_until_s;
        if (calm)
            c.ui.wake_at(view.thanks_until_s);
        if (calm && view.thanks_all)
            say(c, inside, c.words.get("pulse.thanks"), c.words.get("pulse.thanks_more"));
        else if (calm)
            say(c, inside, c.words.get("pulse.thanks"), c.words.get("pulse.one_more"));
        else
            question(c, view, *open, inside);
        return;
    }
    if (auto const* last = last_closed_pulse(c.board))
        return result(c, *last, inside);
    say(c, inside, c.words.get("pulse.none"), c.words.get("pulse.what_it_is"));
}

void pulse_choice(Context& c, PulseView& view, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    if (auto const* answer = c.answer_to("pulse/open")) {
        if (!answer->refusal) {
            view.choosing = false;
            view.chosen.clear();
            view.form.clear();
            return;
        }
        view.form.refuse(own, c.words.refusal(*answer->refusal));
    }
    ui::label(c.ui, c.words.get("pulse.choose"), rect.cut_top(line_height(theme.heading), 4), bold(theme.heading),
              ui::colour::ink, ui::Align::Left, 1);
    ui::label(c.ui, c.words.get("pulse.choose_hint"), rect.cut_top(2 * line_height(theme.label), 12), theme.label,
              ui::colour::soft, ui::Align::Left, 2);
    bool const writing = !view.form.active.empty();
    float const row = std::max(theme.target, 76.0F);
    std::size_t const columns = c.ui.portrait() ? 1 : 2;
    for (std::size_t i = 0; i < std::size(ready); i += columns) {
        ui::Rect line = rect.cut_top(row, 12);
        float const width = (line.w - 16 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        for (std::size_t j = i; j < std::min(i + columns, std::size(ready)); ++j)
            if (yes_button(c, "pulse/ready/" + std::to_string(j + 1), line.cut_left(width, 16), c.words.get(ready[j]),
                           is_chosen(view, c.words.get(ready[j]))))
                choose(c, view, c.words.get(ready[j]));
    }
    view.form.text(own, 140);
    text_field(c, view.form, own, rect.cut_top(std::min(rect.h, field_height(c, 1)), 12), c.words.get("pulse.own"),
               c.words.get("pulse.own_hint"));
    if (writing && rect.h > 4 * theme.target)
        form_keyboard(c, view.form, "pulse", rect.cut_bottom(std::min(rect.h, keyboard_height(c, rect.h))));
}

void pulse_band(Context& c, PulseView& view, ui::Rect& band) {
    auto const* open = board::open_pulse(c.board);
    if (view.choosing) {
        auto const statements = statements_of(view);
        bool const fits = !statements.empty() && statements.size() <= board::most_pulse_statements;
        ui::Rect const before = band;
        if (band_button(c, band, Side::Right,
                        {.id = "pulse/start",
                         .label = c.words.get("pulse.start"),
                         .look = ui::ButtonLook::Primary,
                         .enabled = fits}))
            c.ask(board::OpenPulse{statements}, before, "pulse/open");
        return;
    }
    if (!open) {
        if (band_button(c, band, Side::Right, {.id = "pulse/new", .label = c.words.get("pulse.new")}))
            view.choosing = true;
        return;
    }
    if (!view.closing_asked) {
        if (band_button(c, band, Side::Right, {.id = "pulse/close", .label = c.words.get("pulse.close")}))
            view.closing_asked = true;
        std::int64_t const n = view.round == open->no ? view.box.answers(0) : 0;
        band_line(c, band, c.words.say("pulse.so_far", {{"n", n}}));
        return;
    }
    ui::Rect const before = band;
    if (band_button(
            c, band, Side::Right,
            {.id = "pulse/close-yes", .label = c.words.get("pulse.close_yes"), .look = ui::ButtonLook::Primary}))
        c.ask(board::ClosePulse{open->no, view.box.counts()}, before, "pulse/closed");
    if (band_button(c, band, Side::Right, {.id = "pulse/close-no", .label = c.words.get("pulse.close_no")}))
        view.closing_asked = false;
}

} // namespace screens
