// The parts of a form: a written field with its question, a figure to type, a choice, a date. A form has one
// active field at a time and one keyboard, which writes into it.
#pragma once

#include "ui/screens/context.h"

#include <map>
#include <string>

namespace screens {

/// A form's own state: what is being written, and where the keyboard writes.
struct Form {
    static constexpr int board_field_limit = 1000; ///< code points, as board/text_rules.h has it

    std::map<std::string, ui::TextBuffer, std::less<>> texts; ///< by field id
    std::string active;                                       ///< field id; empty: no keyboard
    bool active_is_number = false;
    ui::KeyboardState keyboard;
    bool changed = false; ///< something was written since the last save
    double changed_at_s = 0;
    std::string was_active; ///< last frame's active field, to see when one is left
    bool was_number = false;
    std::string wrong; ///< the field that was refused, and why
    std::string why;

    ui::TextBuffer& text(std::string const& id, int max_characters = board_field_limit);
    void set(std::string const& id, std::string value, int max_characters = board_field_limit);
    std::string value(std::string const& id) const;
    /// The figure typed there; nothing when there is none or it cannot be read.
    std::optional<double> number(std::string const& id) const;
    void clear();

    /// The keyboard writes there from now on.
    void write_in(std::string const& id, bool is_number = false);
    void stop_writing();
    /// Something was written or chosen: a save is due when it rests.
    void touch(Context const& c);
    /// The sentence is shown at the field until something is written or chosen.
    void refuse(std::string const& id, std::string sentence);
};

/// Call once a frame, after the fields: a figure that was left is shown back as it was understood. True when
/// what was written is to be saved now (a field was left, or writing rested); `changed` is then taken back.
bool save_is_due(Context& c, Form& form);

/// The ground of a field or a card: white with a hairline; accent while it is written in; coral when refused.
enum class FieldState { Resting, Active, Wrong };
void field_ground(Context& c, ui::Rect rect, FieldState state);
/// The question over a field, with the sentence of a refusal beside it. Cut off `inside`, which is left for the rest.
void question_line(Context& c, Form const& form, std::string const& id, ui::Rect& inside, std::string const& question);
/// What a field of that many lines needs in height, with its question, du.
float field_height(Context const& c, int lines);

/// A written field: the question above, the text under it; white with a hairline, accent when active. A tap makes it active.
void text_field(Context& c, Form& form, std::string const& id, ui::Rect rect, std::string const& question,
                std::string const& placeholder = {});
/// A tile with a question and a large figure; a tap makes it active for the number pad.
struct FigureLook {
    ui::Colour ground = ui::colour::lane;
    std::string question = {};
    std::string under = {};  ///< a small line under the figure
    std::string prefix = {}; ///< "≤ "
    std::string unit = {};
};
void figure_field(Context& c, Form& form, std::string const& id, ui::Rect rect, FigureLook const& look);
/// A row of choices, of which one is chosen; returns the index tapped, or −1. Ids are `id`/0, `id`/1, …
int choices(Context& c, std::string const& id, ui::Rect rect, std::vector<std::string> const& labels, int chosen);
/// One choice among others, chosen or not; true when tapped.
bool choice(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool chosen,
            std::optional<ui::Icon> icon = {});
/// The width a choice with that label asks for, du.
float choice_width(Context& c, std::string const& label);
/// A yes that can be said and taken back; true when tapped.
bool yes_button(Context& c, std::string const& id, ui::Rect rect, std::string const& label, bool said);
/// The height of a keyboard that may take `room`, du: never less than keys of full size, never more than large ones.
float keyboard_height(Context const& c, float room);
/// The keyboard, or the number pad, for the active field. True when Enter left the field.
bool form_keyboard(Context& c, Form& form, std::string const& prefix, ui::Rect rect);

/// A month to pick a day from, in `rect`. Returns the day tapped. `month` is the first shown and moves with the arrows.
std::optional<board::Date> date_picker(Context& c, std::string const& id, ui::Rect rect, board::Date& month,
                                       std::optional<board::Date> chosen);
/// The height it needs for keys of full size, du.
float date_picker_height(Context const& c);

} // namespace screens
