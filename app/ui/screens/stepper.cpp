#include "ui/screens/stepper.h"

#include <algorithm>

namespace screens {

namespace {

float row_height(Context const& c) { return std::max(c.ui.theme().target, 76.0F); }

} // namespace

float stepper_height(Context const& c, bool with_hint) {
    auto const& theme = c.ui.theme();
    return line_height(theme.label) + 6 + row_height(c) + (with_hint ? 4 + line_height(theme.small) : 0);
}

std::optional<double> stepper(Context& c, Stepper const& stepper, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, stepper.question, rect.cut_top(line_height(theme.label), 6), theme.label, ui::colour::ink,
                      ui::Align::Left);
    ui::Rect row = rect.cut_top(row_height(c), 4);
    if (!stepper.hint.empty())
        ui::label_centred(c.ui, stepper.hint, rect, theme.small, ui::colour::soft, ui::Align::Left);
    float const side = std::max(theme.target, 96.0F);
    bool const less = ui::button(c.ui, {.id = stepper.id + "/less",
                                        .rect = row.cut_left(side),
                                        .label = "−",
                                        .enabled = stepper.value > stepper.least,
                                        .item_label = stepper.question + " −",
                                        .type = theme.title});
    bool const more = ui::button(c.ui, {.id = stepper.id + "/more",
                                        .rect = row.cut_right(side),
                                        .label = "+",
                                        .enabled = stepper.value < stepper.most,
                                        .item_label = stepper.question + " +",
                                        .type = theme.title});
    auto const shown = stepper.shown.empty() ? text::number(c.language(), stepper.value) : stepper.shown;
    ui::Rect const figure = row.inset(8, 0);
    ui::label_centred(c.ui, shown, figure, sized_to(c, shown, theme.heading, figure.w, {theme.body.size}),
                      ui::colour::ink);
    if (!less && !more)
        return {};
    double const to = stepper.value + (more ? stepper.step : 0) - (less ? stepper.step : 0);
    return std::clamp(to, stepper.least, stepper.most);
}

} // namespace screens
