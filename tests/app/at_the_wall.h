// Somebody at the demo's wall: one finger, that looks what came of each touch before the next, and the facilitator's PIN.
#pragma once

#include "demo_wall.h"
#include "store/disk.h"

#include <atomic>

/// A disk that is full when a test says so. What lies on it is closed before it goes: the first base of a wall on it.
struct FillingDisk {
    std::atomic<bool> full = false;
    Disk disk{
        [this](DiskCall const& call) { return full && call.kind == DiskCall::Kind::Write ? SQLITE_FULL : SQLITE_OK; }};
};

struct AtTheWall {
    static constexpr char const* pin = "740295";
    TestFolder folder;
    std::unique_ptr<app::Stage> stage{};

    explicit AtTheWall(std::string const& name) : folder(name) {}

    void tap(std::string const& id) {
        auto const item = stage->find(id);
        REQUIRE_MESSAGE(item, id, " is not there");
        REQUIRE_MESSAGE(item->enabled, id, " is disabled");
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
        rest(0.3);
    }
    /// Lets so many seconds pass, and what was begun come to its end.
    void rest(double seconds) {
        stage->wait(seconds);
        stage->settle();
    }
    void type_pin() {
        stage->type(pin);
        tap("pin/done");
    }
    /// To the facilitator's pages; the first time a PIN is chosen.
    void open_facilitator() {
        tap("dock/more");
        tap("more/facilitator");
        type_pin();
        if (!stage->find("pin/done"))
            return;
        type_pin();
        tap("pin/written");
    }
    /// What an item says; empty when it is not there.
    std::string label(std::string const& id) const {
        auto const item = stage->find(id);
        return item ? item->label : "";
    }
    std::string value(std::string const& id) const {
        auto const item = stage->find(id);
        return item ? item->value : "";
    }
    board::Board const& board() const { return stage->app().board(); }
};
