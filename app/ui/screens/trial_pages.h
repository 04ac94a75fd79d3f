// What the pages of *Prøvehandlinger* share; only they include it.
#pragma once

#include "ui/screens/trial_screen.h"

#include <functional>

namespace screens {

void trial_chain(Context& c, TrialView& view, board::Idea const& idea);
/// `known`: measures that can be chosen ready, of the language that is on.
void trial_start(Context& c, TrialView& view, board::Idea const& idea, std::vector<board::Measure> const& known);
/// The measure with all that is told of it; of a draft, or changed on a running trial.
void trial_measure_page(Context& c, TrialView& view, board::Idea const& idea, std::vector<board::Measure> const& known);
void trial_review(Context& c, TrialView& view, board::Idea const& idea, std::vector<board::Measure> const& known);
void scale_plan(Context& c, TrialView& view, board::Idea const& idea);

/// To another page, with nothing of the last one left.
void turn_to(TrialView& view, TrialPage page);
/// The draft that can be written now: the one there, or the next number.
int draft_no(board::Idea const& idea);

/// A trial's state as people say it, with its colours.
struct TrialLook {
    std::string word;
    ui::Colour edge, ink, ground;
};
TrialLook look_of(Context const& c, board::Trial const& trial);

/// "Fast telefontid · Prøvehandling 1" for the header.
std::string subtitle(Context const& c, board::Idea const& idea, std::string const& rest);
/// "Prøvehandling 1".
std::string trial_name(Context const& c, int no);
/// A reading with its basis: "14", "14 af 50 · 28 %".
std::string reading_line(Context const& c, board::Measure const& measure, board::Reading const& reading);
/// "Ubesvarede opkald pr. dag: højst 10".
std::string guard_line(Context const& c, board::Guard const& guard);

/// The band at the bottom, one row high, and the room between it and the header.
ui::Rect page_band(Context const& c);
ui::Rect page_area(Context const& c);

/// The people who take part, as discs in as many rows as it takes; the one tapped. Ids are `id`/1, `id`/2, …
board::Participant const* people(Context& c, std::string const& id, ui::Rect rect,
                                 std::function<bool(board::Participant const&)> const& chosen);
float people_height(Context const& c, float width);

enum class Side { Left, Right };
/// A button as wide as its words, cut off one side of the band. True when it was tapped.
bool band_button(Context& c, ui::Rect& band, Side side, ui::Button button);
/// A quiet line in the middle of the band, at its right.
void band_line(Context& c, ui::Rect band, std::string const& line, ui::Colour ink = ui::colour::soft);

/// Draws the picker for `picking` in `rect`, with a way to leave it; the day tapped ends it.
std::optional<board::Date> pick_date(Context& c, TrialView& view, std::string const& picking, ui::Rect rect,
                                     std::optional<board::Date> chosen);
void begin_picking(TrialView& view, std::string const& picking, board::Date month);

/// The written field that a text rule was broken in (`ids` in the order of the form); empty: none.
std::string field_to_blame(Form const& form, board::Rule rule, std::initializer_list<std::string_view> ids);
/// Whether a rule speaks of what is written in a text.
bool is_text_rule(board::Rule rule);
/// The band of a part has no room for anything else to be done while a text waits for that word.
bool asks_only_for_personal(Context const& c, TrialView const& view);
/// *Det er ikke personoplysninger*: shown in the band while a text waits for that word. True when it was said.
bool confirm_personal(Context& c, TrialView& view, ui::Rect& band);

/// To share the wall with those who work on another trial, where that may be done; with its words where the band has
/// room for them beside `others`, du.
void share_button(Context& c, TrialView& view, ui::Rect& band, float others);

/// A page in a part of the wall: one column that scrolls above the tool in hand, which stands at the foot.
struct Sheet {
    ui::Rect page; ///< to lay things out in, as high as was asked for
    ui::Rect tool; ///< empty: none is in hand
    std::string id{};
    ui::Rect seen{}; ///< what can be seen of the page
    float offset = 0;
};
/// What the tool in hand needs at the foot of such a page, du: known measures, a calendar or a keyboard; 0: none is.
float tool_height(Context const& c, TrialView const& view);
/// Everything touched until `end_sheet` scrolls. `tool_height` 0: none.
Sheet begin_sheet(Context& c, std::string const& id, float height, float tool_height);
/// `in_use`: the id, or the beginning of the ids, of what is written in, chosen for or refused; empty: none. It is
/// brought into sight when it is another, or when a tool has come or gone.
void end_sheet(Context& c, TrialView& view, Sheet const& sheet, std::string const& in_use);
/// What is picked for, written in or was refused, of the form's ids.
std::string in_use(TrialView const& view);

/// The two columns of a form, the other way round for a left hand; upright walls get them on top of each other.
struct Columns {
    ui::Rect left, right;
};
Columns columns(Context const& c, float left_part, float left_height_upright);

} // namespace screens
