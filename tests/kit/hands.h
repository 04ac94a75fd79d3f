// A whole kit on a virtual clock: fingers that touch items by their id, frame by frame.
#pragma once

#include "project.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/widgets.h"

#include <doctest/doctest.h>
#include <functional>
#include <memory>
#include <string>

/// A 1920 × 1080 wall of 0.75 mm to the pixel.
struct Hands {
    ui::Atlas atlas;
    std::unique_ptr<ui::Typesetter> type;
    text::Words words;
    ui::Ui ui;
    ui::InputFrame input;
    std::function<void(ui::Ui&)> draw;
    ui::PointerId last = 0;

    explicit Hands(std::function<void(ui::Ui&)> screen, text::Language language = text::Language::Danish)
        : type(open(atlas)), words(load(language)), ui(*type, words), draw(std::move(screen)) {
        input.size = {1920, 1080};
        frame();
    }

    static std::unique_ptr<ui::Typesetter> open(ui::Atlas& atlas) {
        auto type = ui::Typesetter::open("/usr/share/fonts/opentype/inter", atlas);
        REQUIRE_MESSAGE(type.has_value(), "the package fonts-inter is missing");
        return std::move(*type);
    }
    static text::Words load(text::Language language) {
        auto words = text::Words::load(project() / "assets/strings", language);
        REQUIRE(words.has_value());
        return std::move(*words);
    }

    ImDrawData* frame() {
        ui.begin(input, 0.75F, 0);
        draw(ui);
        ui::touch_rings(ui);
        ImDrawData* const drawn = ui.end();
        input.pointers.clear();
        input.keys.clear();
        return drawn;
    }
    void wait(double seconds) {
        input.now_s += seconds;
        frame();
    }
    /// As the loop would: a frame whenever one is due, until `seconds` have passed.
    void run(double seconds) {
        double const end_s = input.now_s + seconds;
        while (ui.next_frame_s() <= end_s && input.now_s < end_s) {
            input.now_s = std::max(ui.next_frame_s(), input.now_s + 1.0 / 60);
            frame();
        }
        input.now_s = end_s;
        frame();
    }

    ui::Item const& item(std::string const& id) const {
        for (ui::Item const& found : ui.items())
            if (found.id == id)
                return found;
        static ui::Item const none;
        FAIL("no item " << id);
        return none;
    }
    bool has(std::string const& id) const {
        for (ui::Item const& found : ui.items())
            if (found.id == id)
                return true;
        return false;
    }
    /// Events wait for the next frame.
    ui::PointerId down(ui::Vec2 at) {
        input.pointers.push_back({++last, ui::PointerPhase::Down, at, input.now_s});
        return last;
    }
    ui::PointerId down(std::string const& id) { return down(item(id).clip.centre()); }
    void move(ui::PointerId finger, ui::Vec2 to) {
        input.pointers.push_back({finger, ui::PointerPhase::Move, to, input.now_s});
    }
    void up(ui::PointerId finger) {
        ui::Pointer const* there = ui.pointers().find(finger);
        up(finger, there != nullptr ? there->at : input.pointers.back().at);
    }
    void up(ui::PointerId finger, ui::Vec2 at) {
        input.pointers.push_back({finger, ui::PointerPhase::Up, at, input.now_s});
    }
    void tap(ui::Vec2 at) {
        ui::PointerId const finger = down(at);
        frame();
        input.now_s += 0.05;
        up(finger);
        frame();
        wait(0.08);
    }
    void tap(std::string const& id) { tap(item(id).clip.centre()); }
};
