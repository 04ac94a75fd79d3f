// Measures that are known already, as choices: what is counted, and under it where the figure comes from.
#include "ui/screens/trial_form.h"

#include "board/text_rules.h"

namespace screens {

namespace {

constexpr float gap = 10;

void take(Context& c, TrialView& view, board::Measure const& known) {
    view.plan.measure = known;
    view.form.set("start/measure", known.name, board::max_name_characters);
    view.form.set("start/unit", known.kind == board::MeasureKind::Number ? known.unit : "", board::max_name_characters);
    view.form.set("start/source", known.source);
    view.picking.clear();
    view.form.write_in("start/baseline", true);
    view.form.touch(c);
}

/// "Stopur på 10–15 sager · min."
std::string under(board::Measure const& known) {
    return known.unit.empty() ? known.source : known.source + " · " + known.unit;
}

bool known_row(Context& c, std::string const& id, ui::Rect rect, board::Measure const& known) {
    auto const& theme = c.ui.theme();
    auto const touch = c.ui.touch({.id = id, .role = "choice", .label = known.name, .rect = rect});
    c.ui.canvas().rounded(rect, ui::radius::note, touch.pressed ? ui::colour::lane : ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::note, 2, ui::colour::line);
    ui::Rect inside = rect.inset(20, 0);
    ui::Rect words{inside.x, rect.centre().y - (line_height(theme.label) + line_height(theme.small)) / 2, inside.w,
                   line_height(theme.label)};
    ui::label_centred(c.ui, known.name, words, theme.label, ui::colour::ink, ui::Align::Left);
    words.y += words.h;
    words.h = line_height(theme.small);
    ui::label_centred(c.ui, under(known), words, quiet(theme.small), ui::colour::soft, ui::Align::Left);
    return touch.tapped;
}

} // namespace

void known_measures_list(Context& c, TrialView& view, ui::Rect rect, std::vector<board::Measure> const& known) {
    auto const& theme = c.ui.theme();
    std::size_t const columns = rect.w > 760 ? 2 : 1, rows = (known.size() + columns - 1) / columns;
    float const height = std::max(theme.target, line_height(theme.label) + line_height(theme.small) + 16);
    float const width = (rect.w - 18 - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float const all = static_cast<float>(rows) * (height + gap) - gap;
    float const top = rect.y - c.ui.begin_scroll("start/known/list", rect, all, c.words.get("start.known"));
    board::Measure const* chosen = nullptr;
    for (std::size_t i = 0; i < known.size(); ++i) {
        ui::Rect const row{rect.x + static_cast<float>(i % columns) * (width + gap),
                           top + static_cast<float>(i / columns) * (height + gap), width, height};
        if (row.overlaps(rect) && known_row(c, "start/known/" + std::to_string(i + 1), row, known[i]))
            chosen = &known[i];
    }
    c.ui.end_scroll();
    if (chosen)
        take(c, view, *chosen);
}

} // namespace screens
