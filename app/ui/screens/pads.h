// *Ny idé*: a pad to write on, with its own note, keyboard and owner. Up to three stand side by side, one
// for each person; none ever covers another, nor the dock. What is written in a closed pad stays as a draft.
#pragma once

#include "ui/screens/context.h"

#include <array>
#include <optional>
#include <vector>

namespace screens {

struct Pad {
    int slot = 0; ///< its place on the wall, from the left (or from below on an upright wall)
    ui::TextBuffer text;
    ui::KeyboardState keyboard;
    board::NoteColour colour = board::NoteColour::Yellow;
    std::optional<board::ParticipantId> author;
    std::optional<board::IdeaId> edits;
    std::optional<board::IdeaId> builds_on;
    bool choosing_author = false;
    bool stays_open = false; ///< put up by Enter: the pad is ready for the next
    std::optional<board::Refusal> refused;
};

/// A pad that was closed with words in it, or whose note the disk could not keep.
struct Draft {
    std::string text;
    board::NoteColour colour = board::NoteColour::Yellow;
    std::optional<board::IdeaId> edits;
    std::optional<board::IdeaId> builds_on;
};

struct Pads {
    std::array<std::optional<Pad>, 3> open; ///< pad K is open[K − 1]
    std::vector<Draft> drafts;
    int last_touched = 0; ///< K of the pad a real keyboard writes into; 0: none
    int next_colour = 0;
    std::array<std::string, 3> asked_text; ///< what was on its way to the board, by pad
};

/// Opens a pad in the free place nearest to where it was asked for; false when all places are taken.
bool open_pad(Context& c, Pads& pads, OpenPad const& where);
void draw_pads(Context& c, Pads& pads);
/// The drafts as chips in the idea lane's foot.
void draw_drafts(Context& c, Pads& pads);

} // namespace screens
