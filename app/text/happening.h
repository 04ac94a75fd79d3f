// What happened, as a sentence: the one place that says an event in words. Ideas and people have the names they have
// now. Nothing here tells who voted or answered what, since no event knows.
#pragma once

#include "board/event.h"
#include "text/words.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace text {

/// What an event is about, as people look for it.
enum class EventKind { Ideas, Votes, Trials, Meetings, People, Settings };
inline constexpr int event_kinds = static_cast<int>(EventKind::Settings) + 1;
EventKind kind_of(board::Event const& event);

/// What events name by an id only: numbers of ideas, names of people, what obstacles say, the steps of a meeting.
/// Operations that were undone are known, too. What is written in silence is not, until all is shown.
class EventNames {
  public:
    void learn(board::Event const& event);

    int number_of(board::IdeaId id) const; ///< 0 when it was never added
    /// What the idea says now; empty when it is unknown, only drawn, or masked.
    std::string text_of(board::IdeaId id) const;
    bool is_masked(board::IdeaId id) const { return m_masked.contains(id); }
    std::string name_of(board::ParticipantId id) const;
    std::string text_of(board::ObstacleId id) const;
    /// The title of a step (from 0) of the meeting with that number; empty when it has none.
    std::string title_of(int meeting, int step) const;

  private:
    struct Held {
        std::vector<std::string> titles;
        int step = 0;
    };
    std::map<board::IdeaId, int> m_numbers;
    std::map<board::IdeaId, std::string> m_texts;
    std::set<board::IdeaId> m_masked;
    std::map<board::ParticipantId, std::string> m_people;
    std::map<board::ObstacleId, std::string> m_obstacles;
    std::map<int, Held> m_meetings;
};

/// »Idé 12 blev parkeret til 1. dec. 2026: …«; whole, however long what was written is.
std::string sentence_of(Words const& words, EventNames const& names, board::Event const& event);
/// What it happened to, in a few words: »Idé 12«, »Prøvehandling 12.1«, »Møde 3«.
std::string about(Words const& words, EventNames const& names, board::Event const& event);

} // namespace text
