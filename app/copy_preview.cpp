#include "copy_preview.h"

#include "board/apply.h"
#include "board/one_of.h"
#include "copies.h"

#include <algorithm>
#include <set>

namespace app {

namespace {

using board::Board;
using text::Words;
constexpr std::size_t most_said = 6; // of either list

/// How many records both begin with.
std::size_t common(std::vector<board::Record> const& a, std::vector<board::Record> const& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at].operation == b[at].operation)
        ++at;
    return at;
}

/// A sentence for what a record did, as the board on the wall knows it; empty where it is told with something else, or
/// says too little. What is hidden or was undone is not told.
class Teller {
  public:
    Teller(Board const& board, Words const& words) : m_board(board), m_words(words) {}

    std::string operator()(board::IdeaAdded const& event) const { return idea("copies.after_idea", event.id); }
    std::string operator()(board::IdeaEdited const& event) const { return idea("copies.after_edited", event.id); }
    std::string operator()(board::IdeaMerged const& event) const { return idea("copies.after_merged", event.id); }
    std::string operator()(board::IdeaParked const& event) const { return idea("copies.after_parked", event.id); }
    std::string operator()(board::TrialStarted const& event) const {
        return trial("copies.after_started", event.trial);
    }
    std::string operator()(board::TrialDecided const& event) const {
        return trial("copies.after_decided", event.trial);
    }
    std::string operator()(board::CheckedIn const& event) const { return trial("copies.after_check_in", event.trial); }
    std::string operator()(board::RoundClosed const& event) const {
        return m_words.say("copies.after_round", {{"no", std::int64_t{event.no.value}}});
    }
    std::string operator()(board::MeetingClosed const& event) const {
        return m_words.say("copies.after_meeting", {{"no", std::int64_t{event.no}}});
    }
    std::string operator()(board::PulseClosed const&) const { return m_words.get("copies.after_pulse"); }
    std::string operator()(board::ObstacleRaised const&) const { return m_words.get("copies.after_obstacle"); }
    template <class Other> std::string operator()(Other const&) const { return {}; }

  private:
    std::string idea(char const* key, board::IdeaId id) const {
        auto const* idea = board::find_idea(m_board, id);
        if (!idea || idea->masked)
            return {};
        return m_words.say(key, {{"no", std::int64_t{idea->no}}, {"idea", idea->text}});
    }
    std::string trial(char const* key, board::TrialRef ref) const {
        auto const* idea = board::find_idea(m_board, ref.idea);
        if (!idea || !board::find_trial(m_board, ref))
            return {};
        return m_words.say(key, {{"no", std::int64_t{idea->no}}, {"trial", std::int64_t{ref.no}}});
    }

    Board const& m_board;
    Words const& m_words;
};

} // namespace

screens::PreviewFacts preview_of(screens::CopyFacts copy, std::vector<board::Record> const& in_copy,
                                 std::vector<board::Record> const& now, board::Date today, Words const& words) {
    screens::PreviewFacts preview;
    tell_board(copy, in_copy);
    preview.copy = std::move(copy);
    Board const board = board::fold(now), then = board::fold(in_copy);
    auto const counts = counts_of(board, today);
    preview.ideas_now = counts.ideas;
    preview.trials_now = counts.trials;
    preview.meetings_now = counts.meetings;
    for (auto idea = board.ideas.rbegin(); idea != board.ideas.rend(); ++idea) {
        if (board::find_idea(then, idea->id))
            continue;
        ++preview.missing;
        if (!idea->masked && !idea->text.empty() && preview.missing_ideas.size() < most_said)
            preview.missing_ideas.push_back(idea->text);
    }
    auto const from = common(in_copy, now);
    Teller const tell(board, words);
    std::set<board::OperationId> operations;
    for (std::size_t at = now.size(); at-- > from;) {
        operations.insert(now[at].operation);
        auto said = std::visit(tell, now[at].event);
        bool const again = std::find(preview.after.begin(), preview.after.end(), said) != preview.after.end();
        if (!said.empty() && !again && preview.after.size() < most_said)
            preview.after.push_back(std::move(said));
    }
    preview.changes_after = static_cast<int>(operations.size());
    return preview;
}

} // namespace app
