// The four equal ways on from a trial, and what each of them asks for before it can be taken.
#include "ui/screens/trial_ways.h"

#include "ui/screens/trial_verdict.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

using board::Decision;
using std::chrono::days;

constexpr float gap = 12;

struct Way {
    Decision decision;
    char const* id;
    char const* name;
    ui::Colour ink, edge, ground;
};

constexpr std::array ways{
    Way{Decision::Adjust, "review/adjust", "decision.adjust", ui::colour::test_text, ui::colour::test,
        ui::colour::test_ground},
    Way{Decision::Scale, "review/scale", "decision.scale", ui::colour::scale_text, ui::colour::scale,
        ui::colour::scale_ground},
    Way{Decision::Park, "review/park", "decision.park", ui::colour::soft, ui::colour::soft, ui::colour::lane},
    Way{Decision::Stop, "review/stop", "decision.stop", ui::colour::coral_text, ui::colour::coral,
        ui::colour::coral_ground}};

bool reached_its_aim(board::Trial const& now) {
    return now.plan.experience_only ? now.outcome.experience == board::Experience::Better
                                    : board::target_met(now).value_or(false);
}

/// Against the figures, scaling takes a reason (method.md 7.3 row 5).
bool scaling_needs_reason(board::Trial const& now) {
    bool const guarded = !now.plan.guard || board::guard_held(now).value_or(false);
    return !reached_its_aim(now) || !guarded;
}

std::string under(Context const& c, Way const& way, board::Trial const& now) {
    switch (way.decision) {
    case Decision::Adjust: return c.words.say("review.adjust_line", {{"no", std::int64_t{now.no} + 1}});
    case Decision::Park: return c.words.get("review.park_line");
    case Decision::Stop: return c.words.get("review.stop_line");
    case Decision::Scale: break;
    }
    if (!board::has_result(now))
        return c.words.get("review.scale_no_result");
    if (board::guard_held(now) == false)
        return c.words.get("review.scale_broken");
    return c.words.get(scaling_needs_reason(now) ? "review.scale_missed" : "review.scale_line");
}

void draw_way(Context& c, TrialView& view, Way const& way, board::Trial const& now, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    bool const chosen = view.decision == way.decision;
    auto const& name = c.words.get(way.name);
    auto const touch = c.ui.touch(
        {.id = way.id, .role = "choice", .label = name, .value = chosen ? "on" : "off", .rect = rect});
    if (touch.tapped)
        view.decision = chosen ? std::nullopt : std::optional(way.decision);
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::button, chosen ? way.ground : ui::colour::white);
    canvas.outline(rect, ui::radius::button, chosen ? 5.0F : 2.0F, chosen ? way.edge : ui::colour::line);
    if (touch.pressed)
        canvas.rounded(rect, ui::radius::button, ui::press_shade(1));
    ui::Rect inside = rect.inset(28, 0);
    ui::Type heading = theme.heading;
    heading.weight = ui::Weight::Bold;
    auto const line = under(c, way, now);
    auto const& words = c.ui.type().lay(line, {.type = theme.small, .width = inside.w, .max_lines = 2});
    float const block = line_height(heading) + 4 + words.height;
    float const y = rect.centre().y - block / 2;
    ui::label(c.ui, name, {inside.x, y, inside.w, line_height(heading)}, heading, way.ink, ui::Align::Left, 1);
    canvas.paragraph(words, {inside.x, y + line_height(heading) + 4}, ui::colour::soft);
}

board::Date month_later(board::Date day) {
    std::chrono::year_month_day date(day);
    date += std::chrono::months(1);
    return date.ok() ? board::Date(date) : board::Date(date.year() / date.month() / std::chrono::last);
}

float leader_height(Context const& c, TrialView const& view) {
    bool const wrong = view.form.wrong == "review/leader";
    return std::max(c.ui.theme().target, 80.0F) + (wrong ? line_height(c.ui.theme().small) + 6 : 0);
}

} // namespace

void four_ways(Context& c, TrialView& view, board::Trial const& now, ui::Rect rect) {
    float const width = (rect.w - gap) / 2, height = (rect.h - gap) / 2;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        ui::Vec2 const at{rect.x + static_cast<float>(i % 2) * (width + gap),
                          rect.y + static_cast<float>(i / 2) * (height + gap)};
        draw_way(c, view, ways[i], now, {at.x, at.y, width, height});
    }
}

std::string last_extra(TrialView const& view) {
    if (view.decision == Decision::Park)
        return "review/revisit";
    return view.decision == Decision::Scale ? "review/leader" : std::string();
}

float reason_height(Context const& c) { return field_height(c, 2); }

float revisit_height(Context const& c) { return field_height(c, 0) + c.ui.theme().target; }

std::string short_date(Context const& c, board::Date day) {
    return text::date(c.language(), day, text::DateStyle::Short);
}

void revisit_field(Context& c, TrialView& view, ui::Rect rect) {
    field_ground(c, rect, view.form.wrong == "review/revisit" ? FieldState::Wrong : FieldState::Resting);
    ui::Rect inside = rect.inset(20, 12);
    question_line(c, view.form, "review/revisit", inside, c.words.get("review.revisit"));
    std::vector<board::Date> ready;
    std::vector<std::string> labels;
    if (auto const* meeting = board::next_meeting(c.board, c.now.today + days(1))) {
        ready.push_back(meeting->date);
        labels.push_back(c.words.say("start.next_meeting", {{"date", short_date(c, meeting->date)}}));
    }
    ready.push_back(month_later(c.now.today));
    labels.push_back(c.words.get("review.in_a_month"));
    auto const found = view.revisit ? std::find(ready.begin(), ready.end(), *view.revisit) : ready.end();
    bool const other = view.revisit && found == ready.end();
    labels.push_back(other ? short_date(c, *view.revisit) : c.words.get("start.other_date"));
    int const chosen = other          ? static_cast<int>(ready.size())
                       : view.revisit ? static_cast<int>(found - ready.begin())
                                      : -1;
    int const tapped = choices(c, "review/revisit", inside.cut_top(c.ui.theme().target), labels, chosen);
    if (tapped == static_cast<int>(ready.size()))
        begin_picking(view, "review/date", view.revisit.value_or(c.now.today));
    else if (tapped >= 0)
        view.revisit = ready[static_cast<std::size_t>(tapped)];
    if (tapped >= 0 && view.form.wrong == "review/revisit")
        view.form.wrong.clear();
}

bool asks_for_reason(TrialView const& view, board::Trial const& now) {
    return view.decision == Decision::Park || (view.decision == Decision::Scale && scaling_needs_reason(now));
}

float extras_height(Context const& c, TrialView const& view, board::Trial const& now) {
    float height = asks_for_reason(view, now) ? reason_height(c) + gap : 0;
    if (view.decision == Decision::Scale)
        height += leader_height(c, view) + gap;
    if (view.decision == Decision::Park)
        height += revisit_height(c) + gap;
    return height;
}

void reason_field(Context& c, TrialView& view, ui::Rect rect) {
    auto const key = view.decision == Decision::Park ? "review.park_reason" : "review.scale_reason";
    text_field(c, view.form, "review/reason", rect, c.words.get(key));
}

void extras(Context& c, TrialView& view, board::Trial const& now, ui::Rect rect) {
    if (asks_for_reason(view, now))
        reason_field(c, view, rect.cut_top(reason_height(c), gap));
    if (view.decision == Decision::Park)
        revisit_field(c, view, rect.cut_top(revisit_height(c)));
    if (view.decision != Decision::Scale)
        return;
    ui::Rect leader = rect.cut_top(leader_height(c, view));
    if (view.form.wrong == "review/leader")
        question_line(c, view.form, "review/leader", leader, {});
    if (yes_button(c, "review/leader", leader, c.words.get("review.leader"), view.leader_says_yes)) {
        view.leader_says_yes = !view.leader_says_yes;
        if (view.form.wrong == "review/leader")
            view.form.wrong.clear();
    }
}

} // namespace screens
