#include "replay.h"

namespace app {

board::Result<void> Replay::ask(board::Command const& command, board::Now now) { return ask(command, now, {}); }

board::Result<void> Replay::ask(board::Command const& command, board::Now now,
                                std::function<void(board::Event&)> const& amend) {
    auto events = board::decide(m_board, command, now);
    if (!events)
        return tl::unexpected(std::move(events.error()));
    auto const operation = next_operation(now);
    for (board::Event& event : *events) {
        if (amend)
            amend(event);
        m_records.push_back({.operation = operation, .at = now.at, .event = std::move(event)});
        if (std::holds_alternative<board::Undone>(m_records.back().event))
            m_board = board::fold(m_records);
        else
            board::apply(m_board, m_records.back());
    }
    return {};
}

void Replay::skip_idea_numbers(int last, board::Now now) {
    auto const added = next_operation(now);
    auto const undone = next_operation(now);
    board::IdeaAdded idea;
    idea.id = {m_ids.next(now.at)};
    idea.no = last;
    idea.text = "–";
    idea.on = now.today;
    m_records.push_back({.operation = added, .at = now.at, .event = std::move(idea)});
    m_records.push_back({.operation = undone, .at = now.at, .event = board::Undone{added}});
    m_board.last_idea_no = last; // all that the fold keeps of these two
}

board::Result<std::vector<board::Record>> new_course(std::string const& name, IdSource ids, board::Now now) {
    Replay replay(ids);
    board::CreateCourse create;
    create.course.name = name;
    if (auto const made = replay.ask(create, now); !made)
        return tl::unexpected(made.error());
    return replay.records();
}

} // namespace app
