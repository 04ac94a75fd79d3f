#include "app.h"

#include "board_file.h"
#include "drafts.h"
#include "ui/screens/recovery_banner.h"
#include "ui/screens/rest_screen.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <spdlog/spdlog.h>

namespace app {

namespace {

constexpr double saving_shown_after_s = 0.3; // a disk that is this slow is told of
constexpr double drafts_every_s = 0.5;       // what a pulled plug may cost of words not yet put up
constexpr double drafts_again_s = 5;         // after the disk refused them
constexpr double lowest_reach_mm = 380;      // above the floor; nothing to press lies lower

bool is_written_on(screens::Pads const& pads) {
    return !pads.drafts.empty() ||
           std::any_of(pads.open.begin(), pads.open.end(), [](auto const& pad) { return pad.has_value(); });
}

} // namespace

App::App(AppSetup setup, Assets assets, std::unique_ptr<Table> table, IdSource ids)
    : m_setup(std::move(setup)), m_table(std::move(table)), m_ids(ids), m_assets(std::move(assets)),
      m_ui(std::make_unique<ui::Ui>(*m_assets.type, m_assets.danish.words)),
      m_danish_suggestions(text::Language::Danish, m_setup.dictionaries / "danish"),
      m_english_suggestions(text::Language::English, m_setup.dictionaries / "british-english"),
      m_photos({.sticks = platform::Sticks(m_setup.config.stick_folder),
                .decoder = photos::Decoder(m_setup.decoder),
                .wake = m_setup.wake}),
      m_errands(std::make_unique<Errands>(m_setup.wake)),
      m_facilitation(m_setup.pin_file, m_setup.pin_cost, *m_errands),
      m_settings(m_setup.settings_file, m_setup.config, *m_errands), m_courses(*m_errands, m_ids, m_setup.wake),
      m_person(*m_errands, m_ids), m_home({m_setup.assets / "strings", m_setup.config.stick_folder, export_folder(),
                                           m_setup.wake, photos::Decoder(m_setup.decoder)},
                                          *m_errands),
      m_bring({m_setup.assets / "strings", m_setup.config.stick_folder, m_setup.wake}, m_ids),
      m_keeping(m_setup.config.stick_folder, m_setup.wake) {
    m_look = {
        .text_step = config().text_step, .calm_motion = config().calm_motion, .high_contrast = config().high_contrast};
    take_up_drafts(m_table->drafts());
    tell_not_copied();
    if (board::open_meeting(board())) // a plug was pulled in the middle of it
        m_screen = screens::Screen::Meeting;
}

App::~App() { m_errands.reset(); }

/// The ballots of an open round lived in memory only: after a crash the round is taken again (7.5 no. 11). Those on
/// paper lie on the table, and are counted on.
void App::annul_crashed_round(board::Now now) {
    auto const* round = board::open_round(m_table->board());
    if (!round || round->method == board::BallotMethod::Paper)
        return;
    auto const done = m_table->ask(board::OperationId{m_ids.next(now.at)}, board::AnnulRound{round->no}, now);
    ui::Rect const screen = m_ui->screen();
    auto const key = done ? "vote.annulled_after_crash" : "store.broken";
    m_notices.say(m_ui->words().get(key), {screen.centre().x, screen.bottom() - 140, 1, 1}, m_ui->now_s());
}

void App::take_up_drafts(std::string const& text) {
    auto begun = begun_from_text(text);
    if (begun) {
        for (auto& draft : begun->drafts)
            pads_of(draft).drafts.push_back(std::move(draft));
        m_round = std::move(begun->round);
    } else
        spdlog::error("the drafts beside the board cannot be read: {}", begun.error());
    m_kept_drafts = text;
}

/// A round goes on at the one who had the word; one that nobody will come back to is forgotten.
void App::take_up_round(board::Now now) {
    if (!screens::is_still_on(m_table->board(), now.at, m_round))
        m_round = {.minutes = m_round.minutes};
    else if (m_round.state == screens::RoundView::State::Running && m_screen != screens::Screen::Facilitator)
        m_screen = screens::Screen::Round;
}

/// Those of silent writing lie apart: the board must not show them.
screens::Pads& App::pads_of(screens::Draft const& draft) { return draft.masked ? m_silent.pads : m_pads; }

std::string App::all_drafts() const {
    auto unfinished = screens::unfinished(m_table->board(), m_pads);
    auto const silent = screens::unfinished(m_table->board(), m_silent.pads);
    unfinished.insert(unfinished.end(), silent.begin(), silent.end());
    return to_text({.drafts = std::move(unfinished), .round = m_round});
}

/// As they are written, a few times a second; the last change is never left out.
void App::keep_drafts(double now_s) {
    bool const round = m_round.state != screens::RoundView::State::Ready;
    if (!is_written_on(m_pads) && !is_written_on(m_silent.pads) && !round && m_kept_drafts == "")
        return;
    if (now_s < m_drafts_due_s) {
        m_ui->wake_at(m_drafts_due_s);
        return;
    }
    m_drafts_due_s = now_s + drafts_every_s;
    auto text = all_drafts();
    if (text == m_kept_drafts)
        return;
    m_kept_drafts = text;
    m_table->keep_drafts(std::move(text));
}

void App::settle_store(double now_s) {
    auto const settled = m_table->settle();
    if (settled.replaced || settled.not_replaced)
        take_up_restored(settled.replaced);
    if (settled.drafts) {
        spdlog::error("the drafts were not stored: {}", settled.drafts->detail);
        m_kept_drafts.reset();
        m_drafts_due_s = now_s + drafts_again_s;
    }
    for (auto const& durable : settled.durable)
        tell_erased(durable.operation, {}, durable.remains);
    for (auto const& lost : settled.lost)
        tell_erased(lost.operation, lost.failure, {});
    for (auto const& durable : settled.durable)
        for (auto const& way : m_on_its_way)
            if (way.operation == durable.operation)
                m_commit_ms.push_back((durable.at_s - way.since_s) * 1000);
    std::vector<std::string> lost_photos;
    for (auto const& lost : settled.lost) {
        spdlog::error("an operation was not stored: {}", lost.failure.detail);
        ui::Rect origin{m_ui->screen().centre().x, m_ui->screen().bottom() - 140, 1, 1};
        for (auto const& way : m_on_its_way)
            if (way.operation == lost.operation) {
                origin = way.origin;
                if (way.draft)
                    screens::put_aside(pads_of(*way.draft), *way.draft);
                if (!way.photo.empty())
                    lost_photos.push_back(way.photo);
            }
        m_bring.lost(lost.operation, m_ui->words().get(store_key(lost.failure.fault)));
        m_notices.drop(lost.operation);
        m_notices.say(m_ui->words().get(store_key(lost.failure.fault)), origin, now_s);
    }
    for (auto const& hash : lost_photos) // also from what came back with it
        screens::drop_photo(m_pads, hash);
    std::erase_if(m_on_its_way, [&](OnItsWay const& way) { return !m_table->on_its_way(way.operation); });
}

/// What was picked on a stick lies beside the board before anything names it.
void App::take_in_photos(double now_s) {
    m_photos.begin_frame(now_s, *m_table);
    for (auto& taken : m_photos.take_taken()) {
        if (!taken.kept) {
            auto const& words = m_ui->words();
            m_taken_photos.push_back(
                {taken.tag, {}, taken.pulled ? words.get("photo.pulled") : sentence_of(words, taken.kept.error())});
            continue;
        }
        auto const& [jpeg, size] = *taken.kept;
        board::Photo const photo{store::photo_hash(jpeg), size.w, size.h};
        board::OperationId const operation{m_ids.next(board::Instant{})};
        m_table->keep_photo(operation, std::move(taken.kept->jpeg));
        ui::Rect const origin{m_ui->screen().centre().x, m_ui->screen().bottom() - 140, 1, 1};
        m_on_its_way.push_back({operation, {}, origin, now_s, photo.hash});
        m_taken_photos.push_back({taken.tag, photo});
    }
}

ImDrawData* App::frame(ui::InputFrame const& felt, Moment const& moment, float mm_per_px) {
    m_input = take_in(felt, moment.now.at); // what draws reads it until the next frame
    ui::InputFrame const& input = m_input;
    m_errands->report(); // before anything that a course on the wall is asked for
    m_moment = moment;
    take_up_course(moment.now);
    bool const danish = config().language == text::Language::Danish;
    auto const& look = m_look;
    auto const& words = this->words();
    m_ui->set_words(words);
    m_ui->calm_motion = look.calm_motion;
    m_ui->canvas().set_contrast(look.high_contrast ? ui::Contrast::High : ui::Contrast::Calm);
    m_ui->begin(input, mm_per_px, look.text_step);
    if (std::exchange(m_first_frame, false)) {
        annul_crashed_round(moment.now), annul_crashed_pulse(moment.now);
        take_up_round(moment.now);
    }
    screens::follow_round(m_table->board(), moment.now.at, m_round);
    settle_store(input.now_s);
    keep_safe(moment);
    bool const touched = !input.pointers.empty() || !input.keys.empty();
    if (m_facilitation.pass(input.now_s, touched) && m_screen == screens::Screen::Facilitator)
        m_screen = screens::Screen::Board;
    if (!m_facilitation.is_open() || m_facilitation.shown_code(input.now_s).empty())
        m_home.forget_code();
    m_bring.pass(bring_wall(moment.now), m_facilitation.is_open());
    if (m_bring.take_made())
        m_courses.look(wall_now(moment.now));
    erase_person(moment.now);
    take_in_photos(input.now_s);
    bool const slow = !m_on_its_way.empty() && input.now_s - m_on_its_way.front().since_s > saving_shown_after_s;
    screens::Context c{*m_ui,
                       m_table->board(),
                       words,
                       tongue().keys,
                       moment.now,
                       moment.hour,
                       moment.minute,
                       slow,
                       std::exchange(m_answers, {}),
                       {},
                       [this, danish](std::string_view written) {
                           auto& suggestions = danish ? m_danish_suggestions : m_english_suggestions;
                           return suggestions.suggest(m_table->board(), written);
                       },
                       look};
    c.photos = {.shelf = &m_photos.shelf(),
                .photo = [this](board::Photo const& photo, int w, int h) { return m_photos.photo(photo, w, h); },
                .thumbnail = [this, &words](std::string const& key, int w,
                                            int h) { return m_photos.thumbnail(key, w, h, words); }};
    c.taken_photos = std::exchange(m_taken_photos, {});
    c.board_version = m_table->version();
    c.gathering = gathering();
    measure_reach(c);
    let_go(c);
    close_pulse_in_time(c);
    c.closes_in = closes_in(input.now_s);
    draw(c);
    std::move(m_requests.begin(), m_requests.end(), std::back_inserter(c.requests));
    m_requests.clear();
    handle_all(c);
    do_what_was_held(c);
    ring(moment);
    m_photos.end_frame(*m_table);
    m_ui->wake_at(m_photos.next_look_s());
    keep_drafts(input.now_s);
    m_notices.belong_to(m_screen);
    bool const wished = std::any_of(c.requests.begin(), c.requests.end(),
                                    [](screens::Request const& request) { return !is_said_in_every_frame(request); });
    if (wished)
        m_ui->wake_now();
    if (!m_on_its_way.empty())
        m_ui->wake_at(m_on_its_way.front().since_s + saving_shown_after_s + 0.01);
    return m_ui->end();
}

void App::let_go(screens::Context& c) {
    if (m_screen != screens::Screen::Board || m_board_view.picture || m_idle.resting())
        return;
    screens::let_go(c, m_board_view);
    handle_all(c);
    c.requests.clear();
    if (c.board_version != m_table->version())
        c.board_version = m_table->version(), c.gathering = gathering();
}

Tongue const& App::tongue() const { return m_assets.in(config().language); }

text::Words const& App::words() const { return tongue().words; }

std::vector<board::IdeaId> const& App::gathering() {
    if (std::exchange(m_gathering_version, m_table->version()) != m_table->version()) {
        m_gathering.clear();
        for (auto const& idea : board().ideas)
            if (idea.merged_into)
                m_gathering.push_back(*idea.merged_into);
    }
    return m_gathering;
}

void App::ring(Moment const& moment) {
    if (m_bell.rings(m_table->board(), m_round, moment.now.at) && config().sound)
        play_tone();
}

void App::play_tone() {
    if (m_setup.tone)
        m_no_speaker = !m_setup.tone();
}

void App::draw(screens::Context& c) {
    c.ui.canvas().on(ui::Layer::Board);
    if (m_idle.resting())
        return screens::rest_screen(c, is_night(c));
    c.ui.canvas().fill(c.ui.screen(), ui::colour::paper);
    switch (m_screen) {
    case screens::Screen::Board: draw_board(c); break;
    case screens::Screen::Vote: screens::vote_screen(c, m_vote); break;
    case screens::Screen::Trial: screens::trials_screen(c, m_trials, tongue().measures); break;
    case screens::Screen::Facilitator: draw_facilitator(c); break;
    case screens::Screen::Silent: screens::silent_screen(c, m_silent); break;
    case screens::Screen::CheckIn: screens::check_in_screen(c, m_check_in); break;
    case screens::Screen::Effect: screens::effect_screen(c, m_effect); break;
    case screens::Screen::Meeting: screens::meeting_screen(c, m_meeting, tongue().agendas); break;
    case screens::Screen::Round: draw_round(c); break;
    case screens::Screen::Course: screens::course_screen(c, m_course); break;
    case screens::Screen::Leader: screens::leader_screen(c, m_leader); break;
    }
    c.ui.canvas().on(ui::Layer::Board);
    auto const answer = m_notices.draw(c, m_screen, notices_rooms(c), notices_keep_off(c));
    for (auto const& taken_back : answer.undone)
        undo(c, taken_back);
    for (auto const& alike : answer.merged)
        merge_alike(c, alike);
    draw_countdown(c);
    ui::touch_rings(c.ui);
}

/// A sentence stays with those it was said to.
std::vector<ui::Rect> App::notices_rooms(screens::Context const& c) const {
    return m_screen == screens::Screen::Trial ? screens::rooms(c, m_trials) : std::vector{c.ui.screen()};
}

/// What is being written on stays in sight, and the drafts within reach.
std::vector<ui::Rect> App::notices_keep_off(screens::Context& c) const {
    if (m_screen == screens::Screen::Silent)
        return screens::pad_rects(c, m_silent.pads);
    if (m_screen == screens::Screen::Round)
        return screens::pad_rects(c, m_pads);
    if (m_screen != screens::Screen::Board)
        return {};
    auto all = screens::pad_rects(c, m_pads);
    if (m_board_view.picture)
        all.push_back(screens::weigh_back(c));
    return all;
}

void App::draw_board(screens::Context& c) {
    screens::find_again(c, m_find, m_board_view);
    if (m_board_view.picture)
        screens::weigh_screen(c, m_weigh, m_board_view);
    else
        screens::board_screen(c, m_board_view);
    m_more.data = {.contact = config().contact,
                   .place = m_setup.board_file.string(),
                   .deleted_on = m_table->board().course.delete_on};
    bool more = m_more.open;
    screens::dock(c, m_board_view, more);
    m_more.open = more;
    if (!m_board_view.picture)
        screens::move_panels(c, m_board_view);
    screens::tray_panel(c, m_board_view);
    screens::more_panel(c, m_more);
    screens::draw_drafts(c, m_pads);
    screens::draw_pads(c, m_pads);
    screens::find_pad(c, m_find, m_board_view, m_pads);
    if (m_setup.recovered)
        screens::recovery_banner(c, *m_setup.recovered);
    else if (m_setup.not_copied)
        screens::not_copied_banner(c, sentence_of(c.words, *m_setup.not_copied));
}

/// The others write while one speaks.
void App::draw_round(screens::Context& c) {
    screens::round_screen(c, m_round);
    screens::draw_drafts(c, m_pads);
    screens::draw_pads(c, m_pads);
}

/// Half a screen down for a lowered board, and the band never lower than a hand in a wheelchair reaches.
void App::measure_reach(screens::Context& c) {
    double const lowest_mm = std::max(config().band_height_mm, lowest_reach_mm - config().lower_edge_mm);
    c.band_low = static_cast<float>(std::max(lowest_mm, 0.0)) * c.ui.theme().mm;
    bool const lowered = c.look.lowered && m_screen == screens::Screen::Board;
    c.lowered = c.ui.ease("screen/lowered", lowered ? std::round(c.ui.screen().h / 2) : 0.0F);
}

double App::next_frame_s() const { return m_ui->next_frame_s(); }

bool App::settled() const {
    return m_ui->settled() && m_table->pending() == 0 && m_photos.idle() && m_taken_photos.empty() &&
           m_errands->idle() && m_home.idle() && m_bring.idle() && m_keeping.idle() && !m_courses.has_next() &&
           !m_person.is_erasing();
}

void App::drain() {
    m_photos.drain();
    m_table->drain();
    m_errands->drain();
    m_home.drain();
    m_bring.drain();
    m_keeping.drain();
}

std::string App::screen_name() const {
    if (m_idle.resting())
        return "rest";
    bool const writing = std::any_of(m_pads.open.begin(), m_pads.open.end(),
                                     [](auto const& pad) { return pad.has_value(); });
    switch (m_screen) {
    case screens::Screen::Board: return writing ? "compose" : m_board_view.picture ? "picture" : "board";
    case screens::Screen::Vote: return "vote";
    case screens::Screen::Facilitator: return m_facilitation.is_open() ? "facilitator" : "pin";
    case screens::Screen::Silent: return "silent";
    case screens::Screen::CheckIn: return "check-in";
    case screens::Screen::Effect: return "effect";
    case screens::Screen::Trial: break;
    case screens::Screen::Meeting: return "meeting";
    case screens::Screen::Round: return writing ? "compose" : "round";
    case screens::Screen::Course: return "course";
    case screens::Screen::Leader: return "leader";
    }
    return "trial";
}

} // namespace app
