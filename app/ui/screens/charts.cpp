#include "ui/screens/charts.h"

#include "board/effect.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

float at(double value, double low, double high, ui::Rect rect) {
    double const part = high > low ? (value - low) / (high - low) : 0.5;
    return rect.bottom() - rect.h * static_cast<float>(std::clamp(part, 0.0, 1.0));
}

void dashed_line(Context& c, float from, float to, float y, ui::Colour colour) {
    constexpr float dash = 12, gap = 9;
    for (float x = from; x < to; x += dash + gap)
        c.ui.canvas().line({x, y}, {std::min(x + dash, to), y}, 2.5F, colour);
}

} // namespace

std::string const& face_word(Context const& c, board::CheckInState state) {
    switch (state) {
    case board::CheckInState::OnTrack: return c.words.get("check_in.on_track");
    case board::CheckInState::Trouble: return c.words.get("check_in.trouble");
    case board::CheckInState::Stuck: break;
    }
    return c.words.get("check_in.stuck");
}

ui::Icon face_icon(board::CheckInState state) {
    switch (state) {
    case board::CheckInState::OnTrack: return ui::Icon::Happy;
    case board::CheckInState::Trouble: return ui::Icon::Neutral;
    case board::CheckInState::Stuck: break;
    }
    return ui::Icon::Sad;
}

ui::Colour face_colour(board::CheckInState state) {
    switch (state) {
    case board::CheckInState::OnTrack: return ui::colour::scale;
    case board::CheckInState::Trouble: return ui::colour::idea_text;
    case board::CheckInState::Stuck: break;
    }
    return ui::colour::coral;
}

void draw_face(Context& c, board::CheckInState state, ui::Vec2 centre, float size) {
    c.ui.canvas().icon(face_icon(state), centre, size, face_colour(state));
}

void spark_line(Context& c, ui::Rect rect, std::vector<double> const& values, std::optional<double> target) {
    if (values.size() < 2)
        return;
    double low = *std::min_element(values.begin(), values.end());
    double high = *std::max_element(values.begin(), values.end());
    if (target) {
        low = std::min(low, *target);
        high = std::max(high, *target);
    }
    ui::Rect const inside = rect.inset(8, 8);
    if (target)
        dashed_line(c, inside.x, inside.right(), at(*target, low, high, inside), ui::colour::faint);
    std::vector<ui::Vec2> way;
    float const step = inside.w / static_cast<float>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        way.push_back({inside.x + step * static_cast<float>(i), at(values[i], low, high, inside)});
    c.ui.canvas().polyline(way, 4, ui::colour::test);
    c.ui.canvas().disc(way.back(), 7, ui::colour::test);
}

void run_chart(Context& c, ui::Rect rect, std::vector<RunPoint> const& points, double low, double high) {
    auto const& small = c.ui.theme().small;
    float const line = line_height(small);
    ui::Rect plot = rect;
    plot.cut_bottom(2 * line + 10);
    plot.cut_left(44);
    plot.cut_top(line);
    for (double value = low; value <= high; ++value) {
        float const y = at(value, low, high, plot);
        c.ui.canvas().line({plot.x, y}, {plot.right(), y}, 2, ui::colour::line);
        ui::label_centred(c.ui, text::number(c.language(), value), {rect.x, y - 20, 32, 40}, small, ui::colour::soft,
                          ui::Align::Right);
    }
    std::vector<double> shown;
    for (auto const& point : points)
        if (point.value)
            shown.push_back(*point.value);
    if (shown.size() > 1) {
        double const middle = board::median(shown);
        float const y = at(middle, low, high, plot);
        dashed_line(c, plot.x, plot.right(), y, ui::colour::soft);
        ui::label_centred(c.ui, c.words.say("effect.median", {{"value", text::number(c.language(), middle)}}),
                          {plot.x, y - line - 2, plot.w, line}, small, ui::colour::soft, ui::Align::Right);
    }
    float const step = plot.w / static_cast<float>(std::max<std::size_t>(points.size(), 1));
    std::vector<ui::Vec2> way;
    for (std::size_t i = 0; i < points.size(); ++i) {
        float const x = plot.x + step * (static_cast<float>(i) + 0.5F);
        ui::Rect under{x - step / 2, plot.bottom() + 10, step, line};
        ui::label_centred(c.ui, points[i].day, under, small, ui::colour::soft);
        under.y += line;
        ui::label_centred(c.ui, points[i].basis, under, small, ui::colour::soft);
        if (points[i].value)
            way.push_back({x, at(*points[i].value, low, high, plot)});
        else
            c.ui.canvas().dashed_ring({x, plot.bottom() - 16}, 12, 2.5F, ui::colour::faint);
    }
    if (way.size() > 1)
        c.ui.canvas().polyline(way, 5, ui::colour::test);
    std::size_t next = 0;
    for (auto const& point : points) {
        if (!point.value)
            continue;
        ui::Vec2 const spot = way[next++];
        c.ui.canvas().disc(spot, 9, ui::colour::test);
        ui::Type bold = c.ui.theme().label;
        bold.weight = ui::Weight::Bold;
        ui::label_centred(c.ui, text::number(c.language(), *point.value), {spot.x - 50, spot.y - 46, 100, 36}, bold,
                          ui::colour::test_text);
    }
}

std::vector<double> line_of(board::Trial const& trial) {
    std::vector<double> values;
    if (trial.points.empty())
        return values;
    if (trial.plan.measure && trial.plan.measure->baseline)
        values.push_back(trial.plan.measure->baseline->value);
    for (auto const& point : board::points_by_day(trial))
        values.push_back(point.reading.value);
    if (trial.outcome.result)
        values.push_back(trial.outcome.result->value);
    return values;
}

} // namespace screens
