// What is changed at the wall holds at once and after a restart, and the rest of the settings file stays as it was.
#include "settings.h"

#include "paths.h"

#include <doctest/doctest.h>
#include <fstream>

namespace {

struct Wall {
    TestFolder folder{"settings"};
    std::filesystem::path file = folder / "wall.toml";
    app::Errands errands;
    std::string told;

    void change(app::Settings& settings, std::string_view key, app::TomlValue const& value) {
        told.clear();
        settings.change(key, value, [this](std::string_view why) { told = why; });
        errands.drain();
        errands.report();
    }
    app::Settings open(app::Config const& otherwise = {}) { return {file, otherwise, errands}; }
    std::string text() { return app::read_file(file).value_or(""); }
};

} // namespace

TEST_CASE("a setting changed at the wall holds at once and after a restart") {
    Wall wall;
    auto settings = wall.open();
    CHECK_FALSE(settings.config().sound);
    wall.change(settings, "sound.on", true);
    wall.change(settings, "screen.diagonal_inches", std::int64_t{86});
    wall.change(settings, "rest.night_from", std::string("22:30"));
    wall.change(settings, "data.contact", std::string("Pia \"P\" Æbelø\\"));
    for (auto const* config : {&settings.config()}) {
        CHECK(config->sound);
        CHECK(config->diagonal_inches == 86);
        CHECK(config->night_from == 22 * 60 + 30);
    }
    auto const again = wall.open();
    CHECK(again.config().sound);
    CHECK(again.config().diagonal_inches == 86);
    CHECK(again.config().night_from == 22 * 60 + 30);
    CHECK(again.config().contact == "Pia \"P\" Æbelø\\");
    CHECK(again.config().ignored.empty());
    CHECK(wall.told.empty());
}

TEST_CASE("what stands in the file holds over what the wall was started with") {
    Wall wall;
    std::ofstream(wall.file) << "[screen]\ntext_step = 2\n";
    app::Config started_with;
    started_with.text_step = 1;
    started_with.calm_motion = true;
    auto const settings = wall.open(started_with);
    CHECK(settings.config().text_step == 2);
    CHECK(settings.config().calm_motion);
}

TEST_CASE("a bad value or an unknown key costs itself alone, and is named") {
    Wall wall;
    std::ofstream(wall.file)
        << "[screen]\ntext_step = 7\ncolour = 1\ncalm_motion = true\n[rest]\nnight_from = \"25:00\"\n"
           "night_to = \"5:00\"\nafter_minutes = 0\n";
    auto settings = wall.open();
    CHECK(settings.config().text_step == 0);
    CHECK(settings.config().calm_motion);
    CHECK(settings.config().night_from == 20 * 60);
    CHECK(settings.config().ignored == std::vector<std::string>{"screen.text_step", "rest.after_minutes",
                                                                "rest.night_from", "rest.night_to", "screen.colour"});
    wall.change(settings, "screen.text_step", std::int64_t{1});
    CHECK(settings.config().text_step == 1);
    CHECK(wall.text().find("colour = 1") != std::string::npos); // not ours to take away
}

TEST_CASE("a file that is no TOML is left alone; the change holds until the wall is started again") {
    Wall wall;
    std::ofstream(wall.file) << "[screen\ntext_step = 2";
    auto settings = wall.open();
    CHECK(settings.config().ignored.size() == 1);
    wall.change(settings, "screen.text_step", std::int64_t{1});
    CHECK(settings.config().text_step == 1);
    CHECK(wall.told == "settings.not_understood");
    CHECK(wall.text() == "[screen\ntext_step = 2");
}

TEST_CASE("what somebody writes into the file by hand while the wall runs is there after a change at the wall") {
    Wall wall;
    std::ofstream(wall.file) << "[screen]\ntext_step = 0\n";
    auto settings = wall.open();
    std::ofstream(wall.file) << "# målt op den 23.\n[screen]\ndiagonal_inches = 86 # ny skærm\ntext_step = 0\n";
    wall.change(settings, "screen.text_step", std::int64_t{2});
    CHECK(wall.text() == "# målt op den 23.\n[screen]\ndiagonal_inches = 86 # ny skærm\ntext_step = 2\n");
    CHECK(wall.told.empty());
    CHECK(settings.config().diagonal_inches == 65); // what is written by hand holds from the next start
    CHECK(wall.open().config().diagonal_inches == 86);
}

TEST_CASE("a value that cannot be is in neither the settings nor the file, and a CPR number least of all") {
    Wall wall;
    std::ofstream(wall.file) << "[data]\ncontact = \"Pia 010190-1234\" # skrevet i hånden\n";
    auto settings = wall.open();
    CHECK(settings.config().contact.empty());
    CHECK(settings.config().ignored == std::vector<std::string>{"data.contact"});
    auto const before = wall.text();
    wall.change(settings, "data.contact", std::string("Ring til 020190-1234"));
    CHECK(wall.told == "settings.not_allowed");
    wall.change(settings, "screen.text_step", std::int64_t{7});
    CHECK(wall.told == "settings.not_allowed");
    CHECK(settings.config().contact.empty());
    CHECK(settings.config().text_step == 0);
    CHECK(wall.text() == before);
    wall.change(settings, "data.contact", std::string("Pia"));
    CHECK(settings.config().contact == "Pia");
    CHECK(wall.text() == "[data]\ncontact = 'Pia' # skrevet i hånden\n");
}

TEST_CASE("a folder that cannot be written in costs the keeping, not the change") {
    Wall wall;
    app::Settings settings("/proc/nowhere/wall.toml", {}, wall.errands);
    wall.change(settings, "screen.calm_motion", true);
    CHECK(settings.config().calm_motion);
    CHECK(wall.told == "settings.not_kept");
    app::Settings nowhere({}, {}, wall.errands);
    wall.change(nowhere, "screen.calm_motion", true);
    CHECK(nowhere.config().calm_motion);
    CHECK(wall.told.empty());
}
