// The panel beside the candidates: how many dots each has, how many may stand on one idea, and who can vote.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int most_dots = 5;

struct Stepper {
    std::string id;
    std::string question;
    std::string hint;
    int value = 0;
    int most = 0;
};

/// A figure between − and +, from 1. Returns the value it is stepped to, if it was.
std::optional<int> stepper(Context& c, Stepper const& step, ui::Rect& rest) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, step.question, rest.cut_top(36, 10), theme.label, ui::colour::ink, ui::Align::Left);
    ui::Rect row = rest.cut_top(std::max(theme.target, 84.0F), 8);
    float const side = std::max(theme.target, 108.0F);
    bool const less = ui::button(c.ui, {.id = step.id + "/less",
                                        .rect = row.cut_left(side),
                                        .label = "−",
                                        .enabled = step.value > 1,
                                        .item_label = step.question + " −",
                                        .type = theme.title});
    bool const more = ui::button(c.ui, {.id = step.id + "/more",
                                        .rect = row.cut_right(side),
                                        .label = "+",
                                        .enabled = step.value < step.most,
                                        .item_label = step.question + " +",
                                        .type = theme.title});
    ui::label_centred(c.ui, text::number(c.language(), step.value), row, theme.figure, ui::colour::ink);
    ui::label_centred(c.ui, step.hint, rest.cut_top(32), theme.small, ui::colour::soft, ui::Align::Left);
    if (less || more)
        return step.value + (more ? 1 : 0) - (less ? 1 : 0);
    return {};
}

void steppers(Context& c, VoteView& view, board::OpenRound const& round, ui::Rect& rest) {
    int const recommended = board::recommended_dots(static_cast<int>(round.candidates.size()));
    Stepper const dots{.id = "vote/dots",
                       .question = c.words.get("vote.dots_each"),
                       .hint = c.words.say("vote.recommended", {{"n", std::int64_t{recommended}}}),
                       .value = round.dots,
                       .most = most_dots};
    if (auto const stepped = stepper(c, dots, rest))
        view.dots = stepped;
    rest.cut_top(26);
    Stepper const most{.id = "vote/max",
                       .question = c.words.get("vote.max_per_idea"),
                       .hint = c.words.get("vote.max_hint"),
                       .value = round.max_per_idea,
                       .most = round.dots};
    if (auto const stepped = stepper(c, most, rest))
        view.max_per_idea = stepped;
}

/// Who can vote, as many discs as there is room for.
void people(Context& c, ui::Rect& rest) {
    auto const who = voters(c.board);
    ui::label_centred(c.ui, c.words.say("vote.can_vote", {{"n", static_cast<std::int64_t>(who.size())}}),
                      rest.cut_top(36, 12), c.ui.theme().label, ui::colour::ink, ui::Align::Left);
    float const radius = 26, step = 2 * radius + 14;
    auto const columns = std::max(1, static_cast<int>((rest.w + 14) / step));
    auto const rows = std::max(1, static_cast<int>((rest.h + 14) / step));
    auto const shown = std::min(static_cast<int>(who.size()), columns * rows);
    for (int i = 0; i < shown; ++i)
        person(c, {}, c.board.participants[who[static_cast<std::size_t>(i)]],
               {rest.x + radius + static_cast<float>(i % columns) * step,
                rest.y + radius + static_cast<float>(i / columns) * step},
               radius);
}

/// Cut off the bottom of `rest`.
void secret_line(Context& c, ui::Rect& rest) {
    auto const& lines = c.ui.type().lay(c.words.get("vote.secret"), {.type = c.ui.theme().small, .width = rest.w - 42});
    ui::Rect const row = rest.cut_bottom(lines.height, 20);
    c.ui.canvas().icon(ui::Icon::Lock, {row.x + 14, row.y + lines.line_height / 2}, 28, ui::colour::soft);
    c.ui.canvas().paragraph(lines, {row.x + 42, row.y}, ui::colour::soft);
}

} // namespace

void rules_panel(Context& c, VoteView& view, ui::Rect rect) {
    auto const round = planned_round(c, view);
    c.ui.canvas().shadow(rect, ui::radius::lane, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::white);
    ui::Rect rest = rect.inset(30, 26);
    secret_line(c, rest);
    if (c.ui.portrait()) {
        ui::Rect left = rest.cut_left(rest.w / 2 - 30, 60);
        steppers(c, view, round, left);
        people(c, rest);
    } else {
        steppers(c, view, round, rest);
        rest.cut_top(26);
        people(c, rest);
    }
}

} // namespace screens
