// The start form and the plan it writes: what is text lies in the form, what is chosen in the view's plan.
#pragma once

#include "ui/screens/trial_pages.h"

namespace screens {

/// Fills the form from the draft, and what the draft lacks from the course: dates, and the last trial's measure.
void load_plan(Context const& c, TrialView& view, board::Idea const& idea);
/// Fills the form with a plan's texts and figures.
void write_in_form(TrialView& view, board::TrialPlan const& plan);
/// What the form holds now.
board::TrialPlan plan_of(TrialView const& view);
/// The meeting after `from`; the follow-up or two weeks when there is none.
board::Date check_day(board::Board const& board, board::Date from);
/// The first field that has not been written, in the order of the form; empty: none.
std::string first_empty(TrialView const& view, int no);

/// A figure of a reading: a share's counter and n, or a value with its n. Nothing while it cannot be read.
std::optional<board::Reading> reading_of(Form const& form, board::MeasureKind kind, std::string const& value_id,
                                         std::string const& n_id);
void set_reading(Form& form, board::MeasureKind kind, std::string const& value_id, std::string const& n_id,
                 std::optional<board::Reading> const& reading);
/// A figure as the number pad types it and text::parse_number reads it: with a comma, in every language.
std::string typed_figure(double value);

/// From and to, as chips; and the month they open.
void dates_field(Context& c, TrialView& view, ui::Rect rect);
void dates_picker(Context& c, TrialView& view, ui::Rect rect);
float dates_height(Context const& c);

/// The measure's card at the right of the start form, of which `rect` is filled. `whole`: with all its choices.
void measure_card(Context& c, TrialView& view, ui::Rect rect, bool whole);
/// Measures known already, to choose from in the place of the keyboard while `picking` is `known_measures_id`; one that
/// is chosen fills in all but its figures, of which the first is asked for next.
void known_measures_list(Context& c, TrialView& view, ui::Rect rect, std::vector<board::Measure> const& known);
inline constexpr char const* known_measures_id = "start/known";
/// What the card needs with all its choices, and what it needs at a glance, du.
float whole_measure_height(Context const& c);
float small_measure_height(Context const& c);
/// With figures still large enough to press, du.
float least_measure_height(Context const& c);
/// Whether that field belongs to the measure.
bool is_of_measure(std::string_view id);

} // namespace screens
