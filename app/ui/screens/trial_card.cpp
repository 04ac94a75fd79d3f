#include "ui/screens/trial_card.h"

#include "ui/screens/trial_compare.h"

#include "board/effect.h"
#include "ui/screens/charts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float edge = 14; // of the coloured top
constexpr float field_gap = 12;
constexpr float box_inside = 18;

struct Field {
    std::string name, text;
    std::optional<board::ParticipantId> person = {}; ///< a disc before the text
};

ui::Type bold(ui::Type type, ui::Weight weight) {
    type.weight = weight;
    return type;
}

std::string basis(Context const& c, board::Measure const& measure, board::Reading const& reading) {
    if (measure.kind == board::MeasureKind::Share || !reading.n)
        return {};
    return " (" + c.words.say("trial.observations", {{"n", std::int64_t{*reading.n}}}) + ")";
}

/// "Afbrydelser pr. dag · 14 (20 målinger) → mål 8".
std::string measured_on(Context const& c, board::TrialPlan const& plan) {
    if (plan.experience_only || !plan.measure)
        return plan.experience_only ? c.words.get("trial.experience_only") : std::string();
    auto const& measure = *plan.measure;
    std::string figures;
    if (measure.baseline)
        figures = reading_line(c, measure, *measure.baseline) + basis(c, measure, *measure.baseline);
    if (measure.target)
        figures += (figures.empty() ? "" : arrow_between) +
                   c.words.say("trial.target", {{"value", figure(c, *measure.target, measure.unit)}});
    return joined({measure.name, figures});
}

std::string experience_word(Context const& c, board::Experience experience) {
    switch (experience) {
    case board::Experience::Better: return c.words.get("trial.felt_better");
    case board::Experience::Same: return c.words.get("trial.felt_same");
    case board::Experience::Worse: break;
    }
    return c.words.get("trial.felt_worse");
}

/// "14 → 6 (60 målinger) · mål 8": what it was, what came of it, and what was hoped for.
std::string before_and_after(Context const& c, board::Measure const& measure, board::Reading const& result) {
    std::string line;
    if (measure.baseline)
        line = reading_line(c, measure, *measure.baseline) + arrow_between;
    line += reading_line(c, measure, result) + basis(c, measure, result);
    if (measure.target)
        line = joined({line, c.words.say("trial.target", {{"value", figure(c, *measure.target, measure.unit)}})});
    return line;
}

/// What came, in figures: the reading, and the guard where there is one.
std::string figures_of(Context const& c, board::Trial const& trial) {
    auto const& outcome = trial.outcome;
    std::string line;
    if (outcome.experience && trial.plan.experience_only)
        line = experience_word(c, *outcome.experience);
    if (outcome.result && trial.plan.measure)
        line = joined({before_and_after(c, *trial.plan.measure, *outcome.result), others_line(c, trial)});
    if (auto const held = board::guard_held(trial))
        line = joined({line, c.words.say(*held ? "trial.guard_held" : "trial.guard_broken",
                                         {{"value", figure(c, *outcome.guard_result, trial.plan.guard->unit)}})});
    return line;
}

Field when_and_who(Context const& c, board::Trial const& trial) {
    auto const& plan = trial.plan;
    bool const ended = trial.state == board::TrialState::Ended;
    Field field{c.words.get(ended ? "trial.period" : "trial.checked"), {}, plan.owner};
    if (ended && plan.from && plan.to)
        field.text = text::date(c.language(), *plan.from, text::DateStyle::Short) + " – " +
                     text::date(c.language(), *plan.to, text::DateStyle::Short);
    else if (plan.to)
        field.text = text::date(c.language(), *plan.to, text::DateStyle::LongDay);
    if (plan.owner)
        if (auto const* owner = board::find_participant(c.board, *plan.owner))
            field.text = joined({field.text, owner->name});
    return field;
}

std::string told_line(Context const& c, board::CheckIn const& one) {
    return joined({face_word(c, one.state), one.line});
}

std::string points_line(Context const& c, board::Trial const& trial) {
    std::string line;
    for (auto const& point : board::points_by_day(trial))
        line = joined({line, text::date(c.language(), point.on, text::DateStyle::Short) + ": " +
                                 reading_line(c, *trial.plan.measure, point.reading) +
                                 basis(c, *trial.plan.measure, point.reading)});
    return line;
}

/// »Ændret«: a locked measure was changed, and why; and why more ran than the limit allows.
void add_exceptions(Context const& c, board::Trial const& trial, std::vector<Field>& fields) {
    if (trial.measure_changed)
        fields.push_back({c.words.get("trial.changed_mark"),
                          joined({text::date(c.language(), *trial.measure_changed, text::DateStyle::Short),
                                  trial.measure_change_reason})});
    fields.push_back({c.words.get("trial.over_limit"), trial.over_limit_reason});
}

/// What was told on the way: all of it on a whole card.
void add_told(Context const& c, board::Trial const& trial, std::vector<Field>& fields) {
    if (trial.plan.measure)
        fields.push_back({c.words.get("trial.points"), points_line(c, trial)});
    for (auto one = trial.check_ins.rbegin(); one != trial.check_ins.rend(); ++one)
        fields.push_back(
            {c.words.say("trial.check_in", {{"date", text::date(c.language(), one->on, text::DateStyle::ShortDay)}}),
             told_line(c, *one)});
}

/// What was written under »Vi tror, at« without saying it twice.
std::string believed(Context const& c, std::string const& assumption) {
    auto const& opening = c.words.get("trial.we_believe");
    if (!assumption.starts_with(opening))
        return assumption;
    auto const begin = assumption.find_first_not_of(' ', opening.size());
    return begin == std::string::npos ? assumption : assumption.substr(begin);
}

std::vector<Field> fields_of(Context const& c, board::Trial const& trial, bool whole) {
    auto const& plan = trial.plan;
    auto const& outcome = trial.outcome;
    auto const name = [&](char const* key) { return c.words.get(key); };
    std::vector<Field> fields;
    fields.push_back({name("trial.changed"), plan.changed});
    fields.push_back({name("trial.we_believe"), believed(c, plan.assumption)});
    if (whole)
        fields.push_back({name("trial.scope"), plan.scope});
    bool const ended = trial.state == board::TrialState::Ended;
    bool const figures_below = ended && !whole && outcome.result && plan.measure; // the result tells them all
    fields.push_back({name("trial.measured_on"), figures_below ? plan.measure->name : measured_on(c, plan)});
    if (plan.guard && !figures_below)
        fields.push_back({name("trial.guard"), guard_line(c, *plan.guard)});
    if (whole || ended)
        fields.push_back({name("trial.result"), joined({figures_of(c, trial), outcome.what_happened})});
    fields.push_back(when_and_who(c, trial));
    add_exceptions(c, trial, fields);
    if (whole) {
        fields.push_back({name("trial.reason"), trial.decision_reason});
        fields.push_back({name("trial.source"), plan.measure ? plan.measure->source : std::string()});
        add_told(c, trial, fields);
    }
    std::erase_if(fields, [](Field const& field) { return field.text.empty(); });
    return fields;
}

/// The latest point, while there is no result.
std::string so_far(Context const& c, board::Trial const& trial) {
    auto const latest = board::latest_reading(trial);
    if (trial.outcome.result || !latest || !trial.plan.measure)
        return {};
    return reading_line(c, *trial.plan.measure, *latest) + basis(c, *trial.plan.measure, *latest);
}

/// The box at the foot: what was learned, or how it goes so far.
Field foot_of(Context const& c, board::Trial const& trial) {
    if (!trial.outcome.learning.empty())
        return {c.words.get("trial.learned"), trial.outcome.learning};
    if (trial.state == board::TrialState::Running)
        return {c.words.get("trial.so_far"), joined({figures_of(c, trial), so_far(c, trial)})};
    return {};
}

float text_left(Context const& c, Field const& field) {
    return field.person && board::find_participant(c.board, *field.person) ? 54.0F : 0.0F;
}

float height_of(Context& c, Field const& field, float width, int lines) {
    auto const& theme = c.ui.theme();
    float const left = text_left(c, field);
    auto const& words = c.ui.type().lay(field.text, {.type = theme.body, .width = width - left, .max_lines = lines});
    return line_height(theme.small) + std::max(words.height, left > 0 ? 44.0F : 0.0F);
}

void draw_field(Context& c, Field const& field, ui::Rect rect, int lines) {
    auto const& theme = c.ui.theme();
    ui::label(c.ui, field.name, rect.cut_top(line_height(theme.small)), bold(theme.small, ui::Weight::SemiBold),
              ui::colour::soft, ui::Align::Left, 1);
    if (float const left = text_left(c, field); left > 0) {
        person(c, {}, *board::find_participant(c.board, *field.person), {rect.x + 21, rect.y + 22}, 20);
        rect.cut_left(left);
        ui::label_centred(c.ui, field.text, {rect.x, rect.y, rect.w, 44}, theme.body, ui::colour::ink, ui::Align::Left);
        return;
    }
    ui::label(c.ui, field.text, rect, theme.body, ui::colour::ink, ui::Align::Left, lines);
}

float box_height(Context& c, Field const& foot, float width, int lines) {
    if (foot.text.empty())
        return 0;
    return height_of(c, foot, width - 2 * box_inside, lines) + 2 * (box_inside - 4);
}

void draw_box(Context& c, Field const& foot, ui::Rect rect, TrialLook const& look, int lines) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::note, look.ground);
    ui::Rect inside = rect.inset(box_inside, box_inside - 4);
    ui::label(c.ui, foot.name, inside.cut_top(line_height(theme.small)), bold(theme.small, ui::Weight::Bold), look.ink,
              ui::Align::Left, 1);
    ui::label(c.ui, foot.text, inside, theme.body, ui::colour::ink, ui::Align::Left, lines);
}

void draw_ground(Context& c, board::Trial const& trial, ui::Rect rect, TrialLook const& look, bool pressed) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::card, pressed ? ui::Shadow::Lifted : ui::Shadow::Resting);
    canvas.rounded_top({rect.x, rect.y, rect.w, 2 * ui::radius::card}, ui::radius::card, look.edge);
    canvas.rounded({rect.x, rect.y + edge, rect.w, rect.h - edge}, ui::radius::card, ui::colour::white);
    if (trial.state == board::TrialState::Draft)
        canvas.dashed(rect.inset(1), ui::radius::card, 2, ui::colour::faint);
}

/// "Prøvehandling 1 … I gang", cut off `inside`.
void draw_name(Context& c, board::Trial const& trial, ui::Rect& inside, TrialLook const& look) {
    auto const type = bold(c.ui.theme().label, ui::Weight::SemiBold);
    ui::Rect row = inside.cut_top(line_height(type), 6);
    ui::Rect const state = row.cut_right(c.ui.type().width(look.word, type) + 4, 12);
    ui::label_centred(c.ui, look.word, state, type, look.ink, ui::Align::Right);
    ui::label_centred(c.ui, trial_name(c, trial.no), row, type, look.ink, ui::Align::Left);
}

void draw_title(Context& c, board::Trial const& trial, ui::Rect& inside, int lines) {
    auto const type = bold(c.ui.theme().heading, ui::Weight::Bold);
    bool const none = trial.plan.what.empty();
    auto const& title = none ? c.words.get("trial.not_written") : trial.plan.what;
    float const height = ui::label(c.ui, title, inside, type, none ? ui::colour::soft : ui::colour::ink,
                                   ui::Align::Left, lines);
    inside.cut_top(height, 18);
}

/// How many lines each field gets: one, and then one more by turns while `height` lasts.
std::vector<int> lines_for(Context& c, std::vector<Field> const& fields, float width, float height) {
    constexpr int most = 5;
    std::vector<int> lines(fields.size(), 1);
    float left = height;
    for (auto const& field : fields)
        left -= height_of(c, field, width, 1) + field_gap;
    for (int count = 2; count <= most; ++count)
        for (std::size_t i = 0; i < fields.size(); ++i) {
            float const more = height_of(c, fields[i], width, count) - height_of(c, fields[i], width, lines[i]);
            if (more > 0 && more <= left)
                lines[i] = count, left -= more;
        }
    return lines;
}

void draw_fields(Context& c, std::vector<Field> const& fields, ui::Rect inside) {
    auto const lines = lines_for(c, fields, inside.w, inside.h + field_gap);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        float const height = height_of(c, fields[i], inside.w, lines[i]);
        if (height > inside.h + 2)
            return;
        draw_field(c, fields[i], inside.cut_top(height, field_gap), lines[i]);
    }
}

/// A wide card has its fields in two columns: before, and after.
void draw_fields_in_columns(Context& c, std::vector<Field> fields, ui::Rect inside) {
    constexpr float wide = 760, between = 36;
    if (inside.w < wide)
        return draw_fields(c, fields, inside);
    auto const half = fields.begin() + static_cast<std::ptrdiff_t>((fields.size() + 1) / 2);
    draw_fields(c, {fields.begin(), half}, inside.cut_left((inside.w - between) / 2, between));
    draw_fields(c, {half, fields.end()}, inside);
}

} // namespace

namespace {

constexpr float least_face_step = 94;

/// The latest check-ins as faces with their days, the newest last, and the figures as a line beside them.
void draw_strip(Context& c, board::Trial const& trial, ui::Rect row) {
    if (!trial.points.empty())
        spark_line(c, row.cut_right(std::min(170.0F, row.w * 0.36F), 14), line_of(trial),
                   trial.plan.measure ? trial.plan.measure->target : std::nullopt);
    auto const& small = c.ui.theme().small;
    std::vector<std::string> days;
    float step = least_face_step; // large days need more
    for (auto const& one : trial.check_ins) {
        days.push_back(text::date(c.language(), one.on, text::DateStyle::Short));
        step = std::max(step, c.ui.type().width(days.back(), small) + 14);
    }
    auto const fits = static_cast<std::size_t>(std::max(1.0F, row.w / step));
    auto const all = trial.check_ins.size();
    for (std::size_t i = all - std::min(all, fits); i < all; ++i) {
        ui::Rect const place = row.cut_left(step);
        draw_face(c, trial.check_ins[i].state, {place.centre().x, place.y + 23}, 44);
        ui::label_centred(c.ui, days[i], {place.x, place.y + 48, place.w - 4, line_height(small)}, small,
                          ui::colour::soft);
    }
}

} // namespace

void draw_trial_glance(Context& c, board::Idea const&, board::Trial const& trial, ui::Rect rect, bool pressed) {
    auto const look = look_of(c, trial);
    draw_ground(c, trial, rect, look, pressed);
    ui::Rect inside = rect.inset(28, 24);
    inside.cut_top(edge + 2);
    draw_name(c, trial, inside, look);
    draw_title(c, trial, inside, rect.h < 480 ? 1 : rect.w < 560 ? 2 : 3);
    auto const foot = foot_of(c, trial);
    if (float const height = box_height(c, foot, inside.w, 4); height > 0)
        draw_box(c, foot, inside.cut_bottom(height, 14), look, 4);
    bool const told = !trial.check_ins.empty() || !trial.points.empty();
    if (float const height = 50 + line_height(c.ui.theme().small); told && inside.h > 2.2F * height)
        draw_strip(c, trial, inside.cut_bottom(height, 10));
    draw_fields_in_columns(c, fields_of(c, trial, false), inside);
}

void draw_trial_whole(Context& c, board::Idea const& idea, board::Trial const& trial, ui::Rect rect) {
    auto const look = look_of(c, trial);
    draw_ground(c, trial, rect, look, false);
    ui::Rect inside = rect.inset(36, 28);
    inside.cut_top(edge);
    draw_name(c, trial, inside, look);
    auto fields = fields_of(c, trial, true);
    auto const foot = foot_of(c, trial);
    auto const title = bold(c.ui.theme().heading, ui::Weight::Bold);
    float const title_h = c.ui.type().lay(trial.plan.what, {.type = title, .width = inside.w}).height;
    float content = title_h + 18 + box_height(c, foot, inside.w, 0) + 20;
    for (auto const& field : fields)
        content += height_of(c, field, inside.w, 0) + field_gap;
    float const offset = c.ui.begin_scroll(trial_id(idea, trial.no) + "/whole",
                                           {inside.x, inside.y, inside.w + bar_room, inside.h}, content, look.word);
    ui::Rect page{inside.x, inside.y - offset, inside.w, content};
    draw_title(c, trial, page, 0);
    for (auto const& field : fields)
        draw_field(c, field, page.cut_top(height_of(c, field, page.w, 0), field_gap), 0);
    if (float const height = box_height(c, foot, page.w, 0); height > 0)
        draw_box(c, foot, page.cut_top(height), look, 0);
    c.ui.end_scroll();
}

} // namespace screens
