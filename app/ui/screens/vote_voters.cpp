// Who votes in a round: those of the team who may and are here, whose turn it is, and how a voter's disc looks. Nothing
// here tells those who have voted from those who have not.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

bool contains(std::vector<board::ParticipantId> const& all, board::ParticipantId id) {
    return std::find(all.begin(), all.end(), id) != all.end();
}

} // namespace

std::vector<std::size_t> may_vote(board::Board const& board) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < board.participants.size(); ++i) {
        auto const& person = board.participants[i];
        bool const may = person.role != board::Role::Leader || board.course.settings.leader_votes;
        if (person.active && may)
            found.push_back(i);
    }
    // Who leads and votes last leads nobody's dots.
    std::stable_partition(found.begin(), found.end(),
                          [&](std::size_t i) { return board.participants[i].role == board::Role::Employee; });
    return found;
}

bool is_here(board::Board const& board, VoteView const& view, board::ParticipantId id) {
    auto const* meeting = board::open_meeting(board);
    bool const away = meeting && contains(meeting->away, id);
    return contains(view.came, id) || (!away && !contains(view.left, id));
}

void toggle_here(board::Board const& board, VoteView& view, board::ParticipantId id) {
    bool const was_here = is_here(board, view, id);
    std::erase(view.came, id);
    std::erase(view.left, id);
    (was_here ? view.left : view.came).push_back(id);
}

std::vector<std::size_t> voters(board::Board const& board, VoteView const& view) {
    auto found = may_vote(board);
    std::erase_if(found, [&](std::size_t i) { return !is_here(board, view, board.participants[i].id); });
    return found;
}

VoterState state_of(VoteView const& view, board::ParticipantId id) {
    if (contains(view.cast, id))
        return VoterState::Voted;
    bool const voting = std::any_of(view.ballots.begin(), view.ballots.end(),
                                    [&](auto const& ballot) { return ballot && ballot->voter == id; });
    return voting ? VoterState::Voting : VoterState::Waiting;
}

Turnout turnout(board::Board const& board, VoteView const& view) {
    Turnout sum;
    for (auto const i : voters(board, view)) {
        auto const state = state_of(view, board.participants[i].id);
        ++sum.all;
        sum.voted += state == VoterState::Voted;
        sum.voting += state == VoterState::Voting;
    }
    return sum;
}

bool waits_for_the_others(board::Board const& board, VoteView const& view, board::ParticipantId id) {
    auto const* person = board::find_participant(board, id);
    bool const last = board.course.settings.leader_last && person && person->role == board::Role::Leader;
    auto const everybody = voters(board, view);
    return last && std::any_of(everybody.begin(), everybody.end(), [&](std::size_t i) {
               auto const& other = board.participants[i];
               return other.role != board::Role::Leader && state_of(view, other.id) != VoterState::Voted;
           });
}

bool voter_disc(Context& c, std::string const& id, board::Participant const& participant, ui::Vec2 at, float radius,
                DiscState state) {
    bool const away = state == DiscState::Away;
    bool const tapped = ui::avatar(c.ui, {.id = id,
                                          .centre = at,
                                          .radius = radius,
                                          .initials = text::initials(participant.name),
                                          .name = participant.name,
                                          .colour = colour_of(c.board, participant.id),
                                          .halo = state == DiscState::Voting,
                                          .faded = away,
                                          .value = away ? "away" : ""});
    if (!away)
        return tapped;
    ui::Vec2 const mark{at.x + radius * 0.72F, at.y + radius * 0.72F};
    c.ui.canvas().disc(mark, 15, ui::colour::soft);
    c.ui.canvas().icon(ui::Icon::Cross, mark, 18, ui::colour::white);
    return tapped;
}

} // namespace screens
