// What the facilitator's desks need of the app, and what it takes back from them: courses, copies, persons, exports.
#include "app.h"

#include "drafts.h"
#include "local_time.h"
#include "ui/screens/setting_keys.h"

namespace app {

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
    return {folders(), m_setup.board_file,    m_table->board(), now,
            words(),   m_facilitation.gate(), m_ui->now_s(),    m_moment};
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
    return {folders(), m_setup.board_file, *m_table, moment, words(), m_ui->now_s()};
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
        m_keeping.not_copied(*m_setup.not_copied, words());
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

} // namespace app
