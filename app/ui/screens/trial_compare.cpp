#include "ui/screens/trial_compare.h"

#include "board/effect.h"
#include "board/text_rules.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float gap = 12;
constexpr char const *who_id = "review/others", *before_id = "review/others-before",
                     *before_n = "review/others-before-n", *after_id = "review/others-after",
                     *after_n = "review/others-after-n";

float tile_height(Context const& c) { return 2 * line_height(c.ui.theme().small) + c.ui.theme().figure.size + 20; }

struct ReadingTile {
    char const *value, *n, *question;
    ui::Colour ground;
};

/// A figure, and beside it how many it stands on.
void tile_pair(Context& c, TrialView& view, board::Measure const& measure, ReadingTile const& tile, ui::Rect rect) {
    bool const share = measure.kind == board::MeasureKind::Share;
    auto const reading = reading_of(view.form, measure.kind, tile.value, tile.n);
    std::string const under = !share    ? std::string()
                              : reading ? c.words.say("start.of_n_is", {{"n", std::int64_t{*reading->n}},
                                                                        {"value", figure(c, reading->value, "%")}})
                                        : c.words.get("start.count_of");
    figure_field(c, view.form, tile.value, rect.cut_left((rect.w - 10) / 2, 10),
                 {.ground = tile.ground,
                  .question = c.words.get(tile.question),
                  .under = under,
                  .unit = share ? std::string() : measure.unit});
    figure_field(c, view.form, tile.n, rect,
                 {.question = c.words.get(share ? "start.out_of" : "start.observations"),
                  .under = c.words.get(share ? "start.in_all" : "start.observations_hint")});
}

} // namespace

bool can_compare(board::Trial const& trial) {
    auto const& measure = trial.plan.measure;
    return !trial.plan.experience_only && measure && measure->baseline && measure->kind != board::MeasureKind::Scale &&
           measure->basis == board::Basis::Measured;
}

void load_comparison(TrialView& view, board::Trial const& trial) {
    if (!trial.plan.measure)
        return;
    auto const others = trial.outcome.comparison.value_or(board::ComparisonGroup{});
    auto const kind = trial.plan.measure->kind;
    view.form.set(who_id, others.who, board::max_name_characters);
    set_reading(view.form, kind, before_id, before_n, others.before);
    set_reading(view.form, kind, after_id, after_n, others.after);
}

std::optional<board::ComparisonGroup> comparison_of(TrialView const& view, board::Trial const& trial) {
    auto const kind = trial.plan.measure->kind;
    board::ComparisonGroup others{.who = view.form.value(who_id),
                                  .before = reading_of(view.form, kind, before_id, before_n),
                                  .after = reading_of(view.form, kind, after_id, after_n)};
    return others == board::ComparisonGroup{} ? std::nullopt : std::optional(std::move(others));
}

namespace {

ui::Type title_type(Context const& c) {
    ui::Type type = c.ui.theme().heading;
    type.weight = ui::Weight::Bold;
    return type;
}

ui::Paragraph const& hint_of(Context& c, float width) {
    return c.ui.type().lay(c.words.get("compare.hint"),
                           {.type = quiet(c.ui.theme().label), .width = width, .max_lines = 3});
}

void title(Context& c, ui::Rect& column) {
    auto const type = title_type(c);
    ui::label_centred(c.ui, c.words.get("compare.title"), column.cut_top(line_height(type), 4), type, ui::colour::ink,
                      ui::Align::Left);
}

void hint(Context& c, ui::Rect& column) {
    auto const& words = hint_of(c, column.w);
    c.ui.canvas().paragraph(words, {column.x, column.y}, ui::colour::soft);
    column.cut_top(words.height, 16);
}

void fields(Context& c, TrialView& view, board::Measure const& measure, ui::Rect column) {
    text_field(c, view.form, who_id, column.cut_top(field_height(c, 1), gap), c.words.get("compare.who"),
               c.words.get("compare.who_hint"));
    constexpr ReadingTile before{before_id, before_n, "compare.before", ui::colour::lane};
    constexpr ReadingTile after{after_id, after_n, "compare.after", ui::colour::test_ground};
    bool const beside = column.w > 900;
    ui::Rect row = column.cut_top(tile_height(c), gap);
    if (beside) {
        tile_pair(c, view, measure, before, row.cut_left((row.w - 24) / 2, 24));
        tile_pair(c, view, measure, after, row);
    } else {
        tile_pair(c, view, measure, before, row);
        tile_pair(c, view, measure, after, column.cut_top(tile_height(c), gap));
    }
}

/// What the fields need, on top of each other, du.
float fields_height(Context const& c) { return 2 * (tile_height(c) + gap) + field_height(c, 1) + gap; }

} // namespace

void comparing_page(Context& c, TrialView& view, board::Trial const& trial) {
    ui::Rect const area = page_area(c);
    bool const writing = !view.form.active.empty();
    float const head = line_height(title_type(c)) + 4 + hint_of(c, area.w).height + 16;
    auto sheet = begin_sheet(c, "compare/page", head + fields_height(c), tool_height(c, view));
    title(c, sheet.page);
    hint(c, sheet.page);
    fields(c, view, *trial.plan.measure, sheet.page);
    end_sheet(c, view, sheet, in_use(view));
    if (writing)
        form_keyboard(c, view.form, "review", sheet.tool);
}

void comparing_column(Context& c, TrialView& view, board::Trial const& trial, ui::Rect column) {
    float const least = fields_height(c);
    bool const writing = !view.form.active.empty();
    ui::Rect const tool = writing
                              ? column.cut_bottom(std::min(keyboard_height(c, column.h - least), column.h * 0.6F), gap)
                              : ui::Rect{};
    if (column.h > least + line_height(title_type(c))) {
        title(c, column);
        if (column.h > least + hint_of(c, column.w).height)
            hint(c, column);
    }
    fields(c, view, *trial.plan.measure, column);
    if (writing)
        form_keyboard(c, view.form, "review", tool);
}

std::string others_line(Context const& c, board::Trial const& trial) {
    if (!board::is_compared(trial))
        return {};
    auto const& others = *trial.outcome.comparison;
    auto const& measure = *trial.plan.measure;
    return c.words.say("compare.line", {{"who", others.who.empty() ? c.words.get("trial.others") : others.who},
                                        {"before", reading_line(c, measure, *others.before)},
                                        {"after", reading_line(c, measure, *others.after)}});
}

} // namespace screens
