// The board on the table: what is durable and what is on its way. A command is decided here, shown at once
// and handed to the store; if the store cannot keep it, the board is folded again without it.
#pragma once

#include "board/apply.h"
#include "board/decide.h"
#include "store/writer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

class Table {
  public:
    /// `history`: the records in the file that `writer` writes to.
    Table(std::vector<board::Record> history, std::unique_ptr<store::Writer> writer);

    board::Board const& board() const { return m_board; }
    /// All that happened, oldest first; while nothing is pending the record at n is the file's sequence n + 1.
    std::vector<board::Record> const& history() const { return m_history; }
    /// Decides, applies and sends to the store; a refusal changes nothing.
    board::Result<void> ask(board::OperationId operation, board::Command const& command, board::Now now);

    /// Takes in what was decided elsewhere, as one operation, on this board as it is: nothing has changed since
    /// `version()` was that `version`. False when something has, and then nothing is taken in. No `Undone` among them.
    bool take_in(board::OperationId operation, std::vector<board::Event> events, std::uint64_t version, board::Now now);

    struct Lost {
        board::OperationId operation;
        store::Failure failure;
    };
    struct Durable {
        board::OperationId operation;
        double at_s = 0;                         ///< when COMMIT had returned, seconds of std::chrono::steady_clock
        std::optional<store::Failure> remains{}; ///< as `store::Saved` has it
    };
    struct Settled {
        std::vector<Durable> durable;
        std::vector<Lost> lost;
        bool replaced = false;                      ///< `replace_with` was carried out: the board is another now
        std::optional<store::Failure> not_replaced; ///< why it was not; the board is as it was
        std::optional<store::Failure> drafts; ///< why the drafts could not be kept; the board has lost nothing by it
    };
    /// Takes in what the store has finished. What it could not keep is taken off the board.
    Settled settle();
    /// True until COMMIT has returned for the operation.
    bool on_its_way(board::OperationId operation) const;
    /// Another after every change of the board.
    std::uint64_t version() const { return m_version; }
    std::size_t pending() const { return m_pending.size(); }
    /// Lets what is pending go to the disk before this thread goes on, for `most_s` seconds at most.
    void give_way(double most_s) { m_writer->give_way(most_s); }
    /// Keeps a photo's bytes, to be named by later commands; it ends as an operation does, durable or lost.
    void keep_photo(board::OperationId operation, std::string bytes);
    /// Puts other words in the place of what is stored; only while nothing is pending. The board has them when they are
    /// durable. Ends as the operation `rewriting.operation` does.
    void rewrite(store::Rewriting rewriting);
    /// `take_photos` has its bytes a little later. Neither waits.
    void fetch_photo(std::string hash) { m_writer->fetch_photo(std::move(hash)); }
    std::vector<store::Fetched> take_photos() { return m_writer->take_photos(); }
    /// Reads a photo's bytes and waits for them: for a thread beside the frames, while the table stands.
    std::function<store::Result<std::string>(std::string hash)> photo_reader() {
        return [writer = m_writer.get()](std::string hash) { return writer->read_photo(std::move(hash)); };
    }
    /// Copies the board's file and waits for it: for a thread beside the frames, while the table stands.
    using Copier = std::function<store::Result<store::Contents>(std::filesystem::path to, std::int64_t room)>;
    Copier copier() {
        return [writer = m_writer.get()](std::filesystem::path to, std::int64_t room) {
            return writer->copy_into(std::move(to), room);
        };
    }
    /// Another board in this one's place, in the same file (`store::Writer::replace_with`); a later `settle` tells.
    void replace_with(std::filesystem::path other, store::Contents expected) {
        m_writer->replace_with(std::move(other), std::move(expected));
    }
    /// Keeps what has been begun on the wall, in place of what was kept before; empty forgets it. Never waits.
    void keep_drafts(std::string body);
    /// What had been begun when the file was opened; empty when nothing.
    std::string const& drafts() const;
    /// Waits for the store (leaving, scripts).
    void drain();

  private:
    void forget(board::OperationId operation);
    void take_in_replaced(Settled& settled);
    void take_in_rewriting();

    struct OnItsWay {
        std::shared_ptr<store::Rewriting const> rewriting;
        std::size_t end; ///< of the history when it was asked for
    };

    std::vector<board::Record> m_history;
    std::vector<board::OperationId> m_pending;
    std::optional<OnItsWay> m_rewriting;
    board::Board m_board;
    std::uint64_t m_version = 1;
    std::unique_ptr<store::Writer> m_writer;
};

/// Takes photos out of the file that neither a record nor a draft names: picked once, and never put up.
store::Result<void> forget_unnamed_photos(store::Store& store, std::vector<board::Record> const& records);

} // namespace app
