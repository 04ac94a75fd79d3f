// Effektregnskab: målt, skønnet, oplevet. Each solution in use is one line with its basis beside it.
#include "ui/screens/effect_parts.h"

#include "board/effect.h"
#include "ui/screens/trial_compare.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

struct Column {
    char const *id, *word, *hint;
    ui::Icon icon;
    ui::Colour ink, ground;
    std::array<board::ClaimLevel, 3> levels; ///< what belongs in it; the stronger may be the same
};

constexpr Column columns_of_claim[] = {
    {"measured",
     "effect.measured",
     "effect.measured_hint",
     ui::Icon::Bars,
     ui::colour::scale_text,
     ui::colour::scale_ground,
     {board::ClaimLevel::Measured, board::ClaimLevel::MeasuredAndHeld, board::ClaimLevel::Compared}},
    {"estimated",
     "effect.estimated",
     "effect.estimated_hint",
     ui::Icon::Adjust,
     ui::colour::test_text,
     ui::colour::test_ground,
     {board::ClaimLevel::Estimated, board::ClaimLevel::Estimated, board::ClaimLevel::Estimated}},
    {"experienced",
     "effect.experienced",
     "effect.experienced_hint",
     ui::Icon::People,
     ui::colour::idea_text,
     ui::colour::pulse[2],
     {board::ClaimLevel::Experienced, board::ClaimLevel::Experienced, board::ClaimLevel::Experienced}},
};

constexpr float two_beside = 760, between = 36; // a wide column has its lines two and two

bool belongs(Column const& column, board::ClaimLevel level) {
    return std::find(column.levels.begin(), column.levels.end(), level) != column.levels.end();
}

std::string signed_amount(Context const& c, double value, std::string const& unit) {
    return (value < 0 ? "−\u00A0" : value > 0 ? "+\u00A0" : "") + text::amount(c.language(), std::abs(value), unit);
}

std::string moved_of(Context const& c, board::Measure const& measure, double moved) {
    bool const share = measure.kind == board::MeasureKind::Share;
    return signed_amount(c, moved, share ? c.words.get("board.points") : measure.unit);
}

void add(std::string& line, std::string const& part) {
    if (!part.empty())
        line += (line.empty() ? "" : " · ") + part;
}

struct Told {
    std::string figure, from_to, basis; ///< »− 8«, what it was and is, and what it rests on
};

Told told(Context const& c, board::Idea const& idea, board::Trial const& trial) {
    Told told;
    auto const& measure = trial.plan.measure;
    auto const& result = trial.outcome.result;
    if (trial.plan.experience_only || !measure || !result) {
        told.figure = c.words.get(trial.outcome.experience == board::Experience::Better  ? "trial.felt_better"
                                  : trial.outcome.experience == board::Experience::Worse ? "trial.felt_worse"
                                                                                         : "trial.felt_same");
        return told;
    }
    auto const effect = board::effect_of(*measure, *result);
    told.figure = effect ? moved_of(c, *measure, effect->moved) : figure(c, result->value, measure->unit);
    told.from_to = measure->name;
    if (measure->baseline)
        told.from_to += ": " + reading_line(c, *measure, *measure->baseline) + " → " +
                        reading_line(c, *measure, *result);
    if (measure->baseline && measure->baseline->n && result->n)
        add(told.basis, c.words.say("effect.n", {{"before", std::int64_t{*measure->baseline->n}},
                                                 {"now", std::int64_t{*result->n}}}));
    if (effect && effect->small)
        add(told.basis, c.words.get("effect.small"));
    else if (effect && effect->unknown)
        add(told.basis, c.words.get("effect.unknown"));
    if (effect && effect->interval)
        add(told.basis, c.words.say("effect.interval", {{"low", text::number(c.language(), effect->interval->low)},
                                                        {"high", text::number(c.language(), effect->interval->high)}}));
    if (effect && effect->may_be_chance)
        add(told.basis, c.words.get("effect.chance"));
    add(told.basis, measure->source);
    if (trial.measure_changed)
        add(told.basis, c.words.get("trial.changed_mark"));
    auto const level = board::claim_of(idea, trial);
    if (level == board::ClaimLevel::MeasuredAndHeld)
        add(told.basis, c.words.get("effect.held"));
    if (level == board::ClaimLevel::Compared)
        add(told.basis, c.words.get("effect.compared") + ": " + others_line(c, trial));
    return told;
}

float line_height_of(Context& c, Told const& told, float width) {
    auto const& theme = c.ui.theme();
    auto const height = [&](std::string const& text) {
        return text.empty() ? 0 : c.ui.type().lay(text, {.type = theme.small, .width = width}).height;
    };
    return line_height(theme.label) + line_height(theme.heading) + height(told.from_to) + height(told.basis) + 26;
}

void draw_line(Context& c, board::Idea const& idea, Told const& told, Column const& column, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    ui::Type name = theme.label;
    name.weight = ui::Weight::SemiBold;
    ui::Type large = theme.heading;
    large.weight = ui::Weight::Bold;
    auto const touch = c.ui.touch({.id = "effect/" + idea_id(idea),
                                   .role = "card",
                                   .label = title_of(c, idea),
                                   .value = told.figure,
                                   .rect = rect});
    if (touch.pressed)
        c.ui.canvas().rounded(rect.inset(-8, 0), ui::radius::note, ui::colour::lane);
    if (touch.tapped)
        c.requests.emplace_back(GoTo{Screen::Trial, idea.id, {}});
    rect.cut_top(8);
    ui::label_centred(c.ui, title_of(c, idea), rect.cut_top(line_height(name)), name, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, told.figure, rect.cut_top(line_height(large)), large, column.ink, ui::Align::Left);
    for (auto const& words : {told.from_to, told.basis})
        if (!words.empty())
            rect.cut_top(ui::label(c.ui, words, rect, theme.small, ui::colour::soft));
}

std::vector<board::LedgerLine> lines_in(board::Board const& board, Column const& column) {
    auto lines = board::ledger(board);
    std::erase_if(lines, [&](board::LedgerLine const& line) { return !belongs(column, line.level); });
    return lines;
}

void draw_column(Context& c, Column const& column, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::note, column.ground);
    ui::Rect inside = rect.inset(22, 16);
    ui::Type head = theme.body;
    head.weight = ui::Weight::Bold;
    ui::Rect row = inside.cut_top(line_height(head), 2);
    c.ui.canvas().icon(column.icon, {row.x + 15, row.centre().y}, 30, column.ink);
    row.cut_left(42);
    ui::label_centred(c.ui, c.words.get(column.word), row, head, column.ink, ui::Align::Left);
    ui::label_centred(c.ui, c.words.get(column.hint), inside.cut_top(line_height(theme.small), 8), theme.small,
                      ui::colour::soft, ui::Align::Left);
    std::string sums;
    for (auto const& total : board::totals(c.board))
        if (belongs(column, total.level))
            add(sums, c.words.say("effect.total", {{"n", std::int64_t{total.lines}},
                                                   {"value", signed_amount(c, total.moved, total.unit)}}));
    if (!sums.empty())
        ui::label(c.ui, sums, inside.cut_bottom(line_height(theme.label) * 1.1F, 8), theme.label, column.ink,
                  ui::Align::Left, 1);
    struct Line {
        board::Idea const* idea;
        Told told;
        float height;
    };
    std::size_t const beside = inside.w > two_beside ? 2 : 1;
    float const width = (inside.w - between * static_cast<float>(beside - 1)) / static_cast<float>(beside);
    std::vector<Line> lines;
    for (auto const& line : lines_in(c.board, column)) {
        auto const* idea = board::find_idea(c.board, line.idea);
        auto words = told(c, *idea, *board::find_trial(c.board, {line.idea, line.trial_no}));
        float const height = line_height_of(c, words, width);
        lines.push_back({idea, std::move(words), height});
    }
    if (lines.empty())
        return void(ui::label(c.ui, c.words.get("effect.nothing"), inside, quiet(theme.label), ui::colour::soft));
    float all = 0;
    for (std::size_t i = 0; i < lines.size(); i += beside) {
        lines[i].height = std::max(lines[i].height, i + 1 < lines.size() && beside == 2 ? lines[i + 1].height : 0);
        all += lines[i].height;
    }
    float y = inside.y - c.ui.begin_scroll(std::string("effect/") + column.id, inside, all, c.words.get(column.word));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t const place = i % beside;
        float const tall = lines[i - place].height;
        draw_line(c, *lines[i].idea, lines[i].told, column,
                  {inside.x + static_cast<float>(place) * (width + between), y, width, tall});
        if (place + 1 == beside)
            y += tall;
    }
    c.ui.end_scroll();
}

} // namespace

void effect_ledger(Context& c, ui::Rect rect) {
    ui::Rect inside = effect_card(c, rect, c.words.get("effect.ledger"), c.words.get("effect.ledger_hint"));
    constexpr float gap = 18;
    auto const count = std::size(columns_of_claim);
    float parts = 0;
    std::array<float, std::size(columns_of_claim)> weights{};
    for (std::size_t i = 0; i < count; ++i) // what is empty takes less room
        parts += weights[i] = lines_in(c.board, columns_of_claim[i]).empty() ? 1.0F : 2.4F;
    float const room = (c.ui.portrait() ? inside.h : inside.w) - gap * static_cast<float>(count - 1);
    for (std::size_t i = 0; i < count; ++i) {
        float const part = room * weights[i] / parts;
        draw_column(c, columns_of_claim[i], c.ui.portrait() ? inside.cut_top(part, gap) : inside.cut_left(part, gap));
    }
}

} // namespace screens
