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

constexpr float column_gap = 18;
constexpr float line_ems = 15.5F, between = 36; // how wide a line is at the least: more of them stand side by side
constexpr float head_gap = 2, hint_gap = 8, sums_gap = 8;
constexpr ui::Vec2 column_inset{22, 16};

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

void add(std::string& line, std::string const& part) { line = joined({line, part}); }

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
        told.from_to += ": " + reading_line(c, *measure, *measure->baseline) + arrow_between +
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

/// The lines of a column as they stand, side by side where it is wide.
struct Lines {
    struct One {
        board::Idea const* idea;
        Told told;
        float height;
    };
    std::vector<One> all{};
    std::size_t beside = 1;
    float width = 0, height = 0; ///< of one line, and of all rows; du
};

Lines lines_of(Context& c, Column const& column, float width) {
    Lines lines;
    auto const found = lines_in(c.board, column);
    float const room = line_ems * c.ui.theme().small.size + between;
    lines.beside = std::clamp<std::size_t>(static_cast<std::size_t>((width + between) / room), 1,
                                           std::max<std::size_t>(found.size(), 1));
    lines.width = (width - between * static_cast<float>(lines.beside - 1)) / static_cast<float>(lines.beside);
    for (auto const& line : found) {
        auto const* idea = board::find_idea(c.board, line.idea);
        auto words = told(c, *idea, *board::find_trial(c.board, {line.idea, line.trial_no}));
        float const height = line_height_of(c, words, lines.width);
        lines.all.push_back({idea, std::move(words), height});
    }
    for (std::size_t i = 0; i < lines.all.size(); i += lines.beside) { // a row is as high as its tallest
        auto const last = std::min(i + lines.beside, lines.all.size());
        float tallest = 0;
        for (std::size_t k = i; k < last; ++k)
            tallest = std::max(tallest, lines.all[k].height);
        for (std::size_t k = i; k < last; ++k)
            lines.all[k].height = tallest;
        lines.height += tallest;
    }
    return lines;
}

/// What the solutions that may be added give together; empty: nothing is added.
std::string sums_of(Context const& c, Column const& column) {
    std::string sums;
    for (auto const& total : board::totals(c.board))
        if (belongs(column, total.level))
            add(sums, c.words.say("effect.total", {{"n", std::int64_t{total.lines}},
                                                   {"value", signed_amount(c, total.moved, total.unit)}}));
    return sums;
}

ui::Type head_type(Context const& c) {
    ui::Type head = c.ui.theme().body;
    head.weight = ui::Weight::Bold;
    return head;
}

float sums_height(Context const& c) { return line_height(c.ui.theme().label) * 1.1F; }

/// With all its lines in sight.
float column_height(Context& c, Column const& column, float width) {
    float const head = line_height(head_type(c)) + head_gap + line_height(c.ui.theme().small) + hint_gap;
    float const sums = sums_of(c, column).empty() ? 0 : sums_height(c) + sums_gap;
    return 2 * column_inset.y + head + lines_of(c, column, width - 2 * column_inset.x).height + sums;
}

void draw_column(Context& c, Column const& column, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::note, column.ground);
    ui::Rect inside = rect.inset(column_inset.x, column_inset.y);
    auto const head = head_type(c);
    ui::Rect row = inside.cut_top(line_height(head), head_gap);
    c.ui.canvas().icon(column.icon, {row.x + 15, row.centre().y}, 30, column.ink);
    row.cut_left(42);
    ui::label_centred(c.ui, c.words.get(column.word), row, head, column.ink, ui::Align::Left);
    auto const lines = lines_of(c, column, inside.w);
    if (!lines.all.empty() || inside.h > line_height(theme.small) + hint_gap + line_height(theme.label))
        ui::label_centred(c.ui, c.words.get(column.hint), inside.cut_top(line_height(theme.small), hint_gap),
                          theme.small, ui::colour::soft, ui::Align::Left);
    if (auto const sums = sums_of(c, column); !sums.empty())
        ui::label(c.ui, sums, inside.cut_bottom(sums_height(c), sums_gap), theme.label, column.ink, ui::Align::Left, 1);
    if (lines.all.empty())
        return void(ui::label(c.ui, c.words.get("effect.nothing"), inside, quiet(theme.label), ui::colour::soft));
    float y = inside.y - c.ui.begin_scroll(std::string("effect/") + column.id,
                                           {inside.x, inside.y, inside.w + bar_room, inside.h}, lines.height,
                                           c.words.get(column.word));
    for (std::size_t i = 0; i < lines.all.size(); ++i) {
        std::size_t const place = i % lines.beside;
        auto const& line = lines.all[i];
        draw_line(c, *line.idea, line.told, column,
                  {inside.x + static_cast<float>(place) * (lines.width + between), y, lines.width, line.height});
        if (place + 1 == lines.beside)
            y += line.height;
    }
    c.ui.end_scroll();
}

struct Place {
    Column const* column;
    ui::Rect rect;
};

using Columns = std::vector<Column const*>;

/// Equal parts of the rectangle, side by side or one under the other.
void share_out(Columns const& columns, ui::Rect rect, bool beside, std::vector<Place>& out) {
    auto const count = static_cast<float>(columns.size());
    float const part = ((beside ? rect.w : rect.h) - column_gap * (count - 1)) / count;
    for (auto const* column : columns)
        out.push_back({column, beside ? rect.cut_left(part, column_gap) : rect.cut_top(part, column_gap)});
}

/// What is empty takes little room, at the end.
std::vector<Place> places_in(Context& c, ui::Rect rect) {
    constexpr float narrow = 0.22F;
    Columns filled, empty;
    for (auto const& column : columns_of_claim)
        (lines_in(c.board, column).empty() ? empty : filled).push_back(&column);
    std::vector<Place> places;
    bool const upright = rect.w < 2 * rect.h;
    if (!filled.empty() && !empty.empty()) {
        float const low = column_height(c, *empty.front(), 0) + line_height(c.ui.theme().label);
        share_out(empty, upright ? rect.cut_bottom(low, column_gap) : rect.cut_right(rect.w * narrow, column_gap),
                  upright, places);
    } else if (filled.empty()) {
        filled = empty;
    }
    share_out(filled, rect, !upright, places);
    return places;
}

} // namespace

float effect_ledger_height(Context& c, float width) {
    float tallest = 0;
    for (auto const& place : places_in(c, {0, 0, width - 2 * effect_card_inset.x, 0}))
        if (!lines_in(c.board, *place.column).empty())
            tallest = std::max(tallest, column_height(c, *place.column, place.rect.w));
    return effect_card_head(c) + tallest + effect_card_inset.y;
}

void effect_ledger(Context& c, ui::Rect rect) {
    ui::Rect const inside = effect_card(c, rect, c.words.get("effect.ledger"), c.words.get("effect.ledger_hint"));
    for (auto const& place : places_in(c, inside))
        draw_column(c, *place.column, place.rect);
}

} // namespace screens
