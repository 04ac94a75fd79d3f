// The chain: the idea's note, then No 1 → No 2 → … as cards, and what can be done with it now.
#include "ui/screens/pad_photo.h"
#include "ui/screens/trial_card.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float note_side = 330;
constexpr float least_card = 430, widest_card = 640;
constexpr float wide_arrow = 118, narrow_arrow = 76;
constexpr float end_part = 0.66F; // of a trial's width: what stands after the last trial is shorter to say

/// What stands after the last trial: the next one to write, or the way into daily use.
enum class End { None, NextTrial, Scale };

End end_of(board::Idea const& idea) {
    using board::Stage;
    if (idea.stage == Stage::Scaling || idea.stage == Stage::Operation)
        return End::Scale;
    auto const* last = board::latest_trial(idea);
    bool const may_write = idea.stage == Stage::Selected || idea.stage == Stage::Test;
    return may_write && (!last || last->state == board::TrialState::Ended) ? End::NextTrial : End::None;
}

struct Places {
    ui::Rect note;
    std::vector<ui::Rect> cards, arrows;
};

/// How long the cards become when the way they lie along is that long; the end of the chain gets less.
struct Lengths {
    float trial = 0, end = 0;
};

Lengths lengths(float room, int count, float arrow, float longest, bool has_end) {
    float const parts = static_cast<float>(count) - (has_end ? 1 - end_part : 0);
    float const trial = std::min(longest, (room - arrow * static_cast<float>(count)) / parts);
    return {trial, has_end ? trial * end_part : trial};
}

/// `ends`: the last card shown is the end of the chain.
Places lying(ui::Rect area, int items, bool ends) {
    Places places;
    places.note = {area.x, area.y + 40, note_side, note_side};
    area.cut_left(note_side);
    int const fit = std::max(1, static_cast<int>(area.w / (least_card + narrow_arrow)));
    int const count = std::clamp(items, 1, fit);
    float const arrow = count < 3 ? wide_arrow : narrow_arrow;
    auto const length = lengths(area.w, count, arrow, widest_card, ends && count > 1);
    for (int i = 0; i < count; ++i) {
        places.arrows.push_back(area.cut_left(arrow));
        places.cards.push_back(area.cut_left(i == count - 1 ? length.end : length.trial));
    }
    return places;
}

Places upright(ui::Rect area, int items, bool ends) {
    Places places;
    places.note = area.cut_top(190);
    constexpr float arrow = 56, least = 372, tallest = 620;
    int const fit = std::max(1, static_cast<int>(area.h / (least + arrow)));
    int const count = std::clamp(items, 1, fit);
    auto const length = lengths(area.h, count, arrow, tallest, ends && count > 1);
    for (int i = 0; i < count; ++i) {
        places.arrows.push_back(area.cut_top(arrow));
        places.cards.push_back(area.cut_top(i == count - 1 ? length.end : length.trial));
    }
    return places;
}

void draw_dots(Context& c, board::Idea const& idea, ui::Vec2 at, float room) {
    int const dots = board::dots_of(c.board, idea.id).value_or(0);
    constexpr float step = 22;
    if (static_cast<float>(dots) * step <= room) {
        for (int i = 0; i < dots; ++i)
            c.ui.canvas().disc({at.x + static_cast<float>(i) * step, at.y}, 8, ui::colour::accent);
        return;
    }
    c.ui.canvas().disc(at, 8, ui::colour::accent);
    ui::label_centred(c.ui, text::number(c.language(), dots), {at.x + 16, at.y - 20, room, 40}, c.ui.theme().label,
                      ui::colour::accent, ui::Align::Left);
}

/// Under the words of a tall note, to the right of them on a low one; the words get what is left.
void photo_beside(Context& c, board::Photo const& photo, ui::Rect& room) {
    bool const tall = room.h > room.w * 0.8F;
    auto const size = tall ? photo_size(photo, room.w, room.h * 0.5F) : photo_size(photo, room.w * 0.3F, room.h);
    ui::Rect const place = tall ? room.cut_bottom(size.y, 16) : room.cut_right(size.x, 20);
    draw_photo(c, photo, {place.x, place.y, size.x, size.y});
}

void draw_note(Context& c, board::Idea const& idea, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::note, ui::Shadow::Resting);
    canvas.rounded(rect, ui::radius::note, colour_of(idea.colour));
    ui::Rect inside = rect.inset(28, 26);
    ui::Rect const foot = inside.cut_bottom(44, 8);
    if (idea.photo)
        photo_beside(c, *idea.photo, inside);
    ui::Type type = c.ui.theme().heading;
    type.weight = ui::Weight::Medium;
    int lines = std::max(1, static_cast<int>(inside.h / line_height(type)));
    if (c.ui.type().lay(title_of(c, idea), {.type = type, .width = inside.w, .max_lines = lines}).cut) {
        type.size = c.ui.theme().body.size;
        lines = std::max(1, static_cast<int>(inside.h / line_height(type)));
    }
    ui::label(c.ui, title_of(c, idea), inside, type, ui::colour::ink, ui::Align::Left, lines);
    draw_dots(c, idea, {foot.x + 8, foot.centre().y}, foot.w - 80);
    if (idea.author)
        if (auto const* author = board::find_participant(c.board, *idea.author))
            person(c, {}, *author, {foot.right() - 22, foot.centre().y}, 22);
}

void draw_arrow(Context& c, ui::Rect rect, float at_y) {
    bool const down = rect.w > rect.h * 3;
    float const size = std::min({rect.w, rect.h, 64.0F}) - (down ? 12 : 0);
    ui::Vec2 const at = down ? rect.centre() : ui::Vec2{rect.centre().x, at_y};
    c.ui.canvas().icon(down ? ui::Icon::ArrowDown : ui::Icon::ArrowRight, at, size, ui::colour::faint);
}

void write_next(TrialView& view) { turn_to(view, TrialPage::Start); }

/// The place of the next trial: an invitation that can be tapped as well as the button below.
void draw_next(Context& c, TrialView& view, board::Idea const& idea, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    std::string const name = trial_name(c, draft_no(idea));
    auto const touch = c.ui.touch({.id = "trial/next", .label = name, .rect = rect});
    c.ui.canvas().rounded(rect, ui::radius::card, touch.pressed ? ui::colour::lane : ui::colour::paper);
    c.ui.canvas().dashed(rect.inset(1), ui::radius::card, 3, ui::colour::faint);
    ui::Rect inside = rect.inset(36, 32);
    ui::Type heading = theme.heading;
    heading.weight = ui::Weight::Bold;
    auto const& hint = c.words.get("trial.next_hint");
    float const hint_h = c.ui.type().lay(hint, {.type = theme.body, .width = inside.w}).height;
    float const block = 84 + line_height(heading) + 14 + hint_h;
    inside.cut_top((inside.h - block) / 2);
    c.ui.canvas().icon(ui::Icon::Pencil, {inside.centre().x, inside.y + 28}, 56, ui::colour::test);
    inside.cut_top(84);
    ui::label(c.ui, name, inside.cut_top(line_height(heading), 14), heading, ui::colour::test_text, ui::Align::Centre,
              1);
    ui::label(c.ui, hint, inside, theme.body, ui::colour::soft, ui::Align::Centre);
    if (touch.tapped)
        write_next(view);
}

void draw_place(Context& c, board::Place const& place, ui::Rect line) {
    auto& canvas = c.ui.canvas();
    ui::Vec2 const at{line.x + 16, line.centre().y};
    if (place.state == board::PlaceState::InUse) {
        canvas.disc(at, 16, ui::colour::scale);
        canvas.icon(ui::Icon::Check, at, 20, ui::colour::white);
    } else {
        bool const taught = place.state == board::PlaceState::Taught;
        canvas.ring(at, 14, 3, taught ? ui::colour::scale : ui::colour::faint);
    }
    line.cut_left(46);
    ui::label_centred(c.ui, place.name, line, c.ui.theme().body, ui::colour::ink, ui::Align::Left);
}

/// As many as there is room for, in two columns where the card is wide.
void draw_places(Context& c, board::ScalePlan const& plan, ui::Rect inside) {
    float const row = line_height(c.ui.theme().body) + 16;
    std::size_t const columns = inside.w > 600 ? 2 : 1;
    float const width = inside.w / static_cast<float>(columns);
    for (std::size_t i = 0; i < plan.places.size(); ++i) {
        ui::Rect const line{inside.x + static_cast<float>(i % columns) * width,
                            inside.y + static_cast<float>(i / columns) * row, width - 12, row};
        if (line.bottom() > inside.bottom() + 4)
            return;
        draw_place(c, plan.places[i], line);
    }
}

/// The end of a chain that worked: where the solution is used.
void draw_scale(Context& c, TrialView& view, board::Idea const& idea, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    bool const operation = idea.stage == board::Stage::Operation;
    auto const& word = c.words.get(operation ? "stage.operation" : "stage.scaling");
    auto const touch = c.ui.touch({.id = "trial/scaled", .role = "card", .label = word, .rect = rect});
    c.ui.canvas().shadow(rect, ui::radius::card, touch.pressed ? ui::Shadow::Lifted : ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::scale_ground);
    ui::Rect inside = rect.inset(28, 30);
    ui::Type heading = theme.heading;
    heading.weight = ui::Weight::Bold;
    ui::label(c.ui, word, inside.cut_top(line_height(heading), 12), heading, ui::colour::scale_text, ui::Align::Left,
              1);
    if (!idea.scale_plan || idea.scale_plan->places.empty()) {
        ui::label(c.ui, c.words.get("trial.scale_hint"), inside, theme.body, ui::colour::soft);
    } else {
        auto const& plan = *idea.scale_plan;
        if (!plan.what_now.empty()) {
            float const used = ui::label(c.ui, plan.what_now, inside, theme.body, ui::colour::ink, ui::Align::Left, 5);
            inside.cut_top(used, 22);
        }
        draw_places(c, plan, inside);
    }
    if (touch.tapped)
        turn_to(view, TrialPage::ScalePlan);
}

void draw_cards(Context& c, TrialView& view, board::Idea const& idea, Places const& places) {
    auto const trials = static_cast<int>(idea.trials.size());
    for (std::size_t i = 0; i < places.cards.size(); ++i) {
        int const at = view.first_shown + static_cast<int>(i);
        ui::Rect const rect = places.cards[i];
        if (at > trials || (at == trials && end_of(idea) == End::None))
            return;
        draw_arrow(c, places.arrows[i], places.note.centre().y);
        if (at == trials) {
            if (end_of(idea) == End::NextTrial)
                draw_next(c, view, idea, rect);
            else
                draw_scale(c, view, idea, rect);
            return;
        }
        auto const& trial = idea.trials[static_cast<std::size_t>(at)];
        auto const touch = c.ui.touch({.id = trial_id(idea, trial.no),
                                       .role = "card",
                                       .label = trial_name(c, trial.no),
                                       .value = look_of(c, trial).word,
                                       .rect = rect});
        draw_trial_glance(c, idea, trial, rect, touch.pressed);
        if (touch.tapped)
            view.opened = trial.no;
    }
}

/// One card with all its words, in the room of the chain; a tap folds it again.
void draw_opened(Context& c, TrialView& view, board::Idea const& idea, ui::Rect rect) {
    auto const* trial = board::find_trial(c.board, {idea.id, view.opened});
    if (!trial) {
        view.opened = 0;
        return;
    }
    auto const touch = c.ui.touch({.id = trial_id(idea, trial->no),
                                   .role = "card",
                                   .label = trial_name(c, trial->no),
                                   .value = look_of(c, *trial).word,
                                   .rect = rect});
    draw_trial_whole(c, idea, *trial, rect);
    if (touch.tapped)
        view.opened = 0;
}

std::string day(Context const& c, board::Date date) { return text::date(c.language(), date, text::DateStyle::Card); }

/// Why nothing more is to be done now: parked or stopped, and when.
std::string rest_line(Context const& c, board::Idea const& idea) {
    auto const* last = board::latest_trial(idea);
    if (idea.stage == board::Stage::Parked && idea.parking)
        return c.words.say("trial.parked_line",
                           {{"date", day(c, idea.parking->revisit)}, {"reason", idea.parking->reason}});
    if (idea.stage == board::Stage::Stopped) {
        std::string const why = !last                           ? std::string()
                                : last->decision_reason.empty() ? last->outcome.learning
                                                                : last->decision_reason;
        return c.words.say("trial.stopped_line", {{"date", day(c, idea.stage_since)}, {"reason", why}});
    }
    if (idea.stage == board::Stage::New)
        return c.words.get("trial.new_line");
    return {};
}

void primary(Context& c, TrialView& view, board::Idea const& idea, ui::Rect& band) {
    using board::Stage;
    auto const button = [&](char const* id, std::string label, ui::ButtonLook look) {
        return band_button(c, band, Side::Right, {.id = id, .label = std::move(label), .look = look});
    };
    if (idea.stage == Stage::Scaling || idea.stage == Stage::Operation) {
        if (button("trial/scale-plan", c.words.get("trial.scale_plan"), ui::ButtonLook::Good))
            turn_to(view, TrialPage::ScalePlan);
    } else if (board::running_trial(idea)) {
        if (button("trial/review", c.words.get("trial.review"), ui::ButtonLook::Primary))
            turn_to(view, TrialPage::Review);
    } else if (idea.stage == Stage::Selected || idea.stage == Stage::Test) {
        int const no = draft_no(idea);
        bool const begun = no == static_cast<int>(idea.trials.size());
        auto const label = begun ? c.words.get("trial.continue")
                                 : c.words.say("trial.write", {{"no", std::int64_t{no}}});
        if (button("trial/write", label, ui::ButtonLook::Primary))
            write_next(view);
    } else if (idea.stage == Stage::Parked) {
        ui::Rect const before = band;
        if (button("trial/resume", c.words.get("trial.resume"), ui::ButtonLook::Primary))
            c.ask(board::ResumeIdea{idea.id}, before, "trial/resume", c.words.get("trial.done_resumed"));
    }
}

/// What else may be done with an idea that is selected or between two trials: on the board, beside its card.
void move_button(Context& c, board::Idea const& idea, ui::Rect& band) {
    bool const selected = idea.stage == board::Stage::Selected;
    if (c.ui.is_part()) // the board is shown when nobody else needs the wall
        return;
    if (!selected && (idea.stage != board::Stage::Test || board::running_trial(idea)))
        return;
    if (band_button(c, band, Side::Left,
                    {.id = "trial/move", .label = c.words.get(selected ? "trial.edit_and_move" : "board.park")}))
        c.requests.emplace_back(
            GoTo{Screen::Board, idea.id, selected ? std::nullopt : std::optional(board::Decision::Park)});
}

/// The arrows that page a chain longer than the wall is wide.
void pager(Context& c, TrialView& view, ui::Rect& band, int items, int shown) {
    if (c.ui.is_part() || items <= shown || view.opened != 0)
        return;
    if (band_button(c, band, Side::Left,
                    {.id = "trial/earlier",
                     .icon = ui::Icon::ArrowLeft,
                     .enabled = view.first_shown > 0,
                     .item_label = c.words.get("trial.earlier")}))
        --view.first_shown;
    if (band_button(c, band, Side::Left,
                    {.id = "trial/later",
                     .icon = ui::Icon::ArrowRight,
                     .enabled = view.first_shown < items - shown,
                     .item_label = c.words.get("trial.later")}))
        ++view.first_shown;
}

void band_of(Context& c, TrialView& view, board::Idea const& idea, int items, int shown) {
    ui::Rect band = page_band(c);
    bool const closes = c.ui.is_part() && view.opened == 0;
    if (band_button(c, band, Side::Left,
                    {.id = "trial/back", .label = c.words.get(closes ? "common.close" : "trial.back")})) {
        if (view.opened != 0)
            view.opened = 0;
        else
            c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
    }
    if (auto const* running = board::running_trial(idea);
        running && view.opened == running->no && running->plan.measure) {
        if (band_button(c, band, Side::Right, {.id = "trial/change-measure", .label = c.words.get("measure.change")}))
            return turn_to(view, TrialPage::Measure);
    }
    primary(c, view, idea, band);
    move_button(c, idea, band);
    share_button(c, view, band, 500);
    pager(c, view, band, items, shown);
    if (auto const line = rest_line(c, idea); !line.empty())
        band_line(c, band, line);
}

void hear_of_resuming(Context& c) {
    if (auto const* answer = c.answer_to("trial/resume"); answer && !answer->refusal)
        c.requests.emplace_back(GoTo{Screen::Board, {}, {}});
}

/// In a part the chain scrolls, and the newest is seen first.
void one_column(Context& c, TrialView& view, board::Idea const& idea, int items) {
    if (view.opened != 0)
        return draw_opened(c, view, idea, page_area(c));
    constexpr float note = 190, arrow = 56, tallest = 620;
    float const least = items > 1 ? 600 : 480; // of several, one can be read at a time
    bool const ends = end_of(idea) != End::None;
    float const arrows = arrow * static_cast<float>(items);
    float const parts = static_cast<float>(items) - (ends ? 1 - end_part : 0);
    float const card = std::clamp((page_area(c).h - note - arrows - 8) / std::max(parts, 1.0F), least, tallest);
    auto sheet = begin_sheet(c, "trial/page", note + arrows + card * parts + 8, 0);
    draw_note(c, idea, sheet.page.cut_top(note));
    Places places;
    for (int i = 0; i < items; ++i) {
        places.arrows.push_back(sheet.page.cut_top(arrow));
        places.cards.push_back(sheet.page.cut_top(ends && i + 1 == items ? card * end_part : card));
    }
    view.first_shown = 0;
    draw_cards(c, view, idea, places);
    auto const* last = board::latest_trial(idea);
    end_sheet(c, view, sheet, last ? trial_id(idea, last->no) : std::string());
}

} // namespace

void trial_chain(Context& c, TrialView& view, board::Idea const& idea) {
    auto const& chain = c.words.get("trial.chain");
    header(c, {.subtitle = c.ui.is_part() ? subtitle(c, idea, chain) : chain, .meetings = false});
    int const items = static_cast<int>(idea.trials.size()) + (end_of(idea) == End::None ? 0 : 1);
    if (c.ui.is_part()) {
        one_column(c, view, idea, items);
        if (view.page == TrialPage::Chain)
            band_of(c, view, idea, items, items);
        return hear_of_resuming(c);
    }
    ui::Rect area = page_area(c);
    area.h -= 24;
    auto const lay_out = c.ui.portrait() ? upright : lying;
    int const shown = static_cast<int>(lay_out(area, items, false).cards.size());
    view.first_shown = std::clamp(view.first_shown, 0, std::max(0, items - shown));
    bool const ends = end_of(idea) != End::None && view.first_shown + shown == items;
    auto const places = lay_out(area, items, ends);
    draw_note(c, idea, places.note);
    if (view.opened == 0) {
        draw_cards(c, view, idea, places);
    } else {
        ui::Rect const first = places.cards.front();
        draw_opened(c, view, idea, {first.x, first.y, area.right() - first.x, area.bottom() - first.y});
    }
    if (view.page == TrialPage::Chain)
        band_of(c, view, idea, items, shown);
    hear_of_resuming(c);
}

} // namespace screens
