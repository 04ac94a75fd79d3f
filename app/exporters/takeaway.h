// The board as it may leave the room: the one place where the rule of anonymity stands (method.md 3.5, 7.5). Every
// format is made of this and of nothing else, so that none tells more than another.
#pragma once

#include "board/board.h"
#include "exporters/print.h"

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

    /// From now on photos are drawn by what `make` gives; without it there are none in what is drawn. It is called on
    /// the thread of the export.
    void print_with(MakePrint make) { m_make_print = std::move(make); }
    /// Whether the idea has a photo that is to be drawn.
    bool has_print(board::Idea const& idea) const {
        return m_make_print && idea.photo && m_photos.contains(idea.photo->hash);
    }
    /// The photo in that size, made once; only those of `photos()`. Nothing: it is damaged, or none is to be drawn.
    Print const* print(std::string const& hash, int most_w, int most_h) const;

  private:
    struct PrintKey {
        std::string hash;
        int w = 0, h = 0;
        auto operator<=>(PrintKey const&) const = default;
    };
    board::Board m_board;
    PhotoBytes m_photos;
    MakePrint m_make_print;
    mutable std::map<PrintKey, std::optional<Print>> m_prints; ///< a report is laid out twice
};

} // namespace exporters
