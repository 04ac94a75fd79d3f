// The meeting under way: its steps with the one that is on, a large clock, and who is there.
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

using std::chrono::milliseconds;

constexpr float largest_clock = 176, low_card = 380;
constexpr int given_minutes = 5;

std::vector<AgendaRow> rows_of(MeetingView const& view, board::HeldMeeting const& meeting) {
    std::vector<AgendaRow> rows;
    for (std::size_t i = 0; i < meeting.steps.size(); ++i) {
        int const at = static_cast<int>(i);
        auto const& held = meeting.steps[i];
        rows.push_back({.step = held.plan,
                        .minutes = held.plan.minutes + held.extra_minutes,
                        .state = at < meeting.step    ? RowState::Done
                                 : at == meeting.step ? RowState::On
                                                      : RowState::Coming,
                        .may_change = view.editing && at > meeting.step,
                        .may_go = !view.editing && at != meeting.step});
        if (view.editing && at == meeting.step)
            rows.back().may_change = false;
    }
    return rows;
}

void carry_out(Context& c, MeetingView& view, board::HeldMeeting const& meeting, AgendaWish const& wish, ui::Rect at) {
    if (wish.kind == AgendaWish::Kind::None)
        return;
    if (wish.kind == AgendaWish::Kind::Open)
        return open_door(c, view, wish.opens);
    if (wish.kind == AgendaWish::Kind::GoTo) {
        view.picked.reset();
        return c.ask(board::BeginStep{wish.row}, at);
    }
    std::vector<board::AgendaStep> steps;
    for (auto const& held : meeting.steps)
        steps.push_back(held.plan);
    change_steps(c, view, steps, wish, meeting.step + 1);
    steps.erase(steps.begin(), steps.begin() + meeting.step + 1);
    c.ask(board::ChangeAgenda{std::move(steps)}, at);
}

/// The figure alone: what is drawn again each second is cut to it.
void figure(Context& c, ui::Rect rect, milliseconds left, bool over) {
    auto const words = clock_figure(c.language(), left);
    ui::Type type{.size = largest_clock, .weight = ui::Weight::Bold, .tabular = true, .tracking = -0.03F};
    constexpr float capital_and_air = 0.86F; // of the size
    for (float const part : {0.8F, 0.62F, 0.5F})
        if (c.ui.type().width(words, type) > rect.w || type.size * capital_and_air > rect.h)
            type.size = std::round(largest_clock * part);
    c.ui.canvas().push_clip(rect);
    ui::label_centred(c.ui, words, rect, type, over ? ui::colour::idea_text : ui::colour::ink);
    c.ui.canvas().pop_clip();
}

void clock_buttons(Context& c, board::HeldMeeting const& meeting, ui::Rect row) {
    bool const runs = meeting.running_since.has_value();
    float const w = (row.w - 16) / 2;
    ui::Rect const left = row.cut_left(w, 16);
    if (ui::button(c.ui, {.id = "meeting/pause",
                          .rect = left,
                          .label = c.words.get(runs ? "meeting.pause" : "meeting.resume"),
                          .icon = runs ? std::nullopt : std::optional(ui::Icon::Play),
                          .value = runs ? "running" : "paused"})) {
        if (runs)
            c.ask(board::PauseClock{}, left);
        else
            c.ask(board::ResumeClock{}, left);
    }
    if (ui::button(c.ui, {.id = "meeting/more-time", .rect = row, .label = c.words.get("meeting.give_5")}))
        c.ask(board::AddMinutes{given_minutes}, row);
}

void clock_card(Context& c, board::HeldMeeting const& meeting, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const& held = meeting.steps[static_cast<std::size_t>(meeting.step)];
    auto const left = board::time_left(meeting, meeting.step, c.now.at);
    bool const over = left <= milliseconds{0};
    ui::Rect inside = meeting_card(c, rect, {});
    bool const low = inside.h < low_card; // large words and many people: the clock keeps its size
    ui::label_centred(c.ui, held.plan.title, inside.cut_top(line_height(theme.button), 4), quiet(theme.button),
                      ui::colour::soft);
    float const button_h = std::max(theme.target, low ? 76.0F : 96.0F);
    clock_buttons(c, meeting, inside.cut_bottom(button_h, 18));
    auto const& said = !meeting.running_since ? c.words.get("meeting.clock_stands")
                       : over                 ? c.words.get("meeting.time_is_up")
                                              : std::string();
    auto const type = low ? ui::fitted(c.ui, said, quiet(theme.small), inside.w) : quiet(theme.label);
    auto const& words = c.ui.type().lay(
        said, {.type = type, .width = inside.w, .max_lines = low ? 1 : 2, .align = ui::Align::Centre});
    ui::Rect const sentence = inside.cut_bottom((low ? 1.0F : 2.0F) * line_height(type), 6);
    if (!said.empty())
        c.ui.canvas().paragraph(words, {sentence.x, sentence.centre().y - words.height / 2}, ui::colour::ink);
    ui::Rect const bar = inside.cut_bottom(24, 12);
    auto const all = std::chrono::minutes(held.plan.minutes + held.extra_minutes);
    auto const used = board::time_used(meeting, meeting.step, c.now.at);
    // In whole parts of its length: it need not be drawn anew each second, and then alone.
    constexpr float parts = 100;
    float const part = static_cast<float>(used.count()) / static_cast<float>(milliseconds(all).count());
    c.ui.canvas().push_clip(bar.inset(-2));
    ui::progress_bar(c.ui, bar, std::min(1.0F, std::round(part * parts) / parts), -1, ui::colour::idea);
    c.ui.canvas().pop_clip();
    ui::Rect const shown{inside.x, inside.y, inside.w, bar.bottom() + 2 - inside.y};
    c.ui.touch({.id = "meeting/clock",
                .role = "clock",
                .label = over ? c.words.get("meeting.over") : held.plan.title,
                .value = clock_figure(c.language(), left),
                .rect = shown,
                .accepts = ui::Accepts::Nothing});
    figure(c, inside, left, over);
    wake_when_changed(c, meeting, milliseconds(1000));
}

void ways(Context& c, MeetingView& view, board::HeldMeeting const& meeting) {
    auto bands = meeting_bands(c);
    bool const last = meeting.step + 1 == static_cast<int>(meeting.steps.size());
    if (on_button(c, bands,
                  {.id = last ? "meeting/finish" : "meeting/next",
                   .label = c.words.get(last ? "meeting.finish" : "meeting.next"),
                   .look = ui::ButtonLook::Primary})) {
        view.picked.reset();
        if (last)
            view.page = MeetingPage::Farewell, c.ui.wake_now();
        else
            c.ask(board::BeginStep{meeting.step + 1}, bands.on);
    }
    if (on_button(c, bands, {.id = "meeting/round", .label = c.words.get("dock.round"), .icon = ui::Icon::Table}))
        c.requests.emplace_back(GoTo{.screen = Screen::Round});
    if (away_button(c, bands, {.id = "meeting/back", .label = c.words.get("meeting.to_board")}))
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
    if (meeting.no > 1 && away_button(c, bands, {.id = "meeting/since", .label = c.words.get("meeting.since")}))
        view.page = MeetingPage::Since, c.ui.wake_now();
    if (away_button(c, bands,
                    {.id = "meeting/edit",
                     .label = c.words.get(view.editing ? "meeting.edit_done" : "meeting.edit"),
                     .icon = view.editing ? ui::Icon::Check : ui::Icon::Pencil})) {
        view.editing = !view.editing;
        view.picked.reset();
        view.adding = false;
    }
}

} // namespace

void meeting_open(Context& c, MeetingView& view, board::HeldMeeting const& meeting) {
    ui::Rect area = content_area(c);
    bool const upright = c.ui.portrait();
    ui::Rect cards = upright ? area.cut_bottom(std::min(560.0F, area.h * 0.42F), 28)
                             : area.cut_right(std::max(560.0F, std::round(area.w * 0.346F)), 60);
    ui::Rect const clock = upright ? cards.cut_left(cards.w * 0.56F, 20)
                                   : cards.cut_top(std::max(cards.h * 0.46F,
                                                            std::min(500.0F, cards.h - 20 -
                                                                                 std::min(attendance_height(c, cards.w),
                                                                                          cards.h * 0.5F))),
                                                   20);
    carry_out(c, view, meeting, agenda_list(c, view, area, rows_of(view, meeting)), area);
    clock_card(c, meeting, clock);
    auto away = meeting.away;
    cards.h = std::min(cards.h, std::max(attendance_height(c, cards.w), upright ? cards.h : 0.0F));
    if (attendance(c, cards, away))
        c.ask(board::SetAway{std::move(away)}, cards);
    ways(c, view, meeting);
}

} // namespace screens
