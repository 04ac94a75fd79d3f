#include "start_trouble.h"

#include "board_file.h"
#include "replay.h"

#include <spdlog/spdlog.h>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;

/// The start's own sentence for a key of the store's or of a file's.
std::string sentence_of(std::string_view key) {
    constexpr std::string_view store = "store.";
    if (key.starts_with(store))
        return "start_trouble." + std::string(key.substr(store.size()));
    return key == "file.no_room"    ? "start_trouble.disk_full"
           : key == "file.no_right" ? "start_trouble.read_only"
                                    : "start_trouble.broken";
}

NoBoard why_not(store::Failure const& failure, fs::path const& file, CourseFolders const& folders) {
    using store::Fault;
    auto const fault = failure.fault;
    bool const lost = fault == Fault::Damaged || fault == Fault::NotABoard || fault == Fault::NotFound;
    NoBoard why{.sentence = sentence_of(store_key(fault)), .may_begin = lost, .detail = failure.detail};
    if (lost && !laid_aside_of(folders, file).empty())
        why.aside = folders.damaged_of(file);
    return why;
}

} // namespace

tl::expected<OpenedCourse, NoBoard> open_for_wall(fs::path const& file, CourseFolders const& folders, Moment const& now,
                                                  text::Words const& words, std::function<void()> wake) {
    if (!was_there(file, folders)) {
        std::error_code unmade; // said when the board cannot be made in it
        fs::create_directories(file.parent_path(), unmade);
        auto const made = make_board_file(file, new_course(words.get("cli.new_course"), IdSource(), now.now).value());
        if (!made)
            return tl::unexpected(
                NoBoard{.sentence = sentence_of(made.error()), .never_was = true, .detail = "no board could be made"});
    }
    auto opened = open_course(file, folders, now, std::move(wake));
    if (!opened)
        return tl::unexpected(why_not(opened.error(), file, folders));
    return std::move(*opened);
}

tl::expected<void, std::string> begin_anew(fs::path const& file, CourseFolders const& folders, Moment const& now,
                                           text::Words const& words) {
    auto const records = new_course(words.get("cli.new_course"), IdSource(), now.now).value();
    return put_in_place(file, folders, now, records).map_error([&](store::Failure const& failure) {
        spdlog::error("{}: no empty board in its place: {}", file.string(), failure.detail);
        return std::string("start_trouble.not_begun");
    });
}

StartTrouble::StartTrouble(Setup setup)
    : m_setup(std::move(setup)), m_errands(std::make_unique<Errands>(m_setup.wake)),
      m_gate(m_setup.pin_file, m_setup.pin_cost, *m_errands),
      m_home({m_setup.assets / "strings", m_setup.config.stick_folder, {}, m_setup.wake}, *m_errands) {}

StartTrouble::~StartTrouble() { m_errands.reset(); }

tl::expected<std::unique_ptr<StartTrouble>, std::string> StartTrouble::open(Setup setup) {
    std::unique_ptr<StartTrouble> made(new StartTrouble(std::move(setup)));
    auto const& assets = made->m_setup.assets;
    auto const language = made->m_setup.config.language;
    auto words = text::Words::load(assets / "strings", language);
    auto keys = ui::KeyboardLayout::load(assets / "keyboards" / (std::string(text::code_of(language)) + ".toml"));
    auto type = ui::Typesetter::open(made->m_setup.fonts, made->m_atlas);
    if (!words)
        return tl::unexpected(words.error());
    if (!keys || !type)
        return tl::unexpected(!keys ? keys.error() : type.error());
    made->m_board.course.name = words->get("common.name");
    made->m_words = std::make_unique<text::Words>(std::move(*words));
    made->m_keys = std::move(*keys);
    made->m_type = std::move(*type);
    made->m_ui = std::make_unique<ui::Ui>(*made->m_type, *made->m_words);
    return made;
}

ImDrawData* StartTrouble::frame(ui::InputFrame const& felt, Moment const& moment, float mm_per_px) {
    m_input = felt; // what draws reads it until the next frame
    m_errands->report();
    auto const& look = m_setup.config;
    m_ui->calm_motion = look.calm_motion;
    m_ui->canvas().set_contrast(look.high_contrast ? ui::Contrast::High : ui::Contrast::Calm);
    m_ui->begin(m_input, mm_per_px, look.text_step);
    m_gate.pass(m_input.now_s, !m_input.pointers.empty() || !m_input.keys.empty());
    screens::Context c{*m_ui, m_board, *m_words, m_keys, moment.now, moment.hour, moment.minute, false, {}, {}};
    c.look.text_step = look.text_step;
    m_ui->canvas().on(ui::Layer::Board);
    m_ui->canvas().fill(m_ui->screen(), ui::colour::paper);
    if (m_asks_pin)
        draw_gate(c);
    else
        draw(c);
    ui::touch_rings(*m_ui);
    return m_ui->end();
}

void StartTrouble::draw(screens::Context& c) {
    auto const& why = m_setup.why;
    if (m_again_at_s == 0)
        m_again_at_s = c.ui.now_s() + again_after_s;
    auto const asks = screens::start_trouble_screen(c, {.sentence = why.sentence,
                                                        .told = why.told,
                                                        .may_begin = why.may_begin,
                                                        .aside = why.aside.string(),
                                                        .file = why.never_was ? "" : m_setup.board_file.string()});
    m_asks_pin = asks == screens::StartTroubleAsks::Begin;
    if (m_asks_pin)
        c.ui.wake_now();
    if (!why.may_begin)
        c.ui.wake_at(m_again_at_s);
    if (asks == screens::StartTroubleAsks::Again || (!why.may_begin && c.ui.now_s() >= m_again_at_s))
        m_answer = Answer::Again;
}

/// The PIN's page, which lets the first who comes choose one; and the recovery code of one that was chosen.
void StartTrouble::draw_gate(screens::Context& c) {
    double const now_s = c.ui.now_s();
    screens::WallFacts facts;
    facts.pin = m_gate.facts(now_s);
    c.ui.wake_at(m_gate.next_change_s(now_s));
    m_home.tell(facts, *m_words);
    bool const code = !facts.pin.new_code.empty();
    if (code)
        screens::recovery_code_screen(c, facts);
    else if (m_gate.is_open())
        m_answer = Answer::Begin;
    else if (screens::pin_screen(c, m_pin, facts.pin)) {
        screens::close_pin(m_pin);
        m_asks_pin = false;
    }
    for (auto const& request : c.requests) {
        auto const* wish = std::get_if<screens::WallWish>(&request);
        if (!wish)
            continue;
        if (std::holds_alternative<screens::LookForPlaces>(*wish))
            m_home.look(now_s);
        else if (auto const* carry = std::get_if<screens::CarryCode>(wish))
            m_home.carry_code(carry->place, facts.pin.new_code, *m_words, c.now);
        else
            m_gate.wish(*wish, now_s), c.ui.wake_now();
    }
}

void StartTrouble::drain() {
    m_errands->drain();
    m_home.drain();
}

} // namespace app
