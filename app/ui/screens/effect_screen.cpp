#include "ui/screens/effect_parts.h"

#include "board/effect.h"
#include "ui/screens/charts.h"
#include "ui/screens/fields.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

constexpr float head_gap = 2, under_gap = 12; // of a card
constexpr std::size_t way_rows = 4;

// --- from idea to daily use ---

struct Bar {
    char const* word;
    int count;
    ui::Colour colour;
};

std::array<Bar, way_rows> way(board::Board const& board) {
    std::array<Bar, way_rows> bars{{{"effect.ideas", 0, ui::colour::idea},
                                    {"effect.trials", 0, ui::colour::test},
                                    {"effect.adjusted", 0, ui::colour::learned},
                                    {"effect.scaled", 0, ui::colour::scale}}};
    for (auto const& idea : board.ideas) {
        bars[0].count += idea.stage != board::Stage::Merged;
        bars[3].count += idea.stage == board::Stage::Scaling || idea.stage == board::Stage::Operation;
        for (auto const& trial : idea.trials) {
            bars[1].count += trial.state != board::TrialState::Draft;
            bars[2].count += trial.decision == board::Decision::Adjust;
        }
    }
    return bars;
}

void draw_way(Context& c, ui::Rect rect) {
    ui::Rect inside = effect_card(c, rect, c.words.get("effect.way"), c.words.get("effect.way_hint"));
    auto const bars = way(c.board);
    int most = 1;
    float words = 0;
    ui::Type type = c.ui.theme().label;
    type.weight = ui::Weight::SemiBold;
    for (auto const& bar : bars) {
        most = std::max(most, bar.count);
        words = std::max(words, c.ui.type().width(c.words.get(bar.word), type));
    }
    float const step = std::min(inside.h / static_cast<float>(bars.size()), 70.0F);
    for (auto const& bar : bars) {
        ui::Rect row = inside.cut_top(step);
        ui::label_centred(c.ui, c.words.get(bar.word), row.cut_left(words + 6, 22), type, ui::colour::ink,
                          ui::Align::Left);
        float const room = row.w - 70;
        float const width = bar.count == 0
                                ? 4
                                : std::max(14.0F, room * static_cast<float>(bar.count) / static_cast<float>(most));
        float const thick = std::min(44.0F, step * 0.7F);
        c.ui.canvas().rounded({row.x, row.centre().y - thick / 2, width, thick}, ui::radius::small, bar.colour);
        ui::label_centred(c.ui, text::number(c.language(), bar.count), {row.x + width + 16, row.y, 70, row.h}, type,
                          ui::colour::ink, ui::Align::Left);
    }
}

// --- the pulse ---

/// Closed answers to each statement, in the order they were first asked.
struct Asked {
    std::string statement;
    std::vector<std::pair<board::PulseRound const*, std::size_t>> rounds;
};

std::vector<Asked> asked(board::Board const& board) {
    std::vector<Asked> all;
    for (auto const& round : board.pulses) {
        if (round.state != board::RoundState::Closed)
            continue;
        for (std::size_t i = 0; i < round.statements.size(); ++i) {
            auto found = std::find_if(all.begin(), all.end(),
                                      [&](Asked const& one) { return one.statement == round.statements[i]; });
            if (found == all.end())
                found = all.insert(all.end(), Asked{round.statements[i], {}});
            found->rounds.emplace_back(&round, i);
        }
    }
    return all;
}

std::string signal_line(Context const& c, board::RunSignal const& signal, std::size_t points) {
    if (!signal.enough)
        return c.words.say("effect.few_points", {{"n", static_cast<std::int64_t>(points)}});
    if (signal.shift || signal.few_crossings)
        return c.words.get("effect.signal");
    return c.words.get("effect.no_signal");
}

/// How the last answers fell, from ten answers on (method.md 3.4).
void distribution(Context& c, board::PulseRound const& round, std::size_t statement, ui::Rect rect) {
    auto const& counts = round.counts[statement];
    int const most = std::max(1, *std::max_element(counts.begin(), counts.end()));
    auto const& small = c.ui.theme().small;
    ui::label_centred(c.ui, c.words.get("effect.distribution"), rect.cut_top(line_height(small), 6), small,
                      ui::colour::soft, ui::Align::Left);
    float const step = std::min(rect.h / static_cast<float>(counts.size()), 46.0F);
    for (std::size_t i = counts.size(); i-- > 0;) {
        ui::Rect row = rect.cut_top(step);
        ui::label_centred(c.ui, std::to_string(i + 1), row.cut_left(20, 10), small, ui::colour::ink);
        float const width = std::max(4.0F, (row.w - 44) * static_cast<float>(counts[i]) / static_cast<float>(most));
        c.ui.canvas().rounded({row.x, row.centre().y - step * 0.32F, width, step * 0.64F}, 6, ui::colour::test);
        ui::label_centred(c.ui, std::to_string(counts[i]), {row.x + width + 8, row.y, 40, row.h}, small,
                          ui::colour::ink, ui::Align::Left);
    }
}

Asked const& shown(EffectView const& view, std::vector<Asked> const& all) {
    for (auto const& one : all)
        if (one.statement == view.statement)
            return one;
    return *std::max_element(all.begin(), all.end(),
                             [](Asked const& a, Asked const& b) { return a.rounds.size() < b.rounds.size(); });
}

void draw_pulse(Context& c, EffectView& view, ui::Rect rect) {
    auto const all = asked(c.board);
    auto const& theme = c.ui.theme();
    if (all.empty()) {
        ui::Rect const inside = effect_card(c, rect, c.words.get("effect.pulse"), c.words.get("pulse.what_it_is"));
        ui::label(c.ui, c.words.get("effect.no_pulse"), inside, theme.label, ui::colour::soft);
        return;
    }
    auto const& one = shown(view, all);
    constexpr float whole_button = 190, gap = 16;
    ui::Type name = theme.body;
    name.weight = ui::Weight::Bold;
    float const beside_words = rect.w - 2 * effect_card_inset.x - c.ui.type().width(one.statement, name) - gap;
    bool const whole = beside_words >= whole_button;
    float const next_w = whole ? whole_button : theme.target;
    ui::Rect inside = effect_card(c, rect, one.statement, c.words.get("effect.pulse_hint"),
                                  all.size() > 1 ? next_w + gap : 0);
    if (all.size() > 1) {
        ui::Rect next = {inside.right() - next_w, rect.y + 24, next_w, std::max(theme.target, 60.0F)};
        if (ui::button(c.ui, {.id = "effect/next-statement",
                              .rect = next,
                              .label = whole ? c.words.get("effect.next") : std::string(),
                              .icon = ui::Icon::ArrowRight,
                              .item_label = c.words.get("effect.next"),
                              .type = theme.label})) {
            auto const at = static_cast<std::size_t>(&one - all.data());
            view.statement = all[(at + 1) % all.size()].statement;
        }
    }
    std::vector<RunPoint> points;
    std::vector<double> values;
    for (auto const& [round, statement] : one.rounds) {
        auto const mean = board::pulse_mean(*round, statement);
        points.push_back(
            {text::date(c.language(), round->closed_on.value_or(round->opened_on), text::DateStyle::Short),
             mean ? "n = " + std::to_string(board::pulse_answers(*round, statement)) : c.words.get("effect.hidden"),
             mean});
        if (mean)
            values.push_back(*mean);
    }
    constexpr std::size_t most_shown = 24;
    if (points.size() > most_shown)
        points.erase(points.begin(), points.end() - most_shown);
    auto const [last, at] = one.rounds.back();
    ui::label(c.ui, signal_line(c, board::run_signal(values), values.size()),
              inside.cut_bottom(line_height(theme.small), 8), theme.small, ui::colour::soft, ui::Align::Left, 1);
    if (board::pulse_mean(*last, at) && board::pulse_answers(*last, at) >= board::fewest_for_distribution)
        distribution(c, *last, at, inside.cut_right(std::min(230.0F, inside.w * 0.3F), 28));
    run_chart(c, inside, points, 1, board::pulse_steps);
}

/// The pulse's chart with all that is said around it, du.
float least_pulse(Context const& c) {
    if (asked(c.board).empty())
        return 0;
    float const around = effect_card_head(c) + effect_card_inset.y + 4 * line_height(c.ui.theme().small) + 18;
    return around + 120;
}

float least_way(Context const& c) {
    return effect_card_head(c) + effect_card_inset.y +
           static_cast<float>(way_rows) * (line_height(c.ui.theme().label) + 6);
}

/// What is in use above, and below it the way and the pulse; beside them where large words need its height.
void lay_out(Context& c, EffectView& view, ui::Rect area) {
    constexpr float gap = 24;
    float const below = std::max({least_way(c), least_pulse(c), area.h * 0.34F});
    float const ledger = effect_ledger_height(c, area.w);
    if (c.ui.portrait()) {
        effect_ledger(c, area.cut_top(area.h * 0.5F, gap));
        draw_way(c, area.cut_top((area.h - gap) * 0.42F, gap));
    } else if (ledger <= area.h - gap - below) {
        effect_ledger(c, area.cut_top(std::max(ledger, area.h * 0.46F), gap));
        draw_way(c, area.cut_left((area.w - gap) * 0.42F, gap));
    } else {
        effect_ledger(c, area.cut_left((area.w - gap) * 0.56F, gap));
        draw_way(c, area.cut_top(std::max(least_way(c), (area.h - gap) * 0.42F), gap));
    }
    draw_pulse(c, view, area);
}

std::string period(Context const& c) {
    auto const& meetings = c.board.course.meetings;
    if (meetings.empty() || meetings.front().date > c.now.today)
        return text::date(c.language(), c.now.today, text::DateStyle::Card);
    return text::date_span(c.language(), meetings.front().date, c.now.today);
}

} // namespace

ui::Rect effect_card(Context& c, ui::Rect rect, std::string const& heading, std::string const& under, float beside) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().shadow(rect, ui::radius::card, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    ui::Rect inside = rect.inset(effect_card_inset.x, effect_card_inset.y);
    ui::Type type = theme.body;
    type.weight = ui::Weight::Bold;
    ui::Rect first = inside.cut_top(line_height(type), head_gap);
    ui::Rect second = inside.cut_top(line_height(theme.small), under_gap);
    first.w -= beside, second.w -= beside;
    ui::label_centred(c.ui, heading, first, type, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, under, second, theme.small, ui::colour::soft, ui::Align::Left);
    return inside;
}

float effect_card_head(Context const& c) {
    auto const& theme = c.ui.theme();
    return effect_card_inset.y + line_height(theme.body) + head_gap + line_height(theme.small) + under_gap;
}

void effect_screen(Context& c, EffectView& view) {
    auto const time = period(c);
    ui::Rect free = header(c, {.subtitle = c.words.get("effect.title"),
                               .meetings = false,
                               .clock = false,
                               .beside = text_pill_room(c, time)});
    text_pill(c, free, time);
    lay_out(c, view, page_area(c));
    ui::Rect band = page_band(c);
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    auto const& back = c.words.get(in_meeting ? "round.to_meeting" : "vote.back");
    if (band_button(c, band, Side::Left, {.id = "effect/back", .label = back}))
        c.requests.emplace_back(GoTo{.screen = in_meeting ? Screen::Meeting : Screen::Board});
    if (board::ledger(c.board).empty())
        band_line(c, band, c.words.get("effect.how_it_comes"));
    else
        band_line(c, band, c.words.get("effect.never_added"));
}

} // namespace screens
