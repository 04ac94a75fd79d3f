// Photos as screens know them: what lies on the sticks, and pictures that are asked for by being drawn and come a
// little later. App fills it in (photo_room.h); nothing here opens a file.
#pragma once

#include "board/idea.h"
#include "ui/kit/pictures.h"

#include <functional>
#include <string>
#include <vector>

namespace screens {

/// A picture in the size it was asked for, or for the time being in another; id 0: there is none yet.
struct Tile {
    ui::PictureId id = 0;
    int w = 0, h = 0;      ///< pixels
    bool broken = false;   ///< there will never be one
    std::string problem{}; ///< why, in a word or two, when that is known (»HEIC«)
};

struct PhotoOnStick {
    std::string key;  ///< names it for `thumbnail` and TakePhoto
    std::string name; ///< the file's, for people
};

struct StickOnWall {
    enum class State { Reading, Listed, Unreadable } state = State::Reading;
    std::string name;
    std::vector<PhotoOnStick> photos{}; ///< newest first
    bool more = false;                  ///< not all are listed
};

/// What the picker picks from.
struct PhotoShelf {
    std::vector<StickOnWall> sticks; ///< none: none is in
    bool pulled = false;             ///< the last one was taken out while it was in use
};

/// How a screen gets at pictures, in pixels of the wall.
struct Photos {
    PhotoShelf const* shelf = nullptr;
    /// A photo of the board in exactly that size.
    std::function<Tile(board::Photo const&, int w, int h)> photo{};
    /// A photo on a stick, as large as fits.
    std::function<Tile(std::string const& key, int w, int h)> thumbnail{};
};

/// What became of a TakePhoto.
struct TakenPhoto {
    std::string tag;
    std::optional<board::Photo> photo; ///< kept beside the board
    std::string sentence{};            ///< why there is none
};

} // namespace screens
