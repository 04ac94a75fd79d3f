#include "exporters/takeaway.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace exporters {
namespace {

/// A round tells what it gave when it has closed, and only then; an annulled one never does.
void keep_secret(board::VoteRound& round) {
    if (round.state == board::RoundState::Closed)
        return;
    round.ballots = 0;
    round.tallies.clear();
}

/// Too few answers are none; some are what their mean says.
void keep_secret(board::PulseRound& round) {
    if (round.state != board::RoundState::Closed)
        round.counts.clear();
    for (std::size_t i = 0; i < round.counts.size(); ++i) {
        int const answers = pulse_answers(round, i);
        PulseTold const how = told(round, i);
        if (how == PulseTold::Nothing)
            round.counts[i].assign(static_cast<std::size_t>(board::pulse_steps), 0);
        if (how == PulseTold::Mean)
            round.counts[i] = counts_of(answers, static_cast<int>(std::lround(*pulse_mean(round, i) * answers)));
    }
}

/// What was written in silence is nobody's to read before all of it is shown.
void leave_out_masked(board::Board& board) {
    std::set<board::IdeaId> masked;
    for (board::Idea const& idea : board.ideas)
        if (idea.masked)
            masked.insert(idea.id);
    if (masked.empty())
        return;
    auto const is_masked = [&](board::IdeaId id) { return masked.contains(id); };
    std::erase_if(board.ideas, [](board::Idea const& idea) { return idea.masked; });
    std::erase_if(board.order, is_masked);
    for (board::VoteRound& round : board.rounds)
        std::erase_if(round.candidates, is_masked);
    for (board::Idea& idea : board.ideas)
        if (idea.builds_on && is_masked(*idea.builds_on))
            idea.builds_on.reset();
}

/// A writer is named where they asked for it and are still a participant; anyone else stays unknown.
void keep_secret(board::Board const& board, board::Idea& idea) {
    if (idea.author && !find_participant(board, *idea.author))
        idea.author.reset();
}

} // namespace

PulseTold told(board::PulseRound const& round, std::size_t statement) {
    if (!pulse_mean(round, statement))
        return PulseTold::Nothing;
    return pulse_answers(round, statement) < fewest_for_each_answer ? PulseTold::Mean : PulseTold::Answers;
}

std::vector<int> counts_of(int answers, int sum) {
    std::vector<int> counts(static_cast<std::size_t>(board::pulse_steps), 0);
    if (answers < 1)
        return counts;
    int const lower = std::clamp(sum / answers, 1, board::pulse_steps);
    int const above = std::clamp(sum - lower * answers, 0, lower < board::pulse_steps ? answers : 0);
    counts[static_cast<std::size_t>(lower) - 1] = answers - above;
    if (above > 0)
        counts[static_cast<std::size_t>(lower)] = above;
    return counts;
}

Takeaway::Takeaway(board::Board board) : m_board(std::move(board)) {
    m_board.done.clear(); // what was done in which operation is the wall's own
    for (board::VoteRound& round : m_board.rounds)
        keep_secret(round);
    for (board::PulseRound& round : m_board.pulses)
        keep_secret(round);
    leave_out_masked(m_board);
    for (board::Idea& idea : m_board.ideas)
        keep_secret(m_board, idea);
}

Takeaway::Takeaway(board::Board board, PhotoBytes const& photos) : Takeaway(std::move(board)) {
    gather_photos([&](std::string const& hash) -> std::optional<std::string> {
        auto const found = photos.find(hash);
        return found == photos.end() ? std::nullopt : std::optional(found->second);
    });
}

void Takeaway::gather_photos(std::function<std::optional<std::string>(std::string const& hash)> const& read) {
    for (board::Idea const& idea : m_board.ideas)
        if (idea.photo)
            if (auto bytes = read(idea.photo->hash))
                m_photos.emplace(idea.photo->hash, std::move(*bytes));
}

Print const* Takeaway::print(std::string const& hash, int most_w, int most_h) const {
    auto const photo = m_photos.find(hash);
    if (photo == m_photos.end() || !m_make_print || most_w < 1 || most_h < 1)
        return nullptr;
    auto [made, is_new] = m_prints.try_emplace({hash, most_w, most_h});
    if (is_new)
        made->second = m_make_print(photo->second, most_w, most_h);
    return made->second ? &*made->second : nullptr;
}

} // namespace exporters
