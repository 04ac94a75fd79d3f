// The board as it may leave the room: the one place where the rule of anonymity stands (method.md 3.5, 7.5). Every
// format is made of this and of nothing else, so that none tells more than another.
#pragma once

#include "board/board.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace exporters {

/// From so many answers on a statement of the pulse the answers themselves are told; below, only their mean.
inline constexpr int fewest_for_each_answer = 10;

/// Hidden under the smallest group, a mean under `fewest_for_each_answer`, else each answer.
enum class PulseTold { Nothing, Mean, Answers };
PulseTold told(board::PulseRound const& round, std::size_t statement);
/// Counts that have that many answers and that sum, and say no more: the answers lie as near each other as they can.
std::vector<int> counts_of(int answers, int sum);

/// The bytes of photos by their hash.
using PhotoBytes = std::map<std::string, std::string>;

class Takeaway {
  public:
    /// Made of any board, without asking, so that nobody can forget it.
    Takeaway(board::Board board); // NOLINT(google-explicit-constructor)

    /// With those of `photos` that an idea names which may be shown.
    Takeaway(board::Board board, PhotoBytes const& photos);

    board::Board const& board() const { return m_board; }
    PhotoBytes const& photos() const { return m_photos; }
    /// Asks for the bytes of each photo that may be shown; one that is nothing (it is damaged) is left out.
    void gather_photos(std::function<std::optional<std::string>(std::string const& hash)> const& read);
    board::Board const* operator->() const { return &m_board; }

  private:
    board::Board m_board;
    PhotoBytes m_photos;
};

} // namespace exporters
