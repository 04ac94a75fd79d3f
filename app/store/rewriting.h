// What was stored, put in other words: for a person who asks to be erased. The one thing that changes events that are
// there; their number, order, type, operation and time stay.
#pragma once

#include "board/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Rewriting {
    struct Changed {
        std::int64_t sequence = 0;
        board::Event event; ///< of the type that stands there
    };
    std::vector<Changed> events;
    std::optional<std::string> drafts{}; ///< in place of those that are kept; nothing: they stay
    std::vector<std::string> photos{};   ///< hashes of those that are forgotten
    /// An operation that is appended with it; without events there is none.
    board::OperationId operation{};
    board::Instant at{};
    std::vector<board::Event> appended{};
};

} // namespace store
