// When the wall says something with a tone: the time of a step or of somebody's turn is up, or a vote is shown. Knows no
// device. A tone never says anything alone: the screen shows the same.
#pragma once

#include "board/board.h"
#include "ui/screens/round_screen.h"

#include <optional>
#include <utility>

namespace app {

class Bell {
  public:
    /// Once a frame. `at` on the wall's clock, `now_s` on the frames'. True when it rings now: what had run out, or was
    /// shown, before the first call of all does not.
    bool rings(board::Board const& board, screens::RoundView const& round, board::Instant at, double now_s);

  private:
    struct Clock {
        std::pair<std::size_t, double> what{}; ///< which step or turn
        bool up = false;
        bool operator==(Clock const&) const = default;
    };
    static bool runs_out(std::optional<Clock>& before, std::optional<Clock> now);

    std::optional<Clock> m_step, m_turn;
    std::optional<std::size_t> m_shown; ///< votes that are closed
};

} // namespace app
