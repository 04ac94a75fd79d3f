// Commands played on an empty board as if they had been asked for one by one: how the demo and an imported file
// become records. Every rule holds here as on the wall.
#pragma once

#include "board/apply.h"
#include "board/decide.h"
#include "id_source.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

class Replay {
  public:
    /// Goes on from `records`.
    explicit Replay(IdSource& ids, std::vector<board::Record> records = {})
        : m_ids(ids), m_board(board::fold(records)), m_records(std::move(records)) {}

    /// Decides and applies; a refusal changes nothing.
    board::Result<void> ask(board::Command const& command, board::Now now);
    /// What the rules make of it is changed by `amend` before it happens: for a past under settings of its own.
    board::Result<void> ask(board::Command const& command, board::Now now,
                            std::function<void(board::Event&)> const& amend);
    /// Uses up idea numbers to and with `last`, as ideas do that were added and undone.
    void skip_idea_numbers(int last, board::Now now);

    board::Board const& board() const { return m_board; }
    /// All records so far. Their sequence is 0: the store counts.
    std::vector<board::Record> const& records() const { return m_records; }

  private:
    board::OperationId next_operation(board::Now now) { return {m_ids.next(now.at)}; }

    IdSource& m_ids;
    board::Board m_board;
    std::vector<board::Record> m_records;
};

/// The records of a course that only has its name; or why it cannot have that name.
board::Result<std::vector<board::Record>> new_course(std::string const& name, IdSource ids, board::Now now);

} // namespace app
