#include "ui/screens/trial_verdict.h"

#include "ui/screens/trial_compare.h"

#include "board/effect.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr float gap = 14;
constexpr float chart_gap = 18;

ui::Type bold(ui::Type type) {
    type.weight = ui::Weight::Bold;
    return type;
}

// --- the chart ---

struct Bars {
    double most = 1;    ///< what the whole width stands for
    float x = 0, w = 0; ///< of the longest bar
    float width(double value) const { return std::max(6.0F, w * static_cast<float>(std::max(0.0, value) / most)); }
};

Bars bars_of(board::Measure const& measure, std::optional<double> now, ui::Rect region) {
    Bars bars{.most = 1e-9, .x = region.x, .w = region.w};
    if (measure.kind == board::MeasureKind::Scale)
        bars.most = 5;
    for (auto const value :
         {measure.baseline ? std::optional(measure.baseline->value) : std::nullopt, measure.target, now})
        bars.most = std::max(bars.most, value.value_or(0));
    return bars;
}

struct Bar {
    std::string name;
    double value = 0;
    std::string figure;
    ui::Colour fill, ink;
};

float row_height(Context const& c) { return std::max(54.0F, c.ui.theme().heading.size * 1.5F); }

void draw_bar(Context& c, Bars const& bars, Bar const& bar, ui::Rect row, float label_w) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, bar.name, row.cut_left(label_w), theme.label, ui::colour::soft, ui::Align::Left);
    float const width = bars.width(bar.value);
    c.ui.canvas().rounded({bars.x, row.y, width, row.h}, 10, bar.fill);
    ui::label_centred(c.ui, bar.figure, {bars.x + width + 16, row.y, row.right() - bars.x - width - 16, row.h},
                      bold(theme.heading), bar.ink, ui::Align::Left);
}

/// The way to the target, and the words on it or else after it.
void draw_no_bar(Context& c, Bars const& bars, std::optional<double> target, ui::Rect row, float label_w) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, c.words.get("review.now"), row.cut_left(label_w), theme.label, ui::colour::soft,
                      ui::Align::Left);
    float const way = target ? bars.width(*target) : bars.w;
    c.ui.canvas().dashed({bars.x, row.y, way, row.h}, 10, 2, ui::colour::faint);
    auto const& words = c.words.get("review.no_figure");
    ui::Rect room = ui::Rect{bars.x, row.y, bars.w, row.h}.inset(16, 0);
    if (target) {
        float const mark = bars.x + way;
        bool const before = room.x + c.ui.type().width(words, theme.label) + 12 <= mark;
        room = before ? ui::Rect{room.x, row.y, mark - 8 - room.x, row.h}
                      : ui::Rect{mark + 14, row.y, row.right() - mark - 14, row.h};
    }
    ui::label_centred(c.ui, words, room, theme.label, ui::colour::soft, ui::Align::Left);
}

void draw_target(Context& c, Bars const& bars, double target, std::string const& unit, ui::Rect row) {
    auto const& type = c.ui.theme().small;
    float const x = bars.x + bars.width(target);
    float const words_h = line_height(type);
    c.ui.canvas().fill({c.ui.canvas().snapped(x - 2), row.y - 10, 4, row.h + 14 + words_h}, ui::colour::ink);
    auto const words = c.words.say("trial.target", {{"value", figure(c, target, unit)}});
    float const width = c.ui.type().width(words, type);
    bool const fits = x + 12 + width <= row.right();
    ui::label_centred(c.ui, words, {fits ? x + 10 : x - 10 - width, row.bottom() + 4, width + 2, words_h}, type,
                      ui::colour::soft, ui::Align::Left);
}

float guard_height(Context const& c) { return line_height(c.ui.theme().small) + 4 + row_height(c); }

/// The guard as a bar of its own kind: outlined, with a shape and words for whether it held.
void draw_guard(Context& c, board::Trial const& trial, Bars const& bars, ui::Rect row, float label_w) {
    auto const& theme = c.ui.theme();
    auto const& guard = *trial.plan.guard;
    ui::Rect const name = row.cut_top(line_height(theme.small), 4);
    ui::label_centred(c.ui, guard.name, {bars.x, name.y, name.right() - bars.x, name.h}, theme.small, ui::colour::soft,
                      ui::Align::Left);
    ui::label_centred(c.ui, c.words.get("start.guard_short"), row.cut_left(label_w), theme.label, ui::colour::soft,
                      ui::Align::Left);
    auto const held = board::guard_held(trial);
    auto const ink = !held ? ui::colour::soft : *held ? ui::colour::scale_text : ui::colour::coral_text;
    if (held) {
        c.ui.canvas().rounded(row, 12, *held ? ui::colour::scale_ground : ui::colour::coral_ground);
        c.ui.canvas().outline(row, 12, 3, *held ? ui::colour::scale : ui::colour::coral);
    } else {
        c.ui.canvas().dashed(row, 12, 2, ui::colour::faint);
    }
    bool const most = guard.comparison == board::Comparison::AtMost;
    std::string line = c.words.say(most ? "review.limit_at_most" : "review.limit_at_least",
                                   {{"value", figure(c, guard.limit, guard.unit)}});
    ui::Rect inside = row.inset(16, 0);
    if (held) {
        line = figure(c, *trial.outcome.guard_result, guard.unit) + " · " + line;
        c.ui.canvas().icon(*held ? ui::Icon::Check : ui::Icon::Cross, {inside.x + 14, inside.centre().y}, 28, ink);
        inside.cut_left(42);
        line += " · " + c.words.get(*held ? "review.held" : "review.broken");
    }
    ui::label_centred(c.ui, line, inside, theme.label, ink, ui::Align::Left);
}

std::string basis_line(Context const& c, board::Trial const& trial) {
    auto const& measure = *trial.plan.measure;
    auto const observations = [&](char const* key, std::optional<board::Reading> const& reading) {
        return reading && reading->n ? c.words.say(key, {{"n", std::int64_t{*reading->n}}}) : std::string();
    };
    return joined({observations("review.n_before", measure.baseline),
                   observations("review.n_now", trial.outcome.result), measure.source});
}

/// None where nothing is said of what the figures rest on.
float basis_height(Context const& c, board::Trial const& trial) {
    return basis_line(c, trial).empty() ? 0 : line_height(c.ui.theme().small);
}

constexpr float chart_side = 32;

ui::Paragraph const& chart_name(Context& c, board::Trial const& trial, float width) {
    auto const& name = trial.plan.measure->name;
    auto const type = bold(c.ui.theme().body);
    float const room = width - 2 * chart_side;
    auto const smaller = ui::fitted(c.ui, name, type, room); // somewhat smaller letters before a second line
    bool const one_line = c.ui.type().width(name, smaller) <= room;
    return c.ui.type().lay(name, {.type = one_line ? smaller : type, .width = room, .max_lines = 2});
}

float chart_height(Context& c, board::Trial const& trial, float width) {
    auto const& theme = c.ui.theme();
    float const guard = trial.plan.guard ? guard_height(c) + chart_gap - 8 : 0;
    float const target = trial.plan.measure && trial.plan.measure->target ? line_height(theme.small) + 4 : 0;
    return 2 * 22 + chart_name(c, trial, width).height + basis_height(c, trial) + 20 + 2 * row_height(c) + chart_gap +
           target + guard;
}

void chart(Context& c, board::Trial const& trial, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const& measure = *trial.plan.measure;
    c.ui.canvas().shadow(rect, ui::radius::card, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    ui::Rect inside = rect.inset(chart_side, 22);
    auto const& name = chart_name(c, trial, rect.w);
    c.ui.canvas().paragraph(name, {inside.x, inside.y}, ui::colour::ink);
    inside.cut_top(name.height);
    ui::label_centred(c.ui, basis_line(c, trial), inside.cut_top(basis_height(c, trial), 20), theme.small,
                      ui::colour::soft, ui::Align::Left);
    float const label_w = std::max(126.0F, inside.w * 0.22F);
    auto const now = trial.outcome.result ? std::optional(trial.outcome.result->value) : std::nullopt;
    float const figure_w = std::min(inside.w * 0.26F, 170.0F);
    auto const bars = bars_of(measure, now, {inside.x + label_w, inside.y, inside.w - label_w - figure_w, 0});
    if (measure.baseline)
        draw_bar(c, bars,
                 {c.words.get("review.before"), measure.baseline->value,
                  figure(c, measure.baseline->value, measure.unit), ui::colour::faint.faded(0.75F), ui::colour::ink},
                 inside.cut_top(row_height(c), chart_gap), label_w);
    ui::Rect const row = inside.cut_top(row_height(c), measure.target ? 10 : chart_gap);
    bool const met = board::target_met(trial).value_or(false);
    if (now)
        draw_bar(c, bars,
                 {c.words.get("review.now"), *now, figure(c, *now, measure.unit),
                  met ? ui::colour::scale : ui::colour::test, met ? ui::colour::scale_text : ui::colour::test_text},
                 row, label_w);
    else
        draw_no_bar(c, bars, measure.target, row, label_w);
    if (measure.target) {
        draw_target(c, bars, *measure.target, measure.unit, row);
        inside.cut_top(line_height(theme.small) + 4);
    }
    if (trial.plan.guard)
        draw_guard(c, trial, bars, inside.cut_top(guard_height(c)), label_w);
}

// --- the tiles ---

float tile_height(Context const& c) { return 2 * line_height(c.ui.theme().small) + c.ui.theme().figure.size + 20; }

void tiles(Context& c, TrialView& view, board::Trial const& trial, ui::Rect row) {
    auto const& measure = *trial.plan.measure;
    auto const& guard = trial.plan.guard;
    bool const share = measure.kind == board::MeasureKind::Share;
    float const width = (row.w - (guard ? 2 : 1) * 10) / (guard ? 3 : 2);
    auto const reading = reading_of(view.form, measure.kind, "review/result", "review/result-n");
    std::string const under = !share    ? std::string()
                              : reading ? c.words.say("start.of_n_is", {{"n", std::int64_t{*reading->n}},
                                                                        {"value", figure(c, reading->value, "%")}})
                                        : c.words.get("start.count_of");
    figure_field(c, view.form, "review/result", row.cut_left(width, 10),
                 {.ground = ui::colour::test_ground,
                  .question = c.words.get("review.now"),
                  .under = under,
                  .unit = share ? std::string() : measure.unit});
    figure_field(c, view.form, "review/result-n", row.cut_left(width, 10),
                 {.question = c.words.get(share ? "start.out_of" : "start.observations"),
                  .under = c.words.get(share ? "start.in_all" : "start.observations_hint")});
    if (!guard)
        return;
    bool const most = guard->comparison == board::Comparison::AtMost;
    figure_field(c, view.form, "review/guard", row,
                 {.ground = ui::colour::coral_ground,
                  .question = c.words.get("start.guard_short"),
                  .under = c.words.say(most ? "review.limit_at_most" : "review.limit_at_least",
                                       {{"value", figure(c, guard->limit, guard->unit)}}),
                  .unit = guard->unit});
}

// --- the sentence ---

struct Verdict {
    std::string head, more;
    ui::Colour ground = ui::colour::lane, ink = ui::colour::ink;
};

Verdict felt(Context const& c, board::Trial const& trial) {
    using board::Experience;
    if (!trial.outcome.experience)
        return {c.words.get("review.choose_felt"), {}};
    auto const& more = c.words.get("review.felt_not_measured");
    switch (*trial.outcome.experience) {
    case Experience::Better:
        return {c.words.get("review.felt_better"), more, ui::colour::scale_ground, ui::colour::scale_text};
    case Experience::Same: return {c.words.get("review.felt_same"), more};
    case Experience::Worse: break;
    }
    return {c.words.get("review.felt_worse"), more, ui::colour::coral_ground, ui::colour::coral_text};
}

std::string signed_figure(Context const& c, double value, std::string const& unit) {
    return (value > 0 ? "+" : "") + figure(c, value, unit);
}

/// How far it moved, in percentage points for shares, and what it rests on.
std::string difference(Context const& c, board::Trial const& trial) {
    auto const& measure = *trial.plan.measure;
    auto const& now = *trial.outcome.result;
    auto const effect = board::effect_of(measure, now);
    if (!effect)
        return {};
    std::string line = measure.kind == board::MeasureKind::Share
                           ? c.words.say("review.points", {{"value", signed_figure(c, effect->moved, {})}})
                           : c.words.say("review.difference",
                                         {{"value", signed_figure(c, effect->moved, measure.unit)}});
    if (auto const others = others_line(c, trial); !others.empty())
        line += " " + others + ".";
    if (effect->may_be_chance)
        line += " " + c.words.get("review.chance");
    if (effect->small)
        line += " " + c.words.get("review.small_basis");
    else if (effect->unknown)
        line += " " + c.words.get("review.unknown_basis");
    return line;
}

Verdict measured(Context const& c, board::Trial const& trial) {
    if (!board::has_result(trial))
        return {c.words.get("review.write_the_figure"), {}};
    auto const met = board::target_met(trial), held = board::guard_held(trial);
    auto const more = difference(c, trial);
    bool const waits_for_guard = trial.plan.guard && !held;
    if (met == true && held == false) {
        board::Refusal broken;
        broken.rule = board::Rule::GuardBroken;
        return {c.words.refusal(broken), more, ui::colour::coral_ground, ui::colour::coral_text};
    }
    if (met == true)
        return {c.words.get(waits_for_guard    ? "review.met_guard_unknown"
                            : trial.plan.guard ? "review.met_and_held"
                                               : "review.met"),
                more, ui::colour::scale_ground, ui::colour::scale_text};
    if (!met)
        return {c.words.get("review.no_target"), more};
    return {c.words.get(held == false  ? "review.missed_and_broken"
                        : held == true ? "review.missed_but_held"
                                       : "review.missed"),
            more, ui::colour::coral_ground, ui::colour::coral_text};
}

float verdict_height(Context const& c) {
    return 2 * 20 + 2 * line_height(c.ui.theme().body) + 8 + 2 * line_height(c.ui.theme().small);
}

struct VerdictLook {
    ui::Type head, more;
    float pad;
};

VerdictLook usual(ui::Theme const& theme) { return {bold(theme.body), theme.label, 20}; }

/// Where the column has little room left.
VerdictLook tight(ui::Theme const& theme) {
    VerdictLook look{bold(theme.body), theme.label, 12};
    look.head.size = std::round(theme.body.size * 0.85F);
    look.more.size = std::round(theme.label.size * 0.85F);
    return look;
}

constexpr float verdict_side = 28, verdict_gap = 8;

/// What the sentence takes in that width, du.
float needed(Context& c, Verdict const& verdict, float width, VerdictLook const& look) {
    float const room = width - 2 * verdict_side;
    float const more = verdict.more.empty()
                           ? 0
                           : verdict_gap + c.ui.type().lay(verdict.more, {.type = look.more, .width = room}).height;
    return c.ui.type().lay(verdict.head, {.type = look.head, .width = room}).height + more + 2 * look.pad;
}

/// Set smaller where the usual look has no room; scrolled where that is not enough.
void draw_verdict(Context& c, Verdict const& verdict, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const look = needed(c, verdict, rect.w, usual(theme)) > rect.h ? tight(theme) : usual(theme);
    float const all = needed(c, verdict, rect.w, look), room = rect.w - 2 * verdict_side;
    bool const scrolls = all > rect.h;
    rect.h = std::min(rect.h, all);
    c.ui.canvas().rounded(rect, ui::radius::card, verdict.ground);
    float top = rect.y + look.pad;
    if (scrolls)
        top -= c.ui.begin_scroll("review/verdict", rect, all, verdict.head);
    auto const& head = c.ui.type().lay(verdict.head, {.type = look.head, .width = room});
    c.ui.canvas().paragraph(head, {rect.x + verdict_side, top}, verdict.ink);
    top += head.height + verdict_gap;
    if (!verdict.more.empty())
        c.ui.canvas().paragraph(c.ui.type().lay(verdict.more, {.type = look.more, .width = room}),
                                {rect.x + verdict_side, top}, ui::colour::ink);
    if (scrolls)
        c.ui.end_scroll();
}

// --- felt, and carried out ---

void experience_card(Context& c, TrialView& view, ui::Rect rect) {
    using board::Experience;
    constexpr std::array felt{Experience::Better, Experience::Same, Experience::Worse};
    constexpr std::array icons{ui::Icon::Happy, ui::Icon::Neutral, ui::Icon::Sad};
    constexpr std::array keys{"trial.felt_better", "trial.felt_same", "trial.felt_worse"};
    field_ground(c, rect, view.form.wrong == "review/felt" ? FieldState::Wrong : FieldState::Resting);
    ui::Rect inside = rect.inset(24, 20);
    question_line(c, view.form, "review/felt", inside, c.words.get("review.how_was_it"));
    inside.cut_top(8);
    float const height = (inside.h - 2 * 10) / 3;
    for (std::size_t i = 0; i < felt.size(); ++i) {
        bool const chosen = view.outcome.experience == felt[i];
        if (!choice(c, "review/felt/" + std::to_string(i + 1), inside.cut_top(height, 10), c.words.get(keys[i]), chosen,
                    icons[i]))
            continue;
        view.outcome.experience = chosen ? std::nullopt : std::optional(felt[i]);
        view.form.touch(c);
    }
}

float carried_height(Context const& c) { return c.ui.theme().target; }

void carried_out(Context& c, TrialView& view, ui::Rect rect) {
    auto const& question = c.words.get("review.carried_out");
    ui::Rect const words = rect.cut_left(c.ui.type().width(question, c.ui.theme().label) + 4, 20);
    ui::label_centred(c.ui, question, words, c.ui.theme().label, ui::colour::test_text, ui::Align::Left);
    int const tapped = choices(
        c, "review/carried-out", rect,
        {c.words.get("review.as_planned"), c.words.get("review.partly"), c.words.get("review.not_at_all")},
        static_cast<int>(view.outcome.carried_out));
    if (tapped < 0)
        return;
    view.outcome.carried_out = static_cast<board::CarriedOut>(tapped);
    view.form.touch(c);
}

float experience_height(Context const& c) {
    return 2 * 20 + line_height(c.ui.theme().small) + 10 + 3 * (c.ui.theme().target * 1.15F) + 2 * 10;
}

} // namespace

board::Trial reviewed(TrialView const& view, board::Trial const& trial) {
    board::Trial now = trial;
    now.outcome = view.outcome;
    now.outcome.what_happened = view.form.value("review/happened");
    now.outcome.learning = view.form.value("review/learned");
    if (trial.plan.measure)
        now.outcome.result = reading_of(view.form, trial.plan.measure->kind, "review/result", "review/result-n");
    if (can_compare(trial))
        now.outcome.comparison = comparison_of(view, trial);
    if (trial.plan.guard)
        now.outcome.guard_result = view.form.number("review/guard");
    return now;
}

namespace {

bool has_figures(board::Trial const& trial) { return !trial.plan.experience_only && trial.plan.measure; }

Verdict verdict_of(Context const& c, Form const& form, board::Trial const& now) {
    if (!has_figures(now))
        return felt(c, now);
    bool const refused = form.wrong == "review/guard" || form.wrong.starts_with("review/result");
    return refused ? Verdict{form.why, {}, ui::colour::coral_ground, ui::colour::coral_text} : measured(c, now);
}

float beside_verdict(Context& c, board::Trial const& trial, float width) {
    float const top = has_figures(trial) ? chart_height(c, trial, width) + gap + tile_height(c) : experience_height(c);
    return top + gap + gap + carried_height(c);
}

} // namespace

float numbers_height(Context& c, board::Trial const& trial, float width) {
    return beside_verdict(c, trial, width) + verdict_height(c);
}

float numbers_height_now(Context& c, TrialView const& view, board::Trial const& trial, float width) {
    return beside_verdict(c, trial, width) +
           needed(c, verdict_of(c, view.form, reviewed(view, trial)), width, usual(c.ui.theme()));
}

void numbers_column(Context& c, TrialView& view, board::Trial const& trial, ui::Rect column) {
    auto const now = reviewed(view, trial);
    carried_out(c, view, column.cut_bottom(carried_height(c), gap));
    if (has_figures(trial)) {
        chart(c, now, column.cut_top(chart_height(c, trial, column.w), gap));
        tiles(c, view, trial, column.cut_top(tile_height(c), gap));
    } else {
        experience_card(c, view, column.cut_top(experience_height(c), gap));
    }
    draw_verdict(c, verdict_of(c, view.form, now), column);
}

} // namespace screens
