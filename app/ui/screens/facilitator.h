// *Facilitator*: the pages behind the PIN. A column of pages at the left, the chosen one beside it, each in a file of its
// own. Whether they may be seen is not theirs to know.
#pragma once

#include "ui/screens/fields.h"
#include "ui/screens/wall_wish.h"

#include <array>
#include <optional>

namespace screens {

enum class FacilitatorPage { Export, People, Course };

struct PeoplePage {
    Form form;
    std::optional<board::ParticipantId> editing; ///< nothing: somebody new
    board::Role role = board::Role::Employee;
    bool active = true;
};

struct CoursePage {
    enum class Part { Words, Meetings, Rules } part = Part::Words;
    bool filled = false; ///< the fields hold what the board says
    Form form;
};

struct ExportPage {
    std::array<bool, home_files> chosen{true, false, false, true}; ///< in the order of HomeFile
    int meeting = 0;     ///< of the minutes; 0: none chosen yet
    int idea = 0;        ///< of the story, its number; 0: none chosen yet
    std::string place{}; ///< the key of a stick; empty: the first there is
    bool folder = false; ///< the folder was chosen, not a stick
};

struct FacilitatorView {
    FacilitatorPage page = FacilitatorPage::Export;
    ExportPage exporting;
    PeoplePage people;
    CoursePage course;
};

void facilitator_screen(Context& c, FacilitatorView& view, WallFacts const& facts);

/// What a page is given: its room, and what is left of the bottom band for its buttons.
struct PageRoom {
    ui::Rect area{};
    ui::Rect band{};
};
/// The page's name and a quieter line under it, cut off the room.
void page_heading(Context& c, ui::Rect& area, std::string const& title, std::string const& about);
/// The page's one primary button, at the right end of the band.
bool page_button(Context& c, PageRoom& room, char const* id, std::string const& label, bool enabled = true,
                 std::optional<ui::Icon> icon = {});

void export_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void people_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void course_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);

std::string role_word(Context const& c, board::Role role);

} // namespace screens
