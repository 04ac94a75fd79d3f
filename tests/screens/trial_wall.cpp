#include "screens/trial_wall.h"
#include "project.h"

#include <algorithm>

namespace test {

namespace {

using std::chrono::days;

constexpr float mm_per_px_at_1080 = 0.75F; // a 65-inch wall
board::Now const now{board::Instant{}, today};

board::Uuid uuid(int kind, int n) {
    board::Uuid id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    id.bytes[14] = static_cast<std::uint8_t>(n / 256);
    id.bytes[15] = static_cast<std::uint8_t>(n % 256);
    return id;
}

board::TrialPlan plan_of(int no, bool experience_only, board::ParticipantId owner) {
    board::TrialPlan plan;
    plan.assumption = "færre afbrydelser om formiddagen giver hurtigere sager for borgerne i hele kommunen";
    plan.what = "Telefonen er åben kl. 9–10. Resten af formiddagen ringer vi tilbage samme dag.";
    plan.scope = "4 af 14 sagsbehandlere, to uger";
    plan.owner = owner;
    plan.from = today - days(14);
    plan.to = today + days(7);
    plan.changed = no > 1 ? "To telefontider i stedet for én" : "";
    plan.can_decide = board::CanDecide::Yes;
    plan.affected_asked = true;
    plan.experience_only = experience_only;
    if (experience_only)
        return plan;
    auto& measure = plan.measure.emplace();
    measure.name = "Afbrydelser pr. medarbejder pr. dag";
    measure.baseline = board::Reading{14, {}, 20};
    measure.target = 8;
    measure.source = "streger på blok";
    auto& guard = plan.guard.emplace();
    guard.name = "Ubesvarede opkald pr. dag";
    guard.limit = 10;
    return plan;
}

void end(board::Trial& trial, board::Decision decision) {
    trial.state = board::TrialState::Ended;
    trial.decision = decision;
    trial.decided_on = today - days(3);
    trial.outcome.what_happened = "Der kom ro, men linjen var optaget i den ene time, og borgerne ringede forgæves.";
    trial.outcome.learning =
        "Ro virker. Én time er for lidt: Borgerne skal kunne få fat i os mere end én gang om dagen.";
    if (trial.plan.measure)
        trial.outcome.result = board::Reading{6, {}, 60};
    if (trial.plan.guard)
        trial.outcome.guard_result = 21;
}

void tell(board::Idea& idea, Story const& story, board::ParticipantId owner) {
    for (int no = 1; no <= story.trials; ++no) {
        auto& trial = idea.trials.emplace_back();
        trial.no = no;
        trial.plan = plan_of(no, story.experience_only, owner);
        trial.state = board::TrialState::Running;
        trial.started_on = trial.plan.from;
        if (no < story.trials)
            end(trial, board::Decision::Adjust);
    }
    if (story.trials == 0)
        return;
    auto& last = idea.trials.back();
    using board::Stage;
    if (story.last_is_draft)
        last.state = board::TrialState::Draft;
    else if (story.stage == Stage::Scaling || story.stage == Stage::Operation)
        end(last, board::Decision::Scale);
    else if (story.stage == Stage::Parked)
        end(last, board::Decision::Park);
    else if (story.stage == Stage::Stopped)
        end(last, board::Decision::Stop);
}

} // namespace

board::Board told(Story const& story) {
    board::Board board;
    board.course.name = "Mindre ventetid, mere overblik";
    for (int no = 1; no <= 5; ++no)
        board.course.meetings.push_back({.no = no, .date = today + days(21 * (no - 3) + 15)});
    for (auto const* name : {"Mette Kjær", "Samir Ali", "Jens Holm", "Lene Nør", "Pia Toft", "Aase Bech"})
        board.participants.push_back({.id = {uuid(1, static_cast<int>(board.participants.size()) + 1)}, .name = name});
    board.participants.back().role = board::Role::Leader;
    board::Idea idea;
    idea.id = {uuid(2, 1)};
    idea.no = 1;
    idea.text = "Fast telefontid, så vi kan arbejde uforstyrret";
    idea.stage = story.stage;
    idea.stage_since = today - days(3);
    tell(idea, story, board.participants.front().id);
    if (story.stage == board::Stage::Parked)
        idea.parking = board::Parking{"Vi venter på den nye telefoncentral", today + days(30)};
    if (story.stage == board::Stage::Scaling || story.stage == board::Stage::Operation) {
        auto& plan = idea.scale_plan.emplace();
        plan.trial_no = story.trials;
        plan.what_now = "To telefontider om dagen";
        for (auto const* place : {"Team Nord", "Team Syd"}) {
            auto& added = plan.places.emplace_back();
            added.name = place;
            added.state = story.stage == board::Stage::Operation ? board::PlaceState::InUse : board::PlaceState::Taught;
        }
        if (story.stage == board::Stage::Operation)
            plan.responsible = "Aase Bech";
    }
    board.order.push_back(idea.id);
    board.ideas.push_back(std::move(idea));
    return board;
}

TrialWall::TrialWall(board::Board start, Look look) : board(std::move(start)), m_look(look) {
    std::filesystem::path const assets = project() / "assets";
    auto type = ui::Typesetter::open("/usr/share/fonts/opentype/inter", m_atlas);
    REQUIRE(type);
    m_type = std::move(*type);
    m_type->set_language(look.language);
    auto words = text::Words::load(assets / "strings", look.language);
    REQUIRE(words);
    m_words = std::make_unique<text::Words>(std::move(*words));
    auto keyboard = ui::KeyboardLayout::load(assets / "keyboards" / "da.toml");
    REQUIRE(keyboard);
    m_keyboard = std::move(*keyboard);
    m_ui = std::make_unique<ui::Ui>(*m_type, *m_words);
    m_ui->calm_motion = true;
    screens::open_trial(view, board, idea().id);
    wait(0.1);
}

void TrialWall::frame(std::vector<ui::PointerEvent> fingers, std::string const& typed) {
    m_now_s += 1.0 / 30;
    ui::InputFrame input{.now_s = m_now_s, .size = m_look.size, .pointers = std::move(fingers), .keys = {}};
    for (auto& event : input.pointers)
        event.at_s = m_now_s;
    if (!typed.empty())
        input.keys.emplace_back(ui::TypedText{typed});
    m_ui->begin(input, mm_per_px_at_1080 * 1080 / std::min(m_look.size.x, m_look.size.y), m_look.text_step);
    screens::Context c{.ui = *m_ui,
                       .board = board,
                       .words = *m_words,
                       .keyboard = m_keyboard,
                       .now = now,
                       .answers = std::exchange(m_answers, {}),
                       .requests = {}};
    board::Measure known; // ready to be chosen
    known.name = "Tid pr. sag";
    known.unit = "min.";
    known.source = "Stopur på 10–15 sager";
    if (m_look.half)
        m_ui->begin_part("left", half(), true);
    screens::trial_screen(c, view, std::vector(8, known));
    if (m_look.half)
        m_ui->end_part();
    m_ui->end();
    m_items = m_ui->items();
    for (auto& item : m_items)
        if (m_look.half && item.id.starts_with("left/"))
            item.id.erase(0, std::string_view("left/").size());
    for (auto const& request : c.requests)
        handle(request);
}

void TrialWall::handle(screens::Request const& request) {
    if (auto const* go = std::get_if<screens::GoTo>(&request))
        went.push_back(go->screen);
    if (auto const* say = std::get_if<screens::Say>(&request))
        said.push_back(say->sentence);
    auto const* ask = std::get_if<screens::Ask>(&request);
    if (!ask)
        return;
    commands.push_back(ask->command);
    board::OperationId const operation{uuid(3, static_cast<int>(commands.size()))};
    auto const events = board::decide(board, ask->command, now);
    m_answers.push_back({ask->tag, operation, {}});
    if (!events) {
        m_answers.back().refusal = events.error();
        refused.push_back(events.error());
        return;
    }
    for (auto const& event : *events)
        board::apply(board, {.sequence = 0, .operation = operation, .at = now.at, .event = event});
}

void TrialWall::wait(double seconds) {
    for (double const until = m_now_s + seconds; m_now_s < until;)
        frame();
}

ui::Rect TrialWall::half() const {
    constexpr float header = 112;
    ui::Rect const screen = m_ui->screen();
    return {0, header, screen.w / 2, screen.h - header};
}

/// As a hand does that looks for it on the page.
void TrialWall::scroll_to(std::string const& id) {
    auto const* item = find(id);
    if (!item || !m_look.half || item->rect.clipped(item->clip).h > item->rect.h / 2)
        return;
    for (auto const& page : m_items)
        if (page.role == "scroll" && page.id.ends_with("/page")) {
            auto const name = "left/" + page.id;
            m_ui->scroll_to(name, m_ui->scroll_offset(name) + item->rect.y - page.rect.y - page.rect.h / 3);
        }
    wait(0.1);
}

void TrialWall::tap(std::string const& id) {
    scroll_to(id);
    auto const* item = find(id);
    REQUIRE_MESSAGE(item, id, " is not on the wall");
    REQUIRE_MESSAGE(item->enabled, id, " is not enabled");
    auto const seen = item->rect.clipped(item->clip);
    REQUIRE_MESSAGE(!seen.empty(), id, " cannot be seen");
    ui::Vec2 const at = seen.centre() * (std::min(m_look.size.x, m_look.size.y) / 1080);
    ++m_finger;
    frame({{m_finger, ui::PointerPhase::Down, at, 0}});
    frame();
    frame({{m_finger, ui::PointerPhase::Up, at, 0}});
    wait(0.1);
}

void TrialWall::type(std::string const& text) {
    frame({}, text);
    frame();
}

ui::Item const* TrialWall::find(std::string_view id) const {
    auto const& items = m_items;
    auto const found = std::find_if(items.begin(), items.end(), [&](ui::Item const& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

std::string TrialWall::value(std::string_view id) const {
    auto const* item = find(id);
    return item ? item->value : "not there";
}

} // namespace test
