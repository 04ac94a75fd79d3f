#include "ui/screens/check_in_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float gap = 24;

/// A card for each running trial, in the order of the wall; those whose trial ended are gone.
void follow(CheckInView& view, std::vector<Running> const& running) {
    std::vector<CheckInCard> cards;
    for (auto const& one : running) {
        board::TrialRef const ref{one.idea->id, one.trial->no};
        auto const old = std::find_if(view.cards.begin(), view.cards.end(), [&](CheckInCard const& card) {
            return card.trial.idea == ref.idea && card.trial.no == ref.no;
        });
        cards.push_back(old == view.cards.end() ? CheckInCard{.trial = ref} : std::move(*old));
    }
    view.cards = std::move(cards);
}

/// What each of `count` gets of `room`.
float share(float room, std::size_t count) {
    auto const n = static_cast<float>(count);
    return (room - gap * (n - 1)) / n;
}

std::vector<ui::Rect> places(Context& c, ui::Rect area, std::size_t count) {
    constexpr float widest_alone = 1100, tallest = 600;
    std::vector<ui::Rect> rects;
    if (c.ui.portrait()) // few stand low, where they are reached
        area.cut_top(std::max(0.0F, area.h - (tallest + gap) * static_cast<float>(count) + gap));
    else if (count == 1) // one alone stands in the middle
        area = area.inset(std::max(0.0F, (area.w - widest_alone) / 2), 0);
    for (std::size_t i = 0; i < count; ++i)
        rects.push_back(c.ui.portrait() ? area.cut_top(share(area.h, count - i), gap)
                                        : area.cut_left(share(area.w, count - i), gap));
    return rects;
}

void no_trials(Context& c, ui::Rect area) {
    auto const& theme = c.ui.theme();
    ui::Type heading = theme.heading;
    heading.weight = ui::Weight::Bold;
    auto const& head = c.ui.type().lay(c.words.get("check_in.none"),
                                       {.type = heading, .width = area.w - 80, .align = ui::Align::Centre});
    auto const& more = c.ui.type().lay(c.words.get("check_in.none_more"),
                                       {.type = theme.body, .width = area.w - 80, .align = ui::Align::Centre});
    float const y = area.centre().y - (head.height + 14 + more.height) / 2;
    c.ui.canvas().dashed(area.inset(2), ui::radius::lane, 3, ui::colour::faint);
    c.ui.canvas().paragraph(head, {area.x + 40, y}, ui::colour::ink);
    c.ui.canvas().paragraph(more, {area.x + 40, y + head.height + 14}, ui::colour::soft);
}

void band(Context& c, CheckInView& view) {
    ui::Rect row = page_band(c);
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    auto const& words = c.words.get(view.pulse.choosing ? "check_in.back"
                                    : in_meeting        ? "round.to_meeting"
                                                        : "vote.back");
    bool const back = band_button(c, row, Side::Left, {.id = "check-in/back", .label = words});
    pulse_band(c, view.pulse, row);
    if (!view.pulse.closing_asked && !board::open_pulse(c.board) && c.closes_in)
        band_line(c, row, c.words.say("check_in.closes_in", {{"n", std::int64_t{*c.closes_in}}}));
    if (!back)
        return;
    if (view.pulse.choosing) {
        view.pulse.choosing = false;
        return;
    }
    leave_check_in(view);
    c.requests.emplace_back(GoTo{.screen = in_meeting ? Screen::Meeting : Screen::Board});
}

/// Over its own card, wide enough to write on, and over nobody else's; upright one at a time fits.
std::optional<ui::Rect> panel_place(Context const& c, ui::Rect card, ui::Rect room,
                                    std::vector<ui::Rect> const& taken) {
    if (c.ui.portrait())
        return taken.empty() ? std::optional(room) : std::nullopt;
    constexpr float least = 560;
    float const width = std::min(std::max(card.w, least), room.w);
    auto const free = [&](float x) {
        ui::Rect const rect{x, room.y, width, room.h};
        return std::none_of(taken.begin(), taken.end(), [&](ui::Rect other) { return other.overlaps(rect); })
                   ? std::optional(rect)
                   : std::nullopt;
    };
    if (auto const over = free(std::clamp(card.centre().x - width / 2, room.x, std::max(room.x, room.right() - width))))
        return over;
    for (float x = room.x; x + width <= room.right() + 1; x += width + gap)
        if (auto const beside = free(x))
            return beside;
    return std::nullopt;
}

void cards(Context& c, CheckInView& view, ui::Rect area) {
    auto const running = running_on(c.board);
    follow(view, running);
    ui::Rect const pulse = area.cut_bottom(std::min(pulse_panel_height(c), area.h * 0.42F), gap);
    if (running.empty())
        no_trials(c, area);
    auto const rects = places(c, area, running.size());
    for (std::size_t i = 0; i < running.size(); ++i)
        check_in_card(c, view.cards[i], running[i], rects[i]);
    pulse_panel(c, view.pulse, pulse);
    std::vector<ui::Rect> taken;
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (view.cards[i].writes == CheckInWrites::Nothing)
            continue;
        ui::Rect const room{area.x, area.y, area.w, pulse.bottom() - area.y};
        auto const place = panel_place(c, rects[i], room, taken);
        if (!place) { // no room beside those who write already
            view.cards[i].writes = CheckInWrites::Nothing;
            continue;
        }
        taken.push_back(*place);
        check_in_panel(c, view.cards[i], running[i], *place);
    }
}

} // namespace

std::vector<Running> running_on(board::Board const& board) {
    std::vector<Running> running;
    for (auto const id : board.order) {
        auto const* idea = board::find_idea(board, id);
        if (auto const* trial = idea ? board::running_trial(*idea) : nullptr)
            running.push_back({idea, trial});
    }
    return running;
}

std::string standing(Context const& c, board::Trial const& trial) {
    if (board::is_due(trial, c.now.today))
        return c.words.get("check_in.due");
    if (board::is_quiet(trial, c.now.today))
        return c.words.say("check_in.quiet", {{"n", std::int64_t{board::quiet_days(trial, c.now.today).value_or(0)}}});
    if (trial.check_ins.empty())
        return c.words.get("check_in.not_yet");
    return c.words.say("check_in.last",
                       {{"when", text::relative_day(c.words, trial.check_ins.back().on, c.now.today)}});
}

void check_in_screen(Context& c, CheckInView& view) {
    header(c, {.subtitle = c.words.get("check_in.subtitle"), .meetings = false});
    ui::Rect area = page_area(c);
    if (view.pulse.choosing)
        pulse_choice(c, view.pulse, area);
    else
        cards(c, view, area);
    band(c, view);
}

void leave_check_in(CheckInView& view) {
    std::erase_if(view.cards, [](CheckInCard const& card) { return card.writes == CheckInWrites::Nothing; });
    for (auto& card : view.cards)
        card.said.reset();
    view.pulse.choosing = false;
    view.pulse.closing_asked = false;
    view.pulse.statement = 0;
    view.pulse.thanks_until_s = 0;
}

} // namespace screens
