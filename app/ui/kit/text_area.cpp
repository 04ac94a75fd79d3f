// A text with its caret, in a box: wrapped, kept in sight, and the caret put where a finger taps.
#include "ui/kit/keyboard.h"

#include "ui/kit/widgets.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr float caret_width = 3;

/// The caret's place: of the stops for its byte the last, so that it stands where the next letter will.
Paragraph::Stop caret_stop(Paragraph const& paragraph, int byte) {
    Paragraph::Stop found;
    for (Paragraph::Stop const& stop : paragraph.stops)
        if (stop.byte <= byte)
            found = stop;
    return found;
}

/// The stop nearest to a point of the paragraph: first the line, then along it.
int nearest_byte(Paragraph const& paragraph, Vec2 at) {
    int const lines = static_cast<int>(paragraph.lines.size());
    int const line = std::clamp(static_cast<int>(std::floor(at.y / paragraph.line_height)), 0, std::max(0, lines - 1));
    int nearest = 0;
    float least = std::numeric_limits<float>::infinity();
    for (Paragraph::Stop const& stop : paragraph.stops) {
        float const away = std::abs(stop.x - at.x);
        if (stop.line == line && away < least)
            nearest = stop.byte, least = away;
    }
    return nearest;
}

/// Scrolls when the caret, its line or the box has changed; after that a finger may scroll it out of sight.
void keep_in_sight(Ui& ui, std::string const& scroll_id, float height, int caret, float line_top, float line_height) {
    float& seen_caret = ui.kept(scroll_id + "/caret", -1);
    float& seen_lowest = ui.kept(scroll_id + "/lowest", 0);
    auto const at = static_cast<float>(caret);
    float const lowest = line_top + line_height - height; // the offset that just shows the line
    if (seen_caret == at && seen_lowest == lowest)
        return;
    seen_caret = at, seen_lowest = lowest;
    float const offset = ui.scroll_offset(scroll_id);
    if (line_top < offset)
        ui.scroll_to(scroll_id, line_top);
    else if (lowest > offset)
        ui.scroll_to(scroll_id, lowest);
}

void draw_caret(Ui& ui, Rect rect, Paragraph const& paragraph, Paragraph::Stop const& stop, float top) {
    float const x = ui.canvas().snapped(rect.x + std::min(stop.x, rect.w - caret_width));
    float const baseline = top + static_cast<float>(stop.line) * paragraph.line_height + paragraph.ascent;
    float const cap = paragraph.cap_height;
    ui.canvas().fill({x, baseline - cap * 1.3F, caret_width, cap * 1.6F}, colour::accent);
}

} // namespace

bool text_area(Ui& ui, std::string const& id, Rect rect, TextBuffer& buffer, TextAreaLook const& look) {
    std::string const scroll_id = id + "/scroll";
    // room for the caret after the last letter of a full line
    Paragraph const& paragraph = ui.type().lay(buffer.text(), {.type = look.type, .width = rect.w - caret_width});
    float const height = std::max(paragraph.height, paragraph.line_height);
    float const top = rect.y - ui.begin_scroll(scroll_id, rect, height);
    Touch const touch = ui.touch({.id = id, .role = "text", .label = look.label, .value = buffer.text(), .rect = rect});
    if (touch.tapped)
        buffer.place_caret(nearest_byte(paragraph, touch.at - Vec2{rect.x, top}));
    if (buffer.empty())
        label(ui, look.placeholder, rect, look.type, look.placeholder_ink);
    ui.canvas().paragraph(paragraph, {rect.x, top}, look.ink);
    if (look.active) {
        Paragraph::Stop const stop = caret_stop(paragraph, buffer.caret());
        draw_caret(ui, rect, paragraph, stop, top);
        float const line_top = static_cast<float>(stop.line) * paragraph.line_height;
        keep_in_sight(ui, scroll_id, rect.h, buffer.caret(), line_top, paragraph.line_height);
    }
    ui.end_scroll();
    return touch.tapped;
}

} // namespace ui
