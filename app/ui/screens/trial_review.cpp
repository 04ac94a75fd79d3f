// *Opsamling*: the numbers first, then what happened, what was learned, and four equal ways on.
#include "ui/screens/trial_compare.h"
#include "ui/screens/trial_verdict.h"
#include "ui/screens/trial_ways.h"

#include <algorithm>

namespace screens {

namespace {

using board::Decision;
using board::Rule;

constexpr float gap = 12;

void load_outcome(TrialView& view, board::Trial const& trial) {
    auto const key = "review/" + std::to_string(trial.no);
    if (view.loaded == key)
        return;
    view.form.clear();
    view.outcome = trial.outcome;
    view.form.set("review/happened", trial.outcome.what_happened);
    view.form.set("review/learned", trial.outcome.learning);
    if (trial.plan.measure)
        set_reading(view.form, trial.plan.measure->kind, "review/result", "review/result-n", trial.outcome.result);
    view.form.set("review/guard", trial.outcome.guard_result ? typed_figure(*trial.outcome.guard_result) : "", 60);
    load_comparison(view, trial);
    view.loaded = key;
    view.saved = false;
}

// --- the right column ---

void texts(Context& c, TrialView& view, ui::Rect& column, float height) {
    text_field(c, view.form, "review/happened", column.cut_top(height, gap), c.words.get("review.happened"),
               c.words.get("review.happened_hint"));
    text_field(c, view.form, "review/learned", column.cut_top(height, gap), c.words.get("review.learned"),
               c.words.get("review.learned_hint"));
}

void picking_column(Context& c, TrialView& view, ui::Rect column) {
    ui::Rect const tool = column.cut_bottom(std::min(date_picker_height(c), column.h), gap);
    if (column.h >= revisit_height(c))
        revisit_field(c, view, column.cut_bottom(revisit_height(c), gap));
    ui::label_centred(c.ui, c.words.get("decision.park"), column, c.ui.theme().heading, ui::colour::soft,
                      ui::Align::Left);
    if (auto const day = pick_date(c, view, "review/date", tool, view.revisit))
        view.revisit = *day;
}

/// While something is written the four ways make room for the keyboard.
void writing_column(Context& c, TrialView& view, ui::Rect column) {
    ui::Rect const tool = column.cut_bottom(keyboard_height(c, column.h - 2 * (field_height(c, 3) + gap)), gap);
    if (view.form.active == "review/reason")
        reason_field(c, view, column.cut_bottom(reason_height(c), gap));
    texts(c, view, column, std::min((column.h - 2 * gap) / 2, field_height(c, 5)));
    form_keyboard(c, view.form, "review", tool);
}

void resting_column(Context& c, TrialView& view, board::Trial const& now, ui::Rect column) {
    ui::Type heading = c.ui.theme().heading;
    heading.weight = ui::Weight::Bold;
    float const extra = extras_height(c, view, now);
    float const least_way = std::max(c.ui.theme().target, line_height(heading) + line_height(c.ui.theme().small) + 28);
    float const head = line_height(heading) + 8;
    float const free = column.h - extra - head - 2 * least_way - gap;
    texts(c, view, column, std::clamp((free - 2 * gap) / 2, field_height(c, 1), field_height(c, 3)));
    ui::label_centred(c.ui, c.words.get("review.what_now"), column.cut_top(head), heading, ui::colour::ink,
                      ui::Align::Left);
    float const room = column.h - extra;
    four_ways(c, view, now, column.cut_top(std::min(room, 2 * 156.0F + gap), gap));
    extras(c, view, now, column);
}

void two_columns(Context& c, TrialView& view, board::Trial const& trial) {
    auto const [left, right] = columns(c, 0.385F,
                                       std::min(numbers_height(c, trial, page_area(c).w), page_area(c).h * 0.5F));
    numbers_column(c, view, trial, left);
    if (!view.picking.empty())
        picking_column(c, view, right);
    else if (view.comparing)
        comparing_column(c, view, trial, right);
    else if (!view.form.active.empty())
        writing_column(c, view, right);
    else
        resting_column(c, view, reviewed(view, trial), right);
}

/// In a part all of it stands in one column.
void one_column(Context& c, TrialView& view, board::Trial const& trial) {
    ui::Rect const area = page_area(c);
    if (view.comparing && view.picking.empty())
        return comparing_page(c, view, trial);
    auto const now = reviewed(view, trial);
    float const head = line_height(c.ui.theme().heading) + 8, numbers = numbers_height_now(c, view, trial, area.w);
    float const rest = extras_height(c, view, now) + head + 2 * 156.0F + 2 * gap + 2 * (field_height(c, 3) + gap);
    auto sheet = begin_sheet(c, "review/page", numbers + 2 * gap + rest, tool_height(c, view));
    numbers_column(c, view, trial, sheet.page.cut_top(numbers, 2 * gap));
    resting_column(c, view, now, sheet.page);
    auto const used = in_use(view);
    end_sheet(c, view, sheet, used.empty() || used == "review/date" ? last_extra(view) : used);
    if (!view.picking.empty()) {
        if (auto const day = pick_date(c, view, "review/date", sheet.tool, view.revisit))
            view.revisit = *day;
    } else if (!view.form.active.empty()) {
        form_keyboard(c, view.form, "review", sheet.tool);
    }
}

// --- what happens to it ---

board::DecideTrial wish(TrialView const& view, board::Idea const& idea, board::Trial const& trial) {
    board::DecideTrial wish;
    wish.trial = {idea.id, trial.no};
    wish.decision = *view.decision;
    wish.reason = asks_for_reason(view, reviewed(view, trial)) ? view.form.value("review/reason") : std::string();
    wish.revisit = view.revisit;
    wish.leader = view.leader_says_yes ? board::LeaderSays::Yes : board::LeaderSays::NotAsked;
    return wish;
}

void save(Context& c, TrialView& view, board::Idea const& idea, board::Trial const& trial, ui::Rect origin) {
    auto const personal = view.personal_confirmed ? board::PersonalData::Confirmed : board::PersonalData::NotConfirmed;
    c.ask(board::NoteOutcome{{idea.id, trial.no}, reviewed(view, trial).outcome, personal}, origin, "trial/outcome");
    view.form.changed = false;
}

char const* done_key(Decision decision) {
    switch (decision) {
    case Decision::Scale: return "review.done_scale";
    case Decision::Adjust: return "review.done_adjust";
    case Decision::Park: return "review.done_park";
    case Decision::Stop: break;
    }
    return "review.done_stop";
}

void decide(Context& c, TrialView& view, board::Idea const& idea, board::Trial const& trial, ui::Rect origin) {
    view.acting = true;
    if (reviewed(view, trial).outcome != trial.outcome)
        save(c, view, idea, trial, origin);
    c.ask(wish(view, idea, trial), origin, "trial/decide",
          c.words.say(done_key(*view.decision), {{"no", std::int64_t{trial.no}}}));
}

std::string field_of(Rule rule, board::Trial const& trial) {
    switch (rule) {
    case Rule::WhatHappenedMissing: return "review/happened";
    case Rule::LearningMissing: return "review/learned";
    case Rule::ResultMissing: return trial.plan.experience_only ? "review/felt" : "review/result";
    case Rule::NumberOutOfRange: return "review/result";
    case Rule::ReasonMissing:
    case Rule::GuardBroken:
    case Rule::ScaleNeedsReason: return "review/reason";
    case Rule::LeaderMustConfirm: return "review/leader";
    case Rule::RevisitMissing:
    case Rule::RevisitInPast: return "review/revisit";
    default: return {};
    }
}

void show_refusal(Context& c, TrialView& view, board::Trial const& trial, board::Refusal const& refusal,
                  ui::Rect origin) {
    auto& form = view.form;
    auto const field = is_text_rule(refusal.rule)
                           ? field_to_blame(form, refusal.rule,
                                            {"review/happened", "review/learned", "review/reason", "review/others"})
                           : field_of(refusal.rule, trial);
    view.personal_asked = refusal.rule == Rule::LooksPersonal;
    if (field.empty()) {
        c.requests.emplace_back(Say{c.words.refusal(refusal), origin});
        return;
    }
    form.refuse(field, c.words.refusal(refusal));
    bool const is_figure = field == "review/result";
    if (view.acting &&
        (is_figure || field == "review/happened" || field == "review/learned" || field == "review/reason")) {
        form.write_in(field, is_figure);
        form.was_active = form.active;
        form.was_number = is_figure;
    }
}

/// What became of last frame's wishes. True when the decision stands.
bool hear_answers(Context& c, TrialView& view, board::Idea const& idea, ui::Rect origin) {
    auto const* outcome = c.answer_to("trial/outcome");
    auto const* decided = c.answer_to("trial/decide");
    auto const* trial = board::running_trial(idea);
    if (outcome) {
        view.saved = !outcome->refusal;
        if (outcome->refusal && trial)
            show_refusal(c, view, *trial, *outcome->refusal, origin);
        else if (view.closing)
            turn_to(view, TrialPage::Chain);
        view.closing = false;
    }
    if (!decided)
        return false;
    if (decided->refusal && trial && !(outcome && outcome->refusal))
        show_refusal(c, view, *trial, *decided->refusal, origin);
    view.acting = false;
    return !decided->refusal;
}

/// On with it: the next draft after an adjustment, else the board.
void go_on(Context& c, TrialView& view) {
    if (view.decision == Decision::Adjust) {
        turn_to(view, TrialPage::Start);
        return;
    }
    turn_to(view, TrialPage::Chain);
    c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
}

ui::Button decide_button(Context const& c, TrialView const& view) {
    ui::Button button{.id = "review/decide", .look = ui::ButtonLook::Primary};
    if (!view.decision) {
        button.label = c.words.get("review.decide_none");
        button.enabled = false;
        return button;
    }
    switch (*view.decision) {
    case Decision::Adjust:
        button.label = c.words.get("review.decide_adjust"), button.look = ui::ButtonLook::Test;
        break;
    case Decision::Scale: button.label = c.words.get("review.decide_scale"), button.look = ui::ButtonLook::Good; break;
    case Decision::Park:
        button.label = view.revisit ? c.words.say("review.decide_park_until", {{"date", short_date(c, *view.revisit)}})
                                    : c.words.get("review.decide_park");
        break;
    case Decision::Stop: button.label = c.words.get("review.decide_stop"), button.look = ui::ButtonLook::Danger; break;
    }
    return button;
}

/// To the figures of those who did not try; without its words where the band is narrow.
bool compare_button(Context& c, ui::Rect& band) {
    auto const& words = c.words.get("compare.button");
    ui::Button button{.id = "review/compare", .label = words, .icon = ui::Icon::People, .item_label = words};
    if (band.w < 1400)
        button.label.clear();
    return band_button(c, band, Side::Left, button);
}

void band_of(Context& c, TrialView& view, board::Idea const& idea, board::Trial const& trial) {
    ui::Rect band = page_band(c);
    bool const back = band_button(c, band, Side::Left, {.id = "review/back", .label = c.words.get("trial.back")});
    bool const alone = asks_only_for_personal(c, view);
    if (can_compare(trial) && !alone && !view.comparing && compare_button(c, band)) {
        view.comparing = true;
        view.form.stop_writing();
        view.picking.clear();
    }
    share_button(c, view, band, 900);
    bool const tool = !view.form.active.empty() || !view.picking.empty();
    bool const writing = (tool && !view.form.active_is_number) || view.comparing;
    auto button = writing ? ui::Button{.id = "review/done",
                                       .label = c.words.get("form.done"),
                                       .look = ui::ButtonLook::Primary}
                          : decide_button(c, view);
    bool const primary = !alone && band_button(c, band, Side::Right, button);
    confirm_personal(c, view, band);
    if (primary && writing) {
        view.form.stop_writing();
        view.picking.clear();
        view.comparing = false;
    } else if (primary) {
        decide(c, view, idea, trial, page_band(c));
    }
    if (back && (view.form.changed || !view.form.wrong.empty())) {
        view.closing = true;
        save(c, view, idea, trial, page_band(c));
    } else if (back) {
        turn_to(view, TrialPage::Chain);
    }
}

/// "Opsamling 2 af 3": of the trials whose day has come and those decided today; empty where it is the only one.
std::string place_in_line(Context const& c, board::Idea const& reviewed) {
    std::int64_t decided = 0, waiting = 0, before = 0;
    for (auto const& idea : c.board.ideas)
        for (auto const& trial : idea.trials) {
            bool const due = board::is_due(trial, c.now.today) ||
                             (trial.state == board::TrialState::Running && trial.plan.to == c.now.today);
            decided += trial.decided_on == c.now.today ? 1 : 0;
            waiting += due ? 1 : 0;
            before += due && idea.no < reviewed.no ? 1 : 0;
        }
    auto const* running = board::running_trial(reviewed);
    bool const in_line = running && running->plan.to && *running->plan.to <= c.now.today;
    if (!in_line || decided + waiting < 2)
        return {};
    return c.words.say("review.place", {{"no", decided + before + 1}, {"n", decided + waiting}});
}

} // namespace

void trial_review(Context& c, TrialView& view, board::Idea const& idea, std::vector<board::Measure> const& known) {
    if (hear_answers(c, view, idea, page_band(c)))
        go_on(c, view);
    auto const* trial = board::running_trial(idea);
    if (view.page == TrialPage::Review && !trial)
        turn_to(view, TrialPage::Chain); // undone, or decided at another place
    if (view.page == TrialPage::Start)
        return trial_start(c, view, idea, known);
    if (view.page != TrialPage::Review)
        return trial_chain(c, view, idea);
    load_outcome(view, *trial);
    auto free = header(c, {.subtitle = subtitle(c, idea, trial_name(c, trial->no)), .meetings = false, .clock = false});
    if (view.saved && !view.form.changed && !c.saving)
        text_pill(c, free, c.words.get("form.saved"), ui::colour::scale_text, ui::Icon::Check);
    if (auto const place = place_in_line(c, idea); !place.empty() && !c.ui.is_part())
        text_pill(c, free, place, ui::colour::test_text);
    if (c.ui.is_part())
        one_column(c, view, *trial);
    else
        two_columns(c, view, *trial);
    if (!view.form.active.empty())
        view.picking.clear();
    if (save_is_due(c, view.form))
        save(c, view, idea, *trial, page_band(c));
    band_of(c, view, idea, *trial);
}

} // namespace screens
