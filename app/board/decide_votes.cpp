// The rules for vote rounds. Only totals come here, never a ballot.
#include "board/decide_rules.h"

#include <algorithm>

namespace board {

namespace {

constexpr std::size_t fewest_candidates = 2;
constexpr int most_dots = 5;

std::vector<IdeaId> without_repeats(std::vector<IdeaId> const& ideas) {
    std::vector<IdeaId> distinct;
    for (IdeaId const id : ideas) {
        if (std::find(distinct.begin(), distinct.end(), id) == distinct.end())
            distinct.push_back(id);
    }
    return distinct;
}

std::optional<Rule> round_must_be_open(Board const& board, RoundNo no) {
    VoteRound const* round = find_round(board, no);
    if (!round)
        return Rule::NoSuchRound;
    if (round->state != RoundState::Open)
        return Rule::RoundNotOpen;
    return std::nullopt;
}

bool is_about_candidates(std::vector<Tally> const& tallies, VoteRound const& round) {
    return std::equal(tallies.begin(), tallies.end(), round.candidates.begin(), round.candidates.end(),
                      [](Tally const& tally, IdeaId id) { return tally.idea == id; });
}

/// Refuses `given` dots when that many ballots cannot hold them.
std::optional<Refusal> too_many(std::int64_t given, std::int64_t ballots, std::int64_t dots) {
    if (given <= ballots * dots)
        return std::nullopt;
    Refusal refusal;
    refusal.rule = Rule::TooManyDots;
    refusal.number = given;
    refusal.limit = ballots * dots;
    refusal.ballots = ballots;
    refusal.dots = dots;
    return refusal;
}

} // namespace

Answer answer(Board const& board, OpenRound const& wish, Now now) {
    if (open_round(board))
        return refuse(Rule::RoundAlreadyOpen);
    auto candidates = without_repeats(wish.candidates);
    for (IdeaId const candidate : candidates) {
        if (auto const rule = idea_must_be(board, candidate, {Stage::New}))
            return refuse(*rule);
    }
    if (candidates.size() < fewest_candidates)
        return refuse(Rule::TooFewCandidates, fewest_candidates);
    if (wish.dots < 1 || wish.dots > most_dots)
        return refuse(Rule::DotsOutOfRange, most_dots);
    if (wish.max_per_idea < 1 || wish.max_per_idea > wish.dots)
        return refuse(Rule::DotsOutOfRange, wish.dots);
    return grant(RoundOpened{.no = RoundNo{static_cast<int>(board.rounds.size()) + 1},
                             .candidates = std::move(candidates),
                             .dots = wish.dots,
                             .max_per_idea = wish.max_per_idea,
                             .method = wish.method,
                             .on = now.today});
}

Answer answer(Board const& board, CloseRound const& wish, Now) {
    if (auto const rule = round_must_be_open(board, wish.round))
        return refuse(*rule);
    VoteRound const& round = *find_round(board, wish.round);
    if (wish.ballots < 1)
        return refuse(Rule::NoBallots);
    if (!is_about_candidates(wish.tallies, round))
        return refuse(Rule::NoSuchIdea);
    std::int64_t sum = 0;
    for (Tally const& tally : wish.tallies) {
        if (tally.dots < 0)
            return refuse(Rule::NumberOutOfRange, std::int64_t{wish.ballots} * round.max_per_idea);
        if (auto refusal = too_many(tally.dots, wish.ballots, round.max_per_idea))
            return refuse(std::move(*refusal));
        sum += tally.dots;
    }
    if (auto refusal = too_many(sum, wish.ballots, round.dots))
        return refuse(std::move(*refusal));
    return grant(RoundClosed{wish.round, wish.ballots, wish.tallies});
}

Answer answer(Board const& board, AnnulRound const& wish, Now) {
    if (auto const rule = round_must_be_open(board, wish.round))
        return refuse(*rule);
    return grant(RoundAnnulled{wish.round});
}

} // namespace board
