// *Facilitator*: the pages behind the PIN. A column of pages at the left, the chosen one beside it, each in a file of its
// own. What is set up by everybody, the course, lies on its own screen, which the column leads to. Whether they may be
// seen is not theirs to know.
#pragma once

#include "ui/screens/fields.h"
#include "ui/screens/history_list.h"
#include "ui/screens/wall_wish.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class FacilitatorPage { Export, Import, History, Screen, Data, Copies, Person, Courses };

struct DataPage {
    enum class Part { Contact, Pin } part = Part::Contact;
    bool filled = false;
    Form form;
    std::string digits, old_pin, new_pin; ///< of a PIN that is being changed
    std::string sentence;                 ///< what was wrong with it
};

struct CoursesPage {
    enum class Part { List, New, Rename, Delete } part = Part::List;
    std::string chosen; ///< a file
    Form form;
    bool sure = false; ///< yes, it shall be deleted
    std::string digits;
    int seen_answers = 0; ///< a wish carried out since leads back to the list
    bool asked = false;   ///< the list was asked for
};

struct CopiesPage {
    enum class Part { List, Sticks } part = Part::List;
    CopyPlace chosen{}; ///< in the list; a key that is empty: none yet
    bool asked = false; ///< the list was asked for
};

struct ExportPage {
    std::array<bool, home_files> chosen{true, false, false, true}; ///< in the order of HomeFile
    int meeting = 0;                                               ///< of the minutes; 0: none chosen yet
    int idea = 0;                                                  ///< of the story, its number; 0: none chosen yet
    std::string place{};                                           ///< the key of a stick; empty: the first there is
    bool folder = false;                                           ///< the folder was chosen, not a stick
};

struct ImportPage {
    std::string place{};  ///< the key of a stick; empty: the first there is
    bool folder = false;  ///< the folder was chosen, not a stick
    bool columns = false; ///< which column holds what is being chosen
    bool asked = false;   ///< …and was shown for this file already
};

struct HistoryPage {
    HistoryList list;
    HistoryFilter filter;
    std::optional<board::OperationId> chosen;
    Form form;           ///< the search word
    std::string told;    ///< what came of the last undo
    bool failed = false; ///< `told` says why not
};

struct PersonPage {
    enum class Part { Search, Found, Sure } part = Part::Search;
    Form form;
    std::vector<bool> chosen; ///< of what was found
    bool sure = false;        ///< yes, it shall be erased
    std::string digits;
    int seen_searches = 0, seen_erasures = 0;
    bool entered = false; ///< what was told before it was opened is old
};

struct FacilitatorView {
    FacilitatorPage page = FacilitatorPage::Export;
    ExportPage exporting;
    ImportPage importing;
    HistoryPage history;
    DataPage data;
    CopiesPage copies;
    PersonPage person;
    CoursesPage courses;
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
void import_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void history_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void screen_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void data_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void copies_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void person_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
void courses_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room);
/// Asks for what was written on a page to be kept: it is about to be left.
void keep_contact(Context& c, DataPage const& page, WallFacts const& facts);
/// A list of rows to scroll in; `draw` is given each that can be seen, its number from 1 and its rectangle.
template <class Row, class Draw>
void scrolled_rows(Context& c, std::string const& id, std::string const& label, ui::Rect rect, float row_height,
                   std::vector<Row> const& rows, Draw draw) {
    constexpr float gap = 12;
    float const step = row_height + gap;
    float y = rect.y - c.ui.begin_scroll(id, rect, step * static_cast<float>(rows.size()) - gap, label);
    int no = 0;
    for (Row const& row : rows) {
        ui::Rect const at{rect.x, y, rect.w - 16, row_height};
        y += step;
        ++no;
        if (at.overlaps(rect))
            draw(row, std::to_string(no), at);
    }
    c.ui.end_scroll();
}
/// A line of parts of a page, of which one is shown; the one tapped, or −1.
int page_parts(Context& c, std::string const& id, ui::Rect& area, std::vector<std::string> const& labels, int shown);

} // namespace screens
