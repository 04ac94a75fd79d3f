#include "ui/screens/pad_photo.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float row_gap = 16, cell_gap = 12, inside = 16, bar_w = 14;
constexpr int columns = 3;
constexpr float largest_pixel = 3; // du: a tiny picture is not blown up further

float heading_height(Context const& c) { return line_height(c.ui.theme().label) + 12; }

/// A sentence at the top or foot of `room`, as high as it is; `room` is cut.
enum class Edge { Top, Foot };
void sentence_at(Context& c, ui::Rect& room, Edge edge, std::string const& words, ui::Type const& type,
                 ui::Colour ink) {
    auto const& lines = c.ui.type().lay(words, {.type = type, .width = room.w, .max_lines = 4});
    ui::Rect const place = edge == Edge::Top ? room.cut_top(lines.height, 12) : room.cut_bottom(lines.height, 12);
    c.ui.canvas().paragraph(lines, {place.x, place.y}, ink);
}

int pixels(Context& c, float du) { return static_cast<int>(std::lround(du * c.ui.canvas().px_per_du())); }

bool in_sight(Context& c, ui::Rect rect) { return !rect.clipped(c.ui.canvas().clip()).empty(); }

void empty_place(Context& c, ui::Rect rect, ui::Icon icon, std::string const& words) {
    float const side = std::min({56.0F, rect.w * 0.5F, rect.h * 0.5F});
    float const up = words.empty() ? 0 : side * 0.4F;
    c.ui.canvas().icon(icon, {rect.centre().x, rect.centre().y - up}, side, ui::colour::faint);
    if (!words.empty())
        ui::label_centred(c.ui, words, {rect.x + 4, rect.centre().y + side * 0.2F, rect.w - 8, 30},
                          quiet(c.ui.theme().small), ui::colour::soft);
}

/// A tile in the middle of a rectangle that it was made to fit into.
void draw_tile(Context& c, Tile const& tile, ui::Rect rect) {
    float const per_px = 1 / c.ui.canvas().px_per_du();
    float w = static_cast<float>(tile.w) * per_px, h = static_cast<float>(tile.h) * per_px;
    float const fit = std::min({1.0F, rect.w / w, rect.h / h});
    w *= fit, h *= fit;
    c.ui.canvas().picture({rect.centre().x - w / 2, rect.centre().y - h / 2, w, h}, tile.id, tile.w, tile.h);
}

/// One photo on a stick; true when it was tapped.
bool cell(Context& c, Pad const& pad, PhotoOnStick const& photo, std::string const& id, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    auto const tile = c.photos.thumbnail(photo.key, pixels(c, rect.w - 12), pixels(c, rect.h - 12));
    bool const on_its_way = pad.taking == photo.key;
    auto const touch = c.ui.touch({.id = id,
                                   .role = "photo",
                                   .label = photo.name,
                                   .value = tile.broken    ? "broken"
                                            : tile.id != 0 ? "ready"
                                                           : "waiting",
                                   .rect = rect});
    float const pressed = ui::pressed(c.ui, id, touch);
    canvas.push_clip(rect.inset(-4));
    canvas.rounded(rect, 10, ui::colour::white);
    if (tile.id != 0)
        draw_tile(c, tile, rect.inset(6));
    else
        empty_place(c, rect, tile.broken ? ui::Icon::Warning : ui::Icon::Picture, tile.problem);
    if (pressed > 0)
        canvas.rounded(rect, 10, ui::press_shade(pressed));
    if (on_its_way) {
        canvas.outline(rect, 10, 4, ui::colour::accent);
        ui::sentence(c.ui, {rect.x + 8, rect.bottom() - 52, rect.w - 16, 44}, c.words.get("photo.taking"),
                     ui::colour::accent, ui::colour::white);
    }
    canvas.pop_clip();
    return touch.tapped;
}

/// What a stick has instead of photos; empty when it has some.
std::string stick_line(Context const& c, StickOnWall const& stick) {
    switch (stick.state) {
    case StickOnWall::State::Reading: return c.words.get("photo.reading");
    case StickOnWall::State::Unreadable: return c.words.get("photo.unreadable");
    case StickOnWall::State::Listed: break;
    }
    return stick.photos.empty() ? c.words.get("photo.empty") : std::string();
}

float cell_width(ui::Rect const& area) { return (area.w - (columns - 1) * cell_gap) / columns; }
float cell_height(ui::Rect const& area) { return cell_width(area) * 0.8F; }

ui::Paragraph const& stick_lines(Context& c, StickOnWall const& stick, ui::Rect const& area) {
    return c.ui.type().lay(stick_line(c, stick), {.type = quiet(c.ui.theme().label), .width = area.w});
}

float stick_height(Context& c, StickOnWall const& stick, ui::Rect const& area) {
    float const heading = heading_height(c);
    if (!stick_line(c, stick).empty())
        return heading + stick_lines(c, stick, area).height + 24;
    auto const rows = (stick.photos.size() + columns - 1) / columns;
    return heading + static_cast<float>(rows) * (cell_height(area) + cell_gap) + (stick.more ? heading : 0);
}

/// Its name, and its photos from `y` on; the one that was tapped.
std::optional<std::string> draw_stick(Context& c, Pad const& pad, StickOnWall const& stick, std::string const& id,
                                      ui::Rect const& area, float y) {
    float const heading = heading_height(c);
    ui::label_centred(c.ui, stick.name, {area.x, y, area.w, heading - 8}, c.ui.theme().label, ui::colour::soft,
                      ui::Align::Left);
    y += heading;
    if (!stick_line(c, stick).empty()) {
        c.ui.canvas().paragraph(stick_lines(c, stick, area), {area.x, y}, ui::colour::ink);
        return {};
    }
    std::optional<std::string> tapped;
    float const w = cell_width(area), h = cell_height(area);
    for (std::size_t i = 0; i < stick.photos.size(); ++i) {
        auto const column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        ui::Rect const rect{area.x + column * (w + cell_gap), y + row * (h + cell_gap), w, h};
        if (in_sight(c, rect) && cell(c, pad, stick.photos[i], id + std::to_string(i + 1), rect))
            tapped = stick.photos[i].key;
    }
    auto const rows = static_cast<float>((stick.photos.size() + columns - 1) / columns);
    if (stick.more)
        ui::label_centred(c.ui, c.words.get("photo.more"), {area.x, y + rows * (h + cell_gap), area.w, heading - 8},
                          quiet(c.ui.theme().small), ui::colour::soft, ui::Align::Left);
    return tapped;
}

void draw_sticks(Context& c, Pad& pad, std::string const& id, ui::Rect area) {
    auto const& sticks = c.photos.shelf->sticks;
    ui::Rect const sight = area;
    area.w -= bar_w;
    float content = 0;
    for (auto const& stick : sticks)
        content += stick_height(c, stick, area);
    float y = area.y - c.ui.begin_scroll(id + "/photos", sight, content, c.words.get("photo.title"));
    for (std::size_t i = 0; i < sticks.size(); ++i) {
        auto const prefix = id + "/photo/" + (i == 0 ? "" : std::to_string(i + 1) + ".");
        auto const tapped = draw_stick(c, pad, sticks[i], prefix, area, y);
        y += stick_height(c, sticks[i], area);
        if (tapped && pad.taking.empty()) {
            pad.taking = *tapped;
            pad.photo_problem.clear();
            c.requests.emplace_back(TakePhoto{*tapped, id + " " + *tapped});
        }
    }
    c.ui.end_scroll();
}

/// What was wrong with the photo picked last; else what everybody should think of.
void foot_line(Context& c, Pad const& pad, ui::Rect& room) {
    bool const wrong = !pad.photo_problem.empty();
    sentence_at(c, room, Edge::Foot, wrong ? pad.photo_problem : c.words.get("photo.hint"),
                quiet(wrong ? c.ui.theme().label : c.ui.theme().small),
                wrong ? ui::colour::coral_text : ui::colour::soft);
}

void picker(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    if (pad.photo) {
        ui::Rect const row = rect.cut_bottom(std::max(c.ui.theme().target, 84.0F), row_gap);
        if (ui::button(c.ui, {.id = id + "/keep_photo", .rect = row, .label = c.words.get("photo.keep")}))
            pad.picking_photo = false;
    }
    c.ui.canvas().rounded(rect, ui::radius::note, ui::colour::lane);
    ui::Rect area = rect.inset(inside);
    foot_line(c, pad, area);
    c.requests.emplace_back(LookAtSticks{});
    PhotoShelf const none;
    auto const& shelf = c.photos.shelf ? *c.photos.shelf : none;
    if (!shelf.sticks.empty()) {
        if (shelf.pulled)
            sentence_at(c, area, Edge::Top, c.words.get("photo.pulled"), quiet(c.ui.theme().label),
                        ui::colour::coral_text);
        return draw_sticks(c, pad, id, area);
    }
    c.ui.canvas().icon(ui::Icon::Picture, {area.centre().x, area.centre().y - 70}, 84, ui::colour::faint);
    ui::label(c.ui, c.words.get(shelf.pulled ? "photo.pulled" : "photo.none_in"),
              {area.x + 20, area.centre().y, area.w - 40, 110}, quiet(c.ui.theme().card),
              shelf.pulled ? ui::colour::coral_text : ui::colour::soft, ui::Align::Centre, 3);
}

/// The photo on the note's paper, with what can be done with it below.
void photo_on_note(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    ui::Rect row = rect.cut_bottom(std::max(c.ui.theme().target, 84.0F), row_gap);
    c.ui.canvas().rounded(rect, ui::radius::note, colour_of(pad.colour));
    ui::Rect const room = rect.inset(18);
    auto const size = photo_size(*pad.photo, room.w, room.h);
    draw_photo(c, *pad.photo, {room.centre().x - size.x / 2, room.centre().y - size.y / 2, size.x, size.y});
    ui::Rect const left = row.cut_left((row.w - 14) / 2, 14);
    if (ui::button(c.ui, {.id = id + "/remove_photo", .rect = left, .label = c.words.get("photo.remove")}))
        pad.photo.reset();
    if (ui::button(c.ui, {.id = id + "/other_photo", .rect = row, .label = c.words.get("photo.another")}))
        pad.picking_photo = true;
}

} // namespace

void take_in_photo(Context& c, Pad& pad) {
    for (auto const& taken : c.taken_photos) {
        if (pad.taking.empty() || !taken.tag.ends_with(' ' + pad.taking))
            continue;
        pad.taking.clear();
        pad.photo_problem = taken.sentence;
        if (!taken.photo)
            continue;
        pad.photo = taken.photo;
        pad.picking_photo = false;
        pad.refused.reset();
    }
}

void photo_page(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    if (pad.photo && !pad.picking_photo)
        photo_on_note(c, pad, id, rect);
    else
        picker(c, pad, id, rect);
}

ui::Vec2 photo_size(board::Photo const& photo, float most_w, float most_h) {
    auto const w = static_cast<float>(std::max(1, photo.width)), h = static_cast<float>(std::max(1, photo.height));
    float const by = std::min({most_w / w, most_h / h, largest_pixel});
    return {w * by, h * by};
}

void draw_photo(Context& c, board::Photo const& photo, ui::Rect rect) {
    if (!in_sight(c, rect))
        return;
    auto const tile = !c.photos.photo ? Tile{} : c.photos.photo(photo, pixels(c, rect.w), pixels(c, rect.h));
    if (tile.id != 0)
        return c.ui.canvas().picture(rect, tile.id, tile.w, tile.h);
    c.ui.canvas().rounded(rect, 8, ui::colour::white.faded(0.5F));
    empty_place(c, rect, tile.broken ? ui::Icon::Warning : ui::Icon::Picture,
                tile.broken ? c.words.get("photo.damaged_short") : std::string());
}

} // namespace screens
