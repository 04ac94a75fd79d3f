// The start form: six short fields, most of them filled in, and the measure. It is saved as it is written.
#include "ui/screens/trial_form.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

using board::Rule;

constexpr float gap = 12;

// --- who ---

float owner_height(Context const& c, float width) { return field_height(c, 0) + 6 + people_height(c, width - 2 * 20); }

/// Initials are not enough to know a person by: the name stands beside the question.
void owner_name(Context& c, std::string const& name, ui::Rect inside, std::string const& question) {
    ui::Type type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    inside.h = line_height(type);
    inside.cut_left(c.ui.type().width(question, type) + 16);
    ui::label_centred(c.ui, name, inside, type, ui::colour::ink, ui::Align::Left);
}

void owner_field(Context& c, TrialView& view, ui::Rect rect) {
    field_ground(c, rect, view.form.wrong == "start/owner" ? FieldState::Wrong : FieldState::Resting);
    ui::Rect inside = rect.inset(20, 12);
    auto& owner = view.plan.owner;
    auto const* chosen = owner ? board::find_participant(c.board, *owner) : nullptr;
    auto const& question = c.words.get("start.owner");
    if (chosen && view.form.wrong != "start/owner")
        owner_name(c, chosen->name, inside, question);
    question_line(c, view.form, "start/owner", inside, question);
    inside.cut_top(4);
    auto const* tapped = people(c, "start/owner", inside, [&](auto const& one) { return owner == one.id; });
    if (!tapped)
        return;
    owner = owner == tapped->id ? std::nullopt : std::optional(tapped->id);
    view.form.touch(c);
}

// --- the two columns ---

struct Written {
    char const* id;
    char const* question;
    char const* hint;
    float share; ///< of the height left for written fields
};

constexpr Written written[] = {{"start/changed", "start.changed", "start.changed_hint", 1.0F},
                               {"start/assumption", "start.assumption", "start.assumption_hint", 1.15F},
                               {"start/what", "start.what", "start.what_hint", 1.35F},
                               {"start/scope", "start.scope", "start.scope_hint", 0.9F}};
constexpr float written_shares[] = {4.4F, 3.4F}; ///< with and without »Hvad er ændret?«

void left_column(Context& c, TrialView& view, int no, ui::Rect column) {
    float const owner = owner_height(c, column.w);
    float const dates = dates_height(c);
    int const count = no > 1 ? 4 : 3;
    float const room = column.h - owner - dates - gap * static_cast<float>(count + 1);
    for (auto const& field : written) {
        if (no == 1 && field.id == std::string_view("start/changed"))
            continue;
        ui::Rect const rect = column.cut_top(room * field.share / written_shares[no > 1 ? 0 : 1], gap);
        text_field(c, view.form, field.id, rect, c.words.get(field.question), c.words.get(field.hint));
    }
    owner_field(c, view, column.cut_top(owner, gap));
    dates_field(c, view, column.cut_top(dates));
}

bool yes_is_wrong(Form const& form) { return form.wrong == "start/can-decide" || form.wrong == "start/affected"; }

float yes_height(Context const& c, Form const& form) {
    return std::max(c.ui.theme().target, 80.0F) + (yes_is_wrong(form) ? line_height(c.ui.theme().small) + 6 : 0);
}

void yes_row(Context& c, TrialView& view, ui::Rect row) {
    if (yes_is_wrong(view.form))
        question_line(c, view.form, view.form.wrong, row, {});
    auto& plan = view.plan;
    bool const ours = plan.can_decide == board::CanDecide::Yes;
    auto const& first = c.words.get("start.can_decide");
    auto const width = [&](std::string const& words) { return c.ui.type().width(words, c.ui.theme().button) + 110; };
    float const one = width(first), other = width(c.words.get("start.affected")), half = (row.w - 16) / 2;
    float const left = std::max(one, other) <= half ? half : (row.w - 16) * one / (one + other);
    if (yes_button(c, "start/can-decide", row.cut_left(left, 16), first, ours)) {
        plan.can_decide = ours ? board::CanDecide::Unanswered : board::CanDecide::Yes;
        view.form.touch(c);
    }
    if (yes_button(c, "start/affected", row, c.words.get("start.affected"), plan.affected_asked)) {
        plan.affected_asked = !plan.affected_asked;
        view.form.touch(c);
    }
}

/// What stands at the right: the tool in hand at the bottom, over it the two yes, and the measure with what is left;
/// with all its choices when it is written in, or when there is room.
void right_column(Context& c, TrialView& view, ui::Rect column, std::vector<board::Measure> const& known) {
    if (view.over_limit)
        text_field(c, view.form, "start/over", column.cut_top(field_height(c, 1), 14), c.words.get("start.over"),
                   c.words.get("start.over_hint"));
    bool const picking = !view.picking.empty();
    bool const writing = !view.form.active.empty();
    bool const choosing = view.picking == known_measures_id;
    bool const measuring = is_of_measure(view.form.active) || choosing;
    float const whole_h = whole_measure_height(c), small_h = small_measure_height(c), yes = yes_height(c, view.form);
    float const above = measuring ? whole_h : small_h + yes + 14;
    float const tool = choosing  ? column.h - above - 14
                       : picking ? date_picker_height(c)
                       : writing ? keyboard_height(c, column.h - above - 14)
                                 : 0;
    ui::Rect const tool_rect = tool > 0 ? column.cut_bottom(std::min(tool, column.h), 14) : ui::Rect{};
    bool const all_fits = column.h >= whole_h + yes + 14;
    if (all_fits || (!measuring && column.h >= least_measure_height(c) + yes + 14))
        yes_row(c, view, column.cut_bottom(yes, 14));
    bool const whole = measuring || all_fits;
    if (column.h >= least_measure_height(c))
        measure_card(c, view,
                     {column.x, column.y, column.w, std::min(column.h, whole ? whole_h * 1.2F : small_h * 1.35F)},
                     whole);
    if (choosing)
        known_measures_list(c, view, tool_rect, known);
    else if (picking)
        dates_picker(c, view, tool_rect);
    else if (writing)
        form_keyboard(c, view.form, "start", tool_rect);
}

/// The height of what is written, who and when, with two lines to write on, du.
float written_height(Context const& c, int no, float width) {
    float const fields = static_cast<float>(no > 1 ? 4 : 3);
    return owner_height(c, width) + dates_height(c) + fields * (field_height(c, 2) + gap) + gap;
}

/// In a part all of it stands in one column.
void one_column(Context& c, TrialView& view, int no, std::vector<board::Measure> const& known) {
    ui::Rect const area = page_area(c);
    bool const choosing = view.picking == known_measures_id;
    float const words = written_height(c, no, area.w), over = field_height(c, 2), yes = yes_height(c, view.form);
    float const measure = view.plan.experience_only ? small_measure_height(c) : whole_measure_height(c);
    auto sheet = begin_sheet(c, "start/page", words + gap + measure + gap + yes + (view.over_limit ? over + gap : 0),
                             tool_height(c, view));
    left_column(c, view, no, sheet.page.cut_top(words, gap));
    measure_card(c, view, sheet.page.cut_top(measure, gap), true);
    if (view.over_limit)
        text_field(c, view.form, "start/over", sheet.page.cut_top(over, gap), c.words.get("start.over"),
                   c.words.get("start.over_hint"));
    yes_row(c, view, sheet.page);
    auto const used = in_use(view);
    end_sheet(c, view, sheet, used.starts_with("start/date") ? "start/to" : used);
    if (choosing)
        known_measures_list(c, view, sheet.tool, known);
    else if (!view.picking.empty())
        dates_picker(c, view, sheet.tool);
    else if (!view.form.active.empty())
        form_keyboard(c, view.form, "start", sheet.tool);
}

// --- what happens to it ---

std::string field_of(Rule rule) {
    switch (rule) {
    case Rule::AssumptionMissing: return "start/assumption";
    case Rule::WhatMissing: return "start/what";
    case Rule::OwnerMissing:
    case Rule::NoSuchParticipant: return "start/owner";
    case Rule::ScopeMissing: return "start/scope";
    case Rule::DatesMissing:
    case Rule::EndsBeforeStart: return "start/dates";
    case Rule::MeasureMissing: return "start/measure";
    case Rule::BaselineMissing:
    case Rule::NumberOutOfRange: return "start/baseline";
    case Rule::TargetMissing: return "start/target";
    case Rule::ChangeMissing: return "start/changed";
    case Rule::CannotDecide: return "start/can-decide";
    case Rule::AffectedNotAsked: return "start/affected";
    default: return {};
    }
}

bool is_figure(std::string_view id) {
    return id == "start/baseline" || id == "start/baseline-n" || id == "start/target" || id == "start/limit";
}

bool can_be_written(std::string_view id) {
    return is_of_measure(id) || id == "start/changed" || id == "start/assumption" || id == "start/what" ||
           id == "start/scope";
}

/// The sentence goes to its field, which is made ready to write in; one without a field is said above the button.
void show_refusal(Context& c, TrialView& view, board::Refusal const& refusal, ui::Rect origin) {
    auto& form = view.form;
    auto field = is_text_rule(refusal.rule)
                     ? field_to_blame(form, refusal.rule,
                                      {"start/changed", "start/assumption", "start/what", "start/scope",
                                       "start/measure", "start/unit", "start/guard", "start/over"})
                     : field_of(refusal.rule);
    view.personal_asked = refusal.rule == Rule::LooksPersonal;
    view.over_limit = view.over_limit || refusal.rule == Rule::WipFull;
    if (field.empty()) {
        c.requests.emplace_back(Say{c.words.refusal(refusal), origin});
        return;
    }
    form.refuse(field, c.words.refusal(refusal));
    if (view.acting && can_be_written(field)) {
        form.write_in(field, is_figure(field));
        form.was_active = form.active;
        form.was_number = form.active_is_number;
    } else if (view.acting) {
        form.stop_writing(); // the keyboard makes room for what is asked
    }
}

/// A guard that is half written is no guard: asked for here, since a plan cannot hold it.
bool guard_is_half(Context const& c, TrialView& view) {
    auto& form = view.form;
    bool const named = !form.value("start/guard").empty(), limited = form.number("start/limit").has_value();
    if (view.plan.experience_only || named == limited)
        return false;
    form.refuse(named ? "start/limit" : "start/guard",
                c.words.get(named ? "start.limit_missing" : "start.guard_missing"));
    form.write_in(form.wrong, named);
    form.was_active = form.active;
    return true;
}

void save(Context& c, TrialView& view, board::Idea const& idea, ui::Rect origin) {
    auto const personal = view.personal_confirmed ? board::PersonalData::Confirmed : board::PersonalData::NotConfirmed;
    c.ask(board::WriteTrialPlan{{idea.id, draft_no(idea)}, plan_of(view), personal}, origin, "trial/draft");
    view.form.changed = false;
}

bool is_stored(Context const& c, TrialView const& view, board::Idea const& idea) {
    auto const* draft = board::find_trial(c.board, {idea.id, draft_no(idea)});
    return draft && draft->plan == plan_of(view);
}

void start(Context& c, TrialView& view, board::Idea const& idea, ui::Rect origin) {
    if (guard_is_half(c, view))
        return;
    int const no = draft_no(idea);
    view.acting = true;
    if (!is_stored(c, view, idea))
        save(c, view, idea, origin);
    c.ask(board::StartTrial{{idea.id, no}, view.over_limit ? view.form.value("start/over") : std::string()}, origin,
          "trial/start", c.words.say("start.done", {{"no", std::int64_t{no}}}));
}

/// What became of the last frame's wishes. True when the trial runs.
bool hear_answers(Context& c, TrialView& view, ui::Rect origin) {
    auto const* draft = c.answer_to("trial/draft");
    auto const* started = c.answer_to("trial/start");
    if (draft) {
        view.saved = !draft->refusal;
        if (draft->refusal)
            show_refusal(c, view, *draft->refusal, origin);
        else if (view.closing)
            turn_to(view, TrialPage::Chain);
        view.closing = false;
    }
    if (!started)
        return false;
    if (started->refusal && !(draft && draft->refusal))
        show_refusal(c, view, *started->refusal, origin);
    view.acting = false;
    return !started->refusal;
}

std::string room_line(Context const& c) {
    int const left = c.board.course.settings.wip_limit - board::running_trials(c.board);
    if (left > 0)
        return c.words.say("start.room", {{"n", std::int64_t{left}}});
    board::Refusal full;
    full.rule = Rule::WipFull;
    full.limit = c.board.course.settings.wip_limit;
    return c.words.refusal(full);
}

/// To the source, basis and days of the measure; without its words where the band is narrow.
bool more_button(Context& c, ui::Rect& band) {
    auto const& words = c.words.get("start.more");
    auto const& type = c.ui.theme().button;
    float const needed = c.ui.type().width(words, type) + c.ui.type().width(c.words.get("start.start"), type) + 500;
    ui::Button button{.id = "start/more", .label = words, .item_label = words};
    if (band.w < needed) {
        button.label.clear();
        button.icon = ui::Icon::Info;
    }
    return band_button(c, band, Side::Left, button);
}

void band_of(Context& c, TrialView& view, board::Idea const& idea) {
    ui::Rect band = page_band(c);
    bool const close = band_button(c, band, Side::Left, {.id = "start/close", .label = c.words.get("start.close")});
    bool const alone = asks_only_for_personal(c, view);
    bool const more = !alone && !view.plan.experience_only && more_button(c, band);
    share_button(c, view, band, 900);
    bool const go = !alone &&
                    band_button(
                        c, band, Side::Right,
                        {.id = "start/start", .label = c.words.get("start.start"), .look = ui::ButtonLook::Primary});
    ui::Rect const button{band.right() + 18, band.y, page_band(c).right() - band.right() - 18, band.h};
    confirm_personal(c, view, band);
    bool const full = board::running_trials(c.board) >= c.board.course.settings.wip_limit;
    band_line(c, band, room_line(c), full ? ui::colour::coral_text : ui::colour::soft);
    if (more) {
        view.form.stop_writing();
        view.picking.clear();
        view.page = TrialPage::Measure;
        return;
    }
    if (go)
        start(c, view, idea, button);
    if (close && (view.form.changed || !view.form.wrong.empty())) {
        view.closing = true;
        save(c, view, idea, button);
    } else if (close) {
        turn_to(view, TrialPage::Chain);
    }
}

void saved_pill(Context& c, TrialView const& view, ui::Rect free) {
    if (view.saved && !view.form.changed && !c.saving)
        text_pill(c, free, c.words.get(c.ui.is_part() ? "form.saved" : "form.draft_saved"), ui::colour::scale_text,
                  ui::Icon::Check);
}

bool may_write(board::Idea const& idea) {
    return (idea.stage == board::Stage::Selected || idea.stage == board::Stage::Test) && !board::running_trial(idea);
}

} // namespace

void trial_start(Context& c, TrialView& view, board::Idea const& idea, std::vector<board::Measure> const& known) {
    if (hear_answers(c, view, page_band(c)))
        c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
    if (!may_write(idea))
        turn_to(view, TrialPage::Chain);
    if (view.page != TrialPage::Start)
        return trial_chain(c, view, idea);
    load_plan(c, view, idea);
    int const no = draft_no(idea);
    auto const free = header(c, {.subtitle = subtitle(c, idea, trial_name(c, no)), .meetings = false, .clock = false});
    saved_pill(c, view, free);
    if (c.ui.is_part()) {
        one_column(c, view, no, known);
    } else {
        auto const [left, right] = columns(c, 0.505F, written_height(c, no, page_area(c).w));
        left_column(c, view, no, left);
        right_column(c, view, right, known);
    }
    if (save_is_due(c, view.form))
        save(c, view, idea, page_band(c));
    band_of(c, view, idea);
    if (!view.form.active.empty())
        view.picking.clear();
}

} // namespace screens
