#include "app.h"

#include "commands.h"
#include "drafts.h"
#include "exporters/board_json.h"
#include "exporters/csv.h"
#include "file.h"

#include <algorithm>
#include <cmath>
#include <spdlog/spdlog.h>

namespace app {

namespace {

constexpr double saving_shown_after_s = 0.3; // a disk that is this slow is told of
constexpr double drafts_every_s = 0.5;       // what a pulled plug may cost of words not yet put up
constexpr double drafts_again_s = 5;         // after the disk refused them
constexpr double lowest_reach_mm = 380;      // above the floor; nothing to press lies lower

/// What somebody wrote or drew with that command, granted on `board`: all of the note, should the disk not keep it.
std::optional<screens::Draft> draft_of(board::Board const& board, board::Command const& command) {
    if (auto const* add = std::get_if<board::AddIdea>(&command))
        return screens::Draft{.text = add->text, .colour = add->colour, .builds_on = add->builds_on, .ink = add->ink};
    board::Idea const* idea = nullptr;
    if (auto const* edit = std::get_if<board::EditIdea>(&command))
        idea = board::find_idea(board, edit->id);
    else if (auto const* drawn = std::get_if<board::DrawOnIdea>(&command))
        idea = board::find_idea(board, drawn->id);
    if (!idea)
        return {};
    return screens::Draft{.text = idea->text, .colour = idea->colour, .edits = idea->id, .ink = idea->ink};
}

} // namespace

App::App(AppSetup setup, std::unique_ptr<Table> table, IdSource ids)
    : m_setup(std::move(setup)), m_table(std::move(table)), m_ids(ids),
      m_danish_suggestions(text::Language::Danish, m_setup.dictionaries / "danish"),
      m_english_suggestions(text::Language::English, m_setup.dictionaries / "british-english") {}

tl::expected<std::unique_ptr<App>, std::string> App::open(AppSetup setup, std::unique_ptr<Table> table, IdSource ids) {
    std::unique_ptr<App> app(new App(std::move(setup), std::move(table), ids));
    auto const& assets = app->m_setup.assets;
    auto danish = text::Words::load(assets / "strings", text::Language::Danish);
    auto english = text::Words::load(assets / "strings", text::Language::English);
    auto danish_keys = ui::KeyboardLayout::load(assets / "keyboards" / "da.toml");
    auto english_keys = ui::KeyboardLayout::load(assets / "keyboards" / "en.toml");
    auto danish_agendas = read_agendas(assets / "agendas" / "da.toml");
    auto english_agendas = read_agendas(assets / "agendas" / "en.toml");
    auto type = ui::Typesetter::open(app->m_setup.fonts, app->m_atlas);
    if (!danish || !english)
        return tl::unexpected(!danish ? danish.error() : english.error());
    if (!danish_keys || !english_keys)
        return tl::unexpected(!danish_keys ? danish_keys.error() : english_keys.error());
    if (!danish_agendas || !english_agendas)
        return tl::unexpected(!danish_agendas ? danish_agendas.error() : english_agendas.error());
    if (!type)
        return tl::unexpected(type.error());
    app->m_danish = std::make_unique<text::Words>(std::move(*danish));
    app->m_english = std::make_unique<text::Words>(std::move(*english));
    app->m_danish_keys = std::move(*danish_keys);
    app->m_english_keys = std::move(*english_keys);
    app->m_danish_agendas = std::move(*danish_agendas);
    app->m_english_agendas = std::move(*english_agendas);
    app->m_type = std::move(*type);
    auto const& config = app->m_setup.config;
    WallChoices const otherwise{
        {.text_step = config.text_step, .calm_motion = config.calm_motion, .high_contrast = config.high_contrast},
        config.language};
    app->m_choices = read_choices(app->m_setup.choices_file, otherwise);
    app->m_ui = std::make_unique<ui::Ui>(*app->m_type, *app->m_danish);
    app->take_up_drafts();
    if (board::open_meeting(app->board())) // a plug was pulled in the middle of it
        app->m_screen = screens::Screen::Meeting;
    return app;
}

/// The ballots of an open round lived in memory only: after a crash the round is taken again (7.5 no. 11).
void App::annul_crashed_round(board::Now now) {
    auto const* round = board::open_round(m_table->board());
    if (!round)
        return;
    auto const done = m_table->ask(board::OperationId{m_ids.next(now.at)}, board::AnnulRound{round->no}, now);
    ui::Rect const screen = m_ui->screen();
    auto const key = done ? "vote.annulled_after_crash" : "store.broken";
    m_notices.say(m_ui->words().get(key), {screen.centre().x, screen.bottom() - 140, 1, 1}, m_ui->now_s());
}

void App::take_up_drafts() {
    auto drafts = drafts_from_text(m_table->drafts());
    if (drafts)
        m_pads.drafts = std::move(*drafts);
    else
        spdlog::error("the drafts beside the board cannot be read: {}", drafts.error());
    m_kept_drafts = m_table->drafts();
}

/// As they are written, a few times a second; the last change is never left out.
void App::keep_drafts(double now_s) {
    bool const writing = std::any_of(m_pads.open.begin(), m_pads.open.end(), [](auto const& pad) { return pad; });
    if (!writing && m_pads.drafts.empty() && m_kept_drafts == "")
        return;
    if (now_s < m_drafts_due_s) {
        m_ui->wake_at(m_drafts_due_s);
        return;
    }
    m_drafts_due_s = now_s + drafts_every_s;
    auto text = to_text(screens::unfinished(m_table->board(), m_pads));
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
    for (auto const& lost : settled.lost) {
        spdlog::error("an operation was not stored: {}", lost.failure.detail);
        ui::Rect origin{m_ui->screen().centre().x, m_ui->screen().bottom() - 140, 1, 1};
        for (auto const& way : m_on_its_way)
            if (way.operation == lost.operation) {
                origin = way.origin;
                if (way.draft)
                    screens::put_aside(m_pads, *way.draft);
            }
        m_notices.drop(lost.operation);
        m_notices.say(m_ui->words().get(store_key(lost.failure.fault)), origin, now_s);
    }
    std::erase_if(m_on_its_way, [&](OnItsWay const& way) { return !m_table->on_its_way(way.operation); });
}

ImDrawData* App::frame(ui::InputFrame const& input, Moment const& moment, float mm_per_px) {
    bool const danish = m_choices.language == text::Language::Danish;
    auto const& look = m_choices.look;
    auto const& words = danish ? *m_danish : *m_english;
    m_ui->set_words(words);
    m_ui->calm_motion = look.calm_motion;
    m_ui->canvas().set_contrast(look.high_contrast ? ui::Contrast::High : ui::Contrast::Calm);
    m_ui->begin(input, mm_per_px, look.text_step);
    if (std::exchange(m_first_frame, false))
        annul_crashed_round(moment.now);
    settle_store(input.now_s);
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
    for (auto const& idea : c.board.ideas)
        if (idea.merged_into)
            c.gathering.push_back(*idea.merged_into);
    measure_reach(c);
    draw(c);
    for (auto& request : c.requests)
        handle(c, request);
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
    c.ui.canvas().fill(c.ui.screen(), ui::colour::paper);
    switch (m_screen) {
    case screens::Screen::Board: draw_board(c); break;
    case screens::Screen::Vote: screens::vote_screen(c, m_vote); break;
    case screens::Screen::Trial: screens::trial_screen(c, m_trial); break;
    case screens::Screen::Meeting:
        screens::meeting_screen(c, m_meeting,
                                c.language() == text::Language::Danish ? m_danish_agendas : m_english_agendas);
        break;
    case screens::Screen::Round: draw_round(c); break;
    case screens::Screen::Course: screens::course_screen(c, m_course); break;
    case screens::Screen::Leader: screens::leader_screen(c, m_leader); break;
    }
    c.ui.canvas().on(ui::Layer::Board);
    if (auto const taken_back = m_notices.draw(c, m_screen, notices_keep_off()))
        undo(c, *taken_back);
    ui::touch_rings(c.ui);
}

/// What is being written on stays in sight, and the drafts within reach.
std::vector<ui::Rect> App::notices_keep_off() const {
    bool const pads = m_screen == screens::Screen::Board || m_screen == screens::Screen::Round;
    return pads ? screens::pad_rects(m_pads) : std::vector<ui::Rect>{};
}

void App::draw_board(screens::Context& c) {
    screens::board_screen(c, m_board_view);
    bool more = m_more.open;
    screens::dock(c, m_board_view, more);
    m_more.open = more;
    screens::move_panels(c, m_board_view);
    screens::tray_panel(c, m_board_view);
    screens::more_panel(c, m_more);
    screens::draw_drafts(c, m_pads);
    screens::draw_pads(c, m_pads);
}

/// The others write while one speaks.
void App::draw_round(screens::Context& c) {
    screens::round_screen(c, m_round);
    screens::draw_drafts(c, m_pads);
    screens::draw_pads(c, m_pads);
}

void App::handle(screens::Context& c, screens::Request& request) {
    if (auto* ask = std::get_if<screens::Ask>(&request)) {
        handle_ask(c, *ask);
    } else if (auto const* go = std::get_if<screens::GoTo>(&request)) {
        m_screen = go->screen;
        if (go->idea)
            screens::open_trial(m_trial, m_table->board(), *go->idea, go->decision);
    } else if (auto const* pad = std::get_if<screens::OpenPad>(&request)) {
        if (!screens::open_pad(c, m_pads, *pad))
            m_notices.say(c.words.get("compose.no_room"), {pad->at.x, pad->at.y, 1, 1}, c.ui.now_s());
    } else if (auto const* say = std::get_if<screens::Say>(&request)) {
        m_notices.say(say->sentence, say->origin, c.ui.now_s());
    } else if (std::holds_alternative<screens::SwitchLanguage>(request)) {
        bool const danish = m_choices.language == text::Language::Danish;
        choose({m_choices.look, danish ? text::Language::English : text::Language::Danish});
    } else if (auto const* change = std::get_if<screens::ChangeLook>(&request)) {
        choose({change->look, m_choices.language});
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
        m_notices.say(ask.done, ask.origin, c.ui.now_s(), operation);
    if (auto const* added = std::get_if<board::AddIdea>(&ask.command); added && done)
        m_board_view.fresh.push_back({added->id, c.ui.now_s()});
    if (done && m_table->on_its_way(operation)) {
        m_on_its_way.push_back({operation, draft_of(m_table->board(), ask.command), ask.origin, c.ui.now_s()});
    }
    m_answers.push_back(std::move(answer));
}

void App::undo(screens::Context& c, Notices::Undo const& taken_back) {
    board::OperationId const operation{m_ids.next(c.now.at)};
    auto const done = m_table->ask(operation, board::Undo{taken_back.operation}, c.now);
    m_notices.drop(taken_back.operation);
    m_notices.say(done ? c.words.get("notice.undone") : c.words.refusal(done.error()), taken_back.origin, c.ui.now_s());
    c.ui.wake_now();
}

void App::take_home(screens::Context& c, ui::Rect origin) {
    auto folder = m_setup.config.export_folder;
    if (folder.empty())
        folder = m_setup.board_file.parent_path() / "eksport";
    auto const sentence = [&]() -> std::string {
        std::error_code ec;
        std::filesystem::create_directories(folder, ec);
        auto const stem = "Rundt-bordet_" + board::to_iso(c.now.today);
        bool written = !ec && write_file(folder / (stem + ".json"), exporters::to_json(c.board));
        for (auto const& table : exporters::csv_files(c.board, c.words))
            written = written && write_file(folder / (stem + "_" + table.name), table.bytes);
        if (!written)
            return c.words.say("more.not_taken_home", {{"folder", folder.string()}});
        return c.words.say("more.taken_home", {{"folder", folder.string()}});
    }();
    m_notices.say(sentence, origin, c.ui.now_s());
}

double App::next_frame_s() const { return m_ui->next_frame_s(); }

bool App::settled() const { return m_ui->settled() && m_table->pending() == 0; }

std::string App::screen_name() const {
    bool const writing = std::any_of(m_pads.open.begin(), m_pads.open.end(),
                                     [](auto const& pad) { return pad.has_value(); });
    switch (m_screen) {
    case screens::Screen::Board: return writing ? "compose" : "board";
    case screens::Screen::Vote: return "vote";
    case screens::Screen::Trial: break;
    case screens::Screen::Meeting: return "meeting";
    case screens::Screen::Round: return writing ? "compose" : "round";
    case screens::Screen::Course: return "course";
    case screens::Screen::Leader: return "leader";
    }
    return "trial";
}

} // namespace app
