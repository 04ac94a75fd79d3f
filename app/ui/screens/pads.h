// *Ny idé*: a pad to write on, with its own note, keyboard and owner. Up to three stand side by side, one
// for each person; none ever covers another, the dock or the card it edits. What is written in a closed or
// forgotten pad stays as a draft.
#pragma once

#include "ui/kit/ink.h"
#include "ui/screens/context.h"

#include <array>
#include <optional>
#include <vector>

namespace screens {

/// A pad that nobody touches for this long becomes a draft; it counts down the last seconds.
inline constexpr double pad_idle_s = 40, pad_countdown_s = 10;

enum class PadTool { Write, Draw, Photo };

struct Pad {
    PadTool tool = PadTool::Write;
    ui::InkState ink;
    int slot = 0; ///< its place on the wall, from the left (or from below on an upright wall)
    ui::TextBuffer text;
    ui::KeyboardState keyboard;
    board::NoteColour colour = board::NoteColour::Yellow;
    std::optional<board::ParticipantId> author;
    std::optional<board::IdeaId> edits;
    std::optional<board::IdeaId> builds_on;
    std::optional<board::Photo> photo{};
    bool picking_photo = false;  ///< in place of the one on the note
    std::string taking{};        ///< the photo on its way from a stick; empty: none
    std::string photo_problem{}; ///< why the one picked last cannot be had
    bool choosing_author = false;
    bool stays_open = false; ///< put up by Enter: the pad is ready for the next
    std::optional<board::Refusal> refused;
    double touched_s = 0;                 ///< when somebody last touched it or typed into it
    ui::Rect rect{};                      ///< where it was drawn last, du
    std::optional<ui::Vec2> dragged_to{}; ///< where a finger on its rim wants its corner, du
};

/// A pad that was closed with words in it, or whose note the disk could not keep.
struct Draft {
    std::string text;
    board::NoteColour colour = board::NoteColour::Yellow;
    std::optional<board::IdeaId> edits{};
    std::optional<board::IdeaId> builds_on{};
    std::optional<board::Ink> ink{};
    std::optional<board::Photo> photo{};
    bool masked = false;        ///< written in silence: nobody reads it on the wall before it is opened
    double discard_until_s = 0; ///< asked to be thrown away: a second touch until then does it
};

struct Pads {
    std::array<std::optional<Pad>, 3> open; ///< pad K is open[K − 1]
    std::vector<Draft> drafts;
    int last_touched = 0; ///< K of the pad a real keyboard writes into; 0: none
    int next_colour = 0;
    std::optional<int> searching{}; ///< the place where the search pad stands
    bool masks = false;             ///< what is put up from these pads is masked (*Skriv i stilhed*)
    ui::Rect chips{};               ///< where the drafts were drawn last, du; empty: none
};

/// The free place nearest to where a pad is asked for, numbered as Pad::slot; nothing when all are taken.
std::optional<int> free_slot(Context const& c, Pads const& pads, OpenPad const& where);
/// Where a pad in that place stands, du.
ui::Rect slot_rect(Context const& c, int slot);
/// Opens a pad in the free place nearest to where it was asked for; false when all places are taken.
bool open_pad(Context& c, Pads& pads, OpenPad const& where);
void draw_pads(Context& c, Pads& pads);
/// Closes every pad; what stands in it becomes a draft.
void fold_pads(Context const& c, Pads& pads);
/// Adds a draft; of several about one idea the newest stays.
void put_aside(Pads& pads, Draft draft);
/// The page to open a note on that has those words, and that photo.
PadTool tool_for(std::string_view text, std::optional<board::Photo> const& photo);
/// Takes a photo that could not be kept off every pad and draft.
void drop_photo(Pads& pads, std::string const& hash);
/// The drafts as chips in the idea lane's foot.
void draw_drafts(Context& c, Pads& pads);
/// Where open pads, the search pad and the drafts stand, du.
std::vector<ui::Rect> pad_rects(Context const& c, Pads const& pads);
/// All that is written and not yet on the board: the drafts, and what stands in open pads.
std::vector<Draft> unfinished(board::Board const& board, Pads const& pads);

} // namespace screens
