// What may honestly be said of a trial's figures (method.md 2.11): the difference, how it is known, and how much it
// stands on. Arithmetic only; words are elsewhere.
#pragma once

#include "board/effect.h"

#include <optional>

namespace exporters {

using board::ClaimLevel;

struct Claim {
    ClaimLevel level = ClaimLevel::NotMeasured;
    std::optional<double> difference; ///< result − baseline; of shares in procentpoint
    bool in_points = false;           ///< the difference is of percentages
    bool small_basis = false;         ///< under 20 observations before or after, or not known how many
    bool may_be_chance = false;       ///< of shares: the 95 % interval of the difference holds 0
};

/// Observations under which a basis is small.
inline constexpr int small_basis = 20;

/// What `trial`, of `idea`, may claim.
Claim claim_of(board::Idea const& idea, board::Trial const& trial);

} // namespace exporters
