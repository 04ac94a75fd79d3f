#include "ui/screens/trials_screen.h"

#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

constexpr std::array<char const*, 2> names{"left", "right"}; ///< of the halves, in ids and tags
constexpr float least_half = 860;                            ///< the narrowest that the pages are made for, du
constexpr float key_columns = 12, least_key_mm = 20;         ///< of the keyboard that stands in a half
constexpr int save_frames = 2;                               ///< one to ask, and one to hear what came of it

// --- what is kept ---

/// Whether it holds what the board does not.
bool is_unfinished(TrialView const& view) {
    auto const& form = view.form;
    if (form.changed || !form.wrong.empty())
        return view.page != TrialPage::Chain;
    switch (view.page) {
    case TrialPage::Chain:
    case TrialPage::Start: return false;
    case TrialPage::Measure: return true;
    case TrialPage::Review: return view.decision || view.revisit || !form.value("review/reason").empty();
    case TrialPage::ScalePlan: break;
    }
    return !form.value("scale/new-place").empty() || !form.value("scale/reason").empty();
}

void lay_aside(TrialsView& view, std::optional<TrialView>& side) {
    if (side && is_unfinished(*side)) {
        side->form.stop_writing();
        side->picking.clear();
        std::erase_if(view.laid_aside, [&](TrialView const& one) { return one.idea == side->idea; });
        view.laid_aside.push_back(std::move(*side));
    }
    side.reset();
}

TrialView take_up(TrialsView& view, board::Board const& board, board::IdeaId idea,
                  std::optional<board::Decision> decision) {
    TrialView taken;
    auto const found = std::find_if(view.laid_aside.begin(), view.laid_aside.end(),
                                    [&](TrialView const& one) { return one.idea == idea; });
    if (found == view.laid_aside.end()) {
        open_trial(taken, board, idea, decision);
        return taken;
    }
    taken = std::move(*found);
    view.laid_aside.erase(found);
    if (taken.page == TrialPage::Review && decision)
        taken.decision = decision;
    return taken;
}

// --- the halves ---

/// Keys and words must be as large as on the whole wall.
bool halves_fit(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    float const half = screen.w / 2, key = (half - 2 * ui::space::margin) / key_columns;
    return screen.w > screen.h && half >= least_half && key >= least_key_mm * c.ui.theme().mm;
}

bool shows_halves(Context const& c, TrialsView const& view) { return view.shared && halves_fit(c); }

ui::Rect half_of(Context const& c, std::size_t side) {
    ui::Rect half = c.ui.screen();
    half.cut_top(content_area(c).y - c.lowered - half.y); // the wall's own header stands above both
    half.w /= 2;
    half.x += static_cast<float>(side) * half.w;
    return half;
}

/// In which half a finger came down last.
void follow_hand(Context const& c, TrialsView& view) {
    for (auto const& pointer : c.ui.pointers().all())
        if (pointer.went_down)
            view.hand = pointer.at.x < c.ui.screen().centre().x ? 0 : 1;
}

bool is_worked_in(TrialView const& view) {
    return view.page != TrialPage::Chain || !view.form.active.empty() || !view.picking.empty();
}

/// The other gets the whole wall, but not under somebody's hands: as long as they write, their half stays as it is.
void close(Context& c, TrialsView& view, std::size_t side) {
    auto const& other = view.sides[1 - side];
    lay_aside(view, view.sides[side]);
    if (!other)
        c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
    if (other && is_worked_in(*other))
        return;
    view.shared = false;
    view.hand = 1 - side;
}

// --- which trial in the empty half ---

/// What there is to work on with that idea, the most urgent first; −1: nothing.
int urgency(Context const& c, board::Idea const& idea) {
    using board::Stage;
    if (idea.merged_into || idea.masked)
        return -1;
    if (auto const* running = board::running_trial(idea))
        return board::is_due(*running, c.now.today) ? 0 : 1;
    switch (idea.stage) {
    case Stage::Selected:
    case Stage::Test: return board::latest_trial(idea) ? 2 : 3;
    case Stage::Scaling: return 4;
    case Stage::Operation: return 5;
    default: return -1;
    }
}

/// All that can be worked on beside that one.
std::vector<board::Idea const*> others(Context const& c, std::optional<board::IdeaId> taken) {
    std::vector<board::Idea const*> all;
    for (auto const& idea : c.board.ideas)
        if (idea.id != taken && urgency(c, idea) >= 0)
            all.push_back(&idea);
    std::stable_sort(all.begin(), all.end(), [&](auto const* a, auto const* b) {
        auto const until = [](board::Idea const& idea) {
            auto const* running = board::running_trial(idea);
            return running && running->plan.to ? *running->plan.to : board::Date::max();
        };
        return std::pair(urgency(c, *a), until(*a)) < std::pair(urgency(c, *b), until(*b));
    });
    return all;
}

struct Line {
    std::string text;
    ui::Colour ink, edge;
};

/// "Prøvehandling 2 · I gang · Til og med 3. dec. · om en uge", or the stage of an idea that has no trial.
Line line_of(Context const& c, board::Idea const& idea) {
    using board::Stage;
    if (idea.stage == Stage::Scaling || idea.stage == Stage::Operation)
        return {c.words.get(idea.stage == Stage::Scaling ? "stage.scaling" : "stage.operation"), ui::colour::scale_text,
                ui::colour::scale};
    auto const* last = board::latest_trial(idea);
    if (!last)
        return {c.words.get("stage.selected"), ui::colour::idea_text, ui::colour::idea};
    auto const look = look_of(c, *last);
    Line line{trial_name(c, last->no) + " · " + look.word, look.ink, look.edge};
    if (last->state == board::TrialState::Running && last->plan.to)
        line.text += " · " + c.words.say("board.until",
                                         {{"date", text::date(c.language(), *last->plan.to, text::DateStyle::Short)},
                                          {"when", text::relative_day(c.words, *last->plan.to, c.now.today)}});
    return line;
}

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, line_height(theme.body) + line_height(theme.small) + 40);
}

bool row(Context& c, board::Idea const& idea, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    auto const line = line_of(c, idea);
    auto const touch = c.ui.touch(
        {.id = "trials/" + idea_id(idea), .label = title_of(c, idea), .value = line.text, .rect = rect});
    canvas.rounded(rect, ui::radius::card, touch.pressed ? ui::colour::lane : ui::colour::white);
    canvas.outline(rect, ui::radius::card, 2, ui::colour::line);
    ui::Rect inside = rect.inset(28, 0);
    canvas.rounded({inside.x, rect.y + 22, 8, rect.h - 44}, 4, line.edge);
    inside.cut_left(34);
    canvas.icon(ui::Icon::ArrowRight, {inside.right() - 18, rect.centre().y}, 36, ui::colour::faint);
    inside.w -= 60;
    ui::Type title = theme.body;
    title.weight = ui::Weight::SemiBold;
    float const words = line_height(title) + 4 + line_height(theme.small);
    ui::Rect const first{inside.x, rect.centre().y - words / 2, inside.w, line_height(title)};
    ui::label_centred(c.ui, title_of(c, idea), first, title, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, line.text, {first.x, first.bottom() + 4, first.w, line_height(theme.small)}, theme.small,
                      line.ink, ui::Align::Left);
    return touch.tapped;
}

/// The half that is free asks what is worked on in it. True when it is closed instead.
bool choose(Context& c, TrialsView& view, std::size_t side) {
    constexpr float gap = 12;
    auto const& taken = view.sides[1 - side];
    header(c, {.subtitle = c.words.get("trials.which")});
    ui::Rect const list = page_area(c);
    auto const all = others(c, taken ? std::optional(taken->idea) : std::nullopt);
    float const height = row_height(c);
    if (all.empty())
        ui::label(c.ui, c.words.get("trials.no_others"), list, c.ui.theme().body, ui::colour::soft);
    float const content = static_cast<float>(all.size()) * (height + gap);
    ui::Rect page = list;
    page.y -= c.ui.begin_scroll("trials/list", list, content, c.words.get("trials.which"));
    board::Idea const* chosen = nullptr;
    for (auto const* idea : all)
        if (row(c, *idea, page.cut_top(height, gap)))
            chosen = idea;
    c.ui.end_scroll();
    if (chosen)
        view.sides[side] = take_up(view, c.board, chosen->id, {});
    ui::Rect band = page_band(c);
    return band_button(c, band, Side::Left, {.id = "trials/close", .label = c.words.get("common.close")});
}

// --- one side, with its own answers ---

/// A side is told what became of its own wishes, and nothing of the other's.
Context alone(Context const& c, std::size_t side) {
    Context own = c;
    own.requests.clear();
    own.answers.clear();
    std::string const mine = std::string(names[side]) + "/";
    for (auto const& answer : c.answers)
        if (answer.tag.starts_with(mine)) {
            own.answers.push_back(answer);
            own.answers.back().tag.erase(0, mine.size());
        }
    return own;
}

/// Its wishes become the wall's. True when it asks for the board: in a half, that is to be closed.
bool pass_on(Context& c, Context& own, std::size_t side, bool half) {
    bool closes = false;
    for (auto& request : own.requests) {
        if (auto* ask = std::get_if<Ask>(&request); ask && !ask->tag.empty())
            ask->tag = std::string(names[side]) + "/" + ask->tag;
        auto const* go = std::get_if<GoTo>(&request);
        if (half && go && go->screen == Screen::Board)
            closes = true;
        else
            c.requests.push_back(std::move(request));
    }
    return closes;
}

void draw_half(Context& c, TrialsView& view, std::size_t side, std::vector<board::Measure> const& known) {
    c.ui.begin_part(names[side], half_of(c, side), view.hand == side);
    auto own = alone(c, side);
    bool closes = false;
    if (auto& open = view.sides[side]) {
        open->may_share = false;
        trial_screen(own, *open, known);
    } else {
        closes = choose(own, view, side);
    }
    c.ui.end_part();
    if (pass_on(c, own, side, true)) {
        close(c, view, side);
    } else if (closes) {
        view.shared = false;
        view.hand = 1 - side;
    }
}

void draw_halves(Context& c, TrialsView& view, std::vector<board::Measure> const& known) {
    follow_hand(c, view);
    header(c, {.meetings = false});
    for (std::size_t side = 0; side < names.size(); ++side)
        draw_half(c, view, side, known);
    ui::Rect const right = half_of(c, 1);
    c.ui.canvas().fill({right.x - 1, right.y + 8, 2, right.h - ui::space::dock_bottom - 8}, ui::colour::line);
}

void draw_whole(Context& c, TrialsView& view, std::vector<board::Measure> const& known) {
    auto& side = view.sides[view.hand];
    if (!side) { // it was closed while the other could not be shown
        view.hand = 1 - view.hand;
        if (!view.sides[view.hand])
            c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
        return c.ui.wake_now();
    }
    side->may_share = halves_fit(c) && !others(c, side->idea).empty();
    side->share = false;
    auto own = alone(c, view.hand);
    trial_screen(own, *side, known);
    c.header_room = own.header_room;
    view.shared = view.shared || side->share;
    side->share = false;
    pass_on(c, own, view.hand, false);
}

// --- to another screen ---

/// What was written within the last second is saved before another screen is shown, and a refusal is heard.
void save_before_leaving(Context& c, TrialsView& view) {
    bool const unsaved = std::any_of(view.sides.begin(), view.sides.end(),
                                     [](auto const& side) { return side && side->form.changed; });
    auto const goes = std::find_if(c.requests.begin(), c.requests.end(),
                                   [](Request const& one) { return std::holds_alternative<GoTo>(one); });
    if (goes != c.requests.end() && unsaved && !view.leaving) {
        view.leaving = std::get<GoTo>(*goes);
        view.leaves_after = save_frames;
        c.requests.erase(goes);
        for (auto& side : view.sides)
            if (side)
                side->form.changed_at_s = -1; // long ago: it is due
    } else if (view.leaving && --view.leaves_after <= 0) {
        c.requests.emplace_back(*view.leaving);
        view.leaving.reset();
    }
    if (view.leaving)
        c.ui.wake_now();
}

} // namespace

void open_trials(TrialsView& view, board::Board const& board, board::IdeaId idea,
                 std::optional<board::Decision> decision) {
    view.leaving.reset();
    for (std::size_t side = 0; side < view.sides.size(); ++side)
        if (auto& open = view.sides[side]; open && open->idea == idea) {
            lay_aside(view, open); // and back again, when there is something to come back to
            open = take_up(view, board, idea, decision);
            view.hand = side;
            return;
        }
    leave_trials(view);
    view.sides[0] = take_up(view, board, idea, decision);
}

void leave_trials(TrialsView& view) {
    for (auto& side : view.sides)
        lay_aside(view, side);
    view.shared = false;
    view.hand = 0;
    view.leaving.reset();
}

void trials_screen(Context& c, TrialsView& view, std::vector<board::Measure> const& known) {
    std::erase_if(view.laid_aside, [&](TrialView const& one) { return !board::find_idea(c.board, one.idea); });
    if (shows_halves(c, view))
        draw_halves(c, view, known);
    else
        draw_whole(c, view, known);
    save_before_leaving(c, view);
}

std::vector<ui::Rect> rooms(Context const& c, TrialsView const& view) {
    if (!shows_halves(c, view))
        return {c.ui.screen()};
    std::vector<ui::Rect> halves;
    for (std::size_t side = 0; side < names.size(); ++side) {
        ui::Rect const half = half_of(c, side);
        halves.push_back({half.x, c.ui.screen().y, half.w, c.ui.screen().h});
    }
    return halves;
}

} // namespace screens
