// How do we know that it is better? The measure of the start form: at a glance while something else is written,
// and with all its choices when it is its turn.
#include "ui/screens/trial_form.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr float pad_x = 22, pad_y = 14, row_gap = 8;
constexpr std::array measure_ids = {"start/measure", "start/unit",  "start/baseline", "start/baseline-n",
                                    "start/target",  "start/guard", "start/limit"};

float question_height(Context const& c) { return line_height(c.ui.theme().small) + 2; }
float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, line_height(theme.small) + line_height(theme.body) + 14);
}
float tile_height(Context const& c) { return 2 * line_height(c.ui.theme().small) + c.ui.theme().figure.size + 14; }

/// A refused figure has no line of its own for the sentence: the card says it.
bool figure_is_wrong(Form const& form) {
    return form.wrong == "start/baseline" || form.wrong == "start/baseline-n" || form.wrong == "start/target" ||
           form.wrong == "start/limit";
}

/// The card's question, or the sentence of what was refused in it, on as many lines as it takes.
void question_or_sentence(Context& c, Form const& form, ui::Rect rect) {
    ui::Type type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    if (!figure_is_wrong(form)) {
        auto const& question = c.words.get("start.how_do_we_know");
        if (rect.h >= 2 * line_height(type) - 2 && c.ui.type().width(question, type) > rect.w)
            ui::label(c.ui, question, rect, type, ui::colour::test_text, ui::Align::Left, 2);
        else
            question_line(c, form, {}, rect, question);
        return;
    }
    c.ui.canvas().icon(ui::Icon::Warning, {rect.x + type.size / 2, rect.y + line_height(type) / 2}, type.size,
                       ui::colour::coral_text);
    rect.cut_left(type.size + 10);
    ui::label(c.ui, form.why, rect, type, ui::colour::coral_text, ui::Align::Left,
              std::max(1, static_cast<int>(rect.h / line_height(type))));
}

/// »færre er bedre«, »lavere er bedre« and their opposites.
std::string direction_words(Context const& c, TrialView const& view) {
    auto const& measure = *view.plan.measure;
    bool const counts = measure.kind == board::MeasureKind::Number && view.form.value("start/unit").empty();
    bool const down = measure.better == board::Direction::Down;
    if (counts)
        return c.words.get(down ? "start.fewer_is_better" : "start.more_is_better");
    return c.words.get(down ? "start.lower_is_better" : "start.higher_is_better");
}

ui::Icon direction_icon(TrialView const& view) {
    return view.plan.measure->better == board::Direction::Down ? ui::Icon::ArrowDown : ui::Icon::ArrowUp;
}

std::string unit_of(TrialView const& view) {
    switch (view.plan.measure->kind) {
    case board::MeasureKind::Number: return view.form.value("start/unit");
    case board::MeasureKind::Share: return "%";
    case board::MeasureKind::Scale: return {};
    case board::MeasureKind::Kroner: return "kr.";
    }
    return {};
}

/// Under a baseline: a share's per cent as it is worked out, or what the figure stands on.
std::string under_baseline(Context const& c, TrialView const& view) {
    auto const kind = view.plan.measure->kind;
    auto const reading = reading_of(view.form, kind, "start/baseline", "start/baseline-n");
    if (kind == board::MeasureKind::Share)
        return reading ? c.words.say("start.of_n_is",
                                     {{"n", std::int64_t{*reading->n}}, {"value", figure(c, reading->value, "%")}})
                       : c.words.get("start.count_of");
    if (reading && reading->n)
        return c.words.say("trial.observations", {{"n", std::int64_t{*reading->n}}});
    return kind == board::MeasureKind::Scale ? c.words.get("start.one_to_five") : std::string();
}

void baseline_tile(Context& c, TrialView& view, ui::Rect rect) {
    bool const share = view.plan.measure->kind == board::MeasureKind::Share;
    figure_field(c, view.form, "start/baseline", rect,
                 {.question = c.words.get("start.baseline"),
                  .under = under_baseline(c, view),
                  .unit = share ? std::string() : unit_of(view)});
}

void target_tile(Context& c, TrialView& view, ui::Rect rect) {
    std::string const by = view.plan.to ? text::date(c.language(), *view.plan.to, text::DateStyle::Short)
                                        : std::string();
    figure_field(c, view.form, "start/target", rect,
                 {.ground = ui::colour::test_ground,
                  .question = c.words.get("start.target"),
                  .under = by,
                  .unit = unit_of(view)});
}

void limit_tile(Context& c, TrialView& view, ui::Rect rect, std::string const& question) {
    bool const most = view.plan.guard->comparison == board::Comparison::AtMost;
    figure_field(c, view.form, "start/limit", rect,
                 {.ground = ui::colour::coral_ground,
                  .question = question,
                  .under = c.words.get(most ? "start.at_most" : "start.at_least"),
                  .prefix = most ? "≤ " : "≥ "});
}

/// At the right end of the row, which is cut; in few words where the card's question or a sentence needs the room.
void experience_toggle(Context& c, TrialView& view, ui::Rect& row) {
    auto& plan = view.plan;
    ui::Type small = c.ui.theme().small;
    small.weight = ui::Weight::SemiBold;
    float const lines = std::max(1.0F, std::floor(row.h / line_height(small)));
    auto const& beside = figure_is_wrong(view.form) ? view.form.why : c.words.get("start.how_do_we_know");
    auto const width = [&](char const* words) {
        return c.ui.type().width(c.words.get(words), c.ui.theme().button) + 100;
    };
    float const words = c.ui.type().width(beside, small) * 1.15F + small.size; // and a sign
    bool const whole = words <= (row.w - width("start.experience_only") - 16) * lines;
    char const* const said = whole ? "start.experience_only" : "start.experience_only_brief";
    ui::Rect const rect = row.cut_right(std::min(width(said), row.w * 0.64F), 16);
    if (!yes_button(c, "start/experience-only", rect, c.words.get(said), plan.experience_only))
        return;
    plan.experience_only = !plan.experience_only;
    if (is_of_measure(view.form.active))
        view.form.stop_writing();
    view.form.touch(c);
}

void direction_toggle(Context& c, TrialView& view, ui::Rect rect) {
    auto& better = view.plan.measure->better;
    if (!ui::button(c.ui, {.id = "start/direction",
                           .rect = rect,
                           .label = direction_words(c, view),
                           .icon = direction_icon(view),
                           .value = better == board::Direction::Down ? "down" : "up",
                           .role = "toggle"}))
        return;
    better = better == board::Direction::Down ? board::Direction::Up : board::Direction::Down;
    view.form.touch(c);
}

/// Before the measure has a name, the way to those that are known already.
void direction_or_known(Context& c, TrialView& view, ui::Rect rect) {
    if (!view.form.value("start/measure").empty())
        return direction_toggle(c, view, rect);
    if (ui::button(c.ui, {.id = known_measures_id,
                          .rect = rect,
                          .label = c.words.get("start.known"),
                          .icon = ui::Icon::Search,
                          .look = view.picking == known_measures_id ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain}))
        begin_picking(view, known_measures_id, c.now.today);
}

void kind_row(Context& c, TrialView& view, ui::Rect row) {
    auto& measure = *view.plan.measure;
    if (measure.kind == board::MeasureKind::Number)
        text_field(c, view.form, "start/unit", row.cut_right(std::min(row.w * 0.3F, 250.0F), row_gap),
                   c.words.get("start.unit"), c.words.get("start.unit_hint"));
    int const tapped = choices(c, "start/kind", row,
                               {c.words.get("start.kind_number"), c.words.get("start.kind_share"),
                                c.words.get("start.kind_scale"), c.words.get("start.kind_kroner")},
                               static_cast<int>(measure.kind));
    if (tapped < 0)
        return;
    measure.kind = static_cast<board::MeasureKind>(tapped);
    view.form.touch(c);
}

void figures_row(Context& c, TrialView& view, ui::Rect row) {
    bool const share = view.plan.measure->kind == board::MeasureKind::Share;
    float const width = (row.w - 3 * row_gap) / 4;
    baseline_tile(c, view, row.cut_left(width * 1.15F, row_gap));
    figure_field(c, view.form, "start/baseline-n", row.cut_left(width * 0.95F, row_gap),
                 {.question = c.words.get(share ? "start.out_of" : "start.observations"),
                  .under = c.words.get(share ? "start.in_all" : "start.observations_hint")});
    target_tile(c, view, row.cut_left(width * 0.95F, row_gap));
    limit_tile(c, view, row, c.words.get("start.guard_short"));
}

/// What the guard is; whether its figure is the most or the least stands under the figure.
void guard_row(Context& c, TrialView& view, ui::Rect row) {
    auto& guard = *view.plan.guard;
    bool const most = guard.comparison == board::Comparison::AtMost;
    float words = 0;
    for (auto const* one : {"start.at_most", "start.at_least"})
        words = std::max(words, c.ui.type().width(c.words.get(one), c.ui.theme().button) * 0.85F + 66);
    if (ui::button(c.ui, {.id = "start/guard-kind",
                          .rect = row.cut_right(std::max((row.w - 3 * row_gap) / 4 * 0.95F, words), row_gap),
                          .label = c.words.get(most ? "start.at_most" : "start.at_least"),
                          .value = most ? "at-most" : "at-least",
                          .role = "toggle"})) {
        guard.comparison = most ? board::Comparison::AtLeast : board::Comparison::AtMost;
        view.form.touch(c);
    }
    text_field(c, view.form, "start/guard", row, c.words.get("start.guard"), c.words.get("start.guard_hint"));
}

void whole_card(Context& c, TrialView& view, ui::Rect inside) {
    ui::Rect top = inside.cut_top(std::max(c.ui.theme().target, question_height(c)), row_gap);
    experience_toggle(c, view, top);
    question_or_sentence(c, view.form, top);
    if (view.plan.experience_only) {
        ui::label(c.ui, c.words.get("start.experience_hint"), inside.inset(0, 12), c.ui.theme().body, ui::colour::ink);
        return;
    }
    float const rest = inside.h - 3 * row_gap;
    bool const tight = rest < 3 * row_height(c) + tile_height(c); // the small line under the figures goes first
    float const tile = tile_height(c) - (tight ? line_height(c.ui.theme().small) : 0);
    float const grown = std::clamp(rest / (3 * row_height(c) + tile), 0.8F, 1.25F);
    ui::Rect name = inside.cut_top(row_height(c) * grown, row_gap);
    auto const& button = c.ui.theme().button;
    float const direction = c.ui.type().width(direction_words(c, view), button) + 1.8F * button.size + 30;
    direction_or_known(c, view, name.cut_right(std::clamp(direction, name.w * 0.3F, name.w * 0.46F), row_gap));
    text_field(c, view.form, "start/measure", name, c.words.get("start.measure"), c.words.get("start.measure_hint"));
    kind_row(c, view, inside.cut_top(row_height(c) * grown, row_gap));
    figures_row(c, view, inside.cut_top(tile * grown, row_gap));
    guard_row(c, view, inside.cut_top(row_height(c) * grown));
}

/// The name with its direction, as one thing to tap.
void name_line(Context& c, TrialView& view, ui::Rect rect) {
    auto& form = view.form;
    auto const name = form.value("start/measure");
    ui::Type type = c.ui.theme().body;
    type.weight = ui::Weight::SemiBold;
    auto const touch = c.ui.touch(
        {.id = "start/measure", .role = "text", .label = c.words.get("start.measure"), .value = name, .rect = rect});
    if (touch.tapped)
        form.write_in("start/measure");
    ui::Rect row = rect.cut_bottom(line_height(type) + 4);
    if (name.empty()) {
        ui::label_centred(c.ui, c.words.get("start.measure_hint"), row, type, ui::colour::soft, ui::Align::Left);
        return;
    }
    auto const words = direction_words(c, view);
    float const direction = c.ui.type().width(words, type) + type.size + 22;
    float const width = std::min(c.ui.type().width(name, type) + 6, row.w - direction);
    ui::label_centred(c.ui, name, row.cut_left(width, 10), type, ui::colour::ink, ui::Align::Left);
    c.ui.canvas().icon(direction_icon(view), {row.x + type.size / 2, row.centre().y}, type.size,
                       ui::colour::scale_text);
    row.cut_left(type.size + 6);
    ui::label_centred(c.ui, words, row, type, ui::colour::scale_text, ui::Align::Left);
}

void small_card(Context& c, TrialView& view, ui::Rect inside) {
    if (view.plan.experience_only) {
        ui::Rect top = inside.cut_top(c.ui.theme().target, row_gap);
        experience_toggle(c, view, top);
        question_or_sentence(c, view.form, top);
        ui::label(c.ui, c.words.get("start.experience_hint"), inside.inset(0, 8), c.ui.theme().body, ui::colour::ink);
        return;
    }
    auto const name = view.form.value("start/guard");
    ui::Rect const head = inside.cut_top(
        std::max(c.ui.theme().target, question_height(c) + line_height(c.ui.theme().body) + 4), row_gap);
    question_or_sentence(c, view.form, head);
    name_line(c, view, head);
    float const width = (inside.w - 2 * row_gap) / 3;
    baseline_tile(c, view, inside.cut_left(width, row_gap));
    target_tile(c, view, inside.cut_left(width, row_gap));
    limit_tile(c, view, inside,
               name.empty() ? c.words.get("start.guard_short") : c.words.say("start.guard_named", {{"name", name}}));
}

float small_card_height(Context const& c, float tiles) {
    float const head = std::max(c.ui.theme().target, question_height(c) + line_height(c.ui.theme().body) + 4);
    return 2 * pad_y + head + row_gap + tiles;
}

} // namespace

bool is_of_measure(std::string_view id) {
    return std::find(measure_ids.begin(), measure_ids.end(), id) != measure_ids.end();
}

float whole_measure_height(Context const& c) {
    return 2 * pad_y + c.ui.theme().target + 3 * row_height(c) + tile_height(c) + 4 * row_gap;
}

float small_measure_height(Context const& c) { return small_card_height(c, tile_height(c) + 8); }

float least_measure_height(Context const& c) { return small_card_height(c, c.ui.theme().target); }

void measure_card(Context& c, TrialView& view, ui::Rect rect, bool whole) {
    if (view.plan.experience_only)
        rect.h = std::min(rect.h, small_measure_height(c));
    field_ground(c, rect, figure_is_wrong(view.form) ? FieldState::Wrong : FieldState::Resting);
    ui::Rect const inside = rect.inset(pad_x, pad_y);
    if (whole)
        whole_card(c, view, inside);
    else
        small_card(c, view, inside);
}

} // namespace screens
