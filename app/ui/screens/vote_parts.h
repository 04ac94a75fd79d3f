// What the pages of *Afstemning* share. Only for vote_*.cpp.
#pragma once

#include "ui/screens/vote_screen.h"

namespace screens {

void vote_setup(Context& c, VoteView& view);
void vote_round(Context& c, VoteView& view, board::VoteRound const& round);
void vote_paper(Context& c, VoteView& view, board::VoteRound const& round);
void vote_result(Context& c, VoteView& view, board::VoteRound const& round);
void vote_rounds(Context& c, VoteView& view);
bool has_earlier_rounds(board::Board const& board);

/// Those that can be voted on, as they lie on the wall.
std::vector<board::Idea const*> new_ideas(board::Board const& board);
/// The round as it would be opened now.
board::OpenRound planned_round(Context const& c, VoteView const& view);
void rules_panel(Context& c, VoteView& view, ui::Rect rect);

/// Shows that closed round's dots as they stand.
void show_result(Context& c, VoteView& view, board::RoundNo round);
/// As `show_result`, from the beginning of their rise.
void reveal(Context& c, VoteView& view, board::RoundNo round);
void result_buttons(Context& c, VoteView& view, board::VoteRound const& round);
/// Asks why others that got more dots are passed over.
void reason_page(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect area);
/// To the board. Dots on open ballots are thrown away, since nobody stands in front of them any more.
void leave_vote(Context& c, VoteView& view);

/// Places in `board.participants` of those who may vote, those who lead last.
std::vector<std::size_t> may_vote(board::Board const& board);
/// Those of them who are here.
std::vector<std::size_t> voters(board::Board const& board, VoteView const& view);
bool is_here(board::Board const& board, VoteView const& view, board::ParticipantId id);
/// Somebody left, or came.
void toggle_here(board::Board const& board, VoteView& view, board::ParticipantId id);

enum class VoterState { Waiting, Voting, Voted };
VoterState state_of(VoteView const& view, board::ParticipantId id);
/// True for a leader who votes last, until everybody else who is here has voted.
bool waits_for_the_others(board::Board const& board, VoteView const& view, board::ParticipantId id);

/// How a voter's disc looks. Who has voted looks as who has not: nobody is to be seen missing.
enum class DiscState { Resting, Voting, Away };
/// True when it was tapped.
bool voter_disc(Context& c, std::string const& id, board::Participant const& participant, ui::Vec2 at, float radius,
                DiscState state);

struct Turnout {
    std::int64_t all = 0, voted = 0, voting = 0;
};
Turnout turnout(board::Board const& board, VoteView const& view);

/// The tray, cut in two: who votes, and the ways out; beside each other, in portrait below each other.
struct Tray {
    ui::Rect rect, people, ways;
};
Tray tray_of(Context& c);
/// `shown`: places for ballots; `said_above`: the header says how secret it is.
void draw_tray(Context& c, VoteView& view, board::VoteRound const& round, int shown, Tray tray, bool said_above);
/// In the place that was asked for, else the first free one; false when none of the `shown` is.
bool open_ballot(Context& c, VoteView& view, board::VoteRound const& round, board::ParticipantId voter, int shown);

enum class BallotWish { None, Close, Cast };
/// One voter's ballot at place 1–3 of the wall.
BallotWish ballot_card(Context& c, board::VoteRound const& round, Ballot& ballot, int place, ui::Rect rect);
/// The least width at which the rows of a ballot can be read, du.
float least_ballot_width(Context const& c, board::VoteRound const& round);
Ballot fresh_ballot(board::VoteRound const& round, board::ParticipantId voter);

/// Tells the UI map of a sentence that is drawn there, for tests and for those who read by it.
void tell_map(Context& c, std::string id, std::string const& sentence, ui::Rect rect);
/// An idea's text `width` wide: as large as a note's, smaller when it is long, never cut.
ui::Paragraph const& idea_lines(Context& c, std::string_view text, float width);
/// The paragraph in the middle of `rect`'s height.
void draw_lines(Context& c, ui::Paragraph const& lines, ui::Rect rect, ui::Colour colour);
/// The words of a candidate, or that it has been taken down.
std::string candidate_text(Context const& c, board::IdeaId id);
/// The least width for a button with that label, du.
float button_width(Context& c, std::string_view label, bool icon = false);
/// *Tilbage til tavlen*, cut off the left of `row`.
void back_button(Context& c, VoteView& view, ui::Rect& row);
/// The band's lower row, for the primary button. In portrait it is all its own, else it shares `rest` with the others.
ui::Rect primary_row(Context const& c, ui::Rect& rest, float width);

struct Pill {
    std::string words;
    std::optional<ui::Icon> icon{};
};
/// The header, with pills from the right beside the title. False when there was room for the first only. Where there
/// is none even for that, they all stand in a row cut off `area`.
bool vote_header(Context& c, std::string const& subtitle, std::vector<Pill> const& pills, ui::Rect& area);

} // namespace screens
