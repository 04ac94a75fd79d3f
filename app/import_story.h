// How one idea may have come to be as it stands: the commands that lead there, each with its day. What a board does
// not remember (why an idea went back to the start, a parking since ended) is told with a stand-in.
#pragma once

#include "board/board.h"
#include "board/command.h"
#include "board/event.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct Wish {
    board::Command command;
    board::Now now;
    std::function<void(board::Event&)> amend = {}; ///< where the rules know only today's settings
};

/// Where a step stands among others of its day: room is made before it is taken.
enum class StepOrder { Added, Ended, Left, Voted, Begun, Other };

/// Wishes that follow each other with nothing between.
struct Step {
    board::Date day;
    StepOrder order = StepOrder::Other;
    std::vector<Wish> wishes = {};
};

/// Something that needs the idea to be new, and concerns others too: a vote round, or a merge.
struct Occasion {
    std::size_t scene = 0; ///< whoever tells all stories numbers them
    board::Date day;
    bool is_closed_round = false;
};

/// Either a step of the idea's own, or an occasion that it took part in.
struct Chapter {
    std::optional<std::size_t> scene; ///< of the occasion; nothing: a step of its own
    Step step;
};

/// Noon UTC, for what has only a day.
board::Now noon_of(board::Date day);

/// The chapters of `idea`, in their order; `occasions` are those it was in, in theirs. `stand_in` is a reason for what
/// had one that is not remembered. An idea that could not have come about gives chapters that `decide` refuses, or
/// that lead elsewhere.
std::vector<Chapter> story_of(board::Idea const& idea, std::vector<Occasion> occasions, std::string const& stand_in);

} // namespace app
