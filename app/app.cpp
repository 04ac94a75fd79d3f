#include "app.h"

#include "board_file.h"
#include "commands.h"
#include "drafts.h"
#include "file.h"
#include "guarded.h"
#include "local_time.h"
#include "ui/screens/recovery_banner.h"
#include "ui/screens/rest_screen.h"
#include "ui/screens/setting_keys.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
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

/// What somebody wrote or drew with that command, granted on `board`: all of the note, should the disk not keep it.
std::optional<screens::Draft> draft_of(board::Board const& board, board::Command const& command) {
    if (auto const* add = std::get_if<board::AddIdea>(&command))
        return screens::Draft{.text = add->text,
                              .colour = add->colour,
                              .builds_on = add->builds_on,
                              .ink = add->ink,
                              .photo = add->photo,
                              .masked = add->masked};
    board::Idea const* idea = nullptr;
    if (auto const* edit = std::get_if<board::EditIdea>(&command))
        idea = board::find_idea(board, edit->id);
    else if (auto const* drawn = std::get_if<board::DrawOnIdea>(&command))
        idea = board::find_idea(board, drawn->id);
    else if (auto const* pictured = std::get_if<board::PictureIdea>(&command))
        idea = board::find_idea(board, pictured->id);
    if (!idea)
        return {};
    return screens::Draft{
        .text = idea->text, .colour = idea->colour, .edits = idea->id, .ink = idea->ink, .photo = idea->photo};
}

bool is_said_in_every_frame(screens::Request const& request) {
    auto const* wish = std::get_if<screens::WallWish>(&request);
    return std::holds_alternative<screens::LookAtSticks>(request) ||
           (wish && (std::holds_alternative<screens::LookForPlaces>(*wish) ||
                     std::holds_alternative<screens::LookForFiles>(*wish) ||
                     std::holds_alternative<screens::LookForBoards>(*wish)));
}

} // namespace

App::App(AppSetup setup, std::unique_ptr<Table> table, IdSource ids)
    : m_setup(std::move(setup)), m_table(std::move(table)), m_ids(ids),
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
      m_keeping(m_setup.config.stick_folder, m_setup.wake) {}

App::~App() { m_errands.reset(); }

tl::expected<std::unique_ptr<App>, std::string> App::open(AppSetup setup, std::unique_ptr<Table> table, IdSource ids) {
    std::unique_ptr<App> app(new App(std::move(setup), std::move(table), ids));
    auto const& assets = app->m_setup.assets;
    auto danish = text::Words::load(assets / "strings", text::Language::Danish);
    auto english = text::Words::load(assets / "strings", text::Language::English);
    auto danish_keys = ui::KeyboardLayout::load(assets / "keyboards" / "da.toml");
    auto english_keys = ui::KeyboardLayout::load(assets / "keyboards" / "en.toml");
    auto danish_agendas = read_agendas(assets / "agendas" / "da.toml");
    auto english_agendas = read_agendas(assets / "agendas" / "en.toml");
    auto danish_measures = read_measures(assets / "measures" / "da.toml");
    auto english_measures = read_measures(assets / "measures" / "en.toml");
    auto type = ui::Typesetter::open(app->m_setup.fonts, app->m_atlas);
    if (!danish || !english)
        return tl::unexpected(!danish ? danish.error() : english.error());
    if (!danish_keys || !english_keys)
        return tl::unexpected(!danish_keys ? danish_keys.error() : english_keys.error());
    if (!danish_agendas || !english_agendas)
        return tl::unexpected(!danish_agendas ? danish_agendas.error() : english_agendas.error());
    if (!danish_measures || !english_measures)
        return tl::unexpected(!danish_measures ? danish_measures.error() : english_measures.error());
    if (!type)
        return tl::unexpected(type.error());
    app->m_danish = std::make_unique<text::Words>(std::move(*danish));
    app->m_english = std::make_unique<text::Words>(std::move(*english));
    app->m_danish_keys = std::move(*danish_keys);
    app->m_english_keys = std::move(*english_keys);
    app->m_danish_agendas = std::move(*danish_agendas);
    app->m_english_agendas = std::move(*english_agendas);
    app->m_danish_measures = std::move(*danish_measures);
    app->m_english_measures = std::move(*english_measures);
    app->m_type = std::move(*type);
    auto const& config = app->config();
    app->m_look = {
        .text_step = config.text_step, .calm_motion = config.calm_motion, .high_contrast = config.high_contrast};
    app->m_ui = std::make_unique<ui::Ui>(*app->m_type, *app->m_danish);
    app->take_up_drafts(app->m_table->drafts());
    app->tell_not_copied();
    if (board::open_meeting(app->board())) // a plug was pulled in the middle of it
        app->m_screen = screens::Screen::Meeting;
    return app;
}

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
    auto const& words = danish ? *m_danish : *m_english;
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
                       danish ? m_danish_keys : m_english_keys,
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
    close_pulse_in_time(c);
    c.closes_in = closes_in(input.now_s);
    draw(c);
    std::move(m_requests.begin(), m_requests.end(), std::back_inserter(c.requests));
    m_requests.clear();
    for (auto& request : c.requests)
        handle(c, request);
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
    case screens::Screen::Trial:
        screens::trials_screen(c, m_trials,
                               c.language() == text::Language::Danish ? m_danish_measures : m_english_measures);
        break;
    case screens::Screen::Facilitator: draw_facilitator(c); break;
    case screens::Screen::Silent: screens::silent_screen(c, m_silent); break;
    case screens::Screen::CheckIn: screens::check_in_screen(c, m_check_in); break;
    case screens::Screen::Effect: screens::effect_screen(c, m_effect); break;
    case screens::Screen::Meeting:
        screens::meeting_screen(c, m_meeting,
                                c.language() == text::Language::Danish ? m_danish_agendas : m_english_agendas);
        break;
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

void App::draw_facilitator(screens::Context& c) {
    if (m_facilitation.draw(c, wall_facts(c)))
        c.requests.emplace_back(screens::GoTo{.screen = screens::Screen::Board});
}

screens::WallFacts App::wall_facts(screens::Context const& c) {
    auto const& set = config();
    screens::WallFacts facts;
    facts.history = {&m_table->history(), local_time({c.now, c.hour, c.minute})};
    facts.person = m_person.facts();
    facts.export_folder = export_folder().string();
    facts.courses = m_courses.facts();
    facts.copies = m_keeping.facts(kept_wall(m_moment));
    facts.settings = {.diagonal_inches = set.diagonal_inches,
                      .lower_edge_mm = set.lower_edge_mm,
                      .band_height_mm = set.band_height_mm,
                      .rest_after_minutes = set.rest_after_minutes,
                      .night_from = set.night_from,
                      .night_to = set.night_to,
                      .sound = set.sound,
                      .silent = set.sound && m_no_speaker,
                      .contact = set.contact,
                      .file = m_setup.settings_file.string(),
                      .told = m_settings_told,
                      .ignored = set.ignored};
    facts.bring = m_bring.facts();
    m_home.tell(facts, m_ui->words());
    return facts;
}

CourseDesk::Wall App::wall_now(board::Now now) {
    bool const danish = config().language == text::Language::Danish;
    return {folders(),
            m_setup.board_file,
            m_table->board(),
            now,
            danish ? *m_danish : *m_english,
            m_facilitation.gate(),
            m_ui->now_s(),
            m_moment};
}

BringIn::Wall App::bring_wall(board::Now now) {
    return {wall_now(now).folders, *m_table, m_ui->words(), now, m_ui->now_s()};
}

/// Another course on the wall. The one before has nothing on its way by then; it is closed beside the frames, and what
/// was begun on it lies in its file.
void App::take_up_course(board::Now now) {
    settle_store(m_ui->now_s());
    if (!m_courses.has_next() || m_table->pending() > 0 || !m_photos.idle() || !m_home.idle() ||
        m_bring.is_bringing() || !m_keeping.idle() || m_person.is_erasing())
        return; // those read and write what belongs to the course before
    auto next = *m_courses.take_next();
    m_table->keep_drafts(all_drafts());
    std::shared_ptr<Table> before = std::exchange(m_table, std::move(next.table));
    m_errands->run([before = std::move(before)]() mutable -> Errands::Report {
        before.reset();
        return {};
    });
    m_setup.board_file = next.file;
    m_setup.recovered = std::move(next.recovered);
    forget_what_is_shown();
    take_up_drafts(m_table->drafts());
    m_person.forget_course();
    m_keeping.forget_course();
    m_setup.not_copied = std::move(next.not_copied);
    tell_not_copied();
    change_setting(screens::setting::board_file, next.file.string());
    m_courses.look(wall_now(now));
    if (next.then)
        next.then(wall_now(now));
}

/// What the screens hold of a board that is on the wall no more.
void App::forget_what_is_shown() {
    forget_views();
    m_bell = {};
    m_taken_photos.clear();
    m_answers.clear();
    m_on_its_way.clear();
    m_drafts_due_s = 0;
    m_first_frame = true;
    m_facilitation.forget_course();
    m_bring.forget();
    m_home.forget();
}

SafeKeeping::Wall App::kept_wall(Moment const& moment) {
    bool const danish = config().language == text::Language::Danish;
    return {folders(), m_setup.board_file, *m_table, moment, danish ? *m_danish : *m_english, m_ui->now_s()};
}

/// Copies of the board; and what is to be on the wall because of one.
void App::keep_safe(Moment const& moment) {
    if (m_person.is_erasing() && m_keeping.idle())
        return; // a copy taken now would hold what is being erased
    m_keeping.pass(kept_wall(moment));
    if (m_keeping.has_swap() && m_table->pending() == 0 && m_photos.idle()) {
        m_table->keep_drafts(all_drafts());
        auto swap = *m_keeping.take_swap();
        m_table->replace_with(std::move(swap.part), std::move(swap.before));
    }
    if (auto made = m_keeping.take_new_course())
        m_courses.show_made(made->file, wall_now(moment.now), made->told);
    if (m_keeping.idle()) // else it wakes the wall itself
        m_ui->wake_at(m_keeping.next_s());
}

void App::tell_not_copied() {
    if (m_setup.not_copied)
        m_keeping.not_copied(*m_setup.not_copied, config().language == text::Language::Danish ? *m_danish : *m_english);
}

/// A copy has taken the board's place. What was begun stays begun; what it was about may be gone.
void App::take_up_restored(bool replaced) {
    if (replaced) {
        auto begun = begun_from_text(all_drafts()).value_or(Begun());
        forget_what_is_shown();
        for (auto& draft : begun.drafts) {
            if (draft.edits && !board::find_idea(board(), *draft.edits))
                draft.edits.reset();
            if (draft.builds_on && !board::find_idea(board(), *draft.builds_on))
                draft.builds_on.reset();
            pads_of(draft).drafts.push_back(std::move(draft));
        }
        m_kept_drafts.reset();
    }
    m_keeping.swapped(replaced, kept_wall(m_moment));
}

/// What screens hold of the board and its words.
void App::forget_views() {
    m_board_view = {}, m_pads = {}, m_vote = {}, m_trials = {}, m_find = {}, m_weigh = {}, m_silent = {};
    m_check_in = {}, m_effect = {}, m_meeting = {}, m_round = {}, m_course = {}, m_leader = {};
    m_notices = {}, m_gathering_version = 0;
}

PersonDesk::Wall App::person_wall(board::Now now) {
    auto const wall = wall_now(now);
    char const* counting = board::open_round(board())   ? "courses.round_open"
                           : board::open_pulse(board()) ? "courses.pulse_open"
                                                        : "";
    return {wall.folders, wall.shown, m_table->history(), all_drafts(), config().contact,
            wall.now,     wall.words, wall.gate,          wall.now_s,   !m_home.idle() || m_bring.is_bringing(),
            counting};
}

/// Files first, when nobody else uses them; the board last, when nothing is on its way to the disk. Whatever screens and
/// drafts hold is without the name from then on.
void App::erase_person(board::Now now) {
    auto const wall = person_wall(now);
    bool const used = !m_home.idle() || m_bring.is_bringing() || !m_keeping.idle();
    if (m_person.wants_files() && !wall.counting.empty()) // opened while the PIN was judged
        m_person.give_up(wall.words.get(wall.counting));
    else if (m_person.wants_files() && !used)
        m_person.begin_files(wall);
    if (!m_person.is_due() || m_table->pending() > 0 || !m_photos.idle() || !wall.counting.empty())
        return;
    auto const erasing = *m_person.take_due();
    board::OperationId const operation{m_ids.next(now.at)};
    auto rewriting = rewriting_of(erasing, m_table->history(), all_drafts(), operation, now);
    forget_views();
    take_up_drafts(*rewriting.drafts);
    m_facilitation.forget_words();
    if (erasing.contact)
        change_setting(screens::setting::contact, erased_text(erasing, config().contact));
    m_erasing = operation;
    m_table->rewrite(std::move(rewriting));
}

void App::tell_erased(board::OperationId operation, std::optional<store::Failure> const& fault,
                      std::optional<store::Failure> const& remains) {
    if (m_erasing != operation)
        return;
    m_erasing.reset();
    if (fault)
        m_kept_drafts.reset(); // those in the file still have the name
    m_danish_suggestions.forget(), m_english_suggestions.forget();
    m_person.ended(fault, remains, m_ui->words());
    m_ui->wake_now();
}

void App::handle_wish(screens::Context& c, screens::WallWish const& wish) {
    if (m_person.is_erasing() && !std::holds_alternative<screens::LockNow>(wish)) {
        if (!is_said_in_every_frame(wish))
            m_requests.emplace_back(wish); // a moment later, then
        return;
    }
    if (m_courses.wish(wish, wall_now(c.now)) || m_keeping.wish(wish, kept_wall(m_moment)) ||
        m_person.wish(wish, person_wall(c.now)))
        return;
    if (auto const* undo = std::get_if<screens::UndoInHistory>(&wish)) {
        screens::Ask ask{board::Undo{undo->operation}, {}, screens::undo_tag};
        return handle_ask(c, ask);
    }
    handle_home(c, wish);
    m_bring.wish(wish, bring_wall(c.now));
    if (auto const unwanted = m_bring.take_unwanted())
        m_courses.take_back(unwanted->file, unwanted->made, wall_now(c.now),
                            [this](std::string const& why) { m_bring.taken_back(why, m_ui->words()); });
    if (std::holds_alternative<screens::RecoveryIsRead>(wish))
        m_setup.recovered.reset(), m_setup.not_copied.reset();
    if (auto const* change = std::get_if<screens::ChangeSetting>(&wish)) {
        change_setting(change->key, change->value);
        if (change->key == screens::setting::sound && config().sound)
            play_tone(); // so that it is heard what it is, or said that it cannot be
        return;
    }
    m_facilitation.wish(wish, c.ui.now_s());
    if (std::holds_alternative<screens::LockNow>(wish))
        go_to({.screen = screens::Screen::Board});
}

/// Whoever goes back to the board has left the facilitator's pages: they lock at once.
void App::go_to(screens::GoTo const& go) {
    if (go.screen == screens::Screen::Board)
        m_facilitation.leave();
    m_more.open = m_more.open && go.screen == screens::Screen::Board;
    if (go.screen == screens::Screen::Course)
        screens::open_course(m_course, go.part, m_screen);
    m_screen = go.screen;
    if (go.idea && m_screen == screens::Screen::Board)
        screens::open_panel_of(m_board_view, *go.idea, go.decision == board::Decision::Park, m_ui->now_s());
    else if (go.idea)
        screens::open_trials(m_trials, m_table->board(), *go.idea, go.decision);
}

void App::do_what_was_held(screens::Context& c) {
    auto held = m_facilitation.take_held();
    if (!held)
        return;
    handle(c, held->request);
    if (held->from == screens::Screen::Course)
        m_screen = held->from; // as it was left, and not opened anew
    else
        go_to({.screen = held->from});
    m_ui->wake_now();
}

/// The others write while one speaks.
void App::draw_round(screens::Context& c) {
    screens::round_screen(c, m_round);
    screens::draw_drafts(c, m_pads);
    screens::draw_pads(c, m_pads);
}

void App::handle(screens::Context& c, screens::Request& request) {
    bool const together = board().meetings.empty() || board::open_meeting(board());
    auto const set_up = together ? SetUp::UnderWay : SetUp::Done;
    if (needs_pin(request, set_up) && !m_facilitation.is_open()) {
        m_facilitation.hold(std::move(request), m_screen);
        go_to({.screen = screens::Screen::Facilitator});
        return;
    }
    if (auto* ask = std::get_if<screens::Ask>(&request)) {
        handle_ask(c, *ask);
    } else if (auto const* go = std::get_if<screens::GoTo>(&request)) {
        go_to(*go);
    } else if (auto const* pad = std::get_if<screens::OpenPad>(&request)) {
        if (!screens::open_pad(c, m_pads, *pad))
            m_notices.say(c.words.get("compose.no_room"), {pad->at.x, pad->at.y, 1, 1}, c.ui.now_s());
    } else if (auto const* say = std::get_if<screens::Say>(&request)) {
        m_notices.say(say->sentence, say->origin, c.ui.now_s());
    } else if (auto const* find = std::get_if<screens::ToggleFind>(&request)) {
        if (!screens::toggle_find(c, m_find, m_board_view, m_pads, find->at))
            m_notices.say(c.words.get("compose.no_room"), {find->at.x, find->at.y, 1, 1}, c.ui.now_s());
    } else if (std::holds_alternative<screens::SwitchLanguage>(request)) {
        bool const danish = config().language == text::Language::Danish;
        choose(m_look, danish ? text::Language::English : text::Language::Danish);
    } else if (auto const* change = std::get_if<screens::ChangeLook>(&request)) {
        choose(change->look, config().language);
    } else if (std::holds_alternative<screens::LookAtSticks>(request)) {
        m_photos.look();
    } else if (auto const* take = std::get_if<screens::TakePhoto>(&request)) {
        m_photos.take(take->key, take->tag);
    } else if (auto const* wish = std::get_if<screens::WallWish>(&request)) {
        handle_wish(c, *wish);
    }
}

void App::change_setting(std::string_view key, TomlValue const& value) {
    m_settings_told.clear();
    m_settings.change(key, value, [this](std::string_view told) { m_settings_told = told; });
}

void App::choose(screens::Look const& look, text::Language language) {
    auto const before = std::exchange(m_look, look);
    if (look.text_step != before.text_step)
        change_setting(screens::setting::text_step, std::int64_t{look.text_step});
    if (look.calm_motion != before.calm_motion)
        change_setting(screens::setting::calm_motion, look.calm_motion);
    if (look.high_contrast != before.high_contrast)
        change_setting(screens::setting::high_contrast, look.high_contrast);
    if (look.left_hand != before.left_hand)
        change_setting(screens::setting::left_hand, look.left_hand);
    if (language != config().language)
        change_setting(screens::setting::language, std::string(text::code_of(language)));
}

/// Half a screen down for a lowered board, and the band never lower than a hand in a wheelchair reaches.
void App::measure_reach(screens::Context& c) {
    double const lowest_mm = std::max(config().band_height_mm, lowest_reach_mm - config().lower_edge_mm);
    c.band_low = static_cast<float>(std::max(lowest_mm, 0.0)) * c.ui.theme().mm;
    bool const lowered = c.look.lowered && m_screen == screens::Screen::Board;
    c.lowered = c.ui.ease("screen/lowered", lowered ? std::round(c.ui.screen().h / 2) : 0.0F);
}

void App::name_new_things(board::Command& command, board::Now now) {
    if (auto* idea = std::get_if<board::AddIdea>(&command); idea && idea->id == board::IdeaId{})
        idea->id = board::IdeaId{m_ids.next(now.at)};
    if (auto* person = std::get_if<board::AddParticipant>(&command); person && person->id == board::ParticipantId{})
        person->id = board::ParticipantId{m_ids.next(now.at)};
    if (auto* raised = std::get_if<board::RaiseObstacle>(&command); raised && raised->id == board::ObstacleId{})
        raised->id = board::ObstacleId{m_ids.next(now.at)};
    if (auto* reveal = std::get_if<board::RevealIdeas>(&command))
        shuffle(reveal->shuffled, now);
}

/// Into an order that tells nothing of who wrote when.
void App::shuffle(std::vector<board::IdeaId>& ideas, board::Now now) {
    std::map<board::Uuid, board::IdeaId> by_chance;
    for (board::IdeaId const id : ideas) {
        board::Uuid chance = m_ids.next(now.at);
        std::reverse(chance.bytes.begin(), chance.bytes.end()); // what is random of it first
        by_chance.emplace(chance, id);
    }
    std::transform(by_chance.begin(), by_chance.end(), ideas.begin(), [](auto const& one) { return one.second; });
}

void App::handle_ask(screens::Context& c, screens::Ask& ask) {
    bool const counts = std::holds_alternative<board::OpenRound>(ask.command) ||
                        std::holds_alternative<board::OpenPulse>(ask.command);
    if (counts && m_person.is_erasing()) // it would hold up the erasing, and the erasing every wish
        return m_notices.say(c.words.get("erase.under_way"), ask.origin, c.ui.now_s());
    name_new_things(ask.command, c.now);
    board::OperationId const operation{m_ids.next(c.now.at)};
    auto const done = m_table->ask(operation, ask.command, c.now);
    screens::Answer answer{ask.tag, operation, {}};
    if (!done)
        answer.refusal = done.error();
    bool const told_by_screen = !ask.tag.empty();
    if (!done && !told_by_screen)
        m_notices.say(c.words.refusal(done.error()), ask.origin, c.ui.now_s());
    if (done && !ask.done.empty())
        tell_done(c, ask, operation);
    if (auto const* added = std::get_if<board::AddIdea>(&ask.command); added && done)
        m_board_view.fresh.push_back({added->id, c.ui.now_s()});
    if (done && m_table->on_its_way(operation)) {
        m_on_its_way.push_back({operation, draft_of(m_table->board(), ask.command), ask.origin, c.ui.now_s()});
    }
    m_answers.push_back(std::move(answer));
}

/// What was done, with *Fortryd* beside it; with a quiet hint where a note says what another says already
/// (bad-input.md), and *slå sammen* where the two may be merged.
void App::tell_done(screens::Context& c, screens::Ask const& ask, board::OperationId operation) {
    auto const* added = std::get_if<board::AddIdea>(&ask.command);
    auto const* like = added ? board::similar_idea(m_table->board(), added->text) : nullptr;
    if (!like || like->id == added->id || like->masked || added->masked)
        return m_notices.say(ask.done, ask.origin, c.ui.now_s(), operation);
    std::optional<board::MergeIdeas> merge = board::MergeIdeas{added->id, like->id};
    if (!board::decide(m_table->board(), *merge, c.now))
        merge.reset();
    auto const sentence = ask.done + " " + c.words.say("notice.like", {{"no", std::int64_t{like->no}}});
    m_notices.say(sentence, ask.origin, c.ui.now_s(), operation, merge);
}

void App::merge_alike(screens::Context& c, Notices::Merge const& merge) {
    m_notices.drop(merge.operation);
    c.requests.emplace_back(screens::Ask{merge.wish, merge.origin, {}, c.words.get("board.done_merged")});
}

void App::undo(screens::Context& c, Notices::Undo const& taken_back) {
    board::OperationId const operation{m_ids.next(c.now.at)};
    auto const done = m_table->ask(operation, board::Undo{taken_back.operation}, c.now);
    m_notices.drop(taken_back.operation);
    m_notices.say(done ? c.words.get("notice.undone") : c.words.refusal(done.error()), taken_back.origin, c.ui.now_s());
    c.ui.wake_now();
}

std::filesystem::path App::export_folder() const { return folders().exports_of(m_setup.board_file); }

CourseFolders App::folders() const { return folders_of(m_setup.board_file.parent_path(), config()); }

/// For threads beside the frames; one that is damaged is left out of what goes home.
ReadPhoto App::photo_reader() const {
    return [read = m_table->photo_reader()](std::string const& hash) -> std::optional<std::string> {
        auto bytes = read(hash);
        return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    };
}

void App::handle_home(screens::Context& c, screens::WallWish const& wish) {
    m_home.keep_in(export_folder()); // of the course on the wall
    if (std::holds_alternative<screens::LookForPlaces>(wish))
        m_home.look(c.ui.now_s());
    else if (auto const* carry = std::get_if<screens::CarryHome>(&wish))
        m_home.carry(*carry, c.board, photo_reader(), c.words.language(), c.now);
    else if (std::holds_alternative<screens::StopCarrying>(wish))
        m_home.stop();
    else if (std::holds_alternative<screens::FinishCarrying>(wish))
        m_home.finish();
    else if (auto const* code = std::get_if<screens::CarryCode>(&wish))
        m_home.carry_code(code->place, m_facilitation.shown_code(c.ui.now_s()), c.words, c.now);
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
