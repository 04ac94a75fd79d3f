// The measure with all that makes it honest: what it is, its source and basis, the days it was counted over and the
// day of its target. Of a draft it is saved with it; on a running trial it is locked, and a change takes a reason.
#include "ui/screens/trial_form.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float gap = 14;

board::Trial const* changed_trial(board::Idea const& idea) { return board::running_trial(idea); }

void load(TrialView& view, board::Idea const& idea) {
    auto const* trial = changed_trial(idea);
    auto const key = "measure/" + std::to_string(trial ? trial->no : 0);
    if (!trial || view.loaded == key)
        return;
    view.form.clear();
    view.plan = trial->plan;
    if (!view.plan.measure)
        view.plan.measure.emplace();
    if (!view.plan.guard)
        view.plan.guard.emplace();
    write_in_form(view, view.plan);
    view.form.write_in("start/reason");
    view.loaded = key;
}

void basis_row(Context& c, TrialView& view, ui::Rect row) {
    auto const& question = c.words.get("measure.basis");
    auto const& type = c.ui.theme().label;
    ui::label_centred(c.ui, question, row.cut_left(c.ui.type().width(question, type) + 6, 18), type,
                      ui::colour::test_text, ui::Align::Left);
    auto& basis = view.plan.measure->basis;
    int const tapped = choices(
        c, "measure/basis", row,
        {c.words.get("effect.measured"), c.words.get("effect.estimated"), c.words.get("effect.experienced")},
        static_cast<int>(basis));
    if (tapped < 0)
        return;
    basis = static_cast<board::Basis>(tapped);
    view.form.touch(c);
}

void day_chip(Context& c, TrialView& view, std::string const& id, ui::Rect rect, std::string const& question,
              std::optional<board::Date> day) {
    auto const words = question + ": " +
                       (day ? text::date(c.language(), *day, text::DateStyle::Short) : c.words.get("measure.no_day"));
    if (choice(c, id, rect, words, view.picking == id))
        begin_picking(view, id, day.value_or(c.now.today));
}

void days_row(Context& c, TrialView& view, ui::Rect row) {
    float const width = (row.w - 2 * gap) / 3;
    day_chip(c, view, "measure/from", row.cut_left(width, gap), c.words.get("measure.from"), view.counted_from);
    day_chip(c, view, "measure/to", row.cut_left(width, gap), c.words.get("measure.to"), view.counted_to);
    day_chip(c, view, "measure/target-on", row, c.words.get("measure.target_on"), view.plan.measure->target_on);
}

void picked(Context& c, TrialView& view, ui::Rect rect) {
    struct Day {
        char const* id;
        std::optional<board::Date>* day;
    };
    for (Day const& one : {Day{"measure/from", &view.counted_from}, Day{"measure/to", &view.counted_to},
                           Day{"measure/target-on", &view.plan.measure->target_on}})
        if (auto const chosen = pick_date(c, view, one.id, rect, *one.day)) {
            *one.day = *chosen;
            view.form.touch(c);
        }
}

void left_column(Context& c, TrialView& view, ui::Rect column) {
    float const row = c.ui.theme().target;
    days_row(c, view, column.cut_bottom(row, gap));
    text_field(c, view.form, "start/source", column.cut_bottom(field_height(c, 1), gap), c.words.get("measure.source"),
               c.words.get("measure.source_hint"));
    basis_row(c, view, column.cut_bottom(row, gap));
    measure_card(c, view, {column.x, column.y, column.w, std::min(column.h, whole_measure_height(c) * 1.2F)}, true);
}

void right_column(Context& c, TrialView& view, bool running, ui::Rect column,
                  std::vector<board::Measure> const& known) {
    bool const picking = !view.picking.empty(), choosing = view.picking == known_measures_id;
    float const tool = choosing  ? column.h * 0.8F
                       : picking ? date_picker_height(c)
                                 : keyboard_height(c, column.h * 0.6F);
    ui::Rect const tool_rect = column.cut_bottom(std::min(tool, column.h), gap);
    if (choosing)
        known_measures_list(c, view, tool_rect, known);
    else if (picking)
        picked(c, view, tool_rect);
    else
        form_keyboard(c, view.form, "start", tool_rect);
    auto const& theme = c.ui.theme();
    if (running)
        text_field(c, view.form, "start/reason", column.cut_bottom(std::min(column.h, field_height(c, 2)), gap),
                   c.words.get("measure.reason"), c.words.get("measure.reason_hint"));
    ui::label(c.ui, c.words.get(running ? "measure.locked" : "measure.ordinary"), column, theme.body, ui::colour::soft,
              ui::Align::Left, std::max(1, static_cast<int>(column.h / line_height(theme.body))));
}

/// In a part all of it stands in one column.
void one_column(Context& c, TrialView& view, bool running, std::vector<board::Measure> const& known) {
    auto const& theme = c.ui.theme();
    ui::Rect const area = page_area(c);
    bool const choosing = view.picking == known_measures_id;
    auto const& note = c.words.get(running ? "measure.locked" : "measure.ordinary");
    float const note_h = c.ui.type().lay(note, {.type = theme.body, .width = area.w}).height;
    float const reason = running ? field_height(c, 2) + gap : 0;
    float const measure = whole_measure_height(c) + 2 * (theme.target + gap) + field_height(c, 1) + gap;
    auto sheet = begin_sheet(c, "measure/page", note_h + gap + measure + gap + reason, tool_height(c, view));
    ui::label(c.ui, note, sheet.page.cut_top(note_h, gap), theme.body, ui::colour::soft);
    left_column(c, view, sheet.page.cut_top(measure, gap));
    if (running)
        text_field(c, view.form, "start/reason", sheet.page.cut_top(reason - gap), c.words.get("measure.reason"),
                   c.words.get("measure.reason_hint"));
    end_sheet(c, view, sheet, in_use(view));
    if (choosing)
        known_measures_list(c, view, sheet.tool, known);
    else if (!view.picking.empty())
        picked(c, view, sheet.tool);
    else
        form_keyboard(c, view.form, "start", sheet.tool);
}

std::string field_of(board::Rule rule) {
    switch (rule) {
    case board::Rule::MeasureMissing: return "start/measure";
    case board::Rule::BaselineMissing:
    case board::Rule::NumberOutOfRange: return "start/baseline";
    case board::Rule::TargetMissing: return "start/target";
    default: return "start/reason";
    }
}

void running_band(Context& c, TrialView& view, board::Idea const& idea) {
    ui::Rect band = page_band(c);
    if (auto const* answer = c.answer_to("trial/change")) {
        if (!answer->refusal)
            return turn_to(view, TrialPage::Chain);
        view.form.refuse(field_of(answer->refusal->rule), c.words.refusal(*answer->refusal));
    }
    if (band_button(c, band, Side::Left, {.id = "measure/close", .label = c.words.get("common.close")}))
        return turn_to(view, TrialPage::Chain);
    share_button(c, view, band, 600);
    ui::Rect const before = band;
    if (!band_button(c, band, Side::Right,
                     {.id = "measure/save", .label = c.words.get("measure.save"), .look = ui::ButtonLook::Primary}))
        return;
    auto const plan = plan_of(view);
    c.ask(
        board::ChangeMeasure{
            {idea.id, changed_trial(idea)->no}, plan.measure, plan.guard, view.form.value("start/reason")},
        before, "trial/change", c.words.get("measure.done"));
}

void draft_band(Context& c, TrialView& view) {
    ui::Rect band = page_band(c);
    bool const back = band_button(c, band, Side::Left, {.id = "measure/back", .label = c.words.get("measure.back")});
    share_button(c, view, band, 0);
    if (!back)
        return;
    view.form.stop_writing();
    view.picking.clear();
    view.form.touch(c); // saved on the start form
    view.page = TrialPage::Start;
}

} // namespace

void trial_measure_page(Context& c, TrialView& view, board::Idea const& idea,
                        std::vector<board::Measure> const& known) {
    bool const running = changed_trial(idea) != nullptr;
    if (!running && !view.loaded.starts_with("start/"))
        return turn_to(view, TrialPage::Chain);
    load(view, idea);
    int const no = running ? changed_trial(idea)->no : draft_no(idea);
    header(c, {.subtitle = subtitle(c, idea, trial_name(c, no)), .meetings = false, .clock = false});
    if (!view.form.active.empty())
        view.picking.clear();
    if (c.ui.is_part()) {
        one_column(c, view, running, known);
    } else {
        auto const [left, right] = columns(c, 0.505F, page_area(c).h * 0.6F);
        left_column(c, view, left);
        right_column(c, view, running, right, known);
    }
    save_is_due(c, view.form); // figures are shown back as they were understood
    if (running)
        running_band(c, view, idea);
    else
        draft_band(c, view);
}

} // namespace screens
