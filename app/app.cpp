#include "app.h"

#include "commands.h"
#include "drafts.h"
#include "exporters/board_json.h"
#include "exporters/csv.h"
#include "file.h"
#include "ui/screens/rest_screen.h"

#include <algorithm>
#include <cmath>
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

} // namespace

App::App(AppSetup setup, std::unique_ptr<Table> table, IdSource ids)
    : m_setup(std::move(setup)), m_table(std::move(table)), m_ids(ids),
      m_danish_suggestions(text::Language::Danish, m_setup.dictionaries / "danish"),
      m_english_suggestions(text::Language::English, m_setup.dictionaries / "british-english"),
      m_photos({.sticks = platform::Sticks(m_setup.config.stick_folder),
                .decoder = photos::Decoder(m_setup.decoder),
                .wake = m_setup.wake}),
      m_idle(m_setup.config.close_after_s, m_setup.config.rest_after_s), m_on_export(m_setup.wake) {}

tl::expected<std::unique_ptr<App>, std::string> App::open(AppSetup setup, std::unique_ptr<Table> table, IdSource ids) {
    std::unique_ptr<App> app(new App(std::move(setup), std::move(table), ids));
    auto const& assets = app->m_setup.assets;
    auto danish = text::Words::load(assets / "strings", text::Language::Danish);
    auto english = text::Words::load(assets / "strings", text::Language::English);
    auto danish_keys = ui::KeyboardLayout::load(assets / "keyboards" / "da.toml");
    auto english_keys = ui::KeyboardLayout::load(assets / "keyboards" / "en.toml");
    auto type = ui::Typesetter::open(app->m_setup.fonts, app->m_atlas);
    if (!danish || !english)
        return tl::unexpected(!danish ? danish.error() : english.error());
    if (!danish_keys || !english_keys)
        return tl::unexpected(!danish_keys ? danish_keys.error() : english_keys.error());
    if (!type)
        return tl::unexpected(type.error());
    app->m_danish = std::make_unique<text::Words>(std::move(*danish));
    app->m_english = std::make_unique<text::Words>(std::move(*english));
    app->m_danish_keys = std::move(*danish_keys);
    app->m_english_keys = std::move(*english_keys);
    app->m_type = std::move(*type);
    auto const& config = app->m_setup.config;
    WallChoices const otherwise{
        {.text_step = config.text_step, .calm_motion = config.calm_motion, .high_contrast = config.high_contrast},
        config.language};
    app->m_choices = read_choices(app->m_setup.choices_file, otherwise);
    app->m_ui = std::make_unique<ui::Ui>(*app->m_type, *app->m_danish);
    app->take_up_drafts();
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

void App::take_up_drafts() {
    auto drafts = drafts_from_text(m_table->drafts());
    if (drafts)
        for (auto& draft : *drafts)
            pads_of(draft).drafts.push_back(std::move(draft));
    else
        spdlog::error("the drafts beside the board cannot be read: {}", drafts.error());
    m_kept_drafts = m_table->drafts();
}

/// Those of silent writing lie apart: the board must not show them.
screens::Pads& App::pads_of(screens::Draft const& draft) { return draft.masked ? m_silent.pads : m_pads; }

/// As they are written, a few times a second; the last change is never left out.
void App::keep_drafts(double now_s) {
    if (!is_written_on(m_pads) && !is_written_on(m_silent.pads) && m_kept_drafts == "")
        return;
    if (now_s < m_drafts_due_s) {
        m_ui->wake_at(m_drafts_due_s);
        return;
    }
    m_drafts_due_s = now_s + drafts_every_s;
    auto unfinished = screens::unfinished(m_table->board(), m_pads);
    auto const silent = screens::unfinished(m_table->board(), m_silent.pads);
    unfinished.insert(unfinished.end(), silent.begin(), silent.end());
    auto text = to_text(unfinished);
    if (text == m_kept_drafts)
        return;
    m_kept_drafts = text;
    m_table->keep_drafts(std::move(text));
}

void App::settle_store(double now_s) {
    auto const settled = m_table->settle();
    if (settled.drafts) {
        spdlog::error("the drafts were not stored: {}", settled.drafts->detail);
        m_kept_drafts.reset();
        m_drafts_due_s = now_s + drafts_again_s;
    }
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
        m_notices.drop(lost.operation);
        m_notices.say(m_ui->words().get(store_key(lost.failure.fault)), origin, now_s);
    }
    for (auto const& hash : lost_photos) // also from what came back with it
        screens::drop_photo(m_pads, hash);
    std::erase_if(m_on_its_way, [&](OnItsWay const& way) { return !m_table->on_its_way(way.operation); });
}

/// What was picked on a stick lies beside the board before anything names it.
void App::take_in_photos(double now_s) {
    m_on_export.report();
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
    ui::InputFrame const input = take_in(felt);
    bool const danish = m_choices.language == text::Language::Danish;
    auto const& look = m_choices.look;
    auto const& words = danish ? *m_danish : *m_english;
    m_ui->set_words(words);
    m_ui->calm_motion = look.calm_motion;
    m_ui->canvas().set_contrast(look.high_contrast ? ui::Contrast::High : ui::Contrast::Calm);
    m_ui->begin(input, mm_per_px, look.text_step);
    if (std::exchange(m_first_frame, false))
        annul_crashed_round(moment.now), annul_crashed_pulse(moment.now);
    settle_store(input.now_s);
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
    for (auto const& idea : c.board.ideas)
        if (idea.merged_into)
            c.gathering.push_back(*idea.merged_into);
    measure_reach(c);
    close_pulse_in_time(c);
    c.closes_in = closes_in(input.now_s);
    draw(c);
    for (auto& request : c.requests)
        handle(c, request);
    m_photos.end_frame(*m_table);
    m_ui->wake_at(m_photos.next_look_s());
    keep_drafts(input.now_s);
    m_notices.belong_to(m_screen);
    if (!c.requests.empty())
        m_ui->wake_now();
    if (!m_on_its_way.empty())
        m_ui->wake_at(m_on_its_way.front().since_s + saving_shown_after_s + 0.01);
    return m_ui->end();
}

void App::draw(screens::Context& c) {
    c.ui.canvas().on(ui::Layer::Board);
    if (m_idle.resting())
        return screens::rest_screen(c, is_night(c));
    c.ui.canvas().fill(c.ui.screen(), ui::colour::paper);
    switch (m_screen) {
    case screens::Screen::Board: draw_board(c); break;
    case screens::Screen::Vote: screens::vote_screen(c, m_vote); break;
    case screens::Screen::Trial: screens::trial_screen(c, m_trial); break;
    case screens::Screen::Silent: screens::silent_screen(c, m_silent); break;
    case screens::Screen::CheckIn: screens::check_in_screen(c, m_check_in); break;
    case screens::Screen::Effect: screens::effect_screen(c, m_effect); break;
    }
    c.ui.canvas().on(ui::Layer::Board);
    auto const answer = m_notices.draw(c, m_screen, notices_keep_off(c));
    if (answer.undo)
        undo(c, *answer.undo);
    if (answer.merge)
        merge_alike(c, *answer.merge);
    draw_countdown(c);
    ui::touch_rings(c.ui);
}

/// What is being written on stays in sight, and the drafts within reach.
std::vector<ui::Rect> App::notices_keep_off(screens::Context& c) const {
    if (m_screen == screens::Screen::Silent)
        return screens::pad_rects(c, m_silent.pads);
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
}

void App::handle(screens::Context& c, screens::Request& request) {
    if (auto* ask = std::get_if<screens::Ask>(&request)) {
        handle_ask(c, *ask);
    } else if (auto const* go = std::get_if<screens::GoTo>(&request)) {
        m_screen = go->screen;
        if (go->idea && m_screen == screens::Screen::Board)
            screens::open_panel_of(m_board_view, *go->idea, go->decision == board::Decision::Park, c.ui.now_s());
        else if (go->idea)
            screens::open_trial(m_trial, m_table->board(), *go->idea, go->decision);
    } else if (auto const* pad = std::get_if<screens::OpenPad>(&request)) {
        if (!screens::open_pad(c, m_pads, *pad))
            m_notices.say(c.words.get("compose.no_room"), {pad->at.x, pad->at.y, 1, 1}, c.ui.now_s());
    } else if (auto const* say = std::get_if<screens::Say>(&request)) {
        m_notices.say(say->sentence, say->origin, c.ui.now_s());
    } else if (auto const* find = std::get_if<screens::ToggleFind>(&request)) {
        if (!screens::toggle_find(c, m_find, m_board_view, m_pads, find->at))
            m_notices.say(c.words.get("compose.no_room"), {find->at.x, find->at.y, 1, 1}, c.ui.now_s());
    } else if (std::holds_alternative<screens::SwitchLanguage>(request)) {
        bool const danish = m_choices.language == text::Language::Danish;
        choose({m_choices.look, danish ? text::Language::English : text::Language::Danish});
    } else if (auto const* change = std::get_if<screens::ChangeLook>(&request)) {
        choose({change->look, m_choices.language});
    } else if (std::holds_alternative<screens::LookAtSticks>(request)) {
        m_photos.look();
    } else if (auto const* take = std::get_if<screens::TakePhoto>(&request)) {
        m_photos.take(take->key, take->tag);
    } else if (auto const* home = std::get_if<screens::TakeHome>(&request)) {
        take_home(c, home->origin);
        m_more.open = false; // it would cover the answer
    }
}

void App::choose(WallChoices const& choices) {
    WallChoices remembered = choices;
    remembered.look.lowered = m_choices.look.lowered;
    bool const to_remember = remembered != m_choices;
    m_choices = choices;
    if (to_remember)
        write_choices(m_setup.choices_file, choices);
}

/// Half a screen down for a lowered board, and the band never lower than a hand in a wheelchair reaches.
void App::measure_reach(screens::Context& c) {
    auto const& config = m_setup.config;
    double const lowest_mm = std::max(config.band_height_mm, lowest_reach_mm - config.lower_edge_mm);
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
}

void App::handle_ask(screens::Context& c, screens::Ask& ask) {
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

/// Written beside the frames, for it reads every photo and waits for the disk.
void App::take_home(screens::Context const& c, ui::Rect origin) {
    auto folder = m_setup.config.export_folder;
    if (folder.empty())
        folder = m_setup.board_file.parent_path() / "eksport";
    m_on_export.run([this, folder, origin, board = c.board, &words = c.words, today = c.now.today,
                     read_photo = m_table->photo_reader()] {
        exporters::PhotoBytes photos;
        for (auto const& idea : board.ideas) {
            if (!idea.photo)
                continue;
            if (auto bytes = read_photo(idea.photo->hash)) // one that is damaged is left out
                photos.emplace(idea.photo->hash, std::move(*bytes));
        }
        std::error_code ec;
        std::filesystem::create_directories(folder, ec);
        auto const stem = "Rundt-bordet_" + board::to_iso(today);
        bool written = !ec && write_file(folder / (stem + ".json"), exporters::to_json(board, photos));
        for (auto const& table : exporters::csv_files(board, words))
            written = written && write_file(folder / (stem + "_" + table.name), table.bytes);
        auto const key = written ? "more.taken_home" : "more.not_taken_home";
        return [this, origin, sentence = words.say(key, {{"folder", folder.string()}})] {
            m_notices.say(sentence, origin, m_ui->now_s());
        };
    });
}

double App::next_frame_s() const { return m_ui->next_frame_s(); }

bool App::settled() const {
    return m_ui->settled() && m_table->pending() == 0 && m_photos.idle() && m_taken_photos.empty() &&
           m_on_export.idle();
}

void App::drain() {
    m_photos.drain();
    m_on_export.drain();
    m_table->drain();
}

std::string App::screen_name() const {
    if (m_idle.resting())
        return "rest";
    bool const writing = std::any_of(m_pads.open.begin(), m_pads.open.end(),
                                     [](auto const& pad) { return pad.has_value(); });
    switch (m_screen) {
    case screens::Screen::Board: return writing ? "compose" : m_board_view.picture ? "picture" : "board";
    case screens::Screen::Vote: return "vote";
    case screens::Screen::Silent: return "silent";
    case screens::Screen::CheckIn: return "check-in";
    case screens::Screen::Effect: return "effect";
    case screens::Screen::Trial: break;
    }
    return "trial";
}

} // namespace app
