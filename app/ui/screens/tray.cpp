// *Lært*: the tray of what was parked and what was stopped. Stopping is as honourable as scaling, so the
// first thing said is what it taught.
#include "ui/screens/board_screen.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

constexpr float row_gap = 14;

std::vector<board::Idea const*> resting(board::Board const& board) {
    std::vector<board::Idea const*> all;
    for (auto const& idea : board.ideas)
        if (idea.stage == board::Stage::Parked || idea.stage == board::Stage::Stopped)
            all.push_back(&idea);
    std::stable_sort(all.begin(), all.end(),
                     [](auto const* a, auto const* b) { return a->stage_since > b->stage_since; });
    return all;
}

std::string status_line(Context& c, board::Idea const& idea) {
    if (idea.parking)
        return c.words.say("tray.parked",
                           {{"date", text::date(c.language(), idea.parking->revisit, text::DateStyle::Card)},
                            {"when", text::relative_day(c.words, idea.parking->revisit, c.now.today)}});
    return c.words.say("tray.stopped", {{"date", text::date(c.language(), idea.stage_since, text::DateStyle::Card)}});
}

std::string lesson(Context& c, board::Idea const& idea) {
    if (auto const* trial = board::latest_trial(idea); trial && !trial->outcome.learning.empty())
        return c.words.say("tray.learned", {{"what", trial->outcome.learning}});
    return idea.parking ? idea.parking->reason : std::string();
}

struct RowText {
    ui::Paragraph const* title;
    ui::Paragraph const* lesson;
    float height;
};

RowText row_text(Context& c, board::Idea const& idea, float width) {
    ui::Type bold = c.ui.theme().card;
    bold.weight = ui::Weight::SemiBold;
    auto const& title = c.ui.type().lay(title_of(c, idea), {.type = bold, .width = width, .max_lines = 2});
    auto const& words = c.ui.type().lay(lesson(c, idea),
                                        {.type = quiet(c.ui.theme().label), .width = width, .max_lines = 3});
    return {&title, &words, std::max(112.0F, 18 + 34 + title.height + 6 + words.height + 18)};
}

/// `built`: somebody writes on what was learned here; the tray makes room for the pad.
void row(Context& c, board::Idea const& idea, ui::Rect rect, bool& built) {
    auto& canvas = c.ui.canvas();
    bool const parked = idea.stage == board::Stage::Parked;
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    auto const touch = c.ui.touch(
        {.id = idea_id(idea), .role = "card", .label = title_of(c, idea), .value = {}, .rect = rect});
    if (touch.tapped && !idea.trials.empty())
        c.requests.emplace_back(GoTo{Screen::Trial, idea.id, {}});
    canvas.disc({rect.x + 44, rect.y + 50}, 24, parked ? ui::colour::soft : ui::colour::coral);
    canvas.icon(parked ? ui::Icon::Park : ui::Icon::Stop, {rect.x + 44, rect.y + 50}, 28, ui::colour::white);
    ui::Rect rest{rect.x + 88, rect.y + 16, rect.w - 88 - 24, rect.h - 32};
    ui::Rect const right = rest.cut_right(210, 20);
    float const height = std::max(c.ui.theme().target, 72.0F);
    ui::Rect const button{right.x, rect.centre().y - height / 2, right.w, height};
    if (!parked &&
        ui::button(c.ui, {.id = idea_id(idea) + "/build", .rect = button, .label = c.words.get("tray.build")})) {
        c.requests.emplace_back(OpenPad{.at = button.centre(), .builds_on = idea.id});
        built = true;
    }
    if (parked) {
        if (ui::button(c.ui, {.id = idea_id(idea) + "/resume", .rect = button, .label = c.words.get("tray.resume")}))
            c.ask(board::ResumeIdea{idea.id}, button, {}, c.words.get("tray.done_resumed"));
    }
    ui::label(c.ui, status_line(c, idea), rest.cut_top(34), c.ui.theme().label,
              parked ? ui::colour::soft : ui::colour::coral_text, ui::Align::Left, 1);
    auto const words = row_text(c, idea, rest.w);
    canvas.paragraph(*words.title, {rest.x, rest.y}, ui::colour::ink);
    canvas.paragraph(*words.lesson, {rest.x, rest.y + words.title->height + 6}, ui::colour::soft);
}

float text_width(float row_w) { return row_w - 88 - 24 - 230; }

/// What was just looked for.
Fresh* fresh_one(BoardView& view, board::IdeaId id) {
    for (auto& fresh : view.fresh)
        if (fresh.idea == id)
            return &fresh;
    return nullptr;
}

} // namespace

void tray_panel(Context& c, BoardView& view) {
    if (!view.tray_open)
        return;
    auto& canvas = c.ui.canvas();
    canvas.on(ui::Layer::Pads);
    ui::Rect const screen = c.ui.screen();
    float const width = std::min(980.0F, screen.w - 2 * ui::space::margin);
    float const low = bottom_band(c).y - 14;
    ui::Rect const rect{screen.right() - ui::space::margin - width, 140, width, low - 140};
    canvas.push_clip(rect.inset(-100));
    canvas.shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch(
        {.id = "tray", .role = "panel", .label = {}, .value = {}, .rect = rect, .accepts = ui::Accepts::Nothing});
    ui::Rect rest = rect.inset(28);
    ui::Rect head = rest.cut_top(std::max(c.ui.theme().target, 72.0F), 18);
    if (ui::button(c.ui, {.id = "tray/close", .rect = head.cut_right(150), .label = c.words.get("common.close")}))
        view.tray_open = false;
    ui::label_centred(c.ui, c.words.get("tray.title"), head, c.ui.theme().heading, ui::colour::ink, ui::Align::Left);

    auto const ideas = resting(c.board);
    if (ideas.empty()) {
        auto const& words = c.ui.type().lay(
            c.words.get("tray.empty"), {.type = c.ui.theme().body, .width = rest.w - 120, .align = ui::Align::Centre});
        canvas.paragraph(words, {rest.x + 60, rest.centre().y - words.height / 2}, ui::colour::soft);
    }
    bool built = false;
    float total = 0;
    for (auto const* idea : ideas)
        total += row_text(c, *idea, text_width(rest.w)).height + row_gap;
    float const offset = c.ui.begin_scroll("tray/list", rest, total, c.words.get("tray.title"));
    float y = rest.y - offset;
    std::optional<float> wanted;
    for (auto const* idea : ideas) {
        float const height = row_text(c, *idea, text_width(rest.w)).height;
        ui::Rect const place{rest.x, y, rest.w, height};
        if (place.overlaps(rest))
            row(c, *idea, place, built);
        if (auto* fresh = fresh_one(view, idea->id)) {
            if (!std::exchange(fresh->in_sight, true))
                wanted = y - rest.y + offset;
            canvas.outline(place, ui::radius::card, 5, ui::colour::accent);
            c.ui.wake_now();
        }
        y += height + row_gap;
    }
    c.ui.end_scroll();
    if (wanted)
        c.ui.scroll_to("tray/list", *wanted);
    view.tray_open = view.tray_open && !built;
    canvas.pop_clip();
    canvas.on(ui::Layer::Board);
}

} // namespace screens
