#include "ui/screens/cards.h"

#include "board/effect.h"
#include "ui/kit/ink_drawing.h"
#include "ui/screens/area_grid.h"
#include "ui/screens/charts.h"
#include "ui/screens/pad_photo.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

/// The part of a drawing that is drawn on, from its top, in widths of the drawing.
struct DrawnPart {
    float top = 0, bottom = 0;
};

DrawnPart drawn_part(board::Ink const& ink) {
    int top = ink.height, bottom = 0;
    for (auto const& stroke : ink.strokes)
        for (auto const& point : stroke.points) {
            top = std::min(top, point.y - point.width);
            bottom = std::max(bottom, point.y + point.width);
        }
    auto const grid = static_cast<float>(board::ink_grid);
    return {static_cast<float>(std::max(top, 0)) / grid, static_cast<float>(std::min(bottom, ink.height)) / grid};
}

/// Looked for once for each board: a drawing has thousands of points, and a frame has no time for them.
DrawnPart drawn_part(Context& c, board::Idea const& idea) {
    auto const id = idea_id(idea) + "/ink";
    float& known = c.ui.kept(id + "/known", 0);
    float& top = c.ui.kept(id + "/top", 0);
    float& bottom = c.ui.kept(id + "/bottom", 0);
    auto const version = static_cast<float>(c.board_version % (1U << 20U)) + 1;
    if (known != version) {
        auto const part = drawn_part(*idea.ink);
        known = version, top = part.top, bottom = part.bottom;
    }
    return {top, bottom};
}

constexpr float inside = ui::space::inside;
constexpr int note_lines = 4; // a note is read from four metres; the rest is one tap away
constexpr int title_lines = 3;
constexpr float foot = 44; // the row of dots and initials on a note

ui::Type title_type(Context& c) {
    ui::Type type = c.ui.theme().card;
    type.weight = ui::Weight::SemiBold;
    return type;
}

/// A drawing or a photo leaves two lines for words.
ui::Setting note_setting(Context const& c, board::Idea const& idea, float width) {
    return {.type = c.ui.theme().card, .width = width - 2 * 18, .max_lines = idea.ink || idea.photo ? 2 : note_lines};
}

constexpr std::size_t most_merged = 2; // lines for what was merged into a note
constexpr float merged_h = 32;
constexpr float tallest_photo = 0.75F; // of its width

/// What was merged into the idea, a line each: both texts are kept.
std::vector<std::string> merged_lines(Context const& c, board::Idea const& idea) {
    std::vector<std::string> lines;
    if (std::find(c.gathering.begin(), c.gathering.end(), idea.id) == c.gathering.end())
        return lines;
    auto const merged = board::merged_ideas(c.board, idea.id);
    std::size_t const shown = merged.size() > most_merged ? most_merged - 1 : merged.size();
    for (std::size_t i = 0; i < shown; ++i)
        lines.push_back(c.words.say("board.also", {{"text", title_of(c, *merged[i])}}));
    if (merged.size() > shown)
        lines.push_back(c.words.say("board.and_more", {{"n", static_cast<std::int64_t>(merged.size() - shown)}}));
    return lines;
}

/// Where words, what was merged, the photo and the drawing of a note stand, du from its top.
struct NoteRows {
    float words = 0, merged = 0, photo = 0, ink = 0, ink_h = 0, end = 0;
    ui::Vec2 photo_size{};
};

NoteRows note_rows(Context& c, board::Idea const& idea, float width) {
    NoteRows rows{.words = 16};
    float y = rows.words + (idea.text.empty() ? 0 : c.ui.type().height(idea.text, note_setting(c, idea, width)));
    rows.merged = y + 4;
    if (auto const lines = merged_lines(c, idea).size(); lines > 0)
        y = rows.merged + merged_h * static_cast<float>(lines);
    if (idea.photo) {
        rows.photo = y + (idea.text.empty() ? 2 : 10);
        rows.photo_size = photo_size(*idea.photo, width - 2 * 18, (width - 2 * 18) * tallest_photo);
        y = rows.photo + rows.photo_size.y;
    }
    if (idea.ink) {
        auto const used = drawn_part(c, idea);
        rows.ink = y + (idea.text.empty() && !idea.photo ? 0 : 8);
        rows.ink_h = (used.bottom - used.top) * (width - 2 * 18);
        y = rows.ink + rows.ink_h;
    }
    rows.end = y;
    return rows;
}

void draw_ink(Context& c, board::Idea const& idea, ui::Rect rect) {
    auto const used = drawn_part(c, idea);
    auto const& ink = *idea.ink;
    c.ui.canvas().push_clip(rect.inset(-6));
    ui::draw_ink(c.ui.canvas(), ink,
                 {rect.x, rect.y - used.top * rect.w, rect.w,
                  rect.w * static_cast<float>(ink.height) / static_cast<float>(board::ink_grid)});
    c.ui.canvas().pop_clip();
}

/// Beside the title of a trial's card.
ui::Vec2 head_photo(board::Idea const& idea) { return idea.photo ? photo_size(*idea.photo, 120, 96) : ui::Vec2{}; }

ui::Setting title_setting(Context& c, board::Idea const& idea, float width) {
    float const beside = idea.photo ? head_photo(idea).x + 16 : 0;
    return {.type = title_type(c), .width = width - 2 * inside - beside, .max_lines = title_lines};
}

float title_height(Context& c, board::Idea const& idea, float width) {
    return std::max(c.ui.type().height(title_of(c, idea), title_setting(c, idea, width)), head_photo(idea).y);
}

constexpr float dot_step = 21;

/// Dots of the last vote: discs while they fit, then one disc and the figure.
void draw_dots(Context& c, int dots, ui::Vec2 at, float room) {
    if (static_cast<float>(dots) * dot_step <= room) {
        for (int i = 0; i < dots; ++i)
            c.ui.canvas().disc({at.x + 8 + static_cast<float>(i) * dot_step, at.y}, 8, ui::colour::accent);
        return;
    }
    c.ui.canvas().disc({at.x + 8, at.y}, 8, ui::colour::accent);
    ui::label_centred(c.ui, text::number(c.language(), dots), {at.x + 24, at.y - 20, room - 24, 40}, c.ui.theme().label,
                      ui::colour::accent, ui::Align::Left);
}

/// What the dots take of a note's foot where at most `room` is theirs, with some air after them.
float dots_width(Context const& c, board::Idea const& idea, float room) {
    auto const dots = board::dots_of(c.board, idea.id);
    if (!dots || *dots <= 0)
        return 0;
    float const all = static_cast<float>(*dots) * dot_step;
    return (all <= room ? all : 76) + 14;
}

/// Its paper, and nothing to read.
void draw_masked(Context& c, board::Idea const& idea, ui::Rect rect) {
    c.ui.canvas().rounded(rect, ui::radius::note, colour_of(idea.colour));
    c.ui.canvas().icon(ui::Icon::Lock, rect.centre(), std::min(44.0F, rect.h * 0.4F), ui::colour::ink.faded(0.28F));
}

void draw_note(Context& c, board::Idea const& idea, ui::Rect rect) {
    if (idea.masked)
        return draw_masked(c, idea, rect);
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::note, colour_of(idea.colour));
    auto const rows = note_rows(c, idea, rect.w);
    if (!idea.text.empty())
        canvas.paragraph(c.ui.type().lay(idea.text, note_setting(c, idea, rect.w)), {rect.x + 18, rect.y + rows.words},
                         ui::colour::ink);
    float line_y = rect.y + rows.merged;
    for (auto const& line : merged_lines(c, idea)) {
        ui::label_centred(c.ui, line, {rect.x + 18, line_y, rect.w - 36, merged_h}, quiet(c.ui.theme().small),
                          ui::colour::soft, ui::Align::Left);
        line_y += merged_h;
    }
    if (idea.photo)
        draw_photo(c, *idea.photo, {rect.x + 18, rect.y + rows.photo, rows.photo_size.x, rows.photo_size.y});
    if (idea.ink)
        draw_ink(c, idea, {rect.x + 18, rect.y + rows.ink, rect.w - 36, rows.ink_h});
    ui::Rect foot_row{rect.x + 18, rect.bottom() - 33 - 19, rect.w - 36, 38};
    float const y = foot_row.centre().y;
    if (idea.author)
        if (auto const* author = board::find_participant(c.board, *idea.author))
            person(c, {}, *author, {foot_row.cut_right(38, 14).centre().x, y}, 19);
    if (auto const dots = board::dots_of(c.board, idea.id); dots && *dots > 0)
        draw_dots(c, *dots, {foot_row.x, y}, idea.areas.empty() ? foot_row.w : foot_row.w / 2);
    draw_areas(c, idea.areas, {foot_row.right(), y}, foot_row.w - dots_width(c, idea, foot_row.w / 2));
}

/// The idea's way so far: a disc a trial, with a shape and a colour for how it went.
void draw_chain(Context& c, board::Idea const& idea, ui::Vec2 right) {
    auto& canvas = c.ui.canvas();
    for (auto trial = idea.trials.rbegin(); trial != idea.trials.rend(); ++trial, right.x -= 42) {
        if (!trial->decision) {
            canvas.disc(right, 17, ui::colour::test);
            ui::label_centred(c.ui, std::to_string(trial->no), {right.x - 17, right.y - 17, 34, 34}, c.ui.theme().small,
                              ui::colour::white);
            continue;
        }
        using board::Decision;
        auto const [ground, icon] = [&]() -> std::pair<ui::Colour, ui::Icon> {
            switch (*trial->decision) {
            case Decision::Scale: return {ui::colour::scale, ui::Icon::Check};
            case Decision::Adjust: return {ui::colour::learned, ui::Icon::Adjust};
            case Decision::Park: return {ui::colour::soft, ui::Icon::Park};
            case Decision::Stop: break;
            }
            return {ui::colour::coral, ui::Icon::Cross};
        }();
        canvas.disc(right, 17, ground);
        canvas.icon(icon, right, 20, ui::colour::white);
    }
}

struct CardLine {
    std::string words;
    ui::Colour ink;
};

/// What the card is called: its trial and how it stands, in words.
CardLine trial_line(Context& c, board::Idea const& idea) {
    auto const* trial = board::latest_trial(idea);
    if (!trial)
        return {c.words.get("board.selected"), ui::colour::test_text};
    std::int64_t const no = trial->no;
    if (trial->state == board::TrialState::Draft)
        return {c.words.say("board.trial_draft", {{"no", no}}), ui::colour::test_text};
    if (board::is_due(*trial, c.now.today))
        return {c.words.say("board.trial_due", {{"no", no}}), ui::colour::idea_text};
    if (board::is_quiet(*trial, c.now.today)) {
        std::int64_t const days = board::quiet_days(*trial, c.now.today).value_or(0);
        return {c.words.say("board.trial_quiet", {{"no", no}, {"n", days}}), ui::colour::soft};
    }
    return {c.words.say("board.trial", {{"no", no}}), ui::colour::test_text};
}

CardLine scale_line(Context& c, board::Idea const& idea) {
    if (idea.stage == board::Stage::Operation)
        return {c.words.get("board.operation"), ui::colour::scale_text};
    std::int64_t const no = idea.scale_plan ? idea.scale_plan->trial_no : 1;
    return {c.words.say("board.scaled", {{"no", no}}), ui::colour::scale_text};
}

/// The line that says how it stands, the trials so far, and the idea; returns what is left below them.
ui::Rect card_head(Context& c, board::Idea const& idea, ui::Rect rect, CardLine const& line) {
    ui::Rect rest = rect.inset(inside, 18);
    ui::Rect const top = rest.cut_top(36, 2);
    ui::Rect words{top.x, top.y, top.w - 42 * static_cast<float>(idea.trials.size()), top.h};
    ui::label_centred(c.ui, line.words, words, c.ui.theme().label, line.ink, ui::Align::Left);
    words.cut_left(c.ui.type().width(line.words, c.ui.theme().label) + 16);
    draw_areas(c, idea.areas, {words.right() - 6, top.centre().y}, words.w - 6);
    draw_chain(c, idea, {top.right() - 17, top.centre().y});
    auto const& title = c.ui.type().lay(title_of(c, idea), title_setting(c, idea, rect.w));
    c.ui.canvas().paragraph(title, {rest.x, rest.y}, ui::colour::ink);
    if (idea.photo) {
        auto const size = head_photo(idea);
        draw_photo(c, *idea.photo, {rest.right() - size.x, rest.y + 2, size.x, size.y});
    }
    rest.cut_top(title_height(c, idea, rect.w));
    return rest;
}

constexpr int measure_lines = 3;
constexpr float spark_w = 150;

bool has_spark(board::Trial const& trial) { return trial.state == board::TrialState::Running && !trial.points.empty(); }

/// What is measured, in a card as wide as that.
ui::Setting measure_setting(Context const& c, board::Trial const& trial, float width) {
    return {.type = quiet(c.ui.theme().small),
            .width = width - 2 * inside - (has_spark(trial) ? spark_w + 16 : 0),
            .max_lines = measure_lines};
}

/// Of the measure's name, and of the line with its figures.
float name_height(Context& c, board::Trial const& trial, float width) {
    auto const& measure = trial.plan.measure;
    return measure ? std::max(30.0F, c.ui.type().height(measure->name, measure_setting(c, trial, width))) : 0;
}
float values_height(Context const& c) { return std::max(32.0F, line_height(c.ui.theme().label)); }

float figures_height(Context& c, board::Trial const& trial, float width) {
    return name_height(c, trial, width) + values_height(c);
}

/// What is measured, and under it the figures, which must never be cut away; beside them, how they went.
void draw_figures(Context& c, board::Trial const& trial, ui::Rect& rest) {
    float const width = rest.w + 2 * inside;
    ui::Rect words = rest.cut_top(figures_height(c, trial, width));
    if (has_spark(trial))
        spark_line(c, words.cut_right(spark_w, 16), line_of(trial),
                   trial.plan.measure ? trial.plan.measure->target : std::nullopt);
    if (trial.plan.measure) {
        ui::Rect const name = words.cut_top(name_height(c, trial, width));
        auto const& laid = c.ui.type().lay(trial.plan.measure->name, measure_setting(c, trial, width));
        c.ui.canvas().paragraph(laid, {name.x, name.y}, ui::colour::soft);
    }
    ui::label_centred(c.ui, measure_line(c, trial), words, c.ui.theme().label, ui::colour::ink, ui::Align::Left);
}

/// The bar of a running measure: how far from the baseline to the target, with the target marked.
void draw_measure(Context& c, board::Trial const& trial, ui::Rect& rest) {
    auto const& measure = trial.plan.measure;
    if (measure && measure->baseline && measure->target) {
        double const base = measure->baseline->value, target = *measure->target;
        auto const latest = board::latest_reading(trial);
        double const now = latest ? latest->value : base;
        double const way = target - base;
        float const part = way == 0 ? 1 : static_cast<float>((now - base) / way * 0.8);
        ui::progress_bar(c.ui, rest.cut_top(13, 8), std::clamp(part, 0.0F, 1.0F), 0.8F, ui::colour::test);
    }
    draw_figures(c, trial, rest);
    rest.cut_top(10);
}

void draw_owner(Context& c, board::Trial const& trial, ui::Rect row) {
    float x = row.x;
    if (trial.plan.owner)
        if (auto const* owner = board::find_participant(c.board, *trial.plan.owner)) {
            person(c, {}, *owner, {x + 22, row.centre().y}, 22);
            x += 58;
        }
    float right = row.right();
    if (trial.state == board::TrialState::Running && !trial.check_ins.empty()) {
        draw_face(c, trial.check_ins.back().state, {right - 23, row.centre().y}, 46);
        right -= 60;
    }
    auto const type = quiet(c.ui.theme().label);
    ui::label_centred(c.ui, deadline(c, trial, type, right - x), {x, row.y, right - x, row.h}, type, ui::colour::soft,
                      ui::Align::Left);
}

bool has_measure_rows(board::Idea const& idea) {
    auto const* trial = board::latest_trial(idea);
    return trial && trial->state != board::TrialState::Draft;
}

void draw_trial_card(Context& c, board::Idea const& idea, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    auto const* trial = board::latest_trial(idea);
    bool const waiting = !has_measure_rows(idea);
    if (waiting)
        canvas.dashed(rect.inset(1.5F), ui::radius::card, 3, ui::colour::test);
    ui::Rect rest = card_head(c, idea, rect, trial_line(c, idea));
    rest.cut_top(12);
    if (waiting) {
        ui::label_centred(c.ui, c.words.get(trial ? "board.continue_draft" : "board.write_trial"),
                          {rest.x, rest.y, rest.w, 34}, c.ui.theme().label, ui::colour::soft, ui::Align::Left);
        return;
    }
    draw_measure(c, *trial, rest);
    draw_owner(c, *trial, rest.cut_top(46));
}

/// The trial the solution stands on.
board::Trial const* basis(board::Idea const& idea) {
    if (!idea.scale_plan)
        return nullptr;
    for (auto const& trial : idea.trials)
        if (trial.no == idea.scale_plan->trial_no)
            return &trial;
    return nullptr;
}

/// The difference the trial made, large: »− 9 dage«.
std::string difference(Context& c, board::Trial const& trial) {
    auto const& measure = trial.plan.measure;
    if (!measure || !measure->baseline || !trial.outcome.result)
        return {};
    double const change = trial.outcome.result->value - measure->baseline->value;
    std::string const sign = change < 0 ? "− " : "+ ";
    auto const unit = measure->kind == board::MeasureKind::Share ? c.words.get("board.points") : measure->unit;
    return sign + text::amount(c.language(), std::abs(change), unit);
}

int places_in_use(board::ScalePlan const& plan) {
    int n = 0;
    for (auto const& place : plan.places)
        n += place.state == board::PlaceState::InUse;
    return n;
}

void draw_scale_card(Context& c, board::Idea const& idea, ui::Rect rect) {
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    ui::Rect rest = card_head(c, idea, rect, scale_line(c, idea));
    rest.cut_top(10);
    if (auto const* trial = basis(idea)) {
        if (auto const change = difference(c, *trial); !change.empty()) {
            auto const& theme = c.ui.theme();
            auto const figure = sized_to(c, change, theme.title, rest.w, {theme.heading.size, theme.body.size});
            ui::label_centred(c.ui, change, rest.cut_top(52), figure, ui::colour::scale_text, ui::Align::Left);
        }
        draw_figures(c, *trial, rest);
        rest.cut_top(8);
    }
    if (!idea.scale_plan || idea.scale_plan->places.empty())
        return;
    int const in_use = places_in_use(*idea.scale_plan), all = static_cast<int>(idea.scale_plan->places.size());
    ui::label_centred(c.ui, c.words.say("board.places", {{"n", std::int64_t{in_use}}, {"total", std::int64_t{all}}}),
                      rest.cut_top(34, 4), c.ui.theme().label, ui::colour::ink, ui::Align::Left);
    ui::progress_bar(c.ui, rest.cut_top(13), static_cast<float>(in_use) / static_cast<float>(all), -1,
                     ui::colour::scale);
}

} // namespace

Lane lane_of(board::Stage stage) {
    switch (stage) {
    case board::Stage::New: return Lane::Idea;
    case board::Stage::Selected:
    case board::Stage::Test: return Lane::Test;
    case board::Stage::Scaling:
    case board::Stage::Operation: return Lane::Scale;
    case board::Stage::Parked:
    case board::Stage::Stopped:
    case board::Stage::Merged: break;
    }
    return Lane::Tray;
}

float card_height(Context& c, board::Idea const& idea, float width) {
    if (idea.masked)
        return 174;
    if (lane_of(idea.stage) == Lane::Idea || lane_of(idea.stage) == Lane::Tray)
        return std::max(174.0F, note_rows(c, idea, width).end + 12 + foot + 8);
    float const head = 18 + 38 + title_height(c, idea, width);
    if (lane_of(idea.stage) == Lane::Test) {
        auto const* trial = board::latest_trial(idea);
        if (!has_measure_rows(idea))
            return head + 12 + 34 + 20;
        bool const bar = trial->plan.measure && trial->plan.measure->baseline && trial->plan.measure->target;
        return head + 12 + (bar ? 21.0F : 0) + figures_height(c, *trial, width) + 10 + 46 + 18;
    }
    auto const* trial = basis(idea);
    bool const places = idea.scale_plan && !idea.scale_plan->places.empty();
    return head + 10 + (trial ? figures_height(c, *trial, width) + 8 : 0) +
           (trial && !difference(c, *trial).empty() ? 52.0F : 0) + (places ? 51.0F : 0) + 20;
}

void draw_card(Context& c, board::Idea const& idea, ui::Rect rect, CardLook const& look) {
    auto& canvas = c.ui.canvas();
    float const corner = lane_of(idea.stage) == Lane::Idea ? ui::radius::note : ui::radius::card;
    canvas.shadow(rect, corner, look.lifted ? ui::Shadow::Lifted : ui::Shadow::Resting);
    switch (lane_of(idea.stage)) {
    case Lane::Test: draw_trial_card(c, idea, rect); break;
    case Lane::Scale: draw_scale_card(c, idea, rect); break;
    case Lane::Idea:
    case Lane::Tray: draw_note(c, idea, rect); break;
    }
    if (look.fresh > 0)
        canvas.outline(rect.inset(-7), corner + 7, 5, ui::colour::accent.faded(look.fresh));
    if (look.picked)
        canvas.outline(rect, corner, 4, ui::colour::accent);
    if (look.saving)
        canvas.icon(ui::Icon::Saving, {rect.right() - 22, rect.bottom() - 22}, 24, ui::colour::soft);
}

std::string deadline(Context& c, board::Trial const& trial, ui::Type const& type, float width) {
    if (!trial.plan.to)
        return {};
    auto const date = text::date(c.language(), *trial.plan.to, text::DateStyle::Short);
    auto const when = text::relative_day(c.words, *trial.plan.to, c.now.today);
    for (auto const& said : {c.words.say("board.until", {{"date", date}, {"when", when}}),
                             c.words.say("board.until_day", {{"date", date}})})
        if (c.ui.type().width(said, ui::fitted(c.ui, said, type, width)) <= width)
            return said;
    return date;
}

std::string card_label(Context const& c, board::Idea const& idea) { return title_of(c, idea); }

} // namespace screens
