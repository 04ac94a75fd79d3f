#include "screens/wall.h"
#include "project.h"

#include <algorithm>
#include <utility>

namespace test {

namespace {

constexpr float mm_per_px = 0.75F;
board::Now const now{board::Instant{}, *board::parse_date("2026-11-23")};

board::Uuid uuid(int kind, int n) {
    board::Uuid id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

} // namespace

board::Board team(int ideas, int people) {
    board::Board board;
    board.course.name = "Mindre ventetid";
    board.last_idea_no = ideas;
    for (int i = 1; i <= people; ++i)
        board.participants.push_back({.id = {uuid(1, i)}, .name = "Deltager " + std::to_string(i)});
    for (int i = 1; i <= ideas; ++i) {
        board::Idea idea;
        idea.id = {uuid(2, i)};
        idea.no = i;
        idea.text = "Forslag " + std::to_string(i);
        board.order.push_back(idea.id);
        board.ideas.push_back(idea);
    }
    return board;
}

VoteWall::VoteWall(board::Board start, ui::Vec2 size, screens::Screen shown)
    : board(std::move(start)), m_size(size), m_shown(shown) {
    auto type = ui::Typesetter::open("/usr/share/fonts/opentype/inter", m_atlas);
    REQUIRE(type);
    m_type = std::move(*type);
    auto words = text::Words::load(project() / "assets/strings", text::Language::Danish);
    REQUIRE(words);
    m_words = std::make_unique<text::Words>(std::move(*words));
    auto keys = ui::KeyboardLayout::load(project() / "assets/keyboards/da.toml");
    REQUIRE(keys);
    m_keyboard = std::move(*keys);
    m_ui = std::make_unique<ui::Ui>(*m_type, *m_words);
    wait(0.1);
}

void VoteWall::frame(std::vector<ui::PointerEvent> fingers) {
    m_now_s += 1.0 / 60;
    ui::InputFrame input{.now_s = m_now_s, .size = m_size, .pointers = std::move(fingers), .keys = {}};
    for (auto& event : input.pointers)
        event.at_s = m_now_s;
    m_ui->begin(input, mm_per_px, 0);
    screens::Context c{.ui = *m_ui,
                       .board = board,
                       .words = *m_words,
                       .keyboard = m_keyboard,
                       .now = now,
                       .answers = std::exchange(m_answers, {}),
                       .requests = {}};
    if (m_shown == screens::Screen::Silent)
        screens::silent_screen(c, silent);
    else
        screens::vote_screen(c, view);
    m_ui->end();
    for (auto const& request : c.requests)
        handle(request);
}

void VoteWall::handle(screens::Request const& request) {
    if (auto const* go = std::get_if<screens::GoTo>(&request))
        went.push_back(go->screen);
    auto const* ask = std::get_if<screens::Ask>(&request);
    if (!ask)
        return;
    auto command = ask->command;
    board::OperationId const operation{uuid(3, static_cast<int>(asked.size()) + 1)};
    if (auto* idea = std::get_if<board::AddIdea>(&command); idea && idea->id == board::IdeaId{})
        idea->id = {uuid(4, static_cast<int>(asked.size()) + 1)};
    asked.push_back(command);
    auto const events = board::decide(board, command, now);
    m_answers.push_back({ask->tag, operation, {}});
    if (!events) {
        m_answers.back().refusal = events.error();
        refused.push_back(events.error());
        return;
    }
    for (auto const& event : *events)
        board::apply(board, {.sequence = 0, .operation = operation, .at = now.at, .event = event});
}

void VoteWall::wait(double seconds) {
    for (double until = m_now_s + seconds; m_now_s < until;)
        frame();
}

void VoteWall::tap_at(ui::Vec2 du) {
    float const px_per_du = std::min(m_size.x, m_size.y) / 1080;
    ui::Vec2 const at = du * px_per_du;
    ++m_finger;
    frame({{m_finger, ui::PointerPhase::Down, at, 0}});
    frame();
    frame({{m_finger, ui::PointerPhase::Up, at, 0}});
    wait(0.1);
}

void VoteWall::tap(std::string const& id) {
    auto const* item = find(id);
    REQUIRE_MESSAGE(item, id, " is not on the wall");
    REQUIRE_MESSAGE(item->enabled, id, " is not enabled");
    auto const seen = item->rect.clipped(item->clip);
    REQUIRE_MESSAGE(!seen.empty(), id, " cannot be seen");
    tap_at(seen.centre());
}

ui::Item const* VoteWall::find(std::string_view id) const {
    auto const& items = m_ui->items();
    auto const found = std::find_if(items.begin(), items.end(), [&](ui::Item const& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace test
