// Small pictures of figures and faces that several screens share. No figure ever wears a trend arrow (method.md 2.11).
#pragma once

#include "ui/screens/context.h"

#include <string>
#include <vector>

namespace screens {

/// »Kører«, »Lidt bøvl«, »Sidder fast«, with a face and a colour for each.
std::string const& face_word(Context const& c, board::CheckInState state);
ui::Icon face_icon(board::CheckInState state);
ui::Colour face_colour(board::CheckInState state);
/// The face, `size` du across.
void draw_face(Context& c, board::CheckInState state, ui::Vec2 centre, float size);

/// Points in their order as a line with the last one marked, and the target dashed, on a scale of their own.
void spark_line(Context& c, ui::Rect rect, std::vector<double> const& values, std::optional<double> target);

/// One point of a run chart. Without a value it is hidden: too few have answered.
struct RunPoint {
    std::string day, basis; ///< under it
    std::optional<double> value;
};
/// From `low` to `high`; the median of what is shown is dashed and named.
void run_chart(Context& c, ui::Rect rect, std::vector<RunPoint> const& points, double low, double high);

/// Measures and points of that trial that a line can be drawn of: its baseline, then its points.
std::vector<double> line_of(board::Trial const& trial);

} // namespace screens
