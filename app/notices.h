// The sentences that appear where somebody acted: why something was refused, or what was done with
// *Fortryd* beside it. Several at once, each at its own place and for its own time.
#pragma once

#include "board/command.h"
#include "ui/screens/context.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

class Notices {
  public:
    /// `undo`: the operation that *Fortryd* takes back. `merge`: offered beside it.
    void say(std::string sentence, ui::Rect origin, double now_s, std::optional<board::OperationId> undo = {},
             std::optional<board::MergeIdeas> merge = {});
    /// What was said since the last call belongs to this screen, and is shown there alone.
    void belong_to(screens::Screen screen);
    /// Takes away the one that offers to undo `operation`.
    void drop(board::OperationId operation);
    /// Where on the wall a sentence may stand, du.
    struct Place {
        ui::Rect room;
        ui::Rect beside; ///< the part of it where nothing is covered: for as long as a sentence fits
        float low = 0;   ///< none reaches further down
    };
    struct Undo {
        board::OperationId operation;
        ui::Rect origin;
    };
    struct Merge {
        board::MergeIdeas wish;
        board::OperationId operation; ///< the one whose sentence offered it
        ui::Rect origin;
    };
    /// Whose *Fortryd* and *Slå sammen* were tapped in this frame, with where: two people may do so at once.
    struct Answer {
        std::vector<Undo> undone{};
        std::vector<Merge> merged{};
    };
    /// Draws them, each in the one of `rooms` that it was said in, none over what is in `taken`.
    Answer draw(screens::Context& c, screens::Screen screen, std::vector<ui::Rect> const& rooms,
                std::vector<ui::Rect> taken);

  private:
    struct Notice;
    static Place place_of(screens::Context const& c, screens::Screen screen, ui::Rect room);
    void draw_one(screens::Context& c, Notice& notice, Place const& where, std::vector<ui::Rect>& taken,
                  Answer& answer);

    struct Notice {
        int no = 0;
        std::string sentence;
        ui::Rect origin;
        double until_s = 0;
        std::optional<board::OperationId> undo;
        std::optional<board::MergeIdeas> merge;
        std::optional<screens::Screen> screen;
    };
    std::vector<Notice> m_notices;
    int m_next_no = 1;
};

} // namespace app
