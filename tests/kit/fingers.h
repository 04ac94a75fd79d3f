// A wall for the recogniser alone: one design unit is one pixel is one millimetre, and time is a number.
#pragma once

#include "ui/kit/pointers.h"

#include <initializer_list>
#include <string>
#include <vector>

/// One report of a finger: seconds, which, 'd'own 'm'ove 'u'p 'c'ancel, millimetres.
struct Step {
    double at_s;
    ui::PointerId id;
    char phase;
    float x, y;
};

inline ui::PointerEvent event_of(Step const& step) {
    ui::PointerPhase const phase = step.phase == 'd'   ? ui::PointerPhase::Down
                                   : step.phase == 'm' ? ui::PointerPhase::Move
                                   : step.phase == 'u' ? ui::PointerPhase::Up
                                                       : ui::PointerPhase::Cancel;
    return {step.id, phase, {step.x, step.y}, step.at_s};
}

inline ui::Target target(std::string id, ui::Rect rect, ui::Accepts accepts, std::string scroller = {},
                         bool enabled = true) {
    return {std::move(id), rect, accepts, std::move(scroller), enabled, {rect.x, rect.y}};
}

/// What was told of one item, added up over the frames.
struct Told {
    int downs = 0, taps = 0, holds = 0, lifts = 0, drops = 0, cancels = 0;
    bool operator==(Told const&) const = default;
};

class Wall {
  public:
    std::vector<ui::Target> targets;
    ui::Pointers pointers;

    void frame(double now_s, std::vector<Step> const& steps = {}) {
        ui::InputFrame input;
        input.now_s = now_s;
        input.size = {2000, 1000};
        for (Step const& step : steps)
            input.pointers.push_back(event_of(step));
        pointers.update(input, targets, 1, 1);
    }
    /// A frame for each step.
    void play(std::vector<Step> const& steps) {
        for (Step const& step : steps)
            frame(step.at_s, {step});
    }
    ui::Pointer const& of(ui::PointerId id) const {
        for (ui::Pointer const& pointer : pointers.all())
            if (pointer.id == id)
                return pointer;
        static ui::Pointer const none;
        return none;
    }
    void add_to(Told& told, std::string_view owner) const {
        for (ui::Pointer const& pointer : pointers.all()) {
            if (pointer.owner != owner)
                continue;
            bool const dragging = pointer.gesture == ui::Gesture::Dragging;
            told.downs += pointer.went_down, told.taps += pointer.tapped, told.holds += pointer.held;
            told.lifts += pointer.lifted, told.drops += dragging && pointer.up;
            told.cancels += dragging && pointer.cancelled;
        }
    }
};
