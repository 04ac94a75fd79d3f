// *Siden sidst*: how a meeting opens. What happened, which trials are due, what was parked until now, and what waits
// for the leader; all of it worked out from the board.
#include "board/so_far.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

std::vector<Line> happened(Context const& c) {
    auto const since = board::since_last_meeting(c.board);
    std::vector<Line> lines = trial_lines(c, since.decided);
    auto const started = trial_lines(c, since.started);
    for (auto const& line : started)
        if (std::none_of(lines.begin(), lines.end(), [&](Line const& other) { return other.text == line.text; }))
            lines.push_back(line);
    for (auto const id : since.in_operation)
        if (auto const* idea = board::find_idea(c.board, id))
            lines.push_back({.text = title_of(c, *idea),
                             .under = c.words.get("board.operation"),
                             .icon = ui::Icon::Scale,
                             .ink = ui::colour::scale_text,
                             .to = GoTo{.screen = Screen::Trial, .idea = id}});
    auto const answers = obstacle_lines(c, since.answered);
    lines.insert(lines.end(), answers.begin(), answers.end());
    if (since.check_ins > 0)
        lines.push_back({.text = c.words.say("meeting.check_ins", {{"n", std::int64_t{since.check_ins}}}),
                         .icon = ui::Icon::Pulse});
    if (since.ideas > 0)
        lines.push_back(
            {.text = c.words.say("meeting.new_ideas", {{"n", std::int64_t{since.ideas}}}), .icon = ui::Icon::Plus});
    return lines;
}

std::vector<Line> come_up(Context const& c, std::vector<board::IdeaId> const& ideas) {
    std::vector<Line> lines;
    for (auto const id : ideas)
        if (auto const* idea = board::find_idea(c.board, id); idea && idea->parking)
            lines.push_back({.text = title_of(c, *idea),
                             .under = idea->parking->reason,
                             .icon = ui::Icon::Park,
                             .to = GoTo{.screen = Screen::Trial, .idea = id}});
    return lines;
}

std::string happened_heading(Context const& c) {
    auto const since = board::since_last_meeting(c.board).since;
    return since ? c.words.say("meeting.since_day",
                               {{"date", text::date(c.language(), *since, text::DateStyle::LongDay)}})
                 : c.words.get("meeting.since_beginning");
}

std::string counted(Context const& c, char const* key, std::size_t n) {
    return c.words.get(key) + (n == 0 ? std::string() : " · " + std::to_string(n));
}

} // namespace

void meeting_since(Context& c, MeetingView& view, board::HeldMeeting const&) {
    ui::Rect area = content_area(c);
    auto const waits = board::waiting(c.board, c.now.today);
    bool const upright = c.ui.portrait();
    constexpr float gap = 24;
    ui::Rect left = upright ? area.cut_top((area.h - gap) * 0.4F, gap) : area.cut_left((area.w - gap) / 2, gap);
    lines_card(c, "since/happened", left, happened_heading(c), happened(c), c.words.get("meeting.nothing_happened"));
    // As much room as there are lines; at least for the sentence that there are none.
    auto const weight = [](std::size_t lines) {
        return 1.2F + static_cast<float>(std::clamp<std::size_t>(lines, 1, 4));
    };
    float const due = weight(waits.due.size()), leader = weight(waits.leader.size());
    float const part = (area.h - 2 * gap) / (due + leader + weight(waits.revisit.size()));
    lines_card(c, "since/due", area.cut_top(part * due, gap), counted(c, "meeting.due", waits.due.size()),
               trial_lines(c, waits.due), c.words.get("meeting.nothing_due"));
    lines_card(c, "since/leader", area.cut_top(part * leader, gap), counted(c, "meeting.leader", waits.leader.size()),
               obstacle_lines(c, waits.leader), c.words.get("meeting.nothing_for_leader"));
    lines_card(c, "since/revisit", area, counted(c, "meeting.revisit", waits.revisit.size()), come_up(c, waits.revisit),
               c.words.get("meeting.nothing_to_revisit"));
    auto bands = meeting_bands(c);
    if (on_button(
            c, bands,
            {.id = "meeting/agenda-back", .label = c.words.get("meeting.to_agenda"), .look = ui::ButtonLook::Primary}))
        view.page = MeetingPage::Agenda, c.ui.wake_now();
    if (away_button(c, bands, {.id = "meeting/back", .label = c.words.get("meeting.to_board")}))
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

} // namespace screens
