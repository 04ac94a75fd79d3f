#include "ui/screens/area_grid.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float cell_gap = 12, least_cell = 76;
constexpr float disc_gap = 6, pill_sides = 14; // on a card

/// On a card: as high as the small type asks for.
float disc_r(Context const& c) { return std::max(17.0F, std::round(0.64F * c.ui.theme().small.size)); }

float cell_h(Context const& c) { return std::max({c.ui.theme().target, least_cell, 2.6F * c.ui.theme().label.size}); }

/// The word that a line must have room for.
std::string_view longest_word(std::string_view text) {
    std::string_view longest;
    for (auto const word : text::words_in(text))
        longest = word.size() > longest.size() ? word : longest;
    return longest;
}

/// Icon, word, and a mark when it is chosen.
bool area_cell(Context& c, std::string const& id, ui::Rect rect, board::EffectArea area, bool chosen) {
    auto& canvas = c.ui.canvas();
    auto const& word = word_of(c, area);
    auto const touch = c.ui.touch(
        {.id = id, .role = "toggle", .label = word, .value = chosen ? "on" : "off", .rect = rect});
    ui::Rect const face = ui::pressed_in(rect, ui::pressed(c.ui, id, touch));
    canvas.rounded(face, ui::radius::card, ui::colour::white);
    canvas.outline(face, ui::radius::card, chosen ? 5.0F : 2.0F, chosen ? colour_of(area) : ui::colour::line);
    float const r = std::min(26.0F, rect.h * 0.34F);
    ui::Vec2 const at{face.x + 16 + r, face.centre().y};
    canvas.disc(at, r, colour_of(area));
    canvas.icon(chosen ? ui::Icon::Check : icon_of(area), at, r * 1.25F, ui::colour::white);
    ui::Rect words = face.inset(12, 4);
    words.cut_left(2 * r + 18);
    auto const type = ui::fitted(c.ui, longest_word(word), c.ui.theme().label, words.w);
    auto const& laid = c.ui.type().lay(word, {.type = type, .width = words.w, .max_lines = 2});
    canvas.paragraph(laid, {words.x, words.centre().y - laid.height / 2}, ui::colour::ink);
    return touch.tapped;
}

float pill_width(Context& c, board::EffectArea area) {
    return 2 * disc_r(c) + 6 + c.ui.type().width(word_of(c, area), c.ui.theme().small) + pill_sides;
}

void draw_disc(Context& c, board::EffectArea area, ui::Vec2 at) {
    c.ui.canvas().disc(at, disc_r(c), colour_of(area));
    c.ui.canvas().icon(icon_of(area), at, disc_r(c) * 1.3F, ui::colour::white);
}

/// A pill of the area's colour with its icon and its word, ending at `right`.
void draw_pill(Context& c, board::EffectArea area, ui::Vec2 right) {
    float const width = pill_width(c, area);
    ui::Rect const rect{right.x - width, right.y - disc_r(c), width, 2 * disc_r(c)};
    c.ui.canvas().rounded(rect, disc_r(c), colour_of(area));
    c.ui.canvas().icon(icon_of(area), {rect.x + disc_r(c) + 2, right.y}, disc_r(c) * 1.3F, ui::colour::white);
    ui::label_centred(c.ui, word_of(c, area), {rect.x + 2 * disc_r(c) + 6, rect.y, width, rect.h}, c.ui.theme().small,
                      ui::colour::white, ui::Align::Left);
}

float draw_pills(Context& c, std::vector<board::EffectArea> const& areas, ui::Vec2 right) {
    float x = right.x;
    for (auto area = areas.rbegin(); area != areas.rend(); ++area) {
        draw_pill(c, *area, {x, right.y});
        x -= pill_width(c, *area) + disc_gap;
    }
    return right.x - x;
}

float draw_discs(Context& c, std::vector<board::EffectArea> const& areas, ui::Vec2 right, float room) {
    float const step = 2 * disc_r(c) + disc_gap;
    auto const fit = static_cast<std::size_t>(std::max(0.0F, (room + disc_gap) / step));
    bool const all = areas.size() <= fit;
    std::size_t const shown = all ? areas.size() : fit > 1 ? fit - 1 : 0;
    float x = right.x;
    if (!all) {
        ui::label_centred(c.ui, "+" + std::to_string(areas.size() - shown),
                          {x - 2 * disc_r(c), right.y - 20, 2 * disc_r(c), 40}, c.ui.theme().small, ui::colour::ink,
                          ui::Align::Right);
        x -= step;
    }
    for (std::size_t i = shown; i > 0; --i, x -= step)
        draw_disc(c, areas[i - 1], {x - disc_r(c), right.y});
    return right.x - x;
}

} // namespace

float area_grid_height(Context const& c) { return 5 * (cell_h(c) + cell_gap) - cell_gap; }

AreaWish area_grid(Context& c, std::string const& id, ui::Rect rect, std::vector<board::EffectArea>& chosen,
                   std::string const& none) {
    AreaWish wish = AreaWish::None;
    float const width = (rect.w - cell_gap) / 2, height = std::min(cell_h(c) * 1.2F, (rect.h - 4 * cell_gap) / 5);
    auto const cell = [&](int i) {
        return ui::Rect{rect.x + static_cast<float>(i % 2) * (width + cell_gap),
                        rect.y + static_cast<float>(i / 2) * (height + cell_gap), width, height};
    };
    for (int i = 0; i < effect_areas; ++i) {
        auto const area = static_cast<board::EffectArea>(i);
        bool const on = std::find(chosen.begin(), chosen.end(), area) != chosen.end();
        if (!area_cell(c, id + "/" + std::to_string(i + 1), cell(i), area, on))
            continue;
        wish = AreaWish::Changed;
        if (on)
            std::erase(chosen, area);
        else
            chosen.insert(std::upper_bound(chosen.begin(), chosen.end(), area), area);
    }
    if (!ui::button(c.ui, {.id = id + "/none",
                           .rect = cell(effect_areas),
                           .label = none,
                           .enabled = !chosen.empty(),
                           .type = c.ui.theme().label}))
        return wish;
    chosen.clear();
    return AreaWish::Changed;
}

float draw_areas(Context& c, std::vector<board::EffectArea> const& areas, ui::Vec2 right, float room) {
    if (areas.empty() || room < 2 * disc_r(c))
        return 0;
    float words = -disc_gap;
    for (auto const area : areas)
        words += pill_width(c, area) + disc_gap;
    return words <= room ? draw_pills(c, areas, right) : draw_discs(c, areas, right, room);
}

} // namespace screens
