// The scale plan: what is done now and what is stopped, who answers for it, and where it has been taken into
// use; from there into operation, or back. What stands here is read from the board in every frame.
#include "ui/screens/trial_pages.h"

#include "board/text_rules.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

using board::PlaceState;
using board::Rule;

constexpr float gap = 12;

std::string place_id(std::size_t at) { return "scale/place/" + std::to_string(at + 1); }

void show_stored(Form& form, std::string const& id, std::string const& value, int limit) {
    if (form.active != id && form.value(id) != value)
        form.set(id, value, limit);
}

/// What is stored, in the fields that nobody writes in: also when somebody undid it meanwhile.
void load(TrialView& view, board::ScalePlan const& plan) {
    auto& form = view.form;
    if (form.changed || !form.wrong.empty())
        return;
    show_stored(form, "scale/what-now", plan.what_now, board::max_field_characters);
    show_stored(form, "scale/what-stops", plan.what_stops, board::max_field_characters);
    show_stored(form, "scale/responsible", plan.responsible, board::max_name_characters);
    for (std::size_t i = 0; i < plan.places.size(); ++i)
        show_stored(form, place_id(i), plan.places[i].name, board::max_name_characters);
    form.text("scale/new-place", board::max_name_characters);
}

/// The plan as it is written now. A place whose name was wiped is gone; the new one counts when its field is left.
board::ScalePlan plan_of(TrialView const& view, board::ScalePlan plan) {
    auto const& form = view.form;
    plan.what_now = form.value("scale/what-now");
    plan.what_stops = form.value("scale/what-stops");
    plan.responsible = form.value("scale/responsible");
    for (std::size_t i = 0; i < plan.places.size(); ++i)
        plan.places[i].name = form.value(place_id(i));
    std::erase_if(plan.places, [](board::Place const& place) { return place.name.empty(); });
    if (form.active != "scale/new-place" && !form.value("scale/new-place").empty()) {
        board::Place place;
        place.name = form.value("scale/new-place");
        plan.places.push_back(std::move(place));
    }
    return plan;
}

void write(Context& c, TrialView& view, board::Idea const& idea, board::ScalePlan plan) {
    view.form.changed = false;
    c.ask(board::WriteScalePlan{idea.id, std::move(plan)}, page_band(c), "scale/plan");
}

void save(Context& c, TrialView& view, board::Idea const& idea) {
    auto plan = plan_of(view, *idea.scale_plan);
    bool const rewriting = view.form.active.starts_with("scale/place/");
    if (rewriting && plan.places.size() < idea.scale_plan->places.size()) {
        view.form.changed = true; // a name being rewritten is empty for a moment: later
        return;
    }
    view.place_sent = plan.places.size() > idea.scale_plan->places.size();
    if (plan != *idea.scale_plan)
        write(c, view, idea, std::move(plan));
}

// --- left: the plan in words ---

float line_of_small(Context const& c) { return line_height(c.ui.theme().small); }

float responsible_height(Context const& c, float width) { return field_height(c, 1) + 10 + people_height(c, width); }

/// Written, or taken from the people at the table.
void responsible_field(Context& c, TrialView& view, ui::Rect rect) {
    text_field(c, view.form, "scale/responsible", rect.cut_top(field_height(c, 1), 10),
               c.words.get("scale.responsible"), c.words.get("scale.responsible_hint"));
    auto const name = view.form.value("scale/responsible");
    auto const* tapped = people(c, "scale/person", rect, [&](auto const& one) { return one.name == name; });
    if (!tapped)
        return;
    view.form.set("scale/responsible", tapped->name, board::max_name_characters);
    view.form.stop_writing();
    view.form.touch(c);
}

float holds_height(Context const& c, board::ScalePlan const& plan) {
    auto const shown = static_cast<float>(std::min<std::size_t>(plan.follow_ups.size(), 2));
    return 2 * 16 + line_of_small(c) + 6 + 110 + shown * (line_height(c.ui.theme().label) + 4) +
           (shown > 0 ? 10.0F : 0.0F);
}

board::Measure const* measure_of(board::Idea const& idea) {
    auto const* trial = idea.scale_plan->trial_no > 0 &&
                                idea.scale_plan->trial_no <= static_cast<int>(idea.trials.size())
                            ? &idea.trials[static_cast<std::size_t>(idea.scale_plan->trial_no) - 1]
                            : nullptr;
    return trial && trial->plan.measure ? &*trial->plan.measure : nullptr;
}

char const* holds_key(board::Holds holds) {
    switch (holds) {
    case board::Holds::Yes: return "scale.holds_yes";
    case board::Holds::Partly: return "scale.holds_partly";
    case board::Holds::No: break;
    }
    return "scale.holds_no";
}

void note_follow_up(Context& c, TrialView& view, board::Idea const& idea, board::Holds holds) {
    board::FollowUp follow_up;
    follow_up.date = c.now.today;
    follow_up.holds = holds;
    follow_up.value = view.form.number("scale/figure");
    auto const key = holds == board::Holds::No ? "scale.done_holds_no" : "scale.done_holds";
    c.ask(board::NoteFollowUp{idea.id, follow_up}, page_band(c), "scale/holds", c.words.get(key));
    view.form.set("scale/figure", {}, board::max_name_characters);
    view.form.stop_writing();
}

void holds_buttons(Context& c, TrialView& view, board::Idea const& idea, ui::Rect row) {
    constexpr std::pair<board::Holds, char const*> answers[] = {{board::Holds::Yes, "scale/holds/yes"},
                                                                {board::Holds::Partly, "scale/holds/partly"},
                                                                {board::Holds::No, "scale/holds/no"}};
    float const width = (row.w - 2 * 10) / 3;
    for (auto const& [holds, id] : answers)
        if (ui::button(c.ui, {.id = id, .rect = row.cut_left(width, 10), .label = c.words.get(holds_key(holds))}))
            note_follow_up(c, view, idea, holds);
}

/// *Holder det?*: yes, partly or no, with the figure it is said on.
void holds_card(Context& c, TrialView& view, board::Idea const& idea, ui::Rect rect) {
    field_ground(c, rect, FieldState::Resting);
    ui::Rect inside = rect.inset(20, 16);
    question_line(c, view.form, "scale/holds", inside, c.words.get("scale.holds"));
    inside.cut_top(4);
    ui::Rect row = inside.cut_top(110, 10);
    auto const* measure = measure_of(idea);
    figure_field(c, view.form, "scale/figure", row.cut_left(row.w * 0.3F, 12),
                 {.question = c.words.get("scale.figure"), .unit = measure ? measure->unit : std::string()});
    holds_buttons(c, view, idea, row);
    auto const& all = idea.scale_plan->follow_ups;
    for (std::size_t i = all.size() > 2 ? all.size() - 2 : 0; i < all.size(); ++i) {
        std::string line = text::date(c.language(), all[i].date, text::DateStyle::Card) + " · " +
                           c.words.get(holds_key(all[i].holds));
        if (all[i].value)
            line += " · " + figure(c, *all[i].value, measure ? measure->unit : std::string());
        ui::label_centred(c.ui, line, inside.cut_top(line_height(c.ui.theme().label), 4), c.ui.theme().label,
                          ui::colour::ink, ui::Align::Left);
    }
}

void left_column(Context& c, TrialView& view, board::Idea const& idea, ui::Rect column) {
    if (view.rolling_back)
        text_field(c, view.form, "scale/reason", column.cut_bottom(field_height(c, 3), gap),
                   c.words.get("scale.why_back"));
    else if (idea.stage == board::Stage::Operation)
        holds_card(c, view, idea, column.cut_bottom(holds_height(c, *idea.scale_plan), gap));
    float const written = std::min((column.h - responsible_height(c, column.w) - 2 * gap) / 2, field_height(c, 5));
    text_field(c, view.form, "scale/what-now", column.cut_top(written, gap), c.words.get("scale.what_now"),
               c.words.get("scale.what_now_hint"));
    text_field(c, view.form, "scale/what-stops", column.cut_top(written, gap), c.words.get("scale.what_stops"),
               c.words.get("scale.what_stops_hint"));
    responsible_field(c, view, column.cut_top(responsible_height(c, column.w)));
}

// --- right: the places ---

void place_row(Context& c, TrialView& view, board::Idea const& idea, std::size_t at, ui::Rect row) {
    auto const& place = idea.scale_plan->places[at];
    auto const id = place_id(at);
    float const states = std::min(row.w * 0.52F, 520.0F), due = std::max(c.ui.theme().target * 1.9F, 150.0F);
    ui::Rect state = row.cut_right(states, 10);
    state = {state.x, state.y + (state.h - c.ui.theme().target) / 2, state.w, c.ui.theme().target};
    int const tapped = choices(
        c, id + "/state", state,
        {c.words.get("scale.not_begun"), c.words.get("scale.taught"), c.words.get("scale.in_use")},
        static_cast<int>(place.state));
    if (tapped >= 0 && tapped != static_cast<int>(place.state))
        c.ask(board::SetPlaceState{idea.id, static_cast<int>(at), static_cast<PlaceState>(tapped)}, state);
    ui::Rect day = row.cut_right(due, 10);
    day = {day.x, day.y + (day.h - c.ui.theme().target) / 2, day.w, c.ui.theme().target};
    auto const label = place.due ? text::date(c.language(), *place.due, text::DateStyle::Short)
                                 : c.words.get("scale.due");
    bool const picking = view.picking == id + "/due";
    if (ui::button(c.ui, {.id = id + "/due",
                          .rect = day,
                          .label = label,
                          .look = picking ? ui::ButtonLook::Chosen : ui::ButtonLook::Quiet,
                          .value = place.due ? board::to_iso(*place.due) : std::string(),
                          .item_label = c.words.get("scale.due")}))
        begin_picking(view, id + "/due", place.due.value_or(c.now.today));
    text_field(c, view.form, id, row, c.words.say("scale.place", {{"no", static_cast<std::int64_t>(at) + 1}}));
}

void add_row(Context& c, TrialView& view, ui::Rect row) {
    auto& form = view.form;
    if (form.active == "scale/new-place" || !form.value("scale/new-place").empty()) {
        text_field(c, form, "scale/new-place", row, c.words.get("scale.new_place"),
                   c.words.get("scale.new_place_hint"));
        return;
    }
    if (ui::button(c.ui, {.id = "scale/add-place",
                          .rect = row,
                          .label = c.words.get("scale.add_place"),
                          .icon = ui::Icon::Plus,
                          .look = ui::ButtonLook::Dashed}))
        form.write_in("scale/new-place");
}

float place_height(Context const& c) { return std::max(field_height(c, 1), c.ui.theme().target); }

void places_head(Context& c, TrialView const& view, board::ScalePlan const& plan, ui::Rect& column) {
    auto const in_use = std::count_if(plan.places.begin(), plan.places.end(),
                                      [](board::Place const& place) { return place.state == PlaceState::InUse; });
    ui::Type heading = c.ui.theme().heading;
    heading.weight = ui::Weight::Bold;
    ui::Rect line = column.cut_top(line_height(heading), 10);
    if (view.form.wrong == "scale/places") {
        question_line(c, view.form, "scale/places", line, c.words.get("scale.places"));
        return;
    }
    ui::label_centred(c.ui, c.words.get("scale.places"), line, heading, ui::colour::ink, ui::Align::Left);
    if (!plan.places.empty())
        ui::label_centred(c.ui,
                          c.words.say("scale.in_use_of", {{"n", static_cast<std::int64_t>(in_use)},
                                                          {"total", static_cast<std::int64_t>(plan.places.size())}}),
                          line, c.ui.theme().label, ui::colour::scale_text, ui::Align::Right);
}

/// The row in use must be seen over the keyboard; scrolled to once, so that a hand may scroll away again.
void keep_in_sight(Context& c, TrialView& view, ui::Rect list, std::size_t places) {
    auto const& in_use = view.picking.empty() ? view.form.active : view.picking;
    if (std::exchange(view.loaded, in_use) == in_use)
        return;
    float const step = place_height(c) + gap;
    for (std::size_t i = 0; i <= places; ++i)
        if (in_use == (i == places ? "scale/new-place" : place_id(i)) || in_use == place_id(i) + "/due")
            c.ui.scroll_to("scale/places", std::max(0.0F, static_cast<float>(i + 1) * step - gap - list.h));
}

void places_list(Context& c, TrialView& view, board::Idea const& idea, ui::Rect list) {
    auto const& places = idea.scale_plan->places;
    float const row = place_height(c);
    float const content = static_cast<float>(places.size() + 1) * (row + gap) - gap;
    keep_in_sight(c, view, list, places.size());
    float const offset = c.ui.begin_scroll("scale/places", list, content, c.words.get("scale.places"));
    ui::Rect page{list.x, list.y - offset, list.w, content};
    for (std::size_t i = 0; i < places.size(); ++i)
        place_row(c, view, idea, i, page.cut_top(row, gap));
    add_row(c, view, page.cut_top(row));
    c.ui.end_scroll();
}

void pick_due(Context& c, TrialView& view, board::Idea const& idea, ui::Rect rect) {
    auto plan = *idea.scale_plan;
    for (std::size_t i = 0; i < plan.places.size(); ++i)
        if (auto const day = pick_date(c, view, place_id(i) + "/due", rect, plan.places[i].due)) {
            plan = plan_of(view, plan);
            if (i < plan.places.size()) {
                plan.places[i].due = *day;
                write(c, view, idea, plan);
            }
            return;
        }
}

void right_column(Context& c, TrialView& view, board::Idea const& idea, ui::Rect column) {
    bool const picking = !view.picking.empty();
    bool const writing = !view.form.active.empty();
    float const tool = picking ? date_picker_height(c) : writing ? keyboard_height(c, column.h * 0.5F) : 0;
    ui::Rect const tool_rect = tool > 0 ? column.cut_bottom(std::min(tool, column.h), 14) : ui::Rect{};
    if (column.h > place_height(c)) {
        places_head(c, view, *idea.scale_plan, column);
        places_list(c, view, idea, column);
    }
    if (picking)
        pick_due(c, view, idea, tool_rect);
    else if (writing)
        form_keyboard(c, view.form, "scale", tool_rect);
}

/// In a part all of it stands in one column.
void one_column(Context& c, TrialView& view, board::Idea const& idea) {
    auto const& plan = *idea.scale_plan;
    ui::Rect const area = page_area(c);
    bool const picking = !view.picking.empty(), writing = !view.form.active.empty();
    float const below = view.rolling_back                       ? field_height(c, 3) + gap
                        : idea.stage == board::Stage::Operation ? holds_height(c, plan) + gap
                                                                : 0;
    float const words = 2 * (field_height(c, 3) + gap) + responsible_height(c, area.w) + below;
    float const rows = static_cast<float>(plan.places.size() + 1) * (place_height(c) + gap) - gap;
    float const places = line_height(c.ui.theme().heading) + 10 + rows;
    auto sheet = begin_sheet(c, "scale/page", words + 2 * gap + places, tool_height(c, view));
    left_column(c, view, idea, sheet.page.cut_top(words, 2 * gap));
    places_head(c, view, plan, sheet.page);
    places_list(c, view, idea, sheet.page);
    end_sheet(c, view, sheet, in_use(view));
    if (picking)
        pick_due(c, view, idea, sheet.tool);
    else if (writing)
        form_keyboard(c, view.form, "scale", sheet.tool);
}

// --- what happens to it ---

std::string field_of(TrialView const& view, Rule rule) {
    switch (rule) {
    case Rule::ResponsibleMissing: return "scale/responsible";
    case Rule::PlacesMissing:
    case Rule::PlacesNotInUse:
    case Rule::TextEmpty: return "scale/places";
    case Rule::ReasonMissing: return "scale/reason";
    case Rule::NumberOutOfRange: return "scale/holds";
    default: break;
    }
    auto const blamed = field_to_blame(
        view.form, rule,
        {"scale/what-now", "scale/what-stops", "scale/responsible", "scale/reason", "scale/new-place"});
    return blamed.empty() ? "scale/places" : blamed;
}

void show_refusal(Context& c, TrialView& view, board::Refusal const& refusal, bool write_there) {
    auto const field = field_of(view, refusal.rule);
    view.form.refuse(field, c.words.refusal(refusal));
    if (write_there && (field == "scale/responsible" || field == "scale/reason")) {
        view.form.write_in(field);
        view.form.was_active = view.form.active;
    }
}

void hear_answers(Context& c, TrialView& view) {
    if (auto const* saved = c.answer_to("scale/plan")) {
        view.saved = !saved->refusal;
        if (saved->refusal)
            show_refusal(c, view, *saved->refusal, false);
        else if (view.place_sent)
            view.form.set("scale/new-place", {}, board::max_name_characters);
        view.place_sent = false;
        if (!saved->refusal && view.closing)
            turn_to(view, TrialPage::Chain);
        view.closing = false;
    }
    for (auto const* tag : {"scale/operation", "scale/roll-back", "scale/holds"}) {
        auto const* answer = c.answer_to(tag);
        if (!answer)
            continue;
        if (answer->refusal)
            show_refusal(c, view, *answer->refusal, true);
        else if (tag == std::string_view("scale/operation"))
            c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
        else if (tag == std::string_view("scale/roll-back"))
            turn_to(view, TrialPage::Chain);
    }
}

void roll_back(Context& c, TrialView& view, board::Idea const& idea, ui::Rect origin) {
    if (!view.rolling_back) {
        view.rolling_back = true;
        view.picking.clear();
        view.form.write_in("scale/reason");
        return;
    }
    c.ask(board::RollBack{idea.id, view.form.value("scale/reason")}, origin, "scale/roll-back",
          c.words.get("scale.done_rolled_back"));
}

void scaling_buttons(Context& c, TrialView& view, board::Idea const& idea, ui::Rect& band) {
    ui::Rect const whole = band;
    if (view.rolling_back) {
        if (band_button(
                c, band, Side::Right,
                {.id = "scale/roll-back", .label = c.words.get("scale.roll_back"), .look = ui::ButtonLook::Danger}))
            roll_back(c, view, idea, whole);
        if (band_button(c, band, Side::Right, {.id = "scale/keep", .label = c.words.get("scale.keep")})) {
            view.rolling_back = false;
            view.form.stop_writing();
        }
        return;
    }
    if (band_button(c, band, Side::Right,
                    {.id = "scale/operation",
                     .label = c.words.get("scale.operation"),
                     .icon = ui::Icon::Check,
                     .look = ui::ButtonLook::Good})) {
        save(c, view, idea);
        c.ask(board::PutInOperation{idea.id}, whole, "scale/operation", c.words.get("scale.done_operation"));
    }
    if (band_button(c, band, Side::Right, {.id = "scale/roll-back", .label = c.words.get("scale.roll_back")}))
        roll_back(c, view, idea, whole);
}

void band_of(Context& c, TrialView& view, board::Idea const& idea) {
    ui::Rect band = page_band(c);
    bool const narrow = band.w < 22 * c.ui.theme().button.size;
    bool const close = band_button(
        c, band, Side::Left, {.id = "scale/close", .label = c.words.get(narrow ? "common.close" : "start.close")});
    share_button(c, view, band, 700);
    if (idea.stage == board::Stage::Scaling)
        scaling_buttons(c, view, idea, band);
    if (!close)
        return;
    view.form.stop_writing();
    if (plan_of(view, *idea.scale_plan) == *idea.scale_plan) {
        turn_to(view, TrialPage::Chain);
        return;
    }
    view.closing = true;
    save(c, view, idea);
}

} // namespace

void scale_plan(Context& c, TrialView& view, board::Idea const& idea) {
    hear_answers(c, view);
    bool const has_plan = idea.scale_plan &&
                          (idea.stage == board::Stage::Scaling || idea.stage == board::Stage::Operation);
    if (!has_plan)
        turn_to(view, TrialPage::Chain); // rolled back, or undone
    if (view.page != TrialPage::ScalePlan)
        return trial_chain(c, view, idea);
    load(view, *idea.scale_plan);
    auto const rest = c.words.say("scale.title", {{"no", std::int64_t{idea.scale_plan->trial_no}}});
    auto free = header(c, {.subtitle = subtitle(c, idea, rest), .meetings = false, .clock = false});
    if (view.saved && !view.form.changed && !c.saving)
        text_pill(c, free, c.words.get("form.saved"), ui::colour::scale_text, ui::Icon::Check);
    if (c.ui.is_part()) {
        one_column(c, view, idea);
    } else {
        auto const [left, right] = columns(c, 0.44F, page_area(c).h * 0.46F);
        left_column(c, view, idea, left);
        right_column(c, view, idea, right);
    }
    if (view.form.was_active == "scale/new-place" && view.form.active != "scale/new-place")
        view.form.changed = view.form.changed || !view.form.value("scale/new-place").empty();
    if (save_is_due(c, view.form))
        save(c, view, idea);
    band_of(c, view, idea);
    if (!view.form.active.empty())
        view.picking.clear();
}

} // namespace screens
