// What screens ask for: decided here and nowhere else, after the frame in which they asked.
#include "app.h"

#include "guarded.h"
#include "ui/screens/setting_keys.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

constexpr double disk_before_drawing_s = 0.001; // most that a frame is later for it, whatever the disk

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

bool App::is_said_in_every_frame(screens::Request const& request) {
    auto const* wish = std::get_if<screens::WallWish>(&request);
    return std::holds_alternative<screens::LookAtSticks>(request) ||
           (wish && (std::holds_alternative<screens::LookForPlaces>(*wish) ||
                     std::holds_alternative<screens::LookForFiles>(*wish) ||
                     std::holds_alternative<screens::LookForBoards>(*wish)));
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

/// What is asked of the disk goes before drawing, which would take its cores.
void App::handle_all(screens::Context& c) {
    auto const before = m_table->version();
    for (auto& request : c.requests)
        handle(c, request);
    if (m_table->version() != before)
        m_table->give_way(disk_before_drawing_s);
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

} // namespace app
