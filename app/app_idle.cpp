// What the app does when nobody is there: closes what is open, rests, wakes; and what it does with a pulse that
// nobody will close.
#include "app.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr auto longest_speech = std::chrono::minutes(10); // with no touch: then nobody is in a round any more
constexpr int countdown_s = 10;                           // shown on every screen; *Tjek ind* counts all the way

} // namespace

/// People talk, and write on paper in silence, longer than they touch.
bool App::is_held(board::Instant now) const {
    bool const speaks = m_screen == screens::Screen::Round && m_round.since && now - *m_round.since < longest_speech;
    return speaks || m_screen == screens::Screen::Silent || board::open_meeting(m_table->board()) != nullptr ||
           board::open_round(m_table->board()) != nullptr;
}

bool App::anything_open() const {
    auto const& boards = m_board_view;
    switch (m_screen) {
    case screens::Screen::Board: return boards.tray_open || !boards.panels.empty() || m_more.open;
    case screens::Screen::Vote:
        return !board::open_round(m_table->board()) ||
               std::any_of(m_vote.ballots.begin(), m_vote.ballots.end(), [](auto const& one) { return one; });
    case screens::Screen::Facilitator: return false; // it locks itself
    default: return true;
    }
}

void App::close_what_is_open() {
    m_board_view.tray_open = false;
    m_board_view.panels.clear();
    m_more.open = false;
    m_look.lowered = false;
    screens::close_ballots(m_vote);
    screens::leave_check_in(m_check_in);
    bool const voting = m_screen == screens::Screen::Vote && board::open_round(m_table->board());
    bool const locks_itself = m_screen == screens::Screen::Facilitator;
    if (voting || locks_itself || m_screen == screens::Screen::Silent || board::open_meeting(m_table->board()))
        return;
    screens::leave_trials(m_trials);
    m_screen = screens::Screen::Board;
}

/// A finger that wakes the wall does nothing else, but on a trial, or on the open pulse, it goes to *Tjek ind*.
ui::InputFrame App::take_in(ui::InputFrame input, board::Instant now) {
    m_idle.keep_to(config().close_after_s, config().rest_after_minutes * 60);
    m_idle.see(input, is_held(now));
    if (m_idle.woke()) {
        float const scale = m_ui->canvas().px_per_du();
        for (auto const& event : input.pointers)
            for (auto const& item : m_ui->items())
                if ((item.id.starts_with("rest/trial/") || item.id == "rest/pulse") &&
                    item.rect.contains(event.at * (1 / scale)))
                    m_screen = screens::Screen::CheckIn;
    }
    if (m_idle.unshielded())
        screens::close_ballots(m_vote);
    if (m_idle.closes_now())
        close_what_is_open();
    return m_idle.without_waking(std::move(input));
}

/// Where a ballot lies open, it is taken away first.
double App::closes_at_s() const {
    bool const ballots = m_screen == screens::Screen::Vote &&
                         std::any_of(m_vote.ballots.begin(), m_vote.ballots.end(), [](auto const& one) { return one; });
    return ballots ? m_idle.shields_until_s() : m_idle.closes_at_s();
}

/// Seconds until this screen closes, for the screens to show.
std::optional<int> App::closes_in(double now_s) const {
    if (m_idle.closed() || !anything_open())
        return std::nullopt;
    return std::max(0, static_cast<int>(std::ceil(closes_at_s() - now_s)));
}

void App::draw_countdown(screens::Context& c) {
    if (!m_idle.resting())
        c.ui.wake_at(m_idle.rests_at_s());
    double const end_s = closes_at_s();
    if (!m_idle.closed())
        c.ui.wake_at(end_s);
    if (!c.closes_in)
        return;
    double const left = end_s - c.ui.now_s();
    bool const counts = m_screen == screens::Screen::CheckIn || left <= countdown_s;
    c.ui.wake_at(counts ? end_s - std::ceil(left) + 1 : end_s - countdown_s);
    if (left > countdown_s)
        return;
    auto const line = c.words.say("rest.closes_in", {{"n", std::int64_t{*c.closes_in}}});
    auto const& type = c.ui.theme().label;
    float const width = c.ui.type().width(line, type) + 64;
    ui::Rect const rect{c.ui.screen().centre().x - width / 2, screens::bottom_band(c).y - 76, width, 60};
    c.ui.canvas().on(ui::Layer::Overlay);
    c.ui.canvas().shadow(rect, 30, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, 30, ui::colour::ink);
    ui::label_centred(c.ui, line, rect, type, ui::colour::paper);
    c.ui.canvas().on(ui::Layer::Board);
}

bool App::is_night(screens::Context const& c) const {
    int const from = config().night_from, to = config().night_to, now = c.hour * 60 + c.minute;
    return from <= to ? now >= from && now < to : now >= from || now < to;
}

/// The answers to an open pulse lived in memory only: after a crash the pulse is taken again (7.5 no. 11).
void App::annul_crashed_pulse(board::Now now) {
    auto const* pulse = board::open_pulse(m_table->board());
    if (!pulse)
        return;
    auto const done = m_table->ask(board::OperationId{m_ids.next(now.at)}, board::AnnulPulse{pulse->no}, now);
    ui::Rect const screen = m_ui->screen();
    m_notices.say(m_ui->words().get(done ? "pulse.annulled_after_crash" : "store.broken"),
                  {screen.centre().x, screen.bottom() - 240, 1, 1}, m_ui->now_s());
}

/// A pulse is a mood of its meeting, or of its day: with that it closes, should nobody close it.
void App::close_pulse_in_time(screens::Context& c) {
    bool const meeting = board::open_meeting(c.board) != nullptr;
    bool const ended = std::exchange(m_meeting_was_open, meeting) && !meeting;
    auto const* pulse = board::open_pulse(c.board);
    screens::follow_pulse(c.board, m_check_in.pulse);
    if (pulse && (ended || pulse->opened_on < c.now.today))
        c.ask(board::ClosePulse{pulse->no, m_check_in.pulse.box.counts()}, {}, "pulse/closed");
}

} // namespace app
