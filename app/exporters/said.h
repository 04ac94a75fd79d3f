// The method's values as people read them, in the language of the words. Knows no format.
#pragma once

#include "board/board.h"
#include "text/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exporters {

/// The words under "export.value.<key>".
std::string_view said_value(text::Words const& words, std::string_view key);
std::string_view yes_or_no(text::Words const& words, bool yes);

std::string_view said(text::Words const& words, board::TrialState state);
std::string_view said(text::Words const& words, board::CanDecide answer);
std::string_view said(text::Words const& words, board::CarriedOut how);
std::string_view said(text::Words const& words, board::Experience experience);
std::string_view said(text::Words const& words, board::PlaceState state);
std::string_view said(text::Words const& words, board::Stage stage);
std::string_view said(text::Words const& words, board::Decision decision);
std::string_view said(text::Words const& words, board::Holds holds);
std::string_view said(text::Words const& words, board::EffectArea area);
std::string_view said(text::Words const& words, board::Role role);
std::string_view said(text::Words const& words, board::BallotMethod method);
std::string_view said(text::Words const& words, board::CheckInState state);
std::string_view said(text::Words const& words, board::MeetingKind kind);
std::string_view said(text::Words const& words, board::RoundState state);

/// "" for nothing.
template <class T> std::string_view said(text::Words const& words, std::optional<T> const& value) {
    return value ? said(words, *value) : std::string_view();
}
/// "Tid, Overblik".
std::string listed(text::Words const& words, std::vector<board::EffectArea> const& areas);
/// The participant's name; "" for nobody.
std::string_view name_of_person(board::Board const& board, std::optional<board::ParticipantId> who);
/// Its text; where there is none, that it is drawn or a picture.
std::string title_of(text::Words const& words, board::Idea const& idea);

} // namespace exporters
