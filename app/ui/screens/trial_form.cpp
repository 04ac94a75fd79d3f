#include "ui/screens/trial_form.h"

#include "board/text_rules.h"

#include <cmath>

namespace screens {

namespace {

using std::chrono::days;

constexpr int usual_days = 14;        // the shortest usual way from one meeting to the next (method.md 1.1)
constexpr int longest_wait_days = 45; // a follow-up later than this is no day to check a trial on
constexpr double most_counted = 1e9;

std::optional<int> counted(Form const& form, std::string const& id) {
    auto const value = form.number(id);
    if (!value || *value < 0 || *value > most_counted || *value != std::floor(*value))
        return std::nullopt;
    return static_cast<int>(*value);
}

bool is_written(Form const& form, std::initializer_list<char const*> ids) {
    for (auto const* id : ids)
        if (!form.value(id).empty())
            return true;
    return false;
}

std::optional<board::Measure> measure_of(TrialView const& view) {
    auto const& form = view.form;
    if (view.plan.experience_only || !view.plan.measure)
        return std::nullopt;
    if (!is_written(form, {"start/measure", "start/unit", "start/baseline", "start/baseline-n", "start/target"}))
        return std::nullopt;
    board::Measure measure = *view.plan.measure;
    measure.name = form.value("start/measure");
    switch (measure.kind) {
    case board::MeasureKind::Number: measure.unit = form.value("start/unit"); break;
    case board::MeasureKind::Share: measure.unit = "%"; break;
    case board::MeasureKind::Scale: measure.unit.clear(); break;
    case board::MeasureKind::Kroner: measure.unit = "kr."; break;
    }
    measure.baseline = reading_of(form, measure.kind, "start/baseline", "start/baseline-n");
    if (measure.baseline) {
        measure.baseline->from = view.counted_from;
        measure.baseline->to = view.counted_to;
    }
    measure.source = form.value("start/source");
    measure.target = form.number("start/target");
    return measure;
}

std::optional<board::Guard> guard_of(TrialView const& view) {
    auto const& form = view.form;
    if (view.plan.experience_only || !view.plan.guard || !is_written(form, {"start/guard", "start/limit"}))
        return std::nullopt;
    board::Guard guard = *view.plan.guard;
    guard.name = form.value("start/guard");
    guard.limit = form.number("start/limit").value_or(0); // a draft's 0 is read as not written yet
    return guard;
}

} // namespace

void write_in_form(TrialView& view, board::TrialPlan const& plan) {
    auto& form = view.form;
    form.set("start/changed", plan.changed);
    form.set("start/assumption", plan.assumption);
    form.set("start/what", plan.what);
    form.set("start/scope", plan.scope);
    auto const& measure = *view.plan.measure;
    form.set("start/measure", measure.name, board::max_name_characters);
    form.set("start/unit", measure.kind == board::MeasureKind::Number ? measure.unit : "", board::max_name_characters);
    set_reading(form, measure.kind, "start/baseline", "start/baseline-n", measure.baseline);
    form.set("start/target", measure.target ? typed_figure(*measure.target) : "", board::max_name_characters);
    form.set("start/source", measure.source);
    view.counted_from = measure.baseline ? measure.baseline->from : std::nullopt;
    view.counted_to = measure.baseline ? measure.baseline->to : std::nullopt;
    auto const& guard = *view.plan.guard;
    form.set("start/guard", guard.name, board::max_name_characters);
    form.set("start/limit", guard.limit != 0 ? typed_figure(guard.limit) : "", board::max_name_characters);
}

board::Date check_day(board::Board const& board, board::Date from) {
    if (auto const* meeting = board::next_meeting(board, from + days(1)))
        return meeting->date;
    if (board.course.follow_up && *board.course.follow_up > from &&
        *board.course.follow_up <= from + days(longest_wait_days))
        return *board.course.follow_up;
    return from + days(usual_days);
}

void load_plan(Context const& c, TrialView& view, board::Idea const& idea) {
    int const no = draft_no(idea);
    auto const key = "start/" + std::to_string(no);
    if (view.loaded == key)
        return;
    view.form.clear();
    auto const* draft = board::find_trial(c.board, {idea.id, no});
    auto const* before = board::find_trial(c.board, {idea.id, no - 1});
    view.plan = draft ? draft->plan : board::TrialPlan{};
    if (!view.plan.from && !view.plan.to) {
        view.plan.from = c.now.today + days(1);
        view.plan.to = check_day(c.board, *view.plan.from);
    }
    if (!draft && before) {
        view.plan.measure = before->plan.measure;
        view.plan.guard = before->plan.guard;
        view.plan.experience_only = before->plan.experience_only;
    }
    if (!view.plan.measure)
        view.plan.measure.emplace();
    if (!view.plan.guard)
        view.plan.guard.emplace();
    write_in_form(view, view.plan);
    view.loaded = key;
    view.saved = draft != nullptr;
    if (auto const empty = first_empty(view, no); !empty.empty())
        view.form.write_in(empty);
    view.form.was_active = view.form.active;
}

board::TrialPlan plan_of(TrialView const& view) {
    board::TrialPlan plan = view.plan;
    plan.changed = view.form.value("start/changed");
    plan.assumption = view.form.value("start/assumption");
    plan.what = view.form.value("start/what");
    plan.scope = view.form.value("start/scope");
    plan.measure = measure_of(view);
    plan.guard = guard_of(view);
    return plan;
}

std::string first_empty(TrialView const& view, int no) {
    for (auto const* id : {"start/changed", "start/assumption", "start/what", "start/scope"})
        if (view.form.value(id).empty() && (no > 1 || id != std::string_view("start/changed")))
            return id;
    return {};
}

std::optional<board::Reading> reading_of(Form const& form, board::MeasureKind kind, std::string const& value_id,
                                         std::string const& n_id) {
    auto const n = counted(form, n_id);
    if (kind == board::MeasureKind::Share) {
        auto const count = counted(form, value_id);
        if (!count || !n || *n < 1)
            return std::nullopt;
        return board::share(*count, *n);
    }
    auto const value = form.number(value_id);
    if (!value)
        return std::nullopt;
    board::Reading reading;
    reading.value = *value;
    reading.n = n;
    return reading;
}

void set_reading(Form& form, board::MeasureKind kind, std::string const& value_id, std::string const& n_id,
                 std::optional<board::Reading> const& reading) {
    bool const share = kind == board::MeasureKind::Share;
    auto const value = [&]() -> std::string {
        if (!reading)
            return {};
        if (share)
            return reading->count ? std::to_string(*reading->count) : std::string();
        return typed_figure(reading->value);
    };
    form.set(value_id, value(), board::max_name_characters);
    form.set(n_id, reading && reading->n ? std::to_string(*reading->n) : "", board::max_name_characters);
}

std::string typed_figure(double value) { return text::number(text::Language::Danish, value, 3); }

} // namespace screens
