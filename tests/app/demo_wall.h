// The job centre's demo on a wall without a window, a week before its last meeting.
#pragma once

#include "commands.h"
#include "paths.h"
#include "stage.h"

#include <doctest/doctest.h>
#include <memory>
#include <sstream>

/// Makes the board in `file`, with so many ideas more, and says how the wall is to show it.
inline app::Stage::Setup demo_wall(std::filesystem::path const& file, int made_up_ideas = 0) {
    auto const words = words_in(text::Language::Danish);
    app::Stage::Setup setup;
    setup.assets = assets;
    setup.fonts = "/usr/share/fonts/opentype/inter";
    setup.file = file;
    setup.moment = *app::parse_moment("2026-11-23T09:42");
    std::ostringstream out, err;
    app::NewBoard const demo{.file = file, .demo = "jobcenter", .made_up_ideas = made_up_ideas};
    REQUIRE(app::run_new(demo, {words, assets, setup.moment.now, out, err}) == 0);
    return setup;
}

inline std::unique_ptr<app::Stage> open_stage(app::Stage::Setup const& setup) {
    auto stage = app::Stage::open(setup);
    REQUIRE(stage);
    return std::move(*stage);
}
