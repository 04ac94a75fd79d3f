#include "ui/screens/trial_form.h"
#include "ui/screens/trial_pages.h"

#include "board/text_rules.h"

#include <algorithm>
#include <limits>

namespace screens {

namespace {

constexpr std::size_t subtitle_graphemes = 44; // the header's second line must leave room for pills

constexpr float disc_gap = 6;

int discs_per_row(Context const& c, float width) {
    return std::max(1, static_cast<int>((width + disc_gap) / (c.ui.theme().target + disc_gap)));
}

std::string shortened(std::string const& text) {
    auto const cuts = text::graphemes(text);
    if (cuts.size() <= subtitle_graphemes + 1)
        return text;
    auto end = text.find_last_of(' ', static_cast<std::size_t>(cuts[subtitle_graphemes]));
    if (end == std::string::npos)
        end = static_cast<std::size_t>(cuts[subtitle_graphemes]);
    return text.substr(0, end) + " …";
}

/// The idea was taken down, by *Fortryd*, while its chain was shown.
void idea_is_gone(Context& c) {
    header(c, {.subtitle = {}, .meetings = false});
    ui::Rect const area = content_area(c);
    board::Refusal gone;
    gone.rule = board::Rule::NoSuchIdea;
    ui::label_centred(c.ui, c.words.refusal(gone), area, c.ui.theme().heading, ui::colour::soft);
    ui::Rect band = page_band(c);
    if (band_button(c, band, Side::Left, {.id = "trial/back", .label = c.words.get("trial.back")}))
        c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
}

} // namespace

void open_trial(TrialView& view, board::Board const& board, board::IdeaId idea,
                std::optional<board::Decision> decision) {
    view = {};
    view.idea = idea;
    view.first_shown = std::numeric_limits<int>::max(); // the newest
    auto const* found = board::find_idea(board, idea);
    if (decision && found && board::running_trial(*found)) {
        view.page = TrialPage::Review;
        view.decision = decision;
    }
}

void trial_screen(Context& c, TrialView& view, std::vector<board::Measure> const& known) {
    auto const* idea = board::find_idea(c.board, view.idea);
    if (!idea) {
        idea_is_gone(c);
        return;
    }
    switch (view.page) {
    case TrialPage::Chain: trial_chain(c, view, *idea); break;
    case TrialPage::Start: trial_start(c, view, *idea, known); break;
    case TrialPage::Measure: trial_measure_page(c, view, *idea, known); break;
    case TrialPage::Review: trial_review(c, view, *idea, known); break;
    case TrialPage::ScalePlan: scale_plan(c, view, *idea); break;
    }
}

void turn_to(TrialView& view, TrialPage page) {
    auto const idea = view.idea;
    view = {};
    view.idea = idea;
    view.page = page;
    view.first_shown = std::numeric_limits<int>::max();
}

int draft_no(board::Idea const& idea) {
    auto const* last = board::latest_trial(idea);
    if (!last)
        return 1;
    return last->state == board::TrialState::Draft ? last->no : last->no + 1;
}

TrialLook look_of(Context const& c, board::Trial const& trial) {
    using board::Decision;
    namespace colour = ui::colour;
    if (trial.state == board::TrialState::Draft)
        return {c.words.get("trial.state_draft"), colour::faint, colour::soft, colour::lane};
    if (trial.state == board::TrialState::Running && board::is_due(trial, c.now.today))
        return {c.words.get("trial.state_due"), colour::idea, colour::idea_text, colour::test_ground};
    if (trial.state == board::TrialState::Running || !trial.decision)
        return {c.words.get("trial.state_running"), colour::test, colour::test_text, colour::test_ground};
    switch (*trial.decision) {
    case Decision::Scale:
        return {c.words.get("trial.state_scaled"), colour::scale, colour::scale_text, colour::scale_ground};
    case Decision::Adjust:
        return {c.words.get("trial.state_adjusted"), colour::learned, colour::learned, colour::learned.faded(0.14F)};
    case Decision::Park: return {c.words.get("trial.state_parked"), colour::soft, colour::soft, colour::lane};
    case Decision::Stop: break;
    }
    return {c.words.get("trial.state_stopped"), colour::coral, colour::coral_text, colour::coral_ground};
}

std::string subtitle(Context const& c, board::Idea const& idea, std::string const& rest) {
    return shortened(title_of(c, idea)) + " · " + rest;
}

std::string trial_name(Context const& c, int no) { return c.words.say("trial.name", {{"no", std::int64_t{no}}}); }

std::string reading_line(Context const& c, board::Measure const& measure, board::Reading const& reading) {
    std::string const value = figure(c, reading.value, measure.unit);
    if (measure.kind == board::MeasureKind::Share && reading.count && reading.n)
        return c.words.say("trial.share", {{"count", std::int64_t{*reading.count}}, {"n", std::int64_t{*reading.n}}}) +
               " · " + value;
    return value;
}

std::string guard_line(Context const& c, board::Guard const& guard) {
    auto const key = guard.comparison == board::Comparison::AtMost ? "trial.guard_at_most" : "trial.guard_at_least";
    return c.words.say(key, {{"name", guard.name}, {"limit", figure(c, guard.limit, guard.unit)}});
}

board::Participant const* people(Context& c, std::string const& id, ui::Rect rect,
                                 std::function<bool(board::Participant const&)> const& chosen) {
    float const target = c.ui.theme().target, step = target + disc_gap;
    int const per_row = discs_per_row(c, rect.w);
    board::Participant const* tapped = nullptr;
    int at = 0;
    for (auto const& one : c.board.participants) {
        if (!one.active)
            continue;
        ui::Vec2 const centre{rect.x + target / 2 + step * static_cast<float>(at % per_row),
                              rect.y + target / 2 + step * static_cast<float>(at / per_row)};
        if (person(c, id + "/" + std::to_string(++at), one, centre, target * 0.43F, chosen(one)))
            tapped = &one;
    }
    return tapped;
}

float people_height(Context const& c, float width) {
    auto const active = static_cast<int>(std::count_if(c.board.participants.begin(), c.board.participants.end(),
                                                       [](auto const& one) { return one.active; }));
    int const per_row = discs_per_row(c, width);
    int const rows = std::max(1, (active + per_row - 1) / per_row);
    return static_cast<float>(rows) * (c.ui.theme().target + disc_gap) - disc_gap;
}

ui::Rect page_band(Context const& c) {
    ui::Rect band = bottom_band(c);
    return c.ui.portrait() ? band.cut_bottom(std::max(ui::space::dock, c.ui.theme().target)) : band;
}

ui::Rect page_area(Context const& c) {
    ui::Rect area = content_area(c);
    area.h = page_band(c).y - ui::space::gap - area.y;
    return area;
}

bool band_button(Context& c, ui::Rect& band, Side side, ui::Button button) {
    float const words = c.ui.type().width(button.label, c.ui.theme().button);
    float const icon = button.icon ? 56.0F : 0;
    float const least = c.ui.theme().target * 1.4F, sides = c.ui.is_part() ? 24 : 38;
    float const width = std::min(std::max(words + icon + 2 * sides, least), std::max(band.w, least));
    button.rect = side == Side::Left ? band.cut_left(width, 18) : band.cut_right(width, 18);
    return ui::button(c.ui, button);
}

void band_line(Context& c, ui::Rect band, std::string const& line, ui::Colour ink) {
    auto const& type = c.ui.theme().label;
    float const least = 8 * type.size; // of long words, or they are broken
    if (band.w < (c.ui.is_part() ? 320 : least))
        return;
    auto const& words = c.ui.type().lay(line,
                                        {.type = type, .width = band.w, .max_lines = 3, .align = ui::Align::Right});
    c.ui.canvas().paragraph(words, {band.x, band.centre().y - words.height / 2}, ink);
}

void begin_picking(TrialView& view, std::string const& picking, board::Date month) {
    view.form.stop_writing();
    if (view.picking == picking) { // tapped again: away with it
        view.picking.clear();
        return;
    }
    view.picking = picking;
    view.picking_month = month;
}

std::optional<board::Date> pick_date(Context& c, TrialView& view, std::string const& picking, ui::Rect rect,
                                     std::optional<board::Date> chosen) {
    if (view.picking != picking || !view.picking_month)
        return std::nullopt;
    auto const day = date_picker(c, picking, rect, *view.picking_month, chosen);
    if (day)
        view.picking.clear();
    return day;
}

std::string field_to_blame(Form const& form, board::Rule rule, std::initializer_list<std::string_view> ids) {
    for (auto const id : ids) {
        auto const text = form.value(std::string(id));
        if ((rule == board::Rule::LooksLikeCpr && board::looks_like_cpr(text)) ||
            (rule == board::Rule::LooksPersonal && board::looks_personal(text)) ||
            (rule == board::Rule::TextTooLong && board::count_characters(text) > board::max_field_characters))
            return std::string(id);
    }
    return {};
}

bool is_text_rule(board::Rule rule) {
    return rule == board::Rule::LooksLikeCpr || rule == board::Rule::LooksPersonal || rule == board::Rule::TextTooLong;
}

bool asks_only_for_personal(Context const& c, TrialView const& view) {
    return c.ui.is_part() && view.personal_asked && !view.form.wrong.empty();
}

bool confirm_personal(Context& c, TrialView& view, ui::Rect& band) {
    view.personal_asked = view.personal_asked && !view.form.wrong.empty();
    if (!view.personal_asked)
        return false;
    if (!band_button(c, band, Side::Right,
                     {.id = "form/not-personal", .label = c.words.get("form.not_personal"), .icon = ui::Icon::Check}))
        return false;
    view.personal_confirmed = true;
    view.personal_asked = false;
    view.form.touch(c);
    return true;
}

void share_button(Context& c, TrialView& view, ui::Rect& band, float others) {
    if (!view.may_share || view.personal_asked) // its answer needs the room
        return;
    auto const& words = c.words.get("trial.share_wall");
    ui::Button button{.id = "trial/share", .label = words, .icon = ui::Icon::People, .item_label = words};
    if (band.w < c.ui.type().width(words, c.ui.theme().button) + 56 + 2 * 38 + others)
        button.label.clear();
    view.share = band_button(c, band, Side::Left, button);
}

float tool_height(Context const& c, TrialView const& view) {
    float const page = page_area(c).h;
    if (view.picking == known_measures_id)
        return page * 0.6F;
    if (!view.picking.empty())
        return date_picker_height(c);
    return view.form.active.empty() ? 0 : keyboard_height(c, page * 0.5F);
}

Sheet begin_sheet(Context& c, std::string const& id, float height, float tool_height) {
    Sheet sheet;
    sheet.id = id;
    sheet.seen = page_area(c);
    if (tool_height > 0)
        sheet.tool = sheet.seen.cut_bottom(std::min(tool_height, sheet.seen.h), 14);
    constexpr float left = 12, right = 26; // shadows, and the bar beside the page
    ui::Rect const area{sheet.seen.x - left, sheet.seen.y, sheet.seen.w + left + right, sheet.seen.h};
    sheet.offset = c.ui.begin_scroll(id, area, height);
    sheet.page = {sheet.seen.x, sheet.seen.y - sheet.offset, sheet.seen.w, height};
    return sheet;
}

void end_sheet(Context& c, TrialView& view, Sheet const& sheet, std::string const& in_use) {
    c.ui.end_scroll();
    auto const now = sheet.id + " " + in_use + " " + std::to_string(static_cast<int>(sheet.seen.h));
    if (now == view.in_sight)
        return;
    view.in_sight = now;
    auto const id = c.ui.id_on_wall(in_use);
    auto const& items = c.ui.items();
    auto const found = std::find_if(items.begin(), items.end(), [&](ui::Item const& item) {
        return item.id == id || item.id.starts_with(id + "/");
    });
    if (in_use.empty() || found == items.end())
        return;
    float const question = line_height(c.ui.theme().small) + 16; // stands above what is written
    float const top = found->rect.y - question, bottom = found->rect.bottom() + 24;
    float const down = std::min(std::max(0.0F, bottom - sheet.seen.bottom()), top - sheet.seen.y);
    float const by = top < sheet.seen.y ? top - sheet.seen.y : down;
    if (by != 0)
        c.ui.scroll_to(sheet.id, std::max(0.0F, sheet.offset + by));
}

std::string in_use(TrialView const& view) {
    return !view.picking.empty() ? view.picking : !view.form.active.empty() ? view.form.active : view.form.wrong;
}

Columns columns(Context const& c, float left_part, float left_height_upright) {
    ui::Rect area = page_area(c);
    if (c.ui.portrait()) {
        ui::Rect const left = area.cut_top(left_height_upright, ui::space::gap);
        return {left, area};
    }
    float const width = (area.w - 32) * left_part;
    ui::Rect const left = c.look.left_hand ? area.cut_right(width, 32) : area.cut_left(width, 32);
    return {left, area};
}

} // namespace screens
