// Fingers into strokes and strokes onto the grid. How a hand becomes a line is in hand_stroke.cpp, how a line
// is drawn in ink_drawing.cpp.
#include "ui/kit/ink.h"

#include "ui/kit/ink_drawing.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float eraser_mm = 5; // its radius: a fingertip

/// Where a pad is, and how its millimetres become the grid.
struct Pad {
    std::string const& id;
    Rect rect; ///< du
    float du_per_mm;
    int height; ///< of the grid

    float grid_per_mm() const { return board::ink_grid * du_per_mm / rect.w; }
    Vec2 mm(Vec2 du) const { return (du - Vec2{rect.x, rect.y}) * (1 / du_per_mm); }
    Rect ground_mm() const {
        return {0, 0, rect.w / du_per_mm, std::min(rect.h / du_per_mm, static_cast<float>(height) / grid_per_mm())};
    }
    Vec2 inside(Vec2 at_mm) const {
        Rect const ground = ground_mm();
        return {std::clamp(at_mm.x, 0.0F, ground.w), std::clamp(at_mm.y, 0.0F, ground.h)};
    }
    board::InkPoint point(HandPoint const& point) const {
        auto const whole = [&](float mm, int least, int most) {
            return std::clamp(static_cast<int>(std::lround(mm * grid_per_mm())), least, most);
        };
        return {whole(point.at.x, 0, board::ink_grid), whole(point.at.y, 0, height), whole(point.width, 1, 255)};
    }
    board::InkStroke stroke(HandStroke const& hand, board::InkColour colour) const {
        board::InkStroke stroke{.colour = colour, .points = {}};
        for (HandPoint const& each : hand.points())
            stroke.points.push_back(point(each));
        return stroke;
    }
};

int room_in(board::Ink const& ink) { return board::max_ink_points - points_in(ink); }

InkPen* pen_of(InkState& state, PointerId finger) {
    auto const found = std::ranges::find(state.pens, finger, &InkPen::finger);
    return found == state.pens.end() ? nullptr : &*found;
}

void forget_pen(InkState& state, PointerId finger) {
    std::erase_if(state.pens, [&](InkPen const& pen) { return pen.finger == finger; });
}

void take_up(InkState& state, PointerId finger, Vec2 at_mm) {
    forget_pen(state, finger); // its end was never told
    if (state.erasing || !state.full())
        state.pens.push_back({.finger = finger, .erasing = state.erasing, .colour = state.colour, .at_mm = at_mm});
}

/// A finger that leaves the pad ends its stroke at the edge, and begins another where it comes back.
void draw_to(InkPen& pen, Pad const& pad, Vec2 at_mm, double at_s) {
    bool const within = pad.ground_mm().contains(at_mm);
    if (pen.drawing)
        pen.strokes.back().move(pad.inside(at_mm), at_s);
    else if (within)
        pen.strokes.emplace_back(at_mm, at_s);
    pen.drawing = within;
}

bool erase_to(InkState& state, InkPen const& pen, Pad const& pad, Vec2 at_mm) {
    float const grid = pad.grid_per_mm();
    bool erased = false;
    auto& strokes = state.ink.strokes;
    for (std::size_t i = strokes.size(); i-- > 0;) {
        if (!crosses(strokes[i], pen.at_mm * grid, at_mm * grid, eraser_mm * grid))
            continue;
        state.changes.push_back({pen.finger, i, std::move(strokes[i])});
        strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(i));
        erased = true;
    }
    return erased;
}

/// The strokes of a finger that lifted become ink, as far as there is room.
bool put_down(InkState& state, InkPen const& pen, Pad const& pad) {
    bool added = false;
    for (HandStroke const& hand : pen.strokes) {
        board::InkStroke stroke = pad.stroke(hand, pen.colour);
        auto const room = static_cast<std::size_t>(std::max(0, room_in(state.ink)));
        stroke.points.resize(std::min(stroke.points.size(), room));
        if (stroke.points.empty())
            break;
        state.changes.push_back({pen.finger, state.ink.strokes.size(), {}});
        state.ink.strokes.push_back(std::move(stroke));
        added = true;
    }
    return added;
}

/// All that was reported of one finger in this frame.
bool follow(Ui& ui, InkState& state, Pad const& pad, Pointer const& pointer) {
    bool changed = false;
    for (PointerEvent const& event : ui.input().pointers) {
        if (event.pointer != pointer.id || event.phase == PointerPhase::Cancel)
            continue;
        Vec2 const at_mm = pad.mm(event.at * (1 / ui.canvas().px_per_du()));
        if (event.phase == PointerPhase::Down)
            take_up(state, pointer.id, at_mm);
        InkPen* const pen = pen_of(state, pointer.id);
        if (pen == nullptr)
            continue;
        if (pen->erasing)
            changed |= erase_to(state, *pen, pad, at_mm);
        else
            draw_to(*pen, pad, at_mm, event.at_s);
        pen->at_mm = at_mm;
    }
    return changed;
}

/// A finger that was taken away leaves nothing behind; what it erased comes again.
bool take_away(InkState& state, PointerId finger) {
    forget_pen(state, finger);
    return can_undo(state) && state.changes.back().finger == finger && undo_stroke(state);
}

bool follow_all(Ui& ui, InkState& state, Pad const& pad) {
    bool changed = false;
    for (Pointer const& pointer : ui.pointers().all()) {
        if (ui.owner_of(pointer) != pad.id)
            continue;
        changed |= follow(ui, state, pad, pointer);
        InkPen const* const pen = pen_of(state, pointer.id);
        if (pen == nullptr || !pointer.up)
            continue;
        changed |= put_down(state, *pen, pad);
        forget_pen(state, pointer.id);
    }
    for (std::size_t i = state.pens.size(); i-- > 0;) {
        PointerId const finger = state.pens[i].finger;
        Pointer const* const pointer = ui.pointers().find(finger);
        if (pointer == nullptr || ui.owner_of(*pointer) != pad.id) // cancelled, or found to be a palm's
            changed |= take_away(state, finger);
    }
    return changed;
}

/// What is done is one draw command and each pen another, so that a finger damages only its own stroke.
void draw(Canvas& canvas, InkState const& state, Pad const& pad) {
    canvas.push_clip(pad.rect);
    draw_ink(canvas, state.ink, pad.rect);
    canvas.pop_clip();
    for (InkPen const& pen : state.pens) {
        canvas.push_clip(pad.rect);
        for (HandStroke const& hand : pen.strokes)
            draw_stroke(canvas, pad.stroke(hand, pen.colour), pad.rect);
        canvas.pop_clip();
    }
}

} // namespace

bool InkState::full() const { return room_in(ink) <= 0; }

bool can_undo(InkState const& state) { return !state.changes.empty(); }

bool undo_stroke(InkState& state) {
    bool const can = can_undo(state);
    for (PointerId const finger = can ? state.changes.back().finger : 0;
         can_undo(state) && state.changes.back().finger == finger; state.changes.pop_back()) {
        InkChange& change = state.changes.back();
        auto const place = state.ink.strokes.begin() + static_cast<std::ptrdiff_t>(change.place);
        if (change.erased)
            state.ink.strokes.insert(place, std::move(*change.erased));
        else
            state.ink.strokes.erase(place);
    }
    return can;
}

bool ink_pad(Ui& ui, std::string const& id, Rect rect, InkState& state) {
    ui.touch({.id = id,
              .role = "ink",
              .label = ui.words().get("ink.pad"),
              .value = std::to_string(state.ink.strokes.size()),
              .rect = rect,
              .accepts = Accepts::Ink});
    if (rect.empty())
        return false;
    if (state.ink.empty() && state.pens.empty())
        state.ink.height = std::clamp(static_cast<int>(std::lround(board::ink_grid * rect.h / rect.w)), 1,
                                      4 * board::ink_grid);
    Pad const pad{id, rect, ui.theme().mm, state.ink.height};
    bool const changed = follow_all(ui, state, pad);
    draw(ui.canvas(), state, pad);
    return changed;
}

} // namespace ui
