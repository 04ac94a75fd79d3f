#include "ui/screens/round_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds a_blink = std::chrono::seconds(1);       // who held the word no longer has not had it
constexpr milliseconds forgotten_after = std::chrono::hours(1); // outside a meeting nobody comes back to it then

/// The meeting makes a break.
bool clock_stands(board::Board const& board) {
    auto const* meeting = board::open_meeting(board);
    return meeting && !meeting->running_since;
}

/// What the one who has the word has used so far stays with them.
void stop_clock(RoundView& view, board::Instant now) {
    view.turns[view.on].used = time_used(view, view.on, now);
    view.since.reset();
}

std::vector<board::ParticipantId> at_the_table(board::Board const& board) {
    auto around = board::around_the_table(board);
    if (auto const* meeting = board::open_meeting(board))
        std::erase_if(around, [&](board::ParticipantId id) {
            return std::find(meeting->away.begin(), meeting->away.end(), id) != meeting->away.end();
        });
    return around;
}

/// Until the round begins the table is the board's; then people come to it or leave it in their places.
void follow(Context const& c, RoundView& view) {
    auto const around = at_the_table(c.board);
    std::vector<Turn> turns;
    for (auto const id : around) {
        auto const had = std::find_if(view.turns.begin(), view.turns.end(), [&](Turn const& t) { return t.who == id; });
        turns.push_back(had == view.turns.end() ? Turn{.who = id} : *had);
    }
    if (view.state == RoundView::State::Ready)
        for (auto& turn : turns)
            turn = {.who = turn.who};
    auto const speaking = view.on < view.turns.size() ? view.turns[view.on].who : board::ParticipantId{};
    view.turns = std::move(turns);
    auto const now = std::find_if(view.turns.begin(), view.turns.end(),
                                  [&](Turn const& t) { return t.who == speaking; });
    view.on = now == view.turns.end() ? 0 : static_cast<std::size_t>(now - view.turns.begin());
    if (view.turns.empty())
        view.state = RoundView::State::Ready;
    else if (now == view.turns.end() && view.since) // who spoke has left: the word is another's
        view.since = c.now.at;
}

void begin(Context& c, RoundView& view) {
    view.seating = false;
    view.picked.reset();
    begin_turn(c, view, 0);
}

void leave(Context& c, RoundView& view) {
    view = {.minutes = view.minutes};
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    c.requests.emplace_back(GoTo{.screen = in_meeting ? Screen::Meeting : Screen::Board});
}

std::string each(Context const& c, RoundView const& view) {
    return c.words.say("round.each", {{"n", std::int64_t{view.minutes}}});
}

void stepper(Context& c, RoundView& view, ui::Rect rect) {
    float const side = std::max(c.ui.theme().target, rect.h * 0.9F);
    if (ui::button(c.ui, {.id = "round/less",
                          .rect = rect.cut_left(side),
                          .label = "−",
                          .enabled = view.minutes > 1,
                          .item_label = c.words.get("round.less")}))
        --view.minutes;
    if (ui::button(c.ui, {.id = "round/more",
                          .rect = rect.cut_right(side),
                          .label = "+",
                          .enabled = view.minutes < most_turn_minutes,
                          .item_label = c.words.get("round.more")}))
        ++view.minutes;
    ui::label_centred(c.ui, each(c, view), rect.inset(8, 0), c.ui.theme().button, ui::colour::ink);
}

/// Cut off the right of what goes on, or of the one band there is.
void minutes_each(Context& c, RoundView& view, ui::Rect& row) {
    float const side = std::max(c.ui.theme().target, row.h * 0.9F);
    float const words = c.ui.type().width(each(c, view), c.ui.theme().button) + 28;
    stepper(c, view, row.cut_right(std::min(row.w, 2 * side + words), 18));
}

struct Rows {
    ui::Rect away, on;
    bool two;
};
Rows rows_of(Context const& c) {
    ui::Rect band = bottom_band(c);
    if (!c.ui.portrait())
        return {band, band, false};
    ui::Rect const above = band.cut_top((band.h - 16) / 2, 16);
    return {above, band, true};
}

/// At the first meeting the round is about the challenge, and it is written when everybody has spoken.
void challenge_way(Context& c, ui::Rect& row) {
    auto const* meeting = board::open_meeting(c.board);
    if (!meeting || meeting->kind != board::MeetingKind::Start)
        return;
    if (band_button(c, row, Side::Left,
                    {.id = "round/challenge", .label = c.words.get("round.challenge"), .icon = ui::Icon::Pencil}))
        c.requests.emplace_back(GoTo{.screen = Screen::Course, .part = CoursePart::Words});
}

void ready_ways(Context& c, RoundView& view) {
    auto rows = rows_of(c);
    bool const somebody = !view.turns.empty();
    if (band_button(c, rows.on, Side::Right,
                    {.id = "round/begin",
                     .label = c.words.get("round.begin"),
                     .look = ui::ButtonLook::Primary,
                     .enabled = somebody && !view.seating}))
        begin(c, view);
    minutes_each(c, view, rows.on);
    ui::Rect& left = rows.two ? rows.away : rows.on;
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    if (band_button(c, left, Side::Left,
                    {.id = "round/back", .label = c.words.get(in_meeting ? "round.to_meeting" : "meeting.to_board")}))
        leave(c, view);
    if (band_button(c, left, Side::Left,
                    {.id = "round/seats",
                     .label = c.words.get(view.seating ? "round.seats_done" : "round.seats"),
                     .icon = view.seating ? ui::Icon::Check : ui::Icon::People,
                     .enabled = view.turns.size() > 1})) {
        view.seating = !view.seating;
        view.picked.reset();
    }
}

void running_ways(Context& c, RoundView& view) {
    auto rows = rows_of(c);
    if (band_button(c, rows.on, Side::Right,
                    {.id = "round/give", .label = c.words.get("round.give"), .look = ui::ButtonLook::Primary}))
        pass_on(c, view);
    if (view.state == RoundView::State::Running &&
        band_button(c, rows.on, Side::Right, {.id = "round/pass", .label = c.words.get("round.pass")})) {
        view.turns[view.on].passed = true;
        pass_on(c, view);
    }
    ui::Rect& left = rows.two ? rows.away : rows.on;
    if (band_button(c, left, Side::Left, {.id = "round/stop", .label = c.words.get("round.stop")}))
        view = {.minutes = view.minutes};
    if (band_button(c, left, Side::Right,
                    {.id = "round/new-idea", .label = c.words.get("round.new_idea"), .icon = ui::Icon::Plus}))
        c.requests.emplace_back(OpenPad{.at = left.centre()});
}

void done_ways(Context& c, RoundView& view) {
    auto rows = rows_of(c);
    bool const in_meeting = board::open_meeting(c.board) != nullptr;
    if (band_button(c, rows.on, Side::Right,
                    {.id = "round/back",
                     .label = c.words.get(in_meeting ? "round.to_meeting" : "meeting.to_board"),
                     .look = ui::ButtonLook::Primary}))
        return leave(c, view);
    ui::Rect& left = rows.two ? rows.away : rows.on;
    if (band_button(c, left, Side::Left, {.id = "round/again", .label = c.words.get("round.again")}))
        view = {.minutes = view.minutes};
    challenge_way(c, left);
}

std::string subtitle_of(Context const& c) {
    auto const* meeting = board::open_meeting(c.board);
    return meeting ? meeting->steps[static_cast<std::size_t>(meeting->step)].plan.title : c.words.get("dock.round");
}

void nobody(Context& c, ui::Rect area) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().dashed(area, ui::radius::lane, 3, ui::colour::line);
    float const width = std::min(area.w - 80, 900.0F);
    ui::Rect inside{area.centre().x - width / 2, area.centre().y - 150, width, 300};
    c.ui.canvas().icon(ui::Icon::Table, {area.centre().x, inside.y + 30}, 110, ui::colour::soft);
    inside.cut_top(110);
    inside.cut_top(
        ui::label(c.ui, c.words.get("round.nobody"), inside, theme.title, ui::colour::ink, ui::Align::Centre), 18);
    ui::Rect const button{inside.centre().x - 200, inside.y, 400, std::max(theme.target, 92.0F)};
    if (ui::button(c.ui, {.id = "round/people",
                          .rect = button,
                          .label = c.words.get("vote.participants"),
                          .icon = ui::Icon::People}))
        c.requests.emplace_back(GoTo{.screen = Screen::Course, .part = CoursePart::People});
}

} // namespace

milliseconds time_used(RoundView const& view, std::size_t turn, board::Instant now) {
    bool const runs = view.state == RoundView::State::Running && turn == view.on && view.since;
    return view.turns[turn].used + (runs ? std::max(milliseconds{0}, now - *view.since) : milliseconds{0});
}

void begin_turn(Context& c, RoundView& view, std::size_t turn) {
    auto const* meeting = board::open_meeting(c.board);
    view.state = RoundView::State::Running;
    view.meeting = meeting ? meeting->no : 0;
    view.on = turn;
    view.since.reset();
    if (!clock_stands(c.board))
        view.since = c.now.at;
    c.ui.wake_now();
}

void give_word(Context& c, RoundView& view, std::size_t turn) {
    auto& before = view.turns[view.on];
    stop_clock(view, c.now.at);
    before.had = before.had || before.used >= a_blink || before.passed;
    view.turns[turn].passed = false;
    begin_turn(c, view, turn);
}

void follow_round(board::Board const& board, board::Instant now, RoundView& view) {
    if (view.state == RoundView::State::Ready)
        return;
    auto const* meeting = board::open_meeting(board);
    int const no = meeting ? meeting->no : 0;
    if (view.meeting > 0 && view.meeting != no) {
        view = {.minutes = view.minutes};
        return;
    }
    view.meeting = no;
    if (view.state != RoundView::State::Running)
        return;
    if (clock_stands(board))
        stop_clock(view, now);
    else if (!view.since)
        view.since = now;
}

bool is_still_on(board::Board const& board, board::Instant now, RoundView const& view) {
    if (view.state == RoundView::State::Ready)
        return false;
    auto const* meeting = board::open_meeting(board);
    bool const fresh = view.state == RoundView::State::Running && view.since && now - *view.since < forgotten_after;
    return view.meeting > 0 ? meeting && meeting->no == view.meeting : fresh;
}

void pass_on(Context& c, RoundView& view) {
    view.turns[view.on].had = true;
    for (std::size_t step = 1; step < view.turns.size(); ++step) {
        std::size_t const next = (view.on + step) % view.turns.size();
        if (!view.turns[next].had)
            return give_word(c, view, next);
    }
    stop_clock(view, c.now.at);
    view.state = RoundView::State::Done;
    c.ui.wake_now();
}

void round_screen(Context& c, RoundView& view) {
    follow(c, view);
    bool const timed = !view.turns.empty() && !c.ui.portrait();
    auto const time = c.words.get("dock.round") + " · " + each(c, view);
    ui::Rect free = header(
        c, {.subtitle = subtitle_of(c), .meetings = false, .beside = timed ? text_pill_room(c, time) : 0});
    if (timed)
        text_pill(c, free, time);
    ui::Rect const area = content_area(c);
    if (view.turns.empty())
        nobody(c, area);
    else
        draw_table(c, view, area);
    switch (view.state) {
    case RoundView::State::Ready: return ready_ways(c, view);
    case RoundView::State::Running: return running_ways(c, view);
    case RoundView::State::Done: return done_ways(c, view);
    }
}

} // namespace screens
