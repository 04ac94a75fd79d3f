#include "wall_choices.h"

#include "paths.h"

#include <doctest/doctest.h>
#include <fstream>

using app::WallChoices;

TEST_CASE("What is chosen at the wall is remembered, but for a lowered board") {
    TestFolder const folder("choices");
    auto const file = folder / "wall.toml";
    WallChoices const chosen{{.text_step = 2, .calm_motion = true, .high_contrast = true, .lowered = true},
                             text::Language::English};
    app::write_choices(file, chosen);
    WallChoices expected = chosen;
    expected.look.lowered = false;
    CHECK(app::read_choices(file, {}) == expected);
}

TEST_CASE("What the file does not say, or says wrongly, is as the settings have it") {
    TestFolder const folder("choices");
    auto const file = folder / "wall.toml";
    WallChoices const settings{{.text_step = 1, .calm_motion = true}, text::Language::English};
    CHECK(app::read_choices(file, settings) == settings); // it is not there
    CHECK(app::read_choices({}, settings) == settings);
    for (char const* said : {"", "text_step = 3", "text_step = \"stor\"", "calm_motion = 1", "language = \"sv\"",
                             "unknown = 1", "text_step = = 2", "\xff\xfe"}) {
        CAPTURE(said);
        std::ofstream(file, std::ios::trunc) << said;
        CHECK(app::read_choices(file, settings) == settings);
    }
    std::ofstream(file, std::ios::trunc) << "text_step = 0";
    CHECK(app::read_choices(file, settings).look.text_step == 0);
    CHECK(app::read_choices(file, settings).look.calm_motion);
}

TEST_CASE("A folder that cannot be written in costs the choice, not the wall") {
    app::write_choices("/proc/nowhere/wall.toml", {});
    app::write_choices({}, {});
}
