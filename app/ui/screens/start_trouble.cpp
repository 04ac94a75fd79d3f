#include "ui/screens/start_trouble.h"

#include <algorithm>
#include <string>
#include <vector>

namespace screens {

namespace {

constexpr float pad = 64, icon_w = 84, gap = 24, button_gap = 24;

struct Line {
    char const* id;
    std::string text;
    ui::Type type;
    ui::Colour ink;
};

std::vector<Line> lines_of(Context const& c, StartTroubleFacts const& facts) {
    auto const& theme = c.ui.theme();
    auto const at = facts.aside.empty() ? c.words.say("start_trouble.in_place", {{"file", facts.file}})
                                        : c.words.say("start_trouble.aside", {{"folder", facts.aside}});
    std::vector<Line> lines{{"start/why", c.words.get(facts.sentence), theme.body, ui::colour::ink}};
    if (!facts.told.empty())
        lines.push_back({"start/told", c.words.get(facts.told), theme.body, ui::colour::coral_text});
    if (!facts.file.empty())
        lines.push_back({"start/file", at, quiet(theme.body), ui::colour::soft});
    lines.push_back({"start/what", c.words.get(facts.may_begin ? "start_trouble.what" : "start_trouble.by_itself"),
                     quiet(theme.body), ui::colour::soft});
    return lines;
}

} // namespace

StartTroubleAsks start_trouble_screen(Context& c, StartTroubleFacts const& facts) {
    header(c, {.meetings = false});
    auto const& theme = c.ui.theme();
    ui::Rect const area = content_area(c), screen = c.ui.screen();
    float const width = std::min(1400.0F, screen.w - 2 * ui::space::margin);
    float const text_w = width - 2 * pad - icon_w;
    auto const lines = lines_of(c, facts);
    auto const& title = c.words.get(facts.may_begin ? "start_trouble.title_lost" : "start_trouble.title");
    auto const height_of = [&](std::string const& text, ui::Type const& type) {
        return c.ui.type().lay(text, {.type = type, .width = text_w}).height;
    };
    float height = 2 * pad + height_of(title, theme.title);
    for (Line const& line : lines)
        height += gap + height_of(line.text, line.type);
    ui::Rect const card{screen.centre().x - width / 2, area.y + std::max(0.0F, (area.h - height) / 2), width, height};
    auto& canvas = c.ui.canvas();
    canvas.shadow(card, ui::radius::pad, ui::Shadow::Resting);
    canvas.rounded(card, ui::radius::pad, ui::colour::white);
    ui::Rect inside = card.inset(pad, pad);
    float const title_h = height_of(title, theme.title);
    canvas.icon(ui::Icon::Warning, {inside.x + 26, inside.y + line_height(theme.title) / 2}, 56, ui::colour::coral);
    inside.cut_left(icon_w);
    ui::label(c.ui, title, inside.cut_top(title_h, gap), theme.title, ui::colour::ink);
    for (Line const& line : lines) {
        ui::Rect const rect = inside.cut_top(height_of(line.text, line.type), gap);
        c.ui.touch({.id = line.id, .role = "text", .label = line.text, .rect = rect, .accepts = ui::Accepts::Nothing});
        ui::label(c.ui, line.text, rect, line.type, line.ink);
    }

    ui::Rect const band = bottom_band(c);
    float const button_h = std::max(theme.target, 96.0F);
    auto const button_w = [&](std::string const& label) { return c.ui.type().width(label, theme.button) + 120; };
    auto const& again = c.words.get("start_trouble.again");
    auto const& begin = c.words.get("start_trouble.begin");
    float const begin_w = facts.may_begin ? button_w(begin) : 0, again_w = button_w(again);
    float x = card.right() - again_w - (facts.may_begin ? begin_w + button_gap : 0);
    float const y = band.bottom() - button_h;
    auto asks = StartTroubleAsks::Nothing;
    if (ui::button(c.ui, {.id = "start/again",
                          .rect = {x, y, again_w, button_h},
                          .label = again,
                          .look = facts.may_begin ? ui::ButtonLook::Plain : ui::ButtonLook::Primary}))
        asks = StartTroubleAsks::Again;
    x += again_w + button_gap;
    if (facts.may_begin &&
        ui::button(
            c.ui,
            {.id = "start/begin", .rect = {x, y, begin_w, button_h}, .label = begin, .look = ui::ButtonLook::Primary}))
        asks = StartTroubleAsks::Begin;
    return asks;
}

} // namespace screens
